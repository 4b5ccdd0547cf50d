//! Mojibake: UTF-8 bytes that someone read in an encoding of one byte a character and saved again, once or twice.
//!
//! Windows-1252 is tried first, and ISO 8859-1 with it, where the bytes from 80 to 9F are the controls of ISO 6429 that
//! nobody sees: what it cannot hold (`√`, `∏`) can only have come from Mac Roman, ISO 8859-15 or Windows-1250.
//!
//! The source is never touched: a repair is a second string beside the first.

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, WINDOWS_1250, WINDOWS_1252};

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
/// A run of non-ASCII characters counts when its bytes in one of the encodings are valid UTF-8 that is shorter and
/// has only what stands in French and English text: accented letters, punctuation, symbols. Well-set French does not
/// pass, though the bytes of `’é` (in Mac Roman) or of `é`, a no-break space and `»` (in Windows-1252) are valid UTF-8:
/// for an Armenian letter and a Chinese character. Beside other runs, `Ã` and `Â` before a space count too: that space
/// was a no-break space once, the second half of `à` or all that was meant.
pub fn repair(text: &str) -> Vec<Repair> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = text.as_bytes()[at..].iter().position(|byte| !byte.is_ascii()).map(|next| at + next) {
        let run = text[start..].bytes().take_while(|byte| !byte.is_ascii()).count();
        at = start + run;
        let begins = text[start..].starts_with(|c| begins(c) || matches!(c, 'Ì' | 'Í' | 'Õ'));
        match begins.then(|| meant(text, start..at)).flatten() {
            Some(text) => out.push(Repair { range: start..at, text }),
            None => pieces(text, start..at, &mut out),
        }
    }
    if !out.is_empty() {
        lost(text, &mut out);
    }
    out
}

/// Whether mojibake may begin with a character: what the first byte of several is read as, of those that [`plausible`] ones
/// are written with. A piece of a run does not begin with those that stand for the rare ones among them.
fn begins(c: char) -> bool {
    matches!(c, 'Â' | 'Ã' | 'Ä' | 'Å' | 'â' | 'ð' | 'ï' | '¬' | '√' | 'ƒ' | '≈' | '‚' | '\u{f8ff}' | 'Ô' | 'Ă' | 'Ĺ')
}

/// Repairs the pieces of a run that is not mojibake as a whole: quotation marks around it, for one, were typed later.
fn pieces(text: &str, run: Range<usize>, out: &mut Vec<Repair>) {
    let mut at = run.start;
    while let Some(c) = text[at..run.end].chars().next() {
        let longest = if begins(c) { LONGEST } else { 0 };
        let ends = text[at..run.end].char_indices().take(longest).map(|(start, c)| at + start + c.len_utf8());
        let ends: Vec<usize> = ends.collect();
        let found = ends.into_iter().rev().find_map(|end| Some(at..end).zip(meant(text, at..end)));
        at = found.as_ref().map_or(at + c.len_utf8(), |(range, _)| range.end);
        out.extend(found.map(|(range, text)| Repair { range, text }));
    }
}

/// So many runs in a text say that all of it went through the accident.
const DAMAGED: usize = 3;

/// Adds the runs whose no-break space became a space, or went: on the lines of others, or anywhere in a text with many.
fn lost(text: &str, out: &mut Vec<Repair>) {
    let sure: Vec<usize> = out.iter().map(|repair| repair.range.start).collect();
    for (at, c) in text.match_indices(['Ã', 'Â']) {
        let after = &text[at + c.len()..];
        let line =
            text[..at].rfind('\n').map_or(0, |end| end + 1)..at + after.find('\n').unwrap_or(after.len()) + c.len();
        let ends = after.is_empty() || after.starts_with([' ', '\n', '\r']);
        if !ends || sure.len() < DAMAGED && !sure.iter().any(|start| line.contains(start)) {
            continue;
        }
        // Of two spaces, or of one before a mark that has none, the first is the lost one.
        let inside = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with([' ', '.', ',', '-', ')', '\'', '’']));
        let (meant, space) = if c == "Ã" { ("à", inside) } else { ("\u{a0}", after.starts_with(' ')) };
        out.push(Repair { range: at..at + c.len() + usize::from(space), text: meant.to_owned() });
    }
    out.sort_by_key(|repair| repair.range.start);
}

/// What a run was meant to be: rather a small letter where one is before it, as `trÃšs` is from ISO 8859-15.
fn meant(text: &str, run: Range<usize>) -> Option<String> {
    let inside = text[..run.start].ends_with(char::is_lowercase);
    let mut found: Vec<String> = [WINDOWS_1252, MACINTOSH, ISO_8859_15, WINDOWS_1250]
        .into_iter()
        .filter_map(|encoding| undo(&text[run.clone()], encoding))
        .collect();
    let small = found.iter().position(|text| inside && !text.starts_with(char::is_uppercase)).unwrap_or(0);
    (small < found.len()).then(|| found.swap_remove(small))
}

fn undo(run: &str, encoding: &'static Encoding) -> Option<String> {
    let typed = if encoding == WINDOWS_1252 {
        Cow::Owned(run.chars().map(control_shown).collect())
    } else {
        Cow::Borrowed(run)
    };
    let (bytes, _, unmappable) = encoding.encode(&typed);
    // An unmappable character is written as `&#…;`, which is never what was meant.
    if unmappable {
        return None;
    }
    let once = std::str::from_utf8(&bytes).ok()?;
    if once.chars().count() >= run.chars().count() {
        return None;
    }
    let meant = mended(once);
    meant.chars().all(plausible).then_some(meant)
}

/// What Windows-1252 has in the place of a control character from U+0080 to U+009F, or the character.
pub fn control_shown(c: char) -> char {
    let control = u8::try_from(u32::from(c)).ok().filter(|byte| (0x80..0xa0).contains(byte));
    control.and_then(|byte| WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()).unwrap_or(c)
}

/// A text whose own runs are undone as well: the accident may have happened twice.
fn mended(text: &str) -> String {
    let mut out = text.to_owned();
    for repair in repair(text).into_iter().rev() {
        out.replace_range(repair.range, &repair.text);
    }
    out
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
        assert_eq!(repair("trÃšs")[0].text, "è");
        assert_eq!(repair("pĂ©riode Ĺ“uvre").iter().map(|r| &*r.text).collect::<Vec<_>>(), ["é", "œ"]);
        assert_eq!(repair("“Ã©”"), [Repair { range: 3..7, text: "é".to_owned() }]);
        for sound in
            ["l’état", "« côté\u{a0}» là\u{a0}»", "«état»", "…à suivre", "ÉTÉ", "« là\u{a0}: »", "日本語の“文”"]
        {
            assert!(repair(sound).is_empty(), "{sound}");
        }
        for (damaged, text) in [
            ("It\u{e2}\u{80}\u{99}s the \u{e2}\u{80}\u{9c}server\u{e2}\u{80}\u{9d}", "It’s the “server”"),
            ("\u{c3}\u{89}t\u{c3}\u{a9}, c\u{c5}\u{93}ur", "Été, cœur"),
            ("cafÃƒÂ©, lâ€™eau, lÃ¢â‚¬â„¢eau", "café, l’eau, l’eau"),
            ("l\u{c3}\u{a2}\u{c2}\u{80}\u{c2}\u{99}eau", "l’eau"),
            ("Ã volontÃ©, dÃ©jÃ , lÃ -bas, jusquâ€™Ã  demain", "à volonté, déjà, là-bas, jusqu’à demain"),
            ("RÃ©ponse\u{20}Â : lÃ", "Réponse \u{a0}: là"),
        ] {
            assert_eq!(mended(damaged), text);
        }
        assert!(repair("Ã la carte, SÃO PAULO, Â : \u{92}").is_empty());
        assert!(repair("Où est-il ? « ça » œuvre → Δ ⬆️").is_empty());
    }
}
