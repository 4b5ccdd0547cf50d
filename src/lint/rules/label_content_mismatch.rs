//! `label-content-mismatch`: a fence whose label names another language than its code is in.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::Document;
use crate::lint::fence::Fence;

/// The finding that the code of a fence is in `lang`.
pub(super) fn finding(document: &Document, fence: &Fence<'_>, lang: &str) -> Diagnostic {
    let place = fence.label_place(document);
    let finding = document.finding("label-content-mismatch", place).with("label", fence.label).with("lang", lang);
    finding.fix(Fix::unsafe_(vec![Edit::replace(place, lang)]))
}
