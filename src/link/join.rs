//! Scored pairs and what their surroundings say: margins against hubs and mutual bests.

use rayon::prelude::*;

use super::bridge::Bridge;
use super::candidates::candidates;
use super::concepts::Glossary;
use super::nearness::{Nearness, left, nearness, share_concept};
use super::profile::{Profile, Profiles};
use super::vector::round;
use super::weights::Weights;
use crate::lexicon::Lexicon;
use crate::normalise::Entry;

/// Neighbours that say how crowded an entry's surroundings are (CSLS: Conneau et al., "Word translation without
/// parallel data", 2018).
const CROWD: usize = 5;

/// A scored pair; `a < b` by index.
#[derive(Debug, Clone)]
pub struct Pair {
    /// One entry.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// How near they are.
    pub score: f64,
}

/// What a pair's surroundings say about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Its score less the mean score of what else is near either.
    pub margin: f64,
    /// How many neighbours of the first, in the second's language, are nearer to it.
    pub rank_a: usize,
    /// The same the other way round.
    pub rank_b: usize,
    /// Whether they are in different languages.
    pub across: bool,
    /// Whether both are mainly about the same concept.
    pub main: bool,
    /// Whether a concept of one is a concept of the other, or next to one in the scheme.
    pub concept: bool,
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
    /// The scored pairs by (a, b).
    pub pairs: Vec<Pair>,
    /// For each entry and language the score of its nearest neighbour before hubs are discounted.
    nearest: Vec<[f64; 2]>,
    /// For each entry and language its neighbours, best first.
    ranks: Vec<[Vec<(u32, f64)>; 2]>,
}

impl Joined {
    /// Profiles, candidates and scores of `entries`, whose order must not depend on the caller's.
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
                let score = move |b: u32| nearness(&all[a], &all[b as usize], bridge, &weights).score;
                later.map(move |&b| Pair { a: a as u32, b, score: score(b) })
            })
            .collect();
        let nearest: Vec<[f64; 2]> = ranks(entries, &pairs)
            .iter()
            .map(|lists| [0, 1].map(|lang| lists[lang].first().map_or(0.0, |x| x.1)))
            .collect();
        let mut out = Self { profiles, bridge, weights, pairs, nearest, ranks: Vec::new() };
        let pairs: Vec<Pair> = out
            .pairs
            .par_iter()
            .map(|pair| Pair {
                score: round(pair.score * left(pair.score, out.nearest(pair.a, pair.b), &weights)),
                ..pair.clone()
            })
            .collect();
        out.ranks = ranks(entries, &pairs);
        out.pairs = pairs;
        out
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

    /// The scores of what is nearest to either in the language of the other.
    fn nearest(&self, a: u32, b: u32) -> [f64; 2] {
        [(a, b), (b, a)].map(|(x, y)| self.nearest[x as usize][self.profile(y).lang as usize])
    }

    /// Whether two entries had enough in common to be compared at all.
    pub fn is_scored(&self, x: u32, y: u32) -> bool {
        self.pairs.binary_search_by_key(&(x.min(y), x.max(y)), |pair| (pair.a, pair.b)).is_ok()
    }

    /// How many neighbours of `x` in the language of `y` are nearer to it than this score.
    pub fn rank(&self, x: u32, y: u32, score: f64) -> usize {
        self.ranks[x as usize][self.profile(y).lang as usize].partition_point(|(_, other)| *other > score)
    }

    /// How many are nearer than this pair to the one of the two that has fewer of them.
    pub fn nearer(&self, pair: &Pair) -> usize {
        self.rank(pair.a, pair.b, pair.score).min(self.rank(pair.b, pair.a, pair.score))
    }

    /// What the surroundings of `a` and `b` say about a score of theirs.
    pub fn standing(&self, a: u32, b: u32, score: f64) -> Standing {
        let list = |x: u32, y: u32| &self.ranks[x as usize][self.profile(y).lang as usize];
        let crowd = |x: u32, y: u32| {
            list(x, y).iter().filter(|(z, _)| *z != y).take(CROWD).map(|(_, s)| s).sum::<f64>() / CROWD as f64
        };
        let margin = score - (crowd(a, b) + crowd(b, a)) / 2.0;
        let (x, y) = (self.profile(a), self.profile(b));
        Standing {
            margin,
            rank_a: self.rank(a, b, score),
            rank_b: self.rank(b, a, score),
            across: x.lang != y.lang,
            main: x.primary().is_some() && x.primary() == y.primary(),
            concept: share_concept(x, y, &self.bridge),
        }
    }
}

/// For each entry and language its neighbours in `pairs`, best first.
fn ranks(entries: &[Entry], pairs: &[Pair]) -> Vec<[Vec<(u32, f64)>; 2]> {
    let mut ranks: Vec<[Vec<(u32, f64)>; 2]> = vec![Default::default(); entries.len()];
    for Pair { a, b, score } in pairs {
        ranks[*a as usize][entries[*b as usize].lang as usize].push((*b, *score));
        ranks[*b as usize][entries[*a as usize].lang as usize].push((*a, *score));
    }
    ranks.par_iter_mut().flatten().for_each(|list| list.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0))));
    ranks
}
