//! The library in other programs' formats: one file a format, one row a format.

pub mod anki;
mod csv;
mod json;
mod jsonl;
mod markdown;
mod resource;
mod schema;
mod skos;
mod tbx;
mod yaml;

use std::collections::BTreeMap;

pub use anki::{Cards, FIELDS, Format, Note, Published, notes, unanswered};
pub use csv::{COMPARED, CsvForm, CsvReader, Fingerprint, cell};
pub use markdown::document;
pub use schema::schema;

use crate::config::Config;
use crate::i18n::Lang;
use crate::images::Images;
use crate::link::Library;
use crate::normalise::{Difficulty, Entry};

/// A format that the library can be written in.
#[derive(Debug, Clone, Copy)]
pub struct Exporter {
    /// What it is called on the command line and in `docs/exports/`.
    pub name: &'static str,
    /// The extension of its files, without a dot.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// How many questions the file holds.
    pub count: fn(&Library, &ExportOptions<'_>) -> usize,
    /// Makes the whole file.
    pub run: fn(&Library, &ExportOptions<'_>) -> Result<Vec<u8>, ExportError>,
}

/// Every format, by name.
pub static EXPORTERS: [Exporter; 9] = [
    anki::EXPORTER,
    csv::EXPORTER,
    json::EXPORTER,
    jsonl::EXPORTER,
    markdown::EXPORTER,
    schema::EXPORTER,
    skos::EXPORTER,
    tbx::EXPORTER,
    yaml::EXPORTER,
];

/// The exporter of this name.
pub fn exporter(name: &str) -> Option<&'static Exporter> {
    EXPORTERS.iter().find(|exporter| exporter.name == name)
}

/// A question that was once published and is no longer in the collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    /// The id that it had.
    pub id: String,
    /// The language that it was in.
    pub lang: Lang,
    /// What it asked.
    pub question: String,
}

/// What is exported, and with which names and times.
#[derive(Debug, Clone, Copy)]
pub struct ExportOptions<'a> {
    /// The collection's settings.
    pub config: &'a Config,
    /// Only this language.
    pub lang: Option<Lang>,
    /// Only entries with a section of this title, see [`in_topic`].
    pub topic: Option<&'a str>,
    /// Only this level.
    pub level: Option<Difficulty>,
    /// By id, when the release came out that last changed the text, in Unix seconds; an absent id has never changed.
    pub releases: &'a BTreeMap<String, i64>,
    /// Questions that are no longer there.
    pub retired: &'a [Retired],
    /// How `csv` is written.
    pub csv: CsvForm,
    /// What learners have of the notes.
    pub published: &'a Published,
    /// The images beside the sources.
    pub images: &'a Images,
    /// The form of an Anki package.
    pub format: Format,
    /// What the cards of an Anki package ask.
    pub cards: Cards,
}

impl ExportOptions<'_> {
    /// Whether an entry is asked for.
    pub fn selects(&self, entry: &Entry) -> bool {
        self.lang.is_none_or(|lang| entry.lang == lang)
            && self.level.is_none_or(|level| entry.difficulty == Some(level))
            && self.topic.is_none_or(|topic| in_topic(entry, topic))
    }

    /// The entries that are asked for, in the library's order.
    fn entries<'l>(&self, library: &'l Library) -> Vec<&'l Entry> {
        library.entries.iter().filter(|entry| self.selects(entry)).collect()
    }
}

/// How many entries are asked for: what a format holds that leaves none of them out.
fn count(library: &Library, options: &ExportOptions<'_>) -> usize {
    options.entries(library).len()
}

/// Whether one of an entry's section titles is `asked`, compared without case, accents or punctuation.
pub fn in_topic(entry: &Entry, asked: &str) -> bool {
    let asked = crate::text::slug(asked);
    entry.section.iter().any(|title| crate::text::slug(title) == asked)
}

/// A file could not be made: the format's own library failed, or the format cannot hold what was asked for, which is a
/// [`Failure`](crate::failure::Failure).
#[derive(Debug)]
pub struct ExportError {
    /// The exporter's name.
    pub exporter: &'static str,
    /// What its library says.
    pub cause: Box<dyn std::error::Error + Send + Sync>,
}

impl ExportError {
    /// The error of `exporter` for any `cause`.
    fn of<E: Into<Box<dyn std::error::Error + Send + Sync>>>(exporter: &'static str) -> impl Fn(E) -> Self {
        move |cause| Self { exporter, cause: cause.into() }
    }
}

impl std::fmt::Display for ExportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.exporter, self.cause)
    }
}

impl std::error::Error for ExportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.cause.as_ref())
    }
}
