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

/// The longest piece of a run that is looked at by itself, in characters.
const LONGEST: usize = 24;

/// The runs of mojibake in `text`.
///
/// A run of non-ASCII characters counts when its bytes in one of the two encodings are valid UTF-8 that is shorter and
/// has only what stands in French and English text: accented letters, punctuation, symbols. Well-set French does not
/// pass, though the bytes of `’é` (in Mac Roman) or of `é`, a no-break space and `»` (in Windows-1252) are valid UTF-8:
/// for an Armenian letter and a Chinese character.
pub fn repair(text: &str) -> Vec<Repair> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = text.as_bytes()[at..].iter().position(|byte| !byte.is_ascii()).map(|next| at + next) {
        let run = text[start..].bytes().take_while(|byte| !byte.is_ascii()).count();
        at = start + run;
        let begins = text[start..].starts_with(|c| begins(c) || matches!(c, 'Ì' | 'Í' | 'Õ'));
        match begins.then(|| meant(&text[start..at])).flatten() {
            Some(text) => out.push(Repair { range: start..at, text }),
            None => pieces(text, start..at, &mut out),
        }
    }
    out
}

/// Whether mojibake may begin with a character: what the first byte of several is read as, of those that [`plausible`] ones
/// are written with. A piece of a run does not begin with those that stand for the rare ones among them.
fn begins(c: char) -> bool {
    matches!(c, 'Â' | 'Ã' | 'Ä' | 'Å' | 'â' | 'ð' | 'ï' | '¬' | '√' | 'ƒ' | '≈' | '‚' | '\u{f8ff}' | 'Ô')
}

/// Repairs the pieces of a run that is not mojibake as a whole: quotation marks around it, for one, were typed later.
fn pieces(text: &str, run: Range<usize>, out: &mut Vec<Repair>) {
    let mut at = run.start;
    while let Some(c) = text[at..run.end].chars().next() {
        let longest = if begins(c) { LONGEST } else { 0 };
        let ends = text[at..run.end].char_indices().take(longest).map(|(start, c)| at + start + c.len_utf8());
        let ends: Vec<usize> = ends.collect();
        let found = ends.into_iter().rev().find_map(|end| Some(at..end).zip(meant(&text[at..end])));
        at = found.as_ref().map_or(at + c.len_utf8(), |(range, _)| range.end);
        out.extend(found.map(|(range, text)| Repair { range, text }));
    }
}

fn meant(run: &str) -> Option<String> {
    [WINDOWS_1252, MACINTOSH].into_iter().find_map(|encoding| undo(run, encoding))
}

fn undo(run: &str, encoding: &'static Encoding) -> Option<String> {
    let (bytes, _, unmappable) = encoding.encode(run);
    // An unmappable character is written as `&#…;`, which is never what was meant.
    if unmappable {
        return None;
    }
    let meant = std::str::from_utf8(&bytes).ok()?;
    (meant.chars().count() < run.chars().count() && meant.chars().all(plausible)).then(|| meant.to_owned())
}

/// Whether a character stands in French or English text: letters with accents, punctuation, arrows, signs, emoji.
fn plausible(c: char) -> bool {
    matches!(c,
        '\u{a0}'..='\u{17f}' | '\u{300}'..='\u{36f}' | '\u{2000}'..='\u{27ff}' | '\u{2900}'..='\u{2bff}'
        | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}' | '\u{1f000}'..='\u{1faff}' | ' '..='~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_are_undone_and_good_text_is_left() {
        assert_eq!(repair("[‚¨ÜÔ∏è Top]")[0].text, "⬆\u{fe0f}");
        assert_eq!(repair("rÃ©ponse")[0].text, "é");
        assert_eq!(repair("“Ã©”"), [Repair { range: 3..7, text: "é".to_owned() }]);
        for sound in
            ["l’état", "« côté\u{a0}» là\u{a0}»", "«état»", "…à suivre", "ÉTÉ", "« là\u{a0}: »", "日本語の“文”"]
        {
            assert!(repair(sound).is_empty(), "{sound}");
        }
        assert!(repair("Où est-il ? « ça » œuvre → Δ ⬆️").is_empty());
    }
}
