//! From a question to its counterparts, from a concept to its description and its questions.

use lsp_types::{Location, Range};

use super::position;
use super::under::{Under, under};
use super::view::View;
use crate::link::{Concept, Link};
use crate::normalise::Entry;
use crate::parse::Role;

/// Where the counterparts of the question are, strongest first; in front matter, where a concept is described.
pub fn definition(view: &View<'_>, offset: usize) -> Vec<Location> {
    let line = line(view, offset);
    match under(view, offset) {
        Some(Under::Concept(concept, _)) if view.entry(line).is_none() || view.role(line) == Some(Role::Meta) => {
            described(view, concept).into_iter().collect()
        }
        _ => {
            let at = view.entry(line).and_then(|entry| view.index(entry));
            let near = at.map(|at| counterparts(view, at)).unwrap_or_default();
            near.into_iter().filter_map(|(entry, _)| asked(view, entry)).collect()
        }
    }
}

/// Where the concept under the pointer is described, else the one that the question is most about.
pub fn concept(view: &View<'_>, offset: usize) -> Vec<Location> {
    meant(view, offset).and_then(|concept| described(view, concept)).into_iter().collect()
}

/// The questions about the concept under the pointer, else about the one that the question is most about.
pub fn references(view: &View<'_>, offset: usize) -> Vec<Location> {
    let Some(concept) = meant(view, offset) else { return Vec::new() };
    about(view, &concept.id).filter_map(|entry| asked(view, entry)).collect()
}

/// The entries about a concept, in the order of the collection.
pub fn about<'a>(view: &View<'a>, concept: &str) -> impl Iterator<Item = &'a Entry> {
    let library = view.library().into_iter();
    library.flat_map(move |library| {
        let told = library.entries.iter().zip(&library.mentions);
        told.filter(move |(_, mentions)| mentions.iter().any(|mention| mention.concept == concept))
            .map(|(entry, _)| entry)
    })
}

/// The questions of the other language that belong to the entry at this index, strongest first.
pub fn counterparts<'a>(view: &View<'a>, at: usize) -> Vec<(&'a Entry, &'a Link)> {
    let Some(library) = view.library() else { return Vec::new() };
    let lang = library.entries[at].lang;
    let near = library.neighbours().swap_remove(at).into_iter();
    near.map(|(other, link)| (&library.entries[other], link)).filter(|(other, _)| other.lang != lang).collect()
}

fn line(view: &View<'_>, offset: usize) -> usize {
    view.open.source.position(offset).0
}

fn meant<'a>(view: &View<'a>, offset: usize) -> Option<&'a Concept> {
    if let Some(Under::Concept(concept, _)) = under(view, offset) {
        return Some(concept);
    }
    let at = view.index(view.entry(line(view, offset))?)?;
    let first = view.library()?.mentions.get(at)?.first()?;
    view.known.glossary.concepts.get(&first.concept)
}

/// Where a question stands.
fn asked(view: &View<'_>, entry: &Entry) -> Option<Location> {
    let document = view.document(&entry.source.path)?;
    Some(view.location(document, document.question_place(entry)))
}

/// The line of the concept scheme that has the concept's id, where the project has a scheme of its own.
fn described(view: &View<'_>, concept: &Concept) -> Option<Location> {
    let source = view.known.concepts.as_ref()?;
    let is_id = |line: &usize| {
        let written = source.line(*line).trim_start_matches(['-', ' ']).strip_prefix("id:");
        written.is_some_and(|id| id.trim().trim_matches(['"', '\'']) == concept.id)
    };
    let line = (1..=source.line_count()).find(is_id)?;
    let about = source.line_range(line);
    let at = |byte| position::position(source, view.client.units, byte);
    Some(Location { uri: view.address(&source.path), range: Range { start: at(about.start), end: at(about.end) } })
}
