//! Blocks: what a document is made of before anyone asks what it means. They cover every line once.

use std::ops::Range;

use crate::source::{LineSpan, Source};

/// The sign at the start of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// `-`, `*`, `•`, `o`, …
    Bullet,
    /// `1.` or `1)`.
    Number(u32),
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// Nothing but white space.
    Blank,
    /// YAML between two `---` lines at the head.
    FrontMatter,
    /// An HTML comment.
    Comment,
    /// A thematic break.
    Rule,
    /// A heading of this level (1–6).
    Heading(u8),
    /// A fenced block with its info string's first word.
    Fence {
        /// First word of the info string.
        lang: Option<String>,
        /// Whether the document closes it where it ends.
        closed: bool,
    },
    /// A line that opens a container, with its title where it has one.
    Open {
        /// The tag's name.
        tag: String,
        /// Its title: an attribute or a summary.
        title: Option<Range<usize>>,
    },
    /// The summary of a container, on a line of its own.
    Summary,
    /// A line that closes a container.
    Close {
        /// The tag's name.
        tag: String,
    },
    /// The first line of a list item.
    Item(Marker),
    /// A list item that is only a link into the document.
    TocItem,
    /// A line that is only a link into the document.
    Navigation,
    /// A row of a table.
    Row,
    /// Any other line.
    Text,
}

/// One or more whole lines of a kind.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its lines.
    pub lines: LineSpan,
    /// White space before its first character, less what the whole document is indented by.
    pub indent: usize,
    /// Its text without markers (one line; for a fence the inside).
    pub text: Range<usize>,
}

impl Block {
    /// Whether it is white space only.
    pub fn is_blank(&self) -> bool {
        self.kind == BlockKind::Blank
    }

    /// Its heading level, if it is a heading.
    pub fn level(&self) -> Option<u8> {
        match self.kind {
            BlockKind::Heading(level) => Some(level),
            _ => None,
        }
    }
}

/// A document cut into blocks.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// The document.
    pub source: &'a Source,
    /// Its blocks, in order; together they hold every line once.
    pub blocks: Vec<Block>,
    /// White space that every line begins with.
    pub base: usize,
}

impl Document<'_> {
    /// The text of a block, without markers.
    pub fn text(&self, block: &Block) -> &str {
        &self.source.text[block.text.clone()]
    }

    /// The text of block number `at`.
    pub fn text_at(&self, at: usize) -> &str {
        self.text(&self.blocks[at])
    }

    /// The next block from `at` (inclusive) up to `end` that is not blank.
    pub fn next_solid(&self, at: usize, end: usize) -> Option<usize> {
        (at..end).find(|&i| !self.blocks[i].is_blank())
    }

    /// The nearest block before `at` that is not blank.
    pub fn previous_solid(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&i| !self.blocks[i].is_blank())
    }

    /// `start..end` without blank blocks, thematic breaks and navigation at its end.
    pub fn trim_end(&self, start: usize, end: usize) -> usize {
        let loose = |kind: &BlockKind| matches!(kind, BlockKind::Blank | BlockKind::Rule | BlockKind::Navigation);
        (start..end).rev().find(|&i| !loose(&self.blocks[i].kind)).map_or(start, |i| i + 1)
    }
}
