//! Anki packages (`.apkg`) that update in place: a learner who imports the next release keeps every interval.
//!
//! The same library gives the same bytes: ids are hashes, times come from releases, rows are in order of their ids. Notes
//! are made, stored and compressed in batches, on all threads, so that a package takes little more memory than its file.

mod against;
mod archive;
mod collection;
mod deck;
mod glossary;
mod ids;
mod media;
mod note;
mod note_type;
mod parts;
mod protobuf;
mod release;
mod schema;
mod sqlite;
mod text;

use std::collections::BTreeMap;

pub use against::{Effect, OldPackage, Report, compare};
pub use deck::{Deck, Head, Note, Text};
pub use note::{notes, unanswered};
pub use note_type::{FIELDS, NoteType};
pub use release::{Published, publish, publish_terms};

use super::{ExportError, ExportOptions, Exporter};
use crate::i18n::{self, Lang};
use crate::images::Images;
use crate::link::Library;
use archive::Codec;

pub(super) const EXPORTER: Exporter =
    Exporter { name: "anki", extension: "apkg", media_type: "application/octet-stream", count, run };

/// When what has never changed was last changed, in Unix seconds (1 January 2020): any fixed time in the past will do.
const BASELINE: i64 = 1_577_836_800;

/// The form of a package.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// Schema 11, which every Anki since 2.1 and other programs read.
    #[default]
    Legacy,
    /// Schema 18 and Zstandard: Anki 2.1.50 or newer.
    Latest,
}

/// What the cards of a package ask.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Cards {
    /// The questions of the collection.
    #[default]
    Questions,
    /// The terms of the glossary for their definitions, and the other way round.
    Terms,
    /// The terms of the glossary as gaps before their definitions.
    Cloze,
}

fn count(library: &Library, options: &ExportOptions<'_>) -> usize {
    match options.cards {
        Cards::Questions => options.entries(library).len() - unanswered(library, options),
        _ => glossary::deck(library, options).heads.iter().filter(|head| !head.retired).count(),
    }
}

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    package(&deck(library, options), options.images, options.format)
}

/// The notes that these options ask for.
pub fn deck<'a>(library: &'a Library, options: &ExportOptions<'a>) -> Deck<'a> {
    match options.cards {
        Cards::Questions => note::deck(library, options),
        Cards::Terms | Cards::Cloze => glossary::deck(library, options),
    }
}

/// The package of these notes, with those of the images that they show.
///
/// # Errors
/// When it would be larger than the 4 GB that a zip can say.
pub fn package(deck: &Deck<'_>, images: &Images, format: Format) -> Result<Vec<u8>, ExportError> {
    let texts = (0..deck.heads.len()).flat_map(|at| (deck.text)(at).0);
    let used = if images.is_empty() { BTreeMap::new() } else { media::used(images, texts) };
    let named = |name: &str, codec, packed| (name.to_owned(), codec, packed);
    let collection = collection::collection(deck, format)?;
    let mut members = match format {
        Format::Legacy => vec![named("collection.anki2", Codec::Deflate, collection)],
        Format::Latest => {
            let old = collection::collection(&notice(deck), Format::Legacy)?;
            vec![
                // The version of the format, 3, as its field number 1.
                named("meta", Codec::Stored, Codec::Stored.whole(b"\x08\x03")),
                named("collection.anki21b", Codec::Zstd, collection),
                named("collection.anki2", Codec::Deflate, old),
            ]
        }
    };
    members.extend(media::members(&used, format));
    archive::zip(members)
}

/// What programs find that do not know the latest format: one note that says so.
fn notice<'a>(deck: &Deck<'a>) -> Deck<'a> {
    let note_type = NoteType::new(Cards::Questions, &deck.note_type.name);
    let head = Head { deck: "Default".to_owned(), ..Head::new(deck.seed, Some("notice"), "notice", Lang::En) };
    let text = |_| {
        let words = Lang::ALL.map(|lang| i18n::text(lang, "export-anki-too-old", &[])).join("<br>");
        (FIELDS.map(|name| if name == "Question" { words.clone() } else { String::new() }).into(), Vec::new())
    };
    Deck { seed: deck.seed, note_type, heads: vec![head], text: Box::new(text) }
}
