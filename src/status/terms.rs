//! Terms that the glossary may lack: asked about again and again, in neither the glossary nor the stop list.
//!
//! 1. Every run of one to three words that carry a question's subject is a candidate when enough questions have it.
//! 2. A candidate scores by how much more often it is asked about than general text would let one expect: `n · ln(p / q)`
//!    for `n` questions, a share `p` of them, and a share `q` of the lexicon's training text, where words occur together
//!    only by chance (T. Tomokiyo and M. Hurst, "A language model approach to keyphrase extraction", 2003), times the
//!    logarithm of its length, as in the C-value (K. Frantzi et al., "Automatic recognition of multi-word terms", 2000).
//!    So several words count for more than one, and a rare one for more than a common one.
//! 3. In running text it has to stand as a noun or as a name, and not mostly as a part of a longer candidate.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::counterpart::{Rendering, chosen, renderings};
use super::general::General;
use super::usage::{Key, LONGEST, Usages};
use crate::i18n::Lang;
use crate::lexicon::Lookup;
use crate::link::{INNER, Library, open_terms};
use crate::text::stem;

/// A word has to be in this many questions, and in a large collection in one of a thousand.
const FREQUENT: usize = 3;
/// Several words seldom stand together by chance.
const FREQUENT_TOGETHER: usize = 2;
/// `ln(p / q)` of a word that is asked about about seven times as often as it is written elsewhere.
const KEY: f64 = 2.0;
/// A word this common in general technical text is no term by itself, however often it is asked about.
const COMMON: f64 = -6.0;
/// A term that is mostly found in a longer one is a part of it.
const MOSTLY: f64 = 0.6;

/// A term that could be a concept.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Term {
    /// One to three words, as they are mostly written.
    pub term: String,
    /// The language of the questions.
    pub lang: Lang,
    /// In how many questions it is.
    pub questions: usize,
    /// How much it stands out, from about 6 up.
    pub score: f64,
    /// What it is probably called in the other language.
    pub counterpart: Option<String>,
}

struct Candidate {
    key: Key,
    questions: usize,
    score: f64,
}

pub(super) fn propose(library: &Library) -> Vec<Term> {
    let lookup = Lookup::new(library.lexicon());
    let (candidates, words) = candidates(library, &lookup);
    let with_heads = candidates.iter().flat_map(|candidate| [candidate.key.clone(), head(&candidate.key)]);
    let used = Usages::new(&library.entries, with_heads);
    let is_noun = |candidate: &&Candidate| is_noun(&candidate.key, &used);
    let nouns: Vec<&Candidate> = candidates.iter().filter(is_noun).collect();
    let kept = nouns.iter().filter(|candidate| !within_longer(candidate, &nouns));
    let rendered: Vec<(&Candidate, Vec<Rendering>)> = kept
        .map(|candidate| {
            let (lang, stems) = &candidate.key;
            (*candidate, renderings(&lookup, *lang, stems, &words[lang.other() as usize]))
        })
        .collect();
    let others = rendered
        .iter()
        .flat_map(|(candidate, all)| all.iter().map(|(stems, _)| (candidate.key.0.other(), stems.clone())));
    let others = Usages::new(&library.entries, others);
    let term = |(candidate, renderings): &(&Candidate, Vec<Rendering>)| {
        let lang = candidate.key.0;
        let term = used.of(&candidate.key)?.spelling()?.to_owned();
        let counterpart = chosen(renderings, lang.other(), &others);
        Some(Term { term, lang, questions: candidate.questions, score: candidate.score, counterpart })
    };
    let mut terms: Vec<Term> = rendered.iter().filter_map(term).collect();
    terms.sort_by(|x, y| y.score.total_cmp(&x.score).then_with(|| (x.lang, &x.term).cmp(&(y.lang, &y.term))));
    terms
}

/// The frequent and striking candidates, and the stems that the questions of each language have.
fn candidates(library: &Library, lookup: &Lookup<'_>) -> (Vec<Candidate>, [BTreeSet<String>; 2]) {
    let general = General::new();
    let mut counts: BTreeMap<Key, usize> = BTreeMap::new();
    let mut words: [BTreeSet<String>; 2] = Default::default();
    let mut asked = [0_usize; 2];
    for (entry, runs) in library.entries.iter().zip(open_terms(&library.entries, &library.glossary)) {
        asked[entry.lang as usize] += 1;
        let own: BTreeSet<Vec<String>> = runs.iter().flat_map(|run| windows(run)).collect();
        for stems in own {
            if let [word] = stems.as_slice() {
                words[entry.lang as usize].insert(word.clone());
            }
            // The singular and the plural in one question are one question.
            *counts.entry((entry.lang, stems)).or_default() += 1;
        }
    }
    let scored = counts.into_iter().filter_map(|(key, questions)| {
        let (lang, stems) = &key;
        let general_only = stems.iter().all(|stem| general.has(stem));
        let least = if stems.len() > 1 && !general_only { FREQUENT_TOGETHER } else { FREQUENT };
        if questions < least.max(library.entries.len() / 1000) || stems.iter().any(|stem| general.is_grammar(stem)) {
            return None;
        }
        let common: Vec<f64> = stems.iter().map(|stem| lookup.commonness(*lang, stem)).collect();
        let vague = stems.len() == 1 && (general_only || common[0] > COMMON);
        let share = (questions as f64 / asked[*lang as usize] as f64).ln();
        let striking = share - common.iter().sum::<f64>();
        let score = questions as f64 * striking * (1.0 + stems.len() as f64).log2();
        let score = (score * 100.0).round() / 100.0;
        (!vague && striking >= KEY).then_some(Candidate { key, questions, score })
    });
    (scored.collect(), words)
}

/// The stems of every run of one to [`LONGEST`] words of a run, French grammar between them left out.
fn windows(run: &[String]) -> Vec<Vec<String>> {
    let words: Vec<String> =
        run.iter().filter(|word| !INNER.contains(&word.as_str())).map(|word| stem(word).to_owned()).collect();
    (1..=LONGEST).flat_map(|n| words.windows(n).map(<[String]>::to_vec)).collect()
}

/// Whether a term stands as a noun where its neighbours tell. One word that mostly stands before another is an adjective;
/// several words may, but what they are a kind of is no verb.
fn is_noun(key: &Key, used: &Usages) -> bool {
    let Some(usage) = used.of(key) else { return false };
    if key.1.len() == 1 {
        return usage.noun > usage.verb && usage.noun * 3 >= usage.qualifier;
    }
    usage.noun + usage.qualifier > usage.verb
        && used.of(&head(key)).is_none_or(|head| head.verb <= head.noun + head.qualifier)
}

/// The word that a term is a kind of: the last one in English, the first in French.
fn head((lang, stems): &Key) -> Key {
    let word = if *lang == Lang::Fr { stems.first() } else { stems.last() };
    (*lang, word.cloned().into_iter().collect())
}

fn within_longer(candidate: &Candidate, all: &[&Candidate]) -> bool {
    let (lang, stems) = &candidate.key;
    let longer = all.iter().filter(|other| other.key.0 == *lang && other.key.1.len() > stems.len());
    let around = longer.filter(|other| other.key.1.windows(stems.len()).any(|part| part == stems));
    around.map(|other| other.questions).max().is_some_and(|most| most as f64 >= MOSTLY * candidate.questions as f64)
}
