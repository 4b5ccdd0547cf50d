//! `answer-too-long`: an answer that nobody would give in an interview, nor learn from a card.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading};

/// More words than this are too many, those of code included.
const MOST: usize = 350;

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for entry in context.entries(document) {
        let words = entry.answer.as_deref().map_or(0, |text| text.split_whitespace().count());
        if words > MOST {
            let finding = document.finding("answer-too-long", document.question_place(entry));
            out.push(finding.with("count", words.to_string()).with("most", MOST.to_string()));
        }
    }
}
