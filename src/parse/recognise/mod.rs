//! Recognisers: pure functions from blocks to candidate questions. They propose, they never consume; `arbitrate` chooses.

mod bold;
mod canonical;
pub mod container;
mod heading;
mod labelled;
mod outline;

use std::ops::Range;

use super::assemble::Assembled;
use super::block::{BlockKind, Document};
use super::label::{Label, Mark, mark};

/// Where a question may be: its blocks, and those of the situation that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// From the block of the question (or its container) to its last.
    pub blocks: Range<usize>,
    /// The blocks of the situation above a group of questions.
    pub context: Option<Range<usize>>,
}

/// Candidates of one shape.
pub struct Group {
    /// The layout's name.
    pub layout: &'static str,
    /// How sure this is, from 0 to 1: support, numbering, labels, interrogative rate.
    pub strength: f64,
    /// The candidates, in document order, not overlapping.
    pub candidates: Vec<Candidate>,
    /// Blocks that are section titles for these candidates though no heading marks them, with their levels.
    pub sections: Vec<(usize, u8)>,
    /// Whether an answer goes on until something else begins, so that another layout may cut it short.
    pub open_ended: bool,
    /// Makes a draft of a candidate.
    pub assemble: fn(&Context<'_>, &Candidate) -> Assembled,
}

/// What recognisers look at.
pub struct Context<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// The label of each block.
    pub marks: Vec<Option<Mark>>,
    /// How many containers each block stands in.
    pub depth: Vec<usize>,
    /// Whether each block is still to be explained.
    pub free: Vec<bool>,
}

/// A layout family and how it is found.
pub struct Recogniser {
    /// Its name, as in `docs/formats/`.
    pub name: &'static str,
    /// Finds its groups.
    pub propose: fn(&Context<'_>) -> Vec<Group>,
}

/// Every recogniser; where strengths are equal the earlier row wins.
pub static RECOGNISERS: &[Recogniser] = &[
    Recogniser { name: "canonical", propose: canonical::propose },
    Recogniser { name: "container", propose: container::propose },
    Recogniser { name: "labelled", propose: labelled::propose },
    Recogniser { name: "heading", propose: heading::propose },
    Recogniser { name: "bold", propose: bold::propose },
    Recogniser { name: "outline", propose: outline::propose },
];

impl<'a> Context<'a> {
    /// The context of a document of which nothing is explained yet.
    pub fn new(document: &'a Document<'a>) -> Self {
        let marks = document.blocks.iter().map(|block| mark(document, block)).collect();
        let mut depth = Vec::with_capacity(document.blocks.len());
        let mut now = 0usize;
        for block in &document.blocks {
            if matches!(block.kind, BlockKind::Close { .. }) {
                now = now.saturating_sub(1);
            }
            depth.push(now);
            if matches!(block.kind, BlockKind::Open { .. }) {
                now += 1;
            }
        }
        Self { document, marks, depth, free: vec![true; document.blocks.len()] }
    }

    /// Whether block `at` carries this label.
    pub fn has(&self, at: usize, label: Label) -> bool {
        self.marks[at].as_ref().is_some_and(|mark| mark.label == label)
    }

    /// Whether block `at` is the heading of a table of contents.
    pub fn is_toc_heading(&self, at: usize) -> bool {
        self.document.blocks[at].level().is_some() && super::sections::is_toc_title(self.document.text_at(at))
    }

    /// For questions that begin at the blocks `starts` and are not bounded by themselves: where each ends.
    ///
    /// A question ends before the next one, at the close of the container it stands in, before a block that is explained
    /// already, and before a heading that stands above questions rather than inside answers: one whose level is not
    /// deeper than `level_of(start)` or than the headings directly above the questions, or that only one answer has.
    pub fn extents(&self, starts: &[usize], level_of: impl Fn(usize) -> u8) -> Vec<Candidate> {
        let blocks = &self.document.blocks;
        let raw_end = |i: usize| {
            let start = starts[i];
            let next = starts.get(i + 1).copied().unwrap_or(blocks.len());
            (start + 1..next)
                .find(|&at| {
                    !self.free[at]
                        || self.depth[at] < self.depth[start]
                        || blocks[at].level().is_some_and(|level| level <= level_of(start))
                })
                .unwrap_or(next)
        };
        let above = |start: usize| {
            let mut at = start;
            std::iter::from_fn(move || {
                at = self.document.previous_solid(at)?;
                blocks[at].level()
            })
        };
        let sections: Vec<u8> =
            starts.iter().filter(|&&s| blocks[s].level().is_none()).flat_map(|&s| above(s)).collect();
        let deepest = sections.iter().copied().max().unwrap_or(0);
        let holders = |level: u8| {
            (0..starts.len()).filter(|&i| (starts[i]..raw_end(i)).any(|at| blocks[at].level() == Some(level))).count()
        };
        let inner: Vec<bool> = (0..=6u8).map(|level| level > deepest && holders(level) >= 2).collect();
        (0..starts.len())
            .map(|i| {
                let start = starts[i];
                let end = raw_end(i);
                let cut = (start + 1..end)
                    .find(|&at| blocks[at].level().is_some_and(|level| !inner[usize::from(level)]))
                    .unwrap_or(end);
                Candidate { blocks: start..self.document.trim_end(start, cut).max(start + 1), context: None }
            })
            .collect()
    }
}
