//! One document read again, for a first look at an edit before the whole collection is joined anew.

use super::Collection;
use crate::identity;
use crate::link;
use crate::normalise::{self, Entry};
use crate::parse;
use crate::source::Source;

impl Collection {
    /// Puts the new text of a document in the place of the old one; returns whether that was possible.
    ///
    /// Ids, concepts and links stay as they were, so that this takes no longer than reading the document: [`collect`] says
    /// later what the edit changed in them. It is possible as long as the document has as many questions as before, in
    /// the same languages and with the ids that it gave them; where it is not, nothing is touched.
    ///
    /// [`collect`]: super::collect
    pub fn reread(&mut self, source: Source, now: i64) -> bool {
        let Ok(at) = self.documents.binary_search_by(|document| document.source.name.cmp(&source.name)) else {
            return false;
        };
        let parsed = parse::parse(&source);
        let mut read = normalise::normalise(&source, &parsed);
        if read.entries.iter().any(|entry| !entry.concepts.is_empty()) {
            link::settle(&mut read.entries, &self.library.glossary);
        }
        // In the order of the library: by lines.
        read.entries.sort_by_key(|entry| (entry.source.lines.start, entry.source.lines.end));
        let range = self.documents[at].entries.clone();
        let Some(order) = matched(&self.library.entries[range.clone()], &read.entries) else { return false };

        let mut old: Vec<Option<Entry>> =
            self.library.entries[range.clone()].iter_mut().map(|e| Some(e.clone())).collect();
        let mentions = self.library.mentions[range.clone()].to_vec();
        for ((new, from), place) in read.entries.into_iter().zip(order).zip(range) {
            let Some(before) = old[from].take() else { continue };
            let entry = Entry { id: before.id.clone(), aliases: before.aliases.clone(), ..new };
            self.touch(&before, &entry, now);
            self.library.entries[place] = entry;
            self.library.mentions[place] = mentions[from].clone();
        }
        let notes = &mut self.library.notes;
        let first = notes.iter().position(|note| note.source.path == source.name);
        let first = first.unwrap_or_else(|| {
            let earlier =
                |name: &str| self.documents.binary_search_by(|document| document.source.name.as_str().cmp(name));
            notes.iter().take_while(|note| earlier(&note.source.path).is_ok_and(|of| of < at)).count()
        });
        let last = first + notes[first..].iter().take_while(|note| note.source.path == source.name).count();
        notes.splice(first..last, read.notes);
        (self.documents[at].source, self.documents[at].parsed) = (source, parsed);
        true
    }

    /// Records when a question was edited, as the whole reading will.
    fn touch(&mut self, before: &Entry, after: &Entry, now: i64) {
        let added = |change: &identity::Change| change.id == after.id && change.kind == identity::ChangeKind::Added;
        if !identity::edited(before, after) || self.changes.iter().any(added) {
            return;
        }
        if let Some(record) = self.lock.records.get_mut(&after.id) {
            record.changed = record.changed.max(Some(now));
        }
    }
}

/// For each new entry the old one that it continues: the one with its text, else the next that is left. `None` where that
/// is not for a look at one document to say.
fn matched(old: &[Entry], new: &[Entry]) -> Option<Vec<usize>> {
    if old.len() != new.len() {
        return None;
    }
    let same = |of: usize, at: usize| old[of].question == new[at].question && old[of].lang == new[at].lang;
    // The one at the same place first: most edits move nothing.
    let mut found: Vec<Option<usize>> = (0..new.len()).map(|at| same(at, at).then_some(at)).collect();
    let mut left: Vec<usize> = (0..old.len()).filter(|at| found[*at].is_none()).collect();
    for (at, found) in found.iter_mut().enumerate().filter(|(_, found)| found.is_none()) {
        if let Some(of) = left.iter().position(|of| same(*of, at)) {
            *found = Some(left.remove(of));
        }
    }
    let mut left = left.into_iter();
    let order: Vec<usize> = found.into_iter().map(|of| of.or_else(|| left.next())).collect::<Option<_>>()?;
    let continues = |(new, of): (&Entry, &usize)| {
        let old = &old[*of];
        let given = if new.explicit_id { old.explicit_id && new.id == old.id } else { !old.explicit_id };
        // An old address may come or go with the edit: that is a page more or less.
        given && new.lang == old.lang && new.aliases.iter().all(|alias| old.aliases.contains(alias))
    };
    new.iter().zip(&order).all(continues).then_some(order)
}
