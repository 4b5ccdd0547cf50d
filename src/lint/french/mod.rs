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
    let mut found = Vec::new();
    accents::check(context, &prose, &mut found);
    missing_elision::check(&prose, &mut found);
    narrow_nbsp::check(&prose, &mut found);
    space_before_percent::check(&prose, &mut found);
    straight_apostrophe::check(&prose, &mut found);
    straight_quotes::check(&prose, &mut found);
    out.extend(found.into_iter().filter(|finding| prose.is_french(finding.place.line)));
}
