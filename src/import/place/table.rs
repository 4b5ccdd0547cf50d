//! Cells of a table that is a source itself.

use std::ops::Range;

use super::{Edits, Spot, TextEdit, keys};
use crate::export::cell;
use crate::import::wanted::Wanted;
use crate::normalise::Entry;
use crate::parse::data;

pub(super) fn alternatives(spot: &Spot<'_>, column: &'static str, wanted: &Wanted, entry: &Entry) -> Vec<Edits> {
    let Ok(table) = data::table(spot.source) else { return Vec::new() };
    let delimiter = data::delimiter(spot.source);
    let Some(row) = table.rows.iter().position(|row| row.lines == spot.draft.lines) else { return Vec::new() };
    // The rows of the reader leave out lines with nothing on them; the header is the first.
    let rows = cells(&spot.source.text, delimiter);
    let Some(cells) = rows.get(row + 1) else { return Vec::new() };
    let has = |key: &str| table.columns.iter().any(|name| name == key);
    let mut out = Vec::new();
    for guarded in [false, true] {
        for pairs in keys(column, wanted, has) {
            let edit = |(key, wanted): &(&'static str, Wanted)| -> Option<TextEdit> {
                let at = table.columns.iter().position(|name| name == key)?;
                let text = text(key, wanted, entry);
                let text = if guarded { data::formula::guard(text) } else { text };
                Some(TextEdit::new(cells.get(at)?.clone(), quoted(&text, delimiter)))
            };
            let edits: Option<Edits> = pairs.iter().map(edit).collect();
            out.extend(edits.filter(|edits| !out.contains(edits)));
        }
    }
    out
}

/// What the cell holds.
fn text(key: &str, wanted: &Wanted, entry: &Entry) -> String {
    let mut entry = entry.clone();
    match (key, wanted) {
        ("section", Wanted::Words(words)) => entry.section.clone_from(words),
        ("tags", Wanted::Words(words)) => entry.tags.clone_from(words),
        ("concepts", Wanted::Words(words)) => entry.concepts.clone_from(words),
        ("aliases", Wanted::Words(words)) => entry.aliases.clone_from(words),
        ("options", Wanted::Choices(choices)) => {
            let choice = |(label, text, correct): &(String, String, bool)| crate::normalise::Choice {
                label: label.clone(),
                text: text.clone(),
                correct: *correct,
            };
            entry.options = choices.iter().map(choice).collect();
        }
        (_, wanted) => return wanted.words().first().cloned().unwrap_or_default(),
    }
    cell(&entry, key)
}

fn quoted(text: &str, delimiter: char) -> String {
    if text.contains([delimiter, '"', '\n', '\r']) || text.trim() != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// The bytes of each cell, quotes included, row by row (RFC 4180); empty lines are no rows.
fn cells(text: &str, delimiter: char) -> Vec<Vec<Range<usize>>> {
    let (mut rows, mut row, mut start, mut inside) = (Vec::new(), Vec::new(), 0, false);
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '"' => inside = !inside,
            c if inside && c != '"' => {}
            c if c == delimiter => {
                row.push(start..at);
                start = at + 1;
            }
            '\n' | '\r' => {
                if !row.is_empty() || at > start {
                    row.push(start..at);
                    rows.push(std::mem::take(&mut row));
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    if !row.is_empty() || text.len() > start {
        row.push(start..text.len());
        rows.push(row);
    }
    rows
}
