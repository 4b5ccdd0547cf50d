//! Questions as notes: one an entry, with its counterpart in the other language.

use super::deck::{Deck, Head, Note};
use super::media::embed;
use super::note_type::{FIELDS, NoteType};
use super::release;
use super::text::inert;
use super::{BASELINE, Cards, parts};
use crate::config::Config;
use crate::export::{ExportOptions, Retired};
use crate::i18n::{self, Arg, Lang};
use crate::images::Images;
use crate::link::Library;
use crate::normalise::Entry;
use crate::render::{Style, escape, inline, markdown};
use crate::text::slug;

/// How many concepts a card names.
const CONCEPTS: usize = 5;

/// The notes of the selected entries that have an answer, in the library's order, then those of retired questions.
pub fn notes(library: &Library, options: &ExportOptions<'_>) -> Vec<Note> {
    let deck = deck(library, options);
    (0..deck.heads.len()).map(|at| deck.note(at)).collect()
}

/// How many of the selected entries have no answer, and so no note: a card without an answer teaches nothing.
pub fn unanswered(library: &Library, options: &ExportOptions<'_>) -> usize {
    library.entries.iter().filter(|entry| options.selects(entry) && !answered(entry)).count()
}

/// Whether an entry has something to learn: an answer, or a choice that is right.
pub(super) fn answered(entry: &Entry) -> bool {
    entry.answer.as_deref().is_some_and(|answer| !answer.trim().is_empty())
        || entry.options.iter().any(|choice| choice.correct)
}

/// What a note is made of.
enum Material<'a> {
    /// An entry by its place, and its counterpart.
    Entry(usize, Option<&'a Entry>),
    /// A question that was published once.
    Retired(&'a Retired),
}

/// The selected entries and the retired questions, as notes to be made.
pub(super) fn deck<'a>(library: &'a Library, options: &ExportOptions<'a>) -> Deck<'a> {
    let options = *options;
    let config = options.config;
    let counterparts = release::counterparts(library, options.published);
    let topics = release::topics(library, options.published);
    let released = |id: &str| options.releases.get(id).copied().unwrap_or(BASELINE);
    let mut heads = Vec::new();
    let mut materials = Vec::new();
    for (at, entry) in library.entries.iter().enumerate() {
        if options.selects(entry) && answered(entry) {
            let topic = release::topic(entry).and_then(|topic| topics.get(&topic).cloned());
            heads.push(Head {
                deck: deck_name(config, entry.lang, topic.as_deref()),
                modified: released(&entry.id),
                ..Head::new(config.anki_seed(), None, &entry.id, entry.lang)
            });
            materials.push(Material::Entry(at, counterparts[at].map(|other| &library.entries[other])));
        }
    }
    let live = library.index();
    // What is only a part of the collection says nothing about what is gone from the whole.
    let everything = options.topic.is_none() && options.level.is_none();
    let gone = |old: &&Retired| {
        everything && options.lang.is_none_or(|lang| lang == old.lang) && !live.contains_key(old.id.as_str())
    };
    for old in options.retired.iter().filter(gone) {
        heads.push(Head {
            deck: deck_name(config, old.lang, None),
            modified: released(&old.id),
            retired: true,
            ..Head::new(config.anki_seed(), None, &old.id, old.lang)
        });
        materials.push(Material::Retired(old));
    }
    let text = move |at: usize| match &materials[at] {
        Material::Entry(at, other) => entry_text(library, &options, *at, *other),
        Material::Retired(old) => retired_text(config, old),
    };
    let note_type = NoteType::new(Cards::Questions, config.deck());
    Deck { seed: config.anki_seed(), note_type, heads, text: Box::new(text) }
}

/// The fields and tags of an entry's note.
fn entry_text(
    library: &Library,
    options: &ExportOptions<'_>,
    at: usize,
    other: Option<&Entry>,
) -> (Vec<String>, Vec<String>) {
    let entry = &library.entries[at];
    let (config, images) = (options.config, options.images);
    // In the other language's own `lang`, so that screen readers and hyphenation change with it.
    let foreign = |html: String, lang: Lang, tag| format!("<{tag} lang=\"{}\">{html}</{tag}>", lang.code());
    let topic = release::topic(entry);
    let mut tags = vec![tag(config, "lang", entry.lang.code())];
    tags.extend(topic.as_deref().map(|topic| tag(config, "topic", &slug(topic))));
    tags.extend(entry.difficulty.map(|level| tag(config, "level", level.name())));
    tags.sort();
    let answer = Answer::of(entry, images);
    let fields = FIELDS.map(|name| {
        inert(&match name {
            "Id" => escape(&entry.id),
            "Question" => question(entry, images),
            "Answer" => answer.body.clone(),
            "KeyPoints" => answer.key_points.clone(),
            "Hint" => answer.hint.clone(),
            "OtherQuestion" => {
                other.map(|o| foreign(inline(o.shown_question(), o.lang), o.lang, "span")).unwrap_or_default()
            }
            "OtherAnswer" => other.map(|o| foreign(Answer::of(o, images).whole(), o.lang, "div")).unwrap_or_default(),
            "Lang" => entry.lang.code().to_owned(),
            "Topic" => escape(topic.as_deref().unwrap_or_default()),
            "Level" => entry.difficulty.map(|level| level_word(level.name(), entry.lang)).unwrap_or_default(),
            "Concepts" => escape(&concepts(library, at)),
            "Source" => source(config, entry),
            _ => String::new(),
        })
    });
    (fields.into(), tags)
}

/// What is left of a question that was published once: Anki never deletes a note, so the card has to say it.
fn retired_text(config: &Config, old: &Retired) -> (Vec<String>, Vec<String>) {
    let mut tags = vec![tag(config, "lang", old.lang.code()), retired_tag(config)];
    tags.sort();
    let fields = FIELDS.map(|name| {
        inert(&match name {
            "Id" => escape(&old.id),
            "Question" => inline(&old.question, old.lang),
            "Lang" => old.lang.code().to_owned(),
            "Retired" => escape(&i18n::text(old.lang, "export-anki-retired", &[])),
            _ => String::new(),
        })
    });
    (fields.into(), tags)
}

fn question(entry: &Entry, images: &Images) -> String {
    let mut html = inline(entry.shown_question(), entry.lang);
    if let Some(context) = entry.shown_context() {
        html += &format!("<div class=\"context\">{}</div>", markdown(context, Style::of(entry, 2)));
    }
    embed(images, &(html + &choices(entry, |_| true)), entry)
}

/// The parts of an answer as HTML.
struct Answer {
    body: String,
    hint: String,
    key_points: String,
}

impl Answer {
    fn of(entry: &Entry, images: &Images) -> Self {
        let html = |text: &str| embed(images, &markdown(text, Style::of(entry, 2)), entry);
        let parts = entry.shown_answer().map(parts::split).unwrap_or_default();
        let part = |text: Option<String>| text.map(|text| html(&text)).unwrap_or_default();
        Self {
            body: choices(entry, |choice| choice.correct) + &html(&parts.body),
            hint: part(parts.hint),
            key_points: part(parts.key_points),
        }
    }

    fn whole(self) -> String {
        let Self { body, key_points, .. } = self;
        if key_points.is_empty() { body } else { format!("<div class=\"key-points\">{key_points}</div>{body}") }
    }
}

fn choices(entry: &Entry, shown: impl Fn(&crate::normalise::Choice) -> bool) -> String {
    let items: String = entry
        .options
        .iter()
        .filter(|choice| shown(choice))
        .map(|choice| format!("<li><b>{}</b> {}</li>", escape(&choice.label), inline(&choice.text, entry.lang)))
        .collect();
    if items.is_empty() { items } else { format!("<ul class=\"choices\">{items}</ul>") }
}

fn level_word(level: &str, lang: Lang) -> String {
    escape(&i18n::text(lang, "export-anki-level", &[("level", Arg::from(level))]))
}

/// The names of the concepts that an entry is about, in its language.
pub(super) fn concepts(library: &Library, at: usize) -> String {
    let entry = &library.entries[at];
    let mentioned = library.mentions.get(at).into_iter().flatten().map(|mention| mention.concept.as_str());
    let mut ids: Vec<&str> = Vec::new();
    for id in entry.concepts.iter().map(String::as_str).chain(mentioned) {
        if !ids.contains(&id) && ids.len() < CONCEPTS {
            ids.push(id);
        }
    }
    let label = |id| library.glossary.concepts.get(id).map_or(id, |concept| concept.label(entry.lang));
    ids.into_iter().map(label).collect::<Vec<_>>().join(", ")
}

/// The question's page where the site has an address, else the file that it was read from.
fn source(config: &Config, entry: &Entry) -> String {
    match config.base_url.as_deref() {
        Some(base) => {
            let base = escape(base.trim_end_matches('/'));
            format!("<a href=\"{base}/{0}/q/{1}/\">{1}</a>", entry.lang.code(), escape(&entry.id))
        }
        None => escape(&entry.source.path),
    }
}

pub(super) fn tag(config: &Config, kind: &str, value: &str) -> String {
    format!("{}::{kind}::{value}", slug(config.deck()))
}

/// The tag of what is no longer in the collection.
pub(super) fn retired_tag(config: &Config) -> String {
    format!("{}::retired", slug(config.deck()))
}

/// The name of a deck: the collection's, the language's and, below them, `rest`.
pub(super) fn deck_name(config: &Config, lang: Lang, rest: Option<&str>) -> String {
    let levels = [Some(config.deck()), Some(lang.name()), rest].into_iter().flatten();
    levels.map(release::level_name).collect::<Vec<_>>().join("::")
}
