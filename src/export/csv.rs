//! CSV (RFC 4180): a row an entry, a column a key of the schema, CRLF line ends.
//!
//! Cells hold the exact text: nothing is put before a leading `=`, since a file that is read back must give what was
//! written. `docs/exports/csv.md` says what that means for spreadsheets.

use ::csv::{Terminator, WriterBuilder};
use serde::Serialize;
use serde_json::Value;

use super::{ExportError, ExportOptions, Exporter};
use crate::link::Library;
use crate::normalise::Entry;

pub(super) const EXPORTER: Exporter =
    Exporter { name: "csv", extension: "csv", media_type: "text/csv", count: super::count, run };

/// The columns: the keys of the schema, in its order.
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

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(ExportError::of("csv"))?;
    for entry in options.entries(library) {
        writer.write_record(row(entry).map_err(ExportError::of("csv"))?).map_err(ExportError::of("csv"))?;
    }
    writer.into_inner().map_err(|error| ExportError::of("csv")(error.into_error()))
}

fn row(entry: &Entry) -> Result<[String; COLUMNS.len()], serde_json::Error> {
    Ok([
        entry.id.clone(),
        entry.lang.code().to_owned(),
        entry.kind.name().to_owned(),
        entry.question.clone(),
        entry.context.clone().unwrap_or_default(),
        entry.answer.clone().unwrap_or_default(),
        word(&entry.status)?,
        list(&entry.section)?,
        entry.difficulty.map_or_else(String::new, |level| level.name().to_owned()),
        list(&entry.tags)?,
        list(&entry.concepts)?,
        if entry.options.is_empty() { String::new() } else { serde_json::to_string(&entry.options)? },
        if entry.code.is_empty() { String::new() } else { serde_json::to_string(&entry.code)? },
        serde_json::to_string(&entry.source)?,
        list(&entry.flags)?,
        list(&entry.aliases)?,
    ])
}

/// A value that is a word in the schema.
fn word(value: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_value(value)?.as_str().unwrap_or_default().to_owned())
}

/// A list of words as `a;b`; as JSON where a word would be mistaken for two or for JSON.
fn list(words: &[String]) -> Result<String, serde_json::Error> {
    let ambiguous =
        |word: &String| word.is_empty() || word.contains(';') || word.starts_with('[') || word.trim() != word;
    if words.iter().any(ambiguous) {
        return Ok(Value::from(words).to_string());
    }
    Ok(words.join(";"))
}
