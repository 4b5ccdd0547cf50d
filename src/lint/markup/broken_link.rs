//! `broken-internal-link` and `broken-anchor`: links within the collection that lead nowhere.

use std::collections::BTreeSet;

use super::links::Link;
use super::{Markup, anchors};
use crate::diagnostic::Diagnostic;
use crate::images::path;
use crate::lint::{Context, Document};
use crate::text::nearest;

/// What documents are called by.
const EXTENSIONS: [&str; 5] = [".md", ".markdown", ".txt", ".text", ".csv"];

pub(super) fn check(context: &Context<'_>, markup: &Markup<'_>, links: &[Link<'_>], out: &mut Vec<Diagnostic>) {
    let name = markup.document.source.name.as_str();
    let mut own: Option<BTreeSet<String>> = None;
    for link in links.iter().filter(|link| !link.image) {
        let place = markup.document.place(link.range.clone());
        let finding = |rule, what: &str| markup.document.finding(rule, place).with("target", what);
        let (file, anchor) = link.address.split_once('#').unwrap_or((link.address, ""));
        let elsewhere;
        let there = if file.is_empty() {
            own.get_or_insert_with(|| anchors::of(markup))
        } else {
            let Some(target) = path(name, file).filter(|target| is_document(target)) else { continue };
            let Some(document) = find(context, &target) else {
                if is_missing(context, &target) {
                    out.push(finding("broken-internal-link", file));
                }
                continue;
            };
            let Some(other) = Markup::of(document).filter(|_| !anchor.is_empty()) else { continue };
            elsewhere = anchors::of(&other);
            &elsewhere
        };
        // The empty anchor and `top` are the top of every page (HTML, section 7.4.6.4).
        if anchor.is_empty() || anchor.eq_ignore_ascii_case("top") || leads(there, anchor) {
            continue;
        }
        let finding = finding("broken-anchor", anchor);
        out.push(match nearest(anchor, there.iter().map(String::as_str)) {
            Some(near) => finding.variant("near").with("near", near),
            None => finding,
        });
    }
}

/// Whether an anchor is one of a document's, written as it is or percent-encoded.
fn leads(there: &BTreeSet<String>, anchor: &str) -> bool {
    let decoded = crate::images::percent_decoded(anchor).unwrap_or_default();
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
