//! Entries are joined to concepts and to each other.

mod bridge;
mod candidates;
mod concepts;
mod glossary;
mod join;
mod library;
mod matcher;
mod nearness;
mod profile;
mod words;

use rayon::prelude::*;

pub use concepts::{Concept, Glossary};
pub use library::{Evidence, Library, Link, LinkKind, Mention};

use crate::normalise::{Entry, SectionNote};

/// Joins entries to the concepts of `glossary` and to each other. The result does not depend on the order of `entries`
/// nor on the number of threads.
pub fn link(mut entries: Vec<Entry>, notes: Vec<SectionNote>, glossary: Glossary) -> Library {
    entries.sort_by(|x, y| {
        let key = |e: &Entry| (e.source.lines.start, e.source.lines.end);
        x.source.path.cmp(&y.source.path).then(key(x).cmp(&key(y))).then_with(|| x.id.cmp(&y.id))
    });
    let joined = join::Joined::new(&entries, &glossary);
    let mentions = joined.profiles.all.iter().map(|profile| profile::named_mentions(profile, &glossary)).collect();
    let mut links: Vec<Link> = joined
        .pairs
        .par_iter()
        .filter_map(|pair| {
            let kind = joined.kind(pair.a, pair.b, &pair.near)?;
            let (a, b) = (&entries[pair.a as usize].id, &entries[pair.b as usize].id);
            let (first, second) = if a <= b { (pair.a, pair.b) } else { (pair.b, pair.a) };
            let evidence = nearness::evidence(joined.profile(first), joined.profile(second), &joined.bridge);
            let id = |at: u32| entries[at as usize].id.clone();
            Some(Link { a: id(first), b: id(second), kind, score: pair.near.score, evidence })
        })
        .collect();
    links.sort_by(|x, y| x.a.cmp(&y.a).then_with(|| x.b.cmp(&y.b)));
    Library { entries, glossary, mentions, links, notes }
}
