//! What a place of a document is about.

use std::ops::Range;

use super::open::Part;
use super::view::View;
use crate::discover;
use crate::link::{Concept, Names};
use crate::parse::{ALLOW, KNOWN_KEYS, Role, is_key};

/// The key of front matter that names concepts.
pub const CONCEPTS: &str = "concepts";

/// What stands at a byte of a document.
pub enum Under<'a> {
    /// A key of front matter, or its value.
    Key(&'static str, Range<usize>),
    /// The name of a concept.
    Concept(&'a Concept, Range<usize>),
}

/// What stands at byte `offset` of the document, besides the entry that it is in.
pub fn under<'a>(view: &View<'a>, offset: usize) -> Option<Under<'a>> {
    let source = &view.open.source;
    if source.line_count() == 0 {
        return None;
    }
    let line = source.position(offset).0;
    match view.role(line) {
        Some(Role::Meta) => meta(view, line, offset),
        Some(Role::Code) => None,
        _ if view.open.part(&view.known.config) == Part::Other => scheme(view, line, offset),
        _ => label(view, line, offset).or_else(|| named(view, word(&source.text, offset, is_id))),
    }
}

/// The key that a line of front matter has or that it goes on with, and its bytes.
pub fn key(view: &View<'_>, line: usize) -> Option<(&'static str, Range<usize>)> {
    let source = &view.open.source;
    let is_meta = |line: &usize| view.role(*line) == Some(Role::Meta);
    let line = (1..=line).rev().take_while(is_meta).find(|&line| source.line(line).starts_with(char::is_alphabetic))?;
    let written = source.line(line).split(':').next()?.trim_end();
    let known =
        KNOWN_KEYS.iter().map(|(name, _)| *name).chain([ALLOW]).find(|name| is_key(name) && *name == written)?;
    let start = source.line_range(line).start;
    Some((known, start..start + written.len()))
}

fn meta<'a>(view: &View<'a>, line: usize, offset: usize) -> Option<Under<'a>> {
    let (name, range) = key(view, line)?;
    let value = || named(view, word(&view.open.source.text, offset, |c| !"[],\"'\r\n:".contains(c)));
    let value = if name == CONCEPTS && !(range.start..=range.end).contains(&offset) { value() } else { None };
    value.or(Some(Under::Key(name, range)))
}

/// In the concept scheme: the concept whose id stands there, else the one that is described there.
fn scheme<'a>(view: &View<'a>, line: usize, offset: usize) -> Option<Under<'a>> {
    let source = &view.open.source;
    if !source.name.ends_with(discover::CONCEPTS) {
        return None;
    }
    let own = || {
        let id = (1..=line).rev().find_map(|line| {
            let written = source.line(line).trim_start_matches(['-', ' ']).strip_prefix("id:")?;
            let start = source.line_range(line).end - written.len();
            Some(start + written.len() - written.trim_start().len()..start + written.trim_end().len())
        })?;
        concept(view, id)
    };
    concept(view, word(&source.text, offset, is_id)).or_else(own)
}

/// The concept of this id.
fn concept<'a>(view: &View<'a>, range: Range<usize>) -> Option<Under<'a>> {
    let id = view.open.source.text[range.clone()].trim_matches(['"', '\'']);
    view.known.glossary.concepts.get(id).map(|concept| Under::Concept(concept, range))
}

/// The concept of this id or label.
fn named<'a>(view: &View<'a>, range: Range<usize>) -> Option<Under<'a>> {
    let glossary = &view.known.glossary;
    let written = &view.open.source.text[range.clone()];
    let name = written.trim().trim_start_matches("- ");
    let start = range.start + (written.len() - written.trim_start().len());
    let id = Names::new(glossary).id(name).filter(|_| !name.is_empty())?;
    glossary.concepts.get(id).map(|concept| Under::Concept(concept, start..range.end))
}

/// The label of a concept in running text.
fn label<'a>(view: &View<'a>, line: usize, offset: usize) -> Option<Under<'a>> {
    let source = &view.open.source;
    let range = source.line_range(line);
    let at = offset.checked_sub(range.start)?;
    let found = view.known.labels.find(&view.known.glossary, &source.text[range.clone()]);
    let (here, concept) = found.into_iter().find(|(here, _)| here.start <= at && at <= here.end)?;
    Some(Under::Concept(concept, range.start + here.start..range.start + here.end))
}

fn is_id(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

/// The run of such characters around a byte.
fn word(text: &str, offset: usize, part: impl Fn(char) -> bool) -> Range<usize> {
    let before = text[..offset].trim_end_matches(&part).len();
    let after = text.len() - text[offset..].trim_start_matches(&part).len();
    before..after
}
