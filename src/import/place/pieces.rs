//! Values that stand in the text itself: questions, answers, situations, levels and tags behind a label.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Edits, Spot, TextEdit, level};
use crate::import::wanted::Wanted;
use crate::parse::{Field, FieldName};

pub(super) fn alternatives(spot: &Spot<'_>, column: &str, wanted: &Wanted) -> Vec<Edits> {
    let name = match column {
        "question" => FieldName::Question,
        "answer" => FieldName::Answer,
        "context" => FieldName::Context,
        "difficulty" => FieldName::Difficulty,
        "tags" => return tags(spot, wanted),
        _ => return Vec::new(),
    };
    let Some(field) = spot.draft.field(name).filter(|field| !field.pieces.is_empty()) else { return Vec::new() };
    let Wanted::Text(text) = wanted else { return Vec::new() };
    let text = text.as_deref().unwrap_or_default();
    match name {
        FieldName::Difficulty => level::alternatives(spot, field, text),
        FieldName::Question => question(spot, field, text),
        _ if joined(spot, field, "\n") == field.value => vec![lines(spot, field, text)],
        _ => vec![words(field, text)],
    }
}

fn joined(spot: &Spot<'_>, field: &Field, joiner: &str) -> String {
    field.pieces.iter().map(|piece| &spot.source.text[piece.clone()]).collect::<Vec<_>>().join(joiner)
}

/// The question, and the title of its container where that repeats it.
fn question(spot: &Spot<'_>, field: &Field, text: &str) -> Vec<Edits> {
    let own = words(field, text);
    let head = spot.source.line_range(spot.draft.lines.start);
    let title = format!("\"{}\"", field.value.trim());
    let found = spot.source.text[head.clone()].find(&title).map(|at| head.start + at);
    match found.filter(|at| !text.contains('"') && field.pieces.iter().all(|piece| piece.start > at + title.len())) {
        Some(at) => {
            let repeated = TextEdit::new(at..at + title.len(), format!("\"{text}\""));
            vec![own.iter().cloned().chain([repeated]).collect(), own]
        }
        None => vec![own],
    }
}

/// A value whose pieces are joined by spaces (a sentence broken over lines): only what differs is replaced, so that line
/// breaks, bullets and page breaks outside of it stay.
fn words(field: &Field, text: &str) -> Edits {
    let old: Vec<char> = field.value.chars().collect();
    let new: Vec<char> = text.chars().collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let bytes = |chars: &[char]| chars.iter().map(|c| c.len_utf8()).sum::<usize>();
    let (from, to) = (bytes(&old[..head]), bytes(&old[..old.len() - tail]));
    let middle: String = new[head..new.len() - tail].iter().collect();
    vec![TextEdit::new(place_of(field, from)..place_of(field, to), middle)]
}

/// The byte of the source that byte `at` of a value joined by spaces is; a joining space is the end of the piece before it.
fn place_of(field: &Field, at: usize) -> usize {
    let mut start = 0;
    for piece in &field.pieces {
        if at <= start + piece.len() {
            return piece.start + at - start;
        }
        start += piece.len() + 1;
    }
    field.pieces.last().map_or(0, |piece| piece.end)
}

/// A value with one piece a line: lines that stay are not touched, whatever stands between them.
fn lines(spot: &Spot<'_>, field: &Field, text: &str) -> Edits {
    let source = spot.source;
    let pieces = &field.pieces;
    let old: Vec<&str> = pieces.iter().map(|piece| &source.text[piece.clone()]).collect();
    let new: Vec<&str> = if text.is_empty() { Vec::new() } else { text.split('\n').collect() };
    let (eol, indent) = (spot.eol(), indent(spot, pieces));
    let whole = |line: &str| if line.trim().is_empty() { line.to_owned() } else { format!("{indent}{line}") };
    let mut edits = Edits::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (from, to) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let paired = from.len().min(to.len());
        for (at, line) in from.clone().zip(&new[to.clone()]) {
            let piece = pieces[at].clone();
            let start = line_start(spot, &piece);
            let bare = source.text[start..piece.start].trim().is_empty();
            // An empty line has no indentation to keep, and a line that becomes empty none to leave.
            let blank = old[at].trim().is_empty() || line.trim().is_empty();
            edits.push(if bare && blank {
                TextEdit::new(start..piece.end, whole(line))
            } else {
                TextEdit::new(piece, *line)
            });
        }
        let added = &new[to.start + paired..to.end];
        if !added.is_empty() {
            edits.push(inserted(spot, pieces, from.start + paired, added, &whole, eol, &indent));
        }
        if from.len() > paired {
            removed(spot, pieces, from.start + paired..from.end, &mut edits);
        }
    }
    merged(edits)
}

/// New lines before piece `at`, or after the last.
fn inserted(
    spot: &Spot<'_>,
    pieces: &[Range<usize>],
    at: usize,
    added: &[&str],
    whole: &dyn Fn(&str) -> String,
    eol: &str,
    indent: &str,
) -> TextEdit {
    if at > 0 {
        let end = pieces[at - 1].end;
        return TextEdit::new(end..end, added.iter().map(|line| format!("{eol}{}", whole(line))).collect::<String>());
    }
    // Before the first line, which may share its line with a label.
    let start = pieces[0].start;
    let bare = spot.source.text[line_start(spot, &pieces[0])..start].trim().is_empty();
    let first = added[0].to_owned();
    let rest: String = added[1..].iter().map(|line| format!("{eol}{}", whole(line))).collect();
    let next = if bare { &spot.source.text[line_start(spot, &pieces[0])..start] } else { indent };
    TextEdit::new(start..start, format!("{first}{rest}{eol}{next}"))
}

/// Takes pieces out: whole lines, but for what shares its line with a label.
fn removed(spot: &Spot<'_>, pieces: &[Range<usize>], gone: Range<usize>, edits: &mut Edits) {
    let source = spot.source;
    for at in gone.clone() {
        let piece = &pieces[at];
        let start = line_start(spot, piece);
        let line = source.position(piece.start).0;
        if source.text[start..piece.start].trim().is_empty() {
            edits.push(TextEdit::new(source.raw_range(line), ""));
        } else if gone.end < pieces.len() {
            // The next line that stays moves up behind the label.
            edits.retain(|edit| edit.start >= piece.end);
            edits.push(TextEdit::new(piece.start..pieces[gone.end].start, ""));
            return;
        } else {
            let before = source.text[start..piece.start].trim_end().len();
            edits.push(TextEdit::new(start + before..piece.end, ""));
        }
    }
}

/// Edits that meet become one, so that none touches another.
fn merged(mut edits: Edits) -> Edits {
    edits.sort();
    let mut out: Edits = Vec::new();
    for edit in edits {
        match out.last_mut() {
            Some(last) if last.end >= edit.start => {
                last.end = last.end.max(edit.end);
                last.text.push_str(&edit.text);
            }
            _ => out.push(edit),
        }
    }
    out
}

fn line_start(spot: &Spot<'_>, piece: &Range<usize>) -> usize {
    spot.source.line_range(spot.source.position(piece.start).0).start
}

/// What the lines of a value are indented by: as its own are, or as the line that its first shares with a label.
fn indent(spot: &Spot<'_>, pieces: &[Range<usize>]) -> String {
    let text = &spot.source.text;
    let before = |piece: &Range<usize>| &text[line_start(spot, piece)..piece.start];
    let bare = |piece: &&Range<usize>| !text[(*piece).clone()].trim().is_empty() && before(piece).trim().is_empty();
    match pieces.iter().find(bare) {
        Some(piece) => before(piece).to_owned(),
        None => {
            let line = before(&pieces[0]);
            line[..line.len() - line.trim_start_matches([' ', '\t']).len()].to_owned()
        }
    }
}

/// Tags behind a label on one line: `Tags: a, b`.
fn tags(spot: &Spot<'_>, wanted: &Wanted) -> Vec<Edits> {
    let old: Vec<&Field> = spot.draft.fields.iter().filter(|field| field.name == FieldName::Tag).collect();
    let [first, .., last] = &old[..] else {
        return old.first().map_or_else(Vec::new, |only| tag_line(spot, only, only, wanted));
    };
    if first.lines == last.lines { tag_line(spot, first, last, wanted) } else { Vec::new() }
}

fn tag_line(spot: &Spot<'_>, first: &Field, last: &Field, wanted: &Wanted) -> Vec<Edits> {
    let range = spot.source.line_range(first.lines.start);
    let line = &spot.source.text[range.clone()];
    let Some(colon) = line.find(':') else { return Vec::new() };
    let from = line[colon..].find(&first.value).map(|at| colon + at);
    let to = line.rfind(&last.value).map(|at| at + last.value.len());
    let (Some(from), Some(to)) = (from, to) else { return Vec::new() };
    if !spot.draft.lines.contains(first.lines.start) || to < from {
        return Vec::new();
    }
    let joiner = if line[from..to].contains(';') { "; " } else { ", " };
    vec![vec![TextEdit::new(range.start + from..range.start + to, wanted.words().join(joiner))]]
}
