//! The page of a concept, with its names, definitions and questions in every language side by side.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use super::entry_view::{excerpt, label, other_labels};
use super::page::{Crumb, Page, Site};
use super::question::Near;
use super::{address, linked_data, pagination};
use crate::i18n::{self, Lang};
use crate::link::{Link, LinkKind};
use crate::render;

/// At most this many questions of a language on a page, and this many pairs that meet.
const MOST: usize = 50;
const MOST_MEETINGS: usize = 12;

#[derive(Serialize)]
struct Column<'a> {
    lang: &'static str,
    name: &'static str,
    label: Cow<'a, str>,
    others: Vec<Cow<'a, str>>,
    definition: Option<Value>,
    /// How many questions there are; `items` are those of this page.
    count: usize,
    items: Vec<Value>,
}

#[derive(Serialize)]
struct Named<'a> {
    label: Cow<'a, str>,
    to: String,
}

/// Two questions of a concept that ask for the same or nearly so.
#[derive(Serialize)]
struct Meeting {
    item: Value,
    with: Near,
}

/// The questions of a concept that ask for the same or nearly so, for readers of `lang`, those of the other language
/// first; each pair once, as its first question. The best of them.
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
    pairs.into_iter().take(MOST_MEETINGS).map(meeting).collect()
}

/// The pages of the concept `id` for readers of `lang`: one, unless it has very many questions; with an address, that
/// one alone.
pub(super) fn pages(site: &Site<'_>, lang: Lang, id: &str, only: Option<&str>) -> Vec<Page> {
    let of = |lang: Lang| {
        let entries = &site.catalogue.library.entries;
        site.catalogue.concepts[id].iter().filter(move |at| entries[**at].lang == lang).count()
    };
    let longest = site.catalogue.langs.iter().map(|lang| of(*lang)).max().unwrap_or(0);
    let total = longest.div_ceil(MOST).max(1);
    let first = address::concept(lang, id);
    let wanted = |number: &usize| only.is_none_or(|only| only == pagination::path(&first, *number));
    (1..=total).filter(wanted).map(|number| page(site, lang, id, (number, total))).collect()
}

/// Page `number` of `total` of the concept `id` for readers of `lang`.
fn page(site: &Site<'_>, lang: Lang, id: &str, (number, total): (usize, usize)) -> Page {
    let catalogue = &site.catalogue;
    let concept = catalogue.concept(id);
    let named = |ids: &[&str]| -> Vec<Named<'_>> {
        let known = ids.iter().filter(|id| **id != concept.id && catalogue.concepts.contains_key(**id));
        known.map(|id| Named { label: label(catalogue.concept(id), lang), to: address::concept(lang, id) }).collect()
    };
    let mut langs = catalogue.langs.clone();
    langs.sort_by_key(|of| *of != lang);
    let questions = &catalogue.concepts[id];
    let columns: Vec<Column<'_>> = langs
        .into_iter()
        .map(|of| Column {
            lang: of.code(),
            name: of.name(),
            label: label(concept, of),
            others: other_labels(concept, of),
            definition: (concept.definition.get(&of)).map(|text| Value::safe_string(&render::inline(text, of))),
            count: questions.iter().filter(|at| catalogue.library.entries[**at].lang == of).count(),
            items: (questions.iter().filter(|at| catalogue.library.entries[**at].lang == of))
                .skip((number - 1) * MOST)
                .take(MOST)
                .map(|at| site.item(*at))
                .collect(),
        })
        .collect();
    let broader: Vec<&str> = concept.broader.iter().map(String::as_str).collect();
    let related: Vec<&str> = concept.related.iter().map(String::as_str).collect();
    let narrower = catalogue.narrower.get(id).map_or(&[][..], Vec::as_slice);

    let first = address::concept(lang, id);
    let path = pagination::path(&first, number);
    let title = pagination::title(lang, &label(concept, lang), number);
    let meetings = if number == 1 { meetings(site, questions, lang) } else { Vec::new() };
    let mut page = Page::new("concept.html", lang, path, title)
        .with("columns", &columns)
        .with("meetings", &meetings)
        .with("turning", &pagination::turning(&first, number, total))
        .with("broader", &named(&broader))
        .with("narrower", &named(narrower))
        .with("related", &named(&related));
    page.description = match concept.definition.get(&lang) {
        Some(text) => excerpt(text, lang, 155),
        None => i18n::text(lang, "site-concept-description", &[("title", label(concept, lang).as_ref().into())]),
    };
    page.data = Some(linked_data::concept(site, lang, concept));
    page.crumbs = vec![Crumb { title: i18n::text(lang, "site-concepts", &[]), to: address::concepts(lang) }];
    if number > 1 {
        page.crumbs.push(Crumb { title: label(concept, lang).into_owned(), to: first });
    }
    page.twins = site.twins(lang, |other| pagination::path(&address::concept(other, id), number));
    page
}
