//! `not-nfc`: letters whose accents are characters of their own, which search and comparison take for others.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let text = &document.source.text;
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return;
    }
    let code = document.markup().map(|markup| [&markup.blocks[..], &markup.spans].concat()).unwrap_or_default();
    for line in 1..=document.source.line_count() {
        let range = document.source.line_range(line);
        let mut edits = Vec::new();
        let mut words = Vec::new();
        let mut at = range.start;
        for word in document.source.text[range].split_inclusive(char::is_whitespace) {
            let start = at;
            at += word.len();
            let word = word.trim_end();
            // Code may be about the very difference.
            if word.is_ascii() || is_nfc(word) || code.iter().any(|code| code.contains(&start)) {
                continue;
            }
            words.push(word.nfc().collect::<String>());
            let place = document.place(start..start + word.len());
            edits.push(Edit::replace(place, word.nfc().collect::<String>()));
        }
        if let (Some(first), Some(last)) = (edits.first(), edits.last()) {
            let (end_line, end_column) = (last.place.end_line, last.place.end_column);
            let place = crate::diagnostic::Place { end_line, end_column, ..first.place };
            let finding = document.finding("not-nfc", place).with("words", words.join(", "));
            out.push(finding.with("count", words.len().to_string()).fix(Fix::safe(edits)));
        }
    }
}
