//! `narrow-nbsp-before-high-punctuation`: a mark that French sets apart is glued to the word before it.
//!
//! A plain space before the mark is no finding: the site and the decks make it a no-break one.

use super::prose::Prose;
use crate::diagnostic::{Diagnostic, Edit, Fix};

const NAME: &str = "narrow-nbsp-before-high-punctuation";

pub(super) fn check(prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    let text = prose.text.as_str();
    for (at, mark) in text.char_indices().filter(|(_, c)| "?!;:".contains(*c)) {
        let before = text[..at].chars().next_back().unwrap_or('\n');
        let rest = &text[at + 1..];
        let rest = rest.trim_start_matches(['?', '!']);
        let next = rest.chars().next().unwrap_or('\n');
        // Bold ends a clause; italics are often a title, which has its own punctuation (*Release It!*).
        let ends = next.is_whitespace() || "»”\")]…".contains(next) || rest.starts_with("**") || rest.starts_with("__");
        let after_word = before.is_alphabetic() || ")»”\"%".contains(before);
        let after_number = before.is_ascii_digit() && mark != ':';
        if !ends || !(after_word || after_number) || label(text, at) {
            continue;
        }
        let space = if mark == ':' { '\u{a0}' } else { '\u{202f}' };
        let place = prose.document.place(at..at + 1);
        let finding = prose.document.finding(NAME, place).with("mark", mark);
        out.push(finding.fix(Fix::safe(vec![Edit::replace(place, format!("{space}{mark}"))])));
    }
}

/// Whether the colon at `at` ends a label of the layout: a capital alone (`Q:`), in either alphabet of labels.
fn label(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |start| start + 1);
    let lead = text[start..at].trim_start_matches(|c: char| !c.is_alphabetic());
    text[at..].starts_with(':') && lead.len() == 1 && lead.starts_with(char::is_uppercase)
}
