//! Parallel text as numbers.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::lexicon::pairs::Pair;
use crate::text::{fold, stem, tokens};

/// Stems of a sentence that are read; longer ones are paragraphs whose words meet by chance.
const LONGEST: usize = 50;
/// Steps of rarity, one digit.
const RARITIES: f64 = 9.0;

/// Which text of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The French one.
    Fr,
    /// The English one.
    En,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }
}

/// Stems of one language, sorted, with the number of sentences that each is in.
#[derive(Debug)]
struct Vocabulary {
    stems: Vec<String>,
    sentences: Vec<u32>,
}

/// Pairs of sentences as stems.
#[derive(Debug)]
pub struct Corpus {
    vocabularies: [Vocabulary; 2],
    /// The stems of each pair, by index into the vocabularies.
    pub pairs: Vec<[Vec<u32>; 2]>,
}

impl Corpus {
    /// Reads `pairs`; stems in fewer than `sentences` sentences are left out, and each pair counts once.
    pub fn new(pairs: &[Pair], sentences: u32) -> Self {
        let mut read: Vec<[Vec<String>; 2]> = pairs
            .par_iter()
            .map(|pair| [stems(&pair.fr), stems(&pair.en)])
            .filter(|p| p.iter().all(|s| !s.is_empty()))
            .collect();
        read.par_sort();
        read.dedup();
        let vocabularies = [0, 1].map(|side| Vocabulary::new(&read, side, sentences));
        let numbers = |pair: &[Vec<String>; 2]| {
            [0, 1].map(|side| {
                let stems = &vocabularies[side].stems;
                pair[side].iter().filter_map(|stem| stems.binary_search(stem).ok().map(|at| at as u32)).collect()
            })
        };
        let pairs: Vec<[Vec<u32>; 2]> =
            read.par_iter().map(numbers).filter(|p: &[Vec<u32>; 2]| p.iter().all(|s| !s.is_empty())).collect();
        Self { vocabularies, pairs }
    }

    /// How many stems a language has.
    pub fn size(&self, side: Side) -> usize {
        self.vocabularies[side as usize].stems.len()
    }

    /// One stem.
    pub fn stem(&self, side: Side, at: u32) -> &str {
        &self.vocabularies[side as usize].stems[at as usize]
    }

    /// How rare a stem is: its inverse document frequency from 0 to 9.
    pub fn rarity(&self, side: Side, at: u32) -> u8 {
        let all = self.pairs.len() as f64 + 1.0;
        let with = f64::from(self.vocabularies[side as usize].sentences[at as usize]);
        (RARITIES * (all / with).ln() / all.ln()).round().clamp(0.0, RARITIES) as u8
    }
}

impl Vocabulary {
    fn new(read: &[[Vec<String>; 2]], side: usize, least: u32) -> Self {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for pair in read {
            let mut stems: Vec<&str> = pair[side].iter().map(String::as_str).collect();
            stems.sort_unstable();
            stems.dedup();
            stems.into_iter().for_each(|stem| *counts.entry(stem).or_default() += 1);
        }
        counts.retain(|_, count| *count >= least);
        let (stems, sentences) = counts.into_iter().map(|(stem, count)| (stem.to_owned(), count)).unzip();
        Self { stems, sentences }
    }
}

/// The stems of a text, grammar and all, in order; bare numbers have no counterpart but themselves.
fn stems(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = tokens(&folded).into_iter().map(|(_, word)| word);
    words.filter(|word| word.chars().any(char::is_alphabetic)).take(LONGEST).map(|word| stem(word).to_owned()).collect()
}
