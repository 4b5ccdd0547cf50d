//! `truncated-text`: an entry whose text breaks off in the middle of a sentence.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading};
use crate::normalise::{Entry, Status};
use crate::text::{fold, is_stop_word, tokens};

/// How many words before the break are shown.
const WORDS: usize = 6;

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let entries = context.entries(document);
    for (at, entry) in entries.iter().enumerate() {
        let last = at + 1 == entries.len() && answer_breaks_off(entries, entry);
        if entry.status != Status::Truncated && !last {
            continue;
        }
        let place = document.line_place(entry.source.lines.end);
        let end = document.source.offset(place.end_line, place.end_column);
        let line = &document.source.text[document.source.offset(place.line, place.column)..end];
        let from =
            line.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at + 1).rev().nth(WORDS - 1).unwrap_or(0);
        // The break is after the last character.
        let last = line.chars().next_back().map_or(0, char::len_utf8);
        let place = document.place(end - last..end);
        out.push(document.finding("truncated-text", place).with("text", &line[from..]));
    }
}

/// Whether the document's last answer stops on a word that calls for another, where most others end as sentences do.
fn answer_breaks_off(entries: &[Entry], last: &Entry) -> bool {
    let ended = |text: &str| text.trim_end_matches(['*', '_', '`']).ends_with(['.', '?', '!', ':', '»', '…']);
    let others: Vec<&str> = entries[..entries.len() - 1].iter().filter_map(|entry| entry.answer.as_deref()).collect();
    let proper = others.iter().filter(|text| ended(text.trim_end())).count();
    last.answer.as_deref().is_some_and(calls_for_more) && proper * 2 > others.len()
}

/// Whether a text ends in a function word, a contraction, a comma or an opening.
fn calls_for_more(text: &str) -> bool {
    let text = text.trim_end();
    if !text.ends_with(char::is_alphabetic) {
        return text.ends_with([',', '(', '\'', '’', '«']);
    }
    let folded = fold(text.lines().next_back().unwrap_or_default());
    folded.ends_with("n't") || tokens(&folded).last().is_some_and(|(_, word)| is_stop_word(word))
}
