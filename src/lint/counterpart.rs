//! Questions and what they are in the other language: the pairs that the links call the same.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::missing_answer::section_line;
use super::{Context, Document};
use crate::i18n::Lang;
use crate::link::{Link, LinkKind};
use crate::normalise::Entry;

/// Two entries of different languages that ask for the same thing.
pub struct Pair<'a> {
    /// The one in the site's first language, as an index of the library's entries.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// The link that says so.
    pub link: &'a Link,
}

/// The pairs that the links call the same, in the order of their first entries, each entry in one pair: its best.
pub fn pairs<'a>(context: &Context<'a>) -> Vec<Pair<'a>> {
    let entries = &context.library.entries;
    let first = context.config.languages.first().copied().unwrap_or(Lang::Fr);
    let index = context.library.index();
    let mut all: Vec<Pair<'a>> = Vec::new();
    for link in context.library.links.iter().filter(|link| link.kind == LinkKind::Same) {
        if let (Some(&a), Some(&b)) = (index.get(link.a.as_str()), index.get(link.b.as_str()))
            && entries[a].lang != entries[b].lang
        {
            let (first, second) = if entries[a].lang == first { (a, b) } else { (b, a) };
            all.push(Pair { first, second, link });
        }
    }
    all.sort_by(|x, y| y.link.score.total_cmp(&x.link.score).then((x.first, x.second).cmp(&(y.first, y.second))));
    let mut taken = BTreeSet::new();
    all.retain(|pair| {
        !taken.contains(&pair.first)
            && !taken.contains(&pair.second)
            && taken.insert(pair.first) | taken.insert(pair.second)
    });
    all.sort_by_key(|pair| (pair.first, pair.second));
    all
}

/// The entries that the links call the same as one of the other language. A link in doubt counts once somebody decided it.
pub fn counterparts(context: &Context<'_>) -> BTreeSet<usize> {
    let entries = &context.library.entries;
    let index = context.library.index();
    let mut out = BTreeSet::new();
    for link in context.library.links.iter().filter(|link| link.kind == LinkKind::Same && !link.doubtful) {
        if let (Some(&a), Some(&b)) = (index.get(link.a.as_str()), index.get(link.b.as_str()))
            && entries[a].lang != entries[b].lang
        {
            out.extend([a, b]);
        }
    }
    out
}

/// The documents by name, for the places of entries anywhere in the collection.
pub struct Documents<'a> {
    entries: &'a [Entry],
    by_name: BTreeMap<&'a str, &'a Document>,
}

impl<'a> Documents<'a> {
    /// The documents of a collection.
    pub fn of(context: &Context<'a>) -> Self {
        let named = context.documents.iter().map(|document| (document.source.name.as_str(), document));
        Self { entries: &context.library.entries, by_name: named.collect() }
    }

    /// The document that an entry was read from.
    pub fn document(&self, at: usize) -> Option<&'a Document> {
        self.by_name.get(self.entries[at].source.path.as_str()).copied()
    }

    /// Where an entry stands, as `path:line`.
    pub fn place(&self, at: usize) -> String {
        let entry = &self.entries[at];
        let line = self.document(at).map_or(entry.source.lines.start, |document| document.question_place(entry).line);
        format!("{}:{line}", entry.source.path)
    }
}

/// The questions of a document as its author would count them: an entry, or a section title with the questions under it
/// where nothing answers them. Each with its line, and with its entries as indices.
pub fn asked(context: &Context<'_>, document: &Document) -> Vec<(usize, std::ops::Range<usize>)> {
    let entries = context.entries(document);
    let section = |entry: &Entry| section_line(document, entry).filter(|_| entry.answer.is_none());
    let mut out = Vec::new();
    let mut at = document.entries.start;
    for group in entries.chunk_by(|a, b| section(a).is_some() && section(a) == section(b)) {
        let line = section(&group[0]).unwrap_or_else(|| document.question_place(&group[0]).line);
        out.push((line, at..at + group.len()));
        at += group.len();
    }
    out
}
