//! `several-questions-in-one-entry`: an entry, or a topic of an outline without any answer, that asks more than one thing.

use super::missing_answer::{section_place, sections};
use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading};
use crate::normalise::Entry;

/// From how many questions on an entry is said to ask several: a second one often only makes the first precise.
const SEVERAL: usize = 3;

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for (section, group) in sections(context, document) {
        let count: usize = group.iter().map(asked).sum();
        match section {
            // Below a heading, several questions are what a reader expects.
            Some(line) if count >= 2 && !document.source.line(line).trim_start().starts_with('#') => {
                let place = section_place(document, line, group);
                let finding = document.finding("several-questions-in-one-entry", place);
                out.push(finding.variant("section").with("count", count.to_string()));
            }
            Some(_) => {}
            None => {
                for entry in group.iter().filter(|entry| asked(entry) >= SEVERAL) {
                    let finding = document.finding("several-questions-in-one-entry", document.question_place(entry));
                    out.push(finding.with("count", asked(entry).to_string()));
                }
            }
        }
    }
}

/// How many sentences of a question end with a question mark.
fn asked(entry: &Entry) -> usize {
    let ends = |rest: &str| rest.chars().next().is_none_or(|c| c.is_whitespace() || "*_»”".contains(c));
    entry.question.match_indices('?').filter(|(at, _)| ends(&entry.question[at + 1..])).count()
}
