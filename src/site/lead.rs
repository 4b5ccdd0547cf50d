//! The beginning of an answer, for lists: whole blocks of it, so that no formula, table or list is cut.

use super::entry_view::excerpt;
use crate::i18n::Lang;
use crate::render::{end_of_tag, escape};

/// A list shows about this many characters of an answer.
const MOST: usize = 420;

/// Elements that have no end tag.
const VOID: &[&str] = &["area", "br", "col", "embed", "hr", "img", "input", "link", "source", "track", "wbr"];

/// What a list shows of an answer, and whether that is less than all of it. `html` is `text` rendered; where its first
/// block is too long for a list, the beginning of the text stands in for it.
pub(super) fn lead(html: &str, text: &str, lang: Lang) -> (String, bool) {
    let (mut end, mut length) = (0, 0);
    for (block, letters) in blocks(html) {
        if length + letters > MOST {
            break;
        }
        (end, length) = (block, length + letters);
    }
    match &html[..end] {
        "" if html.trim().is_empty() => (String::new(), false),
        "" => (format!("<p>{}</p>", escape(&excerpt(text, lang, MOST))), true),
        shown => (shown.to_owned(), !html[end..].trim().is_empty()),
    }
}

/// The outermost elements of rendered HTML: where each ends, and how many characters it shows. A picture counts as much as
/// a line of text.
fn blocks(html: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (mut depth, mut letters) = (0_usize, 0);
        loop {
            let rest = &html[at..];
            let open = rest.find('<')?;
            letters += rest[..open].chars().count();
            let tag = &rest[open..open + end_of_tag(&rest[open..])];
            at += open + tag.len();
            let name = tag[1..].trim_end_matches('>').split([' ', '\n', '/']).next().unwrap_or_default();
            if tag.starts_with("</") {
                depth = depth.saturating_sub(1);
            } else if !VOID.contains(&name) {
                depth += 1;
            } else if name == "img" {
                letters += 80;
            }
            if depth == 0 {
                return Some((at, letters));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_answer_is_shown_whole() {
        let html = "<p>One <b>word</b>.<br />Two.</p>\n<ul>\n<li>x</li>\n</ul>\n";
        assert_eq!(lead(html, "…", Lang::En), (html.trim_end().to_owned(), false));
        assert_eq!(lead("", "", Lang::En), (String::new(), false));
    }

    #[test]
    fn a_long_one_ends_with_a_block() {
        let first = "<p>Short, <img alt=\"a > b\" src=\"x\"> and whole.</p>";
        let html = format!("{first}\n<pre class=\"code\"><code>{}</code></pre>\n<p>End.</p>", "x\n".repeat(400));
        assert_eq!(lead(&html, "…", Lang::En), (first.to_owned(), true), "nothing after what is too long");
        let words = "word & ".repeat(200);
        let (shown, more) = lead(&format!("<p>{words}</p>"), &words, Lang::En);
        assert!(shown.starts_with("<p>word &amp; word") && shown.ends_with("…</p>") && more, "{shown}");
        assert!(shown.len() < 700);
    }

    #[test]
    fn what_is_not_balanced_stays_in_one_piece() {
        let html = "<p>Never closed <b>and so on";
        assert_eq!(lead(html, "Never closed", Lang::En), ("<p>Never closed</p>".to_owned(), true));
        assert!(lead("</b></b><p>x</p>", "x", Lang::En).0.ends_with("<p>x</p>"));
    }
}
