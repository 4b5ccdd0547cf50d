//! Entries of the repository's collection name their concepts: with the names hidden, it is a gold set for links.

use std::collections::BTreeSet;

use passerelle::link::link;

use crate::content::collection;

/// The share of entries whose nearest counterpart names a concept of theirs. It only rises.
const FLOOR: f64 = 0.95;

#[test]
fn counterparts_are_found_without_the_names_of_concepts() {
    let library = &collection().library;
    let mut hidden = library.entries.clone();
    hidden.iter_mut().for_each(|entry| entry.concepts.clear());
    let found = link(hidden, Vec::new(), library.glossary.clone());
    let (index, near) = (library.index(), found.neighbours());
    let named =
        |id: &str| -> BTreeSet<&str> { library.entries[index[id]].concepts.iter().map(String::as_str).collect() };
    let (mut asked, mut hits, mut alone) = (0, 0, Vec::new());
    for (entry, near) in found.entries.iter().zip(near) {
        let across = |at: usize| found.entries[at].lang != entry.lang;
        let Some((first, _)) = near.iter().find(|(at, _)| across(*at)) else {
            alone.push(entry.id.as_str());
            continue;
        };
        let own = named(&entry.id);
        // Only those that some entry of the other language shares a name with can be judged.
        let shares = |at: usize| !named(&found.entries[at].id).is_disjoint(&own);
        if (0..found.entries.len()).any(|at| across(at) && shares(at)) && !named(&found.entries[*first].id).is_empty() {
            asked += 1;
            hits += usize::from(shares(*first));
        }
    }
    let share = hits as f64 / f64::from(asked);
    println!("{hits} of {asked} counterparts share a concept ({share:.3}); without a counterpart: {alone:?}");
    assert!(asked > 100 && share >= FLOOR, "{hits} of {asked}");
    assert!(alone.len() * 50 <= found.entries.len(), "{alone:?}");
}
