//! The rules about what Markdown makes of a text outside its code: one look at a document serves them all.

mod anchors;
mod bare_url;
pub(super) mod broken_link;
mod html;
pub(super) mod links;
mod plain;
mod promotional_link;

pub(super) use links::Link;
pub(super) use plain::Markup;

use super::{Context, Reading};
use crate::diagnostic::Diagnostic;

/// The findings of every rule about the markup of one document; those of rules that are off are dropped with the levels.
pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let text = &document.source.text;
    if !text.contains(['<', '[']) && !text.contains("://") {
        return;
    }
    let Some(markup) = document.markup() else { return };
    let links = document.links();
    html::check(markup, out);
    bare_url::check(markup, links, out);
    promotional_link::check(markup, links, out);
}
