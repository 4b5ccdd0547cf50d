//! `cross-language-counterpart-unlinked`: two questions that the words alone join, so that a change of either may part them.

use crate::diagnostic::{Diagnostic, Edit, Fix, Place};
use crate::lint::counterpart::{self, Documents, Pair};
use crate::lint::{Context, Document};
use crate::normalise::Entry;
use crate::parse::{FieldName, Role};

/// Concepts that are proposed at most: what a question is about, not what it touches.
const MOST: usize = 2;

pub(super) fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let documents = Documents::of(context);
    for pair in counterpart::pairs(context) {
        out.extend(about(context, &documents, &pair));
    }
}

fn about(context: &Context<'_>, documents: &Documents<'_>, pair: &Pair<'_>) -> Option<Diagnostic> {
    let entries = &context.library.entries;
    let (first, second) = (&entries[pair.first], &entries[pair.second]);
    let shared = first.concepts.iter().any(|concept| second.concepts.contains(concept));
    if shared || context.library.decision(&first.id, &second.id).is_some() {
        return None;
    }
    // Where one names its concepts, the other should name them too.
    let (at, other) = match first.concepts.is_empty() || !second.concepts.is_empty() {
        true => (pair.first, pair.second),
        false => (pair.second, pair.first),
    };
    let (entry, document) = (&entries[at], documents.document(at)?);
    let concepts = proposed(context, at, other);
    let finding = document.finding("cross-language-counterpart-unlinked", document.question_place(entry));
    let finding = finding
        .with("question", entries[other].question.as_str())
        .with("other", documents.place(other))
        .with("a", pair.link.a.as_str())
        .with("b", pair.link.b.as_str());
    if concepts.is_empty() {
        return Some(finding.variant("decide"));
    }
    let finding = finding.with("concepts", concepts.join(", "));
    Some(match naming(document, entry, &concepts) {
        Some(edit) => finding.fix(Fix::unsafe_(vec![edit])),
        None => finding,
    })
}

/// The concepts that would join two entries: those that the other names, else those that the words of both do.
fn proposed<'a>(context: &Context<'a>, at: usize, other: usize) -> Vec<&'a str> {
    let named = &context.library.entries[other].concepts;
    if !named.is_empty() {
        return named.iter().take(MOST).map(String::as_str).collect();
    }
    let theirs = context.library.mentions.get(other).map_or(&[][..], Vec::as_slice);
    let own = context.library.mentions.get(at).map_or(&[][..], Vec::as_slice);
    let both = own.iter().filter(|mention| theirs.iter().any(|their| their.concept == mention.concept));
    both.take(MOST).map(|mention| mention.concept.as_str()).collect()
}

/// What names concepts in the front matter of a document that holds this entry alone, and names none yet.
fn naming(document: &Document, entry: &Entry, concepts: &[&str]) -> Option<Edit> {
    let alone = document.parsed.drafts.len() == 1;
    let named = document.draft(entry)?.field(FieldName::Concept).is_some();
    let (open, roles) = (document.source.lines().next()?.trim() == "---", &document.parsed.roles);
    if !alone || named || !open || roles.first() != Some(&Role::Meta) {
        return None;
    }
    let end = (2..=document.source.line_count()).find(|&line| document.source.line(line).trim() == "---")?;
    let place = Place { line: end, column: 1, end_line: end, end_column: 1 };
    Some(Edit::replace(place, format!("concepts: [{}]\n", concepts.join(", "))))
}
