//! Whether a question is answered, and if not, why.

use super::Status;
use crate::parse::{Draft, FieldName, Parsed};
use crate::source::Source;
use crate::text::fold;

/// Words that only keep the place of an answer, folded; `to` and `à` phrases are in both languages what is still to be done.
const PLACEHOLDERS: &[&str] = &[
    "todo",
    "tbd",
    "tba",
    "tbc",
    "wip",
    "fixme",
    "xxx",
    "n/a",
    "lorem ipsum",
    "coming",
    "to come",
    "to be added",
    "to be completed",
    "to be defined",
    "to be determined",
    "to be done",
    "to be written",
    "being written",
    "in progress",
    "work in progress",
    "placeholder",
    "answer here",
    "your answer here",
    "write your answer here",
    "insert answer here",
    "a completer",
    "a definir",
    "a ecrire",
    "a faire",
    "a preciser",
    "a rediger",
    "a venir",
    "reponse ici",
    "ta reponse ici",
    "votre reponse ici",
    "en cours",
    "en cours d'ecriture",
    "en cours de redaction",
    "bientot",
    "bientot disponible",
];

/// What may stand before such words, and what after them.
const BEFORE: &[&str] = &[
    "reponse ",
    "la reponse est ",
    "cette reponse est ",
    "reponse : ",
    "reponse: ",
    "answer ",
    "the answer is ",
    "this answer is ",
    "answer: ",
];
const AFTER: &[&str] = &[" bientot", " plus tard", " prochainement", " ici", " later", " soon", " here"];

/// Marks that writers leave where work remains: what follows one is a note to themselves.
const MARKS: &[&str] = &["TODO", "FIXME", "TBD", "TBC", "XXX", "WIP", "À COMPLÉTER", "À FAIRE", "À RÉDIGER"];

/// The most words of such a note; a longer text says something.
const NOTE: usize = 25;

/// The answer, if it is one, and the status.
pub fn settle(
    source: &Source,
    parsed: &Parsed,
    draft: &Draft,
    question: &str,
    written: Option<String>,
) -> (Option<String>, Status) {
    match written {
        Some(answer) if is_placeholder(question, &answer) => (None, Status::Placeholder),
        Some(answer) => (Some(answer), Status::Answered),
        None if breaks_off(source, parsed, draft, question) => (None, Status::Truncated),
        None => match draft.value(FieldName::Status) {
            Some("truncated") => (None, Status::Truncated),
            Some("placeholder") => (None, Status::Placeholder),
            _ => (None, Status::Unanswered),
        },
    }
}

/// Whether an answer only keeps the place: nothing but marks, words that say so, a note of what remains, or filler text. What
/// the question asks about is no filler.
fn is_placeholder(question: &str, answer: &str) -> bool {
    let folded = fold(answer);
    let words = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if words.is_empty() {
        return !answer.contains("```");
    }
    let bare = BEFORE.iter().find_map(|before| words.strip_prefix(before)).unwrap_or(words);
    let bare = AFTER.iter().find_map(|after| bare.strip_suffix(after)).unwrap_or(bare);
    let is_asked = |mark: &str| fold(question).contains(&fold(mark));
    PLACEHOLDERS.contains(&words)
        || PLACEHOLDERS.contains(&bare)
        || is_note(answer.trim(), is_asked)
        || words.starts_with("lorem ipsum ") && !is_asked("lorem ipsum")
}

/// Whether an answer is a note of one paragraph that begins with a mark: `TODO: with examples`, `**TBD** – ask the team`.
fn is_note(answer: &str, is_asked: impl Fn(&str) -> bool) -> bool {
    let bare = answer.trim_start_matches(['*', '_', '[', '(', '<', '!', '-', ' ']);
    let marked = MARKS.iter().any(|mark| {
        let upper = bare.get(..mark.len()).is_some_and(|first| first == *mark);
        let rest = || bare[mark.len()..].trim_start_matches(['*', '_', ']', ')', '>', ' ', '\u{a0}', '\u{202f}']);
        let closed = || bare[mark.len()..].starts_with(['*', '_', ']', ')']);
        upper && !is_asked(mark) && (rest().starts_with([':', '-', '–', '—', '(', '.', '…']) || closed())
    });
    marked && !answer.contains("\n\n") && !answer.contains("```") && answer.split_whitespace().count() <= NOTE
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
