//! The rules about French: one look at the prose of a document serves them all.

mod accents;
mod missing_elision;
mod narrow_nbsp;
pub(super) mod prose;
mod space_before_percent;
mod straight_apostrophe;
mod straight_quotes;

use std::collections::BTreeMap;

pub(super) use accents::unaccented;
pub(super) use prose::code_span;

use super::{Context, Reading};
use crate::diagnostic::Diagnostic;

/// The findings of every rule about French; those of rules that are off are dropped with the levels.
pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let Some(prose) = document.french() else { return };
    let mut found = Vec::new();
    accents::check(context, prose, &mut found);
    missing_elision::check(prose, &mut found);
    narrow_nbsp::check(prose, &mut found);
    space_before_percent::check(prose, &mut found);
    straight_apostrophe::check(prose, &mut found);
    straight_quotes::check(prose, &mut found);
    let mut voted: BTreeMap<usize, bool> = BTreeMap::new();
    found.retain(|finding| *voted.entry(finding.place.line).or_insert_with_key(|&line| prose.is_french(line)));
    out.append(&mut found);
}
