//! The table for spreadsheets (RFC 4180): a row an entry, a column a key of the schema, CRLF line ends.

use ::csv::{Terminator, WriterBuilder};
use serde_json::Value;

use super::super::ExportError;
use super::{CsvForm, Fingerprint};
use crate::normalise::Entry;
use crate::parse::data::formula;

/// The columns: the keys of the schema, in its order; the fingerprint comes after them.
const COLUMNS: [&str; 16] = [
    "id",
    "lang",
    "kind",
    "question",
    "context",
    "answer",
    "status",
    "section",
    "difficulty",
    "tags",
    "concepts",
    "options",
    "code",
    "source",
    "flags",
    "aliases",
];

pub(super) fn table(entries: &[&Entry], form: CsvForm) -> Result<Vec<u8>, ExportError> {
    let failed = |error: ::csv::Error| ExportError::of("csv")(error);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().chain([&Fingerprint::COLUMN])).map_err(failed)?;
    for entry in entries {
        let print = Fingerprint::of(entry).to_text();
        let cells = COLUMNS.iter().map(|column| cell(entry, column)).chain([print]);
        writer.write_record(cells.map(|text| if form.exact { text } else { formula::guard(text) })).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| ExportError::of("csv")(error.into_error()))
}

/// What an entry's cell holds in the column of this name, before any apostrophe; empty for what is absent and for
/// columns that there are not.
pub fn cell(entry: &Entry, column: &str) -> String {
    match column {
        "id" => entry.id.clone(),
        "lang" => entry.lang.code().to_owned(),
        "kind" => entry.kind.name().to_owned(),
        "question" => entry.question.clone(),
        "context" => entry.context.clone().unwrap_or_default(),
        "answer" => entry.answer.clone().unwrap_or_default(),
        "status" => entry.status.name().to_owned(),
        "section" => list(&entry.section),
        "difficulty" => entry.difficulty.map_or_else(String::new, |level| level.name().to_owned()),
        "tags" => list(&entry.tags),
        "concepts" => list(&entry.concepts),
        "options" if !entry.options.is_empty() => json(&entry.options),
        "code" if !entry.code.is_empty() => json(&entry.code),
        "source" => json(&entry.source),
        "flags" => list(&entry.flags),
        "aliases" => list(&entry.aliases),
        _ => String::new(),
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("records have only strings for keys")
}

/// A list of words as `a;b`; as JSON where a word would be mistaken for two or for JSON.
fn list(words: &[String]) -> String {
    let ambiguous =
        |word: &String| word.is_empty() || word.contains(';') || word.starts_with('[') || word.trim() != word;
    if words.iter().any(ambiguous) { Value::from(words).to_string() } else { words.join(";") }
}
