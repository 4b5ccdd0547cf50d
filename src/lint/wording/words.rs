//! The words of prose as they are typed, with the hyphens inside them.

use std::ops::Range;

/// One word.
#[derive(Debug, Clone)]
pub struct Word<'a> {
    /// Where it stands.
    pub range: Range<usize>,
    /// As it is typed.
    pub typed: &'a str,
    /// Whether nothing but one space is between it and the word before.
    pub follows: bool,
}

/// The words of a text: letters and digits, with single hyphens between them. What an apostrophe parts is two words.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word<'_>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            let inside =
                c.is_alphanumeric() || c == '-' && text[at + 1..].chars().next().is_some_and(char::is_alphanumeric);
            if !inside {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        let follows = out.last().is_some_and(|before| &text[before.range.end..start] == " ");
        out.push(Word { range: start..end, typed: &text[start..end], follows });
    }
    out
}

/// The letters and digits of a text in small letters, without what stands between them: what two spellings of a name share.
pub fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_hyphens() {
        let found: Vec<(&str, bool)> =
            words("l’API front-end -- est prête -x- 2").iter().map(|word| (word.typed, word.follows)).collect();
        let expected = [
            ("l", false),
            ("API", false),
            ("front-end", true),
            ("est", false),
            ("prête", true),
            ("x", false),
            ("2", false),
        ];
        assert_eq!(found, expected);
        assert_eq!(key("Vue.js"), "vuejs");
    }
}
