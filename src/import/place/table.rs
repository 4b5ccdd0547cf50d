//! Cells of a table that is a source itself.

use std::ops::Range;

use super::{Edits, Spot, TextEdit, keys};
use crate::export::cell;
use crate::import::wanted::Wanted;
use crate::normalise::Entry;
use crate::parse::data;
use crate::source::Source;

pub(super) fn alternatives(spot: &Spot<'_>, column: &'static str, wanted: &Wanted, entry: &Entry) -> Vec<Edits> {
    let (source, delimiter) = (spot.source, data::delimiter(spot.source));
    let text_of =
        |range: &Range<usize>| source.text[range.clone()].trim().trim_matches('"').trim().to_ascii_lowercase();
    let header = cells(source, 1, 1, delimiter);
    let columns: Vec<String> = header.iter().map(text_of).collect();
    let cells = cells(source, spot.draft.lines.start, spot.draft.lines.end, delimiter);
    let has = |key: &str| columns.iter().any(|name| name == key);
    let mut out = Vec::new();
    for guarded in [false, true] {
        for pairs in keys(column, wanted, has) {
            let edit = |(key, wanted): &(&'static str, Wanted)| -> Option<TextEdit> {
                let at = columns.iter().position(|name| name == key)?;
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

/// The bytes of each cell of the row on these lines, quotes included (RFC 4180).
fn cells(source: &Source, first: usize, last: usize, delimiter: char) -> Vec<Range<usize>> {
    let row = source.raw_range(first).start..source.line_range(last).end;
    let (mut out, mut start, mut inside) = (Vec::new(), row.start, false);
    for (at, c) in source.text[row.clone()].char_indices() {
        inside ^= c == '"';
        if c == delimiter && !inside {
            out.push(start..row.start + at);
            start = row.start + at + 1;
        }
    }
    out.push(start..row.end);
    out
}
