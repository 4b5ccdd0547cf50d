//! `invalid-message`: an interface message that cannot be read, or whose branches do not cover every number.

use fluent_syntax::ast::{Variant, VariantKey};

use crate::diagnostic::Diagnostic;
use crate::lint::Interface;
use crate::lint::messages::{Messages, branchings};

/// The categories of number that plural rules know (Unicode CLDR).
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
/// Those that French and English distinguish for the numbers of an interface.
const OURS: [&str; 3] = ["one", "many", "other"];

pub(super) fn check(interface: &Interface<'_>, out: &mut Vec<Diagnostic>) {
    for &(lang, text) in interface.messages {
        let messages = Messages::parse(lang, text);
        for error in &messages.errors {
            let at = error.pos.start.min(text.len());
            let finding = messages.finding("invalid-message", at..error.pos.end.clamp(at, text.len()));
            out.push(finding.with("detail", error.kind.to_string()));
        }
        for (key, pattern) in &messages.values {
            for (_, variants) in branchings(pattern) {
                out.extend(about(&messages, key, variants));
            }
        }
    }
}

/// What is wrong with branches that go by number.
fn about(messages: &Messages<'_>, key: &str, variants: &[Variant<&str>]) -> Option<Diagnostic> {
    let names: Vec<&str> = variants.iter().map(name).collect();
    if !names.iter().any(|name| CATEGORIES.contains(name)) || names.contains(&"other") && names.len() == 1 {
        return None;
    }
    let named = |name: &str| CATEGORIES.contains(&name);
    let by_number = names
        .iter()
        .zip(variants)
        .all(|(name, variant)| named(name) || matches!(variant.key, VariantKey::NumberLiteral { .. }));
    // Words beside `other` choose by what something is, not by how many there are.
    if !by_number {
        return None;
    }
    let finding = |piece: &str| messages.finding("invalid-message", messages.range(piece)).with("key", key);
    if let Some(foreign) = names.iter().find(|name| named(name) && !OURS.contains(name)) {
        return Some(finding(foreign).variant("category").with("category", *foreign));
    }
    let default = variants.iter().find(|variant| variant.default).map(name).filter(|name| *name != "other");
    if let Some(default) = default {
        return Some(finding(default).variant("default").with("category", default));
    }
    (!names.contains(&"one")).then(|| finding(names[0]).variant("one"))
}

fn name<'a>(variant: &Variant<&'a str>) -> &'a str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}
