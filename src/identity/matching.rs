//! Which entry is which record: same text here, same text elsewhere, a tombstone's text again, similar text.

use std::collections::BTreeMap;

use super::lock::Record;
use super::similar::{Comparison, Placed, alike};
use crate::i18n::Lang;

/// How alike two questions of one document are to be the same one.
const HERE: f64 = 0.5;
/// The same when the question is in another document now.
const ELSEWHERE: f64 = 0.85;
/// What an equal answer adds: enough alone in the same document, half of what is needed in another.
const SAME_ANSWER: f64 = 0.6;

/// What an entry is recognised by.
pub(super) struct Candidate<'a> {
    pub lang: Lang,
    pub path: &'a str,
    pub question: &'a str,
    pub answer: &'a str,
}

impl Candidate<'_> {
    /// Whether a record's own id may come back with this entry: the same text or answer, or a similar text.
    pub fn continues(&self, record: &Record) -> bool {
        let answered = !self.answer.is_empty() && self.answer == record.answer;
        self.question == record.question
            || (self.lang == record.lang && (answered || alike(self.question, &record.question) >= HERE))
    }
}

/// The matching under way: for each entry its record, and which records are spoken for.
pub(super) struct Matching<'a> {
    entries: &'a [Candidate<'a>],
    records: &'a [&'a Record],
    /// For each entry the index of its record.
    pub record_of: Vec<Option<usize>>,
    spoken_for: Vec<bool>,
}

impl<'a> Matching<'a> {
    /// No entry has a record yet.
    pub fn new(entries: &'a [Candidate<'a>], records: &'a [&'a Record]) -> Self {
        Self { entries, records, record_of: vec![None; entries.len()], spoken_for: vec![false; records.len()] }
    }

    /// Ties an entry to a record, for good.
    pub fn tie(&mut self, entry: usize, record: usize) {
        self.record_of[entry] = Some(record);
        self.spoken_for[record] = true;
    }

    /// Keeps a record from being matched.
    pub fn reserve(&mut self, record: usize) {
        self.spoken_for[record] = true;
    }

    /// Matches what is still free. Tombstones are only woken by exactly their text or their answer: a similar text alone
    /// says too little about what is no longer there to be compared with its successor.
    pub fn run(&mut self) {
        let live = |record: &Record| record.retired.is_none();
        let asleep = |record: &Record| record.retired.is_some() && record.successor.is_none();
        let here = |path: &'a str| path;
        let anywhere = |_: &'a str| "";
        self.exact(live, here, true);
        self.exact(live, here, false);
        self.exact(live, anywhere, true);
        self.exact(live, anywhere, false);
        self.exact(asleep, anywhere, true);
        self.exact(asleep, anywhere, false);
        self.similar();
        self.same_answer_again();
    }

    /// Wakes tombstones whose answer is back in their document under other words. An answer that another record or entry
    /// of the language has too ("True.") says nothing about which question this is.
    fn same_answer_again(&mut self) {
        if self.record_of.iter().all(Option::is_some) {
            return;
        }
        let mut records: BTreeMap<(Lang, &str), Vec<usize>> = BTreeMap::new();
        for (at, record) in self.records.iter().enumerate().filter(|(_, record)| !record.answer.is_empty()) {
            records.entry((record.lang, &record.answer)).or_default().push(at);
        }
        let mut entries: BTreeMap<(Lang, &str), Vec<usize>> = BTreeMap::new();
        for (at, entry) in self.entries.iter().enumerate() {
            entries.entry((entry.lang, entry.answer)).or_default().push(at);
        }
        for (key, found) in entries {
            if let ([entry], Some([record])) = (found.as_slice(), records.get(&key).map(Vec::as_slice)) {
                let old = self.records[*record];
                let asleep = old.retired.is_some() && old.successor.is_none() && !self.spoken_for[*record];
                if asleep && self.record_of[*entry].is_none() && self.entries[*entry].path == old.path {
                    self.tie(*entry, *record);
                }
            }
        }
    }

    /// Ties entries to records with the same language, text and `place` (and answer, where `answered`), first to first.
    fn exact(&mut self, wanted: impl Fn(&Record) -> bool, place: impl Fn(&'a str) -> &'a str, answered: bool) {
        if self.record_of.iter().all(Option::is_some) {
            return;
        }
        let answer = |answer: &'a str| if answered { answer } else { "" };
        let mut free: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, record) in self.records.iter().enumerate().rev() {
            if !self.spoken_for[at] && wanted(record) {
                let key = (record.question.as_str(), record.lang, place(&record.path), answer(&record.answer));
                free.entry(key).or_default().push(at);
            }
        }
        for (at, entry) in self.entries.iter().enumerate() {
            if self.record_of[at].is_none() {
                let key = (entry.question, entry.lang, place(entry.path), answer(entry.answer));
                if let Some(record) = free.get_mut(&key).and_then(Vec::pop) {
                    self.tie(at, record);
                }
            }
        }
    }

    /// Ties what is alike, the most alike first.
    fn similar(&mut self) {
        let entries: Vec<usize> = (0..self.entries.len()).filter(|&at| self.record_of[at].is_none()).collect();
        let free = |&at: &usize| !self.spoken_for[at] && self.records[at].retired.is_none();
        let records: Vec<usize> = (0..self.records.len()).filter(free).collect();
        if entries.is_empty() || records.is_empty() {
            return;
        }
        let mut documents: BTreeMap<&str, usize> = BTreeMap::new();
        let mut placed = |path: &'a str, question: &'a str| {
            let next = documents.len();
            Placed { question, document: *documents.entry(path).or_insert(next) }
        };
        let new: Vec<_> = entries.iter().map(|&at| placed(self.entries[at].path, self.entries[at].question)).collect();
        let old: Vec<_> =
            records.iter().map(|&at| placed(&self.records[at].path, &self.records[at].question)).collect();
        let comparison = Comparison::new(&new, &old);
        let mut answers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, &record) in records.iter().enumerate() {
            answers.entry(&self.records[record].answer).or_default().push(at);
        }
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (new, &entry) in entries.iter().enumerate() {
            let mut candidates = comparison.candidates(new);
            // An answer that many questions share ("True.") says nothing about which one this is.
            candidates.extend(answers.get(self.entries[entry].answer).into_iter().flatten().take(4));
            candidates.sort_unstable();
            candidates.dedup();
            for old in candidates {
                if let Some(score) = self.score(entry, records[old], comparison.similarity(new, old)) {
                    pairs.push((score, entry, records[old]));
                }
            }
        }
        pairs.sort_by(|(x, a, b), (y, c, d)| y.total_cmp(x).then((a, b).cmp(&(c, d))));
        for (_, entry, record) in pairs {
            if self.record_of[entry].is_none() && !self.spoken_for[record] {
                self.tie(entry, record);
            }
        }
    }

    /// How probable it is that an entry is a record, above zero; `None` when it is not to be believed.
    fn score(&self, entry: usize, record: usize, similarity: f64) -> Option<f64> {
        let (entry, record) = (&self.entries[entry], self.records[record]);
        if entry.lang != record.lang {
            return None;
        }
        let answered = !entry.answer.is_empty() && entry.answer == record.answer;
        let score = similarity + if answered { SAME_ANSWER } else { 0.0 };
        let least = if entry.path == record.path { HERE } else { ELSEWHERE };
        (score >= least).then_some(score - least)
    }
}
