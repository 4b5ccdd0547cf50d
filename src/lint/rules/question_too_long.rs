//! `question-too-long`: a question too long for a title, a link and the front of a card.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading};

/// More characters than this are too many.
const MOST: usize = 120;

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    // What has no answer yet has a graver finding, and its wording is not settled.
    for entry in context.entries(document).iter().filter(|entry| entry.answer.is_some()) {
        let length = entry.question.chars().count();
        if length > MOST {
            let finding = document.finding("question-too-long", document.question_place(entry));
            out.push(finding.with("count", length.to_string()).with("most", MOST.to_string()));
        }
    }
}
