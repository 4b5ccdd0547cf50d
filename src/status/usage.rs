//! How terms stand in running text: as nouns or not, and in which spelling.
//!
//! Only the terms that are asked for are counted, in one pass over all texts; a whole vocabulary would cost more than linking.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::*;

use crate::i18n::Lang;
use crate::link::INNER;
use crate::normalise::Entry;
use crate::text::{ELISIONS, fold, is_stop_word, stem, tokens};

/// Words of a term, at most.
pub const LONGEST: usize = 3;

/// Folded grammar after which a noun stands; after any other grammar, it is probably a verb.
const BEFORE_NOUNS: &[&str] = &[
    "a", "an", "and", "au", "aux", "avec", "between", "by", "ce", "ces", "cet", "cette", "chaque", "dans", "de", "des",
    "du", "en", "entre", "et", "for", "from", "in", "into", "is", "la", "le", "les", "leur", "leurs", "nos", "notre",
    "of", "on", "or", "ou", "our", "par", "quel", "quelle", "quelles", "quels", "sa", "sans", "ses", "son", "sous",
    "sur", "that", "the", "their", "these", "this", "those", "un", "une", "via", "vos", "votre", "vs", "with", "your",
];
/// Folded grammar after which a verb stands, or in a question a noun: it tells nothing.
const BEFORE_BOTH: &[&str] = &[
    "are", "as", "can", "could", "did", "do", "does", "est", "not", "pas", "pour", "should", "sont", "than", "will",
    "would",
];
/// Folded articles: what they follow and what no other grammar separates from them is seldom a noun.
const ARTICLES: &[&str] = &["a", "an", "la", "le", "les", "the", "un", "une"];

/// How a term is used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    /// How often it is written.
    pub count: usize,
    /// How often it stands as a noun, or is written as a name.
    pub noun: usize,
    /// How often it stands as a verb.
    pub verb: usize,
    /// How often it only qualifies the next word.
    pub qualifier: usize,
    /// Its spellings inside sentences, with how often each is.
    inside: BTreeMap<String, usize>,
    /// The same at the head of sentences, where a capital tells nothing.
    initial: BTreeMap<String, usize>,
}

impl Usage {
    /// How it is written most often.
    pub fn spelling(&self) -> Option<&str> {
        let most = |all: &BTreeMap<String, usize>| {
            all.iter().max_by(|x, y| x.1.cmp(y.1).then_with(|| x.0.cmp(y.0))).map(|(word, _)| word.clone())
        };
        let known = most(&self.inside).or_else(|| most(&self.initial))?;
        self.inside.get_key_value(&known).or_else(|| self.initial.get_key_value(&known)).map(|(word, _)| word.as_str())
    }

    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.noun += other.noun;
        self.verb += other.verb;
        self.qualifier += other.qualifier;
        other.inside.into_iter().for_each(|(word, n)| *self.inside.entry(word).or_default() += n);
        other.initial.into_iter().for_each(|(word, n)| *self.initial.entry(word).or_default() += n);
    }
}

/// A term: its language and its stems in order, grammar inside it left out.
pub type Key = (Lang, Vec<String>);

/// How terms are used in a collection.
#[derive(Debug)]
pub struct Usages {
    numbers: BTreeMap<Key, usize>,
    found: Vec<Usage>,
}

impl Usages {
    /// How each of `terms` is used in the texts of its language.
    pub fn new(entries: &[Entry], terms: impl Iterator<Item = Key>) -> Self {
        let terms: BTreeSet<Key> = terms.collect();
        let numbers: BTreeMap<Key, usize> = terms.into_iter().zip(0..).collect();
        let heads: HashSet<(Lang, &str)> = numbers.keys().map(|(lang, stems)| (*lang, stems[0].as_str())).collect();
        let none = || vec![Usage::default(); numbers.len()];
        let found = entries
            .par_iter()
            .fold(none, |mut found, entry| {
                prose(entry).for_each(|text| count(text, entry.lang, (&numbers, &heads), &mut found));
                found
            })
            .reduce(none, |mut all, more| {
                all.iter_mut().zip(more).for_each(|(usage, other)| usage.add(other));
                all
            });
        Self { numbers, found }
    }

    /// How a term is used, if it was asked for and is written anywhere.
    pub fn of(&self, term: &Key) -> Option<&Usage> {
        self.numbers.get(term).map(|&at| &self.found[at]).filter(|usage| usage.count > 0)
    }
}

/// The texts of an entry without their fenced code, which is in no language.
fn prose(entry: &Entry) -> impl Iterator<Item = &str> {
    let answer = entry.answer.iter().flat_map(|answer| answer.split("```").step_by(2));
    std::iter::once(entry.question.as_str()).chain(answer)
}

/// A word of a text.
struct Written<'a> {
    text: &'a str,
    folded: String,
    /// The article or pronoun before it that has lost its vowel.
    elided: Option<&'static str>,
    /// Whether a sentence or a part of one begins here.
    first: bool,
}

type Wanted<'a> = (&'a BTreeMap<Key, usize>, &'a HashSet<(Lang, &'a str)>);

fn count(text: &str, lang: Lang, (numbers, heads): Wanted<'_>, found: &mut [Usage]) {
    let plain = text.replace('’', "'");
    let words = written(&plain);
    let stems: Vec<&str> = words.iter().map(|word| stem(&word.folded)).collect();
    for start in (0..words.len()).filter(|&at| heads.contains(&(lang, stems[at]))) {
        let mut key = (lang, Vec::with_capacity(LONGEST));
        let mut end = start;
        while key.1.len() < LONGEST && end < words.len() && (end == start || !words[end].first) {
            let inner = lang == Lang::Fr && !key.1.is_empty() && INNER.contains(&words[end].folded.as_str());
            if inner && !INNER.contains(&words[end - 1].folded.as_str()) {
                end += 1;
                continue;
            }
            if is_stop_word(&words[end].folded) {
                break;
            }
            key.1.push(stems[end].to_owned());
            end += 1;
            if let Some(&at) = numbers.get(&key) {
                record(&words, start..end, &mut found[at]);
            }
        }
    }
}

fn record(words: &[Written<'_>], range: std::ops::Range<usize>, usage: &mut Usage) {
    let own = &words[range.clone()];
    let head = &own[0];
    usage.count += 1;
    let initial = head.first && head.elided.is_none();
    let spelling = spelling(own, initial);
    *if initial { &mut usage.initial } else { &mut usage.inside }.entry(spelling).or_default() += 1;
    let before = range.start.checked_sub(1).map(|at| &words[at]).filter(|_| !head.first);
    let after = words.get(range.end).filter(|next| !next.first);
    let grammar = |list: &[&str], word: &Written<'_>| list.contains(&word.folded.as_str());
    let name = head.text.chars().skip(usize::from(initial)).any(char::is_uppercase);
    let article = after.is_some_and(|next| grammar(ARTICLES, next) || next.elided == Some("l"));
    let (nominal, verbal) = match (head.elided, before) {
        (Some(letters), _) => (["l", "d"].contains(&letters), ["j", "m", "n", "s", "t"].contains(&letters)),
        (None, Some(word)) if grammar(BEFORE_NOUNS, word) => (true, false),
        (None, Some(word)) => (false, is_stop_word(&word.folded) && !grammar(BEFORE_BOTH, word)),
        (None, None) => (false, false),
    };
    let qualifies = after.is_some_and(|next| !is_stop_word(&next.folded) && next.elided.is_none());
    // A content word before it, or nothing: it may be anything.
    *match () {
        () if name => &mut usage.noun,
        () if verbal || article => &mut usage.verb,
        () if qualifies => &mut usage.qualifier,
        () if nominal => &mut usage.noun,
        () => return,
    } += 1;
}

/// A term as it stands in the text; words without a capital inside are in lower case at the head of a sentence.
fn spelling(words: &[Written<'_>], initial: bool) -> String {
    let mut out = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            out.push(' ');
            out.extend(word.elided.into_iter().flat_map(|letters| [letters, "'"]));
        }
        let inner = word.text.chars().skip(1).any(char::is_uppercase);
        if inner || at > 0 || !initial { out += word.text } else { out += &word.text.to_lowercase() }
    }
    out
}

/// The words of a text, with where its parts begin.
fn written(text: &str) -> Vec<Written<'_>> {
    let mut out: Vec<Written<'_>> = Vec::new();
    let mut end = 0;
    let mut first = true;
    for (at, word) in tokens(text) {
        let after = at + word.len();
        // `L'` at the head of a sentence: folded text would not have it as a word either.
        if text[after..].starts_with('\'') && elision(word).is_some() {
            continue;
        }
        let (between, elided) = between(&text[end..at]);
        let marks = between.trim();
        // A line that begins with a mark is a heading or an item of a list; inside a line, marks only make words bold.
        let line = between.contains('\n') && (!marks.is_empty() || between.matches('\n').count() > 1);
        first |= line || !marks.trim_matches(['-', '*', '_', '`', ' ']).is_empty();
        end = after;
        out.push(Written { text: word, folded: fold(word), elided, first: std::mem::take(&mut first) });
    }
    out
}

/// What is between two words, and the letters before an apostrophe at its end.
fn between(gap: &str) -> (&str, Option<&'static str>) {
    let letters = gap.strip_suffix('\'').map(|head| (head, head.trim_end_matches(char::is_alphabetic)));
    let found = letters.and_then(|(head, before)| Some((before, elision(&head[before.len()..])?)));
    found.map_or((gap, None), |(before, letters)| (before, Some(letters)))
}

fn elision(word: &str) -> Option<&'static str> {
    ELISIONS.iter().copied().find(|known| word.eq_ignore_ascii_case(known))
}
