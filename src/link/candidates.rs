//! Which pairs are worth comparing: those that share a unit, found through an inverted index with bounded lists. An entry
//! that shares its units with few is compared with those that share its letters as well.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::bridge::Bridge;
use super::profile::Profile;

/// Entries looked at for each unit, those that it weighs most in: a unit that thousands share tells nothing.
const POSTINGS: usize = 96;
/// Pairs scored for each entry and language.
const CANDIDATES: usize = 20;
/// Units of the whole text that are looked up, besides its concepts.
const TEXT_UNITS: usize = 8;
/// Parts of the collection for each thread, so that none waits long for the last one.
const PARTS: usize = 8;
/// How much a unit of the answer counts beside one of the question.
const ANSWER: f64 = 0.25;

/// For each entry the other entries that may belong to it, in ascending order, both ways.
pub fn candidates(profiles: &[Profile], bridge: &Bridge, concepts: u32) -> Vec<Vec<u32>> {
    let index = postings(profiles, concepts);
    // A table of sums is as long as the collection: one for each large part, or clearing them would be quadratic.
    let part = profiles.len().div_ceil(PARTS * rayon::current_num_threads()).max(1);
    let lists: Vec<Vec<u32>> = profiles
        .par_chunks(part)
        .enumerate()
        .flat_map_iter(|(number, some)| {
            let mut sums = vec![0.0_f64; profiles.len()];
            let lists = some
                .iter()
                .zip(number * part..)
                .map(|(profile, at)| near(at, profile, profiles, &index, (bridge, concepts), &mut sums));
            lists.collect::<Vec<_>>()
        })
        .collect();
    let spelt = spelt_alike(profiles, &lists);
    let mut both = lists.clone();
    for (at, other) in spelt {
        both[at as usize].push(other);
        both[other as usize].push(at);
    }
    for (at, list) in lists.iter().enumerate() {
        list.iter().for_each(|&other| both[other as usize].push(at as u32));
    }
    both.par_iter_mut().for_each(|list| {
        list.sort_unstable();
        list.dedup();
    });
    both
}

/// For each entry with few candidates in a language those whose letters are most like its own.
fn spelt_alike(profiles: &[Profile], lists: &[Vec<u32>]) -> Vec<(u32, u32)> {
    let of = |at: u32| profiles[at as usize].lang as usize;
    let poor: Vec<(u32, usize, usize)> = (0..profiles.len() as u32)
        .flat_map(|at| {
            let there = lists[at as usize].iter().filter(|&&other| of(other) == 0).count();
            [(at, 0, there), (at, 1, lists[at as usize].len() - there)]
        })
        .filter(|(_, _, found)| *found < CANDIDATES)
        .collect();
    let mut grams: Vec<u32> =
        poor.iter().flat_map(|(at, _, _)| profiles[*at as usize].letters.iter().map(|(gram, _)| *gram)).collect();
    grams.sort_unstable();
    grams.dedup();
    let mut index: Vec<[Vec<(u32, f32)>; 2]> = vec![Default::default(); grams.len()];
    for (profile, at) in profiles.iter().zip(0..) {
        for (gram, weight) in &profile.letters {
            if let Ok(place) = grams.binary_search(gram) {
                index[place][profile.lang as usize].push((at, *weight));
            }
        }
    }
    index.par_iter_mut().flatten().for_each(|list| {
        list.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        list.truncate(POSTINGS);
    });
    let fill = |&(at, lang, found): &(u32, usize, usize)| {
        let mut sums: BTreeMap<u32, f32> = BTreeMap::new();
        for (gram, weight) in &profiles[at as usize].letters {
            let list = grams.binary_search(gram).map_or(&[][..], |place| index[place][lang].as_slice());
            list.iter().for_each(|(other, theirs)| *sums.entry(*other).or_default() += weight * theirs);
        }
        sums.remove(&at);
        let mut alike: Vec<(u32, f32)> = sums.into_iter().collect();
        alike.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        alike.into_iter().take(CANDIDATES - found).map(move |(other, _)| (at, other)).collect::<Vec<_>>()
    };
    poor.par_iter().flat_map_iter(fill).collect()
}

/// For each unit and language the entries that have it, the heaviest first.
fn postings(profiles: &[Profile], concepts: u32) -> Vec<[Vec<(u32, f64)>; 2]> {
    let asked = profiles.iter().filter_map(|p| p.question.last()).map(|unit| unit.id);
    let said = profiles.iter().filter_map(|p| p.text.last()).map(|(unit, _)| *unit);
    let last = asked.chain(said).map(|unit| unit as usize + 1).max().unwrap_or(0);
    let mut index: Vec<[Vec<(u32, f64)>; 2]> = vec![Default::default(); last.max(concepts as usize)];
    for (profile, at) in profiles.iter().zip(0..) {
        // Divided by what the entry asks altogether, so that long questions do not crowd out short ones.
        let mass = 0.5 + profile.mass;
        for unit in &profile.question {
            index[unit.id as usize][profile.lang as usize].push((at, unit.weight / mass));
        }
        for &(unit, weight) in &heaviest(profile, concepts) {
            let list = &mut index[unit as usize][profile.lang as usize];
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

/// The units that a whole text is most about: every concept, and the heaviest other ones.
fn heaviest(profile: &Profile, concepts: u32) -> Vec<(u32, f32)> {
    let (mut out, mut rest): (Vec<_>, Vec<_>) = profile.text.iter().copied().partition(|(unit, _)| *unit < concepts);
    rest.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    out.extend(rest.into_iter().take(TEXT_UNITS));
    out
}

fn near(
    at: usize,
    profile: &Profile,
    profiles: &[Profile],
    index: &[[Vec<(u32, f64)>; 2]],
    (bridge, concepts): (&Bridge, u32),
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
    for (unit, weight) in heaviest(profile, concepts) {
        add(unit, ANSWER * f64::from(weight));
    }
    for unit in &profile.question {
        add(unit.id, unit.weight);
        bridge.near(unit.id).iter().for_each(|&(id, share)| add(id, share * unit.weight));
    }
    let mut found: Vec<(u32, f64)> = touched.iter().map(|&entry| (entry, sums[entry as usize])).collect();
    touched.iter().for_each(|&entry| sums[entry as usize] = 0.0);
    found.retain(|(entry, _)| *entry as usize != at);
    let best_first = |x: &(u32, f64), y: &(u32, f64)| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0));
    let (mut one, mut two): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(entry, _)| profiles[*entry as usize].lang == profile.lang);
    for list in [&mut one, &mut two] {
        if list.len() > CANDIDATES {
            list.select_nth_unstable_by(CANDIDATES, best_first);
            list.truncate(CANDIDATES);
        }
    }
    one.into_iter().chain(two).map(|(entry, _)| entry).collect()
}
