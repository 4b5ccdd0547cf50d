//! How near two questions are: four signals, each a sum of its reasons, so that a link can be explained exactly.
//!
//! `score = QUESTION · units + LETTERS · letters + TEXT · text`, each from 0 to 1:
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

/// Weight of the questions' units.
pub const QUESTION: f64 = 0.4;
/// Weight of the questions' letters.
pub const LETTERS: f64 = 0.35;
/// Weight of the whole texts.
pub const TEXT: f64 = 0.25;
/// How much a question's concept matches an answer that is mainly about it.
const ANSWERED: f64 = 0.5;

/// The signals of a pair of entries.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearness {
    /// From 0 to 1, rounded to 4 decimals.
    pub score: f64,
    /// Share of the questions' units that have a counterpart.
    pub units: f64,
    /// Cosine of the letters.
    pub letters: f64,
    /// Nearness of the whole texts.
    pub text: f64,
}

/// The signals of `a` and `b`.
pub fn nearness(a: &Profile, b: &Profile, bridge: &Bridge) -> Nearness {
    let (short, long) = if b.mass < a.mass { (b, a) } else { (a, b) };
    let share = |x: &Profile, y: &Profile| {
        let matched: f64 = x.question.iter().filter_map(|u| best(u, y, bridge).map(|(_, s)| u.weight * s)).sum();
        if x.mass > 0.0 { matched / x.mass } else { 0.0 }
    };
    let units = (share(a, b) + share(b, a)) / 2.0;
    let letters = cosine(&a.letters, &b.letters);
    let text = (cosine(&a.text, &b.text) + covered(short, long)) / 2.0;
    let score = QUESTION * units + LETTERS * letters + TEXT * text;
    Nearness { score: round(score.clamp(0.0, 1.0)), units, letters, text }
}

/// Why `a` and `b` are as near as they are, strongest first; the weights add up to the score but for rounding.
pub fn evidence(a: &Profile, b: &Profile, near: &Nearness, bridge: &Bridge) -> Vec<Evidence> {
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
            *reasons.entry((signal, value)).or_default() += QUESTION / 2.0 * unit.weight * share / x.mass;
        }
    }
    reasons.insert(("characters", "question".to_owned()), LETTERS * near.letters);
    reasons.insert(("text", "question+answer".to_owned()), TEXT * near.text);
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
    let found: f64 = question.question.iter().filter(|unit| has(unit.whole)).map(|unit| unit.weight).sum();
    if question.mass > 0.0 { found / question.mass } else { 0.0 }
}

/// Whether a concept of one question is one of the other, or next to one in the scheme.
pub fn share_concept(a: &Profile, b: &Profile, bridge: &Bridge) -> bool {
    a.question.iter().any(|unit| unit.concept && best(unit, b, bridge).is_some())
        || b.question.iter().any(|unit| unit.concept && best(unit, a, bridge).is_some())
}
