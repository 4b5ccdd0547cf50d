//! Files of judgements, each looked at with and without answers or glossary.

use std::path::PathBuf;
use std::sync::Arc;

use passerelle::discover;
use passerelle::evaluate::{Gold, Report, measure};
use passerelle::lexicon::Lexicon;
use passerelle::link::{Glossary, Library, Weights, link_by};
use passerelle::pipeline::{Input, collect};

/// One way to look at a file of judgements.
pub struct View {
    /// Which of the files it is.
    pub file: usize,
    /// Whether people judged its links, in kinds.
    pub judged: bool,
    /// Whether it has all that there is to go by: answers, or a glossary.
    pub whole: bool,
    library: Library,
    gold: Gold,
}

impl View {
    /// What links by these weights and this lexicon, or the built-in one, are worth.
    pub fn report(&self, lexicon: Option<Arc<Lexicon>>, weights: Weights) -> Report {
        let entries = self.library.entries.clone();
        let library = link_by(entries, Vec::new(), self.library.glossary.clone(), lexicon, weights);
        measure(&library, &self.gold)
    }
}

/// Both ways to look at a file.
pub fn views(file: usize, path: &PathBuf, paths: &[PathBuf]) -> Vec<View> {
    let source = discover::file(path).expect("a file of judgements");
    let own = Gold::is_collection(&source.text);
    let wanted = if own { std::slice::from_ref(path) } else { paths };
    let sources = discover::paths(wanted, &mut std::io::empty()).expect("documents").sources;
    let library = collect(Input { sources, ..Input::default() }).library;
    let gold = Gold::parse(&source.text, &library).expect("judgements");
    let mut other = library.clone();
    let mut other_gold = gold.clone();
    if own {
        for entry in &mut other.entries {
            entry.answer = None;
            entry.display.answer = None;
        }
        other_gold = other_gold.of_distinct_questions(&other);
    } else {
        other.glossary = Glossary::default();
    }
    vec![
        View { file, judged: !own, whole: true, library, gold },
        View { file, judged: !own, whole: false, library: other, gold: other_gold },
    ]
}
