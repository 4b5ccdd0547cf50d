//! JSON (an array of records, or an object with one under `questions` or `entries`) and JSON Lines.

use serde_json::value::RawValue;

use super::super::draft::{Parsed, Role};
use super::Malformed;
use super::record::Record;
use crate::source::{LineSpan, Source};

/// The records of a JSON document with their lines.
pub fn array(source: &Source) -> Result<Vec<(Record, LineSpan)>, Malformed> {
    let problem = |error: serde_json::Error| Malformed::new(error.line(), &error.to_string());
    let trimmed = source.text.trim_start();
    let items: Vec<&RawValue> = if trimmed.starts_with('[') {
        serde_json::from_str(&source.text).map_err(problem)?
    } else {
        #[derive(serde::Deserialize)]
        struct Wrapped<'a> {
            #[serde(borrow, alias = "entries")]
            questions: Vec<&'a RawValue>,
        }
        match serde_json::from_str::<Wrapped<'_>>(&source.text) {
            Ok(wrapped) => wrapped.questions,
            Err(_) => vec![serde_json::from_str(&source.text).map_err(problem)?],
        }
    };
    let start = source.text.as_ptr() as usize;
    items
        .into_iter()
        .map(|raw| {
            let at = raw.get().as_ptr() as usize - start;
            let (first, _) = source.position(at);
            let (last, _) = source.position(at + raw.get().trim_end().len().saturating_sub(1));
            let record = serde_json::from_str(raw.get())
                .map_err(|error| Malformed::new(first + error.line().saturating_sub(1), &error.to_string()))?;
            Ok((record, LineSpan::new(first, last)))
        })
        .collect()
}

/// The records of JSON Lines; a malformed line is a diagnostic and a note.
pub fn lines(source: &Source, parsed: &mut Parsed) -> Vec<(Record, LineSpan)> {
    let mut out = Vec::new();
    for line in (1..=source.line_count()).filter(|&line| !source.line(line).trim().is_empty()) {
        match serde_json::from_str(source.line(line)) {
            Ok(record) => out.push((record, LineSpan::new(line, line))),
            Err(error) => {
                parsed.roles[line - 1] = Role::Note;
                parsed.notes.push(super::super::Note {
                    section: Vec::new(),
                    text: source.line(line).to_owned(),
                    lines: LineSpan::new(line, line),
                });
                parsed.diagnostics.push(Malformed::new(line, &error.to_string()).diagnostic(source));
            }
        }
    }
    out
}
