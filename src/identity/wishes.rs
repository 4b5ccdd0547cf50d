//! Ids given by authors: which can be kept, and who has them.

use std::collections::BTreeMap;

use super::fingerprint::Print;
use super::lock::Lock;
use super::name::is_valid_id;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::normalise::Entry;
use crate::text::slug;

/// The id that an entry's author asks for; a refused one is replaced by its slug.
pub(super) fn wish(entry: &Entry, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    if entry.id.is_empty() || is_valid_id(&entry.id) {
        return Some(entry.id.clone()).filter(|id| !id.is_empty());
    }
    let replacement = slug(&entry.id);
    let shown: String = entry.id.chars().take(60).collect();
    diagnostics.push(
        Diagnostic::new("invalid-id", &entry.source.path, place(entry))
            .with("id", shown)
            .with("replacement", replacement.clone()),
    );
    Some(replacement)
}

/// Which entry has each wished id. Of several, the one that the lock knows by this id, else the first, so that a renamed
/// file does not make two entries change places.
pub(super) fn winners<'a>(
    entries: &[Entry],
    prints: &[Print],
    wishes: &'a [Option<String>],
    lock: &Lock,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<&'a str, usize> {
    let mut rivals: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, id) in wishes.iter().enumerate() {
        if let Some(id) = id.as_deref().filter(|id| is_valid_id(id)) {
            rivals.entry(id.to_ascii_lowercase()).or_default().push(at);
        }
    }
    let mut out = BTreeMap::new();
    for group in rivals.values() {
        let known = |&&at: &&usize| {
            let record = wishes[at].as_ref().and_then(|id| lock.records.get(id));
            record.is_some_and(|record| record.lang == entries[at].lang && record.question == prints[at].question)
        };
        let winner = group.iter().find(known).copied().unwrap_or(group[0]);
        let id = wishes[winner].as_deref().unwrap_or_default();
        out.insert(id, winner);
        for &loser in group.iter().filter(|&&at| at != winner) {
            let first = &entries[winner].source;
            let mut finding = Diagnostic::new("duplicate-id", &entries[loser].source.path, place(&entries[loser]))
                .with("id", id)
                .with("path", first.path.clone())
                .with("line", first.lines.start.to_string());
            finding.severity = Severity::Error;
            diagnostics.push(finding);
        }
    }
    out
}

/// The first character of an entry.
fn place(entry: &Entry) -> Place {
    let line = entry.source.lines.start.max(1);
    Place { line, column: 1, end_line: line, end_column: 1 }
}
