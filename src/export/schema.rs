//! The JSON Schema (draft 2020-12) of a record, made of the types themselves: `docs/schema.json`, and `schema.json` on the
//! site.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::{ExportError, ExportOptions, Exporter};
use crate::link::Library;
use crate::normalise::Entry;

pub(super) const EXPORTER: Exporter = Exporter {
    name: "schema",
    extension: "json",
    media_type: "application/schema+json",
    count: |_, _| 0,
    run: |_: &Library, _: &ExportOptions<'_>| schema().map_err(ExportError::of("schema")),
};

/// The file: the same for every collection.
///
/// # Errors
/// Never: a schema has only strings for keys.
pub fn schema() -> Result<Vec<u8>, serde_json::Error> {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Entry>();
    schema.insert("title".to_owned(), Value::from("Passerelle: one question"));
    let mut bytes = serde_json::to_vec_pretty(&schema)?;
    bytes.push(b'\n');
    Ok(bytes)
}
