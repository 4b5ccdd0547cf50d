//! The lexicon in the units of a collection.

use std::collections::BTreeMap;

use super::rarity::Rarity;
use super::words::hash;
use crate::lexicon::{Lexicon, Translation, WEIGHTS};

/// Translations whose units some entry has.
#[derive(Debug, Default)]
pub struct Dictionary {
    /// French stem, English stem and how much they match, from 0 to 1.
    pub pairs: Vec<(u32, u32, f64)>,
    /// For a French stem the units of whole texts that its translations are, with their shares of it.
    pivots: BTreeMap<u32, Vec<(u32, f64)>>,
}

impl Dictionary {
    /// What `lexicon` says about the units of `rarity`; weights are taken to the power of `power`.
    pub fn new(lexicon: &Lexicon, rarity: &Rarity, power: f64) -> Self {
        let mut out = Self::default();
        for (word, translations) in &lexicon.words {
            let Some(from) = rarity.unit(hash("~", &word.stem)) else { continue };
            let weight = |t: &Translation| f64::from(t.weight) / f64::from(WEIGHTS);
            let all: f64 = translations.iter().map(weight).sum();
            let mut pivots = Vec::new();
            for translation in translations {
                let stem = &translation.word.stem;
                if *stem != word.stem
                    && let Some(to) = rarity.unit(hash("~", stem))
                {
                    out.pairs.push((from, to, weight(translation).powf(power)));
                }
                pivots.extend(rarity.whole(stem).map(|whole| (whole, weight(translation) / all)));
            }
            out.pivots.insert(from, pivots);
        }
        out
    }

    /// The units that stand for a French stem in whole texts of either language, with their shares.
    pub fn pivots(&self, stem: u32) -> &[(u32, f64)] {
        self.pivots.get(&stem).map_or(&[], Vec::as_slice)
    }
}
