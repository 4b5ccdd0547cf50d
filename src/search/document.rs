//! An entry as the index sees it: its words by field, and what a result shows of it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::plain::{lead, plain, spaced};
use crate::i18n::Lang;
use crate::link::Library;
use crate::normalise::{Difficulty, Entry, Status};
use crate::text::{fold, is_stop_word, stem, tokens};

/// Where a word stands; the order is that of [`super::weigh::WEIGHTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The question.
    Title,
    /// The names, in both languages, of the concepts that the entry is about: what makes a French query find English pages.
    Labels,
    /// Tags and section titles.
    Tags,
    /// Answer, context, choices.
    Body,
}

/// How many fields there are.
pub(super) const FIELDS: usize = 4;

/// Longer tokens are keys, digests or encoded data, which nobody types.
const LONGEST_TERM: usize = 40;

/// Words of the longest label that is also a term of its own. The script tries every run of as many words.
const LONGEST_LABEL: usize = 4;

/// Characters of the answer that a result shows.
const LEAD: usize = 100;

/// One entry, read for the index.
pub(super) struct Document {
    pub lang: Lang,
    pub topic: String,
    pub level: Option<Difficulty>,
    pub answered: bool,
    pub id: String,
    pub title: String,
    pub lead: String,
    /// How often each stem stands in each field, by stem.
    pub terms: Vec<(Box<str>, [u16; FIELDS])>,
    /// How many words each field has.
    pub lengths: [u32; FIELDS],
}

/// The entries of a library, sorted by language, topic, level and status: equal facets are neighbours, so that the manifest
/// tells them as runs, and results of one topic share a chunk of rows.
pub(super) fn documents(library: &Library) -> Vec<Document> {
    let no_mentions = Vec::new();
    let named: BTreeMap<&str, Words> = library
        .glossary
        .concepts
        .par_iter()
        .map(|(id, concept)| {
            let mut words = Words::default();
            Lang::ALL.iter().flat_map(|lang| concept.labels(*lang)).for_each(|label| {
                words.add(Field::Labels, label);
                words.whole(label);
            });
            (id.as_str(), words)
        })
        .collect();
    let mut documents: Vec<Document> = library
        .entries
        .par_iter()
        .enumerate()
        .map(|(at, entry)| {
            let mentions = library.mentions.get(at).unwrap_or(&no_mentions);
            document(entry, mentions.iter().filter_map(|mention| named.get(mention.concept.as_str())))
        })
        .collect();
    // Stable: the library's order decides among equals.
    documents.sort_by(|a, b| facets(a).cmp(&facets(b)));
    documents
}

fn facets(document: &Document) -> (usize, &str, Option<Difficulty>, bool) {
    let lang = Lang::ALL.iter().position(|lang| *lang == document.lang).unwrap_or(0);
    (lang, &document.topic, document.level, !document.answered)
}

/// Reads an entry; `labels` are the words of the names of its concepts.
fn document<'a>(entry: &Entry, labels: impl Iterator<Item = &'a Words>) -> Document {
    let title = plain(&spaced(entry.shown_question(), entry.lang), true);
    let mut words = Words::default();
    words.add(Field::Title, &title);
    labels.for_each(|label| words.name(label));
    for tag in entry.tags.iter().chain(&entry.section) {
        words.add(Field::Tags, tag);
    }
    let choices = entry.options.iter().map(|choice| choice.text.as_str());
    for text in entry.shown_context().into_iter().chain(entry.shown_answer()).chain(choices) {
        words.add(Field::Body, &plain(text, true));
    }
    let shown = entry.shown_answer().filter(|_| entry.status != Status::Placeholder).or(entry.shown_context());
    Document {
        lang: entry.lang,
        topic: entry.topic().map(|topic| plain(topic, true)).unwrap_or_default(),
        level: entry.difficulty,
        answered: entry.status == Status::Answered,
        id: entry.id.clone(),
        lead: shown.map(|text| lead(&plain(&spaced(head(text), entry.lang), false), LEAD)).unwrap_or_default(),
        title,
        terms: words.terms.into_iter().map(|(term, counts)| (term.into_boxed_str(), counts)).collect(),
        lengths: words.lengths,
    }
}

/// The beginning of a text, whole lines of it, which is all that a lead can show.
fn head(text: &str) -> &str {
    const ENOUGH: usize = 20 * LEAD;
    match text.char_indices().nth(ENOUGH).and_then(|(at, _)| text[at..].find('\n').map(|line| at + line)) {
        Some(end) => &text[..end],
        None => text,
    }
}

#[derive(Default)]
struct Words {
    terms: BTreeMap<String, [u16; FIELDS]>,
    lengths: [u32; FIELDS],
}

impl Words {
    /// Takes in the names of a concept. Concepts share words (`cache`, `cache invalidation`): a name says what the entry is
    /// about, not how often.
    fn name(&mut self, names: &Words) {
        self.lengths[Field::Labels as usize] += names.lengths[Field::Labels as usize];
        for term in names.terms.keys() {
            match self.terms.get_mut(term) {
                Some(counts) => counts[Field::Labels as usize] = 1,
                None => {
                    let mut counts = [0; FIELDS];
                    counts[Field::Labels as usize] = 1;
                    self.terms.insert(term.clone(), counts);
                }
            }
        }
    }

    /// Takes in a label as one term, so that `verrou distribué` is told from a lock here and something distributed there.
    /// In the order of terms it follows its first word: most often in the same shard, which a query loads anyway.
    fn whole(&mut self, label: &str) {
        let folded = fold(label);
        let stems: Vec<&str> =
            tokens(&folded).iter().filter(|(_, word)| !is_stop_word(word)).map(|(_, word)| stem(word)).collect();
        if (1..=LONGEST_LABEL).contains(&stems.len()) {
            let mut counts = [0; FIELDS];
            counts[Field::Labels as usize] = 1;
            self.terms.insert(format!("{}_", stems.join("_")), counts);
        }
    }

    fn add(&mut self, field: Field, text: &str) {
        for (_, word) in tokens(&fold(text)) {
            if is_stop_word(word) || word.len() > LONGEST_TERM {
                continue;
            }
            self.lengths[field as usize] += 1;
            let term = stem(word);
            match self.terms.get_mut(term) {
                Some(counts) => counts[field as usize] = counts[field as usize].saturating_add(1),
                None => {
                    let mut counts = [0; FIELDS];
                    counts[field as usize] = 1;
                    self.terms.insert(term.to_owned(), counts);
                }
            }
        }
    }
}
