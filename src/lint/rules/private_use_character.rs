//! `private-use-character`: a character that Unicode gives no meaning, or the one that stands for a lost one.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let text = &document.source.text;
    if text.is_ascii() || !text.contains(is_one) {
        return;
    }
    let spans = document.markup().map_or(&[][..], |markup| &markup.spans);
    let mut end = 0;
    for (at, c) in text.match_indices(is_one) {
        let c = c.chars().next().unwrap_or_default();
        let next = at + c.len_utf8();
        // One finding a run; code between backticks shows the character itself.
        let (follows, shown) = (at == end && end > 0, spans.iter().any(|span| span.contains(&at)));
        end = next;
        if follows || shown {
            continue;
        }
        let finding = document.finding("private-use-character", document.place(at..next));
        let finding = finding.with("code", format!("U+{:04X}", u32::from(c)));
        out.push(if c == char::REPLACEMENT_CHARACTER { finding.variant("replacement") } else { finding });
    }
}

fn is_one(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}
