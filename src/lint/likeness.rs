//! How much two questions of one language ask for the same thing.
//!
//! A unit is what an author would call one question: an entry, or a section title with the questions under it when nothing
//! answers them, as outlines have it. Two units are compared by the words of their heads (the question, or the title), by how
//! much of one's head the other speaks of, by their whole texts, and by the links between their questions. Words that frame
//! a question count for less, rare words for more (inverse document frequency). The weights are those of a logistic
//! regression on judged pairs, checked by leaving out one document after the other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::context::{Context, Document};
use super::rules::missing_answer::section_line;
use crate::i18n::Lang;
use crate::link::{LinkKind, is_frame};
use crate::normalise::{CodeRole, Entry};
use crate::text::{fold, is_stop_word, stem, tokens};

/// Weights of the constant, the heads' cosine, their containment, the larger and the smaller part of one's head in the other's
/// questions, the cosine of the whole texts, the best link and the three best links together.
const WEIGHTS: [f64; 8] = [-5.01, 1.23, 1.41, 1.78, 1.03, 1.38, 1.36, 1.52];

/// What two entries of one document need beyond others: who writes on one subject names it in every question, and sees at
/// once what is asked twice.
const SAME_DOCUMENT: f64 = 1.0;

/// What a framing word counts beside a word of the subject.
const FRAME: f64 = 0.3;

/// Units that a collection is taken to have besides its own, so that in a small one a shared word still tells something.
const BACKGROUND: f64 = 100.0;

/// Words that more heads than this have tell nothing; it also bounds the pairs that are compared.
const COMMON: usize = 40;

/// Words of a text that are looked at.
const LONGEST: usize = 400;

/// Two units that are alike.
pub struct Pair {
    /// The one that comes first, as an index of the units.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// The logarithm of the odds that they are duplicates or nearly.
    pub odds: f64,
}

/// What an author would call one question.
pub struct Unit<'a> {
    /// Where it stands.
    pub document: &'a Document,
    /// Its entries, as indices of the library's.
    pub entries: Vec<usize>,
    /// The line of its title, for a section.
    pub line: Option<usize>,
    lang: Lang,
    head: Vec<u32>,
    body: Vec<u32>,
    text: Vec<(u32, f64)>,
}

/// The units of the collection, in its order. Entries whose question is about code or choices shown with it are left out:
/// the same words ask for as many things as there are codes.
pub fn units<'a>(context: &Context<'a>) -> Vec<Unit<'a>> {
    let read: Vec<Vec<Words<'a>>> = context.documents.par_iter().map(|document| Words::of(context, document)).collect();
    let mut known: HashMap<String, u32> = HashMap::new();
    let mut number = |word: String| {
        let next = known.len() as u32 | if word.starts_with('~') { FRAMING } else { 0 };
        *known.entry(word).or_insert(next)
    };
    let mut set = |words: Vec<String>| -> Vec<u32> {
        let set: BTreeSet<u32> = words.into_iter().map(&mut number).collect();
        set.into_iter().collect()
    };
    let mut out: Vec<Unit<'a>> = Vec::new();
    for words in read.into_iter().flatten() {
        let (head, body) = (set(words.head), set(words.body));
        let mut text: BTreeMap<u32, f64> = BTreeMap::new();
        for word in words.text {
            *text.entry(set(vec![word])[0]).or_default() += 1.0;
        }
        let text = text.into_iter().map(|(word, count)| (word, 1.0 + count.ln())).collect();
        let Words { document, entries, line, lang, .. } = words;
        out.push(Unit { document, entries, line, lang, head, body, text });
    }
    out
}

/// The pairs of units with odds of at least `least`, by their places.
pub fn pairs(context: &Context<'_>, units: &[Unit<'_>], least: f64) -> Vec<Pair> {
    let rarity = Rarity::new(units);
    let links = links(context, units);
    let mut heads: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        for &word in unit.head.iter().filter(|&&word| !rarity.is_common(word)) {
            heads.entry(word).or_default().push(at);
        }
    }
    let mut candidates: Vec<(usize, usize)> = links.keys().copied().collect();
    for list in heads.values() {
        for (nth, &a) in list.iter().enumerate() {
            candidates.extend(list[nth + 1..].iter().filter(|&&b| units[a].lang == units[b].lang).map(|&b| (a, b)));
        }
    }
    candidates.par_sort_unstable();
    candidates.dedup();
    let score = |&(first, second): &(usize, usize)| {
        let links = links.get(&(first, second)).map_or(&[][..], Vec::as_slice);
        let odds = rarity.odds(&units[first], &units[second], links, least)?;
        (odds >= least).then_some(Pair { first, second, odds })
    };
    candidates.par_iter().filter_map(score).collect()
}

/// The scores of the links between units of one language, the best first.
fn links(context: &Context<'_>, units: &[Unit<'_>]) -> BTreeMap<(usize, usize), Vec<f64>> {
    let of: HashMap<usize, usize> =
        units.iter().enumerate().flat_map(|(at, unit)| unit.entries.iter().map(move |&entry| (entry, at))).collect();
    let index = context.library.index();
    let unit = |id: &str| of.get(index.get(id)?).copied();
    let mut out: BTreeMap<(usize, usize), Vec<f64>> = BTreeMap::new();
    for link in &context.library.links {
        if let (Some(a), Some(b)) = (unit(&link.a), unit(&link.b))
            && a != b
            && units[a].lang == units[b].lang
        {
            out.entry((a.min(b), a.max(b))).or_default().push(link.score);
        }
    }
    out.values_mut().for_each(|scores| scores.sort_by(|a, b| b.total_cmp(a)));
    out
}

/// Whether somebody decided that the questions of two units are not the same.
pub fn is_refused(context: &Context<'_>, a: &Unit<'_>, b: &Unit<'_>) -> bool {
    let entries = &context.library.entries;
    a.entries.iter().any(|&x| {
        b.entries.iter().any(|&y| {
            let decision = context.library.decision(&entries[x].id, &entries[y].id);
            decision.is_some_and(|decision| decision.kind != Some(LinkKind::Same))
        })
    })
}

/// A unit as words.
struct Words<'a> {
    document: &'a Document,
    entries: Vec<usize>,
    line: Option<usize>,
    lang: Lang,
    head: Vec<String>,
    body: Vec<String>,
    text: Vec<String>,
}

impl<'a> Words<'a> {
    fn of(context: &Context<'a>, document: &'a Document) -> Vec<Self> {
        let entries = context.entries(document);
        let section = |entry: &Entry| section_line(document, entry).filter(|_| entry.answer.is_none());
        let mut out = Vec::new();
        let mut at = document.entries.start;
        for group in entries.chunk_by(|a, b| section(a).is_some() && section(a) == section(b)) {
            let indices: Vec<usize> = (at..at + group.len()).collect();
            at += group.len();
            let shown = |entry: &Entry| {
                !entry.options.is_empty() || entry.code.iter().any(|code| code.role == CodeRole::Question)
            };
            if group.iter().any(shown) {
                continue;
            }
            let line = section(&group[0]);
            let head = match line.and_then(|_| group[0].section.last()) {
                Some(title) => title.as_str(),
                None => &group[0].question,
            };
            let mut unit = Self {
                document,
                entries: indices,
                line,
                lang: group[0].lang,
                head: words(head),
                body: words(head),
                text: words(head),
            };
            for entry in group {
                let question = words(&entry.question);
                unit.body.extend(question.iter().cloned());
                unit.text.extend(question);
                for part in entry.context.iter().chain(&entry.answer) {
                    unit.text.extend(words(part));
                }
            }
            out.push(unit);
        }
        out
    }
}

/// The stems of the words of a text; those that frame a question with a sign before them.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let said = tokens(&folded).into_iter().map(|(_, word)| word);
    let said = said.filter(|word| !is_stop_word(word) && word.len() > 1 && !word.bytes().all(|c| c.is_ascii_digit()));
    said.take(LONGEST)
        .map(|word| if is_frame(word) { format!("~{}", stem(word)) } else { stem(word).to_owned() })
        .collect()
}

/// A word that frames a question has this bit in its number.
const FRAMING: u32 = 1 << 31;

/// How rare words are among the units.
struct Rarity {
    units: f64,
    counts: HashMap<u32, usize>,
    texts: HashMap<u32, usize>,
}

impl Rarity {
    fn new(units: &[Unit<'_>]) -> Self {
        let (mut counts, mut texts) = (HashMap::new(), HashMap::new());
        for unit in units {
            unit.body.iter().for_each(|&word| *counts.entry(word).or_default() += 1);
            unit.text.iter().for_each(|&(word, _)| *texts.entry(word).or_default() += 1);
        }
        Self { units: units.len() as f64, counts, texts }
    }

    fn is_common(&self, word: u32) -> bool {
        word & FRAMING != 0 || self.counts.get(&word).is_some_and(|&count| count > COMMON)
    }

    fn rarity(&self, word: u32, counts: &HashMap<u32, usize>) -> f64 {
        let count = counts.get(&word).copied().unwrap_or_default() as f64;
        let rarity = ((self.units + BACKGROUND) / (count + 0.5)).ln().max(0.0);
        if word & FRAMING == 0 { rarity } else { rarity * FRAME }
    }

    /// The odds that two units are alike; `None` when they cannot reach `least` or share no word that tells.
    fn odds(&self, a: &Unit<'_>, b: &Unit<'_>, links: &[f64], least: f64) -> Option<f64> {
        if !common(&a.body, &b.body).any(|word| !self.is_common(word)) {
            return None;
        }
        let sum = |words: &mut dyn Iterator<Item = u32>| words.map(|word| self.rarity(word, &self.counts)).sum::<f64>();
        let square = |words: &mut dyn Iterator<Item = u32>| {
            words.map(|word| self.rarity(word, &self.counts).powi(2)).sum::<f64>()
        };
        let (of_a, of_b) = (sum(&mut a.head.iter().copied()), sum(&mut b.head.iter().copied()));
        let lengths = square(&mut a.head.iter().copied()) * square(&mut b.head.iter().copied());
        let cosine = ratio(square(&mut common(&a.head, &b.head)), lengths.sqrt());
        let contained = ratio(sum(&mut common(&a.head, &b.head)), of_a.min(of_b));
        let told = ratio(sum(&mut common(&a.head, &b.body)), of_a);
        let back = ratio(sum(&mut common(&b.head, &a.body)), of_b);
        let (best, three) = (links.first().copied().unwrap_or_default(), links.iter().take(3).sum());
        let known = [1.0, cosine, contained, told.max(back), told.min(back), 0.0, best, three];
        let here = a.line.or(b.line).is_none() && a.document.source.name == b.document.source.name;
        let odds: f64 = known.iter().zip(WEIGHTS).map(|(signal, weight)| signal * weight).sum();
        let odds = if here { odds - SAME_DOCUMENT } else { odds };
        (odds + WEIGHTS[5] >= least).then(|| odds + WEIGHTS[5] * self.texts(a, b))
    }

    /// The cosine of the whole texts.
    fn texts(&self, a: &Unit<'_>, b: &Unit<'_>) -> f64 {
        let weighed = |text: &[(u32, f64)]| -> Vec<(u32, f64)> {
            text.iter().map(|&(word, count)| (word, count * self.rarity(word, &self.texts))).collect()
        };
        let (a, b) = (weighed(&a.text), weighed(&b.text));
        let length = |text: &[(u32, f64)]| text.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        let found = |&(word, weight): &(u32, f64)| {
            b.binary_search_by_key(&word, |&(word, _)| word).map_or(0.0, |at| weight * b[at].1)
        };
        ratio(a.iter().map(found).sum(), length(&a) * length(&b))
    }
}

/// What two sorted sets share, in order.
fn common(a: &[u32], b: &[u32]) -> impl Iterator<Item = u32> {
    a.iter().copied().filter(|word| b.binary_search(word).is_ok())
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
