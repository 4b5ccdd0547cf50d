//! YAML: a sequence of the schema's records.

use super::{ExportError, ExportOptions, Exporter};
use crate::link::Library;

pub(super) const EXPORTER: Exporter =
    Exporter { name: "yaml", extension: "yaml", media_type: "application/yaml", count: super::count, run };

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let text = serde_yaml::to_string(&options.entries(library)).map_err(ExportError::of("yaml"))?;
    Ok(text.into_bytes())
}
