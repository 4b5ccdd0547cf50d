//! A spreadsheet's edits become edits of the sources that its rows were read from.
//!
//! `compare` finds what somebody changed in the table, and sets apart what changed in the source as well; `place` proposes
//! where each change goes in its document; `desk` puts the proposals in, reads the document again, in memory, and keeps only
//! what comes out exactly as the table says and leaves every other entry as it was. Nothing here touches the disk.

mod compare;
mod desk;
mod fresh;
mod place;
mod remark;
mod wanted;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::identity::{self, Lock};
use crate::link::Library;
use crate::lint::Document;
use crate::normalise::{Entry, normalise};
use crate::parse::{data, parse};
use crate::source::Source;

pub use fresh::file;
pub use remark::{Count, Remark};

/// What an import would do.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The documents that change, with their new text.
    pub edited: Vec<Edited>,
    /// What was not done, and what one should know.
    pub remarks: Vec<Remark>,
    /// Rows of questions that the collection does not have, as entries.
    pub new: Vec<Entry>,
    /// How many rows there are, and of how many cells what became.
    pub count: Count,
    /// The lock to write: only where the new texts alone would not keep every id.
    pub lock: Option<Lock>,
}

/// A document with a new text.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The document as it is.
    pub source: Source,
    /// Its text as it is to be.
    pub text: String,
}

/// Works out what the rows of `table` change in the collection. `now` is for the lock, in seconds since 1970.
///
/// # Errors
/// When `table` is not a table of this program's columns: the finding says what is wrong.
pub fn plan(
    table: &Source,
    documents: &[Document],
    library: &Library,
    lock: &Lock,
    now: i64,
) -> Result<Plan, Box<Diagnostic>> {
    let cells = data::table(table).map_err(|problem| problem.diagnostic(table))?;
    let mut compared = compare::compare(table, &cells, library, lock);
    let done: Vec<desk::Done> = documents
        .par_iter()
        .filter_map(|document| {
            let changes: Vec<_> =
                compared.changes.iter().filter(|change| document.entries.contains(&change.entry)).cloned().collect();
            (!changes.is_empty()).then(|| desk::work(document, library, changes))
        })
        .collect();
    let mut plan = Plan { new: compared.new, count: compared.count, ..Plan::default() };
    for done in done {
        plan.count.placed += done.placed;
        compared.remarks.extend(done.remarks);
        plan.edited.extend(done.edited);
    }
    plan.lock = kept_ids(documents, library, &plan.edited, lock, now);
    compared.remarks.sort();
    plan.remarks = compared.remarks;
    Ok(plan)
}

/// The lock that keeps the ids of all entries, if the new texts alone would not: a question whose wording and answer are
/// both new has nothing left that it could be known by.
fn kept_ids(documents: &[Document], library: &Library, edited: &[Edited], lock: &Lock, now: i64) -> Option<Lock> {
    if edited.is_empty() {
        return None;
    }
    let (mut entries, mut ids) = (Vec::new(), Vec::new());
    for document in documents {
        let new = edited.iter().find(|edited| edited.source.name == document.source.name);
        let source = new.map_or_else(
            || document.source.clone(),
            |new| Source::new(&new.source.path, new.source.name.as_str(), new.text.as_str()),
        );
        entries.extend(normalise(&source, &parse(&source)).entries);
        ids.extend(library.entries[document.entries.clone()].iter().map(|entry| entry.id.clone()));
    }
    let same = |entries: &[Entry]| entries.iter().map(|entry| &entry.id).eq(&ids);
    if entries.len() != ids.len() || same(&identity::assign(entries.clone(), lock, now).entries) {
        return None;
    }
    for (entry, id) in entries.iter_mut().zip(&ids) {
        entry.id.clone_from(id);
    }
    let kept = identity::assign(entries, lock, now);
    same(&kept.entries).then_some(kept.lock)
}
