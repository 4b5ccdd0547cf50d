//! Which language a text is in: a vote of function words, which stays right on short technical French full of English
//! terms and typed without accents, where n-gram detectors are drawn to English.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{fold, tokens};
use crate::i18n::Lang;

const FRENCH: &str = "au aux avec ce ces cette comment dans de des difference donc du elle en entre est et il ils la le les \
    leur leurs mais meme ne nous ou par pas peut plus pour pourquoi quand que quel quelle quelles quels qu qui sa sans ses \
    si sont sous sur un une vers votre vous etre fait faut permet afin ainsi aussi chaque comme dont lors";
const ENGLISH: &str = "a about an and are as at be between by can do does each for from has have how i if in into is it its not \
    of on or our should such that the their them then there these they this those to use used using was we were what when \
    where which while who why will with would you your";

fn votes() -> &'static BTreeMap<&'static str, Lang> {
    static VOTES: OnceLock<BTreeMap<&'static str, Lang>> = OnceLock::new();
    VOTES.get_or_init(|| {
        let words = |list: &'static str, lang| list.split_whitespace().map(move |word| (word, lang));
        words(FRENCH, Lang::Fr).chain(words(ENGLISH, Lang::En)).collect()
    })
}

/// French votes minus English votes: function words, elisions (`l'`, `qu'`), accented letters.
fn balance(text: &str) -> f64 {
    let folded = fold(text);
    let mut score = 0.0;
    for (at, word) in tokens(&folded) {
        match votes().get(word) {
            Some(Lang::Fr) => score += 1.0,
            Some(Lang::En) => score -= 1.0,
            None => {}
        }
        let before = &folded.as_bytes()[..at];
        if before.ends_with(b"'") && before.len() > 1 && b"ldjntscmu".contains(&before[before.len() - 2]) {
            score += 1.0;
        }
    }
    score + 0.5 * text.chars().filter(|c| "éèêëàâîïôùûçœ«»".contains(*c)).count() as f64
}

/// The language of a text, or `None` when nothing in it says.
pub fn detect(text: &str) -> Option<Lang> {
    match balance(text) {
        b if b > 0.0 => Some(Lang::Fr),
        b if b < 0.0 => Some(Lang::En),
        _ => None,
    }
}

/// The language of a short text inside a document that is mostly in `prior`: the document decides unless the text
/// speaks clearly against it.
pub fn detect_with_prior(text: &str, prior: Option<Lang>) -> Option<Lang> {
    let Some(prior) = prior else { return detect(text) };
    let lean = match prior {
        Lang::Fr => 2.0,
        Lang::En => -2.0,
    };
    detect_score(balance(text) + lean).or(Some(prior))
}

fn detect_score(score: f64) -> Option<Lang> {
    if score > 0.0 {
        Some(Lang::Fr)
    } else if score < 0.0 {
        Some(Lang::En)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_technical_texts() {
        assert_eq!(detect("Qu'est-ce qu'un API gateway?"), Some(Lang::Fr));
        assert_eq!(detect("Difference entre stateless et stateful?"), Some(Lang::Fr));
        assert_eq!(detect("What is a reverse proxy?"), Some(Lang::En));
        assert_eq!(detect("CQRS"), None);
        assert_eq!(detect_with_prior("Cache write-through vs write-back?", Some(Lang::Fr)), Some(Lang::Fr));
    }
}
