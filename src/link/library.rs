//! All entries, joined to concepts and to each other.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::concepts::Glossary;
use super::decisions::Decision;
use crate::i18n::Lang;
use crate::lexicon::Lexicon;
use crate::normalise::{Entry, SectionNote};

/// How near two questions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// They ask for the same thing.
    Same,
    /// One covers the other as its main subject, or they share half.
    Close,
    /// A reader of one will want the other.
    Related,
}

/// One reason for a link.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence {
    /// What kind of reason: `concept`, `term`, `characters`, `text`; `decision` where somebody decided it.
    pub signal: &'static str,
    /// The concept, the pair of terms (`jeton~token`), …
    pub value: String,
    /// How much it counted.
    pub weight: f64,
}

/// Two entries that belong together; `a` sorts before `b`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// One entry's id.
    pub a: String,
    /// The other's.
    pub b: String,
    /// How near they are.
    pub kind: LinkKind,
    /// From 0 to 1.
    pub score: f64,
    /// Why, strongest first.
    pub evidence: Vec<Evidence>,
    /// Whether a little more or less would have made it another kind.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
}

/// A concept that an entry is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mention {
    /// The concept's id.
    pub concept: String,
    /// From 0 to 1: how much of the question it covers; 1 where the source names it.
    pub weight: f64,
}

/// The whole collection, joined. Nothing here changes afterwards; every later stage reads it.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The entries by (path, line), ids unique.
    pub entries: Vec<Entry>,
    /// The concept scheme.
    pub glossary: Glossary,
    /// The lexicon that joined them; `None` is the one compiled into the program.
    pub lexicon: Option<Arc<Lexicon>>,
    /// For each entry (same index as `entries`) its concepts: those that its source names, in its order, then those that its
    /// own words name, strongest first.
    pub mentions: Vec<Vec<Mention>>,
    /// The links, by `a` then `b`.
    pub links: Vec<Link>,
    /// What people decided about links, by `a` then `b`; `links` says the same.
    pub decisions: Vec<Decision>,
    /// Text that belongs to no question.
    pub notes: Vec<SectionNote>,
}

impl Library {
    /// Index of each entry by id.
    pub fn index(&self) -> BTreeMap<&str, usize> {
        self.entries.iter().enumerate().map(|(at, entry)| (entry.id.as_str(), at)).collect()
    }

    /// The lexicon that joined the entries.
    pub fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_deref().unwrap_or_else(|| Lexicon::builtin())
    }

    /// What somebody decided about two entries, in either order.
    pub fn decision(&self, a: &str, b: &str) -> Option<&Decision> {
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        let at = self.decisions.binary_search_by(|known| (known.a.as_str(), known.b.as_str()).cmp(&(a, b)));
        at.ok().map(|at| &self.decisions[at])
    }

    /// The languages that have entries.
    pub fn langs(&self) -> Vec<Lang> {
        Lang::ALL.into_iter().filter(|lang| self.entries.iter().any(|entry| entry.lang == *lang)).collect()
    }

    /// For each entry (by index) its links as (other entry's index, link), best first: kind, then score, then id.
    pub fn neighbours(&self) -> Vec<Vec<(usize, &Link)>> {
        // Looked up twice a link, and never walked.
        let index: HashMap<&str, usize> =
            self.entries.iter().enumerate().map(|(at, entry)| (entry.id.as_str(), at)).collect();
        let mut near: Vec<Vec<(usize, &Link)>> = vec![Vec::new(); self.entries.len()];
        for link in &self.links {
            if let (Some(&a), Some(&b)) = (index.get(link.a.as_str()), index.get(link.b.as_str())) {
                near[a].push((b, link));
                near[b].push((a, link));
            }
        }
        near.par_iter_mut().for_each(|list| {
            list.sort_by(|(i, x), (j, y)| x.kind.cmp(&y.kind).then(y.score.total_cmp(&x.score)).then(i.cmp(j)));
        });
        near
    }
}
