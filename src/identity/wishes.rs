//! Ids given by authors: which can be kept, and who has them.

use std::collections::BTreeMap;

use super::lock::{Lock, Record};
use super::matching::Candidate;
use super::name::is_valid_id;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::normalise::Entry;
use crate::text::slug;

/// The id that an entry's author asks for; one that cannot be an address becomes its slug.
pub(super) fn wish(entry: &Entry) -> Option<String> {
    match entry.id.as_str() {
        "" => None,
        id if is_valid_id(id) => Some(id.to_owned()),
        id => Some(slug(id)),
    }
}

/// The finding that an entry has `given` in place of the id that its author wrote.
pub(super) fn invalid(entry: &Entry, given: &str) -> Diagnostic {
    let shown: String = entry.id.chars().take(60).collect();
    Diagnostic::new("invalid-id", &entry.source.path, place(entry)).with("id", shown).with("replacement", given)
}

/// What became of the ids that authors gave.
#[derive(Default)]
pub(super) struct Winners<'a> {
    /// Which entry has each id.
    pub of: BTreeMap<&'a str, usize>,
    /// Entries whose id stays that of a retired question: they get one of their own.
    pub refused: Vec<usize>,
}

/// Which entry has each wished id. Of several, the one that the lock knows by this id, else the first, so that a renamed
/// file does not make two entries change places. Nobody has the id of a retired question but that question.
pub(super) fn winners<'a>(
    entries: &[Entry],
    candidates: &[Candidate<'_>],
    wishes: &'a [Option<String>],
    lock: &Lock,
    diagnostics: &mut Vec<Diagnostic>,
) -> Winners<'a> {
    // `Cache` and `cache` are one folder on half of the systems.
    let tombstones: BTreeMap<String, &Record> =
        lock.tombstones().map(|record| (record.id.to_ascii_lowercase(), record)).collect();
    let mut rivals: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut out = Winners::default();
    for (at, id) in wishes.iter().enumerate() {
        let Some(id) = id.as_deref().filter(|id| is_valid_id(id)) else { continue };
        let folded = id.to_ascii_lowercase();
        let live = lock.records.get(id).is_some_and(|record| record.retired.is_none());
        match tombstones.get(&folded).filter(|old| !live && !candidates[at].continues(old)) {
            Some(old) => {
                diagnostics.push(retired(&entries[at], old));
                out.refused.push(at);
            }
            None => rivals.entry(folded).or_default().push(at),
        }
    }
    for group in rivals.values() {
        let known = |&&at: &&usize| {
            let record = wishes[at].as_ref().and_then(|id| lock.records.get(id));
            record.is_some_and(|record| record.lang == entries[at].lang && record.question == candidates[at].question)
        };
        let winner = group.iter().find(known).copied().unwrap_or(group[0]);
        let id = wishes[winner].as_deref().unwrap_or_default();
        out.of.insert(id, winner);
        for &loser in group.iter().filter(|&&at| at != winner) {
            let first = &entries[winner].source;
            let finding = error("duplicate-id", &entries[loser])
                .with("id", id)
                .with("path", first.path.clone())
                .with("line", first.lines.start.to_string());
            diagnostics.push(finding);
        }
    }
    out
}

/// The finding that an entry asks for the id of a retired question.
fn retired(entry: &Entry, old: &Record) -> Diagnostic {
    let question: String = old.question.chars().take(80).collect();
    error("duplicate-id", entry).variant("retired").with("id", old.id.clone()).with("question", question)
}

fn error(rule: &'static str, entry: &Entry) -> Diagnostic {
    Diagnostic { severity: Severity::Error, ..Diagnostic::new(rule, &entry.source.path, place(entry)) }
}

/// Where the source gives the id, else the first character of the entry.
fn place(entry: &Entry) -> Place {
    let line = entry.source.lines.start.max(1);
    entry.id_place.unwrap_or(Place { line, column: 1, end_line: line, end_column: 1 })
}
