//! Tokens of folded text, the same in Rust and in the browser's search script.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// French words that lose their vowel before an apostrophe: `l'idempotence` is searched as `idempotence`.
pub const ELISIONS: &[&str] =
    &["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"];

/// Folded words of both languages that carry no subject, and what is left of them at an apostrophe, a hyphen or a bracket
/// (`requête(s)`, `a-t-il`, `don't`).
pub const STOP_WORDS: &[&str] = &[
    "a", "about", "afin", "ai", "ainsi", "all", "alors", "also", "an", "and", "any", "are", "as", "at", "au", "aucun",
    "aussi", "autre", "aux", "avec", "avoir", "be", "because", "been", "being", "between", "but", "by", "ca", "can",
    "car", "ce", "ceci", "cela", "ces", "cet", "cette", "chaque", "comme", "comment", "could", "dans", "de", "des",
    "did", "do", "does", "doesn", "doit", "don", "donc", "dont", "du", "each", "elle", "elles", "en", "entre", "es",
    "est", "et", "etait", "etant", "etc", "ete", "etre", "eu", "eux", "fait", "faut", "for", "from", "had", "has",
    "have", "how", "i", "if", "il", "ils", "in", "into", "is", "isn", "it", "its", "je", "l", "la", "le", "les",
    "leur", "leurs", "lui", "mais", "me", "meme", "mes", "moi", "mon", "my", "ne", "ni", "nos", "not", "notre", "nous",
    "of", "on", "ont", "or", "ou", "our", "out", "par", "parce", "pas", "peut", "plus", "pour", "pourquoi", "puis",
    "qu", "quand", "que", "quel", "quelle", "quelles", "quels", "qui", "quoi", "re", "s", "sa", "sans", "se", "ses",
    "should", "si", "so", "some", "son", "sont", "sous", "such", "suis", "sur", "t", "ta", "te", "tes", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "tous", "tout", "toute",
    "toutes", "tres", "tu", "un", "une", "vers", "via", "vos", "votre", "vous", "vs", "was", "we", "were", "what",
    "when", "where", "which", "while", "who", "whom", "why", "will", "with", "would", "y", "you", "your",
];

/// Bytes of the longest of [`STOP_WORDS`]: longer words need not be looked up.
const LONGEST_STOP_WORD: usize = 8;

/// Bytes from one word to the next, about, in prose of either language.
const MEAN: usize = 6;

/// Whether a folded word carries no subject.
pub fn is_stop_word(word: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    word.len() <= LONGEST_STOP_WORD && WORDS.get_or_init(|| STOP_WORDS.iter().copied().collect()).contains(word)
}

/// The words of folded text with their byte offsets, in order, elided articles left out.
///
/// A word is a run of letters and digits; `c++`, `c#`, `.net` and `n+1` are kept whole, as people search for them.
pub fn tokens(folded: &str) -> Vec<(usize, &str)> {
    let bytes = folded.as_bytes();
    let at_byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    // How many bytes the letter or digit at a place has, 0 where there is none.
    let wordy = |at: usize| match bytes.get(at) {
        Some(byte) if byte.is_ascii() => usize::from(byte.is_ascii_alphanumeric()),
        _ => folded[at..].chars().next().filter(|c| c.is_alphanumeric()).map_or(0, char::len_utf8),
    };
    let mut out = Vec::with_capacity(folded.len() / MEAN + 1);
    let mut at = 0;
    while at < folded.len() {
        let dotted = bytes[at] == b'.'
            && at_byte(at + 1).is_ascii_alphabetic()
            && (at == 0 || bytes[at - 1].is_ascii_whitespace() || bytes[at - 1] == b'(');
        let width = wordy(at);
        if !dotted && width == 0 {
            at += folded[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let start = at;
        at += width.max(1);
        loop {
            match wordy(at) {
                0 if at_byte(at) == b'+' && at_byte(at + 1).is_ascii_digit() => at += 1,
                0 => break,
                width => at += width,
            }
        }
        if at_byte(at) == b'+' && at_byte(at + 1) == b'+' {
            at += 2;
        } else if at_byte(at) == b'#' && wordy(at + 1) == 0 {
            at += 1;
        }
        let word = &folded[start..at];
        let elided = at_byte(at) == b'\'' && ELISIONS.contains(&word);
        if !elided {
            out.push((start, word));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stop_list_is_sorted() {
        assert!(STOP_WORDS.is_sorted());
        assert_eq!(STOP_WORDS.iter().map(|word| word.len()).max(), Some(LONGEST_STOP_WORD));
    }

    #[test]
    fn technical_names_stay_whole() {
        let words = |text| tokens(text).into_iter().map(|(_, w)| w).collect::<Vec<_>>();
        assert_eq!(words("l'api en c++, c# et .net: n+1!"), ["api", "en", "c++", "c#", "et", ".net", "n+1"]);
        assert_eq!(words("qu'est-ce que http/2?"), ["est", "ce", "que", "http", "2"]);
    }
}
