//! The kinds of links as requirements: what a pair must have for each, so that a missing link can be explained.
//!
//! *Same* is for the nearest pair of either side, *close* for the score, both sooner where the main concept is the same.
//! *Related* is not a matter of score (what is half as near is seldom what a reader wants next): it follows the concepts
//! and their edges in the scheme, or what is nearest to either in the other language.

use serde::Serialize;

use super::join::Standing;
use super::library::LinkKind;
use super::weights::Weights;

/// Score of copies: they are the same even when there are more of them.
const COPY: f64 = 0.85;
/// Related questions that an entry proposes for each language.
const PROPOSED: usize = 4;

/// One thing that a kind of link needs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Requirement {
    /// The kind that needs it.
    pub kind: LinkKind,
    /// `score`, `margin`, `mutual-best` or `shared-concept`; the last two are 0 or 1.
    pub name: &'static str,
    /// What the pair has.
    pub value: f64,
    /// What it must have at least.
    pub needs: f64,
}

impl Requirement {
    /// Whether the pair has it.
    pub fn met(&self) -> bool {
        self.value >= self.needs
    }
}

/// What each kind needs and what a pair of this score and standing has, the nearest kind first.
pub fn requirements(score: f64, standing: &Standing, weights: &Weights) -> [[Requirement; 2]; 3] {
    let mutual = standing.rank_a == 0 && standing.rank_b == 0;
    let first = mutual || standing.across && (standing.rank_a == 0 || standing.rank_b == 0);
    let proposed = standing.concept && standing.rank_a.min(standing.rank_b) < PROPOSED;
    let need = |kind, name, value: f64, needs| Requirement { kind, name, value, needs };
    let truth = |fact: bool| if fact { 1.0 } else { 0.0 };
    [
        [
            need(LinkKind::Same, "score", score, if standing.main { weights.same_concept } else { weights.same }),
            need(LinkKind::Same, "mutual-best", truth(mutual || score >= COPY), 1.0),
        ],
        [
            need(LinkKind::Close, "score", score, if standing.main { weights.close_concept } else { weights.close }),
            need(LinkKind::Close, "margin", standing.margin, 0.0),
        ],
        [
            need(LinkKind::Related, "score", score, if first { weights.nearest } else { weights.related }),
            need(LinkKind::Related, "shared-concept", truth(proposed || first), 1.0),
        ],
    ]
}

/// The kind of link that a pair deserves, if any: the nearest whose requirements it meets.
pub fn kind(score: f64, standing: &Standing, weights: &Weights) -> Option<LinkKind> {
    let all = requirements(score, standing, weights);
    all.iter().find(|needs| needs.iter().all(Requirement::met)).map(|needs| needs[0].kind)
}

/// Whether a pair of this score can get any link at all when so many are nearer to either: a quick test before the whole one.
pub fn is_possible(score: f64, nearer: usize, weights: &Weights) -> bool {
    score >= weights.close_concept || score >= weights.nearest && nearer < PROPOSED
}
