//! Passerelle: mixed question-and-answer sources in, a bilingual site, Anki decks and CSV out.
//!
//! The stages, each a module and a type: `discover` → [`source::Source`], `parse` → [`parse::Parsed`], `normalise` →
//! [`normalise::Entry`], `identity` (ids that last), `link` → [`link::Library`], then `lint`, `search`, `export` and
//! `site` → [`files::Files`], and `write` to the disk. `docs/architecture.md` has the map and its invariants.
//!
//! The groups below are layers: a module imports only from its own group or from groups above it.

// Words, places, findings.
pub mod diagnostic;
pub mod failure;
pub mod i18n;
pub mod source;
pub mod text;

// The two values that everything is carried in.
pub mod config;
pub mod files;

// Sources to entries.
pub mod parse;

pub mod normalise;

// Entries to a library.
pub mod identity;
pub mod lexicon;

pub mod link;

// A library to everything that is made of it.
pub mod images;
pub mod render;

pub mod export;
pub mod lint;
pub mod search;
pub mod status;

pub mod import;
pub mod report;
pub mod site;

// Where one begins.
pub mod scaffold;

// All of it in one line, and how good it is.
pub mod evaluate;
pub mod pipeline;

// The world: disk, network, terminal.
pub mod discover;
pub mod write;

pub mod lsp;
pub mod serve;
