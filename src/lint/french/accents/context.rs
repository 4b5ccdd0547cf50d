//! Words that are right by themselves and wrong where they stand (`a` for `à`), in a text without accents.

use super::choice::{AUXILIARIES, Choice, participle};
use super::words::Word;
use crate::text::french::{also_english, french, frequency};

/// What follows `à` at the beginning of a sentence, where no subject of `a` can stand before.
const AFTER_INITIAL: &[&str] =
    &["chaque", "l", "la", "le", "partir", "propos", "quel", "quelle", "qui", "quoi", "un", "une"];
/// What follows `à` and never the verb `a`.
const AFTER: &[&str] = &["cause", "condition", "travers", "propos"];
/// What follows `à` or the verb, which a plural before it tells apart.
const ARTICLES: &[&str] = &["chaque", "l", "la", "plusieurs", "un", "une"];
/// What `à` and an infinitive follow.
const BEFORE_INFINITIVE: &[&str] =
    &["aide", "commence", "difficile", "difficiles", "facile", "faciles", "pret", "prets", "reste", "sert", "servent"];
/// What stands on one side (`côté serveur`).
const SIDES: &[&str] = &["client", "navigateur", "serveur"];
/// Adjectives that are spelt like the present of a verb: `est vide` is no participle.
const ADJECTIVES: &[&str] = &[
    "calme",
    "complexe",
    "contraire",
    "double",
    "ferme",
    "fixe",
    "jaune",
    "large",
    "libre",
    "propre",
    "sale",
    "simple",
    "stable",
    "triple",
    "trouble",
    "unique",
    "vide",
];
/// So often must the form with accents be used, the other never, to be suggested without more evidence.
const OFTEN: u32 = 4;

/// What was probably meant by the word at `at`.
pub(super) fn real_word(words: &[Word<'_>], at: usize) -> Option<Choice> {
    let word = &words[at];
    if word.part {
        return None;
    }
    let near = |other: Option<usize>| {
        let other = other.and_then(|other| words.get(other)).filter(|other| other.sentence == word.sentence);
        other.map_or("", |other| other.lower.as_ref())
    };
    let (before, next) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let (form, sure) = match word.lower.as_ref() {
        "a" => ("à", a_grave(words, at, before, next)?),
        "ou" => ("où", ou_grave(word, before)?),
        "cote" if SIDES.contains(&next) || ["a", "à", "du"].contains(&before) => ("côté", true),
        _ => return elsewhere(word, before),
    };
    Some(Choice { forms: vec![form.to_owned()], sure })
}

/// Whether `a` is `à`, and whether that is sure.
fn a_grave(words: &[Word<'_>], at: usize, before: &str, next: &str) -> Option<bool> {
    let word = &words[at];
    // `A` is also a label, a choice, a record of a domain.
    if next.is_empty() || words[at + 1].range.start != word.range.end + 1 {
        return None;
    }
    if word.typed == "A" {
        return (word.first && AFTER_INITIAL.contains(&next)).then_some(true);
    }
    if ["elle", "il", "l", "n", "on", "qui", "y"].contains(&before) || before.is_empty() {
        return None;
    }
    // `user` and `buffer` look like infinitives too, unless the word before calls for one: `facile a scaler`.
    let ends = next.len() > 4 && (next.ends_with("er") || next.ends_with("oir"));
    let known = french().contains(next) || !french().accented(next).is_empty();
    let infinitive = ends && (known && !also_english().contains(next) || BEFORE_INFINITIVE.contains(&before));
    if AFTER.contains(&next) || infinitive {
        return Some(true);
    }
    let plural = before.ends_with('s') && french().contains(before);
    let verb = french().contains(&format!("{before}nt")) && before.ends_with('e');
    match ARTICLES.contains(&next) {
        true if plural => Some(true),
        true if verb => Some(false),
        _ => None,
    }
}

/// Whether `ou` is `où`, and whether that is sure: nothing is left to choose from at the end of a clause.
fn ou_grave(word: &Word<'_>, before: &str) -> Option<bool> {
    let ends = matches!(word.after, '?' | '.' | '!');
    (ends || before == "d" || before == "jusqu").then_some(true)
}

/// Participles after an auxiliary, and forms of which only the one with accents is ever used.
fn elsewhere(word: &Word<'_>, before: &str) -> Option<Choice> {
    let lower = word.lower.as_ref();
    if word.is_name() || lower.len() < 5 || !lower.is_ascii() || !french().contains(lower) {
        return None;
    }
    let forms = french().accented(lower);
    let meant = forms.iter().max_by_key(|form| frequency(form))?.clone();
    if frequency(lower) == 0 && frequency(&meant) >= OFTEN {
        return Some(Choice { forms: vec![meant], sure: false });
    }
    let singular = lower.trim_end_matches('s');
    let participle = forms.into_iter().find(|form| participle(form))?;
    // Nouns and adjectives follow an auxiliary too: the participle must be one that is used.
    let used = frequency(&participle) > 0 && frequency(&participle) * 3 >= frequency(lower);
    let follows = used && AUXILIARIES.contains(&before) && !ADJECTIVES.contains(&singular);
    follows.then(|| Choice { forms: vec![participle], sure: false })
}
