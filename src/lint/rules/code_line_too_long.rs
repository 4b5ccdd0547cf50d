//! `code-line-too-long`: a line of code that a page cannot show whole.

use crate::diagnostic::{Diagnostic, Place};
use crate::lint::{Context, Reading};

/// How many characters a line of code may have.
const LONGEST: usize = 100;

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for code in document.parsed.drafts.iter().flat_map(|draft| &draft.code) {
        for line in code.lines.start..=code.lines.end.min(document.source.line_count()) {
            let length = document.source.line(line).chars().count();
            if length > LONGEST {
                let place = Place { line, column: LONGEST + 1, end_line: line, end_column: length + 1 };
                out.push(document.finding("code-line-too-long", place).with("length", length.to_string()));
            }
        }
    }
}
