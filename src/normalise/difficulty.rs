//! Levels: the words of many collections, on one scale.

use super::Difficulty;
use crate::text::fold;

const WORDS: &[(&str, Difficulty)] = &[
    ("beginner", Difficulty::Beginner),
    ("easy", Difficulty::Beginner),
    ("basic", Difficulty::Beginner),
    ("junior", Difficulty::Beginner),
    ("entry", Difficulty::Beginner),
    ("debutant", Difficulty::Beginner),
    ("facile", Difficulty::Beginner),
    ("simple", Difficulty::Beginner),
    ("intermediate", Difficulty::Intermediate),
    ("medium", Difficulty::Intermediate),
    ("moderate", Difficulty::Intermediate),
    ("mid", Difficulty::Intermediate),
    ("intermediaire", Difficulty::Intermediate),
    ("moyen", Difficulty::Intermediate),
    ("confirme", Difficulty::Intermediate),
    ("advanced", Difficulty::Advanced),
    ("hard", Difficulty::Advanced),
    ("difficult", Difficulty::Advanced),
    ("senior", Difficulty::Advanced),
    ("expert", Difficulty::Advanced),
    ("avance", Difficulty::Advanced),
    ("difficile", Difficulty::Advanced),
];

/// The level that a text names: its first word that is one, whatever emoji or emphasis stand around it.
pub fn level(text: &str) -> Option<Difficulty> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphabetic()).find_map(|word| {
        let word = word.strip_suffix('e').filter(|w| WORDS.iter().any(|(name, _)| name == w)).unwrap_or(word);
        WORDS.iter().find(|(name, _)| *name == word).map(|(_, level)| *level)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages() {
        assert_eq!(level("🟢 Débutante"), Some(Difficulty::Beginner));
        assert_eq!(level("**Intermediate**"), Some(Difficulty::Intermediate));
        assert_eq!(level("Avancé"), Some(Difficulty::Advanced));
        assert_eq!(level("purple"), None);
    }
}
