//! The rules about French: one look at the prose of a document serves them all.

mod accents;
mod missing_elision;
mod narrow_nbsp;
mod prose;
mod space_before_percent;
mod straight_apostrophe;
mod straight_quotes;

use prose::Prose;

use super::{Context, Document};
use crate::diagnostic::Diagnostic;

/// The findings of every rule about French; those of rules that are off are dropped with the levels.
pub(super) fn check(context: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    let Some(prose) = Prose::of(context, document) else { return };
    accents::check(context, &prose, out);
    missing_elision::check(&prose, out);
    narrow_nbsp::check(&prose, out);
    space_before_percent::check(&prose, out);
    straight_apostrophe::check(&prose, out);
    straight_quotes::check(&prose, out);
}
