//! Values that the document does not have yet: an answer below its question, a level where its neighbours have theirs.

use super::{Edits, Spot, TextEdit};
use crate::import::wanted::Wanted;
use crate::normalise::level;
use crate::parse::{Field, FieldName};

pub(super) fn alternatives(spot: &Spot<'_>, column: &str, wanted: &Wanted) -> Vec<Edits> {
    let Wanted::Text(Some(text)) = wanted else { return Vec::new() };
    match column {
        "answer" if spot.draft.field(FieldName::Answer).is_none() => answer(spot, text),
        "difficulty" if spot.draft.field(FieldName::Difficulty).is_none() => difficulty(spot, text),
        _ => Vec::new(),
    }
}

fn answer(spot: &Spot<'_>, text: &str) -> Vec<Edits> {
    let source = spot.source;
    let Some(question) = spot.draft.field(FieldName::Question) else { return Vec::new() };
    let line = source.line(question.lines.start);
    let space = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
    let eol = spot.eol();
    let below = |at: usize, gap: &str, indent: &str, first: &str| {
        let mut lines = text.split('\n');
        let mut out = format!("{gap}{first}{}", lines.next().unwrap_or_default());
        for line in lines {
            out += eol;
            if !line.trim().is_empty() {
                out += indent;
            }
            out += line;
        }
        vec![TextEdit::new(at..at, out)]
    };
    let mut out = Vec::new();
    // A label that stands there with nothing behind it.
    for number in question.lines.end + 1..=spot.draft.lines.end {
        let written = source.line(number).trim_end();
        if written.trim_end_matches('*').ends_with(':') {
            let at = source.line_range(number).start + written.len();
            let space = &written[..written.len() - written.trim_start().len()];
            out.push(below(at, " ", &format!("{space}   "), ""));
            out.push(below(at, eol, space, space));
        }
    }
    let ends = [spot.draft.lines.end, question.lines.end].map(|line| source.line_range(line).end);
    // As the answers beside it are labelled.
    if let Some(label) = label(spot) {
        let deeper = " ".repeat(label.chars().count());
        for at in ends {
            out.push(below(at, eol, &deeper, &label));
            out.push(below(at, &eol.repeat(2), "", &label));
        }
    }
    for at in ends {
        for indent in [space.to_owned(), format!("{space}  "), format!("{space}   "), format!("{space}    ")] {
            out.push(below(at, &eol.repeat(2), &indent, &indent));
        }
    }
    out.dedup();
    out
}

/// What stands before the nearest answer of the document that shares its line with a label.
fn label(spot: &Spot<'_>) -> Option<String> {
    let mut near: Vec<usize> = (0..spot.parsed.drafts.len()).collect();
    near.sort_by_key(|&at| at.abs_diff(spot.at));
    near.into_iter().find_map(|at| {
        let piece = spot.parsed.drafts[at].field(FieldName::Answer)?.pieces.first()?;
        let line = spot.source.line_range(spot.source.position(piece.start).0);
        let before = &spot.source.text[line.start..piece.start];
        (!before.trim().is_empty()).then(|| before.to_owned())
    })
}

/// A line like the nearest question's, below the own one.
fn difficulty(spot: &Spot<'_>, wanted: &str) -> Vec<Edits> {
    let Some(question) = spot.draft.field(FieldName::Question) else { return Vec::new() };
    let mut near: Vec<usize> = (0..spot.parsed.drafts.len()).collect();
    near.sort_by_key(|&at| at.abs_diff(spot.at));
    let labelled = |at: usize| -> Option<&Field> {
        spot.parsed.drafts[at].field(FieldName::Difficulty).filter(|field| field.pieces.len() == 1)
    };
    let Some(other) = near.into_iter().find_map(labelled) else { return Vec::new() };
    let line = spot.source.line_range(other.lines.start);
    let Some(edits) = super::level::alternatives(spot, other, wanted).pop() else {
        // The neighbour may have just this level.
        return Vec::new();
    };
    let mut text = spot.source.text[line.clone()].to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.start - line.start..edit.end - line.start, &edit.text);
    }
    if level(&text).is_none() {
        return Vec::new();
    }
    let at = spot.source.line_range(question.lines.end).end;
    let eol = spot.eol();
    [2, 1].map(|gap| vec![TextEdit::new(at..at, format!("{}{text}", eol.repeat(gap)))]).into()
}
