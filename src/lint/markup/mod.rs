//! The rules about what Markdown makes of a text outside its code: one look at a document serves them all.

mod anchors;
mod bare_url;
pub(super) mod broken_link;
mod html;
mod links;
mod plain;
mod promotional_link;

pub(super) use plain::Markup;

use super::{Context, Document};
use crate::diagnostic::Diagnostic;

/// The findings of every rule about the markup of one document; those of rules that are off are dropped with the levels.
pub(super) fn check(_: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    let text = &document.source.text;
    if !text.contains(['<', '[']) && !text.contains("://") {
        return;
    }
    let Some(markup) = Markup::of(document) else { return };
    let links = links::of(&markup);
    html::check(&markup, out);
    bare_url::check(&markup, &links, out);
    promotional_link::check(&markup, &links, out);
}
