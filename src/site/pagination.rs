//! Long lists in pages of their own, `2/`, `3/`, … below the first.

use serde::Serialize;

use crate::i18n::{self, Lang};

/// At most this many questions on a page.
pub(super) const MOST: usize = 100;

/// The links between the pages of a list.
#[derive(Serialize)]
pub(super) struct Turning {
    number: usize,
    count: usize,
    previous: Option<String>,
    next: Option<String>,
}

/// The address of a page of the list that begins at `first`; `number` counts from 1.
pub(super) fn path(first: &str, number: usize) -> String {
    match first.strip_suffix("index.html") {
        Some(folder) if number > 1 => format!("{folder}{number}/index.html"),
        _ => first.to_owned(),
    }
}

/// The links of page `number` of `count`; nothing where it is the only one.
pub(super) fn turning(first: &str, number: usize, count: usize) -> Option<Turning> {
    (count > 1).then(|| Turning {
        number,
        count,
        previous: (number > 1).then(|| path(first, number - 1)),
        next: (number < count).then(|| path(first, number + 1)),
    })
}

/// The title of page `number` of a list.
pub(super) fn title(lang: Lang, title: &str, number: usize) -> String {
    match number {
        1 => title.to_owned(),
        _ => i18n::text(lang, "site-page-title", &[("title", title.into()), ("number", number.into())]),
    }
}

/// How a list made of groups of these lengths falls into pages: for each page its groups, each with what it shows of it.
/// A group of nothing stands on the page of what is before it.
pub(super) fn pages(lengths: impl Iterator<Item = usize>) -> Vec<Vec<(usize, std::ops::Range<usize>)>> {
    let mut pages = vec![Vec::new()];
    let mut filled = 0;
    for (group, length) in lengths.enumerate() {
        let mut from = 0;
        loop {
            if filled == MOST && from < length {
                pages.push(Vec::new());
                filled = 0;
            }
            let to = length.min(from + MOST - filled);
            pages.last_mut().expect("there is a first page").push((group, from..to));
            filled += to - from;
            from = to;
            if from == length {
                break;
            }
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_between_pages() {
        assert_eq!(pages([].into_iter()), [vec![]]);
        assert_eq!(pages([0, 3].into_iter()), [vec![(0, 0..0), (1, 0..3)]]);
        assert_eq!(
            pages([MOST - 1, 0, 2, MOST].into_iter()),
            [
                vec![(0, 0..MOST - 1), (1, 0..0), (2, 0..1)],
                vec![(2, 1..2), (3, 0..MOST - 1)],
                vec![(3, MOST - 1..MOST)]
            ]
        );
        assert_eq!(pages([2 * MOST, 0].into_iter()).len(), 2);
    }

    #[test]
    fn the_first_page_keeps_the_address_of_the_list() {
        assert_eq!(path("fr/topics/api/index.html", 1), "fr/topics/api/index.html");
        assert_eq!(path("fr/topics/api/index.html", 12), "fr/topics/api/12/index.html");
    }
}
