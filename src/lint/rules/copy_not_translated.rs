//! `copy-not-translated`: an answer whose words are those of an answer in the other language.
//!
//! A copy is not in the language of its entry, so that hardly any answer has to be compared with others. Two texts that have
//! most of their words in common share one of the first few in any order of words (prefix filtering: Chaudhuri, Ganti and
//! Kaushik 2006, "A primitive operator for similarity joins in data cleaning"); here that of their hashes.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::i18n::Lang;
use crate::lint::speech::Speech;
use crate::lint::whole::{Entry, Whole};

/// The percentage of the longer answer's words that a copy has.
const COPY: u32 = 80;
/// Shorter answers are names and terms, which are the same in both languages.
const SHORTEST: u32 = 8;

/// The words of an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Its words as numbers, in order, with how often they stand there; none where they are too few.
    pub words: Vec<(u32, u32)>,
    /// Whether they are more of French than of English.
    pub french: bool,
}

/// What an entry answers.
pub(in crate::lint) fn said(speech: &Speech) -> Said {
    let Some(answer) = &speech.answer else { return Said::default() };
    let mut words = answer.words.clone();
    words.sort_unstable();
    let words: Vec<(u32, u32)> = words.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)).collect();
    // What a longer one has most words of.
    if total(&words) * 100 < SHORTEST * COPY {
        return Said::default();
    }
    Said { words, french: answer.balance > 0.0 }
}

pub(super) fn check(whole: &Whole<'_>, out: &mut Vec<Diagnostic>) {
    let all = || {
        let each = whole.documents.iter().enumerate();
        each.flat_map(|(at, (_, facts))| facts.questions.iter().enumerate().map(move |(nth, own)| ((at, nth), own)))
    };
    let mut copies: BTreeMap<u32, Vec<(Entry, Lang, &Said)>> = BTreeMap::new();
    for (at, own) in all().filter(|(_, own)| own.said.french != (own.lang == Lang::Fr)) {
        for word in first(&own.said.words) {
            copies.entry(word).or_default().push((at, own.lang, &own.said));
        }
    }
    if copies.is_empty() {
        return;
    }
    let mut found: BTreeMap<Entry, Entry> = BTreeMap::new();
    for (at, own) in all() {
        let here: Vec<_> = first(&own.said.words).filter_map(|word| copies.get(&word)).flatten().collect();
        let mut seen = BTreeSet::new();
        for (copy, lang, said) in here {
            if *lang != own.lang
                && !found.contains_key(copy)
                && seen.insert(copy)
                && alike(&said.words, &own.said.words)
            {
                found.insert(*copy, at);
            }
        }
    }
    for ((document, nth), (theirs, other)) in found {
        let ((name, facts), (other_name, others)) = (whole.documents[document], whole.documents[theirs]);
        let (copy, original) = (&facts.questions[nth], &others.questions[other]);
        let finding = Diagnostic::new("copy-not-translated", name, copy.place).with("lang", copy.lang.code());
        out.push(finding.with("other", format!("{other_name}:{}", original.place.line)));
    }
}

fn total(words: &[(u32, u32)]) -> u32 {
    words.iter().map(|(_, times)| times).sum()
}

/// The first words of a text, of which another that is alike has one among its own.
fn first(words: &[(u32, u32)]) -> impl Iterator<Item = u32> + '_ {
    let total = total(words);
    let mut left = (total + 1).saturating_sub((total * COPY).div_ceil(100));
    words.iter().map_while(move |&(word, times)| {
        let is_first = left > 0;
        left = left.saturating_sub(times);
        is_first.then_some(word)
    })
}

/// Whether one text has most words of the longer one, each as often.
fn alike(a: &[(u32, u32)], b: &[(u32, u32)]) -> bool {
    let longer = total(a).max(total(b));
    let theirs = |word: u32| b.binary_search_by_key(&word, |(word, _)| *word).map_or(0, |at| b[at].1);
    let common: u32 = a.iter().map(|&(word, times)| times.min(theirs(word))).sum();
    longer >= SHORTEST && common * 100 >= longer * COPY
}
