//! A light stemmer for folded French and English at once, so that one index and one query serve both languages.
//!
//! It strips one suffix of the table, the longest that leaves four letters, as Savoy's light stemmers do for one
//! language (J. Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages", 2006).

/// Suffixes, longest first; what is stripped from a word leaves at least four letters.
pub const SUFFIXES: &[&str] = &[
    "issements",
    "issement",
    "izations",
    "isations",
    "ization",
    "isation",
    "ateurs",
    "atrice",
    "ements",
    "encies",
    "ations",
    "itions",
    "ement",
    "ences",
    "ances",
    "ation",
    "ateur",
    "ables",
    "ibles",
    "iques",
    "ments",
    "ility",
    "ilite",
    "ition",
    "ants",
    "ents",
    "ence",
    "ency",
    "ance",
    "able",
    "ible",
    "ique",
    "ment",
    "ings",
    "eurs",
    "euse",
    "eres",
    "ives",
    "ites",
    "ions",
    "ness",
    "ical",
    "eaux",
    "ant",
    "ent",
    "ing",
    "eur",
    "ere",
    "ive",
    "ifs",
    "ite",
    "ity",
    "ies",
    "ion",
    "ers",
    "ors",
    "ees",
    "als",
    "aux",
    "ait",
    "ed",
    "er",
    "ez",
    "es",
    "ee",
    "if",
    "or",
    "ly",
    "al",
    "ic",
    "e",
    "s",
    "y",
];

/// The stem of one folded word; short words and words with digits or signs are left whole.
pub fn stem(word: &str) -> &str {
    if word.len() < 5 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.strip_suffix('s').filter(|w| w.chars().nth(2).is_some() && !w.ends_with('s')).unwrap_or(word);
    }
    // Comparing two letters first spares most of the comparisons: this runs on every word of a collection, several times.
    let &[.., before, last] = word.as_bytes() else { return word };
    let ending = SUFFIXES.iter().filter(|suffix| match suffix.as_bytes() {
        [.., first, second] => (*first, *second) == (before, last),
        suffix => suffix == [last],
    });
    ending.into_iter().find_map(|suffix| word.strip_suffix(suffix).filter(|stem| stem.len() >= 4)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_suffix_comes_first() {
        assert!(SUFFIXES.windows(2).all(|pair| pair[0].len() >= pair[1].len()));
    }

    #[test]
    fn inflections_meet() {
        for (a, b) in [
            ("requetes", "requete"),
            ("idempotence", "idempotency"),
            ("idempotent", "idempotence"),
            ("caching", "caches"),
            ("index", "index"),
            ("repartition", "repartitions"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
    }
}
