//! CSV with a header of the schema's keys (RFC 4180; commas, semicolons or tabs).

use super::Malformed;
use super::formula::unguard;
use super::record::Record;
use crate::source::{LineSpan, Source};

/// A table as it is written, without the apostrophes that keep a spreadsheet from computing its cells.
#[derive(Debug, Clone)]
pub struct Table {
    /// The header's cells, in lower case.
    pub columns: Vec<String>,
    /// The rows below it.
    pub rows: Vec<Row>,
}

/// One row of a [`Table`].
#[derive(Debug, Clone)]
pub struct Row {
    /// Its cells, in the order of the columns.
    pub cells: Vec<String>,
    /// Its lines.
    pub lines: LineSpan,
}

impl Table {
    /// What a row holds in the column of this name; `None` where the table has no such column.
    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> Option<&'a str> {
        let at = self.columns.iter().position(|name| name == column)?;
        Some(row.cells.get(at).map_or("", String::as_str))
    }
}

/// What separates the cells of a table: what its header has most of.
pub fn delimiter(source: &Source) -> char {
    let header = source.lines().next().unwrap_or("");
    let count = |sign: char| header.matches(sign).count();
    [',', ';', '\t'].into_iter().max_by_key(|&sign| (count(sign), sign == ',')).unwrap_or(',')
}

/// Reads a table.
///
/// # Errors
/// When its header has no column `question` or a quote is not closed.
pub fn table(source: &Source) -> Result<Table, Malformed> {
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter(source) as u8)
        .flexible(true)
        .from_reader(source.text.as_bytes());
    let problem = |error: &::csv::Error| {
        let line = error.position().map_or(1, |at| at.line() as usize);
        Malformed::new(line, &error.to_string())
    };
    let columns: Vec<String> =
        reader.headers().map_err(|e| problem(&e))?.iter().map(|key| key.trim().to_ascii_lowercase()).collect();
    if !columns.iter().any(|key| key == "question") {
        return Err(Malformed::known(1, "column"));
    }
    // The reader takes the rest of a document as one cell rather than complain.
    if let Some(last) = source.text.rfind('"').filter(|_| source.text.matches('"').count() % 2 == 1) {
        return Err(Malformed::known(source.position(last).0, "quote"));
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|e| problem(&e))?;
        // After a CRLF the reader's position may still stand before the line feed.
        let at = row.position().map_or(0, |at| at.byte() as usize);
        let gap = source.text.as_bytes()[at..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let start = source.position(at + gap).0;
        rows.push((row, start));
    }
    let ends: Vec<usize> = rows.iter().skip(1).map(|(_, start)| start - 1).chain([source.line_count()]).collect();
    let rows = rows.iter().zip(ends).map(|((row, start), end)| {
        let start = (*start..=end).find(|&line| !source.line(line).trim().is_empty()).unwrap_or(*start);
        let end = (start..=end).rev().find(|&line| !source.line(line).trim().is_empty()).unwrap_or(start);
        Row { cells: row.iter().map(|cell| unguard(cell).to_owned()).collect(), lines: LineSpan::new(start, end) }
    });
    Ok(Table { rows: rows.collect(), columns })
}

/// The records of a CSV document with their lines.
pub fn records(source: &Source) -> Result<Vec<(Record, LineSpan)>, Malformed> {
    let table = table(source)?;
    let keys = || table.columns.iter().map(String::as_str);
    let record = |row: &Row| (Record::from_cells(keys().zip(row.cells.iter().map(String::as_str))), row.lines);
    Ok(table.rows.iter().map(record).collect())
}
