//! Which pairs are worth scoring: those that share a unit, found through an inverted index with bounded lists.

use rayon::prelude::*;

use super::bridge::Bridge;
use super::profile::Profile;

/// Entries looked at for each unit, those that it weighs most in: a unit that thousands share tells nothing.
const POSTINGS: usize = 256;
/// Pairs scored for each entry and language.
const CANDIDATES: usize = 32;
/// How much a unit of the answer counts beside one of the question.
const ANSWER: f64 = 0.25;

/// For each entry the other entries that may belong to it, in ascending order, both ways.
pub fn candidates(profiles: &[Profile], bridge: &Bridge, concepts: u32) -> Vec<Vec<u32>> {
    let index = postings(profiles, concepts);
    let lists: Vec<Vec<u32>> = profiles
        .par_iter()
        .enumerate()
        .map_init(|| vec![0.0_f64; profiles.len()], |sums, (at, profile)| near(at, profile, profiles, &index, bridge, sums))
        .collect();
    let mut both = lists.clone();
    for (at, list) in lists.iter().enumerate() {
        list.iter().for_each(|&other| both[other as usize].push(at as u32));
    }
    both.par_iter_mut().for_each(|list| {
        list.sort_unstable();
        list.dedup();
    });
    both
}

/// For each unit and language the entries that have it, the heaviest first.
fn postings(profiles: &[Profile], concepts: u32) -> Vec<[Vec<(u32, f64)>; 2]> {
    let last = profiles.iter().filter_map(|p| p.question.last()).map(|unit| unit.id as usize + 1).max().unwrap_or(0);
    let mut index: Vec<[Vec<(u32, f64)>; 2]> = vec![Default::default(); last.max(concepts as usize)];
    for (profile, at) in profiles.iter().zip(0..) {
        // Divided by what the entry asks altogether, so that long questions do not crowd out short ones.
        let mass = 0.5 + profile.mass;
        for unit in &profile.question {
            index[unit.id as usize][profile.lang as usize].push((at, unit.weight / mass));
        }
        for &(concept, weight) in profile.text.iter().filter(|(unit, _)| *unit < concepts) {
            let list = &mut index[concept as usize][profile.lang as usize];
            if list.last().is_none_or(|(entry, _)| *entry != at) {
                list.push((at, ANSWER * f64::from(weight) / mass));
            }
        }
    }
    index.par_iter_mut().flatten().for_each(|list| {
        list.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        list.truncate(POSTINGS);
    });
    index
}

fn near(
    at: usize,
    profile: &Profile,
    profiles: &[Profile],
    index: &[[Vec<(u32, f64)>; 2]],
    bridge: &Bridge,
    sums: &mut [f64],
) -> Vec<u32> {
    let mut touched: Vec<u32> = Vec::new();
    let mut add = |unit: u32, weight: f64| {
        for &(entry, other) in index.get(unit as usize).into_iter().flatten().flatten() {
            let sum = &mut sums[entry as usize];
            if *sum == 0.0 {
                touched.push(entry);
            }
            *sum += weight * other;
        }
    };
    for unit in &profile.question {
        add(unit.id, unit.weight);
        bridge.near(unit.id).iter().for_each(|&(id, share)| add(id, share * unit.weight));
    }
    let mut found: Vec<(u32, f64)> = touched.iter().map(|&entry| (entry, sums[entry as usize])).collect();
    touched.iter().for_each(|&entry| sums[entry as usize] = 0.0);
    found.retain(|(entry, _)| *entry as usize != at);
    found.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    let mut room = [CANDIDATES; 2];
    found.retain(|(entry, _)| {
        let left = &mut room[profiles[*entry as usize].lang as usize];
        let keep = *left > 0;
        *left = left.saturating_sub(1);
        keep
    });
    found.into_iter().map(|(entry, _)| entry).collect()
}
