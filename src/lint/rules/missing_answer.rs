//! `missing-answer`: a question that nothing answers.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Document};
use crate::normalise::{Kind, Status};

pub(super) fn check(context: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    for entry in context.entries(document) {
        let chosen = entry.kind == Kind::Mcq && entry.options.iter().any(|choice| choice.correct);
        if entry.answer.is_some() && entry.status != Status::Placeholder || chosen {
            continue;
        }
        let finding = document.finding("missing-answer", document.question_place(entry));
        out.push(match entry.status {
            Status::Placeholder => finding.variant("placeholder"),
            _ if entry.kind == Kind::Mcq => finding.variant("choice"),
            _ => finding,
        });
    }
}
