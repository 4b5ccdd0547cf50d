//! Whether a question is answered, and if not, why.

use super::Status;
use crate::parse::{Draft, FieldName, Parsed};
use crate::source::Source;
use crate::text::fold;

/// Answers that only keep the place, folded.
const PLACEHOLDERS: &[&str] = &[
    "todo",
    "tbd",
    "tba",
    "wip",
    "fixme",
    "coming soon",
    "to be completed",
    "to be done",
    "answer here",
    "your answer here",
    "a completer",
    "a venir",
    "a faire",
    "a rediger",
    "reponse ici",
    "en cours",
    "bientot",
];

/// The answer, if it is one, and the status.
pub fn settle(
    source: &Source,
    parsed: &Parsed,
    draft: &Draft,
    question: &str,
    written: Option<String>,
) -> (Option<String>, Status) {
    match written {
        Some(answer) if is_placeholder(&answer) => (None, Status::Placeholder),
        Some(answer) => (Some(answer), Status::Answered),
        None if breaks_off(source, parsed, draft, question) => (None, Status::Truncated),
        None => match draft.value(FieldName::Status) {
            Some("truncated") => (None, Status::Truncated),
            Some("placeholder") => (None, Status::Placeholder),
            _ => (None, Status::Unanswered),
        },
    }
}

fn is_placeholder(answer: &str) -> bool {
    // Breaks and rules in HTML part what follows from it.
    let mut folded = fold(answer);
    while let Some(rest) = folded.trim_end().strip_suffix('>')
        && let Some((before, tag)) = rest.rsplit_once('<')
        && matches!(tag.trim_matches([' ', '/']), "br" | "hr" | "p")
    {
        folded = before.to_owned();
    }
    let words = folded.trim_matches(|c: char| !c.is_alphanumeric());
    words.is_empty() && !answer.contains("```") || PLACEHOLDERS.contains(&words)
}

/// Whether a question is the last thing in its document and stops in the middle of a sentence, where the others do not.
fn breaks_off(source: &Source, parsed: &Parsed, draft: &Draft, question: &str) -> bool {
    let ended = |text: &str| {
        text.trim_end().trim_end_matches(['*', '_', '`']).ends_with(['.', '?', '!', ':', '»', '"', '…', ')'])
    };
    let last = (1..=source.line_count()).rev().find(|&line| !source.line(line).trim().is_empty());
    let questions: Vec<&str> = parsed.drafts.iter().filter_map(|d| d.value(FieldName::Question)).collect();
    let proper = questions.iter().filter(|text| ended(text)).count();
    last == Some(draft.lines.end) && !ended(question) && proper * 2 > questions.len()
}
