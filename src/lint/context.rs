//! What a rule may look at.

use std::ops::Range;

use super::{Levels, Terms};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Place};
use crate::i18n::Lang;
use crate::images::Images;
use crate::link::{Glossary, Library};
use crate::normalise::Entry;
use crate::parse::{Draft, FieldName, Parsed};
use crate::source::{LineSpan, Source};

/// One document with all that was made of it.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its text and lines.
    pub source: Source,
    /// What it says, line by line.
    pub parsed: Parsed,
    /// Its entries, as indices of [`Library::entries`].
    pub entries: Range<usize>,
}

/// The whole collection, as a rule sees it.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The documents, by name.
    pub documents: &'a [Document],
    /// The entries and their links.
    pub library: &'a Library,
    /// The settings of the collection.
    pub config: &'a Config,
    /// Which rules are on, and how grave their findings are.
    pub levels: &'a Levels,
    /// What is made of the glossary once for all documents.
    pub terms: &'a Terms<'a>,
    /// The images beside the documents; `None` where nobody looked for them.
    pub images: Option<&'a Images>,
    /// What the stages before found, but for parsing, whose findings are in each document's `parsed`.
    pub earlier: &'a [Diagnostic],
    /// The text of the interface messages of each language: [`crate::i18n::ftl`], or what stands in for it.
    pub messages: &'a [(Lang, &'a str)],
}

/// The words of the interface, and what they are looked at by.
#[derive(Clone, Copy)]
pub struct Interface<'a> {
    /// The text of the messages of each language.
    pub messages: &'a [(Lang, &'a str)],
    /// The settings of the collection.
    pub config: &'a Config,
    /// The concepts.
    pub glossary: &'a Glossary,
}

impl Context<'_> {
    /// The entries read from `document`, in its order.
    pub fn entries(&self, document: &Document) -> &[Entry] {
        self.library.entries.get(document.entries.clone()).unwrap_or_default()
    }
}

impl Document {
    /// The place of a stretch of bytes.
    pub fn place(&self, range: Range<usize>) -> Place {
        let (line, column) = self.source.position(range.start);
        let (end_line, end_column) = self.source.position(range.end);
        Place { line, column, end_line, end_column }
    }

    /// The place of the text of one line, without the white space around it.
    pub fn line_place(&self, line: usize) -> Place {
        self.lines_place(LineSpan::new(line, line))
    }

    /// The place of the text of some lines, without the white space around it. Lines that are not there are moved
    /// to the nearest that is.
    pub fn lines_place(&self, lines: LineSpan) -> Place {
        let last = self.source.line_count();
        if last == 0 {
            return Place { line: 1, column: 1, end_line: 1, end_column: 1 };
        }
        let (start, end) = (lines.start.clamp(1, last), lines.end.clamp(1, last));
        let range = self.source.line_range(start).start..self.source.line_range(end.max(start)).end;
        let text = &self.source.text[range.clone()];
        let blank = text.len() - text.trim_start().len();
        let from = if blank == text.len() { range.start } else { range.start + blank };
        self.place(from..range.start + text.trim_end().len().max(from - range.start))
    }

    /// The text of some lines, joined by `\n`; lines that are not there are left out.
    pub fn text(&self, lines: LineSpan) -> String {
        let end = lines.end.min(self.source.line_count());
        (lines.start.max(1)..=end).map(|line| self.source.line(line)).collect::<Vec<_>>().join("\n")
    }

    /// A finding of `rule` at `place` of this document.
    pub fn finding(&self, rule: &'static str, place: Place) -> Diagnostic {
        Diagnostic::new(rule, &self.source.name, place)
    }

    /// What `entry` was made of, when it was read here.
    pub fn draft(&self, entry: &Entry) -> Option<&Draft> {
        let drafts = &self.parsed.drafts;
        let first = drafts.partition_point(|draft| draft.lines < entry.source.lines);
        let here = drafts[first..].iter().take_while(|draft| draft.lines == entry.source.lines);
        let question = |draft: &&Draft| draft.value(FieldName::Question).map(str::trim) == Some(&entry.question);
        here.clone().find(question).or(here.clone().next())
    }

    /// The place of an entry's question: its first line in the source.
    pub fn question_place(&self, entry: &Entry) -> Place {
        let question = self.draft(entry).and_then(|draft| draft.field(FieldName::Question));
        self.line_place(question.map_or(entry.source.lines.start, |field| field.lines.start))
    }
}
