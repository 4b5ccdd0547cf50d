//! `missing-accent`, `missing-accent-ambiguous`, `missing-accent-real-word`, `missing-ligature`: French typed on a keyboard
//! without accents.
//!
//! A word that is not in the dictionary and becomes one word of it with accents lacks them (Mays, Damerau and Mercer's
//! non-word errors); where several words fit, or an English one is spelt alike, the words around and how often each form
//! is used rank them. A word that is in the dictionary as it stands is doubted only in a text that lacks accents throughout.

mod choice;
mod context;
mod words;

use std::collections::BTreeSet;

use choice::{Choice, choose};
use context::real_word;
use words::{Word, words};

use super::prose::Prose;
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::i18n::Lang;
use crate::link::Glossary;
use crate::lint::Context;
use crate::text::fold;
use crate::text::french::{also_english, french};

/// French words of every sentence, which a list of English ones has for something rare.
const FRENCH_ALONE: &[&str] = &["est", "les", "pour", "sans", "sur"];

/// Loan words that are written without their accent as well as with it.
const LOANS: &[&str] = &["emoji", "emojis"];

/// So many suggestions are named.
const SUGGESTIONS: usize = 3;

/// What a word without an accent may be.
enum Kind {
    /// No French word, and one French word with accents.
    Certain,
    /// The same, but for the ligature alone.
    Ligature,
    /// No French word; several fit, or an English word is spelt alike.
    Ambiguous {
        /// Whether English has it.
        english: bool,
    },
}

pub(super) fn check(context: &Context<'_>, prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    let words = words(&prose.text);
    let mut looked: Vec<Option<(Kind, Vec<String>)>> = words.iter().map(look).collect();
    if looked.iter().any(Option::is_some) {
        let term = |word: &Word<'_>| context.terms.unaccented.contains(word.lower.as_ref());
        let kept = |(found, word)| Option::filter(found, |_| !term(word));
        looked = looked.into_iter().zip(&words).map(kept).collect();
    }
    let certain = looked.iter().flatten().filter(|(kind, _)| matches!(kind, Kind::Certain)).count();
    let accented = words.iter().filter(|word| !word.lower.is_ascii() && french().contains(&word.lower)).count();
    // Good technical French has an accent on every seventh word.
    let bare = certain >= 2 && accented * 2 <= certain;
    // Who writes accents and leaves out a circumflex alone may follow the spelling of 1990.
    let reformed = accented > 0 && !bare;
    // One sense a line: what is French once is not English a few words on.
    let mut sure: Option<&Word<'_>> = None;
    for (at, word) in words.iter().enumerate() {
        let again = |before: &Word<'_>| {
            before.lower == word.lower && !prose.text[before.range.end..word.range.start].contains('\n')
        };
        let found = match &looked[at] {
            Some((Kind::Ambiguous { english }, forms)) => {
                let doubt = *english && !french_around(&words, &looked, at, bare) && !(bare && sure.is_some_and(again));
                if *english && !doubt {
                    sure = Some(word);
                }
                let choice = choose(&words, at, forms);
                (!doubt).then_some(("missing-accent-ambiguous", Choice { sure: choice.sure && bare, ..choice }))
            }
            Some((Kind::Certain, forms)) => {
                let choice = Choice::only(forms);
                let sure = !(reformed && forms.iter().all(|form| is_rectified(&word.lower, form)));
                Some(("missing-accent", Choice { sure, ..choice }))
            }
            Some((Kind::Ligature, forms)) => Some(("missing-ligature", Choice::only(forms))),
            None if bare => real_word(&words, at).map(|choice| ("missing-accent-real-word", choice)),
            None => None,
        };
        out.extend(found.map(|(rule, choice)| finding(prose, word, rule, &choice)));
    }
}

/// What a word by itself may be, and the forms with accents that fit; `None` where nothing is lacking.
fn look(word: &Word<'_>) -> Option<(Kind, Vec<String>)> {
    let (french, lower) = (french(), word.lower.as_ref());
    if word.is_name() || lower.len() < 3 || french.contains(lower) || french.contains(word.typed) {
        return None;
    }
    let forms = french.accented(lower);
    let english = also_english().contains(lower);
    let ligature = |form: &String| form.replace('œ', "oe").replace('æ', "ae") == lower;
    let kind = match forms.len() {
        0 => return None,
        1 if ligature(&forms[0]) => Kind::Ligature,
        1 if !english => Kind::Certain,
        _ => Kind::Ambiguous { english },
    };
    Some((kind, forms))
}

/// Whether the words around speak for French, the next ones twice: in a text without accents they must outweigh foreign
/// ones; elsewhere nothing foreign may be near.
fn french_around(words: &[Word<'_>], looked: &[Option<(Kind, Vec<String>)>], at: usize, bare: bool) -> bool {
    let near = at.saturating_sub(2)..(at + 3).min(words.len());
    let sentence = words[at].sentence;
    let (mut for_french, mut against) = (0, 0);
    for other in near.filter(|&other| other != at && words[other].sentence == sentence) {
        let word = &words[other];
        let weight = if other.abs_diff(at) == 1 { 2 } else { 1 };
        let known = french().contains(&word.lower);
        let ours = || FRENCH_ALONE.contains(&word.lower.as_ref()) || !also_english().contains(&word.lower);
        let french_alone = known && word.lower.len() > 1 && ours();
        if french_alone || matches!(looked[other], Some((Kind::Certain, _))) {
            for_french += weight;
        } else if !known && looked[other].is_none() && !word.is_name() {
            against += weight;
        }
    }
    if bare { for_french > against || at_start(words, at) && against == 0 } else { for_french > 2 && against == 0 }
}

/// Whether a word is `form` without its circumflexes on *i* and *u*, which the rectifications of 1990 take away: `cout`, `maitre`.
fn is_rectified(lower: &str, form: &str) -> bool {
    form.replace('î', "i").replace('û', "u") == lower
}

fn at_start(words: &[Word<'_>], at: usize) -> bool {
    at == 0 || words[at - 1].sentence != words[at].sentence
}

/// Words of the names of concepts that have no accent in either language (`event sourcing`): they lack none.
pub(in crate::lint) fn unaccented(glossary: &Glossary) -> BTreeSet<String> {
    let words = |lang: Lang| {
        let labels = glossary.concepts.values().flat_map(move |concept| concept.labels(lang));
        labels.flat_map(|label| label.split(|c: char| !c.is_alphabetic())).map(str::to_lowercase)
    };
    let accented: BTreeSet<String> = words(Lang::Fr).filter(|word| !word.is_ascii()).map(|word| fold(&word)).collect();
    let plain = words(Lang::En).chain(words(Lang::Fr)).filter(|word| word.is_ascii());
    plain.chain(LOANS.iter().map(|&word| word.to_owned())).filter(|word| !accented.contains(word)).collect()
}

fn finding(prose: &Prose<'_>, word: &Word<'_>, rule: &'static str, choice: &Choice) -> Diagnostic {
    let place = prose.document.place(word.range.clone());
    let forms: Vec<String> = choice.forms.iter().take(SUGGESTIONS).map(|form| word.cased(form)).collect();
    let fix = vec![Edit::replace(place, forms[0].as_str())];
    let fix = if choice.sure { Fix::safe(fix) } else { Fix::unsafe_(fix) };
    let found = prose.document.finding(rule, place).with("written", word.typed).with("meant", forms[0].as_str());
    let found = if forms.len() > 1 { found.variant("several").with("others", forms[1..].join(", ")) } else { found };
    found.fix(fix)
}
