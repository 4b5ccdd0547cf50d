//! Sources that are data already: JSON, JSON Lines, YAML and CSV with the keys of the one schema.

mod csv;
pub mod formula;
mod json;
mod record;
mod yaml;

pub use csv::{Row, Table, delimiter, table};

use super::draft::{Parsed, Role};
use super::sniff::Format;
use crate::diagnostic::{Diagnostic, Severity};
use crate::parse::front_matter::line_place;
use crate::source::{LineSpan, Source};
use record::Record;

/// Why data cannot be read, and on which line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    line: usize,
    variant: Option<&'static str>,
    reason: String,
}

impl Malformed {
    fn new(line: usize, reason: &str) -> Self {
        Self { line, variant: None, reason: reason.lines().next().unwrap_or_default().to_owned() }
    }

    /// What is wrong in words of our own: a variant of the rule's message.
    fn known(line: usize, variant: &'static str) -> Self {
        Self { line, variant: Some(variant), reason: String::new() }
    }

    /// The finding that says so.
    pub fn diagnostic(self, source: &Source) -> Diagnostic {
        let found = Diagnostic::new("invalid-data", &source.name, line_place(source, self.line));
        let found = Diagnostic { severity: Severity::Error, ..found };
        match self.variant {
            Some(variant) => found.variant(variant),
            None => found.with("reason", self.reason),
        }
    }
}

/// Reads a document of a data format.
///
/// # Errors
/// When the document as a whole is malformed. A malformed line of JSON Lines is a diagnostic beside the rest.
pub fn parse(source: &Source, format: Format) -> Result<Parsed, Malformed> {
    let mut parsed = Parsed { roles: vec![Role::Meta; source.line_count()], ..Parsed::default() };
    for line in 1..=source.line_count() {
        if source.line(line).trim().is_empty() {
            parsed.roles[line - 1] = Role::Blank;
        }
    }
    if source.text.trim().is_empty() {
        return Ok(parsed);
    }
    let records = match format {
        Format::Json => json::array(source)?,
        Format::JsonLines => json::lines(source, &mut parsed),
        Format::Yaml => yaml::records(source)?,
        Format::Csv => csv::records(source)?,
        Format::Text => Vec::new(),
    };
    for (record, lines) in records {
        add(source, record, lines, &mut parsed);
    }
    Ok(parsed)
}

fn add(source: &Source, record: Record, lines: LineSpan, parsed: &mut Parsed) {
    for key in &record.unknown {
        parsed.diagnostics.push(record::unknown_key(source, key, lines));
    }
    let roles = &mut parsed.roles[lines.start - 1..lines.end];
    match record.draft(lines) {
        Some(draft) => {
            for (at, role) in roles.iter_mut().enumerate().filter(|(_, role)| **role == Role::Meta) {
                *role = if at == 0 { Role::Question } else { Role::Answer };
            }
            parsed.drafts.push(draft);
        }
        None => {
            roles.iter_mut().filter(|role| **role == Role::Meta).for_each(|role| *role = Role::Note);
            parsed.diagnostics.push(Malformed::known(lines.start, "record").diagnostic(source));
        }
    }
}
