//! `truncated-text`: an entry whose text breaks off in the middle of a sentence.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Document};
use crate::normalise::Status;

/// How many words before the break are shown.
const WORDS: usize = 6;

pub(super) fn check(context: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    for entry in context.entries(document) {
        if entry.status != Status::Truncated && !entry.has_flag("truncated") {
            continue;
        }
        let place = document.line_place(entry.source.lines.end);
        let end = document.source.offset(place.end_line, place.end_column);
        let line = &document.source.text[document.source.offset(place.line, place.column)..end];
        let last =
            line.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at + 1).rev().nth(WORDS - 1).unwrap_or(0);
        let place = document.place(end - line.len() + last..end);
        out.push(document.finding("truncated-text", place).with("text", &line[last..]));
    }
}
