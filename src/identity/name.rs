//! Names: which ids are sound, and a free one for an entry that has none.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::slug;

/// The longest id that is taken as it is; with `/index.html` and a language it fits every file system.
const LONGEST: usize = 100;

/// Names that Windows keeps for devices: no folder can be called so there, whatever its case.
fn is_device(id: &str) -> bool {
    let stem = id.split('.').next().unwrap_or(id).to_ascii_lowercase();
    let numbered =
        |kind| stem.strip_prefix(kind).is_some_and(|n: &str| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

/// Whether an id can be an address and a folder everywhere: at most 100 ASCII letters, digits, `-`, `_` and `.`, a letter
/// or digit first and last, not the name of a Windows device.
pub fn is_valid_id(id: &str) -> bool {
    let ends = [id.bytes().next(), id.bytes().last()];
    id.len() <= LONGEST
        && ends.into_iter().all(|end| end.is_some_and(|b| b.is_ascii_alphanumeric()))
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
        && !is_device(id)
}

/// The ids in use or used once, in lower case: `Cache` and `cache` are one folder on half of the systems.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    /// The last number tried after each slug, so that a thousand equal questions stay linear.
    last: BTreeMap<String, usize>,
}

impl Names {
    /// Keeps `id` from being given to another entry; false when it was kept already.
    pub fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_ascii_lowercase())
    }

    /// A free id for `text`: its slug, else the slug with `-2`, `-3`, …
    pub fn mint(&mut self, text: &str) -> String {
        let base = slug(text);
        if !is_device(&base) && self.take(&base) {
            return base;
        }
        let mut number = self.last.get(&base).copied().unwrap_or(1);
        loop {
            number += 1;
            let id = format!("{base}-{number}");
            if self.take(&id) {
                self.last.insert(base, number);
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_authors_write_is_kept_and_paths_are_not() {
        for id in ["idempotence", "Q12", "http_2.push", "42", "a"] {
            assert!(is_valid_id(id), "{id}");
        }
        for id in
            ["", "../x", "a/b", "a b", "-x", "x.", ".git", "côté", "con", "NUL.txt", "com1", "a\0", &"x".repeat(101)]
        {
            assert!(!is_valid_id(id), "{id}");
        }
    }

    #[test]
    fn minted_names_are_free_and_sound() {
        let mut names = Names::default();
        names.take("Cache");
        assert_eq!(names.mint("Cache ?"), "cache-2");
        assert_eq!(names.mint("Cache !"), "cache-3");
        assert_eq!(names.mint("NUL ?"), "nul-2");
        assert_eq!(names.mint("Cache 2"), "cache-2-2");
    }
}
