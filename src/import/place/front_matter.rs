//! Keys of front matter, and of YAML records, which are written alike.

use super::yaml::Mapping;
use super::{Edits, Spot, TextEdit, keys};
use crate::import::wanted::Wanted;

/// Columns that front matter has no key for.
const TEXT_ONLY: [&str; 3] = ["question", "answer", "options"];

/// The key in the front matter that the entry has, alone or with others.
pub(super) fn alternatives(spot: &Spot<'_>, column: &'static str, wanted: &Wanted) -> Vec<Edits> {
    match find(spot).filter(|_| !TEXT_ONLY.contains(&column)) {
        Some(mapping) => set(spot, &mapping, column, wanted),
        None => Vec::new(),
    }
}

/// Front matter for a document that has none and is about one question.
pub(super) fn new(spot: &Spot<'_>, column: &'static str, wanted: &Wanted) -> Vec<Edits> {
    if TEXT_ONLY.contains(&column) || spot.parsed.drafts.len() != 1 || find(spot).is_some() {
        return Vec::new();
    }
    let (at, eol) = (spot.source.line_range(spot.draft.lines.start).start, spot.eol());
    let ways = keys(column, wanted, |_| false).into_iter();
    let block = |pairs: Vec<(&str, Wanted)>| -> Edits {
        let lines = pairs.iter().map(|(key, wanted)| format!("{key}:{}{eol}", super::yaml::flow(wanted)));
        vec![TextEdit::new(at..at, format!("---{eol}{}---{eol}", lines.collect::<String>()))]
    };
    ways.map(block).collect()
}

/// The key in the YAML record that the entry is.
pub(super) fn record(spot: &Spot<'_>, column: &'static str, wanted: &Wanted) -> Vec<Edits> {
    let lines = spot.draft.lines;
    let shared = spot.parsed.drafts.iter().filter(|draft| draft.lines == lines).count() > 1;
    let first = spot.source.line(lines.start);
    let dash = first.len() - first.trim_start_matches(' ').len();
    let Some(rest) = first[dash..].strip_prefix('-').filter(|_| !shared) else { return Vec::new() };
    let indent = dash + 1 + (rest.len() - rest.trim_start_matches(' ').len());
    if rest.trim().is_empty() {
        return Vec::new();
    }
    set(spot, &Mapping { first: lines.start, last: lines.end, indent, dash: true }, column, wanted)
}

fn set(spot: &Spot<'_>, mapping: &Mapping, column: &'static str, wanted: &Wanted) -> Vec<Edits> {
    let ways = keys(column, wanted, |key| mapping.key(spot.source, key).is_some());
    let mut out = Vec::new();
    for quoted in [false, true] {
        for pairs in &ways {
            let edits: Edits =
                pairs.iter().flat_map(|(key, wanted)| mapping.set(spot.source, key, wanted, quoted)).collect();
            if !edits.is_empty() && !out.contains(&edits) {
                out.push(edits);
            }
        }
    }
    out
}

/// The front matter directly above the entry, else that at the head of the document.
fn find(spot: &Spot<'_>) -> Option<Mapping> {
    let source = spot.source;
    let rule = |line: usize| source.line(line).trim_end() == "---";
    let solid = |line: &usize| !source.line(*line).trim().is_empty();
    let mapping = |open: usize, close: usize| Mapping { first: open + 1, last: close - 1, indent: 0, dash: false };
    let above = (1..spot.draft.lines.start).rev().find(solid).filter(|&line| rule(line));
    let own = above.and_then(|close| Some((close, (1..close).rev().find(|&line| rule(line))?)));
    if let Some((close, open)) = own {
        return Some(mapping(open, close));
    }
    let open = (1..=source.line_count()).find(solid).filter(|&line| rule(line))?;
    let close = (open + 1..=source.line_count()).find(|&line| rule(line))?;
    (close < spot.draft.lines.start).then(|| mapping(open, close))
}
