//! CSV, for spreadsheets or for Anki's text import. `docs/exports/csv.md` says what each holds and how it comes back.

mod anki;
mod fingerprint;
mod spreadsheet;

pub use fingerprint::{COMPARED, Fingerprint};
pub use spreadsheet::cell;

use super::{ExportError, ExportOptions, Exporter};
use crate::link::Library;

pub(super) const EXPORTER: Exporter = Exporter { name: "csv", extension: "csv", media_type: "text/csv", count, run };

/// Who reads the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CsvReader {
    /// People with a spreadsheet, and programs that read tables.
    #[default]
    Spreadsheet,
    /// Anki's text import, after the package.
    Anki,
}

/// How `csv` is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CsvForm {
    /// Who reads it.
    pub reader: CsvReader,
    /// Whether it begins with a byte order mark, which tells Excel that it is UTF-8.
    pub bom: bool,
    /// Whether cells that a spreadsheet would compute are written as they are, without an apostrophe.
    pub exact: bool,
}

fn count(library: &Library, options: &ExportOptions<'_>) -> usize {
    match options.csv.reader {
        CsvReader::Spreadsheet => super::count(library, options),
        CsvReader::Anki => (super::anki::EXPORTER.count)(library, options),
    }
}

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let table = match options.csv.reader {
        CsvReader::Spreadsheet => spreadsheet::table(&options.entries(library), options.csv)?,
        CsvReader::Anki => anki::table(library, options)?,
    };
    let mark: &[u8] = if options.csv.bom { b"\xef\xbb\xbf" } else { b"" };
    Ok([mark, &table].concat())
}
