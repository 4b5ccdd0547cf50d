//! YAML: a list of records, or a map with one under `questions` or `entries`.

use serde::Deserialize;

use super::Malformed;
use super::record::Record;
use crate::source::{LineSpan, Source};

/// The records of a YAML document with their lines.
pub fn records(source: &Source) -> Result<Vec<(Record, LineSpan)>, Malformed> {
    #[derive(Deserialize)]
    struct Wrapped {
        #[serde(alias = "entries")]
        questions: Vec<Record>,
    }
    let problem = |error: serde_yaml::Error| {
        let line = error.location().map_or(1, |at| at.line() as usize);
        Malformed::new(line, &error.to_string())
    };
    let records: Vec<Record> = match serde_yaml::from_str(&source.text) {
        Ok(list) => list,
        Err(first) => match serde_yaml::from_str::<Wrapped>(&source.text) {
            Ok(wrapped) => wrapped.questions,
            Err(_) => return Err(problem(first)),
        },
    };
    let spans = item_lines(source, records.len());
    Ok(records.into_iter().zip(spans).collect())
}

/// The lines of each item of the outermost list: YAML has no spans, but a block list's items begin with `- ` in one column.
/// A document whose items cannot be told apart this way (flow style) has one span for all.
fn item_lines(source: &Source, count: usize) -> Vec<LineSpan> {
    let dash = |line: usize| {
        let text = source.line(line);
        let indent = text.len() - text.trim_start().len();
        (text.trim_start().starts_with("- ") || text.trim() == "-").then_some(indent)
    };
    let outermost = (1..=source.line_count()).find_map(dash);
    let starts: Vec<usize> =
        (1..=source.line_count()).filter(|&line| outermost.is_some() && dash(line) == outermost).collect();
    if starts.len() != count {
        return vec![LineSpan::new(1, source.line_count()); count];
    }
    starts
        .iter()
        .enumerate()
        .map(|(at, &start)| {
            let next = starts.get(at + 1).copied().unwrap_or(source.line_count() + 1);
            let end = (start..next).rev().find(|&line| !source.line(line).trim().is_empty()).unwrap_or(start);
            LineSpan::new(start, end)
        })
        .collect()
}
