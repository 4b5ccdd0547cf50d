//! What an entry is about, as numbers: the units of its question, the vector of its whole text, its letters.
//!
//! A *unit* is a concept that the text names, or a stem that no label covers. Concepts are the bridge between the
//! languages; stems bridge them where a word is borrowed or written alike (`idempotence`, `idempotency`). Words of grammar
//! are units of questions too, light ones; whole texts and letters do without them.

use rayon::prelude::*;

use super::concepts::Glossary;
use super::dictionary::Dictionary;
use super::library::Mention;
use super::matcher::Matcher;
use super::part::{ANSWER, Part};
use super::rarity::{Rarity, Weighed};
use super::run::{Run, runs};
use super::vector::{Vector, merged, round, unit_vector};
use super::weights::Weights;
use super::words::{Word, hash};
use crate::i18n::Lang;
use crate::lexicon::Lexicon;
use crate::normalise::Entry;

/// Character grams of a question that are kept, the heaviest.
const GRAMS: usize = 128;
/// Units of the whole text that are kept, the heaviest.
const TEXT_UNITS: usize = 128;

/// Weight of a concept that the source names in the whole text: that of one word of the answer. Two of one concept are
/// close by their questions, but not the same for it.
const NAMED: f64 = 0.5;

/// Indices of a unit in vectors of whole texts: itself and its translations.
const WHOLE: usize = 4;

/// What a unit of a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A concept of the glossary.
    Concept,
    /// A word of the subject or one that frames it.
    Term,
    /// A word of grammar: it may tell two questions apart, but is not what they are about.
    Grammar,
}

/// One unit of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Index of the concept, or after all concepts the index of the stem.
    pub id: u32,
    /// Its indices in vectors of whole texts, where skeletons stand for stems and translations for French words.
    pub whole: [u32; WHOLE],
    /// What it is.
    pub sort: Sort,
    /// How much of the question it is.
    pub weight: f64,
    /// The concept's id or the word as written, folded.
    pub name: String,
}

/// What an entry is about.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The entry's language.
    pub lang: Lang,
    /// The units of the question, section titles and tags, sorted by id.
    pub question: Vec<Unit>,
    /// Sum of their weights.
    pub mass: f64,
    /// The same without grammar.
    pub subject: f64,
    /// Concepts and skeletons of question and answer, idf-weighted.
    pub text: Vector,
    /// Character 3- to 5-grams of the question's words.
    pub letters: Vector,
    /// The concepts, strongest first.
    pub mentions: Vec<(u32, f64)>,
    /// Those of them that the entry is said to be about: named by its source, in its order, then by the entry's own words,
    /// strongest first. What section titles alone name is a hint for links and nothing more.
    pub own: Vec<(u32, f64)>,
}

impl Profile {
    /// The concept that the question is mainly about.
    pub fn primary(&self) -> Option<u32> {
        self.mentions.first().filter(|(_, weight)| *weight >= 0.2).map(|(concept, _)| *concept)
    }
}

/// All profiles, with what they were made from.
#[derive(Debug)]
pub struct Profiles {
    /// One for each entry.
    pub all: Vec<Profile>,
    /// How many concepts there are: units below are concepts, the others stems.
    pub concepts: u32,
    /// What the lexicon says about the stems.
    pub dictionary: Dictionary,
}

impl Profiles {
    /// Profiles of all entries, in their order.
    pub fn new(entries: &[Entry], glossary: &Glossary, lexicon: &Lexicon, weights: &Weights) -> Self {
        let ids = ids(glossary);
        let runs = runs(entries, &Matcher::new(glossary), ids.len());
        let rarity = Rarity::new(&runs, ids.len() as u32, lexicon, weights.background);
        let dictionary = Dictionary::new(lexicon, &rarity, weights.lexicon);
        let of_run = |run: &Run<'_>| {
            let weighed = rarity.weigh(run);
            let profile = |(entry, parts): (&Entry, &Box<[Part]>)| {
                profile(entry, parts, &named(entry, &ids), &weighed, (&rarity, &dictionary, weights.grammar), &ids)
            };
            run.entries.iter().zip(&run.parts).map(profile).collect::<Vec<Profile>>()
        };
        let all = runs.par_iter().flat_map_iter(of_run).collect();
        Self { all, concepts: ids.len() as u32, dictionary }
    }
}

/// For each entry the concepts that it is said to be about, as its profile would have them, at a fraction of the time and the
/// memory.
pub fn mentions(entries: &[Entry], glossary: &Glossary, lexicon: &Lexicon, weights: &Weights) -> Vec<Vec<Mention>> {
    let ids = ids(glossary);
    let runs = runs(entries, &Matcher::new(glossary), ids.len());
    let rarity = Rarity::new(&runs, ids.len() as u32, lexicon, weights.background);
    let of_run = |run: Run<'_>| {
        let weighed = rarity.weigh(&run);
        let mentions = |(entry, parts): (&Entry, &Box<[Part]>)| {
            let named = named(entry, &ids);
            let mentions = mentioned(parts, &named, |word| weighed.weight(word, entry.lang));
            as_mentions(&own(&strongest(mentions), &named, parts), &ids)
        };
        run.entries.iter().zip(&run.parts).map(mentions).collect::<Vec<_>>()
    };
    runs.into_par_iter().flat_map_iter(of_run).collect()
}

fn ids(glossary: &Glossary) -> Vec<&str> {
    glossary.concepts.keys().map(String::as_str).collect()
}

/// The concepts that the source names.
fn named(entry: &Entry, ids: &[&str]) -> Vec<u32> {
    let find = |id: &String| ids.binary_search(&id.as_str()).ok().map(|at| at as u32);
    entry.concepts.iter().filter_map(find).collect()
}

/// The concepts that the source or the words of the entry name, with how much of its part each is, once for every time that
/// it is named.
fn mentioned(parts: &[Part], named: &[u32], weight: impl Fn(Word) -> f64) -> Vec<(u32, f64)> {
    let mut out: Vec<(u32, f64)> = named.iter().map(|&concept| (concept, 1.0)).collect();
    for part in parts {
        let mass = |words: &[Word]| words.iter().map(|word| weight(*word)).sum::<f64>();
        let all = mass(&part.words).max(f64::MIN_POSITIVE);
        for hit in &*part.hits {
            let own = mass(&part.words[hit.words()]);
            out.push((hit.concept, part.weight * if own > 0.0 { own / all } else { 1.0 / part.words.len() as f64 }));
        }
    }
    out
}

fn profile(
    entry: &Entry,
    parts: &[Part],
    named: &[u32],
    weighed: &Weighed<'_>,
    (rarity, dictionary, grammar): (&Rarity, &Dictionary, f64),
    ids: &[&str],
) -> Profile {
    let lang = entry.lang;
    let mut question: Vec<Unit> = Vec::new();
    let mut text: Vec<(u32, f64)> = Vec::new();
    let heavy = |word: Word| weighed.weight(word, lang);
    text.extend(named.iter().map(|&concept| (concept, NAMED)));
    let mut add = |id: u32, whole: [u32; WHOLE], sort: Sort, weight: f64, name: &str| {
        question.push(Unit { id, whole, sort, weight, name: name.to_owned() });
    };
    for part in parts {
        let mut covered = vec![false; part.words.len()];
        for hit in &*part.hits {
            covered[hit.words()].fill(true);
            text.push((hit.concept, part.weight.max(0.5)));
            if part.weight > ANSWER {
                let weight = part.weight * rarity.of(hit.concept, lang);
                add(hit.concept, [hit.concept; WHOLE], Sort::Concept, weight, ids[hit.concept as usize]);
            }
        }
        for (&word, covered) in part.words.iter().zip(covered) {
            let (id, shape) = (weighed.stem(word), weighed.run.shape(word));
            if shape.stop {
                if part.weight > ANSWER {
                    let weight = grammar * part.weight * rarity.of(id, lang);
                    add(id, [id; WHOLE], Sort::Grammar, weight, &shape.text);
                }
                continue;
            }
            let mut whole = [weighed.skeleton(word); WHOLE];
            let own = if covered { 0.5 } else { 1.0 } * part.weight.max(0.5);
            let pivots = if lang == Lang::Fr { dictionary.pivots(id) } else { &[] };
            if pivots.iter().all(|(unit, _)| *unit != whole[0]) {
                text.push((whole[0], own));
            }
            for (place, &(unit, share)) in whole[1..].iter_mut().zip(pivots) {
                *place = unit;
                text.push((unit, own * share));
            }
            if part.weight > ANSWER {
                let weight = shape.share() * part.weight * rarity.of(id, lang);
                add(id, whole, Sort::Term, weight, &shape.text);
            }
        }
    }
    let mut question = heaviest_each(question);
    // What the source says that it is about is half of it or more, whatever its words are.
    let words: f64 = question.iter().filter(|unit| !named.contains(&unit.id)).map(|unit| unit.weight).sum();
    for &id in named {
        let weight = rarity.of(id, lang).max(words / named.len() as f64);
        question.push(Unit { id, whole: [id; WHOLE], sort: Sort::Concept, weight, name: ids[id as usize].to_owned() });
    }
    let question = heaviest_each(question);
    let mass = question.iter().map(|unit| unit.weight).sum();
    let subject = question.iter().filter(|unit| unit.sort != Sort::Grammar).map(|unit| unit.weight).sum();
    let letters = letters(weighed.run, &parts[0].words, heavy);
    let text = merged(text).into_iter().map(|(id, n)| (id, (1.0 + n).ln() * rarity.everywhere(id))).collect();
    let text = unit_vector(text, TEXT_UNITS);
    let mentions = strongest(mentioned(parts, named, heavy));
    let own = own(&mentions, named, parts);
    Profile { lang, question, mass, subject, text, letters, mentions, own }
}

/// Each unit once, with its heaviest weight, sorted by id.
fn heaviest_each(mut units: Vec<Unit>) -> Vec<Unit> {
    units.sort_by(|a, b| a.id.cmp(&b.id).then(b.weight.total_cmp(&a.weight)).then_with(|| a.name.cmp(&b.name)));
    units.dedup_by_key(|unit| unit.id);
    units
}

/// The concepts with the sum of their weights, at most 1, strongest first.
fn strongest(mentions: Vec<(u32, f64)>) -> Vec<(u32, f64)> {
    let mut out: Vec<(u32, f64)> =
        merged(mentions).into_iter().map(|(concept, weight)| (concept, weight.min(1.0))).collect();
    out.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    out
}

/// Those of `mentions` that the source or the entry's own words name, the former first.
fn own(mentions: &[(u32, f64)], named: &[u32], parts: &[Part]) -> Vec<(u32, f64)> {
    let said =
        |id: u32| parts.iter().filter(|part| !part.title).flat_map(|part| &part.hits).any(|hit| hit.concept == id);
    let rank = |id: u32| named.iter().position(|known| *known == id).unwrap_or(named.len());
    let mut own: Vec<(u32, f64)> =
        mentions.iter().copied().filter(|&(id, _)| rank(id) < named.len() || said(id)).collect();
    own.sort_by_key(|&(id, _)| rank(id));
    own
}

/// Character 3- to 5-grams of the words with their edges, each as heavy as its word.
fn letters(run: &Run<'_>, words: &[Word], weight: impl Fn(Word) -> f64) -> Vector {
    let mut grams: Vec<(u32, f64)> = Vec::new();
    for &word in words {
        let heavy = weight(word);
        if heavy == 0.0 {
            continue;
        }
        let edged: Vec<char> = format!(" {} ", run.shape(word).text).chars().collect();
        for n in 3..=5 {
            for gram in edged.windows(n) {
                grams.push((hash("", &gram.iter().collect::<String>()) as u32, heavy));
            }
        }
    }
    unit_vector(merged(grams), GRAMS)
}

/// The concepts that an entry is said to be about, by their ids, with weights of 4 decimals.
pub fn named_mentions(profile: &Profile, glossary: &Glossary) -> Vec<Mention> {
    as_mentions(&profile.own, &ids(glossary))
}

fn as_mentions(concepts: &[(u32, f64)], ids: &[&str]) -> Vec<Mention> {
    let mention =
        |&(concept, weight): &(u32, f64)| Mention { concept: ids[concept as usize].to_owned(), weight: round(weight) };
    concepts.iter().map(mention).collect()
}
