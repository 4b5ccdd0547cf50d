//! Entries read together: what there is to know about a word is found out once for all of them, and kept once.

use rayon::prelude::*;

use super::matcher::Matcher;
use super::part::{Part, read};
use super::words::{Reader, Shape, Word};
use crate::i18n::Lang;
use crate::normalise::Entry;

/// Entries of the longest run: long ones share more, short ones keep every processor busy.
const LONGEST: usize = 2048;
/// Entries of the shortest run but the last.
const SHORTEST: usize = 64;
/// Into how many runs a collection between the two is cut.
const RUNS: usize = 16;

/// Neighbouring entries, read.
#[derive(Debug)]
pub struct Run<'e> {
    /// The entries.
    pub entries: &'e [Entry],
    /// The parts of each.
    pub parts: Vec<Box<[Part]>>,
    /// What is known about their words, by number.
    pub shapes: Vec<Shape>,
    /// The hashes of all stems and skeletons, sorted.
    pub keys: Vec<u64>,
    /// For each shape the places among the keys of its stem, and of its skeleton or else its stem.
    pub places: Vec<[u32; 2]>,
    /// In how many entries of each language, by its number, the concepts and, after them, the keys are.
    pub seen: [Vec<u32>; 2],
}

/// Reads `entries`; `concepts` is how many the matcher knows.
pub fn runs<'e>(entries: &'e [Entry], matcher: &Matcher, concepts: usize) -> Vec<Run<'e>> {
    let size = entries.len().div_ceil(RUNS).clamp(SHORTEST, LONGEST);
    runs_of(size, entries, matcher, concepts)
}

fn runs_of<'e>(size: usize, entries: &'e [Entry], matcher: &Matcher, concepts: usize) -> Vec<Run<'e>> {
    entries.par_chunks(size).map(|run| Run::new(run, matcher, concepts)).collect()
}

impl<'e> Run<'e> {
    fn new(entries: &'e [Entry], matcher: &Matcher, concepts: usize) -> Self {
        let mut reader = Reader::default();
        let parts: Vec<Box<[Part]>> = entries.iter().map(|entry| read(entry, matcher, &mut reader)).collect();
        let shapes = reader.into_shapes();
        let mut keys: Vec<u64> = shapes.iter().flat_map(|shape| [Some(shape.stem), shape.skeleton]).flatten().collect();
        keys.sort_unstable();
        keys.dedup();
        let place = |key: u64| keys.partition_point(|other| *other < key) as u32;
        let of_shape = |shape: &Shape| [shape.stem, shape.skeleton.unwrap_or(shape.stem)].map(place);
        let places = shapes.iter().map(of_shape).collect();
        let seen = Lang::ALL.map(|_| vec![0; concepts + keys.len()]);
        let mut out = Self { entries, parts, shapes, keys, places, seen };
        out.count(concepts);
        out
    }

    /// Counts each concept and key once an entry.
    fn count(&mut self, concepts: usize) {
        // The entry that had it last, counted from 1.
        let mut last = vec![0; concepts + self.keys.len()];
        for ((entry, parts), number) in self.entries.iter().zip(&self.parts).zip(1..) {
            let seen = &mut self.seen[entry.lang as usize];
            let mut meet = |at: usize| {
                if last[at] != number {
                    last[at] = number;
                    seen[at] += 1;
                }
            };
            for part in parts {
                part.hits.iter().for_each(|hit| meet(hit.concept as usize));
                let keys = part.words.iter().flat_map(|word| self.places[word.shape()]);
                keys.for_each(|key| meet(concepts + key as usize));
            }
        }
    }

    /// What is known about a word of these entries.
    pub fn shape(&self, word: Word) -> &Shape {
        &self.shapes[word.shape()]
    }
}

#[cfg(test)]
mod tests {
    use super::super::concepts::Glossary;
    use super::super::rarity::Rarity;
    use super::super::words::hash;
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::normalise::normalise;
    use crate::parse::parse;
    use crate::source::Source;
    use crate::text::stem;

    fn entries() -> Vec<Entry> {
        let text = "# What is a cache?\n\nA copy, kept near.\n\n# Why is a REST API stateless?\n\nEach request says it all.\n\n\
            # Qu'est-ce qu'un quorum ?\n\nUne majorité, gardée par le protocole.\n\n\
            # Quand un quorum ment-il ?\n\nQuand le protocole a changé.\n";
        let source = Source::new("a.md", "a.md", text);
        normalise(&source, &parse(&source)).entries
    }

    #[test]
    fn what_is_common_in_one_language_weighs_little_there() {
        let entries = entries();
        assert_eq!(entries.iter().map(|entry| entry.lang.code()).collect::<Vec<_>>(), ["en", "en", "fr", "fr"]);
        let glossary = Glossary::default();
        let runs = runs_of(3, &entries, &Matcher::new(&glossary), 0);
        let rarity = Rarity::new(&runs, 0, &Lexicon::default(), 0.0);
        let unit = rarity.unit(hash("~", stem("protocole"))).expect("a stem of theirs");
        assert!(rarity.of(unit, Lang::Fr) < rarity.of(unit, Lang::En));
        let weighed = rarity.weigh(&runs[0]);
        let of_question = runs[0].parts[2].iter().flat_map(|part| &part.words);
        let word = of_question.copied().find(|word| &*runs[0].shape(*word).text == "protocole").expect("it is there");
        assert_eq!(weighed.weight(word, Lang::Fr), rarity.of(unit, Lang::Fr));
        assert_eq!(weighed.weight(word, Lang::En), rarity.of(unit, Lang::En));
    }

    #[test]
    fn where_runs_end_changes_no_weight() {
        let entries = entries();
        let glossary = Glossary::builtin();
        let (matcher, concepts) = (Matcher::new(glossary), glossary.concepts.len());
        let weights = |size: usize| {
            let runs = runs_of(size, &entries, &matcher, concepts);
            let rarity = Rarity::new(&runs, concepts as u32, Lexicon::builtin(), 100.0);
            let of_run = |run: &Run<'_>| {
                let weighed = rarity.weigh(run);
                let of_entry = |(entry, parts): (&Entry, &Box<[Part]>)| {
                    let words = parts.iter().flat_map(|part| &part.words);
                    let told =
                        |word: &Word| (weighed.stem(*word), weighed.skeleton(*word), weighed.weight(*word, entry.lang));
                    words.map(told).collect::<Vec<_>>()
                };
                run.entries.iter().zip(&run.parts).map(of_entry).collect::<Vec<_>>()
            };
            runs.iter().flat_map(of_run).collect::<Vec<_>>()
        };
        assert_eq!(weights(1), weights(4));
        assert_eq!(weights(3), weights(4));
        assert!(weights(4).iter().all(|entry| entry.iter().any(|(_, _, weight)| *weight > 0.0)));
    }
}
