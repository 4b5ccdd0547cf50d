//! Folding: what learners type (`cote serveur`) and what authors write (`côté serveur`) become one string.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` in lower case without accents, with `œ`, `æ`, `ß` spelt out, apostrophes and spaces made plain.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        out.extend(text.chars().map(|c| c.to_ascii_lowercase()));
        return out;
    }
    for c in text.nfd().filter(|&c| !is_combining_mark(c)) {
        fold_char(c, &mut out);
    }
    out
}

/// Adds the folded form of one character (already decomposed) to `out`.
pub fn fold_char(c: char, out: &mut String) {
    match c {
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'ß' => out.push_str("ss"),
        '’' | '‘' | 'ʼ' => out.push('\''),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => out.push(' '),
        '‐' | '‑' => out.push('-'),
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        c => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_ligatures_and_apostrophes() {
        assert_eq!(fold("L’Œuvre côté Nœud"), "l'oeuvre cote noeud");
    }
}
