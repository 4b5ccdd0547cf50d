//! The kinds of links as requirements: what a pair must have for each, so that a missing link can be explained.
//!
//! *Same* and *close* go by the agreement of the pair: its questions' units, its whole texts and its margin over what else is
//! near. *Related* is not a matter of score (what is half as near is seldom what a reader wants next): it goes by the ranks
//! that the two have for each other.

use serde::Serialize;

use super::join::Standing;
use super::library::LinkKind;
use super::weights::Weights;

/// Score of copies: they are the same even when there are more of them.
const COPY: f64 = 0.85;

/// One thing that a kind of link needs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Requirement {
    /// The kind that needs it.
    pub kind: LinkKind,
    /// `agreement`, `nearness`, `mutual-best` or `rank`; `mutual-best` is 0 or 1.
    pub name: &'static str,
    /// What the pair has.
    pub value: f64,
    /// What it must have at least; of a rank, at most.
    pub needs: f64,
}

impl Requirement {
    /// Whether the pair has it.
    pub fn met(&self) -> bool {
        self.missing() <= 0.0
    }

    /// How much the pair lacks of it, below 0 where it has more than enough.
    pub fn missing(&self) -> f64 {
        if self.name == "rank" { self.value - self.needs } else { self.needs - self.value }
    }
}

/// What each kind needs and what a pair of this standing has, the nearest kind first.
pub fn requirements(standing: &Standing, weights: &Weights) -> [[Requirement; 2]; 3] {
    let need = |kind, name, value: f64, needs| Requirement { kind, name, value, needs };
    let truth = |fact: bool| if fact { 1.0 } else { 0.0 };
    let mutual = standing.ranks == [0, 0] || standing.sum >= COPY;
    [
        [
            need(LinkKind::Same, "agreement", standing.agreement, weights.same[usize::from(!standing.across)]),
            need(LinkKind::Same, "mutual-best", truth(mutual), 1.0),
        ],
        [
            need(LinkKind::Close, "agreement", standing.agreement, weights.close[usize::from(!standing.across)]),
            need(LinkKind::Close, "nearness", standing.sum, weights.least[0]),
        ],
        [
            need(
                LinkKind::Related,
                "rank",
                if standing.nearest { 1.0 } else { product(standing.ranks) },
                weights.related,
            ),
            need(LinkKind::Related, "nearness", standing.sum, weights.least[1]),
        ],
    ]
}

/// The kind of link that a pair deserves, if any: the nearest whose requirements it meets.
pub fn kind(standing: &Standing, weights: &Weights) -> Option<LinkKind> {
    let all = requirements(standing, weights);
    all.iter().find(|needs| needs.iter().all(Requirement::met)).map(|needs| needs[0].kind)
}

/// The product of two ranks that are counted from 1: low where each is among the first for the other.
fn product([a, b]: [usize; 2]) -> f64 {
    ((1 + a) * (1 + b)) as f64
}
