//! The parts of a site: pages of one maker, each with the address that it begins at. A whole site is made of all of them at
//! once; a page alone is made by the part that has it.

use std::collections::BTreeMap;

use super::address;
use super::page::{Page, Site};
use super::{concept, front, lists, question, study, topic};
use crate::i18n::Lang;
use crate::normalise::Difficulty;

/// Makes a page that there is one of in each language.
type Single = fn(&Site<'_>, Lang) -> Page;
/// Makes the pages of a long list; with an address, that one alone.
type Listing = fn(&Site<'_>, Lang, Option<&str>) -> Vec<Page>;

/// Pages of one maker.
#[derive(Clone)]
pub(super) enum Part<'a> {
    Single(Single, Lang),
    /// The search page, which names the folder of the index.
    Search(Lang),
    Listing(Listing, Lang),
    Level(Lang, Difficulty),
    Tag(&'a (Lang, String)),
    Topic(usize),
    /// A topic for paper.
    Paper(usize),
    Concept(Lang, &'a str),
    Question(usize),
}

impl Part<'_> {
    /// Its pages; with an address, that one alone where there is such a page.
    pub fn pages(&self, site: &Site<'_>, only: Option<&str>) -> Vec<Page> {
        let pages = match *self {
            Self::Single(make, lang) => vec![make(site, lang)],
            Self::Search(lang) => vec![front::search(site, lang, site.extra.search_index.as_deref())],
            Self::Listing(make, lang) => make(site, lang, only),
            Self::Level(lang, level) => lists::level(site, lang, level, only),
            Self::Tag(key) => lists::tag(site, &site.tags[key], only),
            Self::Topic(at) => topic::lists(site, at, only),
            Self::Paper(at) => topic::papers(site, at, only),
            Self::Concept(lang, id) => concept::pages(site, lang, id, only),
            Self::Question(at) => question::page(site, at).into_iter().collect(),
        };
        pages.into_iter().filter(|page| only.is_none_or(|only| page.path == only)).collect()
    }

    /// Whether there are as many of its kind as there is content.
    pub fn is_of_content(&self) -> bool {
        matches!(self, Self::Tag(_) | Self::Topic(_) | Self::Paper(_) | Self::Concept(..) | Self::Question(_))
    }
}

/// The parts of a site with the address of their first page, in the order of the sitemap.
pub(super) fn parts<'s>(site: &'s Site<'_>) -> Vec<(String, Part<'s>)> {
    let catalogue = &site.catalogue;
    let langs = &catalogue.langs;
    let first = langs.first().copied().unwrap_or(Lang::Fr);
    let mut parts = vec![
        ("index.html".to_owned(), Part::Single(front::root, first)),
        ("404.html".to_owned(), Part::Single(front::missing, first)),
    ];
    for &lang in langs {
        parts.extend([
            (address::home(lang), Part::Single(front::home, lang)),
            (address::topics(lang), Part::Single(front::topics, lang)),
            (address::concepts(lang), Part::Single(front::concepts, lang)),
            (address::search(lang), Part::Search(lang)),
            (address::about(lang), Part::Single(front::about, lang)),
        ]);
        if site.extra.offline.is_some() {
            parts.push((address::away(lang), Part::Single(front::away, lang)));
        }
    }
    for &lang in langs {
        parts.extend(lists::LEVELS.map(|level| (address::level(lang, level.name()), Part::Level(lang, level))));
        parts.push((address::tags(lang), Part::Single(lists::tag_index, lang)));
        parts.push((address::unanswered(lang), Part::Listing(lists::unanswered, lang)));
        if langs.contains(&lang.other()) {
            parts.push((address::elsewhere(lang), Part::Listing(lists::elsewhere, lang)));
        }
    }
    parts.extend(site.tags.iter().map(|(key, tag)| (address::tag(tag.lang, &tag.slug), Part::Tag(key))));
    parts.extend(langs.iter().map(|&lang| (address::study(lang), Part::Single(study::page, lang))));
    for (at, topic) in catalogue.topics.iter().enumerate() {
        parts.push((address::topic(topic.lang, &topic.slug), Part::Topic(at)));
        parts.push((address::print(topic.lang, &topic.slug), Part::Paper(at)));
    }
    for &lang in langs {
        parts.extend(catalogue.concepts.keys().map(|&id| (address::concept(lang, id), Part::Concept(lang, id))));
    }
    let entries = catalogue.library.entries.iter().enumerate().filter(|(at, _)| catalogue.places[*at].is_some());
    parts.extend(entries.map(|(at, entry)| (address::question(entry.lang, &entry.id), Part::Question(at))));
    parts
}

/// Which part has the page at `path`: the one that begins there, or in the nearest folder above.
pub(super) fn find<'p, 's>(by_address: &'p BTreeMap<String, Part<'s>>, path: &str) -> Option<&'p Part<'s>> {
    let mut path = path.to_owned();
    loop {
        if let Some(part) = by_address.get(&path) {
            return Some(part);
        }
        let folder = path.strip_suffix("/index.html")?;
        path = format!("{}/index.html", folder.rsplit_once('/')?.0);
    }
}
