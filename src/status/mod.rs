//! Coverage: what is asked in which language, what has no answer or no concept, and what the glossary may lack.

mod counterpart;
mod general;
mod terms;
mod usage;

use std::collections::BTreeMap;

use serde::Serialize;

pub use terms::Term;

use crate::i18n::Lang;
use crate::link::Library;
use crate::normalise::Entry;

/// What a collection has and lacks.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// The languages, in the order of the site.
    pub languages: Vec<Language>,
    /// Every concept of the glossary, by id.
    pub concepts: Vec<Concept>,
    /// The questions that lack something, in the library's order.
    pub lacking: Vec<Lacking>,
    /// What is asked about again and again and is no concept, most frequent first.
    pub terms: Vec<Term>,
}

/// How much there is in a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Language {
    /// The language.
    pub lang: Lang,
    /// Its questions.
    pub questions: usize,
    /// Those without an answer.
    pub unanswered: usize,
    /// Those without a concept.
    pub without_concept: usize,
}

/// How much is asked about a concept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Concept {
    /// Its id.
    pub concept: String,
    /// Its preferred name in each language.
    pub label: BTreeMap<Lang, String>,
    /// The questions about it in each language.
    pub questions: BTreeMap<Lang, usize>,
}

impl Concept {
    /// The only language in which it is asked about, if it is in one only.
    pub fn only(&self) -> Option<Lang> {
        let mut asked = self.questions.iter().filter(|(_, count)| **count > 0);
        let (first, next) = (asked.next(), asked.next());
        first.map(|(lang, _)| *lang).filter(|_| next.is_none())
    }

    /// The questions in all languages.
    pub fn total(&self) -> usize {
        self.questions.values().sum()
    }
}

/// What a question lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// It has no answer.
    Answer,
    /// No concept is found in it.
    Concept,
}

/// A question that lacks something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lacking {
    /// Its id.
    pub id: String,
    /// Its language.
    pub lang: Lang,
    /// What it asks.
    pub question: String,
    /// The document that it is in.
    pub path: String,
    /// Its first line there.
    pub line: usize,
    /// What it lacks, at least one thing.
    pub lacks: Vec<Lack>,
}

/// The coverage of a library; `languages` are those that it is meant to have, those that it has besides come after.
pub fn coverage(library: &Library, languages: &[Lang]) -> Coverage {
    let mut langs = languages.to_vec();
    langs.extend(library.langs().into_iter().filter(|lang| !languages.contains(lang)));
    let lacking: Vec<Lacking> =
        library.entries.iter().enumerate().filter_map(|(at, e)| lacking(library, at, e)).collect();
    let count = |lang: Lang, lack| lacking.iter().filter(|l| l.lang == lang && l.lacks.contains(&lack)).count();
    let language = |lang: Lang| Language {
        lang,
        questions: library.entries.iter().filter(|entry| entry.lang == lang).count(),
        unanswered: count(lang, Lack::Answer),
        without_concept: count(lang, Lack::Concept),
    };
    Coverage {
        languages: langs.iter().map(|&lang| language(lang)).collect(),
        concepts: concepts(library, &langs),
        terms: terms::propose(library),
        lacking,
    }
}

fn lacking(library: &Library, at: usize, entry: &Entry) -> Option<Lacking> {
    let mut lacks = Vec::new();
    // A right choice is the answer of a multiple-choice question.
    if entry.answer.is_none() && !entry.options.iter().any(|choice| choice.correct) {
        lacks.push(Lack::Answer);
    }
    if library.mentions.get(at).is_none_or(Vec::is_empty) {
        lacks.push(Lack::Concept);
    }
    (!lacks.is_empty()).then(|| Lacking {
        id: entry.id.clone(),
        lang: entry.lang,
        question: entry.question.clone(),
        path: entry.source.path.clone(),
        line: entry.source.lines.start,
        lacks,
    })
}

fn concepts(library: &Library, langs: &[Lang]) -> Vec<Concept> {
    let mut asked: BTreeMap<&str, BTreeMap<Lang, usize>> = BTreeMap::new();
    for (entry, mentions) in library.entries.iter().zip(&library.mentions) {
        for mention in mentions {
            *asked.entry(&mention.concept).or_default().entry(entry.lang).or_default() += 1;
        }
    }
    let known = library.glossary.concepts.values();
    known
        .map(|concept| {
            let found = asked.get(concept.id.as_str());
            let count = |lang: &Lang| found.and_then(|counts| counts.get(lang)).copied().unwrap_or(0);
            Concept {
                concept: concept.id.clone(),
                label: concept.pref_label.clone(),
                questions: langs.iter().map(|lang| (*lang, count(lang))).collect(),
            }
        })
        .collect()
}
