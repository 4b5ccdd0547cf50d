//! Where a value goes in a document: proposals, best first. None is trusted: the desk reads each document again.

mod absent;
mod front_matter;
mod json;
mod level;
mod pieces;
mod table;
mod yaml;

use super::wanted::Wanted;
use crate::normalise::Entry;
use crate::parse::{Draft, Format, Parsed, sniff};
use crate::source::Source;

/// One replacement in a document's text, by bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TextEdit {
    /// First byte replaced.
    pub start: usize,
    /// The byte after the last one replaced.
    pub end: usize,
    /// What stands there instead.
    pub text: String,
}

/// Replacements that belong together, not overlapping.
pub(super) type Edits = Vec<TextEdit>;

impl TextEdit {
    pub fn new(range: std::ops::Range<usize>, text: impl Into<String>) -> Self {
        Self { start: range.start, end: range.end, text: text.into() }
    }

    /// Whether two edits share a byte, or both begin or end at one place: their order would matter.
    pub fn touches(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end || self.start == other.start || self.end == other.end
    }
}

/// An entry of a document, as it is written.
pub(super) struct Spot<'a> {
    pub source: &'a Source,
    pub parsed: &'a Parsed,
    pub draft: &'a Draft,
    /// Its place among the document's drafts.
    pub at: usize,
}

impl Spot<'_> {
    /// The line end that the document has.
    pub fn eol(&self) -> &'static str {
        eol(self.source)
    }
}

/// The line end that most lines of a document have.
fn eol(source: &Source) -> &'static str {
    let (all, crlf) = (source.text.matches('\n').count(), source.text.matches("\r\n").count());
    match (all, crlf) {
        (0, _) if source.text.contains('\r') => "\r",
        (all, crlf) if crlf * 2 > all => "\r\n",
        _ => "\n",
    }
}

/// Every way to give the entry at `spot`, which reads as `entry`, what `wanted` says in `column`; likely ones first.
pub(super) fn alternatives(spot: &Spot<'_>, column: &'static str, wanted: &Wanted, entry: &Entry) -> Vec<Edits> {
    if spot.draft.layout == "data" {
        return match sniff(spot.source) {
            Format::Json | Format::JsonLines => json::alternatives(spot, column, wanted),
            Format::Yaml => front_matter::record(spot, column, wanted),
            Format::Csv => table::alternatives(spot, column, wanted, entry),
            Format::Text => Vec::new(),
        };
    }
    let mut out = pieces::alternatives(spot, column, wanted);
    out.extend(front_matter::alternatives(spot, column, wanted));
    out.extend(absent::alternatives(spot, column, wanted));
    out.extend(front_matter::new(spot, column, wanted));
    out
}

/// The keys of a mapping that give a column its value, in every way that makes sense; `has` says which keys there are.
fn keys(column: &'static str, wanted: &Wanted, has: impl Fn(&str) -> bool) -> Vec<Vec<(&'static str, Wanted)>> {
    if column != "section" {
        return vec![vec![(column, wanted.clone())]];
    }
    // The outermost title has a key of its own in many documents.
    let topic = ("topic", Wanted::Text(wanted.words().first().cloned()));
    let section = ("section", wanted.clone());
    match (has("topic"), has("section")) {
        (true, true) => vec![vec![topic, section]],
        (true, false) => vec![vec![topic.clone()], vec![topic, section]],
        (false, true) => vec![vec![section]],
        (false, false) => vec![vec![topic.clone()], vec![section.clone()], vec![topic, section]],
    }
}

/// The document's text with the edits in it.
pub(super) fn apply(source: &Source, edits: &Edits) -> String {
    let mut sorted: Vec<&TextEdit> = edits.iter().collect();
    sorted.sort();
    sorted.dedup();
    let mut out = String::with_capacity(source.text.len());
    let mut at = 0;
    for edit in sorted {
        out.push_str(&source.text[at..edit.start.max(at)]);
        out.push_str(&edit.text);
        at = edit.end.max(at);
    }
    out.push_str(&source.text[at..]);
    out
}
