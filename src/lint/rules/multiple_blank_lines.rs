//! `multiple-blank-lines`: more than one blank line in a row, outside code.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading, lines};
use crate::source::LineSpan;

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let prose = lines::prose(document);
    let blank = |line: usize| document.source.line(line).trim().is_empty();
    let follows = |pair: &&[usize]| pair[1] == pair[0] + 1 && blank(pair[0]) && blank(pair[1]);
    let mut extra: Vec<LineSpan> = Vec::new();
    for line in prose.windows(2).filter(follows).map(|pair| pair[1]) {
        match extra.last_mut().filter(|span| span.end + 1 == line) {
            Some(span) => span.end = line,
            None => extra.push(LineSpan::new(line, line)),
        }
    }
    for span in extra {
        let finding = document.finding("multiple-blank-lines", document.line_place(span.start));
        out.push(finding.fix(Fix::safe(vec![Edit::delete_lines(span)])));
    }
}
