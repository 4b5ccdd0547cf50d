//! `missing-answer`: a question that nothing answers, or a section in which nothing answers any.

use crate::diagnostic::{Diagnostic, Place};
use crate::lint::{Context, Document, Reading};
use crate::normalise::{Entry, Kind, Status};
use crate::parse::Role;

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for (section, group) in sections(context, document) {
        match section {
            Some(line) => {
                let finding = document.finding("missing-answer", section_place(document, line, group));
                out.push(finding.variant("section").with("count", group.len().to_string()));
            }
            None => out.extend(group.iter().filter_map(|entry| about(document, entry))),
        }
    }
}

/// The entries of a document by section, each group with the line of its title where nothing in it has an answer: such a
/// section is spoken of as one.
pub(in crate::lint) fn sections<'a>(
    context: &'a Context<'_>,
    document: &'a Document,
) -> impl Iterator<Item = (Option<usize>, &'a [Entry])> {
    let section = |entry: &Entry| section_line(document, entry);
    let groups = context.entries(document).chunk_by(move |a, b| section(a).is_some() && section(a) == section(b));
    groups.map(move |group| {
        let line = section_line(document, &group[0]).filter(|&line| is_one_finding(document, group, line));
        (line, group)
    })
}

/// The place of a section from its title to its last question.
pub(in crate::lint) fn section_place(document: &Document, line: usize, group: &[Entry]) -> Place {
    let end = document.question_place(&group[group.len() - 1]);
    Place { end_line: end.end_line, end_column: end.end_column, ..document.line_place(line) }
}

/// What is missing from one entry, if anything.
fn about(document: &Document, entry: &Entry) -> Option<Diagnostic> {
    let chosen = entry.kind == Kind::Mcq && entry.options.iter().any(|choice| choice.correct);
    if entry.answer.is_some() || chosen {
        return None;
    }
    let finding = document.finding("missing-answer", document.question_place(entry));
    Some(match entry.status {
        Status::Placeholder => finding.variant("placeholder"),
        _ if entry.kind == Kind::Mcq => finding.variant("choice"),
        _ => finding,
    })
}

/// The line of the section title that an entry stands under, if it stands under one.
pub(in crate::lint) fn section_line(document: &Document, entry: &Entry) -> Option<usize> {
    let above = document.parsed.roles.get(..entry.source.lines.start)?;
    above.iter().rposition(|role| *role == Role::Section).map(|at| at + 1)
}

/// Whether a section that begins on `line` has no answer at all. One that has a suppression inside is looked at question
/// by question, so that the suppression reaches its own.
fn is_one_finding(document: &Document, group: &[Entry], line: usize) -> bool {
    let end = group[group.len() - 1].source.lines.end.min(document.source.line_count());
    let plain = |entry: &Entry| about(document, entry).is_some_and(|finding| finding.variant.is_none());
    let suppressed = (line + 1..=end).any(|line| document.source.line(line).contains("passerelle: allow"));
    !suppressed && group.iter().all(plain)
}
