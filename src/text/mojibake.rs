//! Mojibake: UTF-8 bytes that someone read as Mac Roman or Windows-1252 and saved again.
//!
//! Windows-1252 is tried first: what it cannot hold (`√`, `∏`) can only have come from Mac Roman.
//!
//! The source is never touched: a repair is a second string beside the first.

use std::ops::Range;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// A run of mojibake and what it was meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The bytes of the run in the text.
    pub range: Range<usize>,
    /// What stood there before the accident.
    pub text: String,
}

/// The runs of mojibake in `text`.
///
/// A run of non-ASCII characters counts when its bytes in one of the two encodings are valid UTF-8 that is shorter and
/// has no private-use or control characters. Correct text does not pass: `é` alone is not valid UTF-8 in either.
pub fn repair(text: &str) -> Vec<Repair> {
    let mut out = Vec::new();
    if text.is_ascii() {
        return out;
    }
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_ascii() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| !c.is_ascii()) {
            end = at + c.len_utf8();
        }
        if let Some(meant) =
            [WINDOWS_1252, MACINTOSH].into_iter().find_map(|encoding| undo(&text[start..end], encoding))
        {
            out.push(Repair { range: start..end, text: meant });
        }
    }
    out
}

fn undo(run: &str, encoding: &'static Encoding) -> Option<String> {
    let (bytes, _, unmappable) = encoding.encode(run);
    // An unmappable character is written as `&#…;`, which is never what was meant.
    if unmappable {
        return None;
    }
    let meant = std::str::from_utf8(&bytes).ok()?;
    let sound = |c: char| !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(&c) && c != '\u{fffd}';
    (meant.chars().count() < run.chars().count() && meant.chars().all(sound)).then(|| meant.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_are_undone_and_good_text_is_left() {
        assert_eq!(repair("[‚¨ÜÔ∏è Top]")[0].text, "⬆\u{fe0f}");
        assert_eq!(repair("rÃ©ponse")[0].text, "é");
        assert!(repair("Où est-il ? « ça » œuvre → Δ ⬆️").is_empty());
    }
}
