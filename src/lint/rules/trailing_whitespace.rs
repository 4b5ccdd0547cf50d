//! `trailing-whitespace`: white space at the end of a line, in code too.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for line in 1..=document.source.line_count() {
        let text = document.source.line(line);
        let kept = text.trim_end_matches([' ', '\t']);
        // Two spaces after words are a line break of Markdown.
        if kept.len() == text.len() || !kept.is_empty() && &text[kept.len()..] == "  " {
            continue;
        }
        let range = document.source.line_range(line);
        let place = document.place(range.start + kept.len()..range.end);
        let finding = document.finding("trailing-whitespace", place);
        out.push(finding.fix(Fix::safe(vec![Edit::replace(place, "")])));
    }
}
