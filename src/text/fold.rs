//! Folding: what learners type (`cote serveur`) and what authors write (`côté serveur`) become one string.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// What folding spells out or makes plain, once accents are gone; the browser's search script is given the same table.
pub const FOLDED: &[(char, &str)] = &[
    ('œ', "oe"),
    ('Œ', "oe"),
    ('æ', "ae"),
    ('Æ', "ae"),
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('’', "'"),
    ('‘', "'"),
    ('ʼ', "'"),
    ('\u{a0}', " "),
    ('\u{202f}', " "),
    ('\u{2009}', " "),
    ('‐', "-"),
    ('‑', "-"),
];

/// `text` in lower case without accents, with `œ`, `æ`, `ß` spelt out, apostrophes and spaces made plain.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // Most of French is ASCII: what stands between accents is taken as a whole.
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let (plain, other) = rest.split_at(at);
        out.push_str(plain);
        let mut chars = other.chars();
        let c = chars.next().expect("one of its bytes was seen");
        // The order of marks does not matter, as none is kept: each character can be taken apart on its own.
        decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                fold_char(part, &mut out);
            }
        });
        rest = chars.as_str();
    }
    out.push_str(rest);
    out.make_ascii_lowercase();
    out
}

/// Adds the folded form of one character (already decomposed) to `out`.
pub fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if let Some((_, plain)) = FOLDED.iter().find(|(from, _)| *from == c) {
        out.push_str(plain);
    } else {
        out.extend(c.to_lowercase());
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_ligatures_and_apostrophes() {
        assert_eq!(fold("L’Œuvre côté Nœud"), "l'oeuvre cote noeud");
        assert_eq!(fold("STRASSE groß GROẞ"), "strasse gross gross");
        assert_eq!(fold("Élan ÀÉ K\u{212a} 東京 ŒUVRE"), "elan ae kk 東京 oeuvre");
    }
}
