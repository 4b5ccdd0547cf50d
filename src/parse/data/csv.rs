//! CSV with a header of the schema's keys (RFC 4180; commas, semicolons or tabs).

use super::Malformed;
use super::record::Record;
use crate::source::{LineSpan, Source};

/// The records of a CSV document with their lines.
pub fn records(source: &Source) -> Result<Vec<(Record, LineSpan)>, Malformed> {
    let header = source.lines().next().unwrap_or("");
    let count = |sign: char| header.matches(sign).count();
    let delimiter = [',', ';', '\t'].into_iter().max_by_key(|&sign| (count(sign), sign == ',')).unwrap_or(',');
    let mut reader =
        ::csv::ReaderBuilder::new().delimiter(delimiter as u8).flexible(true).from_reader(source.text.as_bytes());
    let problem = |error: &::csv::Error| {
        let line = error.position().map_or(1, |at| at.line() as usize);
        Malformed::new(line, &error.to_string())
    };
    let keys: Vec<String> =
        reader.headers().map_err(|e| problem(&e))?.iter().map(|key| key.trim().to_ascii_lowercase()).collect();
    if !keys.iter().any(|key| key == "question") {
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
    Ok(rows
        .iter()
        .zip(ends)
        .map(|((row, start), end)| {
            let start = (*start..=end).find(|&line| !source.line(line).trim().is_empty()).unwrap_or(*start);
            let end = (start..=end).rev().find(|&line| !source.line(line).trim().is_empty()).unwrap_or(start);
            (Record::from_cells(keys.iter().map(String::as_str).zip(row.iter())), LineSpan::new(start, end))
        })
        .collect())
}
