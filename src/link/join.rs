//! Scored pairs and what their surroundings say: margins against hubs and mutual bests.

use rayon::prelude::*;

use super::bridge::Bridge;
use super::candidates::candidates;
use super::concepts::Glossary;
use super::nearness::{Nearness, nearness};
use super::profile::{Profile, Profiles};
use super::vector::round;
use super::weights::Weights;
use crate::lexicon::Lexicon;
use crate::normalise::Entry;

/// Neighbours that say how crowded an entry's surroundings are (CSLS: Conneau et al., "Word translation without
/// parallel data", 2018).
const CROWD: usize = 3;
/// Larger margins tell no more: they are of small collections.
const MARGIN: f64 = 1.2;

/// A pair whose signals are known; `a < b` by index.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// One entry.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// The sum of its signals.
    pub sum: f64,
    /// The mean share of the questions' concepts and terms that have a counterpart.
    units: f32,
    /// Cosine of the whole texts.
    text: f32,
}

/// What a pair's surroundings say about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// The sum of its signals.
    pub sum: f64,
    /// How far questions, texts and margin agree that it belongs together.
    pub agreement: f64,
    /// How many neighbours of either, in the language of the other, are nearer to it.
    pub ranks: [usize; 2],
    /// Whether no sum of either, in the language of the other, is larger.
    pub nearest: bool,
    /// Whether they are in different languages.
    pub across: bool,
}

/// All that linking knows about a set of entries.
#[derive(Debug)]
pub struct Joined {
    /// What each entry is about.
    pub profiles: Profiles,
    /// What partly matches.
    pub bridge: Bridge,
    /// The weights and thresholds.
    pub weights: Weights,
    /// The compared pairs by (a, b).
    pub pairs: Vec<Pair>,
    /// For each entry and language what is near to it.
    around: Vec<[Around; 2]>,
}

/// What is near to an entry in one language.
#[derive(Debug, Clone, Default)]
struct Around {
    /// The largest sum of signals.
    nearest: f64,
    /// The mean of the largest ones.
    crowd: f64,
    /// The kinship of all that was compared, largest first.
    kin: Vec<f32>,
}

impl Joined {
    /// Profiles, candidates and signals of `entries`, whose order must not depend on the caller's.
    pub fn new(entries: &[Entry], glossary: &Glossary, lexicon: &Lexicon, weights: Weights) -> Self {
        let profiles = Profiles::new(entries, glossary, lexicon, &weights);
        let bridge = Bridge::new(glossary, &profiles);
        let near = candidates(&profiles.all, &bridge, profiles.concepts);
        let pairs: Vec<Pair> = near
            .par_iter()
            .enumerate()
            .flat_map_iter(|(a, list)| {
                let (all, bridge) = (&profiles.all, &bridge);
                let later = list.iter().filter(move |&&b| b as usize > a);
                later.map(move |&b| Pair::new(a as u32, b, &nearness(&all[a], &all[b as usize], bridge, &weights)))
            })
            .collect();
        let around = around(entries, &pairs);
        Self { profiles, bridge, weights, pairs, around }
    }

    /// The profile of an entry.
    pub fn profile(&self, at: u32) -> &Profile {
        &self.profiles.all[at as usize]
    }

    /// The signals of two entries, the same in either order.
    pub fn nearness(&self, x: u32, y: u32) -> Nearness {
        let (a, b) = (x.min(y), x.max(y));
        let near = nearness(self.profile(a), self.profile(b), &self.bridge, &self.weights);
        near.beside(self.nearest(a, b), &self.weights)
    }

    /// The sums of what is nearest to either in the language of the other.
    fn nearest(&self, a: u32, b: u32) -> [f64; 2] {
        [(a, b), (b, a)].map(|(x, y)| self.around(x, y).nearest)
    }

    /// What is near to `x` in the language of `y`.
    fn around(&self, x: u32, y: u32) -> &Around {
        &self.around[x as usize][self.profile(y).lang as usize]
    }

    /// Whether two entries had enough in common to be compared at all.
    pub fn is_scored(&self, x: u32, y: u32) -> bool {
        self.pairs.binary_search_by_key(&(x.min(y), x.max(y)), |pair| (pair.a, pair.b)).is_ok()
    }

    /// What the surroundings of two entries say about their signals.
    pub fn standing(&self, x: u32, y: u32) -> Standing {
        let (a, b) = (x.min(y), x.max(y));
        match self.pairs.binary_search_by_key(&(a, b), |pair| (pair.a, pair.b)) {
            Ok(at) => self.standing_of(&self.pairs[at]),
            Err(_) => self.standing_of(&Pair::new(a, b, &self.nearness(a, b))),
        }
    }

    /// The same for a compared pair.
    pub fn standing_of(&self, pair: &Pair) -> Standing {
        let Pair { a, b, sum, units, text } = *pair;
        let rank = |x, y| self.around(x, y).kin.partition_point(|other| *other > pair.kinship());
        let crowd = self.around(a, b).crowd + self.around(b, a).crowd;
        let margin = (2.0 * sum / crowd.max(f64::MIN_POSITIVE)).min(MARGIN);
        let [by_units, by_text, by_margin] = self.weights.agreement;
        Standing {
            sum: round(sum),
            agreement: round(by_units * f64::from(units) + by_text * f64::from(text) + by_margin * margin),
            ranks: [rank(a, b), rank(b, a)],
            nearest: self.nearest(a, b).iter().all(|nearest| sum >= *nearest),
            across: self.profile(a).lang != self.profile(b).lang,
        }
    }
}

impl Pair {
    fn new(a: u32, b: u32, near: &Nearness) -> Self {
        let units = (near.subjects[0] + near.subjects[1]) / 2.0;
        Self { a, b, sum: near.sum, units: units as f32, text: near.cosine as f32 }
    }

    /// What ranks go by: shared units and whole texts, without letters and whatever else is near.
    fn kinship(&self) -> f32 {
        self.units + self.text
    }
}

/// For each entry and language what is near to it among `pairs`.
fn around(entries: &[Entry], pairs: &[Pair]) -> Vec<[Around; 2]> {
    let mut near: Vec<[Vec<(f64, f32)>; 2]> = vec![Default::default(); entries.len()];
    for pair in pairs {
        for (x, y) in [(pair.a, pair.b), (pair.b, pair.a)] {
            near[x as usize][entries[y as usize].lang as usize].push((pair.sum, pair.kinship()));
        }
    }
    let of = |mut list: Vec<(f64, f32)>| {
        let mut kin: Vec<f32> = list.iter().map(|(_, kinship)| *kinship).collect();
        kin.sort_by(|x, y| y.total_cmp(x));
        list.sort_by(|x, y| y.0.total_cmp(&x.0));
        list.truncate(CROWD);
        let crowd = list.iter().map(|(sum, _)| sum).sum::<f64>() / list.len().max(1) as f64;
        Around { nearest: list.first().map_or(0.0, |(sum, _)| *sum), crowd, kin }
    };
    near.into_par_iter().map(|lists| lists.map(of)).collect()
}
