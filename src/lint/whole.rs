//! What is found by looking at all documents together, from what each of them tells.

use std::ops::Range;
use std::sync::OnceLock;

use super::facts::Facts;
use super::likeness::{self, Pair, Unit};
use crate::diagnostic::Diagnostic;
use crate::link::{Library, LinkKind};

/// The logarithm of the odds from which two questions are told to be alike: a little less than rather than not, where on judged
/// pairs five findings in six are right still.
const LIKELY: f64 = -0.15;

/// All documents, each with what it tells.
pub struct Whole<'a> {
    /// Name and facts of each document, by name.
    pub documents: &'a [(&'a str, &'a Facts)],
    /// What was found before, in files that could not be read too.
    pub earlier: &'a [Diagnostic],
    /// The entries with what people decided about them, and for each document which are its own; `None` where nobody
    /// decided anything.
    decided: Option<(&'a Library, Vec<Range<usize>>)>,
    alike: OnceLock<Vec<Pair>>,
}

/// An entry, by its document and its place there.
pub(super) type Entry = (usize, usize);

impl<'a> Whole<'a> {
    /// These documents; with a library in which people decided something, and the entries there of each document.
    pub(super) fn new(
        documents: &'a [(&'a str, &'a Facts)],
        earlier: &'a [Diagnostic],
        decided: Option<(&'a Library, Vec<Range<usize>>)>,
    ) -> Self {
        Self { documents, earlier, decided, alike: OnceLock::new() }
    }

    /// What the document of this name tells.
    pub(super) fn document(&self, name: &str) -> Option<&'a Facts> {
        self.documents.binary_search_by(|(other, _)| (*other).cmp(name)).ok().map(|at| self.documents[at].1)
    }

    /// The units that are alike, by their places among [`Self::units`].
    pub(super) fn alike(&self) -> &[Pair] {
        self.alike.get_or_init(|| likeness::pairs(&self.units(), LIKELY))
    }

    /// The units of all documents with the numbers of their documents.
    pub(super) fn units(&self) -> Vec<(usize, &'a Unit)> {
        let each = self.documents.iter().enumerate();
        each.flat_map(|(at, (_, facts))| facts.units.iter().map(move |unit| (at, unit))).collect()
    }

    /// Whether somebody decided that two entries do not ask for the same thing.
    pub(super) fn is_refused(&self, a: Entry, b: Entry) -> bool {
        let decided = || {
            let (library, own) = self.decided.as_ref()?;
            let id = |(document, nth): Entry| Some(library.entries.get(own.get(document)?.start + nth)?.id.as_str());
            library.decision(id(a)?, id(b)?)
        };
        decided().is_some_and(|decision| decision.kind != Some(LinkKind::Same))
    }

    /// The pairs of entries of which somebody decided that they ask for the same thing.
    pub(super) fn same(&self) -> Vec<(Entry, Entry)> {
        let Some((library, own)) = &self.decided else { return Vec::new() };
        let index = library.index();
        let place = |id: &str| {
            let at = *index.get(id)?;
            let document = own.iter().position(|range| range.contains(&at))?;
            Some((document, at - own[document].start))
        };
        let same = library.decisions.iter().filter(|decision| decision.kind == Some(LinkKind::Same));
        same.filter_map(|decision| Some((place(&decision.a)?, place(&decision.b)?))).collect()
    }
}
