//! Which different units mean nearly the same: neighbouring concepts, pairs of the lexicon, and words that are spelt
//! nearly alike.

use std::collections::{BTreeMap, BTreeSet};

use super::concepts::Glossary;
use super::profile::{Profile, Profiles};
use super::words::skeleton;
use crate::text::stem;

/// A concept and the one above it.
const BROADER: f64 = 0.4;
/// Concepts that the scheme names as related.
const RELATED: f64 = 0.2;
/// Stems that share at least this much of their letter pairs (Dice) count as that much of a match.
const COGNATE: f64 = 0.6;
/// Shorter stems meet by chance.
const COGNATE_LETTERS: usize = 4;

/// Words that share their skeleton.
const SKELETON: f64 = 0.8;

/// A word of some question.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    stem: String,
    name: String,
    unit: u32,
    /// The languages that have it, by their order.
    langs: [bool; 2],
}

/// Units that partly match others.
#[derive(Debug)]
pub struct Bridge {
    near: Vec<Vec<(u32, f64)>>,
}

impl Bridge {
    /// The partial matches among the units of `profiles`.
    pub fn new(glossary: &Glossary, profiles: &Profiles) -> Self {
        let mut pairs = concept_edges(glossary);
        pairs.extend(cognates(glossary.concepts.len() as u32, &profiles.all));
        pairs.extend(&profiles.dictionary.pairs);
        let units = pairs.iter().map(|(a, b, _)| 1 + *a.max(b) as usize).max().unwrap_or(0);
        let mut near = vec![Vec::new(); units];
        for (a, b, share) in pairs {
            near[a as usize].push((b, share));
            near[b as usize].push((a, share));
        }
        for list in &mut near {
            list.sort_by(|x: &(u32, f64), y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
            list.dedup_by_key(|(unit, _)| *unit);
        }
        Self { near }
    }

    /// The units that partly match `unit`, with how much.
    pub fn near(&self, unit: u32) -> &[(u32, f64)] {
        self.near.get(unit as usize).map_or(&[], Vec::as_slice)
    }
}

fn concept_edges(glossary: &Glossary) -> Vec<(u32, u32, f64)> {
    let ids: Vec<&str> = glossary.concepts.keys().map(String::as_str).collect();
    let mut out = Vec::new();
    for (concept, from) in glossary.concepts.values().zip(0..) {
        for (list, share) in [(&concept.broader, BROADER), (&concept.related, RELATED)] {
            let to = list.iter().filter_map(|id| ids.binary_search(&id.as_str()).ok());
            out.extend(to.map(|to| (from, to as u32, share)));
        }
    }
    out
}

/// Stems of the two languages that are spelt nearly alike and begin alike (`analyse`, `analysis`), by Dice's
/// coefficient of letter pairs.
fn cognates(concepts: u32, profiles: &[Profile]) -> Vec<(u32, u32, f64)> {
    let mut words: BTreeSet<Term> = BTreeSet::new();
    let mut langs: BTreeMap<u32, [Option<&str>; 2]> = BTreeMap::new();
    for profile in profiles {
        for unit in profile.question.iter().filter(|unit| unit.id >= concepts) {
            let name = &mut langs.entry(unit.id).or_default()[profile.lang as usize];
            // The shortest form stands for the stem, whatever the order of the entries.
            if name.is_none_or(|old| (unit.name.len(), unit.name.as_str()) < (old.len(), old)) {
                *name = Some(&unit.name);
            }
        }
    }
    for (unit, names) in langs {
        let [one, two] = names;
        let Some(name) = one.or(two) else { continue };
        let stem = stem(name);
        if stem.chars().count() >= COGNATE_LETTERS && stem.chars().all(char::is_alphabetic) {
            words.insert(Term {
                stem: stem.to_owned(),
                name: name.to_owned(),
                unit,
                langs: [one.is_some(), two.is_some()],
            });
        }
    }
    let words: Vec<_> = words.into_iter().collect();
    let mut out = same_skeleton(&words);
    let head = |word: &str| word.chars().take(3).collect::<String>();
    for group in words.chunk_by(|x, y| head(&x.stem) == head(&y.stem)) {
        for (at, x) in group.iter().enumerate() {
            for y in &group[at + 1..] {
                let share = dice(&x.stem, &y.stem);
                if across(x, y) && share >= COGNATE {
                    out.push((x.unit, y.unit, share));
                }
            }
        }
    }
    out
}

fn same_skeleton(words: &[Term]) -> Vec<(u32, u32, f64)> {
    let mut groups: BTreeMap<String, Vec<&Term>> = BTreeMap::new();
    for word in words {
        groups.entry(skeleton(&word.name, &word.stem).unwrap_or_default()).or_default().push(word);
    }
    groups.remove("");
    let mut out = Vec::new();
    for group in groups.values() {
        for (at, x) in group.iter().enumerate() {
            out.extend(group[at + 1..].iter().filter(|y| across(x, y)).map(|y| (x.unit, y.unit, SKELETON)));
        }
    }
    out
}

/// Whether one is of one language and the other of the other; words of both languages already meet as themselves.
fn across(x: &Term, y: &Term) -> bool {
    (x.langs[0] && y.langs[1] || x.langs[1] && y.langs[0]) && x.langs != [true; 2] && y.langs != [true; 2]
}

fn dice(a: &str, b: &str) -> f64 {
    let pairs = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        letters.windows(2).map(|w| (w[0], w[1])).collect::<BTreeSet<_>>()
    };
    let (a, b) = (pairs(a), pairs(b));
    2.0 * a.intersection(&b).count() as f64 / (a.len() + b.len()).max(1) as f64
}
