//! Entries are joined to concepts and to each other.

mod concepts;
mod library;

pub use concepts::{Concept, Glossary};
pub use library::{Evidence, Library, Link, LinkKind, Mention};
