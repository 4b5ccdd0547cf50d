//! Entries and the old lock in; entries with their ids, the new lock and what changed out.

use std::collections::{BTreeMap, BTreeSet};

use super::fingerprint;
use super::instant::LATEST;
use super::lock::{Lock, Record};
use super::matching::{Candidate, Matching};
use super::name::{Names, is_valid_id};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::normalise::Entry;
use crate::text::slug;

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

/// One difference between two locks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The id concerned.
    pub id: String,
    /// What happened to it.
    pub kind: ChangeKind,
}

/// What can happen to an id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// Its question has another text.
    Reworded {
        /// The old text.
        from: String,
    },
    /// Its answer, context, level, section, tags or concepts are others.
    Edited,
    /// It is in another document.
    Moved {
        /// The old document.
        from: String,
    },
    /// Its entry is gone; with the id under which it lives on, where there is one.
    Retired {
        /// The id that replaces it.
        successor: Option<String>,
    },
    /// It was retired and is back.
    Revived,
}

/// Gives every entry its id.
///
/// `now` (seconds since 1970) is recorded only for what changed or was retired, so that building the same content again
/// writes the same lock on any day. Neither the order of the entries nor their lines are recorded. An entry with a
/// non-empty `id` was given it by its author.
pub fn assign(mut entries: Vec<Entry>, lock: &Lock, now: i64) -> Assigned {
    let mut diagnostics = Vec::new();
    let prints: Vec<Print> = entries.iter().map(Print::of).collect();
    let wishes: Vec<Option<String>> = entries.iter().map(|entry| wish(entry, &mut diagnostics)).collect();
    let winners = winners(&entries, &prints, &wishes, lock, &mut diagnostics);

    let records: Vec<&Record> = by_age(lock);
    let places: BTreeMap<&str, usize> = records.iter().enumerate().map(|(at, r)| (r.id.as_str(), at)).collect();
    let candidates: Vec<Candidate> = entries.iter().zip(&prints).map(|(entry, print)| print.candidate(entry)).collect();
    let mut matching = Matching::new(&candidates, &records);
    let mut names = Names::default();
    for (&id, &entry) in &winners {
        names.take(id);
        if let Some(&record) = places.get(id) {
            matching.tie(entry, record);
        }
    }
    // What an author has just named is first looked for without the name: the record found is the one it succeeds.
    let mut own: Vec<Option<&str>> = vec![None; entries.len()];
    winners.iter().for_each(|(&id, &entry)| own[entry] = Some(id));
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
            (None, None) => names.mint(wishes[at].as_deref().unwrap_or(&entry.question)),
        };
        for alias in entry.aliases.iter().filter(|alias| lock.records.contains_key(*alias)) {
            successors.entry(alias).or_insert_with(|| id.clone());
        }
        ids.push(id);
    }

    let mut book = Book { old: lock, new: Lock::default(), changes: Vec::new(), now: now.clamp(0, LATEST) };
    for ((entry, print), id) in entries.iter().zip(&prints).zip(&ids) {
        book.record(entry, print, id);
    }
    book.retire(&successors);
    let Book { new, mut changes, .. } = book;
    changes.sort();
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

/// What is recorded of an entry's text.
struct Print {
    question: String,
    answer: String,
    labels: String,
}

impl Print {
    fn of(entry: &Entry) -> Self {
        Self {
            question: entry.question.replace("\r\n", "\n"),
            answer: fingerprint::of_answer(entry),
            labels: fingerprint::of_labels(entry),
        }
    }

    fn candidate<'a>(&'a self, entry: &'a Entry) -> Candidate<'a> {
        Candidate { lang: entry.lang, path: &entry.source.path, question: &self.question, answer: &self.answer }
    }
}

/// The records in the order in which equal questions were numbered: `x`, `x-2`, …, `x-10`.
fn by_age(lock: &Lock) -> Vec<&Record> {
    let mut records: Vec<&Record> = lock.records.values().collect();
    records.sort_by_key(|record| (record.id.len(), record.id.as_str()));
    records
}

/// The id that an entry's author asks for; a refused one is replaced by its slug.
fn wish(entry: &Entry, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
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
fn winners<'a>(
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

/// The new lock while it is written, beside the old one.
struct Book<'a> {
    old: &'a Lock,
    new: Lock,
    changes: Vec<Change>,
    now: i64,
}

impl Book<'_> {
    fn note(&mut self, id: &str, kind: ChangeKind) {
        self.changes.push(Change { id: id.to_owned(), kind });
    }

    /// A moment after every one recorded for `old`: learners' programs only take what is newer than what they have, even
    /// when a clock was wrong once.
    fn later_than(&self, old: &Record) -> i64 {
        let last = old.changed.max(old.retired);
        last.map_or(self.now, |last| self.now.max((last + 1).min(LATEST)))
    }

    fn record(&mut self, entry: &Entry, print: &Print, id: &str) {
        let mut record = Record {
            id: id.to_owned(),
            lang: entry.lang,
            path: entry.source.path.clone(),
            question: print.question.clone(),
            answer: print.answer.clone(),
            labels: print.labels.clone(),
            changed: None,
            retired: None,
            successor: None,
        };
        let old = self.old;
        if let Some(old) = old.records.get(id) {
            let edited = (&old.answer, &old.labels, old.lang) != (&record.answer, &record.labels, record.lang);
            let changed = edited || old.question != record.question || old.retired.is_some();
            record.changed = if changed { Some(self.later_than(old)) } else { old.changed };
            if old.retired.is_some() {
                self.note(id, ChangeKind::Revived);
            }
            if old.question != record.question {
                self.note(id, ChangeKind::Reworded { from: old.question.clone() });
            }
            if edited {
                self.note(id, ChangeKind::Edited);
            }
            if old.path != record.path {
                self.note(id, ChangeKind::Moved { from: old.path.clone() });
            }
        } else {
            self.note(id, ChangeKind::Added);
        }
        self.new.records.insert(id.to_owned(), record);
    }

    /// Keeps what has no entry any more as tombstones.
    fn retire(&mut self, successors: &BTreeMap<&str, String>) {
        let live: BTreeSet<String> = self.new.records.keys().cloned().collect();
        let old = self.old;
        for old in old.records.values().filter(|old| !live.contains(&old.id)) {
            let successor = successors.get(old.id.as_str()).or(old.successor.as_ref()).cloned();
            let mut record = old.clone();
            if old.retired.is_none() || old.successor != successor {
                record.retired = Some(self.later_than(old));
                record.successor = successor.clone();
                self.note(&old.id, ChangeKind::Retired { successor });
            }
            self.new.records.insert(old.id.clone(), record);
        }
    }
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
