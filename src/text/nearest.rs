//! The known word that was most likely meant by an unknown one.

/// The candidate nearest to `word` by Damerau–Levenshtein distance relative to length (so that swapped letters count
/// once), whatever its case; the first of equals. `None` when more than a third of the longer of the two words is other:
/// that is no slip, and a wrong guess is worse than none.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let other = candidate.to_lowercase();
        let distance = strsim::damerau_levenshtein(&word, &other);
        let length = word.chars().count().max(other.chars().count());
        let share = distance as f64 / length.max(1) as f64;
        if distance * 3 <= length && best.is_none_or(|(low, _)| share < low) {
            best = Some((share, candidate));
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

    #[test]
    fn another_word_is_not_taken_for_a_slip() {
        assert_eq!(nearest("de", ["fr", "en"]), None);
        assert_eq!(nearest("foo", ["jsonl", "json", "yaml"]), None);
        assert_eq!(nearest("fatal", ["info", "warning", "error"]), None);
    }
}
