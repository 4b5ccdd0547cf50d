//! How near two questions are: a sum of three signals, each a sum of its reasons, so that a link can be explained exactly.
//!
//! `question · units + letters · letters + text · text` with the weights of [`Weights`], each signal from 0 to 1:
//!
//! * *units* (evidence `concept`, `term` and `grammar`): the share of either question's idf mass whose concepts, terms and
//!   words of grammar have a counterpart on the other side; the harmonic mean of both, so that a short question is not the counterpart of every
//!   long one that contains it;
//! * *letters* (`characters`): cosine of idf-weighted character 3- to 5-grams, for borrowed and related words;
//! * *text* (`text`): cosine of question and answer together, and how much of either question the whole text of the
//!   other covers.
//!
//! The score is what is left of the sum where something else is nearer to either (see [`left`]).

use std::collections::BTreeMap;

use super::bridge::Bridge;
use super::library::Evidence;
use super::profile::{Profile, Sort, Unit};
use super::vector::{cosine, round};
use super::weights::Weights;

/// The part of the cosine in the nearness of whole texts; the rest is what they cover of the questions.
const COSINE: f64 = 0.6;

/// Mass of units that no question has: what asks for little in particular (`What is the output?`) has little in common with
/// its like.
const SLIGHT: f64 = 0.5;

/// The signals of a pair of entries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nearness {
    /// From 0 to 1, rounded to 4 decimals: the sum of the signals, less where others are nearer.
    pub score: f64,
    /// The sum of the signals alone.
    pub sum: f64,
    /// What is left of the sum where others are nearer to either entry, as a factor.
    pub left: f64,
    /// Shares of either question's units that have a counterpart in the other.
    pub shares: [f64; 2],
    /// The same without grammar.
    pub subjects: [f64; 2],
    /// Cosine of the letters.
    pub letters: f64,
    /// Cosine of the whole texts.
    pub cosine: f64,
    /// Nearness of the whole texts.
    pub text: f64,
}

/// The signals of `a` and `b`.
pub fn nearness(a: &Profile, b: &Profile, bridge: &Bridge, weights: &Weights) -> Nearness {
    let [[share, subject], [share_back, subject_back]] = [matched(a, b, bridge), matched(b, a, bridge)];
    let (shares, subjects) = ([share, share_back], [subject, subject_back]);
    let letters = cosine(&a.letters, &b.letters);
    let cosine = cosine(&a.text, &b.text);
    let text = COSINE * cosine + (1.0 - COSINE) * harmonic([covered(a, b), covered(b, a)]);
    let sum = weights.question * harmonic(shares) + weights.letters * letters + weights.text * text;
    let sum = sum.clamp(0.0, 1.0);
    Nearness { score: round(sum), sum, left: 1.0, shares, subjects, letters, cosine, text }
}

impl Nearness {
    /// The same where the nearest neighbours of the two have these sums.
    pub fn beside(self, nearest: [f64; 2], weights: &Weights) -> Self {
        let left = left(self.sum, nearest, weights);
        Self { left, score: round(self.sum * left), ..self }
    }
}

/// What is left of a sum where the nearest neighbours of the two have these sums: an entry that is rather near to
/// everything (a hub) is the counterpart of few. A power of the ratio margin of M. Artetxe and H. Schwenk ("Margin-based
/// parallel corpus mining with multilingual sentence embeddings", 2019) with one neighbour; 1 for mutual bests.
pub fn left(sum: f64, nearest: [f64; 2], weights: &Weights) -> f64 {
    let margin = 2.0 * sum / (nearest[0] + nearest[1]).max(f64::MIN_POSITIVE);
    margin.min(1.0).powf(weights.hubs)
}

/// The harmonic mean: near the smaller one.
fn harmonic([a, b]: [f64; 2]) -> f64 {
    if a + b > 0.0 { 2.0 * a * b / (a + b) } else { 0.0 }
}

/// Why `a` and `b` are as near as they are, strongest first; the weights add up to the score but for rounding.
pub fn evidence(a: &Profile, b: &Profile, near: &Nearness, bridge: &Bridge, weights: &Weights) -> Vec<Evidence> {
    let mut reasons: BTreeMap<(&'static str, String), f64> = BTreeMap::new();
    let whole = harmonic(near.shares) / (near.shares[0] + near.shares[1]).max(f64::MIN_POSITIVE);
    for (x, y, reversed) in [(a, b, false), (b, a, true)] {
        for unit in &x.question {
            let Some((other, share)) = best(unit, y, bridge) else { continue };
            let value = match (unit.name == other, reversed) {
                (true, _) => unit.name.clone(),
                (false, false) => format!("{}~{}", unit.name, other),
                (false, true) => format!("{}~{}", other, unit.name),
            };
            let reason = match unit.sort {
                Sort::Concept => ("concept", value),
                Sort::Term => ("term", value),
                // One reason for all of it: nobody wants to read that *of* is *de*.
                Sort::Grammar => ("grammar", "question".to_owned()),
            };
            *reasons.entry(reason).or_default() +=
                near.left * weights.question * whole * unit.weight * share / (x.mass + SLIGHT);
        }
    }
    reasons.insert(("characters", "question".to_owned()), near.left * weights.letters * near.letters);
    reasons.insert(("text", "question+answer".to_owned()), near.left * weights.text * near.text);
    let reason = |((signal, value), weight)| Evidence { signal, value, weight: round(weight) };
    let mut out: Vec<Evidence> = reasons.into_iter().map(reason).filter(|evidence| evidence.weight > 0.0).collect();
    out.sort_by(|x, y| y.weight.total_cmp(&x.weight).then(x.signal.cmp(y.signal)).then_with(|| x.value.cmp(&y.value)));
    out
}

/// The best counterpart of a unit in the other question, and how much it matches: the same unit, or a near one.
fn best<'a>(unit: &'a Unit, other: &'a Profile, bridge: &Bridge) -> Option<(&'a str, f64)> {
    let find =
        |id: u32| other.question.binary_search_by_key(&id, |unit| unit.id).ok().map(|at| &other.question[at].name);
    if let Some(name) = find(unit.id) {
        return Some((name, 1.0));
    }
    let near = bridge.near(unit.id).iter().filter_map(|&(id, share)| find(id).map(|name| (name.as_str(), share)));
    near.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// The share of a question's units that have a counterpart in another, with and without its grammar.
fn matched(question: &Profile, other: &Profile, bridge: &Bridge) -> [f64; 2] {
    let (mut all, mut subject) = (0.0, 0.0);
    for unit in &question.question {
        let Some((_, share)) = best(unit, other, bridge) else { continue };
        all += unit.weight * share;
        subject += if unit.sort == Sort::Grammar { 0.0 } else { unit.weight * share };
    }
    [all / (question.mass + SLIGHT), subject / (question.subject + SLIGHT)]
}

/// The share of a question's subject that the other's whole text has.
fn covered(question: &Profile, other: &Profile) -> f64 {
    let has = |unit: u32| other.text.binary_search_by_key(&unit, |(id, _)| *id).is_ok();
    let subject = question.question.iter().filter(|unit| unit.sort != Sort::Grammar);
    let found: f64 = subject.filter(|unit| unit.whole.iter().any(|&unit| has(unit))).map(|unit| unit.weight).sum();
    found / (question.subject + SLIGHT)
}
