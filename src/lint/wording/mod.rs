//! The rules about how terms are written, in either language.

pub(super) mod forbidden_term;
pub(super) mod inconsistent_term;
mod joined;
pub(super) mod mixed_language_heading;
mod names;
mod near;
pub(super) mod technical_term_spelling;
mod words;
pub(super) mod wrong_language;

use std::collections::BTreeSet;

use crate::config::Terms;
use crate::text::fold;

/// The terms that stay as they are written, folded, and each of their words.
fn kept(terms: &Terms) -> BTreeSet<String> {
    let whole = terms.keep.iter().map(|term| fold(term));
    let each = terms.keep.iter().flat_map(|term| words::words(term)).map(|word| fold(word.typed));
    whole.chain(each).collect()
}
