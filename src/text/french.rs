//! French words: which there are, and what a word typed without accents may have been.
//!
//! The list is that of Dicollecte (Mozilla Public License 2.0), as `NOTICE-french-words.md` tells; it is held as a finite
//! automaton (A. Gallant's `fst`), which is searched in place, so that restoring needs no second table of bare forms.

use std::sync::OnceLock;

use fst::raw::{CompiledAddr, Fst};

/// A list of words as an automaton.
pub struct Words<'a> {
    automaton: Fst<&'a [u8]>,
}

/// A letter as it is typed without accents, and what may be meant.
const MEANT: &[(&str, &[&str])] = &[
    ("a", &["à", "â", "ä"]),
    ("ae", &["æ"]),
    ("c", &["ç"]),
    ("e", &["é", "è", "ê", "ë"]),
    ("i", &["î", "ï"]),
    ("o", &["ô", "ö"]),
    ("oe", &["œ"]),
    ("u", &["ù", "û", "ü"]),
    ("y", &["ÿ"]),
];

/// The longest word that is restored, in bytes: no French word is longer, and the search is bounded.
const LONGEST: usize = 32;

impl<'a> Words<'a> {
    /// The list that these bytes are the automaton of.
    ///
    /// # Errors
    /// When they are none.
    pub fn new(bytes: &'a [u8]) -> Result<Self, fst::Error> {
        Ok(Self { automaton: Fst::new(bytes)? })
    }

    /// Whether `word` is in the list, as it is written.
    pub fn contains(&self, word: &str) -> bool {
        self.automaton.contains_key(word)
    }

    /// The words that `typed` may stand for if accents or ligatures are lacking, without `typed` itself, sorted.
    pub fn accented(&self, typed: &str) -> Vec<String> {
        let mut found = Vec::new();
        if typed.len() <= LONGEST {
            let mut prefix = String::with_capacity(typed.len() * 2);
            self.search(self.automaton.root().addr(), typed, &mut prefix, &mut found);
            found.retain(|word| word != typed);
            found.sort();
        }
        found
    }

    /// Adds to `found` what `rest` may stand for after `prefix`, at whose end the automaton is at `at`.
    fn search(&self, at: CompiledAddr, rest: &str, prefix: &mut String, found: &mut Vec<String>) {
        let Some(letter) = rest.chars().next() else {
            if self.automaton.node(at).is_final() {
                found.push(prefix.clone());
            }
            return;
        };
        let length = prefix.len();
        let typed = &rest[..letter.len_utf8()];
        let meant = MEANT.iter().filter(|(bare, _)| rest.starts_with(bare));
        let others = meant.flat_map(|(bare, forms)| forms.iter().map(move |form| (*bare, *form)));
        for (bare, form) in std::iter::once((typed, typed)).chain(others) {
            if let Some(next) = self.follow(at, form) {
                prefix.push_str(form);
                self.search(next, &rest[bare.len()..], prefix, found);
                prefix.truncate(length);
            }
        }
    }

    fn follow(&self, from: CompiledAddr, text: &str) -> Option<CompiledAddr> {
        text.bytes().try_fold(from, |at, byte| {
            let node = self.automaton.node(at);
            node.find_input(byte).map(|transition| node.transition_addr(transition))
        })
    }
}

/// The French words, in every form; names begin with a capital.
pub fn french() -> &'static Words<'static> {
    static FRENCH: OnceLock<Words<'static>> = OnceLock::new();
    FRENCH.get_or_init(|| Words::new(include_bytes!("french/words.fst")).expect("a test reads the built-in list"))
}

/// The English words that are French ones too, with accents or without.
pub fn also_english() -> &'static Words<'static> {
    static ENGLISH: OnceLock<Words<'static>> = OnceLock::new();
    ENGLISH.get_or_init(|| Words::new(include_bytes!("french/english.fst")).expect("a test reads the built-in list"))
}

/// How often a form stands in the French questions of this project; counted only where accents tell forms apart.
pub fn frequency(word: &str) -> u32 {
    static COUNTS: OnceLock<Vec<(&'static str, u32)>> = OnceLock::new();
    let counts = COUNTS.get_or_init(|| {
        let rows = include_str!("french/frequency.txt").lines();
        rows.filter_map(|row| row.split_once(' ')).filter_map(|(word, n)| Some((word, n.parse().ok()?))).collect()
    });
    counts.binary_search_by(|(other, _)| (*other).cmp(word)).map_or(0, |at| counts[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lists_are_sound() {
        for (word, there) in [("requête", true), ("requete", false), ("œuvre", true), ("Éric", true), ("à", true)] {
            assert_eq!(french().contains(word), there, "{word}");
        }
        assert!(also_english().contains("difference") && also_english().contains("cache"));
        assert!(!also_english().contains("throughput"), "no French word looks like it");
        let rows: Vec<&str> = include_str!("french/frequency.txt").lines().collect();
        assert!(rows.is_sorted_by_key(|row| row.split_once(' ').expect("a word and a count").0));
        assert!(frequency("même") > 10);
    }

    #[test]
    fn accents_are_restored() {
        for (typed, meant) in [
            ("requetes", &["requêtes"][..]),
            ("securise", &["sécurise", "sécurisé"]),
            ("noeud", &["nœud"]),
            ("recues", &["reçues"]),
            ("evenement", &["événement", "évènement"]),
            ("serveur", &[]),
            ("throughput", &[]),
        ] {
            let found = french().accented(typed);
            let found: Vec<&str> = found.iter().map(String::as_str).collect();
            assert!(meant.iter().all(|word| found.contains(word)) && found.is_empty() == meant.is_empty(), "{found:?}");
        }
        assert!(french().accented(&"e".repeat(5_000)).is_empty());
    }
}
