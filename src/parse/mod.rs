//! Sources become drafts without losing a line.

mod draft;

pub use draft::{CodeBlock, Draft, Field, FieldName, Note, Parsed, Role};
