//! Which units are rare.

use rayon::prelude::*;

use super::part::Part;
use super::words::Word;
use super::words::{bones, hash};
use crate::i18n::Lang;
use crate::lexicon::{self, Lexicon};
use crate::normalise::Entry;

/// A concept says more about what is asked than a word of the same rarity.
const CONCEPT: f64 = 1.5;

/// Sentences of the lexicon's training text, in powers of e: its rarities are on a logarithmic scale up to that.
const TRAINING: f64 = 12.0;

/// Entries that are read together.
const RUN: usize = 1024;

/// Inverse document frequency in each language, from 0 to 1. A collection may be small: what is common in the lexicon's
/// training text counts as if it were common in some more entries.
#[derive(Debug)]
pub struct Rarity {
    stems: Vec<u64>,
    /// How many concepts there are: units below are concepts.
    pub concepts: u32,
    idf: [Vec<f32>; 2],
}

impl Rarity {
    /// What is rare in these entries and in `background` more that the lexicon stands for.
    pub fn new(entries: &[Entry], parts: &[Vec<Part>], concepts: u32, lexicon: &Lexicon, background: f64) -> Self {
        // Each run of entries for itself first: its words are a fraction of what it says.
        let of_run = |run: &[Vec<Part>]| {
            let words = run.iter().flatten().flat_map(|part| &part.words);
            let mut stems: Vec<u64> = words.flat_map(|word| [Some(word.stem), word.skeleton]).flatten().collect();
            stems.sort_unstable();
            stems.dedup();
            stems
        };
        let mut stems: Vec<u64> = parts.par_chunks(RUN).flat_map_iter(of_run).collect();
        stems.par_sort_unstable();
        stems.dedup();
        stems.shrink_to_fit();
        let mut out = Self { stems, concepts, idf: [Vec::new(), Vec::new()] };
        let mut seen = Lang::ALL.map(|_| vec![0_u32; concepts as usize + out.stems.len()]);
        for (entries, parts) in entries.chunks(RUN).zip(parts.chunks(RUN)) {
            let units: Vec<Vec<u32>> = parts.par_iter().map(|parts| out.units(parts)).collect();
            for (entry, units) in entries.iter().zip(units) {
                units.into_iter().for_each(|unit| seen[entry.lang as usize][unit as usize] += 1);
            }
        }
        for lang in Lang::ALL {
            let mut count = out.background(lexicon, lang, background as f32);
            let total = background as f32 + entries.iter().filter(|entry| entry.lang == lang).count() as f32;
            count.iter_mut().zip(&seen[lang as usize]).for_each(|(count, &seen)| *count += seen as f32);
            let most = ((total + 1.0) / 0.5).ln();
            let idf = |&n: &f32| (((total + 1.0) / (n + 0.5)).ln() / most).max(0.05);
            out.idf[lang as usize] = count.iter().map(idf).collect();
        }
        out
    }

    /// The units of an entry, each once.
    fn units(&self, parts: &[Part]) -> Vec<u32> {
        let words = parts.iter().flat_map(|part| part.words.iter().flat_map(|w| [self.stem(w), self.skeleton(w)]));
        let hits = parts.iter().flat_map(|part| part.hits.iter().map(|hit| hit.concept));
        let mut units: Vec<u32> = words.chain(hits).collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    /// In how many of `entries` more each unit is expected.
    fn background(&self, lexicon: &Lexicon, lang: Lang, entries: f32) -> Vec<f32> {
        let mut count = vec![0.0_f32; self.concepts as usize + self.stems.len()];
        let mut expect = |word: &lexicon::Word| {
            let share = (-TRAINING * f64::from(word.rarity) / 9.0).exp() as f32;
            for unit in [self.unit(hash("~", &word.stem)), self.whole(&word.stem)].into_iter().flatten() {
                count[unit as usize] = count[unit as usize].max(entries * share);
            }
        };
        for (word, translations) in &lexicon.words {
            match lang {
                Lang::Fr => expect(word),
                Lang::En => translations.iter().for_each(|translation| expect(&translation.word)),
            }
        }
        count
    }

    /// The unit of a hashed stem or skeleton, if any entry has it.
    pub fn unit(&self, key: u64) -> Option<u32> {
        self.stems.binary_search(&key).ok().map(|at| self.concepts + at as u32)
    }

    /// The unit that stands for a stem in vectors of whole texts, if any entry has it.
    pub fn whole(&self, stem: &str) -> Option<u32> {
        let skeleton = bones(stem).and_then(|bones| self.unit(hash("#", &bones)));
        skeleton.or_else(|| self.unit(hash("~", stem)))
    }

    /// The unit of a word's stem.
    pub fn stem(&self, word: &Word) -> u32 {
        self.concepts + self.stems.binary_search(&word.stem).unwrap_or(self.stems.len()) as u32
    }

    /// The unit of a word's skeleton; of its stem where it is too short for one.
    pub fn skeleton(&self, word: &Word) -> u32 {
        let key = word.skeleton.unwrap_or(word.stem);
        self.concepts + self.stems.binary_search(&key).unwrap_or(self.stems.len()) as u32
    }

    /// The weight of a unit in whole texts of either language.
    pub fn everywhere(&self, unit: u32) -> f64 {
        self.of(unit, Lang::Fr).min(self.of(unit, Lang::En))
    }

    /// The weight of a unit: a concept's is the mean of both languages, so that it weighs the same on both sides.
    pub fn of(&self, unit: u32, lang: Lang) -> f64 {
        let at = unit as usize;
        if unit < self.concepts {
            CONCEPT * f64::from(self.idf[0][at] + self.idf[1][at]) / 2.0
        } else {
            f64::from(self.idf[lang as usize].get(at).copied().unwrap_or(1.0))
        }
    }
}
