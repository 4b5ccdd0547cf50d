//! `missing-front-matter`: a document that does not begin with its keys.

use crate::diagnostic::{Diagnostic, Place};
use crate::lint::{Context, Reading};
use crate::parse::{Format, Role, sniff};

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let first = (1..=document.source.line_count()).find(|&line| !document.source.line(line).trim().is_empty());
    let keyed = first.and_then(|line| document.parsed.roles.get(line - 1)) == Some(&Role::Meta);
    if sniff(&document.source) == Format::Text && !context.entries(document).is_empty() && !keyed {
        let place = Place { line: 1, column: 1, end_line: 1, end_column: 1 };
        out.push(document.finding("missing-front-matter", place));
    }
}
