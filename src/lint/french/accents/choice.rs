//! Which of several forms was meant.

use super::words::Word;
use crate::text::french::frequency;

/// The forms that fit, the likeliest first.
pub(super) struct Choice {
    /// At least one.
    pub forms: Vec<String>,
    /// Whether the first may be put in without a person looking at it.
    pub sure: bool,
}

impl Choice {
    /// One form that nothing competes with.
    pub fn only(forms: &[String]) -> Self {
        Self { forms: forms.to_vec(), sure: true }
    }
}

/// A form that is used so often, its rivals never, is what was meant; a participle and a present need more.
const OFTEN: u32 = 3;
const VERY_OFTEN: u32 = 12;

/// Words that a conjugated verb follows, never a participle.
const SUBJECTS: &[&str] = &["ca", "ça", "cela", "elle", "elles", "il", "ils", "je", "ne", "on", "qui", "se"];
/// Words that a participle follows.
pub(super) const AUXILIARIES: &[&str] =
    &["est", "ete", "etre", "furent", "fut", "sera", "seront", "soient", "soit", "sont", "été", "êtes", "être"];

/// The forms for the word at `at` in order, and whether the first is sure.
pub(super) fn choose(words: &[Word<'_>], at: usize, forms: &[String]) -> Choice {
    let mut forms: Vec<String> = forms.to_vec();
    forms.sort_by_key(|form| (rare(form), std::cmp::Reverse(frequency(form))));
    let common: Vec<String> = forms.iter().filter(|form| !rare(form)).cloned().collect();
    if common.len() == 1 {
        return Choice { forms, sure: true };
    }
    let before = at.checked_sub(1).filter(|&before| words[before].sentence == words[at].sentence);
    let before = before.map_or("", |before| words[before].lower.as_ref());
    let wanted = if SUBJECTS.contains(&before) {
        Some(false)
    } else if AUXILIARIES.contains(&before) {
        Some(true)
    } else {
        None
    };
    if let Some(wanted) = wanted {
        let fits = |form: &String| participle(form) == wanted;
        let fitting = common.iter().filter(|form| fits(form)).count();
        forms.sort_by_key(|form| (rare(form), !fits(form)));
        // An adjective (complète, discrète, célèbre) follows an auxiliary as well.
        let adjective = wanted && common.iter().any(|form| !fits(form) && (frequency(form) > 0 || adjectival(form)));
        return Choice { forms, sure: fitting == 1 && !adjective };
    }
    let (first, others) = (frequency(&forms[0]), forms[1..].iter().map(|form| frequency(form)).sum::<u32>());
    let verbal = common.iter().any(|form| participle(form)) && common.iter().any(|form| !participle(form));
    Choice { sure: others == 0 && first >= if verbal { VERY_OFTEN } else { OFTEN }, forms }
}

/// Tenses that only literature uses: the imperfect subjunctive and the past historic of `nous` and `vous`.
fn rare(form: &str) -> bool {
    const ENDINGS: &[&str] = &["ât", "ît", "ût", "âmes", "îmes", "ûmes", "âtes", "îtes", "ûtes"];
    frequency(form) == 0 && form.chars().count() > 4 && ENDINGS.iter().any(|ending| form.ends_with(ending))
}

pub(super) fn participle(form: &str) -> bool {
    ["é", "és", "ée", "ées"].iter().any(|ending| form.ends_with(ending))
}

fn adjectival(form: &str) -> bool {
    let form = form.trim_end_matches('s');
    ["ète", "ere", "ère", "ène", "ème", "ègre", "èbre", "ède", "èse"].iter().any(|ending| form.ends_with(ending))
}
