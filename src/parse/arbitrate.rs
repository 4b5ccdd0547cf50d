//! Arbitration: which candidates stand. By region, not by document: the stronger group takes its blocks, a weaker one keeps
//! what does not overlap them.

use super::recognise::{Candidate, Context, Group};

/// A group whose labels, numbers or containers make it certain; only such a one may cut another's answer short.
const CERTAIN: f64 = 0.6;

/// A candidate that stands, and the number of its group.
pub struct Chosen {
    /// The candidate.
    pub candidate: Candidate,
    /// Its group's index.
    pub group: usize,
}

/// Chooses among the groups' candidates; in document order.
pub fn arbitrate(context: &Context<'_>, groups: &[Group]) -> Vec<Chosen> {
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by(|&a, &b| groups[b].strength.total_cmp(&groups[a].strength).then(a.cmp(&b)));
    let mut taken: Vec<bool> = context.free.iter().map(|free| !free).collect();
    let mut chosen = Vec::new();
    for &number in &order {
        let group = &groups[number];
        for candidate in &group.candidates {
            let mut candidate = candidate.clone();
            if taken[candidate.blocks.start] {
                continue;
            }
            let overlap = candidate.blocks.clone().find(|&at| taken[at]);
            let foreign = group.open_ended.then(|| foreign_start(groups, number, &candidate)).flatten();
            if let Some(cut) = overlap.into_iter().chain(foreign).min() {
                let Some(end) = cut_before(context, &candidate, cut) else { continue };
                candidate.blocks.end = end;
            }
            candidate
                .blocks
                .clone()
                .chain(candidate.context.clone().into_iter().flatten())
                .for_each(|at| taken[at] = true);
            chosen.push(Chosen { candidate, group: number });
        }
    }
    chosen.sort_by_key(|c| c.candidate.blocks.start);
    chosen
}

/// Where another layout begins inside the last answer of this one: its candidates are certain, at least two, and stand in
/// no other answer of this group (what stands in many answers is their own structure).
fn foreign_start(groups: &[Group], number: usize, candidate: &Candidate) -> Option<usize> {
    let inside = |other: &Candidate, owner: &Candidate| {
        owner.blocks.start < other.blocks.start && other.blocks.start < owner.blocks.end
    };
    groups
        .iter()
        .enumerate()
        .filter(|(other, group)| *other != number && group.strength >= CERTAIN && group.candidates.len() >= 2)
        .filter_map(|(_, group)| {
            let first = group.candidates.iter().find(|other| inside(other, candidate))?;
            let elsewhere = groups[number].candidates.iter().filter(|own| *own != candidate).any(|own| {
                group.candidates.iter().any(|other| inside(other, own) || other.blocks.start == own.blocks.start)
            });
            (!elsewhere).then_some(first.blocks.start)
        })
        .min()
}

/// The end of a candidate that must stop before block `cut`: without the titles that stand directly above it. `None` when
/// nothing but the question would be left.
fn cut_before(context: &Context<'_>, candidate: &Candidate, cut: usize) -> Option<usize> {
    let document = context.document;
    let start = candidate.blocks.start;
    let mut end = document.trim_end(start, cut);
    while end > start + 1 && document.blocks[end - 1].level().is_some() {
        end = document.trim_end(start, end - 1);
    }
    (end > start + 1).then_some(end)
}
