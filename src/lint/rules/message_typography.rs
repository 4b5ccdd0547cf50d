//! `message-typography`: a French interface message with straight apostrophes or quotes, or without its no-break spaces.

use std::sync::OnceLock;

use regex::Regex;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::i18n::Lang;
use crate::lint::Interface;
use crate::lint::messages::{Messages, pieces};

/// What is wrong (the group `w`) beside what, each time with what is right.
const SIGNS: &[(&str, &str)] = &[
    (r"(?<w>(\p{L})'(\p{L}))", "$2’$3"),
    (r"(?<w>([\p{L}\p{N}»}]) ?([;!?]))(?:\s|$)", "$2\u{202f}$3"),
    (r"(?<w>([\p{L}\p{N}»}]) :)(?:\s|$)", "$2\u{a0}:"),
    (r"(?<w>« ?(\S))", "«\u{a0}$2"),
    (r"(?<w>(\S) ?»)", "$2\u{a0}»"),
    // Beside a value.
    (r"(?<w>« ?)$", "«\u{a0}"),
    (r"^(?<w> ?»)", "\u{a0}»"),
    (r"^(?<w> :)(?:\s|$)", "\u{a0}:"),
    (r"^(?<w> ?([;!?]))(?:\s|$)", "\u{202f}$2"),
];

fn signs() -> &'static [(Regex, &'static str)] {
    static PATTERNS: OnceLock<Vec<(Regex, &str)>> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        let compiled = |(pattern, right): &(&str, &'static str)| (Regex::new(pattern).expect("a constant"), *right);
        SIGNS.iter().map(compiled).collect()
    })
}

pub(super) fn check(interface: &Interface<'_>, out: &mut Vec<Diagnostic>) {
    for &(lang, text) in interface.messages.iter().filter(|(lang, _)| *lang == Lang::Fr) {
        let messages = Messages::parse(lang, text);
        for (key, pattern) in &messages.values {
            // Code between backticks is as it is, in whatever piece it ends.
            let mut code = false;
            for piece in pieces(pattern) {
                let start = messages.range(piece).start;
                let mut at = start;
                for part in piece.split('`') {
                    if !code {
                        look(&messages, key, at, part, out);
                    }
                    code = !code;
                    at += part.len() + 1;
                }
                code = !code;
            }
        }
    }
}

fn look(messages: &Messages<'_>, key: &str, start: usize, part: &str, out: &mut Vec<Diagnostic>) {
    for (pattern, right) in signs() {
        for found in pattern.captures_iter(part) {
            let Some(wrong) = found.name("w") else { continue };
            let written = wrong.as_str();
            let mut meant = String::new();
            found.expand(right, &mut meant);
            if meant == written {
                continue;
            }
            let at = start + wrong.start();
            let finding = messages.finding("message-typography", at..at + written.len());
            let edit = Edit::replace(finding.place, meant.as_str());
            let finding = finding.with("key", key).with("written", written).with("meant", meant);
            out.push(finding.fix(Fix::safe(vec![edit])));
        }
    }
}
