//! The known word that was most likely meant by an unknown one.

/// The candidate nearest to `word` by Damerau–Levenshtein distance relative to length (so that swapped letters count
/// once); the first of equals. `None` only when there are no candidates.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let score = strsim::normalized_damerau_levenshtein(&word, candidate);
        if best.is_none_or(|(high, _)| score > high) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        assert_eq!(nearest("bsae_url", ["title", "base_url", "languages"]), Some("base_url"));
        assert_eq!(nearest("Langue", ["title", "base_url", "languages"]), Some("languages"));
        assert_eq!(nearest("x", []), None);
    }
}
