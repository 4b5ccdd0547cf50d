//! What documents tell a lint, one after the other: none needs more memory than its text and what it tells.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::identity::{Lock, is_valid_id};
use crate::images::Images;
use crate::lexicon::Lexicon;
use crate::link::{self, Glossary, Library, Names};
use crate::lint::{Context, Document, Facts, Levels, Terms};
use crate::normalise;
use crate::parse;
use crate::source::Source;

/// What a document is looked at under.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The settings of the collection.
    pub config: &'a Config,
    /// Which rules are on.
    pub levels: &'a Levels,
    /// The concepts.
    pub glossary: &'a Glossary,
    /// The lexicon; `None` is the one compiled into the program.
    pub lexicon: Option<&'a Arc<Lexicon>>,
    /// The images beside the documents; `None` where nobody looked for them.
    pub images: Option<&'a Images>,
}

/// Documents too few to be worth another thread's copy of the glossary.
const FEW: usize = 64;

impl Scene<'_> {
    /// The concepts and the lexicon, without entries.
    pub fn library(&self) -> Library {
        Library { glossary: self.glossary.clone(), lexicon: self.lexicon.cloned(), ..Library::default() }
    }
}

/// A scene with what takes a while to make of its glossary.
pub struct Reviewer<'a> {
    scene: Scene<'a>,
    names: Names<'a>,
    terms: Terms<'a>,
}

impl<'a> Reviewer<'a> {
    /// `library` is that of the scene.
    pub fn new(scene: Scene<'a>, library: &'a Library) -> Self {
        let terms = Terms::new(library, scene.config, scene.levels);
        Self { scene, names: Names::new(scene.glossary), terms }
    }

    /// What each document tells, in their order; and the documents.
    ///
    /// It hangs on the document and the scene alone: not on other documents, nor on the number of threads.
    pub fn facts(&self, sources: Vec<Source>) -> Vec<(Source, Facts)> {
        let few = FEW.min(sources.len() / rayon::current_num_threads()).max(1);
        let told = |library: &mut Library, source| self.told(library, source);
        sources.into_par_iter().with_min_len(few).map_init(|| self.scene.library(), told).collect()
    }

    fn told(&self, library: &mut Library, source: Source) -> (Source, Facts) {
        let parsed = parse::parse(&source);
        let normalised = normalise::normalise(&source, &parsed);
        library.entries = normalised.entries;
        self.names.settle(&mut library.entries);
        link::sort(&mut library.entries);
        let document = Document { entries: 0..library.entries.len(), source, parsed };
        let Scene { config, levels, images, .. } = self.scene;
        let mut facts = Facts::of(
            &Context {
                documents: std::slice::from_ref(&document),
                library,
                terms: &self.terms,
                config,
                levels,
                images,
                earlier: &[],
                messages: &[],
            },
            &document,
        );
        facts.found.extend(normalised.diagnostics);
        (document.source, facts)
    }
}

/// Whether nothing is to be said about the ids that authors gave: each is one, none is given twice or was that of a
/// retired question. Otherwise the whole collection with its texts decides who has it.
pub fn has_plain_ids<'a>(documents: impl Iterator<Item = &'a Facts>, lock: &Lock) -> bool {
    let retired: BTreeSet<String> = lock.tombstones().map(|record| record.id.to_ascii_lowercase()).collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut ids = documents.flat_map(|facts| &facts.ids);
    ids.all(|id| {
        let folded = id.to_ascii_lowercase();
        is_valid_id(id) && !retired.contains(&folded) && seen.insert(folded)
    })
}
