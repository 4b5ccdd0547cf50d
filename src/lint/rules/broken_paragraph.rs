//! `broken-paragraph`: a sentence cut in two by an empty line, an item's marker or a line break that was not meant.

use super::list_marker_artefact::is_spaced;
use crate::diagnostic::{Diagnostic, Place};
use crate::lint::{Context, Reading, lines};
use crate::text::{fold, is_stop_word, tokens};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let prose: Vec<usize> =
        lines::prose(document).into_iter().filter(|&line| !document.source.line(line).trim().is_empty()).collect();
    for pair in prose.windows(2) {
        let (before, after) = (document.source.line(pair[0]), document.source.line(pair[1]));
        let between = (pair[0] + 1..pair[1]).all(|line| document.source.line(line).trim().is_empty());
        let next = pair[1] == pair[0] + 1;
        if between && (!next && is_cut(before, after) || next && is_unfinished(before) && is_spaced(after)) {
            let (start, end) = (document.line_place(pair[0]), document.line_place(pair[1]));
            let place = Place { end_line: end.end_line, end_column: end.end_column, ..start };
            out.push(document.finding("broken-paragraph", place));
        }
    }
}

/// Whether a sentence goes on from one line to the next over what stands between them.
fn is_cut(before: &str, after: &str) -> bool {
    let text = lines::bare(after);
    // An acronym has its capitals anywhere.
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let acronym = first.len() > 1 && first.chars().all(char::is_uppercase) && text[first.len()..].starts_with(' ');
    let goes_on = (acronym || text.starts_with(char::is_lowercase)) && text.contains(['.', '?', '!']);
    let calls = || tokens(&fold(before)).last().is_some_and(|(_, word)| is_stop_word(word));
    let midway = || [". ", "? ", "! "].iter().any(|end| lines::bare(before).contains(end));
    goes_on && is_unfinished(before) && (midway() || calls())
}

/// Whether a line of prose ends as no sentence does.
fn is_unfinished(text: &str) -> bool {
    let marked = text.trim_start().starts_with(['#', '|', '<', '!', '[']);
    !marked && text.trim().chars().count() >= 40 && text.trim_end().ends_with(|c: char| c.is_alphabetic() || c == ',')
}
