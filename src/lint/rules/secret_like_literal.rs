//! `secret-like-literal`: what looks like a key that opens something.

use std::sync::OnceLock;

use regex::Regex;

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading};

/// The shapes that services give their keys, and the beginning of a private key.
const SHAPES: [(&str, &str); 14] = [
    ("AWS", r"(?-u:\b)(?:AKIA|ASIA)[0-9A-Z]{16}(?-u:\b)"),
    ("GitHub", r"(?-u:\b)(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})"),
    ("GitLab", r"(?-u:\b)glpat-[A-Za-z0-9_-]{20,}"),
    ("Slack", r"(?-u:\b)xox[abeoprs]-[A-Za-z0-9-]{20,}"),
    ("Slack", r"https://hooks\.slack\.com/services/T[A-Z0-9]{8,}/B[A-Z0-9]{8,}/[A-Za-z0-9]{20,}"),
    ("Stripe", r"(?-u:\b)(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/]{24,})"),
    ("Google", r"(?-u:\b)AIza[0-9A-Za-z_-]{35}(?-u:\b)"),
    ("npm", r"(?-u:\b)npm_[A-Za-z0-9]{36}(?-u:\b)"),
    ("PyPI", r"(?-u:\b)pypi-AgEIcHlwaS[A-Za-z0-9_-]{40,}"),
    ("SendGrid", r"(?-u:\b)SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    ("Twilio", r"(?-u:\b)(?:SK|AC)[0-9a-f]{32}(?-u:\b)"),
    ("OpenAI", r"(?-u:\b)sk-(?:proj-)?[A-Za-z0-9]{40,}"),
    ("PEM", r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40,}"),
    (
        "",
        r#"(?i:password|passwd|secret|token|api_?key|access_?key|mot_?de_?passe)["']?\s*(?:[:=]|=>)\s*["'][A-Za-z0-9+/_=-]{20,}["']"#,
    ),
];

/// What people write where a key would be.
const PLACEHOLDERS: [&str; 16] = [
    "example",
    "exemple",
    "your",
    "votre",
    "secret",
    "token",
    "xxxx",
    "0000",
    "1234",
    "abcd",
    "placeholder",
    "changeme",
    "dummy",
    "sample",
    "fake",
    "redacted",
];

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    static COMPILED: OnceLock<Regex> = OnceLock::new();
    let shapes = COMPILED.get_or_init(|| {
        let shapes: Vec<String> = SHAPES.iter().map(|(_, shape)| format!("({})", shape)).collect();
        Regex::new(&shapes.join("|")).expect("a valid pattern")
    });
    for found in shapes.captures_iter(&document.source.text) {
        let Some((at, whole)) = (0..SHAPES.len()).find_map(|at| Some((at, found.get(at + 1)?))) else { continue };
        let service = SHAPES[at].0;
        let (literal, start) = match service {
            // Of an assignment, the value.
            "" => {
                let value = whole.as_str().trim_end_matches(['"', '\'']);
                let from = value.rfind(['"', '\'']).map_or(0, |quote| quote + 1);
                (&value[from..], whole.start() + from)
            }
            _ => (whole.as_str(), whole.start()),
        };
        let lower = literal.to_ascii_lowercase();
        if PLACEHOLDERS.iter().any(|word| lower.contains(word)) || service.is_empty() && !is_random(literal) {
            continue;
        }
        let end = start + literal.find('\n').unwrap_or(literal.len());
        let place = document.place(start..end);
        let shown: String = literal.chars().take(4).chain(['…']).collect();
        let finding = document.finding("secret-like-literal", place).with("shown", shown);
        out.push(if service.is_empty() { finding } else { finding.variant("known").with("service", service) });
    }
}

/// Whether a text is as mixed as a generated one: letters of both cases and digits, at least 4 bits a character
/// (Shannon entropy of its characters).
fn is_random(text: &str) -> bool {
    let mut counts = [0_usize; 256];
    text.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
    let length = text.len() as f64;
    let shares = counts.iter().filter(|&&count| count > 0).map(|&count| count as f64 / length);
    let entropy: f64 = shares.map(|share| -share * share.log2()).sum();
    let has = |is: fn(&u8) -> bool| text.as_bytes().iter().any(is);
    has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit) && entropy >= 4.0
}
