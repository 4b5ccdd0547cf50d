//! Words that are one slip away from an unusual word of the glossary or from a name.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::link::Library;
use crate::text::{fold, stem};

/// Shorter names are near too much.
const SHORTEST_NAME: usize = 6;
/// Words that are no names have many neighbours in the language.
const SHORTEST_WORD: usize = 10;

/// Ordinary English words that are one letter away from a long word of the trade: the lexicon has the trade's own.
const ENGLISH: &str = "collation complexion compliment confection conferred contention contiguous continuous convection \
    convention conversion complement completion composition concurrence connection consistence convergence conversation \
    dependence dependent dependant depreciation deprecation deprivation derivation detention distraction destruction divergence \
    exception extraction inflection infliction injunction inspection instruction intention interaction invention \
    obstruction persistency perception prescription proscription projection promotion protection precaution prediction \
    regression relocation repression resolution retention revelation revocation revolution simulation stationary stationery \
    stimulation throughout throughway transection transience transition translation transfusion transmission \
    underlying undergoing availability evaluation containment contentment management measurement permission \
    persecution prosecution precedence presidency reputation refutation recreation redaction reflection rejection \
    reception deception insertion assertion inversion immersion";

/// What a word may be a slip of.
pub struct Near<'a> {
    /// The words by each of their forms that lacks one letter (and by themselves): two words that differ by one letter, or
    /// by two that changed places, share one.
    lacking: FxHashMap<String, Vec<String>>,
    known: FxHashSet<String>,
    stems: FxHashSet<String>,
    library: &'a Library,
}

impl<'a> Near<'a> {
    /// Slips of `words`, as they are spelt, that are not `known` themselves (in small letters) and not in the lexicon of `library`, which is read when it is needed.
    pub fn new(words: &BTreeSet<String>, known: BTreeSet<String>, library: &'a Library) -> Self {
        let mut lacking: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for word in words.iter().filter(|word| is_unusual(word)) {
            for form in forms(&word.to_lowercase()) {
                lacking.entry(form).or_default().push(word.clone());
            }
        }
        let ordinary = known.iter().map(String::as_str).chain(ENGLISH.split_whitespace());
        let stems = ordinary.map(|word| stem(&fold(word)).to_owned()).collect();
        Self { lacking, known: known.into_iter().collect(), stems, library }
    }

    /// The only word that `typed` is a slip of.
    pub fn meant(&self, typed: &str) -> Option<&str> {
        let is_name = typed.starts_with(char::is_uppercase);
        // A slip leaves a letter out at most, and hardly any ordinary word is as long.
        let least = if is_name { SHORTEST_NAME } else { SHORTEST_WORD } - 1;
        if typed.chars().count() < least {
            return None;
        }
        let lower = typed.to_lowercase();
        if self.known.contains(&lower) {
            return None;
        }
        // Another form of a known word is no slip.
        let folded = fold(&lower);
        if self.stems.contains(stem(&folded)) {
            return None;
        }
        let mut found: Option<&str> = None;
        for word in forms(&lower).iter().filter_map(|form| self.lacking.get(form)).flatten() {
            let other = word.to_lowercase();
            let slip = is_name == word.starts_with(char::is_uppercase)
                && strsim::damerau_levenshtein(&lower, &other) == 1
                && fold(&other) != folded
                && (is_name || lower.chars().next() == other.chars().next());
            if slip && found.is_some_and(|found| found != word) {
                return None;
            }
            if slip {
                found = Some(word);
            }
        }
        found.filter(|_| !self.in_lexicon(stem(&folded)))
    }

    /// Whether a stem is one of an ordinary word. It is looked for from one end to the other: hardly any word comes so far.
    fn in_lexicon(&self, stem: &str) -> bool {
        let mut words = self.library.lexicon().words.iter();
        words.any(|(word, others)| word.stem == stem || others.iter().any(|other| other.word.stem == stem))
    }
}

/// Whether a word is long enough that what is near to it is hardly another.
fn is_unusual(word: &str) -> bool {
    let name = word.starts_with(char::is_uppercase);
    let inside = word.chars().skip(1).all(char::is_lowercase);
    inside && word.chars().count() >= if name { SHORTEST_NAME } else { SHORTEST_WORD }
}

/// A word and its forms without one letter.
fn forms(word: &str) -> Vec<String> {
    let without = |(at, c): (usize, char)| [&word[..at], &word[at + c.len_utf8()..]].concat();
    std::iter::once(word.to_owned()).chain(word.char_indices().map(without)).collect()
}
