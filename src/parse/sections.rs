//! Sections: the titles above a line, and the document's own title.

use super::block::{BlockKind, Document, Marker};
use super::draft::Role;
use crate::text::fold;

const TOC_TITLES: &[&str] =
    &["table of contents", "contents", "toc", "sommaire", "table des matieres", "index des questions", "summary"];

/// Whether a heading announces a table of contents.
pub fn is_toc_title(text: &str) -> bool {
    let folded = fold(text);
    TOC_TITLES.contains(&folded.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The section titles of a document: which blocks they are, at what level, and what they say.
pub struct Sections {
    heads: Vec<Head>,
    /// The document's own title.
    pub title: Option<String>,
    title_block: Option<usize>,
}

struct Head {
    block: usize,
    level: u8,
    title: String,
}

impl Sections {
    /// Reads the titles among the blocks that no draft claims (`claimed`), with `plain` for titles that are not headings.
    pub fn new(document: &Document<'_>, claimed: &[bool], plain: &[(usize, u8)]) -> Self {
        let mut heads: Vec<Head> = Vec::new();
        for (at, block) in document.blocks.iter().enumerate() {
            let whole = match block.kind {
                // The number belongs to the title of a topic (`2. Caching:`).
                BlockKind::Item(Marker::Number(_)) => document.source.line(block.lines.start),
                _ => document.text(block),
            };
            let title = whole.trim().trim_end_matches('#').trim();
            let level = match block.kind {
                BlockKind::Heading(level) if !claimed[at] && !is_toc_title(title) => level,
                // Below every Markdown heading: an outline's parts and topics are finer than headings around them.
                _ => match plain.iter().find(|(i, _)| *i == at) {
                    Some((_, level)) => 6 + level,
                    None => continue,
                },
            };
            heads.push(Head { block: at, level, title: clean(title) });
        }
        let tops = heads.iter().filter(|head| head.level == 1).count();
        let title_block = heads.first().filter(|head| head.level == 1 && tops == 1).map(|head| head.block);
        let title = title_block.and_then(|_| heads.first()).map(|head| head.title.clone());
        Self { heads, title, title_block }
    }

    /// The titles above block `at`, outermost first. The document's own title is left out below other titles.
    pub fn path(&self, at: usize) -> Vec<String> {
        let mut stack: Vec<&Head> = Vec::new();
        for head in self.heads.iter().take_while(|head| head.block <= at) {
            while stack.last().is_some_and(|last| last.level >= head.level) {
                stack.pop();
            }
            stack.push(head);
        }
        let deeper = stack.len() > 1;
        stack
            .iter()
            .filter(|head| !(deeper && Some(head.block) == self.title_block))
            .map(|head| head.title.clone())
            .collect()
    }

    /// The role of each title's block.
    pub fn roles(&self) -> impl Iterator<Item = (usize, Role)> {
        self.heads
            .iter()
            .map(|head| (head.block, if Some(head.block) == self.title_block { Role::Title } else { Role::Section }))
    }
}

/// A title without the bullet, emphasis and colon around it.
fn clean(title: &str) -> String {
    let title = title.trim_matches(['*', '_', ' ', '\t']);
    title.strip_suffix(':').map_or(title, |t| t.trim_end_matches([' ', '\u{a0}'])).to_owned()
}
