//! Entries are joined to concepts and to each other.
//!
//! 1. `words`: a text becomes folded, stemmed words; `matcher` finds the concepts in them, the longest label first.
//! 2. `run` has the words of neighbouring entries, `rarity` what is rare among them; `profile`: an entry becomes weighted units (concepts and uncovered stems), a vector of its whole text and one of its
//!    letters. Weights are inverse document frequencies, so that what every question says counts for little.
//! 3. `dictionary` and `bridge`: different units that partly match: pairs of the bilingual lexicon, neighbouring
//!    concepts, cognates of the two languages. In vectors of whole texts, translations stand for French words.
//! 4. `candidates`: an inverted index with bounded lists proposes the pairs worth comparing, in time linear in the entries.
//! 5. `nearness`: the score of a pair as a weighted sum whose terms are the link's evidence, less where others are nearer.
//! 6. `join` and `kind`: from the score, the margin above the neighbourhood and the common main concept to a kind of link.
//!
//! `decisions` then puts what people decided over the scores, and `translations` follows those that they declared.
//!
//! Everything is a pure function of the entries and the glossary. Sums are taken in a fixed order and rounded to four
//! decimals, so that the bytes of the result do not depend on threads or machine.

mod bridge;
mod candidates;
mod concepts;
mod consistency;
mod decisions;
mod dictionary;
mod doubt;
mod explain;
mod glossary;
mod intent;
mod join;
mod kind;
mod labels;
mod library;
mod matcher;
mod nearness;
mod part;
mod profile;
mod rarity;
mod run;
mod terms;
mod translations;
mod vector;
mod weights;
mod words;

use std::sync::Arc;

use rayon::prelude::*;

pub use concepts::{Concept, Glossary, Names, settle};
pub use decisions::{Decision, Decisions};
pub use explain::{Explained, Explanation, PairExplanation, explain};
pub use kind::Requirement;
pub use labels::Labels;
pub use library::{Evidence, Library, Link, LinkKind, Mention};
pub use terms::{INNER, open_terms};
pub use translations::{Followed, follow};
pub use weights::Weights;
pub(crate) use words::hash as word_hash;
pub use words::{is_acronym, is_frame};

use crate::lexicon::Lexicon;
use crate::normalise::{Entry, SectionNote};

/// Joins entries to the concepts of `glossary` and to each other. The result does not depend on the order of `entries`
/// nor on the number of threads.
pub fn link(entries: Vec<Entry>, notes: Vec<SectionNote>, glossary: Glossary) -> Library {
    link_by(entries, notes, glossary, None, Weights::default())
}

/// The same by a lexicon other than the built-in one and by other weights.
pub fn link_by(
    mut entries: Vec<Entry>,
    notes: Vec<SectionNote>,
    glossary: Glossary,
    lexicon: Option<Arc<Lexicon>>,
    weights: Weights,
) -> Library {
    sort(&mut entries);
    let words = lexicon.as_deref().unwrap_or_else(|| Lexicon::builtin());
    let joined = join::Joined::new(&entries, &glossary, words, weights);
    let mentions = named(&joined.profiles, &glossary);
    let mut links: Vec<Link> = joined
        .pairs
        .par_iter()
        .filter_map(|pair| link_of(&joined, &entries, pair.a, pair.b, &joined.standing_of(pair)))
        .collect();
    links.sort_by(|x, y| x.a.cmp(&y.a).then_with(|| x.b.cmp(&y.b)));
    Library { entries, glossary, lexicon, mentions, links, decisions: Vec::new(), notes }
}

/// Joins entries to concepts as [`link_by`] does, but not to each other, which is most of the work.
pub fn mention(
    mut entries: Vec<Entry>,
    notes: Vec<SectionNote>,
    glossary: Glossary,
    lexicon: Option<Arc<Lexicon>>,
) -> Library {
    sort(&mut entries);
    let words = lexicon.as_deref().unwrap_or_else(|| Lexicon::builtin());
    let mentions = profile::mentions(&entries, &glossary, words, &Weights::default());
    Library { entries, glossary, lexicon, mentions, links: Vec::new(), decisions: Vec::new(), notes }
}

/// For each entry its concepts.
fn named(profiles: &profile::Profiles, glossary: &Glossary) -> Vec<Vec<Mention>> {
    profiles.all.iter().map(|profile| profile::named_mentions(profile, glossary)).collect()
}

/// By place, so that nothing depends on the caller's order.
pub(crate) fn sort(entries: &mut [Entry]) {
    entries.sort_by(|x, y| {
        let key = |e: &Entry| (e.source.lines.start, e.source.lines.end);
        x.source.path.cmp(&y.source.path).then(key(x).cmp(&key(y))).then_with(|| x.id.cmp(&y.id))
    });
}

/// The link that two entries deserve, if any, with its reasons.
fn link_of(joined: &join::Joined, entries: &[Entry], x: u32, y: u32, standing: &join::Standing) -> Option<Link> {
    let kind = kind::kind(standing, &joined.weights)?;
    let id = |at: u32| entries[at as usize].id.as_str();
    let (a, b) = if id(x) <= id(y) { (x, y) } else { (y, x) };
    let near = joined.nearness(a, b);
    let asked = |at: u32| entries[at as usize].question.as_str();
    let doubtful = doubt::is_doubtful(kind, &kind::requirements(standing, &joined.weights))
        || kind == LinkKind::Same && intent::differs(asked(a), asked(b));
    let evidence = nearness::evidence(joined.profile(a), joined.profile(b), &near, &joined.bridge, &joined.weights);
    Some(Link { a: id(a).to_owned(), b: id(b).to_owned(), kind, score: near.score, evidence, doubtful })
}
