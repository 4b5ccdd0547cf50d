//! Terms of several words that are written as one: `realtime` for `real-time`.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::{Word, words};
use crate::i18n::Lang;
use crate::link::Glossary;

/// Terms that no glossary of a subject has, and that are often joined.
const COMMON: &[&str] = &["built-in", "cross-origin", "open-source", "real-time", "third-party"];

/// What adjectives are made with: `cloud-based`, `user-friendly`.
const ENDINGS: &[&str] = &["agnostic", "aware", "based", "compliant", "driven", "friendly", "oriented", "ready"];

/// What comes before such an ending has at least so many letters: `diagnostic` is one word.
const SHORTEST_STEM: usize = 4;

/// Beginnings that are joined as often as not: `anti-rejeu`, `antirejeu`.
const PREFIXES: &[&str] = &[
    "anti", "auto", "contre", "extra", "hyper", "inter", "intra", "macro", "meta", "micro", "mini", "multi", "non",
    "post", "pre", "pseudo", "semi", "sub", "super", "trans", "ultra",
];

/// Shorter words are often parts of others.
const SHORTEST: usize = 7;

/// The terms of several words, by their letters in one.
pub struct Joined {
    terms: FxHashMap<String, Vec<String>>,
    /// Single words of labels and names, in small letters.
    known: FxHashSet<String>,
}

impl Joined {
    /// The terms of the glossary, and some that every text may have. What a label writes as one word is one.
    pub fn new(glossary: &Glossary, known: FxHashSet<String>) -> Self {
        let mut terms: FxHashMap<String, Vec<String>> = FxHashMap::default();
        let labels = glossary.concepts.values().flat_map(|c| Lang::ALL.into_iter().flat_map(|lang| c.labels(lang)));
        for label in COMMON.iter().copied().chain(labels) {
            for (joined, apart) in pairs(&words(label)) {
                let forms = terms.entry(joined).or_default();
                if !forms.contains(&apart) {
                    forms.push(apart);
                }
            }
        }
        terms.retain(|joined, _| joined.len() >= SHORTEST && !known.contains(joined));
        Self { terms, known }
    }

    /// The ways to write `typed` as several words, the likeliest first; none where it is one word.
    pub fn apart(&self, typed: &str) -> Vec<String> {
        // A word with capitals inside is a name.
        if typed.len() < SHORTEST || typed.chars().skip(1).any(|c| !c.is_lowercase()) {
            return Vec::new();
        }
        let lower = match typed.starts_with(char::is_uppercase) {
            true => Cow::Owned(typed.to_lowercase()),
            false => Cow::Borrowed(typed),
        };
        let cased = |form: &str| match typed.starts_with(char::is_uppercase) {
            true => form[..1].to_uppercase() + &form[1..],
            false => form.to_owned(),
        };
        if let Some(forms) = self.terms.get(lower.as_ref()) {
            return forms.iter().map(|form| cased(form)).collect();
        }
        let is_known = |stem: &str| stem.len() >= SHORTEST_STEM && self.known.contains(stem);
        let glued = |ending: &&&str| lower.strip_suffix(**ending).is_some_and(is_known);
        let ending = ENDINGS.iter().find(glued);
        ending.map(|ending| cased(&format!("{}-{ending}", &lower[..lower.len() - ending.len()]))).into_iter().collect()
    }
}

/// Neighbouring words of a label as one and as they are written. Words with capitals are names, and names are spelt by
/// their own rule; those with accents are joined in no language.
fn pairs(words: &[Word<'_>]) -> Vec<(String, String)> {
    let plain = |word: &str| word.len() >= 3 && word.bytes().all(|b| b.is_ascii_lowercase());
    let mut out = Vec::new();
    for word in words {
        if let [first, second] = word.typed.split('-').collect::<Vec<_>>()[..]
            && plain(first)
            && !PREFIXES.contains(&first)
            && plain(second)
        {
            out.push((format!("{first}{second}"), word.typed.to_owned()));
        }
    }
    let spaced = words.windows(2).filter(|pair| pair[1].follows && pair.iter().all(|word| plain(word.typed)));
    out.extend(
        spaced.map(|pair| {
            (format!("{}{}", pair[0].typed, pair[1].typed), format!("{} {}", pair[0].typed, pair[1].typed))
        }),
    );
    out
}
