//! `missing-image`: an image beside the sources that is not there, so that readers see its description alone.

use crate::diagnostic::Diagnostic;
use crate::images::is_elsewhere;
use crate::lint::{Context, Reading, images};

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    // Documents from standard input have nothing beside them.
    let Some(known) = context.images else { return };
    for (picture, place) in images::of(context, document) {
        let there = known.find(&document.source.name, &picture.address).is_some();
        if !there && !is_elsewhere(&picture.address) {
            out.push(document.finding("missing-image", place).with("image", picture.address));
        }
    }
}
