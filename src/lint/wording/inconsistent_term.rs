//! `inconsistent-term`: a document that writes a term with a hyphen here and as one word there.

use std::collections::BTreeMap;
use std::ops::Range;

use super::kept;
use super::words::{key, words};
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::i18n::Lang;
use crate::lint::{Context, Reading};
use crate::text::fold;

/// Shorter words differ by more than a hyphen: `re-do`, `co-op`.
const SHORTEST: usize = 5;

/// Where a term stands with its hyphen, and where without.
#[derive(Default)]
struct Uses<'a> {
    hyphened: Vec<(Range<usize>, &'a str)>,
    joined: Vec<(Range<usize>, &'a str)>,
}

pub(in crate::lint) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let Some(prose) = document.prose() else { return };
    let kept = kept(&context.config.terms);
    let mut terms: BTreeMap<(Option<Lang>, String), Uses<'_>> = BTreeMap::new();
    for word in words(&prose.text) {
        let plain = word.typed.chars().all(|c| c.is_alphabetic() || c == '-');
        if plain && word.typed.len() >= SHORTEST && !kept.contains(&fold(word.typed)) {
            let line = document.source.position(word.range.start).0;
            let lang = prose.langs.get(line).copied().flatten();
            let uses = terms.entry((lang, fold(&key(word.typed)))).or_default();
            let list = if word.typed.contains('-') { &mut uses.hyphened } else { &mut uses.joined };
            list.push((word.range, word.typed));
        }
    }
    for uses in terms.into_values() {
        let (rare, often) = match uses.joined.len() < uses.hyphened.len() {
            true => (uses.joined, uses.hyphened),
            false => (uses.hyphened, uses.joined),
        };
        let Some((_, usual)) = often.first() else { continue };
        let usual = usual.to_lowercase();
        for (range, written) in &rare {
            let meant = like(written, &usual);
            let place = document.place(range.clone());
            let finding = document.finding("inconsistent-term", place).with("written", *written).with("usual", &usual);
            let counted = finding.with("rare", rare.len().to_string()).with("often", often.len().to_string());
            out.push(counted.fix(Fix::unsafe_(vec![Edit::replace(place, meant)])));
        }
    }
}

/// `usual` with a capital where `written` has one.
fn like(written: &str, usual: &str) -> String {
    let mut letters = usual.chars();
    match letters.next().filter(|_| written.starts_with(char::is_uppercase)) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => usual.to_owned(),
    }
}
