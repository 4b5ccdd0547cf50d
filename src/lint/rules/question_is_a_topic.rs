//! `question-is-a-topic`: a subject in the place of a question.

use super::missing_answer::{section_place, sections};
use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading};
use crate::normalise::{Entry, Kind};
use crate::parse::requests;

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for (section, group) in sections(context, document) {
        match section {
            Some(line) => {
                let title = document.source.line(line).trim_start();
                if !title.contains('?') && !title.starts_with('#') {
                    let place = section_place(document, line, group);
                    out.push(document.finding("question-is-a-topic", place).variant("section"));
                }
            }
            None => out.extend(
                group
                    .iter()
                    .filter(|entry| is_topic(entry))
                    .map(|entry| document.finding("question-is-a-topic", document.question_place(entry))),
            ),
        }
    }
}

/// Whether an open question asks nothing.
fn is_topic(entry: &Entry) -> bool {
    entry.kind == Kind::Open && !entry.question.contains('?') && !requests(&entry.question)
}
