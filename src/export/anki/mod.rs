//! Anki packages (`.apkg`) that update in place: a learner who imports the next release keeps every interval.
//!
//! The file is a zip of a schema-11 `collection.anki2` and an empty media list, which every Anki since 2.1 reads. The
//! same library gives the same bytes: ids are hashes, times come from releases, rows are in order of their ids.

mod database;
mod ids;
mod note;
mod note_type;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub use note::{Note, notes, unanswered};
pub use note_type::FIELDS;

use super::{ExportError, ExportOptions, Exporter};
use crate::config::Config;
use crate::link::Library;

pub(super) const EXPORTER: Exporter =
    Exporter { name: "anki", extension: "apkg", media_type: "application/octet-stream", count, run };

/// When what has never changed was last changed, in Unix seconds (1 January 2020): any fixed time in the past will do.
const BASELINE: i64 = 1_577_836_800;

fn count(library: &Library, options: &ExportOptions<'_>) -> usize {
    options.entries(library).len() - unanswered(library, options)
}

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let collection = database::collection(&notes(library, options), options.config).map_err(ExportError::of("anki"))?;
    package(&[("collection.anki2", &collection), ("media", b"{}")]).map_err(ExportError::of("anki"))
}

/// The id of the note type, which never changes.
pub(super) fn note_type_id(config: &Config) -> i64 {
    ids::number(&[config.anki_seed(), "note type"])
}

/// A zip of `members` in their order, all dated 1980-01-01.
fn package(members: &[(&str, &[u8])]) -> Result<Vec<u8>, zip::result::ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // Level 3 takes half the time of the default for a package a few per cent larger.
        .compression_level(Some(3))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
