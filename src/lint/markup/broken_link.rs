//! `broken-internal-link` and `broken-anchor`: links within the collection that lead nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::Markup;
use super::links::Link;
use crate::diagnostic::Diagnostic;
use crate::images::{path, percent_decoded};
use crate::lint::{Context, Document};
use crate::text::nearest;

/// What documents are called by.
const EXTENSIONS: [&str; 5] = [".md", ".markdown", ".txt", ".text", ".csv"];

pub(super) fn check(context: &Context<'_>, markup: &Markup<'_>, links: &[Link<'_>], out: &mut Vec<Diagnostic>) {
    let name = markup.document.source.name.as_str();
    let mut anchors: BTreeMap<String, Option<BTreeSet<String>>> = BTreeMap::new();
    for link in links.iter().filter(|link| !link.image) {
        let place = markup.document.place(link.range.clone());
        let finding = |rule, what: &str| markup.document.finding(rule, place).with("target", what);
        let (file, anchor) = link.address.split_once('#').unwrap_or((link.address, ""));
        let target =
            if file.is_empty() { Some(name.to_owned()) } else { path(name, file).filter(|it| is_document(it)) };
        let Some(target) = target else { continue };
        let document = if file.is_empty() { Some(markup.document) } else { find(context, &target) };
        let Some(document) = document else {
            if is_missing(context, &target) {
                out.push(finding("broken-internal-link", file));
            }
            continue;
        };
        if is_anywhere(anchor) {
            continue;
        }
        let there = anchors.entry(target).or_insert_with(|| Some(super::anchors::of(&Markup::of(document)?)));
        // A table has no headings.
        let Some(there) = there else { continue };
        if leads(there, anchor) {
            continue;
        }
        let finding = finding("broken-anchor", anchor);
        out.push(match nearest(anchor, there.iter().map(String::as_str)) {
            Some(near) => finding.variant("near").with("near", near),
            None => finding,
        });
    }
}

/// Whether an anchor leads somewhere in every page: to its top (HTML, section 7.4.6.4), to words, to a line of its source.
fn is_anywhere(anchor: &str) -> bool {
    let line = |part: &str| part.strip_prefix('L').is_some_and(|digits| digits.parse::<u32>().is_ok());
    anchor.is_empty() || anchor.eq_ignore_ascii_case("top") || anchor.starts_with(":~:") || anchor.split('-').all(line)
}

/// Whether an anchor is one of a document's, written as it is or percent-encoded.
fn leads(there: &BTreeSet<String>, anchor: &str) -> bool {
    let anchor = anchor.strip_prefix("user-content-").unwrap_or(anchor);
    let decoded = percent_decoded(anchor).unwrap_or_default();
    there.contains(anchor) || there.contains(&decoded) || there.contains(&decoded.to_lowercase())
}

fn is_document(target: &str) -> bool {
    let target = target.to_ascii_lowercase();
    EXTENSIONS.iter().any(|extension| target.ends_with(extension))
}

fn find<'a>(context: &Context<'a>, target: &str) -> Option<&'a Document> {
    context
        .documents
        .binary_search_by(|document| document.source.name.as_str().cmp(target))
        .ok()
        .map(|at| &context.documents[at])
}

/// Whether a document is known not to be there: a whole collection was read, the document would be in its folder, and it is
/// not one that could not be read.
fn is_missing(context: &Context<'_>, target: &str) -> bool {
    let below = target.strip_prefix(&context.config.content).is_some_and(|rest| rest.starts_with('/'));
    context.images.is_some() && below && !context.earlier.iter().any(|finding| finding.path == target)
}
