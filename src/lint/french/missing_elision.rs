//! `missing-elision`: `que un` for `qu’un`.

use std::sync::OnceLock;

use regex::Regex;

use super::prose::Prose;
use crate::diagnostic::{Diagnostic, Edit, Fix};

/// Words whose vowel falls before these words, which begin with a vowel in speech too; `si` only before `il`.
fn pattern() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        let vowel = r"(un|une|il|ils|elle|elles|on|eux|autres?|avec|aucune?|abord|ailleurs|entre|après|apres|être|etre|avoir|ici)";
        let after = r"\b(que|de|lorsque|puisque|jusque|quoique|ne|se|je|le|la)[ \u{a0}]";
        Regex::new(&format!(r"(?i){after}{vowel}\b|\b(si)[ \u{{a0}}](ils?)\b")).expect("a valid pattern")
    })
}

/// Pairs that are right, or may be: a number (`de un à dix`), a title, a noun after an article (`le un`).
fn stands(first: &str, second: &str, after: &str) -> bool {
    let article = matches!(first, "le" | "la");
    let counted = matches!(second, "un" | "une") && matches!(first, "de" | "le" | "la") && !after.starts_with(" ")
        || first == "de" && second == "un" && (after.starts_with(" à ") || after.starts_with(" a "));
    counted
        || article && !matches!(second, "autre" | "abord" | "ailleurs")
        || matches!(first, "ne" | "se" | "je") && second != "être" && second != "etre" && second != "avoir"
}

pub(super) fn check(prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    for found in pattern().captures_iter(&prose.text) {
        let (Some(whole), Some(first), Some(second)) =
            (found.get(0), found.get(1).or(found.get(3)), found.get(2).or(found.get(4)))
        else {
            continue;
        };
        let before = prose.text[..whole.start()].chars().next_back().unwrap_or('\n');
        let after = &prose.text[whole.end()..];
        let compound =
            before == '-' && first.as_str() != "que" || after.starts_with('-') || after.starts_with(['\'', '’']);
        if compound || stands(&first.as_str().to_lowercase(), &second.as_str().to_lowercase(), after) {
            continue;
        }
        let stem = &first.as_str()[..first.len() - 1];
        let meant = format!("{stem}’{}", second.as_str());
        let place = prose.document.place(whole.range());
        let finding = prose.document.finding("missing-elision", place).with("written", whole.as_str());
        let finding = finding.with("meant", meant.as_str());
        out.push(finding.fix(Fix::safe(vec![Edit::replace(place, meant)])));
    }
}
