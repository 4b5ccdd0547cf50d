//! `broken-internal-link` and `broken-anchor`: links within the collection that lead nowhere.

use super::anchors;
use super::links::Link;
use crate::diagnostic::{Diagnostic, Place};
use crate::images::{path, percent_decoded};
use crate::lint::whole::Whole;
use crate::lint::{Context, Document, Reading};
use crate::text::nearest;

/// What documents are called by.
const EXTENSIONS: [&str; 5] = [".md", ".markdown", ".txt", ".text", ".csv"];

/// Where a document leads within the collection, and what of it can be led to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ways {
    /// Its links to documents.
    pub to: Vec<Way>,
    /// Its anchors, in order; `None` for a table, which has no headings.
    pub anchors: Option<Vec<String>>,
}

/// A link to a document of the collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Where its address stands.
    pub place: Place,
    /// The name of the document that it leads to.
    pub target: String,
    /// The same as it is written.
    pub file: String,
    /// The anchor there; empty where the link leads to the whole document.
    pub anchor: String,
    /// Whether the document would be read with the collection if it was there.
    pub read: bool,
}

/// Where `document` leads.
pub fn ways(context: &Context<'_>, document: &Reading<'_>) -> Ways {
    if !["broken-internal-link", "broken-anchor"].into_iter().any(|rule| context.levels.anywhere(rule)) {
        return Ways::default();
    }
    let Some(markup) = document.markup() else { return Ways::default() };
    let to =
        document.links().iter().filter(|link| !link.image).filter_map(|link| way(context, document, link)).collect();
    Ways { to, anchors: Some(anchors::of(markup).into_iter().collect()) }
}

fn way(context: &Context<'_>, document: &Document, link: &Link) -> Option<Way> {
    let name = document.source.name.as_str();
    let (file, anchor) = link.address.split_once('#').unwrap_or((&link.address, ""));
    let target = if file.is_empty() { name.to_owned() } else { path(name, file).filter(|it| is_document(it))? };
    let below = target.strip_prefix(&context.config.content).is_some_and(|rest| rest.starts_with('/'));
    let place = document.place(link.range.clone());
    let anchor = if is_anywhere(anchor) { "" } else { anchor };
    // Where nobody looked for images, some documents were named, and others may be there.
    let read = context.images.is_some() && below;
    Some(Way { place, target, file: file.to_owned(), anchor: anchor.to_owned(), read })
}

/// The links to documents that are not there, though a whole collection was read in which they would be.
pub fn check(whole: &Whole<'_>, out: &mut Vec<Diagnostic>) {
    for (name, facts) in whole.documents {
        for way in facts.ways.to.iter().filter(|way| way.read && whole.document(&way.target).is_none()) {
            // One that cannot be read is there.
            if !whole.earlier.iter().any(|finding| finding.path == way.target) {
                let finding = Diagnostic::new("broken-internal-link", name, way.place);
                out.push(finding.with("target", way.file.as_str()));
            }
        }
    }
}

/// The links to places that a document does not have.
pub fn check_anchors(whole: &Whole<'_>, out: &mut Vec<Diagnostic>) {
    for (name, facts) in whole.documents {
        for way in facts.ways.to.iter().filter(|way| !way.anchor.is_empty()) {
            let target = if way.file.is_empty() { Some(*facts) } else { whole.document(&way.target) };
            let there = target.and_then(|target| target.ways.anchors.as_deref());
            let Some(there) = there.filter(|there| !leads(there, &way.anchor)) else { continue };
            let finding = Diagnostic::new("broken-anchor", name, way.place).with("target", way.anchor.as_str());
            out.push(match nearest(&way.anchor, there.iter().map(String::as_str)) {
                Some(near) => finding.variant("near").with("near", near),
                None => finding,
            });
        }
    }
}

/// Whether an anchor leads somewhere in every page: to its top (HTML, section 7.4.6.4), to words, to a line of its source.
fn is_anywhere(anchor: &str) -> bool {
    let line = |part: &str| part.strip_prefix('L').is_some_and(|digits| digits.parse::<u32>().is_ok());
    anchor.is_empty() || anchor.eq_ignore_ascii_case("top") || anchor.starts_with(":~:") || anchor.split('-').all(line)
}

/// Whether an anchor is one of a document's, written as it is or percent-encoded.
fn leads(there: &[String], anchor: &str) -> bool {
    let anchor = anchor.strip_prefix("user-content-").unwrap_or(anchor);
    let decoded = percent_decoded(anchor).unwrap_or_default();
    let has = |anchor: &str| there.binary_search_by(|own| own.as_str().cmp(anchor)).is_ok();
    has(anchor) || has(&decoded) || has(&decoded.to_lowercase())
}

fn is_document(target: &str) -> bool {
    let target = target.to_ascii_lowercase();
    EXTENSIONS.iter().any(|extension| target.ends_with(extension))
}
