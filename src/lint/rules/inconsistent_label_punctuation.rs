//! `inconsistent-label-punctuation`: bold labels whose colon is now inside the emphasis, now outside.

use std::sync::OnceLock;

use regex::Regex;

use crate::diagnostic::{Diagnostic, Edit, Fix, Place};
use crate::lint::{Context, Reading, lines};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    static LABEL: OnceLock<Regex> = OnceLock::new();
    let pattern = r"^\s*(?:[-*+]\s+)?\*\*(?P<word>[\p{L}\d][^*:]{0,40}?)(?P<space>[ \u{a0}\u{202f}]*)(?:(?P<inside>:\*\*)|(?P<outside>\*\*(?P<gap>[ \u{a0}\u{202f}]*):))";
    let label = LABEL.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    let mut inside: Vec<(Place, String)> = Vec::new();
    let mut outside: Vec<(Place, String)> = Vec::new();
    for line in lines::prose(document) {
        let Some(found) = label.captures(document.source.line(line)) else { continue };
        let (Some(word), Some(whole)) = (found.name("word"), found.get(0)) else { continue };
        let start = document.source.line_range(line).start;
        let place = document.place(start + word.start() - "**".len()..start + whole.end());
        let space = |name: &str| found.name(name).map_or("", |space| space.as_str());
        match found.name("inside") {
            Some(_) => inside.push((place, format!("**{}**{}:", word.as_str(), space("space")))),
            None => outside.push((place, format!("**{}{}:**", word.as_str(), space("gap")))),
        }
    }
    let fewer = if inside.len() < outside.len() { &inside } else { &outside };
    if inside.is_empty() || outside.is_empty() {
        return;
    }
    for (place, text) in fewer {
        let finding = document.finding("inconsistent-label-punctuation", *place).with("other", text.as_str());
        out.push(finding.fix(Fix::safe(vec![Edit::replace(*place, text.as_str())])));
    }
}
