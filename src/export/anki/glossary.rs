//! The glossary as notes: a term and its definition, asked both ways or with gaps, in each language.

use std::collections::BTreeSet;

use super::deck::{Deck, Head};
use super::note::{deck_name, retired_tag, tag};
use super::note_type::{CLOZE_FIELDS, NoteType, TERM_FIELDS};
use super::release::{concept_key, concept_of};
use super::text::{inert, inert_in_cloze};
use super::{BASELINE, Cards};
use crate::config::Config;
use crate::export::ExportOptions;
use crate::i18n::{self, Lang};
use crate::link::{Concept, Library};
use crate::render::{escape, inline};

/// A term in one language, or what is left of one that was published.
struct Term<'a> {
    id: &'a str,
    lang: Lang,
    concept: Option<&'a Concept>,
}

/// The terms that have a definition, in the order of their names, then those that were published and are gone. Where only
/// a part of the questions is asked for, these are the terms that they are about.
pub(super) fn deck<'a>(library: &'a Library, options: &ExportOptions<'a>) -> Deck<'a> {
    let config = options.config;
    let cloze = options.cards == Cards::Cloze;
    let mut terms: Vec<Term<'a>> = Vec::new();
    let asked = asked(library, options);
    for lang in Lang::ALL.into_iter().filter(|lang| options.lang.is_none_or(|only| only == *lang)) {
        let defined = library.glossary.concepts.values().filter(|concept| concept.definition.contains_key(&lang));
        let wanted = defined.filter(|concept| asked.as_ref().is_none_or(|asked| asked.contains(concept.id.as_str())));
        let mut here: Vec<Term<'_>> =
            wanted.map(|concept| Term { id: &concept.id, lang, concept: Some(concept) }).collect();
        here.sort_by_cached_key(|term| crate::text::fold(term.concept.map_or("", |concept| concept.label(lang))));
        terms.extend(here);
    }
    let gone = options.published.keys().filter_map(|key| concept_of(key)).filter(|(id, lang)| {
        let concept = library.glossary.concepts.get(*id);
        let there = concept.is_some_and(|concept| concept.definition.contains_key(lang));
        !there && asked.is_none() && options.lang.is_none_or(|only| only == *lang)
    });
    terms.extend(gone.map(|(id, lang)| Term { id, lang, concept: None }));
    let kind = if cloze { "cloze" } else { "term" };
    let head = |term: &Term<'_>| {
        let released = options.releases.get(&concept_key(term.id, term.lang));
        let both = term.concept.is_some_and(|concept| other_term(concept, term.lang).is_some());
        Head {
            deck: deck_name(config, term.lang, Some(&i18n::text(term.lang, "export-anki-glossary", &[]))),
            modified: released.copied().unwrap_or(BASELINE),
            retired: term.concept.is_none(),
            cards: if cloze && !both { 1 } else { 2 },
            ..Head::new(config.anki_seed(), Some(kind), term.id, term.lang)
        }
    };
    let heads = terms.iter().map(head).collect();
    let text = move |at: usize| text(config, &terms[at], cloze);
    let note_type = NoteType::new(options.cards, config.deck());
    Deck { seed: config.anki_seed(), note_type, heads, text: Box::new(text) }
}

/// The concepts of the selected entries, where the selection is by topic or level.
fn asked<'a>(library: &'a Library, options: &ExportOptions<'_>) -> Option<BTreeSet<&'a str>> {
    if options.topic.is_none() && options.level.is_none() {
        return None;
    }
    let about = |at: usize| {
        let mentions = library.mentions.get(at).into_iter().flatten().map(|mention| mention.concept.as_str());
        mentions.chain(library.entries[at].concepts.iter().map(String::as_str))
    };
    let chosen = (0..library.entries.len()).filter(|&at| options.selects(&library.entries[at]));
    Some(chosen.flat_map(about).collect())
}

/// The name of a concept in the language that `lang` is not.
fn other_term(concept: &Concept, lang: Lang) -> Option<&str> {
    concept.pref_label.get(&lang.other()).map(String::as_str)
}

/// The fields and tags of a term's note.
fn text(config: &Config, term: &Term<'_>, cloze: bool) -> (Vec<String>, Vec<String>) {
    let lang = term.lang;
    let mut tags = vec![tag(config, "lang", lang.code()), tag(config, "kind", "glossary")];
    if term.concept.is_none() {
        tags.push(retired_tag(config));
    }
    tags.sort();
    let value = |name: &str| match (name, term.concept) {
        ("Id", _) => inert(&escape(term.id)),
        ("Lang", _) => lang.code().to_owned(),
        ("Retired", None) => inert(&escape(&i18n::text(lang, "export-anki-retired", &[]))),
        // A field that every card needs: without it, Anki would call the cards empty.
        ("Term", None) => inert(&escape(term.id)),
        ("Text", None) => format!("{{{{c1::{}}}}}", inert_in_cloze(&escape(term.id))),
        ("Text", Some(concept)) => gaps(concept, lang),
        (_, Some(concept)) => inert(&value(config, concept, lang, name)),
        (_, None) => String::new(),
    };
    let fields = if cloze { CLOZE_FIELDS.map(value).to_vec() } else { TERM_FIELDS.map(value).to_vec() };
    (fields, tags)
}

/// A field of a term that is in the glossary.
fn value(config: &Config, concept: &Concept, lang: Lang, name: &str) -> String {
    let other = lang.other();
    let definition = |lang: Lang| concept.definition.get(&lang).map(|text| inline(text, lang)).unwrap_or_default();
    let foreign = |tag: &str, html: String| {
        if html.is_empty() { html } else { format!("<{tag} lang=\"{}\">{html}</{tag}>", other.code()) }
    };
    match name {
        "Term" => escape(concept.label(lang)),
        "Definition" => definition(lang),
        "AlsoCalled" => escape(&concept.alt_label.get(&lang).map(|labels| labels.join(", ")).unwrap_or_default()),
        "OtherTerm" => foreign("span", other_term(concept, lang).map(escape).unwrap_or_default()),
        "OtherDefinition" => foreign("div", definition(other)),
        "Source" => config.base_url.as_deref().map_or_else(String::new, |base| {
            let (base, id) = (escape(base.trim_end_matches('/')), escape(&concept.id));
            format!("<a href=\"{base}/{}/concepts/{id}/\">{id}</a>", lang.code())
        }),
        _ => String::new(),
    }
}

/// The definition behind its term, which is the first gap; the term in the other language is the second.
fn gaps(concept: &Concept, lang: Lang) -> String {
    let gap = |number: u8, term: &str| format!("{{{{c{number}::{}}}}}", inert_in_cloze(&escape(term)));
    let definition = concept.definition.get(&lang).map(|text| inert_in_cloze(&inline(text, lang))).unwrap_or_default();
    let other = other_term(concept, lang)
        .map(|term| format!(" <span class=\"foreign\" lang=\"{}\">({})</span>", lang.other().code(), gap(2, term)));
    let term = gap(1, concept.label(lang));
    format!("<p class=\"question\">{term}{}</p><p>{definition}</p>", other.unwrap_or_default())
}
