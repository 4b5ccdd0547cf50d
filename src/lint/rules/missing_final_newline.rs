//! `missing-final-newline`: a last line that does not end.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let text = &document.source.text;
    if text.is_empty() || text.ends_with(['\n', '\r']) {
        return;
    }
    let end = document.place(text.len()..text.len());
    let finding = document.finding("missing-final-newline", end);
    out.push(finding.fix(Fix::safe(vec![Edit::replace(end, "\n")])));
}
