//! `mojibake`: UTF-8 that was read in another encoding and saved again.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading};
use crate::text::{Repair, repair};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let repairs = repair(&document.source.text);
    // A text that only shows mojibake is about it; one that has some of its own was damaged as a whole.
    if repairs.is_empty() || shown(document, &repairs) {
        return;
    }
    for repair in repairs {
        let place = document.place(repair.range.clone());
        let written: String = document.source.text[repair.range].chars().filter(|&c| !private(c)).collect();
        let finding = document.finding("mojibake", place).with("written", written).with("meant", repair.text.as_str());
        out.push(finding.fix(Fix::safe(vec![Edit::replace(place, repair.text)])));
    }
}

/// What leads from a text to a sign that it speaks of.
const LEADS: [&str; 26] = [
    "such as",
    "like",
    "as",
    "e.g.",
    "for example",
    "for instance",
    "becomes",
    "become",
    "reads",
    "shows",
    "see",
    "instead of",
    "into",
    "comme",
    "tel que",
    "telle que",
    "tels que",
    "telles que",
    "par exemple",
    "p. ex.",
    "devient",
    "deviennent",
    "donne",
    "lit",
    "affiche",
    "au lieu de",
];

/// Whether all of these stand between backticks, or between quotes that a word such as *like* leads to.
fn shown(document: &Reading<'_>, repairs: &[Repair]) -> bool {
    let spans = document.markup().map_or(&[][..], |markup| &markup.spans);
    let text = &document.source.text;
    repairs.iter().all(|repair| {
        let before =
            &text[document.source.raw_range(document.source.position(repair.range.start).0).start..repair.range.start];
        spans.iter().any(|span| span.start <= repair.range.start && repair.range.end <= span.end) || is_led_to(before)
    })
}

/// Whether what is before a place of a line has an open quote after a word that leads to it.
fn is_led_to(before: &str) -> bool {
    let opened = [('«', '»'), ('“', '”'), ('"', '"')].into_iter().filter_map(|(open, close)| {
        let at = before.rfind(open)?;
        let alone = open != close || before.matches(open).count() % 2 == 1;
        (alone && !before[at + open.len_utf8()..].contains(close)).then_some(at)
    });
    opened.max().is_some_and(|at| {
        let said = before[..at]
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '*' | '_' | '('))
            .to_lowercase();
        LEADS.iter().any(|lead| said.strip_suffix(lead).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
    })
}

/// Private-use characters have no shape to show.
fn private(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}
