//! One document on the desk: changes are put in, the text is read again, and what does not come out right is taken back.

use std::collections::BTreeSet;

use super::Edited;
use super::compare::{Change, Row, shortened};
use super::place::{self, Edits, Spot};
use super::remark::Remark;
use super::wanted::{Wanted, put};
use crate::export::{COMPARED, cell};
use crate::link::Library;
use crate::lint::Document;
use crate::normalise::{Entry, normalise};
use crate::parse::{Parsed, Role, parse};
use crate::source::Source;

/// What became of a document's changes.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub edited: Option<Edited>,
    pub placed: usize,
    pub remarks: Vec<Remark>,
}

/// Which entry of the library each entry of a document is, in the document's order.
pub(super) fn lined_up(document: &Document, library: &Library) -> Vec<usize> {
    let mut free: Vec<usize> = document.entries.clone().collect();
    let take = |entry: &Entry| {
        let same = |at: &usize| {
            let other = &library.entries[*at];
            other.source.lines == entry.source.lines && other.question == entry.question && other.answer == entry.answer
        };
        free.iter().position(same).map(|at| free.remove(at))
    };
    normalise(&document.source, &document.parsed).entries.iter().filter_map(take).collect()
}

/// A change of an entry of this document.
#[derive(Debug, Clone)]
struct Task {
    /// The entry, by its place in the document.
    at: usize,
    column: &'static str,
    row: Row,
    /// Its id in the collection.
    id: String,
}

/// Tasks that one edit does: a heading or a front matter that several entries share.
type Cluster = Vec<Task>;

/// A document, how it reads, and how it is to read.
struct Desk {
    source: Source,
    parsed: Parsed,
    /// Its entries as they are read from `source`.
    entries: Vec<Entry>,
    notes: Vec<(Vec<String>, String)>,
    placed: Vec<Task>,
    remarks: Vec<Remark>,
}

/// Puts the changes of one document in.
pub(super) fn work(document: &Document, library: &Library, changes: Vec<Change>) -> Done {
    let order = lined_up(document, library);
    let mut tasks: Vec<Task> = changes
        .into_iter()
        .filter_map(|Change { entry, column, row }| {
            let at = order.iter().position(|&own| own == entry)?;
            Some(Task { at, column, row, id: library.entries[entry].id.clone() })
        })
        .collect();
    tasks.sort_by_key(|task| (task.at, COMPARED.iter().position(|column| *column == task.column)));
    let mut desk = Desk::new(document.source.clone());
    let mut clusters: Vec<(Option<Edits>, Cluster)> = Vec::new();
    for task in tasks {
        let edits = desk.alternatives(&task).into_iter().next();
        match clusters.iter_mut().find(|(other, _)| edits.is_some() && *other == edits) {
            Some((_, cluster)) => cluster.push(task),
            None => clusters.push((edits, vec![task])),
        }
    }
    desk.accept(clusters.into_iter().map(|(_, cluster)| cluster).collect());
    desk.contents();
    let changed = desk.source.text != document.source.text;
    let edited = changed.then(|| Edited { source: document.source.clone(), text: desk.source.text.clone() });
    Done { edited, placed: desk.placed.len(), remarks: desk.remarks }
}

impl Desk {
    fn new(source: Source) -> Self {
        let parsed = parse(&source);
        let normalised = normalise(&source, &parsed);
        let notes = normalised.notes.into_iter().map(|note| (note.section, note.text)).collect();
        Self { source, entries: normalised.entries, notes, parsed, placed: Vec::new(), remarks: Vec::new() }
    }

    fn alternatives(&self, task: &Task) -> Vec<Edits> {
        let Some(draft) = self.parsed.drafts.get(task.at) else { return Vec::new() };
        let spot = Spot { source: &self.source, parsed: &self.parsed, draft, at: task.at };
        place::alternatives(&spot, task.column, &Wanted::of(&task.row.entry, task.column), &self.entries[task.at])
    }

    /// Puts in all that goes in. Everything is tried at once; where that does not read as it should, each half by itself.
    fn accept(&mut self, mut clusters: Vec<Cluster>) {
        while !clusters.is_empty() {
            let (mut chosen, mut edits, mut waiting): (Vec<Cluster>, Edits, Vec<Cluster>) = Default::default();
            for cluster in clusters {
                let alternatives = self.alternatives(&cluster[0]);
                let Some(first) = alternatives.first() else {
                    self.refuse(&cluster, "no-place", None);
                    continue;
                };
                if first.iter().all(|edit| edits.iter().all(|other| !edit.touches(other))) {
                    edits.extend(first.iter().cloned());
                    chosen.push(cluster);
                } else {
                    waiting.push(cluster);
                }
            }
            let all: Vec<&Task> = chosen.iter().flatten().collect();
            if self.attempt(&all, &edits).is_err() {
                if let [one] = &chosen[..] {
                    self.accept_one(&one.clone());
                } else {
                    let second = chosen.split_off(chosen.len() / 2);
                    self.accept(chosen);
                    self.accept(second);
                }
            }
            clusters = waiting;
        }
    }

    /// Puts one change in, wherever it goes.
    fn accept_one(&mut self, cluster: &Cluster) {
        let tasks: Vec<&Task> = cluster.iter().collect();
        let mut why = None;
        for edits in self.alternatives(&cluster[0]) {
            match self.attempt(&tasks, &edits) {
                Ok(()) => return,
                Err(reason) => why = why.or(Some(reason)),
            }
        }
        self.refuse(cluster, "misread", why);
    }

    /// Makes these edits if the document then says exactly what the tasks want, and otherwise says what went wrong.
    fn attempt(&mut self, tasks: &[&Task], edits: &Edits) -> Result<(), Misread> {
        let text = place::apply(&self.source, edits);
        let mut source = Source::new(&self.source.path, self.source.name.as_str(), text);
        source.encoding = self.source.encoding;
        source.encoding.encode(&source.text).ok_or(Misread::Encoding)?;
        let new = Self::new(source);
        let mut wanted = self.entries.clone();
        let mut touched = BTreeSet::new();
        for task in tasks {
            put(&mut wanted[task.at], &task.row.entry, task.column);
            touched.insert(task.at);
        }
        new.reads_as(&wanted, &touched, self)?;
        let placed = std::mem::take(&mut self.placed);
        let remarks = std::mem::take(&mut self.remarks);
        let done = tasks.iter().map(|task| (*task).clone());
        *self = Self { placed: placed.into_iter().chain(done).collect(), remarks, ..new };
        Ok(())
    }

    /// Whether the document reads as `wanted`, and apart from that as `before`.
    fn reads_as(&self, wanted: &[Entry], touched: &BTreeSet<usize>, before: &Self) -> Result<(), Misread> {
        if self.entries.len() != wanted.len() {
            return Err(Misread::Number(self.entries.len()));
        }
        let columns = |is: &Entry, wanted: &Entry| {
            COMPARED.into_iter().chain(["id"]).find(|column| cell(is, column) != cell(wanted, column))
        };
        // The own ones last: what happens to others says more.
        let others = (0..wanted.len()).filter(|at| !touched.contains(at));
        for at in others {
            let (is, was) = (&self.entries[at], &wanted[at]);
            let code =
                |entry: &Entry| entry.code.iter().map(|c| (c.lang.clone(), c.role, c.fenced)).collect::<Vec<_>>();
            if columns(is, was).is_some() || is.flags != was.flags || is.status != was.status || code(is) != code(was) {
                return Err(Misread::Other(before.entries[at].source.lines.start, shortened(&was.question)));
            }
        }
        for &at in touched {
            if let Some(column) = columns(&self.entries[at], &wanted[at]) {
                return Err(Misread::Own(column, shortened(&cell(&self.entries[at], column))));
            }
        }
        let problems = |desk: &Self| desk.parsed.diagnostics.len();
        if self.notes != before.notes || problems(self) > problems(before) {
            return Err(Misread::Rest);
        }
        Ok(())
    }

    fn refuse(&mut self, cluster: &Cluster, key: &'static str, why: Option<Misread>) {
        for task in cluster {
            let entry = &self.entries[task.at];
            let remark = Remark::open(key, &self.source.name, entry.source.lines.start)
                .with("id", task.id.as_str())
                .with("column", task.column)
                .with("row", task.row.line.to_string())
                .with("layout", self.parsed.drafts.get(task.at).map_or("", |draft| draft.layout))
                .with("value", shortened(&cell(&task.row.entry, task.column)));
            self.remarks.push(match &why {
                None => remark,
                Some(why) => why.tell(remark),
            });
        }
    }

    /// A table of contents repeats questions; it is nobody's cell, so that a person has to follow.
    fn contents(&mut self) {
        for task in self.placed.iter().filter(|task| task.column == "question") {
            let id = &task.id;
            for line in (1..=self.source.line_count()).filter(|&line| self.parsed.roles[line - 1] == Role::Toc) {
                if !self.source.line(line).contains(&self.entries[task.at].question) && self.leads_to(line, task) {
                    self.remarks.push(Remark::note("contents", &self.source.name, line).with("id", id.as_str()));
                }
            }
        }
    }

    /// Whether a line of the table of contents has the number that the question's heading has.
    fn leads_to(&self, line: usize, task: &Task) -> bool {
        let number = |text: &str| -> Option<String> {
            let digits: String =
                text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
            (!digits.is_empty()).then_some(digits)
        };
        let heading = self.source.line(self.entries[task.at].source.lines.start);
        let contents = self.source.line(line).trim_start();
        contents.starts_with(|c: char| c.is_ascii_digit()) && number(contents) == number(heading)
    }
}

/// How a document would come out wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Misread {
    /// Another number of questions.
    Number(usize),
    /// Another question, by its line and text, would change too.
    Other(usize, String),
    /// The value, or another one of the same question, would be this.
    Own(&'static str, String),
    /// Text around the questions would change, or something would be unreadable.
    Rest,
    /// The file's encoding lacks a character.
    Encoding,
}

impl Misread {
    fn tell(&self, remark: Remark) -> Remark {
        match self {
            Self::Number(count) => remark.with("why", "number").with("count", count.to_string()),
            Self::Other(line, question) => {
                remark.with("why", "other").with("line", line.to_string()).with("other", question.as_str())
            }
            Self::Own(column, value) if value.is_empty() => remark.with("why", "lost").with("field", *column),
            Self::Own(column, value) => remark.with("why", "own").with("field", *column).with("read", value.as_str()),
            Self::Rest => remark.with("why", "rest"),
            Self::Encoding => remark.with("why", "encoding"),
        }
    }
}
