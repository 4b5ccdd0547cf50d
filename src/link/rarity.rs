//! Which units are rare.

use rayon::prelude::*;

use super::run::Run;
use super::words::{Shape, Word, bones, hash};
use crate::i18n::Lang;
use crate::lexicon::{self, Lexicon};

/// A concept says more about what is asked than a word of the same rarity.
const CONCEPT: f64 = 1.5;

/// Sentences of the lexicon's training text, in powers of e: its rarities are on a logarithmic scale up to that.
const TRAINING: f64 = 12.0;

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
    pub fn new(runs: &[Run<'_>], concepts: u32, lexicon: &Lexicon, background: f64) -> Self {
        let mut stems: Vec<u64> = runs.par_iter().flat_map_iter(|run| run.keys.iter().copied()).collect();
        stems.par_sort_unstable();
        stems.dedup();
        stems.shrink_to_fit();
        let mut out = Self { stems, concepts, idf: [Vec::new(), Vec::new()] };
        let units: Vec<Vec<u32>> = runs.par_iter().map(|run| out.units(run)).collect();
        let mut seen = Lang::ALL.map(|_| vec![0_u32; concepts as usize + out.stems.len()]);
        for (run, units) in runs.iter().zip(&units) {
            for (seen, counts) in seen.iter_mut().zip(&run.seen) {
                let counts = (0..concepts).chain(units.iter().copied()).zip(counts);
                counts.for_each(|(unit, count)| seen[unit as usize] += count);
            }
        }
        let entries = || runs.iter().flat_map(|run| run.entries);
        for lang in Lang::ALL {
            let mut count = out.background(lexicon, lang, background as f32);
            let total = background as f32 + entries().filter(|entry| entry.lang == lang).count() as f32;
            count.iter_mut().zip(&seen[lang as usize]).for_each(|(count, &seen)| *count += seen as f32);
            let most = ((total + 1.0) / 0.5).ln();
            let idf = |&n: &f32| (((total + 1.0) / (n + 0.5)).ln() / most).max(0.05);
            out.idf[lang as usize] = count.iter().map(idf).collect();
        }
        out
    }

    /// The units of the keys of a run.
    fn units(&self, run: &Run<'_>) -> Vec<u32> {
        let unit = |key: &u64| self.concepts + self.stems.partition_point(|other| other < key) as u32;
        run.keys.iter().map(unit).collect()
    }

    /// The words of a run with their units and weights.
    pub fn weigh<'r>(&self, run: &'r Run<'r>) -> Weighed<'r> {
        let units = self.units(run);
        let units: Vec<[u32; 2]> = run.places.iter().map(|places| places.map(|at| units[at as usize])).collect();
        let mut weights = [Vec::new(), Vec::new()];
        for lang in Lang::ALL {
            let weight = |(shape, &[stem, _]): (&Shape, &[u32; 2])| shape.share() * self.of(stem, lang);
            weights[lang as usize] = run.shapes.iter().zip(&units).map(weight).collect();
        }
        Weighed { run, units, weights }
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

/// A run whose words have their units and weights.
#[derive(Debug)]
pub struct Weighed<'r> {
    /// The run.
    pub run: &'r Run<'r>,
    /// For each shape the unit of its stem, and of its skeleton; of its stem again where it is too short for one.
    units: Vec<[u32; 2]>,
    /// For each language, by its number, and shape how much it counts in a text of that language.
    weights: [Vec<f64>; 2],
}

impl Weighed<'_> {
    /// The unit of a word's stem.
    pub fn stem(&self, word: Word) -> u32 {
        self.units[word.shape()][0]
    }

    /// The unit of a word's skeleton; of its stem where it is too short for one.
    pub fn skeleton(&self, word: Word) -> u32 {
        self.units[word.shape()][1]
    }

    /// How much of the subject a word is.
    pub fn weight(&self, word: Word, lang: Lang) -> f64 {
        self.weights[lang as usize][word.shape()]
    }
}
