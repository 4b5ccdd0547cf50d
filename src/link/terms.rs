//! What questions are about besides the concepts: the words that no label of the glossary covers.

use rayon::prelude::*;

use super::concepts::Glossary;
use super::matcher::Matcher;
use super::words::Reader;
use crate::i18n::Lang;
use crate::normalise::Entry;

/// Grammar that may stand between the words of a French term: `clé de partition`, `machine à états`.
pub const INNER: &[&str] = &["a", "au", "aux", "de", "des", "du"];

/// For each entry the runs of neighbouring words of its question, folded, that carry its subject and that no concept of
/// `glossary` covers. Punctuation, grammar, words that only frame a question, single letters and bare numbers end a run;
/// in French, one of [`INNER`] between two such words does not.
pub fn open_terms(entries: &[Entry], glossary: &Glossary) -> Vec<Vec<Vec<String>>> {
    let matcher = Matcher::new(glossary);
    entries.par_iter().map_init(Reader::default, |reader, entry| runs(reader, &matcher, entry)).collect()
}

fn runs(reader: &mut Reader, matcher: &Matcher, entry: &Entry) -> Vec<Vec<String>> {
    let parts: Vec<&str> = parts(&entry.question).collect();
    let mut out = Vec::new();
    for part in &parts {
        let words = reader.words(part, usize::MAX);
        let mut covered = vec![false; words.len()];
        for hit in matcher.find(reader.shapes(), &words, parts.len() == 1) {
            covered[hit.words()].fill(true);
        }
        let mut run: Vec<String> = Vec::new();
        for (word, covered) in words.iter().zip(covered) {
            let word = &reader.shapes()[word.shape()];
            let letters = word.text.chars().filter(|c| c.is_alphabetic()).count();
            let subject = word.share() == 1.0 && letters > 0 && word.text.chars().nth(1).is_some() && !covered;
            let text = &*word.text;
            let inner = entry.lang == Lang::Fr && INNER.contains(&text);
            if subject || inner && run.last().is_some_and(|last| !INNER.contains(&last.as_str())) {
                run.push(text.to_owned());
            } else {
                out.push(std::mem::take(&mut run));
            }
        }
        out.push(run);
    }
    for run in &mut out {
        run.pop_if(|last| INNER.contains(&last.as_str()));
    }
    out.retain(|run| !run.is_empty());
    out
}

/// The parts of a question between its punctuation; a full stop inside a name (`node.js`) is none.
fn parts(question: &str) -> impl Iterator<Item = &str> {
    question.split(|c: char| ",;:!?()[]\"«»“”…|\n".contains(c)).flat_map(|part| part.split(". "))
}
