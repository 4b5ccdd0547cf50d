//! Tokens of folded text, the same in Rust and in the browser's search script.

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
    word.len() <= LONGEST_STOP_WORD && STOP_WORDS.binary_search(&word).is_ok()
}

/// The words of folded text with their byte offsets, in order, elided articles left out.
///
/// A word is a run of letters and digits; `c++`, `c#`, `.net` and `n+1` are kept whole, as people search for them.
pub fn tokens(folded: &str) -> Vec<(usize, &str)> {
    let bytes = folded.as_bytes();
    // Most characters are ASCII, which needs no decoding.
    let wordy = |at: usize| match bytes[at] {
        byte if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => folded[at..].chars().next().is_some_and(char::is_alphanumeric),
    };
    let width = |at: usize| match bytes[at] {
        byte if byte.is_ascii() => 1,
        _ => folded[at..].chars().next().map_or(1, char::len_utf8),
    };
    let mut out = Vec::with_capacity(folded.len() / MEAN);
    let mut at = 0;
    while at < folded.len() {
        let dotted = bytes[at] == b'.'
            && at + 1 < folded.len()
            && bytes[at + 1].is_ascii_alphabetic()
            && (at == 0 || bytes[at - 1].is_ascii_whitespace() || bytes[at - 1] == b'(');
        if !dotted && !wordy(at) {
            at += width(at);
            continue;
        }
        let start = at;
        at += width(at);
        while at < folded.len() {
            if wordy(at) {
                at += width(at);
            } else if bytes[at] == b'+' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
                at += 1;
            } else {
                break;
            }
        }
        if folded[at..].starts_with("++") {
            at += 2;
        } else if folded[at..].starts_with('#') && !(at + 1 < folded.len() && wordy(at + 1)) {
            at += 1;
        }
        let word = &folded[start..at];
        let elided = folded[at..].starts_with('\'') && ELISIONS.contains(&word);
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
