//! The word of the other language that a term probably is.

use std::collections::BTreeMap;

use crate::text::{fold, is_stop_word, stem, tokens};

/// Words that share at least this much of their letter pairs (Dice) may be the same.
const COGNATE: f64 = 0.6;
/// Shorter words meet by chance.
const COGNATE_LETTERS: usize = 5;

/// The words of a language: by folded spelling, how often each is written and how.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    words: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Vocabulary {
    /// Adds the words of a text.
    pub fn read(&mut self, text: &str) {
        let wordy = |c: char| c.is_alphanumeric() || "+#".contains(c);
        for written in text.split(|c: char| !wordy(c)).filter(|word| !word.is_empty()) {
            // A capital at the head of a sentence tells nothing; those of `OAuth` and `REST` do.
            let inner = written.chars().skip(1).any(char::is_uppercase);
            let shown = if inner { written.to_owned() } else { written.to_lowercase() };
            *self.words.entry(fold(written)).or_default().entry(shown).or_default() += 1;
        }
    }

    /// How a folded word is written most often.
    pub fn spelling<'a>(&'a self, folded: &'a str) -> &'a str {
        let known = self.words.get(folded).into_iter().flatten();
        known.max_by(|x, y| x.1.cmp(y.1).then_with(|| y.0.cmp(x.0))).map_or(folded, |(word, _)| word)
    }

    fn count(&self, folded: &str) -> usize {
        self.words.get(folded).map_or(0, |spellings| spellings.values().sum())
    }
}

/// What `term` (one word) is probably called in the language of `vocabulary`: the same word, where it is a loan, or one
/// that is spelt nearly alike. Frequent words go before rare ones.
pub fn counterpart(term: &str, vocabulary: &Vocabulary) -> Option<String> {
    let folded = fold(term);
    let [(_, word)] = tokens(&folded)[..] else { return None };
    let head: String = word.chars().take(2).collect();
    let near = vocabulary.words.range(head.clone()..).take_while(|(other, _)| other.starts_with(&head));
    let scored = near.filter(|(other, _)| !is_stop_word(other)).filter_map(|(other, _)| {
        let likeness = likeness(word, other);
        (likeness >= COGNATE).then(|| (likeness * (1.0 + vocabulary.count(other) as f64).ln(), other))
    });
    let best = scored.max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| y.1.cmp(x.1)));
    best.map(|(_, other)| vocabulary.spelling(other).to_owned())
}

fn likeness(a: &str, b: &str) -> f64 {
    if a == b || a.len().min(b.len()) >= COGNATE_LETTERS && stem(a) == stem(b) {
        return 1.0;
    }
    if a.len().min(b.len()) < COGNATE_LETTERS { 0.0 } else { strsim::sorensen_dice(a, b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loans_and_cognates_are_found() {
        let mut french = Vocabulary::default();
        french.read(
            "La requête arrive. Chaque requête part avec un jeton (token). Une latence, un Kubernetes, la requette.",
        );
        for (term, expected) in [
            ("requests", Some("requête")),
            ("latency", Some("latence")),
            ("token", Some("token")),
            ("kubernetes", Some("kubernetes")),
            ("broker", None),
            ("two words", None),
            ("", None),
        ] {
            assert_eq!(counterpart(term, &french).as_deref(), expected, "{term}");
        }
    }

    #[test]
    fn words_are_shown_as_they_are_written() {
        let mut words = Vocabulary::default();
        words.read("Requête, requête et requete; OAuth et REST");
        assert_eq!(words.spelling("requete"), "requête");
        assert_eq!([words.spelling("oauth"), words.spelling("rest"), words.spelling("x")], ["OAuth", "REST", "x"]);
    }
}
