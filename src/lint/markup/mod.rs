//! The rules about what Markdown makes of a text outside its code: one look at a document serves them all.

mod anchors;
mod bare_url;
mod broken_link;
mod html;
mod links;
mod plain;
mod promotional_link;

pub(super) use plain::Markup;

use super::{Context, Document};
use crate::diagnostic::Diagnostic;

/// The findings of every rule about markup; those of rules that are off are dropped with the levels.
pub(super) fn check(context: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    let text = &document.source.text;
    if !text.contains(['<', '[']) && !text.contains("://") {
        return;
    }
    let Some(markup) = Markup::of(document) else { return };
    let links = links::of(&markup);
    html::check(&markup, out);
    bare_url::check(&markup, &links, out);
    broken_link::check(context, &markup, &links, out);
    promotional_link::check(&markup, &links, out);
}
