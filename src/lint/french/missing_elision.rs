//! `missing-elision`: `que un` for `qu’un`.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use regex::Regex;

use super::prose::Prose;
use crate::diagnostic::{Diagnostic, Edit, Fix};

const CLAUSE: &[&str] = &["elle", "elles", "il", "ils", "on", "un", "une"];
const INFINITIVE: &[&str] = &["avoir", "etre", "être"];

/// Words that lose their vowel, and what they lose it before. `onze`, `oui` and words with an aspirated h are in no list.
const PAIRS: &[(&str, &[&str])] = &[
    ("de", &["abord", "ailleurs", "autre", "autres", "avoir", "elle", "elles", "etre", "eux", "un", "une", "être"]),
    ("je", INFINITIVE),
    ("jusque", &["ici"]),
    ("la", &["autre"]),
    ("le", &["autre"]),
    ("lorsque", CLAUSE),
    ("ne", INFINITIVE),
    ("puisque", CLAUSE),
    (
        "que",
        &[
            "aucun", "aucune", "autre", "autres", "avec", "elle", "elles", "entre", "eux", "il", "ils", "on", "un",
            "une",
        ],
    ),
    ("quoique", CLAUSE),
    ("se", INFINITIVE),
    ("si", &["il", "ils"]),
];

fn pattern() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        let first: Vec<&str> = PAIRS.iter().map(|(first, _)| *first).collect();
        let seconds: BTreeSet<&str> = PAIRS.iter().flat_map(|(_, seconds)| *seconds).copied().collect();
        // Longer words first: `une` is not `un`.
        let second: Vec<&str> = seconds.into_iter().rev().collect();
        // The boundary is that of ASCII, which is searched faster; an accented letter beside it is looked for below.
        let pattern = format!(r"(?-u:\b)(?i:({})[ \u{{a0}}]({}))(?-u:\b)", first.join("|"), second.join("|"));
        Regex::new(&pattern).expect("a valid pattern")
    })
}

pub(super) fn check(prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    for found in pattern().captures_iter(&prose.text) {
        let (Some(whole), Some(first), Some(second)) = (found.get(0), found.get(1), found.get(2)) else { continue };
        let (lower, next) = (first.as_str().to_lowercase(), second.as_str().to_lowercase());
        if !PAIRS.iter().any(|(first, seconds)| *first == lower && seconds.contains(&next.as_str())) {
            continue;
        }
        let before = prose.text[..whole.start()].chars().next_back().unwrap_or('\n');
        let after = &prose.text[whole.end()..];
        // `est-ce que un` is one; `celui-la autre` is none. A number is not elided: `de un à dix`, `une note de un`.
        let joined = before.is_alphabetic()
            || after.starts_with(char::is_alphabetic)
            || before == '-' && lower != "que"
            || after.starts_with(['-', '\'', '’']);
        let ranges = [" à ", " a ", " ou "].iter().any(|word| after.starts_with(word));
        let number = lower == "de" && next.starts_with("un") && (ranges || !after.starts_with(' '));
        if joined || number {
            continue;
        }
        let meant = format!("{}’{}", &first.as_str()[..first.len() - 1], second.as_str());
        let place = prose.document.place(whole.range());
        let finding = prose.document.finding("missing-elision", place).with("written", whole.as_str());
        let finding = finding.with("meant", meant.as_str());
        out.push(finding.fix(Fix::safe(vec![Edit::replace(place, meant)])));
    }
}
