//! What a term is probably called in the other language.
//!
//! The lexicon names the stems, and the collection's own texts of the other language say which of them are used there and
//! how they are written. A term that has none of them may be a loan, or be spelt nearly alike.

use std::collections::{BTreeMap, BTreeSet};

use super::usage::Usages;
use crate::i18n::Lang;
use crate::lexicon::Lookup;

/// Words that share at least this much of their letter pairs (Dice) may be the same.
const COGNATE: f64 = 0.6;
/// Shorter words meet by chance.
const COGNATE_LETTERS: usize = 5;
/// What a word counts as its own counterpart beside those of the lexicon: a loan.
const LOAN: f64 = 0.4;
/// Counterparts of a word that are looked at.
const TRANSLATIONS: usize = 4;

/// A rendering of a term: its stems in the other language, with a weight from 0 to 1.
pub type Rendering = (Vec<String>, f64);

/// What a term (its stems) could be in the language that is not `lang`, in either order of the words. `words` are the
/// stems that the questions of the other language have, for cognates.
pub fn renderings(lookup: &Lookup<'_>, lang: Lang, term: &[String], words: &BTreeSet<String>) -> Vec<Rendering> {
    let each = term.iter().map(|stem| {
        let known = lookup.translations(lang, stem).iter().take(TRANSLATIONS);
        let mut options: BTreeMap<&str, f64> = known.copied().collect();
        options.entry(stem).or_insert(LOAN);
        if term.len() == 1 {
            for (other, likeness) in cognates(stem, words) {
                options.entry(other).or_insert(LOAN * likeness);
            }
        }
        options
    });
    let none = vec![(Vec::new(), 1.0)];
    let forward = each.fold(none, |some: Vec<Rendering>, options| {
        let longer = |(stems, weight): &Rendering| {
            let more = |(stem, own): (&&str, &f64)| ([stems.as_slice(), &[(*stem).to_owned()]].concat(), weight * own);
            options.iter().map(more).collect::<Vec<_>>()
        };
        some.iter().flat_map(longer).collect()
    });
    let backward = forward.iter().map(|(stems, weight)| (stems.iter().rev().cloned().collect(), *weight));
    let mut out: Vec<Rendering> = forward.iter().cloned().chain(backward).collect();
    out.sort_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
    out.dedup_by(|x, y| x.0 == y.0);
    out
}

/// The likeliest of the renderings in `lang` that its texts have, as it is mostly written there.
pub fn chosen(renderings: &[Rendering], lang: Lang, usages: &Usages) -> Option<String> {
    let used = renderings.iter().filter_map(|(stems, weight)| {
        let usage = usages.of(&(lang, stems.clone()))?;
        Some((weight * (1.0 + usage.count as f64).ln(), usage))
    });
    let best = used.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.and_then(|(_, usage)| usage.spelling()).map(str::to_owned)
}

fn cognates<'a>(stem: &str, words: &'a BTreeSet<String>) -> Vec<(&'a str, f64)> {
    let head: String = stem.chars().take(2).collect();
    let near = words.range(head.clone()..).take_while(|other| other.starts_with(&head));
    let long = |word: &str| word.len() >= COGNATE_LETTERS;
    let scored = near
        .filter(|other| long(stem) && long(other))
        .map(|other| (other.as_str(), strsim::sorensen_dice(stem, other)));
    scored.filter(|(_, likeness)| *likeness >= COGNATE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn found(term: &[&str]) -> Vec<String> {
        let text = "# Passerelle lexicon, version 1\njeton5 token6b\nlectur5 read5a\nreplica5 replica5c\n";
        let lexicon = Lexicon::parse(text).expect("a lexicon");
        let words = ["latenc", "requet"].map(str::to_owned).into();
        let term: Vec<String> = term.iter().map(|stem| (*stem).to_owned()).collect();
        renderings(&Lookup::new(&lexicon), Lang::En, &term, &words)
            .into_iter()
            .map(|(stems, _)| stems.join(" "))
            .collect()
    }

    #[test]
    fn words_are_rendered_by_the_lexicon_as_loans_and_as_cognates() {
        assert_eq!(found(&["token"]), ["jeton", "token"]);
        assert_eq!(found(&["request"]), ["request", "requet"]);
        assert_eq!(found(&["brok"]), ["brok"]);
        assert!(found(&["read", "replica"]).contains(&"replica lectur".to_owned()));
    }
}
