//! What a question wants of the thing that it names: its reasons, its making, or how it compares with another.
//!
//! The score of a pair goes by what the two are about, so that *Why limit the rate?* and *Implement a rate limiter* are as
//! near as translations are. They are none: no translator makes a task of a reason, or drops one side of a comparison.

use std::sync::OnceLock;

use regex::Regex;

use crate::text::fold;

/// A question that asks what something is for.
const REASONS: &str = r"^(?:why|pourquoi|(?:a|de) quoi ser(?:t|vent)|what(?: is|'s) the (?:point|purpose|use|benefit) of|what are the (?:benefits|advantages)|quel est l'interet|quels sont les (?:avantages|benefices))\b";

/// A sentence of a question that asks to make something.
const MAKING: &str = concat!(
    r"(?:^|[.?!:]\s+|, (?:and|et) )(?:",
    r"(?:how (?:(?:do|does|would|can|could|should|might) (?:you|one|we|i) |to )",
    r"|comment (?:peut-on |pouvez-vous |pourriez-vous |feriez-vous pour )?)?",
    r"(?:implement|design|build|create|write|develop",
    r"|implement(?:er|ez|eriez-vous)|conce(?:voir|vez|vriez-vous)|constru(?:ire|isez|iriez-vous)|cre(?:er|ez|eriez-vous)",
    r"|ecri(?:re|vez|riez-vous)|realise[rz]|met(?:tre|tez|triez-vous) en (?:place|oeuvre)))\b",
);

/// A word that only a comparison has.
const COMPARED: &str =
    r"\b(?:vs|versus|differences?|differs?|differ(?:e|ent|er)|compare[rsz]?|comparison|comparaison)\b";

/// What may make a comparison, or tell of one thing in terms of another.
const BESIDE: &str = r"/|\b(?:vs|versus|differ\w*|compar\w*|distin\w+|tell|between|entre|and|et|or|ou|over|than|rather|instead|plutot|rapport|face|contre|choose|choisir|prefere?r?|when|quand|same|meme|name|nom|trade|compromis)\b";

/// Whether two questions cannot be meant as one: one asks for reasons and the other to make the thing, or one compares it
/// with another and the other knows of nothing beside it.
pub fn differs(a: &str, b: &str) -> bool {
    static ALL: OnceLock<[Regex; 4]> = OnceLock::new();
    let all = || [REASONS, MAKING, COMPARED, BESIDE].map(|pattern| Regex::new(pattern).expect("a valid pattern"));
    let [reasons, making, compared, beside] = ALL.get_or_init(all);
    let (a, b) = (fold(a), fold(b));
    [(&a, &b), (&b, &a)].into_iter().any(|(one, other)| {
        let task = |text: &str| making.is_match(text);
        reasons.is_match(one) && !task(one) && task(other) && !reasons.is_match(other)
            || compared.is_match(one) && !beside.is_match(other)
    })
}

#[cfg(test)]
mod tests {
    use super::differs;

    #[test]
    fn reasons_are_no_tasks_and_comparisons_need_two_sides() {
        for (a, b) in [
            ("Pourquoi réessayer avec un délai ?", "Implement retries with a delay"),
            ("À quoi sert un sémaphore ?", "You share a printer. How would you build a semaphore for it?"),
            ("Why use feature flags?", "Comment mettre en place des bascules de fonctionnalités ?"),
            ("Un index couvrant ?", "Explain covering vs partial indexes"),
        ] {
            assert!(differs(a, b) && differs(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("Qu’est-ce qu’un sémaphore ?", "How would you implement a semaphore?"),
            ("Pourquoi utiliser un sémaphore ?", "What is a semaphore for?"),
            ("Comment concevoir un sémaphore ?", "Design a semaphore"),
            ("Pourquoi et comment ?", "Why, and how would you build it?"),
            ("En quoi un index couvrant diffère-t-il d’un index partiel ?", "Covering or partial index: which one?"),
            ("Comment distinguer une panne d’une lenteur ?", "How do you tell an outage from slowness?"),
        ] {
            assert!(!differs(a, b) && !differs(b, a), "{a} {b}");
        }
    }
}
