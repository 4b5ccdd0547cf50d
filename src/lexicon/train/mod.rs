//! A bilingual lexicon from parallel text.
//!
//! 1. `corpus`: sentences become stems of words that carry a subject; rare stems are left out.
//! 2. `model`: IBM Model 1 (P. Brown et al., "The mathematics of statistical machine translation", 1993) with the diagonal
//!    prior of C. Dyer et al. ("A simple, fast, and effective reparameterization of IBM Model 2", 2013) and variational
//!    Bayes, once in each direction.
//! 3. Here: a pair weighs `√(p(e|f) · p(f|e))`; the weak ones go, the frequent ones stay as far as there is room.

mod corpus;
mod model;

use std::collections::BTreeMap;

use super::format::{Lexicon, Translation, WEIGHTS, Word};
use super::pairs::Pair;
use corpus::{Corpus, Side};
use model::{Cell, translations};

/// How much of what is learnt is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Counterparts of a stem, at most.
    pub counterparts: usize,
    /// The least weight of a pair, from 0 to 1.
    pub weight: f64,
    /// Bytes of the lexicon's file, at most: the most frequent pairs stay.
    pub bytes: usize,
    /// Sentences that a stem must be in.
    pub sentences: u32,
}

impl Default for Settings {
    /// Three counterparts of weight 0.1 in 150 kB, from stems that are in three sentences or more.
    fn default() -> Self {
        Self { counterparts: 3, weight: 0.1, bytes: 150_000, sentences: 3 }
    }
}

/// A pair of stems with what it weighs.
struct Learnt {
    fr: u32,
    en: u32,
    weight: f64,
    count: f64,
}

/// The lexicon of parallel text. The same pairs give the same lexicon on any number of threads.
pub fn train(pairs: &[Pair], settings: &Settings) -> Lexicon {
    let corpus = Corpus::new(pairs, settings.sentences);
    let forth = translations(&corpus, Side::Fr);
    let back = translations(&corpus, Side::En);
    let kept = pruned(joined(&forth, &back), settings);
    written(&corpus, kept, settings.bytes)
}

/// The pairs that both directions know, with the geometric mean of their probabilities.
fn joined(forth: &[Cell], back: &[Cell]) -> Vec<Learnt> {
    let join = |cell: &Cell| {
        let at = back.binary_search_by_key(&(cell.to, cell.from), |cell| (cell.from, cell.to)).ok()?;
        let weight = (cell.probability * back[at].probability).sqrt();
        Some(Learnt { fr: cell.from, en: cell.to, weight, count: cell.count.min(back[at].count) })
    };
    forth.iter().filter_map(join).collect()
}

/// The strongest counterparts of each stem, seen from either side.
fn pruned(mut all: Vec<Learnt>, settings: &Settings) -> Vec<Learnt> {
    all.retain(|pair| pair.weight >= settings.weight);
    all.sort_by(|x, y| y.weight.total_cmp(&x.weight).then((x.fr, x.en).cmp(&(y.fr, y.en))));
    let mut seen: [BTreeMap<u32, usize>; 2] = Default::default();
    all.retain(|pair| {
        let mut rank = |side: usize, stem: u32| {
            let count = seen[side].entry(stem).or_default();
            *count += 1;
            *count
        };
        let (fr, en) = (rank(0, pair.fr), rank(1, pair.en));
        fr.min(en) <= settings.counterparts
    });
    all
}

/// The most frequent of the pairs that fit into so many bytes.
fn written(corpus: &Corpus, mut pairs: Vec<Learnt>, bytes: usize) -> Lexicon {
    pairs.sort_by(|x, y| y.count.total_cmp(&x.count).then((x.fr, x.en).cmp(&(y.fr, y.en))));
    let mut words: BTreeMap<&str, Vec<&Learnt>> = BTreeMap::new();
    let mut size = Lexicon::default().to_string().len();
    for pair in &pairs {
        let (fr, en) = (corpus.stem(Side::Fr, pair.fr), corpus.stem(Side::En, pair.en));
        let line = if words.contains_key(fr) { 0 } else { fr.len() + 2 };
        size += line + en.len() + 3;
        if size > bytes {
            break;
        }
        words.entry(fr).or_default().push(pair);
    }
    let word = |side: Side, at: u32| Word { stem: corpus.stem(side, at).to_owned(), rarity: corpus.rarity(side, at) };
    let row = |pairs: Vec<&Learnt>| {
        let mut all: Vec<Translation> =
            pairs.iter().map(|p| Translation { word: word(Side::En, p.en), weight: quantised(p.weight) }).collect();
        all.sort_by(|x, y| y.weight.cmp(&x.weight).then_with(|| x.word.cmp(&y.word)));
        (word(Side::Fr, pairs[0].fr), all)
    };
    Lexicon { words: words.into_values().map(row).collect() }
}

/// A weight in fifteenths.
fn quantised(weight: f64) -> u8 {
    (weight * f64::from(WEIGHTS)).round().clamp(1.0, f64::from(WEIGHTS)) as u8
}
