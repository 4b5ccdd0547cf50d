//! `missing-question-mark`: a question, by its words or by its label, without a question mark.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::i18n::Lang;
use crate::lint::{Context, Document, Reading, lines};
use crate::normalise::{Entry, Kind};
use crate::parse::FieldName;
use crate::text::fold;

/// Folded words that only a question begins with.
const INTERROGATIVE: [&[&str]; 2] = [
    &["combien", "comment", "pourquoi", "quand", "quel", "quelle", "quelles", "quels"],
    &["how", "what", "when", "where", "which", "who", "why"],
];

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for entry in context.entries(document) {
        if entry.question.contains(['?', '\n']) || !matches!(entry.kind, Kind::Open | Kind::Mcq) {
            continue;
        }
        let finding = document.finding("missing-question-mark", document.question_place(entry));
        if is_interrogative(entry) {
            out.push(match fix(document, entry) {
                Some(fix) => finding.fix(fix),
                None => finding,
            });
        } else if is_labelled(document, entry) {
            out.push(finding.variant("request"));
        }
    }
}

/// Whether the first words are those of a question; `How to …` and `When to …` begin titles.
fn is_interrogative(entry: &Entry) -> bool {
    let folded = fold(&entry.question);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let list = INTERROGATIVE[usize::from(entry.lang == Lang::En)];
    let asks = list.contains(&first) || (first == "qu" && second == "est");
    // A colon, a comma or a full stop inside: more than a question.
    asks && second != "to" && !entry.question.trim_end_matches('.').contains([':', '.', '!', ';'])
}

/// Whether the source announces the text as a question (`Q:`, `**Question 7:**`).
fn is_labelled(document: &Document, entry: &Entry) -> bool {
    let line = document.question_place(entry).line;
    let text = lines::bare(document.source.line(line));
    let label = text.split([':', '.', ')']).next().unwrap_or_default();
    let word = label.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '*');
    text.len() > label.len() && ["q", "question"].contains(&word.to_lowercase().as_str())
}

/// The mark after the last word, in the stead of a full stop; in French after a narrow space that does not break.
fn fix(document: &Document, entry: &Entry) -> Option<Fix> {
    let range = document.draft(entry)?.field(FieldName::Question)?.pieces.last()?.clone();
    let text = document.source.text.get(range.clone())?.trim_end();
    let end = range.start + text.len();
    let start = end - (text.len() - text.trim_end_matches('.').trim_end().len());
    let mark = if entry.lang == Lang::Fr { "\u{202f}?" } else { "?" };
    Some(Fix::safe(vec![Edit::replace(document.place(start..end), mark)]))
}
