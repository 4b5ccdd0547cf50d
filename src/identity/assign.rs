//! Entries and the old lock in; entries with their ids, the new lock and what changed out.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::changes::{Book, Change};
use super::fingerprint::Print;
use super::lock::{Lock, Record};
use super::matching::{Candidate, Matching};
use super::name::{Names, is_valid_id};
use super::wishes::{invalid, winners, wish};
use crate::diagnostic::Diagnostic;
use crate::normalise::Entry;

/// Entries that all have an id, unique in the collection whatever its case.
#[derive(Debug, Clone)]
pub struct Assigned {
    /// The entries in the order given.
    pub entries: Vec<Entry>,
    /// The lock to write.
    pub lock: Lock,
    /// How it differs from the old one, by id.
    pub changes: Vec<Change>,
    /// Ids given by authors that could not be kept: `duplicate-id`, `invalid-id`.
    pub diagnostics: Vec<Diagnostic>,
}

impl Assigned {
    /// Whether the lock differs from the old one: what `--locked` refuses.
    pub fn changed(&self) -> bool {
        !self.changes.is_empty()
    }
}

/// Gives every entry its id.
///
/// `now` (seconds since 1970) is recorded only for what changed or was retired, so that building the same content again
/// writes the same lock on any day. Neither the order of the entries nor their lines are recorded. An entry with a
/// non-empty `id` was given it by its author.
pub fn assign(mut entries: Vec<Entry>, lock: &Lock, now: i64) -> Assigned {
    let mut diagnostics = Vec::new();
    let prints: Vec<Print> = entries.par_iter().map(Print::of).collect();
    let candidates: Vec<Candidate> =
        entries.iter().zip(&prints).map(|(entry, print)| candidate(entry, print)).collect();
    let wishes: Vec<Option<String>> = entries.iter().map(wish).collect();
    let winners = winners(&entries, &candidates, &wishes, lock, &mut diagnostics);

    let records: Vec<&Record> = by_age(lock);
    let places: BTreeMap<&str, usize> = records.iter().enumerate().map(|(at, r)| (r.id.as_str(), at)).collect();
    let mut matching = Matching::new(&candidates, &records);
    let mut names = Names::default();
    for (&id, &entry) in &winners.of {
        names.take(id);
        match places.get(id) {
            Some(&record) if records[record].retired.is_none() => matching.tie(entry, record),
            // An id that comes back: what the text finds is the live record that it succeeds, as for a new id.
            Some(&record) => matching.reserve(record),
            None => {}
        }
    }
    let mut own: Vec<Option<&str>> = vec![None; entries.len()];
    winners.of.iter().for_each(|(&id, &entry)| own[entry] = Some(id));
    // A name given just now has no record: what the text finds for it is the record that it succeeds.
    matching.run();
    records.iter().for_each(|record| {
        names.take(&record.id);
    });

    let mut ids: Vec<String> = Vec::with_capacity(entries.len());
    let mut successors: BTreeMap<&str, String> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let found = matching.record_of[at].map(|record| records[record]);
        let id = match (own[at], found) {
            (Some(id), found) => {
                if let Some(old) = found.filter(|old| old.id != id) {
                    successors.insert(&old.id, id.to_owned());
                }
                id.to_owned()
            }
            (None, Some(record)) => record.id.clone(),
            (None, None) => {
                let refused = winners.refused.binary_search(&at).is_ok();
                let wished = wishes[at].as_deref().filter(|_| !refused);
                names.mint(wished.unwrap_or(&entry.question))
            }
        };
        if !entry.id.is_empty() && !is_valid_id(&entry.id) {
            diagnostics.push(invalid(entry, &id));
        }
        for alias in entry.aliases.iter().filter(|alias| lock.records.contains_key(*alias)) {
            successors.entry(alias).or_insert_with(|| id.clone());
        }
        ids.push(id);
    }

    let mut book = Book::new(lock, now);
    for ((entry, print), id) in entries.iter().zip(&prints).zip(&ids) {
        book.record(entry, print, id);
    }
    book.retire(&successors);
    let (new, changes) = book.finish();
    let redirects = redirects(&new);
    for (entry, id) in entries.iter_mut().zip(ids) {
        for old in redirects.get(&id).into_iter().flatten() {
            if !entry.aliases.contains(old) {
                entry.aliases.push(old.clone());
            }
        }
        entry.id = id;
    }
    Assigned { entries, lock: new, changes, diagnostics }
}

fn candidate<'a>(entry: &'a Entry, print: &'a Print) -> Candidate<'a> {
    Candidate { lang: entry.lang, path: &entry.source.path, question: &print.question, answer: &print.answer }
}

/// The records in the order in which equal questions were numbered: `x`, `x-2`, …, `x-10`.
fn by_age(lock: &Lock) -> Vec<&Record> {
    let mut records: Vec<&Record> = lock.records.values().collect();
    records.sort_by_key(|record| (record.id.len(), record.id.as_str()));
    records
}

/// For each live id the retired ones that lead to it. An id that only changed its case is the same folder on half of the
/// systems, where a redirect would overwrite the page.
fn redirects(lock: &Lock) -> BTreeMap<String, Vec<String>> {
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for tombstone in lock.tombstones() {
        if let Some(heir) = lock.heir(tombstone).filter(|heir| !heir.id.eq_ignore_ascii_case(&tombstone.id)) {
            out.entry(heir.id.clone()).or_default().push(tombstone.id.clone());
        }
    }
    out
}
