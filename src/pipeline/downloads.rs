//! What the downloads pages offer: the decks of each language, whole and by topic, tables, records, and their schema.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::prelude::*;

use super::{BuildError, Choice, Collection};
use crate::config::Config;
use crate::export::anki::{self, Deck};
use crate::export::{self, CsvForm, ExportOptions};
use crate::files::Files;
use crate::i18n::Lang;
use crate::render::plain;
use crate::site::Download;
use crate::text::slug;

/// The tables and records of each language.
const TABLES: [&str; 2] = ["csv", "jsonl"];

/// The fields and the tags of a note.
type Texts = (Vec<String>, Vec<String>);

/// A file with what is said of it.
type Offer = (Download, Vec<u8>);

/// Every file to offer, and what is said of each: decks first, then tables and records, then the schema.
pub(super) fn downloads(collection: &Collection, config: &Config) -> Result<(Files, Vec<Download>), BuildError> {
    let langs: Vec<Lang> =
        collection.library.langs().into_iter().filter(|lang| config.languages.contains(lang)).collect();
    let made: Vec<Vec<Offer>> = langs
        .par_iter()
        .map(|&lang| {
            let choice = Choice { lang: Some(lang), ..Choice::default() };
            let (decks, tables) = rayon::join(
                || collection.with_options(config, &choice, |options| decks(collection, options, lang)),
                || tables(collection, config, lang),
            );
            let mut offers = decks?;
            offers.extend(tables?);
            Ok(offers)
        })
        .collect::<Result<_, BuildError>>()?;
    let (mut files, mut offers) = (Files::new(), Vec::new());
    for (offer, bytes) in made.into_iter().flatten().chain([schema()?]) {
        files.insert(offer.path.clone(), bytes)?;
        offers.push(offer);
    }
    Ok((files, offers))
}

fn offer(path: String, label: &str, lang: Lang, topic: Option<String>, notes: usize, bytes: Vec<u8>) -> Offer {
    let label_key = label.to_owned();
    (Download { path, label_key, lang: Some(lang), topic, notes, bytes: bytes.len() }, bytes)
}

/// The deck of a language, and one of each of its topics where there are several: the same notes, so that a learner who
/// takes both has each card once.
fn decks(collection: &Collection, options: &ExportOptions<'_>, lang: Lang) -> Result<Vec<Offer>, BuildError> {
    let whole = anki::deck(&collection.library, options);
    let index = collection.library.index();
    let mut topics: BTreeMap<&str, (usize, String, Vec<usize>)> = BTreeMap::new();
    for (at, head) in whole.heads.iter().enumerate().filter(|(_, head)| !head.retired) {
        let entry = index.get(head.id.as_str()).map(|&at| &collection.library.entries[at]);
        let title = entry.and_then(|entry| entry.topic()).map(plain).filter(|title| !title.is_empty());
        if let Some(title) = title {
            topics.entry(&head.deck).or_insert_with(|| (at, title, Vec::new())).2.push(at);
        }
    }
    let mut topics: Vec<(usize, String, Vec<usize>)> = topics.into_values().collect();
    topics.sort_unstable();
    if topics.len() < 2 {
        topics.clear();
    }
    let mut taken = BTreeSet::new();
    let mut wanted: Vec<(String, Option<String>, Vec<usize>)> =
        vec![(String::new(), None, (0..whole.heads.len()).collect())];
    for (_, title, notes) in topics {
        let name = slug(&title);
        // Topics whose titles only differ in signs have one slug.
        let free = std::iter::once(name.clone()).chain((2..).map(|n| format!("{name}-{n}")));
        let name = free.into_iter().find(|name| taken.insert(name.clone())).unwrap_or_default();
        wanted.push((format!("-{name}"), Some(title), notes));
    }
    // A note stands in two decks where there are topics, and to make it takes longer than to keep it.
    let again = wanted.len() > 1;
    let kept: Vec<OnceLock<Texts>> = whole.heads.iter().map(|_| OnceLock::new()).collect();
    let make = |at: usize| (whole.text)(at);
    let text = |at: usize| if again { kept[at].get_or_init(|| make(at)).clone() } else { make(at) };
    let made = wanted.into_par_iter().map(|(name, topic, notes)| {
        let count = notes.iter().filter(|&&at| !whole.heads[at].retired).count();
        let bytes = anki::package(&part(&whole, &text, notes), options.images, options.format)?;
        let path = format!("{0}/downloads/questions-{0}{name}.apkg", lang.code());
        Ok(offer(path, "download-anki", lang, topic, count, bytes))
    });
    made.collect()
}

/// Some of the notes of a deck; `text` makes them.
fn part<'a>(whole: &'a Deck<'_>, text: &'a (impl Fn(usize) -> Texts + Sync), notes: Vec<usize>) -> Deck<'a> {
    let heads = notes.iter().map(|&at| whole.heads[at].clone()).collect();
    let text = Box::new(move |at: usize| text(notes[at]));
    Deck { seed: whole.seed, note_type: whole.note_type.clone(), heads, text }
}

fn tables(collection: &Collection, config: &Config, lang: Lang) -> Result<Vec<Offer>, BuildError> {
    // People open it with a double click: without the mark, Excel would garble the accents.
    let csv = CsvForm { bom: true, ..CsvForm::default() };
    let choice = Choice { lang: Some(lang), csv, ..Choice::default() };
    let make = |name: &&str| {
        let exporter = export::exporter(name)?;
        let path = format!("{0}/downloads/questions-{0}.{1}", lang.code(), exporter.extension);
        let notes = collection.count(config, exporter, &choice);
        let bytes = collection.export(config, exporter, &choice).map_err(BuildError::from);
        Some(bytes.map(|bytes| offer(path, &format!("download-{name}"), lang, None, notes, bytes)))
    };
    TABLES.par_iter().filter_map(make).collect()
}

/// The JSON Schema of the records.
fn schema() -> Result<Offer, BuildError> {
    let bytes = export::schema().map_err(|error| export::ExportError { exporter: "schema", cause: error.into() })?;
    let label_key = "download-schema".to_owned();
    let path = "schema.json".to_owned();
    Ok((Download { path, label_key, lang: None, topic: None, notes: 0, bytes: bytes.len() }, bytes))
}
