//! `image-alt`: an image without a description, which is nothing to those who cannot see it.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading, images};

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for (picture, place) in images::of(context, document).filter(|(picture, _)| picture.alt.trim().is_empty()) {
        out.push(document.finding("image-alt", place).with("image", picture.address));
    }
}
