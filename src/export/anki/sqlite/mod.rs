//! SQLite files, written in one pass from sorted rows.
//!
//! An SQLite library inserts rows one by one into trees that it keeps balanced, in a file that it can read again. A package
//! is written once, all of it in order: its trees can be built from the leaves up and compressed page by page, in a few
//! megabytes of memory whatever the size of the collection. The format is that of <https://www.sqlite.org/fileformat2.html>;
//! the tests have SQLite check what is written.

mod pages;
mod record;
mod tree;

pub use record::{Value, record};

use super::archive::{Codec, Packed};
use pages::{PAGE, Pages};
use tree::{Node, Table};

/// The bytes before the first page's rows.
const HEADER: usize = 100;

/// The version of SQLite that the format is that of.
const SQLITE_VERSION: u32 = 3_045_000;

/// A database being written: its tables one after the other.
pub struct Database {
    pages: Pages,
    /// The rows of `sqlite_schema`, ready.
    schema: Vec<Vec<u8>>,
}

impl Database {
    /// An empty one, to be compressed with `codec`.
    pub fn new(codec: Codec) -> Self {
        Self { pages: Pages::new(codec), schema: Vec::new() }
    }

    /// Begins the table that `fill` gives its rows.
    pub fn table<E>(
        &mut self,
        name: &str,
        sql: &str,
        fill: impl FnOnce(&mut Rows<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut rows = Rows { pages: &mut self.pages, table: Table::new() };
        fill(&mut rows)?;
        let Rows { pages, table } = rows;
        let root = table.finish(pages);
        self.declare("table", name, name, root, sql);
        Ok(())
    }

    /// A table without row numbers, of the records of its rows in the order of their keys, which come first in them.
    pub fn keyed_table(&mut self, name: &str, sql: &str, records: &[Vec<u8>]) {
        let root = tree::index(&mut self.pages, records);
        self.declare("table", name, name, root, sql);
    }

    /// An index of a table: records of the columns and the row's number, in order.
    pub fn index(&mut self, name: &str, table: &str, sql: &str, records: &[Vec<u8>]) {
        let root = tree::index(&mut self.pages, records);
        self.declare("index", name, table, root, sql);
    }

    fn declare(&mut self, kind: &str, name: &str, table: &str, root: u32, sql: &str) {
        let values =
            [Value::Text(kind), Value::Text(name), Value::Text(table), Value::Int(i64::from(root)), Value::Text(sql)];
        self.schema.push(record(&values));
    }

    /// The whole file, compressed.
    pub fn finish(mut self) -> Packed {
        let mut first = Node::first(HEADER);
        for (row, payload) in (1..).zip(&self.schema) {
            let cell = tree::table_cell(&mut self.pages, row, payload);
            first.add(&cell);
        }
        self.pages.finish(|count| {
            let mut page = first.finish(None);
            let word = |number: u32| number.to_be_bytes();
            page[..16].copy_from_slice(b"SQLite format 3\0");
            page[16..18].copy_from_slice(&(PAGE as u16).to_be_bytes());
            // Versions for writing and reading, no reserved bytes, and three fractions that are always these.
            page[18..24].copy_from_slice(&[1, 1, 0, 64, 32, 32]);
            for (at, number) in [(24, 1), (28, count), (40, 1), (44, 4), (56, 1), (92, 1), (96, SQLITE_VERSION)] {
                page[at..at + 4].copy_from_slice(&word(number));
            }
            page
        })
    }
}

/// The rows of a table being written.
pub struct Rows<'a> {
    pages: &'a mut Pages,
    table: Table,
}

impl Rows<'_> {
    /// Adds a row, whose number is larger than that of every row before.
    pub fn push(&mut self, row: i64, record: &[u8]) {
        self.table.push(self.pages, row, record);
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::io::Read;

    use rusqlite::Connection;

    use super::*;

    fn open(packed: Packed) -> Connection {
        let bytes = packed.bytes();
        let mut raw = Vec::new();
        flate2::read::DeflateDecoder::new(bytes.as_slice()).read_to_end(&mut raw).expect("deflate");
        assert_eq!((raw.len() as u64, crc32fast::hash(&raw)), (packed.size, packed.crc));
        let mut db = Connection::open_in_memory().expect("a database");
        db.deserialize_read_exact("main", raw.as_slice(), raw.len(), true).expect("a file");
        db
    }

    /// Rows of every size, with overflow pages of every number, and several levels of pages.
    #[test]
    fn sqlite_reads_what_is_written() {
        for (rows, step) in [(0, 1), (1, 1), (2, 40_000), (9, 3), (60, 16_381), (40_000, 0), (5_000, 7), (300, 4_083)] {
            let mut written = Database::new(Codec::Deflate);
            let text = |row: usize| "é".repeat((row * step) % 70_000 / 2);
            let fill = |table: &mut Rows<'_>| {
                for row in 0..rows {
                    let values = [Value::Null, Value::Text(&text(row)), Value::Int(row as i64 * -70_000)];
                    table.push(row as i64 * 3 - 50, &record(&values));
                }
                Ok::<_, Infallible>(())
            };
            written.table("t", "CREATE TABLE t (id integer PRIMARY KEY, a text, b integer)", fill).expect("rows");
            let mut keys: Vec<(i64, i64)> = (0..rows).map(|row| (row as i64 * -70_000, row as i64 * 3 - 50)).collect();
            keys.sort_unstable();
            let entries: Vec<Vec<u8>> = keys.iter().map(|&(b, id)| record(&[Value::Int(b), Value::Int(id)])).collect();
            written.index("i", "t", "CREATE INDEX i ON t (b)", &entries);
            let words: Vec<String> = (0..rows.min(700)).map(|row| format!("{row:05}{}", text(row))).collect();
            let records: Vec<Vec<u8>> =
                words.iter().map(|word| record(&[Value::Text(word), Value::Real(0.5), Value::Blob(b"\0x")])).collect();
            written.keyed_table("k", "CREATE TABLE k (w text PRIMARY KEY, r real, x blob) WITHOUT ROWID", &records);
            let db = open(written.finish());
            let one = |sql: &str| db.query_row(sql, [], |row| row.get::<_, String>(0)).expect(sql);
            assert_eq!(one("PRAGMA integrity_check"), "ok", "{rows} rows");
            assert_eq!(
                one("SELECT count(*) || ' ' || ifnull(min(id), '') FROM t"),
                format!("{rows} {}", if rows > 0 { "-50" } else { "" })
            );
            for row in (0..rows).step_by(rows / 50 + 1) {
                let sql = format!("SELECT a FROM t WHERE b = {}", row as i64 * -70_000);
                assert!(one(&sql) == text(row), "row {row} of {rows}");
            }
            assert_eq!(one("SELECT count(*) || '' FROM k WHERE r = 0.5 AND x = x'0078'"), records.len().to_string());
        }
    }

    #[test]
    fn texts_like_numbers_are_numbers_where_sqlite_makes_them_so() {
        let db = Connection::open_in_memory().expect("a database");
        db.execute_batch("CREATE TABLE t (x integer)").expect("a table");
        for text in [
            "12",
            " 12 ",
            "-7",
            "1.5",
            "1e3",
            "+4",
            "1.0",
            "0x1",
            "a",
            "",
            "-",
            "1e",
            "9223372036854775808",
            "é1",
            "1e400",
        ] {
            db.execute("DELETE FROM t", []).expect("empty");
            db.execute("INSERT INTO t VALUES (?1)", [text]).expect("a row");
            let kind: String = db.query_row("SELECT typeof(x) FROM t", [], |row| row.get(0)).expect("a type");
            let ours = match Value::numeric(text) {
                Value::Int(_) => "integer",
                Value::Real(_) => "real",
                _ => "text",
            };
            // A number too large for a double stays a text here and is infinite there; no question is one.
            assert!(ours == kind || text == "1e400", "{text}: {ours}, {kind}");
        }
    }
}
