//! How near two questions are: four signals, each a sum of its reasons, so that a link can be explained exactly.
//!
//! `score = question · units + letters · letters + text · text` with the weights of [`Weights`], each from 0 to 1:
//!
//! All of it counts less where something else is nearer to either (see [`left`]).
//!
//! * *units* (evidence `concept` and `term`): the share of either question's idf mass whose concepts and terms have a
//!   counterpart on the other side, the mean of both;
//! * *letters* (`characters`): cosine of idf-weighted character 3- to 5-grams, for borrowed and related words;
//! * *text* (`text`): cosine of question and answer together, and how much of the shorter question the other one's
//!   whole text covers.

use std::collections::BTreeMap;

use super::bridge::Bridge;
use super::library::Evidence;
use super::profile::{Profile, Unit};
use super::vector::{cosine, round};
use super::weights::Weights;

/// How much a question's concept matches an answer that is mainly about it.
const ANSWERED: f64 = 0.5;

/// The signals of a pair of entries.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearness {
    /// From 0 to 1, rounded to 4 decimals.
    pub score: f64,
    /// What is left of the signals where others are nearer to either entry, as a factor.
    pub left: f64,
    /// Share of the questions' units that have a counterpart.
    pub units: f64,
    /// Cosine of the letters.
    pub letters: f64,
    /// Nearness of the whole texts.
    pub text: f64,
}

/// The signals of `a` and `b`.
pub fn nearness(a: &Profile, b: &Profile, bridge: &Bridge, weights: &Weights) -> Nearness {
    let (short, long) = if b.mass < a.mass { (b, a) } else { (a, b) };
    let share = |x: &Profile, y: &Profile| {
        let matched: f64 = x.question.iter().filter_map(|u| best(u, y, bridge).map(|(_, s)| u.weight * s)).sum();
        if x.mass > 0.0 { matched / x.mass } else { 0.0 }
    };
    let units = (share(a, b) + share(b, a)) / 2.0;
    let letters = cosine(&a.letters, &b.letters);
    let text = (cosine(&a.text, &b.text) + covered(short, long)) / 2.0;
    let score = weights.question * units + weights.letters * letters + weights.text * text;
    Nearness { score: round(score.clamp(0.0, 1.0)), left: 1.0, units, letters, text }
}

impl Nearness {
    /// The same where the nearest neighbours of the two have these scores.
    pub fn beside(self, nearest: [f64; 2], weights: &Weights) -> Self {
        let left = left(self.score, nearest, weights);
        Self { left, score: round(self.score * left), ..self }
    }
}

/// What is left of a score where the nearest neighbours of the two have these scores: an entry that is rather near to
/// everything (a hub) is the counterpart of few. The ratio margin of M. Artetxe and H. Schwenk ("Margin-based parallel
/// corpus mining with multilingual sentence embeddings", 2019) with one neighbour; 1 for mutual bests.
pub fn left(score: f64, nearest: [f64; 2], weights: &Weights) -> f64 {
    let margin = (2.0 * score / (nearest[0] + nearest[1]).max(f64::MIN_POSITIVE)).min(1.0);
    1.0 - weights.hubs + weights.hubs * margin
}

/// Why `a` and `b` are as near as they are, strongest first; the weights add up to the score but for rounding.
pub fn evidence(a: &Profile, b: &Profile, near: &Nearness, bridge: &Bridge, weights: &Weights) -> Vec<Evidence> {
    let mut reasons: BTreeMap<(&'static str, String), f64> = BTreeMap::new();
    for (x, y, reversed) in [(a, b, false), (b, a, true)] {
        for unit in &x.question {
            let Some((other, share)) = best(unit, y, bridge) else { continue };
            let signal = if unit.concept { "concept" } else { "term" };
            let value = match (unit.name == other, reversed) {
                (true, _) => unit.name.clone(),
                (false, false) => format!("{}~{}", unit.name, other),
                (false, true) => format!("{}~{}", other, unit.name),
            };
            *reasons.entry((signal, value)).or_default() +=
                near.left * weights.question / 2.0 * unit.weight * share / x.mass;
        }
    }
    reasons.insert(("characters", "question".to_owned()), near.left * weights.letters * near.letters);
    reasons.insert(("text", "question+answer".to_owned()), near.left * weights.text * near.text);
    let reason = |((signal, value), weight)| Evidence { signal, value, weight: round(weight) };
    let mut out: Vec<Evidence> = reasons.into_iter().map(reason).filter(|evidence| evidence.weight > 0.0).collect();
    out.sort_by(|x, y| y.weight.total_cmp(&x.weight).then(x.signal.cmp(y.signal)).then_with(|| x.value.cmp(&y.value)));
    out
}

/// The best counterpart of a unit in the other entry, and how much it matches: the same unit of the question, a near one,
/// or a concept that the answer is about.
fn best<'a>(unit: &'a Unit, other: &'a Profile, bridge: &Bridge) -> Option<(&'a str, f64)> {
    let find =
        |id: u32| other.question.binary_search_by_key(&id, |unit| unit.id).ok().map(|at| &other.question[at].name);
    if let Some(name) = find(unit.id) {
        return Some((name, 1.0));
    }
    let near = bridge.near(unit.id).iter().filter_map(|&(id, share)| find(id).map(|name| (name.as_str(), share)));
    let answered = other.answered(unit.id).filter(|_| unit.concept).map(|share| (unit.name.as_str(), ANSWERED * share));
    near.chain(answered).reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// The share of a question's units that the other's whole text has.
fn covered(question: &Profile, other: &Profile) -> f64 {
    let has = |unit: u32| other.text.binary_search_by_key(&unit, |(id, _)| *id).is_ok();
    let found: f64 =
        question.question.iter().filter(|unit| unit.whole.iter().any(|&unit| has(unit))).map(|unit| unit.weight).sum();
    if question.mass > 0.0 { found / question.mass } else { 0.0 }
}

/// Whether a concept of one question is one of the other, or next to one in the scheme.
pub fn share_concept(a: &Profile, b: &Profile, bridge: &Bridge) -> bool {
    a.question.iter().any(|unit| unit.concept && best(unit, b, bridge).is_some())
        || b.question.iter().any(|unit| unit.concept && best(unit, a, bridge).is_some())
}
