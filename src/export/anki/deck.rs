//! What a package is written from: notes whose places are known, and whose text is made when it is needed.

use super::ids;
use super::note_type::NoteType;
use crate::i18n::Lang;

/// One note, before its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What Anki knows it by, whatever its text becomes.
    pub guid: String,
    /// The id of its entry or concept.
    pub id: String,
    /// The language that it is in.
    pub lang: Lang,
    /// The full name of its deck, levels joined with `::`.
    pub deck: String,
    /// The release that last changed it, in Unix seconds.
    pub modified: i64,
    /// Whether what it asks is no longer in the collection: it then has no card.
    pub retired: bool,
    /// How many cards it has, from the first template on.
    pub cards: u8,
}

impl Head {
    /// The note of `id`, in what may be told apart by `kind` of the same collection.
    pub fn new(seed: &str, kind: Option<&str>, id: &str, lang: Lang) -> Self {
        let parts: Vec<&str> = [Some(seed), kind, Some(id), Some(lang.code())].into_iter().flatten().collect();
        Self {
            guid: ids::guid(&parts),
            id: id.to_owned(),
            lang,
            deck: String::new(),
            modified: super::BASELINE,
            retired: false,
            cards: 1,
        }
    }
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What Anki knows it by, whatever its text becomes.
    pub guid: String,
    /// The id of its entry or concept.
    pub id: String,
    /// The language that it is in.
    pub lang: Lang,
    /// The full name of its deck, levels joined with `::`.
    pub deck: String,
    /// The values of the note type's fields, in their order, as HTML.
    pub fields: Vec<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The release that last changed it, in Unix seconds.
    pub modified: i64,
    /// Whether what it asks is no longer in the collection: it then has no card.
    pub retired: bool,
}

/// Makes the fields and the tags of the note at a place.
pub type Text<'a> = Box<dyn Fn(usize) -> (Vec<String>, Vec<String>) + Sync + 'a>;

/// The notes of a package.
pub struct Deck<'a> {
    /// What the ids of notes, decks and note type are derived from.
    pub seed: &'a str,
    /// What all of its notes are.
    pub note_type: NoteType,
    /// Its notes in the order in which they are due.
    pub heads: Vec<Head>,
    /// The fields and tags of a note. Called on many threads, in any order.
    pub text: Text<'a>,
}

impl Deck<'_> {
    /// The id of its note type, which never changes.
    pub fn note_type_id(&self) -> i64 {
        ids::number(&[self.seed, self.note_type.key])
    }

    /// The whole note at this place.
    pub fn note(&self, at: usize) -> Note {
        let Head { guid, id, lang, deck, modified, retired, .. } = self.heads[at].clone();
        let (fields, tags) = (self.text)(at);
        Note { guid, id, lang, deck, fields, tags, modified, retired }
    }
}
