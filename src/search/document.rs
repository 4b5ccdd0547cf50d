//! An entry as the index sees it: its words by field, and what a result shows of it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::plain::{lead, plain, spaced};
use super::words::{Counted, Field, Name, Words};
use crate::i18n::Lang;
use crate::link::Library;
use crate::normalise::{Difficulty, Entry, Status};

/// Characters of the answer that a result shows.
const LEAD: usize = 100;

/// What filters look at: the same for whole runs of entries.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Facets {
    /// The place of the language among [`Lang::ALL`].
    pub lang: usize,
    pub topic: String,
    pub level: Option<Difficulty>,
    pub unanswered: bool,
}

/// One entry of the index.
pub(super) struct Document<'a> {
    pub facets: Facets,
    pub id: &'a str,
    pub title: String,
    pub lead: String,
}

/// The entries of a library, sorted by language, topic, level and status: equal facets are neighbours, so that the manifest
/// tells them as runs, and results of one topic share a chunk of rows. Beside them the words of one run of them after the other.
pub(super) fn documents(library: &Library) -> (Vec<Document<'_>>, Vec<Counted>) {
    let names: BTreeMap<&str, Vec<Name>> = library
        .glossary
        .concepts
        .par_iter()
        .map(|(id, concept)| {
            let labels = Lang::ALL.iter().flat_map(|lang| concept.labels(*lang));
            (id.as_str(), labels.map(Name::new).collect())
        })
        .collect();
    let mut sorted: Vec<(Facets, usize)> =
        library.entries.par_iter().enumerate().map(|(at, entry)| (facets(entry), at)).collect();
    // The library's order decides among equals.
    sorted.par_sort_unstable();
    // Few parts keep each word seldom, many keep every processor busy.
    let size = sorted.len().div_ceil(16).clamp(64, 2048);
    let read: Vec<(Vec<Document>, Counted)> =
        sorted.par_chunks_mut(size).map(|chunk| part(library, &names, chunk)).collect();
    let (documents, counted): (Vec<Vec<Document>>, Vec<Counted>) = read.into_iter().unzip();
    (documents.into_iter().flatten().collect(), counted)
}

fn facets(entry: &Entry) -> Facets {
    Facets {
        lang: Lang::ALL.iter().position(|lang| *lang == entry.lang).unwrap_or(0),
        topic: entry.topic().map(|topic| plain(&spaced(topic, entry.lang), true)).unwrap_or_default(),
        level: entry.difficulty,
        unanswered: entry.status != Status::Answered,
    }
}

fn part<'a>(
    library: &'a Library,
    names: &BTreeMap<&str, Vec<Name>>,
    chunk: &mut [(Facets, usize)],
) -> (Vec<Document<'a>>, Counted) {
    let mut words = Words::default();
    let documents = chunk.iter_mut().map(|(facets, at)| {
        let entry = &library.entries[*at];
        let mentions = library.mentions.get(*at).map(Vec::as_slice).unwrap_or_default();
        let names = mentions.iter().filter_map(|mention| names.get(mention.concept.as_str())).flatten();
        document(entry, std::mem::take(facets), names, &mut words)
    });
    (documents.collect(), words.finish())
}

/// Reads an entry; `names` are those of its concepts.
fn document<'a, 'b>(
    entry: &'a Entry,
    facets: Facets,
    names: impl Iterator<Item = &'b Name>,
    words: &mut Words,
) -> Document<'a> {
    let title = plain(&spaced(entry.shown_question(), entry.lang), true);
    words.add(Field::Title, &title);
    names.for_each(|name| words.name(name));
    for tag in entry.tags.iter().chain(&entry.section) {
        words.add(Field::Tags, tag);
    }
    let choices = entry.options.iter().map(|choice| choice.text.as_str());
    for text in entry.shown_context().into_iter().chain(entry.shown_answer()).chain(choices) {
        words.add(Field::Body, &plain(text, true));
    }
    words.end_entry();
    let shown = entry.shown_answer().filter(|_| entry.status != Status::Placeholder).or(entry.shown_context());
    let lead = shown.map(|text| lead(&beginning(text, entry.lang), LEAD)).unwrap_or_default();
    Document { facets, id: &entry.id, title, lead }
}

/// What a reader sees of the beginning of a text, which is all that a lead can show: that of its first lines, where they are no
/// code for the most part.
fn beginning(text: &str, lang: Lang) -> String {
    let of = |characters| plain(&spaced(head(text, characters), lang), false);
    Some(of(4 * LEAD)).filter(|seen| seen.chars().nth(2 * LEAD).is_some()).unwrap_or_else(|| of(20 * LEAD))
}

/// The lines of a text that have its first `characters`.
fn head(text: &str, characters: usize) -> &str {
    match text.char_indices().nth(characters).and_then(|(at, _)| text[at..].find('\n').map(|line| at + line)) {
        Some(end) => &text[..end],
        None => text,
    }
}
