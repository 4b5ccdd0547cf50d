//! `invisible-or-bidi-control`: characters that nobody sees, and those that turn the order of others round.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::markup::Markup;
use crate::lint::{Context, Reading};
use crate::text::{control_shown, repair};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let text = &document.source.text;
    let controls = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0x7f;
    if text.is_ascii() && !text.bytes().any(controls) {
        return;
    }
    // Half a character that went through a wrong encoding is a matter of `mojibake`, which can still undo it.
    let halves = if text.contains(is_c1) { repair(text) } else { Vec::new() };
    for (at, c) in text.char_indices().filter(|&(_, c)| is_one(c)) {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        if belongs(c, before, after) || is_c1(c) && halves.iter().any(|half| half.range.contains(&at)) {
            continue;
        }
        let place = document.place(at..at + c.len_utf8());
        let finding = document.finding("invisible-or-bidi-control", place);
        let finding = finding.with("code", format!("U+{:04X}", u32::from(c)));
        if is_c1(c) {
            // What is left of a sign: without it the text could never be restored.
            let sign = control_shown(c);
            let finding = finding.variant("c1");
            let edits = || Fix::unsafe_(vec![Edit::replace(place, sign)]);
            out.push(if is_c1(sign) { finding } else { finding.fix(edits()) });
            continue;
        }
        let edits = vec![Edit::replace(place, "")];
        let in_code = |code: &Markup<'_>| code.blocks.iter().chain(&code.spans).any(|range| range.contains(&at));
        // A string of a program may need it.
        let fix = if document.markup().is_none_or(in_code) { Fix::unsafe_(edits) } else { Fix::safe(edits) };
        out.push(if is_bidi(c) { finding.variant("bidi").fix(fix) } else { finding.fix(fix) });
    }
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
}

/// A control character of the second set, which nobody types: a byte of another encoding.
fn is_c1(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

fn is_one(c: char) -> bool {
    is_bidi(c)
        || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{180e}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e007f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// Whether the character does its work: joiners within emoji and scripts that need them, marks of direction beside text
/// that is written from right to left, tags that make a flag.
fn belongs(c: char, before: &str, after: &str) -> bool {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let both = |is: fn(char) -> bool| last.is_some_and(is) && next.is_some_and(is);
    let either = |is: fn(char) -> bool| last.is_some_and(is) || next.is_some_and(is);
    match c {
        '\u{200c}' => both(joins),
        // Keyboards leave one beside an emoji; it parts no word.
        '\u{200d}' => either(joins),
        '\u{e0020}'..='\u{e007f}' => last.is_some_and(|c| c == '🏴' || matches!(c, '\u{e0020}'..='\u{e007e}')),
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => either(|c| matches!(c, '\u{1100}'..='\u{11ff}')),
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}' => either(is_right_to_left),
        _ => false,
    }
}

/// Emoji and their parts, and the letters of scripts whose shapes joiners decide: Arabic, Syriac, those of India and around.
fn joins(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0e}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
        || matches!(c, '\u{600}'..='\u{74f}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{18af}')
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}
