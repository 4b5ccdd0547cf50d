//! Whether the concepts of a scheme agree with each other: names that two share or that a language lacks, circles.

use std::collections::{BTreeMap, BTreeSet};

use super::concepts::Concept;
use crate::i18n::Lang;
use crate::text::fold;

/// A label of two concepts of one language: a question that has it could be about either.
pub const DUPLICATE: &str = "duplicate-label";
/// A concept without a preferred label in a language of the scheme.
pub const MISSING: &str = "missing-label";

/// What is wrong with a concept beside the others.
pub enum Fault {
    /// It shares a label with the concept of this id.
    Duplicate(String, String),
    /// It has no preferred label in this language.
    Missing(Lang),
    /// It is among its own `broader` or `related`.
    Itself,
    /// Its `broader` lead back to it, over these ids.
    Circle(String),
}

/// The faults between concepts, with the id of the concept that each is about. A circle is told once, at its first id.
pub fn faults(concepts: &BTreeMap<String, Concept>) -> Vec<(String, Fault)> {
    let mut out = Vec::new();
    let mut labels: BTreeMap<(Lang, String), &str> = BTreeMap::new();
    for concept in concepts.values() {
        for lang in Lang::ALL {
            for label in concept.labels(lang) {
                let first = *labels.entry((lang, fold(label))).or_insert(&concept.id);
                if first != concept.id {
                    out.push((concept.id.clone(), Fault::Duplicate(label.to_owned(), first.to_owned())));
                }
            }
        }
    }
    for lang in spoken(concepts) {
        let lacking = concepts.values().filter(|concept| !concept.pref_label.contains_key(&lang));
        // One without any label is told elsewhere.
        let named = lacking.filter(|concept| !concept.pref_label.is_empty());
        out.extend(named.map(|concept| (concept.id.clone(), Fault::Missing(lang))));
    }
    for concept in concepts.values() {
        if concept.broader.iter().chain(&concept.related).any(|other| *other == concept.id) {
            out.push((concept.id.clone(), Fault::Itself));
        } else if let Some(way) = circle(concepts, &concept.id) {
            out.push((concept.id.clone(), Fault::Circle(way)));
        }
    }
    out
}

/// The languages that the scheme is in: those in which half of its concepts are named.
fn spoken(concepts: &BTreeMap<String, Concept>) -> impl Iterator<Item = Lang> {
    let half = |lang: &Lang| {
        let named = concepts.values().filter(|concept| concept.pref_label.contains_key(lang)).count();
        named * 2 > concepts.len()
    };
    Lang::ALL.into_iter().filter(half)
}

/// The way over `broader` from a concept back to it, when no other concept on it has an earlier id.
fn circle(concepts: &BTreeMap<String, Concept>, start: &str) -> Option<String> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut next = vec![start];
    while let Some(at) = next.pop() {
        for broader in concepts.get(at).into_iter().flat_map(|concept| &concept.broader) {
            if broader == start {
                let mut way = vec![start, at];
                while let Some(earlier) = before.get(way[way.len() - 1]).filter(|earlier| **earlier != start) {
                    way.push(earlier);
                }
                way.push(start);
                way.dedup();
                way.reverse();
                return Some(way.join(" → "));
            }
            // Only a circle in which `start` has the first id is told from here.
            if broader.as_str() > start && broader != at && seen.insert(broader) {
                before.insert(broader, at);
                next.push(broader);
            }
        }
    }
    None
}
