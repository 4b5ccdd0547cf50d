//! From scored pairs to links: margins against hubs, mutual bests, kinds.

use rayon::prelude::*;

use super::bridge::Bridge;
use super::candidates::candidates;
use super::concepts::Glossary;
use super::library::LinkKind;
use super::nearness::{Nearness, nearness};
use super::profile::{Profile, Profiles};
use crate::normalise::Entry;

/// Neighbours that say how crowded an entry's surroundings are (CSLS: Conneau et al., "Word translation without
/// parallel data", 2018).
const CROWD: usize = 5;
/// `same` needs this score, and that the two have the same main concept or are each other's nearest.
pub const SAME: f64 = 0.62;
/// `same` needs that the longer question is covered this much: what it asks beyond is another question.
pub const SAME_LONGER: f64 = 0.55;
/// `close` needs this score.
pub const CLOSE: f64 = 0.42;
/// `close` needs this margin above the crowd.
pub const CLOSE_MARGIN: f64 = 0.0;
/// `related` needs this score.
pub const RELATED: f64 = 0.22;
/// Related links kept for an entry and language, from either end.
pub const RELATED_LINKS: usize = 4;

/// A scored pair; `a < b` by index.
#[derive(Debug, Clone)]
pub struct Pair {
    /// One entry.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// Its signals.
    pub near: Nearness,
}

/// What a pair's surroundings say about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Its score less the mean score of what else is near either.
    pub margin: f64,
    /// Its place among the first's neighbours in the second's language, from 0.
    pub rank_a: usize,
    /// Its place among the second's neighbours in the first's language.
    pub rank_b: usize,
}

/// All that linking knows about a set of entries.
#[derive(Debug)]
pub struct Joined {
    /// What each entry is about.
    pub profiles: Profiles,
    /// What partly matches.
    pub bridge: Bridge,
    /// The scored pairs by (a, b).
    pub pairs: Vec<Pair>,
    /// For each entry and language its neighbours, best first.
    ranks: Vec<[Vec<(u32, f64)>; 2]>,
}

impl Joined {
    /// Profiles, candidates and scores of `entries`, whose order must not depend on the caller's.
    pub fn new(entries: &[Entry], glossary: &Glossary) -> Self {
        let profiles = Profiles::new(entries, glossary);
        let bridge = Bridge::new(glossary, &profiles.all);
        let near = candidates(&profiles.all, &bridge, profiles.concepts);
        let pairs: Vec<Pair> = near
            .par_iter()
            .enumerate()
            .flat_map_iter(|(a, list)| {
                let (all, bridge) = (&profiles.all, &bridge);
                let later = list.iter().filter(move |&&b| b as usize > a);
                later.map(move |&b| Pair { a: a as u32, b, near: nearness(&all[a], &all[b as usize], bridge) })
            })
            .collect();
        let mut ranks: Vec<[Vec<(u32, f64)>; 2]> = vec![Default::default(); entries.len()];
        for Pair { a, b, near } in &pairs {
            ranks[*a as usize][entries[*b as usize].lang as usize].push((*b, near.score));
            ranks[*b as usize][entries[*a as usize].lang as usize].push((*a, near.score));
        }
        ranks.par_iter_mut().flatten().for_each(|list| list.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0))));
        Self { profiles, bridge, pairs, ranks }
    }

    /// The profile of an entry.
    pub fn profile(&self, at: u32) -> &Profile {
        &self.profiles.all[at as usize]
    }

    /// What the surroundings of `a` and `b` say about a score of theirs.
    pub fn standing(&self, a: u32, b: u32, score: f64) -> Standing {
        let list = |x: u32, y: u32| &self.ranks[x as usize][self.profile(y).lang as usize];
        let rank = |x: u32, y: u32| list(x, y).iter().filter(|(z, s)| *z != y && *s > score).count();
        let crowd = |x: u32, y: u32| {
            list(x, y).iter().filter(|(z, _)| *z != y).take(CROWD).map(|(_, s)| s).sum::<f64>() / CROWD as f64
        };
        let margin = score - (crowd(a, b) + crowd(b, a)) / 2.0;
        Standing { margin, rank_a: rank(a, b), rank_b: rank(b, a) }
    }

    /// The kind of link that a pair deserves, if any.
    pub fn kind(&self, a: u32, b: u32, near: &Nearness) -> Option<LinkKind> {
        let standing = self.standing(a, b, near.score);
        let mutual = standing.rank_a == 0 && standing.rank_b == 0;
        let primary = self.profile(a).primary().filter(|p| self.profile(b).primary() == Some(*p));
        if near.score >= SAME && near.longer >= SAME_LONGER && (mutual || primary.is_some()) {
            Some(LinkKind::Same)
        } else if near.score >= CLOSE && standing.margin >= CLOSE_MARGIN {
            Some(LinkKind::Close)
        } else if near.score >= RELATED && standing.rank_a.min(standing.rank_b) < RELATED_LINKS {
            Some(LinkKind::Related)
        } else {
            None
        }
    }
}
