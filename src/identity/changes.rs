//! The new lock, written beside the old one, and how they differ.

use std::collections::{BTreeMap, BTreeSet};

use super::fingerprint::Print;
use super::instant::LATEST;
use super::lock::{Lock, Record};
use crate::normalise::Entry;

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
    /// What its note in Anki shows is not what was published last.
    Card,
    /// It and its translation are in line as they are, which is new.
    InLine,
}

/// `now`, or the second after `last` where that is later; seconds since 1970.
pub fn later(now: i64, last: Option<i64>) -> i64 {
    let now = now.clamp(0, LATEST);
    last.map_or(now, |last| now.max((last + 1).min(LATEST)))
}

/// The new lock while it is written, beside the old one.
pub(super) struct Book<'a> {
    old: &'a Lock,
    new: Lock,
    changes: Vec<Change>,
    now: i64,
}

impl<'a> Book<'a> {
    pub fn new(old: &'a Lock, now: i64) -> Self {
        let (notes, anki, translations) = (old.notes.clone(), old.anki.clone(), old.translations.clone());
        let new = Lock { notes, anki, translations, ..Lock::default() };
        Self { old, new, changes: Vec::new(), now: now.clamp(0, LATEST) }
    }

    /// The new lock and its changes in order.
    pub fn finish(mut self) -> (Lock, Vec<Change>) {
        self.changes.sort();
        (self.new, self.changes)
    }

    fn note(&mut self, id: &str, kind: ChangeKind) {
        self.changes.push(Change { id: id.to_owned(), kind });
    }

    /// A moment after every one recorded for `old`: learners' programs only take what is newer than what they have, even
    /// when a clock was wrong once.
    fn later_than(&self, old: &Record) -> i64 {
        later(self.now, old.changed.max(old.retired))
    }

    /// Records a live entry.
    pub fn record(&mut self, entry: &Entry, print: &Print, id: &str) {
        let mut record = Record {
            id: id.to_owned(),
            lang: entry.lang,
            path: entry.source.path.clone(),
            question: print.question.clone(),
            answer: print.answer.clone(),
            labels: print.labels.clone(),
            // A first build has no news to tell; what comes later is news.
            changed: (!self.old.records.is_empty()).then_some(self.now),
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
    pub fn retire(&mut self, successors: &BTreeMap<&str, String>) {
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
