//! What the browser reads first: where terms and rows are, the facets of every entry, and the tables of words.
//!
//! The tables are those of `text`: the script has none of its own, so that both sides always cut words alike.

use std::collections::BTreeMap;

use serde::Serialize;

use super::document::Document;
use super::shard::{DIGITS, Shard, starts};
use super::weigh::LEVEL_BITS;
use crate::i18n::Lang;
use crate::normalise::Difficulty;
use crate::text::{ELISIONS, FOLDED, STOP_WORDS, SUFFIXES};

/// Entries of one chunk of rows: small enough for ten results from ten chunks, large enough to keep files few.
pub(super) const ROWS: usize = 24;

/// The levels in the order of their codes, from 1.
const LEVELS: [(Difficulty, &str); 3] = [
    (Difficulty::Beginner, "beginner"),
    (Difficulty::Intermediate, "intermediate"),
    (Difficulty::Advanced, "advanced"),
];

#[derive(Serialize)]
pub(super) struct Manifest<'a> {
    /// How many entries there are.
    documents: usize,
    /// Entries of one chunk of rows.
    rows: usize,
    /// Where each shard begins, front-coded.
    starts: String,
    /// Where each file of words begins, likewise.
    words: String,
    /// Bits of a posting that are its level.
    bits: u32,
    digits: &'a str,
    langs: Vec<&'a str>,
    topics: Vec<&'a str>,
    levels: Vec<&'a str>,
    /// Runs of entries with equal facets, by column, which packs best: how many, language, topic (by how much it is further
    /// than that of the run before), level (0: none), answered.
    runs: [Vec<isize>; 5],
    folded: BTreeMap<String, &'a str>,
    elisions: String,
    stop: String,
    suffixes: String,
}

/// The manifest of an index.
pub(super) fn manifest<'a>(documents: &'a [Document<'_>], shards: &[Shard], words: &[Shard]) -> Manifest<'a> {
    let mut topics: Vec<&str> = documents.iter().map(|document| document.facets.topic.as_str()).collect();
    topics.sort_unstable();
    topics.dedup();
    let facets = |document: &Document| {
        let facets = &document.facets;
        let topic = topics.binary_search(&facets.topic.as_str()).unwrap_or(0);
        let level = LEVELS.iter().position(|(level, ..)| Some(*level) == facets.level).map_or(0, |at| at + 1);
        [facets.lang, topic, level, usize::from(!facets.unanswered)]
    };
    let all: Vec<[usize; 4]> = documents.iter().map(facets).collect();
    let mut runs: [Vec<isize>; 5] = Default::default();
    let mut before = 0;
    for run in all.chunk_by(|a, b| a == b) {
        let [lang, topic, level, answered] = run[0].map(usize::cast_signed);
        for (column, value) in runs.iter_mut().zip([run.len().cast_signed(), lang, topic - before, level, answered]) {
            column.push(value);
        }
        before = topic;
    }
    Manifest {
        documents: documents.len(),
        rows: ROWS,
        starts: starts(shards),
        words: starts(words),
        bits: LEVEL_BITS,
        digits: std::str::from_utf8(DIGITS).expect("the digits are ASCII"),
        langs: Lang::ALL.iter().map(|lang| lang.code()).collect(),
        levels: LEVELS.iter().map(|(_, name)| *name).collect(),
        runs,
        folded: FOLDED.iter().map(|(from, to)| (from.to_string(), *to)).collect(),
        elisions: ELISIONS.join(" "),
        stop: STOP_WORDS.join(" "),
        suffixes: SUFFIXES.join(" "),
        topics,
    }
}
