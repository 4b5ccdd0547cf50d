//! The page of a concept, with its names, definitions and questions in every language side by side.

use serde::Serialize;
use tera::Value;

use super::page::{Crumb, Page, Site};
use super::question::Near;
use super::{address, linked_data};
use crate::i18n::{self, Lang};
use crate::link::{Link, LinkKind};

#[derive(Serialize)]
struct Column<'a> {
    lang: &'static str,
    name: &'static str,
    label: &'a str,
    others: Vec<&'a str>,
    definition: Option<&'a str>,
    items: Vec<Value>,
}

#[derive(Serialize)]
struct Named<'a> {
    label: &'a str,
    to: String,
}

/// Two questions of a concept that ask for the same or nearly so.
#[derive(Serialize)]
struct Meeting {
    item: Value,
    with: Near,
}

/// The questions of a concept that ask for the same or nearly so, for readers of `lang`, those of the other language
/// first; each pair once, as its first question.
fn meetings(site: &Site<'_>, questions: &[usize], lang: Lang) -> Vec<Meeting> {
    let catalogue = &site.catalogue;
    let of = |at: usize| catalogue.library.entries[at].lang;
    let mut pairs: Vec<(bool, usize, usize, &Link)> = Vec::new();
    for &at in questions {
        let near = catalogue.near[at].iter().filter(|(other, link)| {
            let once = if of(at) == of(*other) { at < *other } else { of(at) == lang };
            once && link.kind <= LinkKind::Close && questions.contains(other)
        });
        pairs.extend(near.map(|(other, link)| (of(at) == of(*other), at, *other, *link)));
    }
    // Stable: questions that matter most to the concept stay first.
    pairs.sort_by_key(|(within, _, _, link)| (*within, link.kind));
    let meeting = |(_, at, other, link): (bool, usize, usize, &Link)| Meeting {
        item: site.item(at),
        with: Near::new(site, (at, other), link, lang),
    };
    pairs.into_iter().map(meeting).collect()
}

/// The page of the concept `id` for readers of `lang`.
pub(super) fn page(site: &Site<'_>, lang: Lang, id: &str) -> Page {
    let catalogue = &site.catalogue;
    let concept = catalogue.concept(id);
    let named = |ids: &[&str]| -> Vec<Named<'_>> {
        let known = ids.iter().filter(|id| **id != concept.id && catalogue.concepts.contains_key(**id));
        known.map(|id| Named { label: catalogue.concept(id).label(lang), to: address::concept(lang, id) }).collect()
    };
    let mut langs = catalogue.langs.clone();
    langs.sort_by_key(|of| *of != lang);
    let questions = &catalogue.concepts[id];
    let columns: Vec<Column<'_>> = langs
        .into_iter()
        .map(|of| Column {
            lang: of.code(),
            name: of.name(),
            label: concept.label(of),
            others: concept.labels(of).filter(|label| *label != concept.label(of)).collect(),
            definition: concept.definition.get(&of).map(String::as_str),
            items: (questions.iter().filter(|at| catalogue.library.entries[**at].lang == of))
                .map(|at| site.item(*at))
                .collect(),
        })
        .collect();
    let broader: Vec<&str> = concept.broader.iter().map(String::as_str).collect();
    let related: Vec<&str> = concept.related.iter().map(String::as_str).collect();
    let narrower = catalogue.narrower.get(id).map_or(&[][..], Vec::as_slice);

    let mut page = Page::new("concept.html", lang, address::concept(lang, id), concept.label(lang))
        .with("columns", &columns)
        .with("meetings", &meetings(site, questions, lang))
        .with("broader", &named(&broader))
        .with("narrower", &named(narrower))
        .with("related", &named(&related));
    page.description = match concept.definition.get(&lang) {
        Some(text) => super::entry_view::excerpt(text, 155),
        None => i18n::text(lang, "site-concept-description", &[("title", concept.label(lang).into())]),
    };
    page.data = Some(linked_data::concept(site, lang, concept));
    page.crumbs = vec![Crumb { title: i18n::text(lang, "site-concepts", &[]), to: address::concepts(lang) }];
    page.twins = site.twins(lang, |other| address::concept(other, id));
    page
}
