//! `space-before-percent`: `95%` for `95 %`.

use super::prose::{BLOT, Prose};
use crate::diagnostic::{Diagnostic, Edit, Fix};

pub(super) fn check(prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    let text = prose.text.as_str();
    for (at, sign) in text.match_indices('%') {
        let typed = text[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
        let number = &text[typed.len()..at];
        let alone = !typed.ends_with(|c: char| c.is_alphanumeric() || "%_./".contains(c) || c == BLOT);
        let next = text[at + 1..].chars().next().unwrap_or('\n');
        if number.is_empty() || !alone || next.is_alphanumeric() || next == '%' {
            continue;
        }
        let place = prose.document.place(at - 1..at + sign.len());
        let meant = format!("{number}\u{a0}%");
        let finding = prose.document.finding("space-before-percent", place).with("written", format!("{number}%"));
        let finding = finding.with("meant", meant.as_str());
        out.push(finding.fix(Fix::safe(vec![Edit::replace(prose.document.place(at..at + 1), "\u{a0}%")])));
    }
}
