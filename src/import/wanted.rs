//! The value that a cell asks for.

use crate::normalise::{Choice, Entry};

/// What a column is to hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wanted {
    /// A text or a word; `None` for an empty cell.
    Text(Option<String>),
    /// A list of words.
    Words(Vec<String>),
    /// The choices of a multiple-choice question: label, text, whether it is right.
    Choices(Vec<(String, String, bool)>),
}

impl Wanted {
    /// What the row's entry has in a column.
    pub fn of(row: &Entry, column: &str) -> Self {
        // A table's line breaks may be its program's own.
        let text = |text: Option<&str>| Self::Text(text.map(|text| text.replace("\r\n", "\n")));
        match column {
            "lang" => text(Some(row.lang.code())),
            "kind" => text(Some(row.kind.name())),
            "question" => text(Some(&row.question)),
            "context" => text(row.context.as_deref()),
            "answer" => text(row.answer.as_deref()),
            "difficulty" => text(row.difficulty.map(|level| level.name())),
            "section" => Self::Words(row.section.clone()),
            "tags" => Self::Words(row.tags.clone()),
            "concepts" => Self::Words(row.concepts.clone()),
            "aliases" => Self::Words(row.aliases.clone()),
            _ => Self::Choices(
                row.options.iter().cloned().map(|Choice { label, text, correct }| (label, text, correct)).collect(),
            ),
        }
    }

    /// Its words, where it is a text one or a list.
    pub fn words(&self) -> &[String] {
        match self {
            Self::Text(text) => text.as_slice(),
            Self::Words(words) => words,
            Self::Choices(_) => &[],
        }
    }
}

/// Gives an entry what the row has in a column.
pub(super) fn put(entry: &mut Entry, row: &Entry, column: &str) {
    let text = |text: &Option<String>| text.as_ref().map(|text| text.replace("\r\n", "\n"));
    match column {
        "lang" => entry.lang = row.lang,
        "kind" => entry.kind = row.kind,
        "question" => entry.question = row.question.replace("\r\n", "\n"),
        "context" => entry.context = text(&row.context),
        "answer" => entry.answer = text(&row.answer),
        "difficulty" => entry.difficulty = row.difficulty,
        "section" => entry.section.clone_from(&row.section),
        "tags" => entry.tags.clone_from(&row.tags),
        "concepts" => entry.concepts.clone_from(&row.concepts),
        "aliases" => entry.aliases.clone_from(&row.aliases),
        _ => entry.options.clone_from(&row.options),
    }
}
