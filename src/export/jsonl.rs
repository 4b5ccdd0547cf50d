//! JSON Lines: the schema's record, one a line.

use super::{ExportError, ExportOptions, Exporter};
use crate::link::Library;

pub(super) const EXPORTER: Exporter =
    Exporter { name: "jsonl", extension: "jsonl", media_type: "application/jsonl", count: super::count, run };

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let mut out = Vec::new();
    for entry in options.entries(library) {
        serde_json::to_writer(&mut out, entry).map_err(ExportError::of("jsonl"))?;
        out.push(b'\n');
    }
    Ok(out)
}
