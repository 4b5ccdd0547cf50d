//! `answer-only-in-code-fence`: an answer that is one block of code, or prose in the dress of code.

use crate::diagnostic::{Diagnostic, Place};
use crate::lint::{Context, Document, Reading};
use crate::normalise::{Entry, Kind};
use crate::parse::{FieldName, Format, Role, sniff};

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    if sniff(&document.source) != Format::Text {
        return;
    }
    for entry in context.entries(document).iter().filter(|entry| entry.kind == Kind::Open && entry.answer.is_some()) {
        let Some((first, last)) = only_fence(document, entry) else { continue };
        let (start, end) = (document.line_place(first), document.line_place(last));
        let place = Place { end_line: end.end_line, end_column: end.end_column, ..start };
        let finding = document.finding("answer-only-in-code-fence", place);
        let label = document.source.line(first).trim().trim_start_matches(['`', '~']).trim();
        let prose = label.is_empty() || ["text", "txt", "plain", "plaintext", "md", "markdown"].contains(&label);
        out.push(if prose { finding.variant("prose") } else { finding });
    }
}

/// The first and the last line of the fence that an answer is, when it is nothing else.
fn only_fence(document: &Document, entry: &Entry) -> Option<(usize, usize)> {
    let asked = document.draft(entry)?.field(FieldName::Question)?.lines.end;
    let told = |&line: &usize| {
        let role = document.parsed.roles.get(line - 1).copied().unwrap_or(Role::Note);
        matches!(role, Role::Answer | Role::Code) && !document.source.line(line).trim().is_empty()
    };
    let lines: Vec<usize> = (asked + 1..=entry.source.lines.end).filter(told).collect();
    let (&first, &last) = (lines.first()?, lines.last()?);
    let text = |line: usize| document.source.line(line).trim();
    let sign = ["```", "~~~"].into_iter().find(|sign| text(first).starts_with(sign))?;
    let closes = |line: usize| text(line).starts_with(sign);
    let inside = &lines[1..lines.len() - 1];
    (first < last && closes(last) && !inside.iter().any(|&line| closes(line))).then_some((first, last))
}
