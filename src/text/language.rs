//! Which language a text is in: a vote of function words, which stays right on short technical French full of English
//! terms and typed without accents, where n-gram detectors are drawn to English.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{fold, tokens};
use crate::i18n::Lang;

const FRENCH: &str = "au aux avec ce ces cette comment dans de des difference donc du elle en entre est et il ils la le les \
    leur leurs mais meme ne nous ou par pas peut plus pour pourquoi quand que quel quelle quelles quels qu qui sa sans ses \
    si sont sous sur un une vers votre vous etre fait faut permet afin ainsi aussi chaque comme dont lors";
const ENGLISH: &str = "a about an and are as at be between by can do does each for from has have how i if in into is it its not \
    of on or our should such that the their them then there these they this those to use used using was we were what when \
    where which while who why will with would you your";
/// Frequent words of other languages that share words with French or English but not these: Haitian Creole, Spanish,
/// Portuguese, Italian, German, Dutch.
const OTHER: &str = "\
    aber ak anpil ao aos ap auf aus bei che chi cosa cual cuando das degli dei della delle dem der desde donde een \
    ein eine einem einen einer ela ele epi esta este fur genyen gli hay het ist kapab ki kijan konsa kote las li los \
    mit mwen nach nan nao nas nel nella nicht niet nou oder ook para paske pela pelo piu por porque pou poukisa pral \
    puede quais qual quale quali quando sao seu sich sie sind sono sua sul tem uma una und von wat wenn werden wie \
    wird ye yo yon zu zum zur";

/// What the words of a text say about its language.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    french: f64,
    english: f64,
    other: f64,
}

fn voters() -> &'static FxHashMap<&'static str, Option<Lang>> {
    static VOTERS: OnceLock<FxHashMap<&'static str, Option<Lang>>> = OnceLock::new();
    VOTERS.get_or_init(|| {
        let words = |list: &'static str, lang| list.split_whitespace().map(move |word| (word, lang));
        words(OTHER, None).chain(words(FRENCH, Some(Lang::Fr))).chain(words(ENGLISH, Some(Lang::En))).collect()
    })
}

impl Votes {
    /// Function words, elisions (`l'`, `qu'`), accented letters.
    fn of(text: &str) -> Self {
        let folded = fold(text);
        Self::of_words(text, &folded, &tokens(&folded))
    }

    /// The same of a text that is folded and cut into words already.
    fn of_words(text: &str, folded: &str, words: &[(usize, &str)]) -> Self {
        let mut out = Self::default();
        for &(at, word) in words {
            match voters().get(word) {
                Some(Some(Lang::Fr)) => out.french += 1.0,
                Some(Some(Lang::En)) => out.english += 1.0,
                Some(None) => out.other += 1.0,
                None => {}
            }
            let before = &folded.as_bytes()[..at];
            if before.ends_with(b"'") && before.len() > 1 && b"ldjntscmu".contains(&before[before.len() - 2]) {
                out.french += 1.0;
            }
        }
        for c in text.chars().filter(|c| !c.is_ascii()) {
            match c {
                'é' | 'è' | 'ê' | 'ë' | 'à' | 'â' | 'î' | 'ï' | 'ô' | 'ù' | 'û' | 'ç' | 'œ' | '«' | '»' => {
                    out.french += 0.5
                }
                '¿' | '¡' | 'ß' | 'ñ' | 'ò' | 'ã' | 'õ' => out.other += 1.0,
                _ => {}
            }
        }
        out
    }

    /// French votes minus English votes.
    fn balance(&self) -> f64 {
        self.french - self.english
    }

    /// Whether the words speak for neither language. Languages near French share its most frequent words, so that half as
    /// many words that French has not outweigh them; one word alone may be a name.
    fn is_neither(&self) -> bool {
        self.other >= 2.0 && self.other * 2.0 > self.french.max(self.english)
    }
}

/// How many more function words of French than of English a text has; below 0 when it has more of English.
pub fn balance(text: &str) -> f64 {
    Votes::of(text).balance()
}

/// The same of a text whose folded form and its words are at hand.
pub fn words_balance(text: &str, folded: &str, words: &[(usize, &str)]) -> f64 {
    Votes::of_words(text, folded, words).balance()
}

/// A text without its fences and spans of code, which are in no language: `NaN` is no word of Haitian Creole.
fn without_code(text: &str) -> Cow<'_, str> {
    let marks = |text: &str| text.bytes().take_while(|&byte| byte == b'`').count();
    let mut out = Cow::Borrowed(text);
    let mut from = 0;
    while let Some(start) = out[from..].find('`').map(|at| from + at) {
        let length = marks(&out[start..]);
        let mut end = start + length;
        let closed = loop {
            let Some(at) = out[end..].find('`').map(|at| end + at) else { break None };
            let found = marks(&out[at..]);
            end = at + found;
            if found == length {
                break Some(end);
            }
        };
        // What opens nothing is a sign.
        let Some(end) = closed else {
            from = start + length;
            continue;
        };
        out.to_mut().replace_range(start..end, " ");
        from = start + 1;
    }
    out
}

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// This language.
    Known(Lang),
    /// Nothing in it says.
    Unsaid,
    /// Clearly neither French nor English.
    Neither,
}

impl Verdict {
    /// The language of a text inside a document that is mostly in `prior`, if that is known: the document decides unless
    /// the text speaks clearly against it.
    pub fn of(text: &str, prior: Option<Lang>) -> Self {
        let votes = Votes::of(&without_code(text));
        let lean = match prior {
            Some(Lang::Fr) => 2.0,
            Some(Lang::En) => -2.0,
            None => 0.0,
        };
        match votes.balance() + lean {
            _ if votes.is_neither() => Self::Neither,
            balance if balance > 0.0 => Self::Known(Lang::Fr),
            balance if balance < 0.0 => Self::Known(Lang::En),
            _ => prior.map_or(Self::Unsaid, Self::Known),
        }
    }

    /// The language, if it is one of the two.
    pub fn lang(self) -> Option<Lang> {
        if let Self::Known(lang) = self { Some(lang) } else { None }
    }
}

/// The language of a text, or `None` when nothing in it says, or when it is neither.
pub fn detect(text: &str) -> Option<Lang> {
    Verdict::of(text, None).lang()
}

/// The same inside a document that is mostly in `prior`.
pub fn detect_with_prior(text: &str, prior: Option<Lang>) -> Option<Lang> {
    Verdict::of(text, prior).lang()
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
        let choices = "What's the output?\n\n- `20`, `NaN`\n- ``NaN` nan``\n\n```js\nlet ye = NaN; // aber und\n```\n";
        assert_eq!(Verdict::of(choices, Some(Lang::En)), Verdict::Known(Lang::En));
        assert_eq!(detect("What is the ` for?"), Some(Lang::En));
        assert_eq!(detect_with_prior("Cache write-through vs write-back?", Some(Lang::Fr)), Some(Lang::Fr));
    }

    #[test]
    fn other_languages_are_neither() {
        for text in [
            "Ki sa yon baz done relasyonèl ye? Yon baz done se yon koleksyon done ki òganize nan tab.",
            "Kijan nou ka pwoteje yon API kont atak?",
            "Poukisa yon endèks rann rechèch la pi rapid? Paske li pèmèt motè a jwenn done yo san li pa li tout tab la.",
            "¿Qué es una base de datos relacional? Una base con tablas.",
            "Was ist eine relationale Datenbank? Eine Datenbank mit Tabellen.",
            "O que é uma base de dados relacional? É uma base com tabelas, para consultas.",
        ] {
            assert_eq!((detect(text), detect_with_prior(text, Some(Lang::Fr))), (None, None), "{text}");
            assert_eq!(Verdict::of(text, Some(Lang::En)), Verdict::Neither, "{text}");
        }
        for text in ["Was bedeutet CQRS?", "", "404", "El Niño"] {
            assert_ne!(detect(text), Some(Lang::Fr), "{text}");
        }
        assert_eq!(detect("Comment la base Los Angeles est-elle répliquée, et par qui ?"), Some(Lang::Fr));
        assert_eq!(detect("How does a Van der Waals index work?"), Some(Lang::En));
    }
}
