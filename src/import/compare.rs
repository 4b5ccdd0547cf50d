//! Which cells somebody changed: the table against its own fingerprints and against the collection.

use std::collections::BTreeMap;

use super::remark::{Count, Remark};
use crate::export::{COMPARED, Fingerprint, cell};
use crate::i18n::Lang;
use crate::identity::Lock;
use crate::link::Library;
use crate::normalise::{Entry, normalise};
use crate::parse::data::Table;
use crate::parse::parse;
use crate::source::{Encoding, Source};
use crate::text::nearest;

/// The longest text, in UTF-16 units, that Excel keeps in a cell; it cuts what is longer.
const EXCEL_CELL: usize = 32_767;

/// A row of the table as an entry.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// What it says.
    pub entry: Entry,
    /// Its first line in the table.
    pub line: usize,
}

/// A cell that somebody changed.
#[derive(Debug, Clone)]
pub(super) struct Change {
    /// The entry, as an index of the library.
    pub entry: usize,
    /// The column.
    pub column: &'static str,
    /// The row with the new value.
    pub row: Row,
}

/// What a table says, beside what the collection says.
#[derive(Debug, Default)]
pub(super) struct Compared {
    pub changes: Vec<Change>,
    pub remarks: Vec<Remark>,
    pub new: Vec<Entry>,
    pub count: Count,
}

/// Compares each row with its entry.
pub(super) fn compare(table: &Source, cells: &Table, library: &Library, lock: &Lock) -> Compared {
    let mut out = Compared { count: Count { rows: cells.rows.len(), ..Count::default() }, ..Compared::default() };
    let read = normalise(table, &parse(table)).entries;
    let mut entries: BTreeMap<usize, Entry> = read.into_iter().map(|entry| (entry.source.lines.start, entry)).collect();
    let index = library.index();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &cells.rows {
        let line = row.lines.start;
        let id = cells.cell(row, "id").unwrap_or_default().trim();
        let Some(entry) = entries.remove(&line) else {
            if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
                out.remarks.push(Remark::open("no-question", &table.name, line).with("id", id));
                seen.insert(id, line);
            }
            continue;
        };
        if let Some(first) = seen.get(id).filter(|_| !id.is_empty()) {
            let twice = Remark::open("row-twice", &table.name, line).with("id", id).with("line", first.to_string());
            out.remarks.push(twice);
            continue;
        }
        seen.insert(id, line);
        let Some(&at) = index.get(id) else {
            out.unknown(table, entry, line, library, lock);
            continue;
        };
        let cell = |column: &str| cells.cell(row, column);
        let print = cell(Fingerprint::COLUMN).and_then(Fingerprint::parse);
        let row = Row { entry, line };
        for column in COMPARED {
            // A column that somebody took out says nothing.
            if let Some(raw) = cell(column) {
                out.cell(table, &library.entries[at], at, &row, column, raw, print.as_ref());
            }
        }
    }
    out.count.missing = library.entries.iter().filter(|entry| !seen.contains_key(entry.id.as_str())).count();
    out
}

impl Compared {
    /// Compares one cell, `raw` as it is written, with the entry `now` has become, and with what the fingerprint `then` knows.
    #[expect(clippy::too_many_arguments, reason = "a cell is known by its row and by its entry")]
    fn cell(
        &mut self,
        table: &Source,
        now: &Entry,
        at: usize,
        row: &Row,
        column: &'static str,
        raw: &str,
        then: Option<&Fingerprint>,
    ) {
        let (mine, theirs) = (cell(&row.entry, column), cell(now, column));
        let same = |a: &str, b: &str| a == b || a.replace("\r\n", "\n") == b.replace("\r\n", "\n");
        let place = |key| {
            Remark::open(key, &now.source.path, now.source.lines.start)
                .with("id", now.id.as_str())
                .with("column", column)
                .with("row", row.line.to_string())
        };
        if unreadable(&row.entry, column, raw) {
            self.count.changed += 1;
            self.remarks.push(place("no-value").with("value", raw.trim()));
            return;
        }
        if same(&mine, &theirs) || then.is_some_and(|then| then.knows(column, &mine)) {
            return;
        }
        if mine.encode_utf16().count() == EXCEL_CELL && theirs.starts_with(&mine) {
            self.remarks.push(place("cut"));
            return;
        }
        let lost = (table.encoding == Encoding::Windows1252).then(|| lossy(&theirs)).flatten();
        if lost.as_deref().is_some_and(|lost| same(lost, &mine)) {
            return;
        }
        self.count.changed += 1;
        if lost.is_some() {
            self.remarks.push(place("lossy"));
        } else if then.is_some_and(|then| !then.knows(column, &theirs)) {
            self.remarks.push(place("conflict").with("source", shortened(&theirs)).with("table", shortened(&mine)));
        } else {
            self.changes.push(Change { entry: at, column, row: row.clone() });
        }
    }

    /// A row of a question that the collection does not have.
    fn unknown(&mut self, table: &Source, entry: Entry, line: usize, library: &Library, lock: &Lock) {
        let id = entry.id.as_str();
        let known = library.entries.iter().map(|entry| entry.id.as_str());
        let remark = match lock.records.get(id) {
            _ if id.is_empty() => Remark::open("new", &table.name, line).with("question", shortened(&entry.question)),
            Some(_) => Remark::open("retired", &table.name, line).with("id", id),
            None => Remark::open("unknown", &table.name, line)
                .with("id", id)
                .with("nearest", nearest(id, known).unwrap_or("none")),
        };
        if remark.key != "retired" {
            self.new.push(entry);
        }
        self.remarks.push(remark);
    }
}

/// Whether a cell with something in it says nothing: a level, a language, a kind that there is not, a broken list.
fn unreadable(row: &Entry, column: &str, raw: &str) -> bool {
    let written = raw.trim();
    match column {
        _ if written.is_empty() => false,
        "lang" => Lang::from_code(written).is_none(),
        "kind" => row.kind.name() != written,
        _ => cell(row, column).is_empty(),
    }
}

/// What Windows-1252 leaves of a text, `?` for what it lacks; `None` where it has everything.
fn lossy(text: &str) -> Option<String> {
    let kept = |c: char| Encoding::Windows1252.encode(c.encode_utf8(&mut [0; 4])).is_some();
    (!text.chars().all(kept)).then(|| text.chars().map(|c| if kept(c) { c } else { '?' }).collect())
}

/// A text in one line, cut where it is long.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST { line } else { line.chars().take(LONGEST).chain(['…']).collect() }
}
