//! Which units are rare.

use rayon::prelude::*;

use super::part::Part;
use super::words::Word;
use crate::i18n::Lang;
use crate::normalise::Entry;

/// A concept says more about what is asked than a word of the same rarity.
const CONCEPT: f64 = 1.5;

/// Inverse document frequency in each language, from 0 to 1.
#[derive(Debug)]
pub struct Rarity {
    stems: Vec<u64>,
    /// How many concepts there are: units below are concepts.
    pub concepts: u32,
    idf: [Vec<f32>; 2],
}

impl Rarity {
    /// What is rare in these entries.
    pub fn new(entries: &[Entry], parts: &[Vec<Part>], concepts: u32) -> Self {
        let mut stems: Vec<u64> = parts
            .par_iter()
            .flatten()
            .flat_map_iter(|p| p.words.iter().flat_map(|w| [Some(w.stem), w.skeleton]).flatten())
            .collect();
        stems.par_sort_unstable();
        stems.dedup();
        let mut out = Self { stems, concepts, idf: [Vec::new(), Vec::new()] };
        let seen: Vec<Vec<u32>> = parts
            .par_iter()
            .map(|parts| {
                let words = parts.iter().flat_map(|p| p.words.iter().flat_map(|w| [out.stem(w), out.skeleton(w)]));
                let hits = parts.iter().flat_map(|p| p.hits.iter().map(|h| h.concept));
                let mut units: Vec<u32> = words.chain(hits).collect();
                units.sort_unstable();
                units.dedup();
                units
            })
            .collect();
        for lang in Lang::ALL {
            let mut count = vec![0_u32; concepts as usize + out.stems.len()];
            let mut total = 0.0_f32;
            for (_, units) in entries.iter().zip(&seen).filter(|(entry, _)| entry.lang == lang) {
                total += 1.0;
                units.iter().for_each(|&unit| count[unit as usize] += 1);
            }
            let most = ((total + 1.0) / 0.5).ln();
            let idf = |&n: &u32| (((total + 1.0) / (n as f32 + 0.5)).ln() / most).max(0.05);
            out.idf[lang as usize] = count.iter().map(idf).collect();
        }
        out
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
