//! How much two questions of one language ask for the same thing.
//!
//! A unit is what an author would call one question: an entry, or a section title with the questions under it when nothing
//! answers them, as outlines have it. Two units are compared by the words of their heads (the question, or the title), by how
//! much of one's head the other speaks of, and by their whole texts. Words that frame a question count for less, rare words
//! for more (inverse document frequency). The weights are those of a logistic regression on judged pairs, checked by leaving
//! out one document after the other: links between the questions, which take the whole collection to find, tell no more.
//!
//! What is known of a unit hangs on its document alone, and the odds of a pair on the two units and on how many units have
//! each word, so that a change costs little more than reading what changed.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::context::{Context, Document};
use super::rules::missing_answer::section_line;
use crate::diagnostic::Place;
use crate::i18n::Lang;
use crate::link::{is_frame, word_hash};
use crate::normalise::{CodeRole, Entry};
use crate::text::{fold, is_stop_word, stem, tokens};

/// Weights of the constant, the heads' cosine, their containment, the larger and the smaller part of one's head in the other's
/// questions, and the cosine of the whole texts.
const WEIGHTS: [f64; 6] = [-4.69, 1.65, 1.54, 1.61, 1.43, 2.0];

/// What two entries of one document need beyond others: who writes on one subject names it in every question, and sees at
/// once what is asked twice.
const SAME_DOCUMENT: f64 = 1.7;

/// Whole texts with fewer words than this, each counted once, say little beyond their heads.
const SHORT: usize = 20;

/// What a framing word counts beside a word of the subject.
const FRAME: f64 = 0.3;

/// Units that a collection is taken to have besides its own, so that in a small one a shared word still tells something.
const BACKGROUND: f64 = 100.0;

/// Words that more heads than this have tell nothing; it also bounds the pairs that are compared.
const COMMON: u32 = 40;

/// Words of a text that are looked at.
const LONGEST: usize = 400;

/// A word that frames a question has this bit in its number.
const FRAMING: u32 = 1 << 31;

/// Two units that are alike.
pub struct Pair {
    /// The one that comes first, as an index of the units.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// The logarithm of the odds that they are duplicates or nearly.
    pub odds: f64,
    /// How far heads and whole texts agree: the cosine of the heads with twice that of the texts, so that 3 is a copy; 0 for
    /// entries of one document, whose author has seen both, and for short texts.
    pub agreement: f64,
}

/// What an author would call one question. Words are numbers made of their stems, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its language.
    pub lang: Lang,
    /// Whether it is a section with the questions under it.
    pub section: bool,
    /// Where it is asked.
    pub place: Place,
    /// What is asked, or the section's title.
    pub asked: String,
    /// Its entries, as indices of its document's.
    pub entries: Range<usize>,
    /// The words of the question or the title.
    pub head: Vec<u32>,
    /// The same with those of the questions under a title.
    pub body: Vec<u32>,
    /// The words of the whole text, with how often they stand there.
    pub text: Vec<(u32, u32)>,
}

/// The units of a document. Entries whose question is about code or choices shown with it are left out: the same words ask
/// for as many things as there are codes.
pub fn units(context: &Context<'_>, document: &Document) -> Vec<Unit> {
    let entries = context.entries(document);
    let section = |entry: &Entry| section_line(document, entry).filter(|_| entry.answer.is_none());
    let mut out = Vec::new();
    let mut at = 0;
    for group in entries.chunk_by(|a, b| section(a).is_some() && section(a) == section(b)) {
        let entries = at..at + group.len();
        at = entries.end;
        let shown =
            |entry: &Entry| !entry.options.is_empty() || entry.code.iter().any(|code| code.role == CodeRole::Question);
        if group.iter().any(shown) {
            continue;
        }
        let line = section(&group[0]);
        let asked = match line.and_then(|_| group[0].section.last()) {
            Some(title) => title.as_str(),
            None => &group[0].question,
        };
        let head = words(asked);
        let (mut body, mut text) = (head.clone(), head.clone());
        for entry in group {
            let question = words(&entry.question);
            body.extend(&question);
            text.extend(question);
            entry.context.iter().chain(&entry.answer).for_each(|part| text.extend(words(part)));
        }
        let place = line.map_or_else(|| document.question_place(&group[0]), |line| document.line_place(line));
        out.push(Unit {
            lang: group[0].lang,
            section: line.is_some(),
            place,
            asked: asked.to_owned(),
            entries,
            head: set(head),
            body: set(body),
            text: counted(text),
        });
    }
    out
}

/// The stems of the words of a text as numbers, those that frame a question marked.
fn words(text: &str) -> Vec<u32> {
    let folded = fold(text);
    let said = tokens(&folded).into_iter().map(|(_, word)| word);
    let said = said.filter(|word| !is_stop_word(word) && word.len() > 1 && !word.bytes().all(|c| c.is_ascii_digit()));
    let number = |word: &str| {
        let hash = word_hash("", stem(word));
        let mark = if is_frame(word) { FRAMING } else { 0 };
        ((hash ^ (hash >> 32)) as u32 & !FRAMING) | mark
    };
    said.take(LONGEST).map(number).collect()
}

fn set(mut words: Vec<u32>) -> Vec<u32> {
    words.sort_unstable();
    words.dedup();
    words
}

fn counted(mut words: Vec<u32>) -> Vec<(u32, u32)> {
    words.sort_unstable();
    words.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect()
}

/// The pairs of units with odds of at least `least`, by their places. Each unit comes with the number of its document.
pub fn pairs(units: &[(usize, &Unit)], least: f64) -> Vec<Pair> {
    let rarity = Rarity::new(units);
    let weighed: Vec<Weighed> = units.par_iter().map(|(_, unit)| rarity.weigh(unit)).collect();
    let mut heads: FxHashMap<(Lang, u32), Vec<u32>> = FxHashMap::default();
    for (at, (_, unit)) in units.iter().enumerate() {
        for &word in unit.head.iter().filter(|&&word| !rarity.is_common(word)) {
            heads.entry((unit.lang, word)).or_default().push(at as u32);
        }
    }
    let alike = |laid: &mut Laid, (second, &(document, unit)): (usize, &(usize, &Unit))| {
        let tell = unit.head.iter().filter_map(|&word| heads.get(&(unit.lang, word)));
        let mut firsts: Vec<u32> =
            tell.flat_map(|list| list.iter().copied().take_while(|&first| (first as usize) < second)).collect();
        firsts.sort_unstable();
        firsts.dedup();
        if firsts.is_empty() {
            return Vec::new();
        }
        let own = &weighed[second];
        laid.out(own);
        let score = |&first: &u32| {
            let (other, _) = units[first as usize];
            let (odds, agreement) = odds(&weighed[first as usize], own, laid, other == document, least)?;
            (odds >= least).then_some(Pair { first: first as usize, second, odds, agreement })
        };
        let found: Vec<Pair> = firsts.iter().filter_map(score).collect();
        laid.up(own);
        found
    };
    let found: Vec<Vec<Pair>> = units.par_iter().enumerate().map_init(|| Laid::new(&rarity), alike).collect();
    let mut out: Vec<Pair> = found.into_iter().flatten().collect();
    out.sort_by_key(|pair| (pair.first, pair.second));
    out
}

/// A unit with its words as numbers and what they weigh: each is weighed once, however many units it is compared with.
struct Weighed {
    section: bool,
    /// The words of the head, numbered among those of all bodies, with their weights.
    head: Vec<(u32, f64)>,
    head_sum: f64,
    head_length: f64,
    /// The words of the body, numbered alike.
    body: Vec<u32>,
    /// The words of the text, numbered among those of all texts, with their weights, as often as they stand there.
    text: Vec<(u32, f64)>,
    text_length: f64,
}

/// One unit laid out by the numbers of its words, so that others are compared with it at a look a word.
struct Laid {
    /// The weights of the words of its head; 0 for all others.
    head: Vec<f64>,
    /// 1 for the words of its body.
    body: Vec<f64>,
    /// The weights of the words of its text.
    text: Vec<f64>,
}

impl Laid {
    /// Room for any unit; none is laid out.
    fn new(rarity: &Rarity) -> Self {
        let (bodies, texts) = (rarity.bodies.weights.len(), rarity.texts.weights.len());
        Self { head: vec![0.0; bodies], body: vec![0.0; bodies], text: vec![0.0; texts] }
    }

    fn out(&mut self, unit: &Weighed) {
        unit.head.iter().for_each(|&(word, weight)| self.head[word as usize] = weight);
        unit.body.iter().for_each(|&word| self.body[word as usize] = 1.0);
        unit.text.iter().for_each(|&(word, weight)| self.text[word as usize] = weight);
    }

    /// Makes room for the next after `unit`.
    fn up(&mut self, unit: &Weighed) {
        unit.head.iter().for_each(|&(word, _)| self.head[word as usize] = 0.0);
        unit.body.iter().for_each(|&word| self.body[word as usize] = 0.0);
        unit.text.iter().for_each(|&(word, _)| self.text[word as usize] = 0.0);
    }
}

/// How rare words are among the units.
struct Rarity {
    bodies: Weights,
    texts: Weights,
}

/// The words of all units, numbered, with in how many each is and what it weighs there.
struct Weights {
    numbers: FxHashMap<u32, u32>,
    counts: Vec<u32>,
    weights: Vec<f64>,
}

impl Weights {
    fn new(words: impl Iterator<Item = u32>, units: f64) -> Self {
        let mut numbers: FxHashMap<u32, u32> = FxHashMap::default();
        let mut counts: Vec<u32> = Vec::new();
        let mut each: Vec<u32> = Vec::new();
        for word in words {
            let number = *numbers.entry(word).or_insert(counts.len() as u32) as usize;
            if number == counts.len() {
                counts.push(0);
                each.push(word);
            }
            counts[number] += 1;
        }
        let weight = |(word, count): (&u32, &u32)| {
            let rarity = ((units + BACKGROUND) / (f64::from(*count) + 0.5)).ln().max(0.0);
            if word & FRAMING == 0 { rarity } else { rarity * FRAME }
        };
        Self { weights: each.iter().zip(&counts).map(weight).collect(), numbers, counts }
    }

    /// The number and the weight of a word of some unit.
    fn of(&self, word: u32) -> (u32, f64) {
        let number = self.numbers[&word];
        (number, self.weights[number as usize])
    }
}

impl Rarity {
    fn new(units: &[(usize, &Unit)]) -> Self {
        let all = units.len() as f64;
        let (bodies, texts) = rayon::join(
            || Weights::new(units.iter().flat_map(|(_, unit)| unit.body.iter().copied()), all),
            || Weights::new(units.iter().flat_map(|(_, unit)| unit.text.iter().map(|(word, _)| *word)), all),
        );
        Self { bodies, texts }
    }

    fn is_common(&self, word: u32) -> bool {
        word & FRAMING != 0 || self.bodies.counts[self.bodies.of(word).0 as usize] > COMMON
    }

    fn weigh(&self, unit: &Unit) -> Weighed {
        let head: Vec<(u32, f64)> = unit.head.iter().map(|&word| self.bodies.of(word)).collect();
        let in_text = |&(word, times): &(u32, u32)| {
            let (number, weight) = self.texts.of(word);
            (number, (1.0 + f64::from(times).ln()) * weight)
        };
        let text: Vec<(u32, f64)> = unit.text.iter().map(in_text).collect();
        let squares = |words: &[(u32, f64)]| words.iter().map(|(_, weight)| weight * weight).sum::<f64>();
        Weighed {
            section: unit.section,
            head_sum: head.iter().map(|(_, weight)| weight).sum(),
            head_length: squares(&head),
            head,
            body: unit.body.iter().map(|&word| self.bodies.of(word).0).collect(),
            text_length: squares(&text).sqrt(),
            text,
        }
    }
}

/// The odds that two units are alike, and how far they agree; `None` when the odds cannot reach `least`. The second is `laid`
/// out.
fn odds(a: &Weighed, b: &Weighed, laid: &Laid, here: bool, least: f64) -> Option<(f64, f64)> {
    let (mut square, mut common, mut told) = (0.0, 0.0, 0.0);
    for &(word, weight) in &a.head {
        let theirs = laid.head[word as usize];
        square += theirs * theirs;
        common += theirs;
        told += weight * laid.body[word as usize];
    }
    let back: f64 = a.body.iter().map(|&word| laid.head[word as usize]).sum();
    let cosine = ratio(square, (a.head_length * b.head_length).sqrt());
    let contained = ratio(common, a.head_sum.min(b.head_sum));
    let (told, back) = (ratio(told, a.head_sum), ratio(back, b.head_sum));
    let known = [1.0, cosine, contained, told.max(back), told.min(back)];
    let odds: f64 = known.iter().zip(WEIGHTS).map(|(signal, weight)| signal * weight).sum();
    let apart = here && !a.section && !b.section;
    let odds = if apart { odds - SAME_DOCUMENT } else { odds };
    let [.., by_text] = WEIGHTS;
    if odds + by_text < least {
        return None;
    }
    let shared: f64 = a.text.iter().map(|&(word, weight)| weight * laid.text[word as usize]).sum();
    let texts = shared / (a.text_length * b.text_length);
    let tells = !apart && a.text.len().min(b.text.len()) >= SHORT;
    Some((odds + by_text * texts, if tells { cosine + 2.0 * texts } else { 0.0 }))
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
