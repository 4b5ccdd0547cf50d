//! One record of the schema, as data files hold it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::draft::{Draft, Field, FieldName};
use super::super::front_matter::{KNOWN_KEYS, Value, line_place};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{LineSpan, Source};
use crate::text::nearest;

/// Keys of the contract's record, and of the table made of it, that say how it was read; a record that comes back may carry
/// them.
const DERIVED_KEYS: &[&str] = &["code", "source", "flags", "fingerprint"];

/// One choice, as written.
#[derive(Debug, Clone, Deserialize)]
struct Choice {
    #[serde(default)]
    label: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    correct: bool,
}

/// A value of a record.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Cell {
    Choices(Vec<Choice>),
    Value(Value),
    Other(serde::de::IgnoredAny),
}

/// The keys of one record.
#[derive(Debug, Clone, Default)]
pub struct Record {
    fields: Vec<(FieldName, String)>,
    /// Keys that mean nothing here.
    pub unknown: Vec<String>,
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let mut record = Record::default();
        for (key, cell) in BTreeMap::<String, Cell>::deserialize(input)? {
            record.set(&key, cell);
        }
        Ok(record)
    }
}

impl Record {
    /// A record of cells that are all strings (CSV); lists are joined with `;`, or JSON where an item has one.
    pub fn from_cells<'a>(cells: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut record = Record::default();
        for (key, cell) in cells.filter(|(_, cell)| !cell.trim().is_empty()) {
            if key == "options" {
                if let Ok(choices) = serde_json::from_str::<Vec<Choice>>(cell) {
                    record.set(key, Cell::Choices(choices));
                }
                continue;
            }
            let list = matches!(key, "tags" | "concepts" | "aliases" | "section");
            let value = if let Some(words) = list.then(|| serde_json::from_str::<Vec<String>>(cell).ok()).flatten() {
                Value::Many(words.into_iter().map(Value::Text).collect())
            } else if list {
                Value::Many(cell.split(';').map(|part| Value::Text(part.trim().to_owned())).collect())
            } else {
                Value::Text(cell.to_owned())
            };
            record.set(key, Cell::Value(value));
        }
        record
    }

    fn set(&mut self, key: &str, cell: Cell) {
        if key == "options" {
            if let Cell::Choices(choices) = cell {
                for (at, choice) in choices.into_iter().enumerate() {
                    let label = if choice.label.is_empty() {
                        char::from(b'A' + (at % 26) as u8).to_string()
                    } else {
                        choice.label
                    };
                    if choice.correct {
                        self.fields.push((FieldName::Correct, label.clone()));
                    }
                    self.fields.push((FieldName::Choice, format!("{label}) {}", choice.text)));
                }
            }
            return;
        }
        let Some(&(_, name)) = KNOWN_KEYS.iter().find(|(known, _)| *known == key) else {
            if !DERIVED_KEYS.contains(&key) {
                self.unknown.push(key.to_owned());
            }
            return;
        };
        if let Cell::Value(value) = cell {
            self.fields
                .extend(value.strings().into_iter().filter(|text| !text.trim().is_empty()).map(|text| (name, text)));
        }
    }

    /// The draft that this record is, or `None` without a question.
    pub fn draft(self, lines: LineSpan) -> Option<Draft> {
        self.fields.iter().find(|(name, _)| *name == FieldName::Question)?;
        let mut fields: Vec<Field> =
            self.fields.into_iter().map(|(name, value)| Field { name, value, lines, pieces: Vec::new() }).collect();
        fields.sort_by_key(|field| field.name);
        Some(Draft { lines, fields, code: Vec::new(), flags: Vec::new(), display: None, layout: "data" })
    }
}

/// The diagnostic of a key that means nothing.
pub fn unknown_key(source: &Source, key: &str, lines: LineSpan) -> Diagnostic {
    let line = (lines.start..=lines.end).find(|&line| source.line(line).contains(key)).unwrap_or(lines.start);
    let mut place = line_place(source, line);
    if let Some(at) = source.line(line).find(key) {
        place.column = source.line(line)[..at].chars().count() + 1;
        place.end_column = place.column + key.chars().count();
    }
    let found =
        Diagnostic { severity: Severity::Error, ..Diagnostic::new("unknown-front-matter-key", &source.name, place) };
    let found = match nearest(key, KNOWN_KEYS.iter().map(|(name, _)| *name)) {
        Some(near) => found.variant("near").with("near", near),
        None => found,
    };
    found.with("key", key)
}
