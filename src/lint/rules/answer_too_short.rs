//! `answer-too-short`: an answer of a few words, which a learner cannot learn from. Code may be short.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading};
use crate::normalise::Kind;
use crate::parse::FieldName;

/// Fewer characters than this are too few.
const FEWEST: usize = 40;

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for entry in context.entries(document).iter().filter(|entry| entry.kind == Kind::Open) {
        let Some(length) = entry.answer.as_deref().map(|text| text.trim().chars().count()) else { continue };
        if length < FEWEST && entry.code.is_empty() {
            let answer = document.draft(entry).and_then(|draft| draft.field(FieldName::Answer));
            let lines = answer.map_or(entry.source.lines, |field| field.lines);
            let finding = document.finding("answer-too-short", document.line_place(lines.start));
            out.push(finding.with("count", length.to_string()).with("least", FEWEST.to_string()));
        }
    }
}
