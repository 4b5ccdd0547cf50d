//! `label-content-mismatch`: a fence whose label names another language than its code is in.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::fence::fences;
use crate::lint::{Context, Document};

pub(super) fn check(_: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    for fence in fences(document) {
        let Some(lang) = fence.mismatch() else { continue };
        let place = fence.label_place(document);
        let finding = document.finding("label-content-mismatch", place).with("label", fence.label).with("lang", lang);
        out.push(finding.fix(Fix::unsafe_(vec![Edit::replace(place, lang)])));
    }
}
