//! What pages show of an entry, rendered once.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use super::address;
use super::inversion::unbroken;
use super::links::{Ways, resolve};
use crate::i18n::Lang;
use crate::link::Concept;
use crate::normalise::{Choice, Difficulty, Entry, Kind, Status};
use crate::render::{self, Style};

/// An entry in a list.
#[derive(Serialize)]
struct Item {
    to: String,
    lang: &'static str,
    html: Value,
    level: Option<&'static str>,
    kind: Option<&'static str>,
    status: Option<&'static str>,
}

/// An entry's own texts.
#[derive(Serialize)]
struct Body {
    context: Option<Value>,
    options: Vec<Choices>,
    right: Vec<String>,
    answer: Option<Value>,
}

#[derive(Serialize)]
struct Choices {
    label: String,
    html: Value,
}

/// The line of a list that leads to an entry.
pub(super) fn item(entry: &Entry) -> Value {
    Value::from_serializable(&Item {
        to: address::question(entry.lang, &entry.id),
        lang: entry.lang.code(),
        html: Value::safe_string(&unbroken(&render::inline(entry.shown_question(), entry.lang), entry.lang)),
        level: entry.difficulty.map(level),
        kind: kind(entry.kind),
        status: status(entry.status),
    })
}

/// Context, choices and answer of an entry.
pub(super) fn body(entry: &Entry, ways: Ways<'_>) -> Value {
    let markdown = |text: &str| markdown(text, entry.lang, ways);
    let filled = |text: Option<&str>| text.filter(|text| !text.trim().is_empty()).map(markdown);
    let option = |choice: &Choice| Choices { label: choice.label.clone(), html: markdown(&choice.text) };
    Value::from_serializable(&Body {
        context: filled(entry.shown_context()),
        options: entry.options.iter().map(option).collect(),
        right: entry.options.iter().filter(|choice| choice.correct).map(|choice| choice.label.clone()).collect(),
        answer: filled(entry.shown_answer()),
    })
}

/// A text of the source file of `ways` as HTML.
pub(super) fn markdown(text: &str, lang: Lang, ways: Ways<'_>) -> Value {
    let style = Style { lang, hard_breaks: ways.source.ends_with(".txt"), heading_shift: 2 };
    Value::safe_string(&resolve(&render::markdown(text, style), ways))
}

/// The name of a level in messages (`level-…`).
pub(super) fn level(difficulty: Difficulty) -> &'static str {
    match difficulty {
        Difficulty::Beginner => "beginner",
        Difficulty::Intermediate => "intermediate",
        Difficulty::Advanced => "advanced",
    }
}

/// The name of a kind in messages (`kind-…`); nothing for the usual one.
fn kind(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Open => None,
        Kind::Mcq => Some("mcq"),
        Kind::Exercise => Some("exercise"),
        Kind::Flashcard => Some("flashcard"),
    }
}

/// The name of a status in messages (`status-…`); nothing where there is an answer.
fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Answered => None,
        Status::Unanswered => Some("unanswered"),
        Status::Truncated => Some("truncated"),
        Status::Placeholder => Some("placeholder"),
    }
}

/// The name of a concept for readers of `lang`.
pub(super) fn label(concept: &Concept, lang: Lang) -> Cow<'_, str> {
    render::typeset(concept.label(lang), lang)
}

/// Its other names in `lang`.
pub(super) fn other_labels(concept: &Concept, lang: Lang) -> Vec<Cow<'_, str>> {
    let others = concept.labels(lang).filter(|name| *name != concept.label(lang));
    others.map(|name| render::typeset(name, lang)).collect()
}

/// `text` as one line of at most `most` characters, set as its language wants and cut between words; its prose, where it has
/// any, as code says nothing in one line.
pub(super) fn excerpt(text: &str, lang: Lang, most: usize) -> String {
    let prose = render::prose_set(text, lang);
    let plain = if prose.is_empty() { render::plain_set(text, lang) } else { prose };
    let mut out = String::new();
    let mut length = 0;
    // No-break spaces stay.
    for word in plain.split_ascii_whitespace() {
        let more = word.chars().count() + 1;
        if length + more > most {
            out.push('…');
            break;
        }
        if length > 0 {
            out.push(' ');
        }
        out.push_str(word);
        length += more;
    }
    out
}
