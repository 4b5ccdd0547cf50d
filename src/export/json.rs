//! JSON: an array of the schema's records.

use super::{ExportError, ExportOptions, Exporter};
use crate::link::Library;

pub(super) const EXPORTER: Exporter =
    Exporter { name: "json", extension: "json", media_type: "application/json", count: super::count, run };

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let mut out = serde_json::to_vec_pretty(&options.entries(library)).map_err(ExportError::of("json"))?;
    out.push(b'\n');
    Ok(out)
}
