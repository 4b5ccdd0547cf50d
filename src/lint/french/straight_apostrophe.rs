//! `straight-apostrophe`: `l'état` for `l’état`.

use super::prose::{BLOT, Prose};
use crate::diagnostic::{Diagnostic, Edit, Fix};

pub(super) fn check(prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    let text = prose.text.as_str();
    for (at, _) in text.match_indices('\'') {
        let before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
        // What follows may be blotted out (l'`index`) or marked up (l'*index*).
        let after =
            text[at + 1..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == BLOT || "*_«\"".contains(c));
        if before && after {
            let place = prose.document.place(at..at + 1);
            let finding = prose.document.finding("straight-apostrophe", place);
            out.push(finding.fix(Fix::safe(vec![Edit::replace(place, "’")])));
        }
    }
}
