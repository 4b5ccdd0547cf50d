//! `rdjson`: the Reviewdog Diagnostic Format, whose reviewer turns fixes into suggestions that one click accepts.

use serde_json::{Value, json};

use super::{Options, Sources, said};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::Source;

pub(super) fn report(found: &[Diagnostic], sources: &Sources<'_>, options: &Options) -> String {
    let all: Vec<Value> = found.iter().map(|finding| one(finding, sources.get(&finding.path), options)).collect();
    format!("{:#}\n", json!({"source": {"name": "passerelle"}, "diagnostics": all}))
}

fn one(finding: &Diagnostic, source: Option<&Source>, options: &Options) -> Value {
    let severity = match finding.severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info => "INFO",
    };
    let mut code = json!({"value": finding.rule});
    if let Some(address) = options.page(finding.rule) {
        code["url"] = address.into();
    }
    let mut out = json!({
        "message": said(finding, options.lang),
        "location": {"path": finding.path, "range": range(finding.place, source)},
        "severity": severity,
        "code": code,
    });
    // Each suggestion can be taken without the others: the edits of one fix cannot be told apart.
    if let Some([edit]) = finding.fix.as_ref().map(|fix| fix.edits.as_slice()) {
        out["suggestions"] = json!([{"range": range(edit.place, source), "text": edit.text}]);
    }
    out
}

fn range(place: Place, source: Option<&Source>) -> Value {
    let position = |line: usize, column: usize| json!({"line": line.max(1), "column": byte(source, line, column)});
    json!({"start": position(place.line, place.column), "end": position(place.end_line, place.end_column)})
}

/// The column of this format, which counts bytes of UTF-8 from 1.
fn byte(source: Option<&Source>, line: usize, column: usize) -> usize {
    let line = source.filter(|source| (1..=source.line_count()).contains(&line)).map(|source| source.line(line));
    let before = column.saturating_sub(1);
    1 + line.map_or(before, |line| line.char_indices().nth(before).map_or(line.len(), |(at, _)| at))
}
