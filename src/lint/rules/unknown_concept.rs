//! `unknown-concept`: a concept that the glossary does not have, so that the link it was written for is lost.

use crate::diagnostic::Diagnostic;
use crate::link::Names;
use crate::lint::{Context, Reading};
use crate::parse::{Field, FieldName};

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let known = &context.library.glossary.concepts;
    // Without a glossary every name would be unknown.
    if known.is_empty() {
        return;
    }
    let fields = document.parsed.drafts.iter().flat_map(|draft| &draft.fields);
    let unknown: Vec<&Field> =
        fields.filter(|field| field.name == FieldName::Concept && !known.contains_key(&field.value)).collect();
    if unknown.is_empty() {
        return;
    }
    let names = Names::new(&context.library.glossary);
    let mut seen = std::collections::BTreeSet::new();
    for field in unknown.into_iter().filter(|field| names.id(&field.value).is_none()) {
        // Front matter over several questions gives the same field to each.
        if !seen.insert((field.lines, &field.value)) {
            continue;
        }
        let mut place = document.line_place(field.lines.start);
        let line = document.source.line(place.line);
        if let Some(at) = line.find(&field.value) {
            place.column = line[..at].chars().count() + 1;
            place.end_column = place.column + field.value.chars().count();
        }
        let finding = document.finding("unknown-concept", place).with("concept", field.value.as_str());
        out.push(match names.nearest(&field.value) {
            Some(near) => finding.variant("near").with("near", near),
            None => finding,
        });
    }
}
