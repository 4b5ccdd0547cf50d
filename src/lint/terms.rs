//! What takes a while to make of a glossary, made once for all documents.

use std::collections::BTreeSet;

use super::Levels;
use super::french::unaccented;
use super::wording::technical_term_spelling::Spelling;
use crate::config::Config;
use crate::link::Library;

/// The terms that documents are looked at by.
pub struct Terms<'a> {
    /// How they are spelt; `None` where no rule asks.
    pub(super) spelling: Option<Spelling<'a>>,
    /// The words of terms that lack no accent, in small letters.
    pub(super) unaccented: BTreeSet<String>,
}

impl<'a> Terms<'a> {
    /// The terms of a collection with this glossary and this lexicon.
    pub fn new(library: &'a Library, config: &'a Config, levels: &Levels) -> Self {
        let spelling = levels.anywhere("technical-term-spelling").then(|| Spelling::new(library, &config.terms));
        Self { spelling, unaccented: unaccented(&library.glossary) }
    }
}
