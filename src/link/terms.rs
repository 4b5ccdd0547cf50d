//! What questions are about besides the concepts: the words that no label of the glossary covers.

use rayon::prelude::*;

use super::concepts::Glossary;
use super::matcher::Matcher;
use super::words::Reader;
use crate::normalise::Entry;

/// For each entry the runs of neighbouring words of its question, folded, that carry its subject and that no concept of
/// `glossary` covers. Grammar, words that only frame a question, and bare numbers end a run.
pub fn open_terms(entries: &[Entry], glossary: &Glossary) -> Vec<Vec<Vec<String>>> {
    let matcher = Matcher::new(glossary);
    entries.par_iter().map_init(Reader::default, |reader, entry| runs(reader, &matcher, &entry.question)).collect()
}

fn runs(reader: &mut Reader, matcher: &Matcher, question: &str) -> Vec<Vec<String>> {
    let words = reader.words(question, usize::MAX);
    let mut covered = vec![false; words.len()];
    for hit in matcher.find(&words, true) {
        covered[hit.start..hit.end].fill(true);
    }
    let mut out = vec![Vec::new()];
    for (word, covered) in words.iter().zip(covered) {
        let subject = word.share() == 1.0 && word.text.chars().any(char::is_alphabetic);
        match out.last_mut() {
            Some(run) if subject && !covered => run.push(word.text.clone()),
            _ => out.push(Vec::new()),
        }
    }
    out.retain(|run: &Vec<String>| !run.is_empty());
    out
}
