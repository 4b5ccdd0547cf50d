//! Drafts become entries: valid, in one language, in the one schema.

mod entry;

pub use entry::{Choice, Code, CodeRole, Difficulty, Entry, Kind, Origin, Status};

/// Text of a document that belongs to no question, with its place and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionNote {
    /// The language it is written in.
    pub lang: crate::i18n::Lang,
    /// Section titles, outermost first; empty for the head of a document.
    pub section: Vec<String>,
    /// Its Markdown, exactly.
    pub text: String,
    /// Where it was read.
    pub source: Origin,
}
