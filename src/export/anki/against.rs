//! What learners will see of a release: its notes beside those of a package that they have.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use rusqlite::Connection;
use serde::Serialize;
use zip::ZipArchive;

use super::deck::Deck;

/// The most bytes that a database in a package may unfold to.
const LIMIT: u64 = 4 << 30;

/// The notes of a package by guid.
#[derive(Debug, Clone, Default)]
pub struct OldPackage {
    notes: BTreeMap<String, OldNote>,
}

#[derive(Debug, Clone)]
struct OldNote {
    modified: i64,
    fields: Vec<String>,
    tags: String,
}

/// What an import does to a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// A learner gets it, with its cards.
    New,
    /// Its text is replaced; its schedule stays.
    Updated,
    /// It is marked as no longer part of the collection.
    Retired,
    /// Nothing.
    Unchanged,
    /// It stays as it is with those who have it: the new package does not have it.
    Absent,
}

/// What an import does to each note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// By effect, then in the new package's order: the note's id, language and what it asks, as HTML.
    pub notes: Vec<Seen>,
}

/// What an import does to one note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seen {
    /// The id of its entry or concept.
    pub id: String,
    /// Its language, `fr` or `en`.
    pub lang: String,
    /// What happens to it.
    pub effect: Effect,
    /// The names of the fields that have another text than before, `Tags` among them.
    pub fields: Vec<&'static str>,
}

impl Report {
    /// How many notes this happens to.
    pub fn count(&self, effect: Effect) -> usize {
        self.notes.iter().filter(|note| note.effect == effect).count()
    }
}

impl OldPackage {
    /// Reads the notes of a package, in either format.
    ///
    /// # Errors
    /// When it is not a package, or its database cannot be read; in the words of the library that found out.
    pub fn read(bytes: &[u8]) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let mut zip = ZipArchive::new(Cursor::new(bytes))?;
        let mut database = Vec::new();
        if zip.index_for_name("collection.anki21b").is_some() {
            let member = zip.by_name("collection.anki21b")?;
            zstd::stream::read::Decoder::new(member)?.take(LIMIT).read_to_end(&mut database)?;
        } else {
            let newer = zip.index_for_name("collection.anki21").is_some();
            let member = zip.by_name(if newer { "collection.anki21" } else { "collection.anki2" })?;
            member.take(LIMIT).read_to_end(&mut database)?;
        }
        let mut db = Connection::open_in_memory()?;
        db.deserialize_read_exact("main", database.as_slice(), database.len(), true)?;
        let mut query = db.prepare("SELECT guid, mod, flds, tags FROM notes")?;
        let rows = query.query_map([], |row| {
            let fields: String = row.get(2)?;
            let fields = fields.split('\u{1f}').map(str::to_owned).collect();
            Ok((row.get::<_, String>(0)?, OldNote { modified: row.get(1)?, fields, tags: row.get(3)? }))
        })?;
        Ok(Self { notes: rows.collect::<Result<_, _>>()? })
    }
}

/// What an import of `deck` does to the notes of a learner who has imported `old`.
pub fn compare(old: &OldPackage, deck: &Deck<'_>) -> Report {
    let mut rest: BTreeMap<&str, &OldNote> = old.notes.iter().map(|(guid, note)| (guid.as_str(), note)).collect();
    let mut notes = Vec::with_capacity(deck.heads.len());
    for (at, head) in deck.heads.iter().enumerate() {
        let known = rest.remove(head.guid.as_str());
        let effect = match known {
            None => Effect::New,
            // Anki takes what is newer, whatever it holds.
            Some(known) if head.modified <= known.modified => Effect::Unchanged,
            Some(_) if head.retired => Effect::Retired,
            Some(_) => Effect::Updated,
        };
        let fields = match known.filter(|_| matches!(effect, Effect::Updated | Effect::Retired)) {
            Some(known) => changed(known, deck, at),
            None => Vec::new(),
        };
        // Nobody gets a card of a question that was gone before they came.
        if !(effect == Effect::New && head.retired) {
            notes.push(Seen { id: head.id.clone(), lang: head.lang.code().to_owned(), effect, fields });
        }
    }
    notes.extend(rest.values().map(|note| Seen {
        id: note.fields.first().cloned().unwrap_or_default(),
        lang: note.fields.iter().find(|field| matches!(field.as_str(), "fr" | "en")).cloned().unwrap_or_default(),
        effect: Effect::Absent,
        fields: Vec::new(),
    }));
    notes.sort_by_key(|note| note.effect);
    Report { notes }
}

/// The fields that differ.
fn changed(old: &OldNote, deck: &Deck<'_>, at: usize) -> Vec<&'static str> {
    let (fields, tags) = (deck.text)(at);
    let names = deck.note_type.fields();
    let differs = |(at, _): &(usize, &&'static str)| fields.get(*at) != old.fields.get(*at);
    let mut out: Vec<&'static str> = names.iter().enumerate().filter(differs).map(|(_, name)| *name).collect();
    if old.tags.split_whitespace().ne(tags.iter().map(String::as_str)) {
        out.push("Tags");
    }
    out
}
