//! `copy-not-translated`: an answer whose words are those of its counterpart in the other language.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::lint::french::prose::spoken;
use crate::lint::{Context, counterpart};
use crate::text::{balance, fold, tokens};

/// The share of the longer answer's words that a copy has.
const COPY: f64 = 0.8;
/// Shorter answers are names and terms, which are the same in both languages.
const SHORTEST: usize = 8;

pub(super) fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let documents = counterpart::Documents::of(context);
    for pair in counterpart::pairs(context) {
        let (first, second) = (&context.library.entries[pair.first], &context.library.entries[pair.second]);
        let (Some(own), Some(theirs)) = (&first.answer, &second.answer) else { continue };
        let (own, theirs) = (spoken(own), spoken(theirs));
        if alike(&own, &theirs) < COPY {
            continue;
        }
        // The copy is the one that is not in its own language.
        let french = balance(&own) + balance(&theirs) > 0.0;
        let copy = if (first.lang == crate::i18n::Lang::Fr) == french { pair.second } else { pair.first };
        let original = if copy == pair.first { pair.second } else { pair.first };
        let entry = &context.library.entries[copy];
        let Some(document) = documents.document(copy) else { continue };
        let finding = document.finding("copy-not-translated", document.question_place(entry));
        out.push(finding.with("lang", entry.lang.code()).with("other", documents.place(original)));
    }
}

/// The share of the longer text's words that the other has as often, from 0 to 1.
fn alike(a: &str, b: &str) -> f64 {
    let counted = |text: &str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (_, word) in tokens(&fold(text)) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
        counts
    };
    let (a, b) = (counted(a), counted(b));
    let total = |counts: &BTreeMap<String, usize>| counts.values().sum::<usize>();
    let longer = total(&a).max(total(&b));
    let common: usize = a.iter().map(|(word, count)| (*count).min(b.get(word).copied().unwrap_or(0))).sum();
    if longer < SHORTEST { 0.0 } else { common as f64 / longer as f64 }
}
