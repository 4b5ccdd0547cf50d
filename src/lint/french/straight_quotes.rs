//! `straight-quotes`: `"x"` for `« x »`.

use super::prose::{BLOT, Prose};
use crate::diagnostic::{Diagnostic, Edit, Fix};

pub(super) fn check(prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    let text = prose.text.as_str();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let marks: Vec<usize> = line.match_indices('"').map(|(at, _)| start + at).collect();
        start += line.len();
        // A pair opens after a space and closes before one or a mark: inches and stray quotes are left alone.
        let opens = |at: usize| text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "(*_'’".contains(c));
        let closes =
            |at: usize| text[at + 1..].chars().next().is_none_or(|c| c.is_whitespace() || ".,;:?!)*_…".contains(c));
        if !marks.len().is_multiple_of(2) || !marks.chunks(2).all(|pair| opens(pair[0]) && closes(pair[1])) {
            continue;
        }
        for pair in marks.chunks(2) {
            let inner = text[pair[0] + 1..pair[1]].trim();
            if inner.is_empty() || inner.chars().all(|c| c == BLOT) {
                continue;
            }
            let place = prose.document.place(pair[0]..pair[1] + 1);
            let written = &prose.document.source.text[pair[0]..=pair[1]];
            let edit = |at: usize, mark: &str| Edit::replace(prose.document.place(at..at + 1), mark);
            let edits = vec![edit(pair[0], "«\u{a0}"), edit(pair[1], "\u{a0}»")];
            let finding = prose.document.finding("straight-quotes", place).with("written", written);
            out.push(finding.fix(Fix::safe(edits)));
        }
    }
}
