//! `heading-not-marked-up`: a line that stands for a section title and is not written as one.

use crate::diagnostic::{Diagnostic, Edit, Fix, Place};
use crate::lint::{Context, Document, Reading, lines};
use crate::parse::Role;

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for line in lines::prose(document) {
        if document.parsed.roles.get(line - 1) == Some(&Role::Section) && is_plain(document, line) {
            let place = document.line_place(line);
            let start = Place { end_line: place.line, end_column: place.column, ..place };
            let finding = document.finding("heading-not-marked-up", place);
            out.push(finding.fix(Fix::unsafe_(vec![Edit::replace(start, "## ")])));
        }
    }
}

/// Whether a title is a line like any other: no heading of either kind, no item of a list, no tag.
fn is_plain(document: &Document, line: usize) -> bool {
    let text = document.source.line(line).trim();
    let below = if line < document.source.line_count() { document.source.line(line + 1).trim() } else { "" };
    let underlined = below.len() >= 3 && below.bytes().all(|b| b == b'=' || b == b'-');
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let item = digits.len() < text.len() && digits.starts_with(['.', ')']);
    !text.starts_with(['#', '<', '-', '+', '•', '=']) && !underlined && !item && !text.starts_with("* ")
}
