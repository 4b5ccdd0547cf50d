//! Terms that the glossary may lack: asked about again and again, in neither the glossary nor the stop list.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::counterpart::{Vocabulary, counterpart};
use crate::i18n::Lang;
use crate::link::{Library, open_terms};
use crate::text::stem;

/// A term has to be in this many questions, and in a large collection in one of a thousand.
const FREQUENT: usize = 3;
/// A word that is mostly found in a longer term is that term's.
const MOSTLY: f64 = 0.6;

/// A term that could be a concept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// One word or two, as they are mostly written.
    pub term: String,
    /// The language of the questions.
    pub lang: Lang,
    /// In how many questions it is.
    pub questions: usize,
    /// What it is probably called in the other language.
    pub counterpart: Option<String>,
}

/// How often a term (its stems) is asked about, and in which forms.
#[derive(Debug, Default)]
struct Use {
    questions: usize,
    forms: BTreeMap<Vec<String>, usize>,
}

pub(super) fn propose(library: &Library) -> Vec<Term> {
    let mut uses: BTreeMap<(Lang, Vec<String>), Use> = BTreeMap::new();
    let mut vocabularies = Lang::ALL.map(|lang| (lang, Vocabulary::default()));
    for (entry, runs) in library.entries.iter().zip(open_terms(&library.entries, &library.glossary)) {
        let own: BTreeSet<&[String]> = runs.iter().flat_map(|run| run.windows(1).chain(run.windows(2))).collect();
        let mut counted = BTreeSet::new();
        for form in own {
            let stems: Vec<String> = form.iter().map(|word| stem(word).to_owned()).collect();
            let found = uses.entry((entry.lang, stems.clone())).or_default();
            *found.forms.entry(form.to_vec()).or_default() += 1;
            // The singular and the plural in one question are one question.
            found.questions += usize::from(counted.insert(stems));
        }
        if let Some((_, vocabulary)) = vocabularies.iter_mut().find(|(lang, _)| *lang == entry.lang) {
            vocabulary.read(&entry.question);
            // Code is in no language.
            entry
                .answer
                .iter()
                .flat_map(|answer| answer.split("```").step_by(2))
                .for_each(|prose| vocabulary.read(prose));
        }
    }
    let frequent = FREQUENT.max(library.entries.len() / 1000);
    uses.retain(|_, found| found.questions >= frequent);
    let within_longer = |lang: Lang, word: &String, questions: usize| {
        let longer = uses.iter().filter(|((of, stems), _)| *of == lang && stems.len() > 1 && stems.contains(word));
        longer.map(|(_, found)| found.questions).max().is_some_and(|most| most as f64 >= MOSTLY * questions as f64)
    };
    let vocabulary = |lang: Lang| vocabularies.iter().find(|(of, _)| *of == lang).map(|(_, words)| words);
    let mut terms: Vec<Term> = uses
        .iter()
        .filter(|((lang, stems), found)| stems.len() > 1 || !within_longer(*lang, &stems[0], found.questions))
        .filter_map(|((lang, _), found)| {
            let (form, _) = found.forms.iter().max_by(|x, y| x.1.cmp(y.1).then_with(|| y.0.cmp(x.0)))?;
            let own = vocabulary(*lang)?;
            let words: Vec<&str> = form.iter().map(|word| own.spelling(word)).collect();
            let term = words.join(" ");
            let counterpart = vocabulary(lang.other()).and_then(|words| counterpart(&term, words));
            Some(Term { term, lang: *lang, questions: found.questions, counterpart })
        })
        .collect();
    terms.sort_by(|x, y| y.questions.cmp(&x.questions).then_with(|| (x.lang, &x.term).cmp(&(y.lang, &y.term))));
    terms
}
