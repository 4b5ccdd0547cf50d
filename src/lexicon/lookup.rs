//! A lexicon as a dictionary in both directions.

use std::collections::BTreeMap;

use super::format::{Lexicon, WEIGHTS};
use crate::i18n::Lang;

/// Sentences of the training text, in powers of e: rarities are on a logarithmic scale up to that.
const TRAINING: f64 = 12.0;
/// The highest rarity, and that of words that the lexicon does not have.
const RAREST: u8 = 9;

#[derive(Debug, Default)]
struct Word<'a> {
    rarity: u8,
    /// Counterparts with their weights, from 0 to 1.
    translations: Vec<(&'a str, f64)>,
}

/// The words of a lexicon by stem.
#[derive(Debug)]
pub struct Lookup<'a> {
    words: [BTreeMap<&'a str, Word<'a>>; 2],
}

impl<'a> Lookup<'a> {
    /// The words of `lexicon`.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        let mut words: [BTreeMap<&str, Word<'_>>; 2] = Default::default();
        for (word, translations) in &lexicon.words {
            for translation in translations {
                let weight = f64::from(translation.weight) / f64::from(WEIGHTS);
                let both = [(Lang::Fr, word, &translation.word), (Lang::En, &translation.word, word)];
                for (lang, from, to) in both {
                    let known = words[lang as usize].entry(&from.stem).or_default();
                    known.rarity = from.rarity;
                    known.translations.push((&to.stem, weight));
                }
            }
        }
        for word in words.iter_mut().flat_map(BTreeMap::values_mut) {
            word.translations.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(y.0)));
        }
        Self { words }
    }

    /// What a stem of `lang` may stand for in the other language, with weights from 0 to 1, the strongest first.
    pub fn translations(&self, lang: Lang, stem: &str) -> &[(&'a str, f64)] {
        self.words[lang as usize].get(stem).map_or(&[], |word| &word.translations)
    }

    /// The natural logarithm of the share of sentences that have a stem of `lang` in general technical text: 0 for all of
    /// them, -12 for words that the lexicon does not know.
    pub fn commonness(&self, lang: Lang, stem: &str) -> f64 {
        let rarity = self.words[lang as usize].get(stem).map_or(RAREST, |word| word.rarity);
        -TRAINING * f64::from(rarity) / f64::from(RAREST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_are_known() {
        let lexicon = Lexicon::parse("# Passerelle lexicon, version 1\njeton5 token6b chip8c\nmarqu4 token63\n");
        let lexicon = lexicon.expect("a lexicon");
        let lookup = Lookup::new(&lexicon);
        let stems = |lang, stem| lookup.translations(lang, stem).iter().map(|(stem, _)| *stem).collect::<Vec<_>>();
        assert_eq!(stems(Lang::Fr, "jeton"), ["chip", "token"]);
        assert_eq!(stems(Lang::En, "token"), ["jeton", "marqu"]);
        assert!(stems(Lang::En, "jeton").is_empty());
        assert_eq!((lookup.commonness(Lang::En, "token"), lookup.commonness(Lang::Fr, "x")), (-8.0, -12.0));
    }
}
