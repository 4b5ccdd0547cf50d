//! `mojibake`: UTF-8 that was read in another encoding and saved again.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Document};
use crate::text::repair;

pub(super) fn check(_: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    for repair in repair(&document.source.text) {
        let place = document.place(repair.range.clone());
        let written: String = document.source.text[repair.range].chars().filter(|&c| !private(c)).collect();
        let finding = document.finding("mojibake", place).with("written", written).with("meant", repair.text.as_str());
        out.push(finding.fix(Fix::safe(vec![Edit::replace(place, repair.text)])));
    }
}

/// Private-use characters have no shape to show.
fn private(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}
