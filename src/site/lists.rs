//! Lists of questions across topics: of a level, of a tag, without an answer, in the other language only.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;
use tera::Value;

use super::address;
use super::engine::grouped;
use super::page::{Crumb, Page, Site, Twin, web_address};
use super::pagination;
use crate::i18n::{self, Lang};
use crate::normalise::{Difficulty, Status};
use crate::render::typeset;
use crate::text::{fold, slug};

/// The levels that have a list.
pub(super) const LEVELS: [Difficulty; 3] = [Difficulty::Beginner, Difficulty::Intermediate, Difficulty::Advanced];

/// The questions of one topic in a list.
#[derive(Serialize)]
struct Group<'a> {
    title: &'a str,
    to: String,
    lang: &'static str,
    questions: Vec<Value>,
}

/// A tag with its questions in one language, by index.
pub(super) struct Tag {
    pub lang: Lang,
    /// As it was first written.
    pub label: String,
    pub slug: String,
    pub entries: Vec<usize>,
}

#[derive(Serialize)]
struct TagLine<'a> {
    label: Cow<'a, str>,
    to: String,
    count: usize,
}

/// The tags of every language by their folded names. Tags that differ in case and accents alone are one.
pub(super) fn tags(site: &super::catalogue::Catalogue<'_>) -> BTreeMap<(Lang, String), Tag> {
    let mut known: BTreeMap<(Lang, String), Tag> = BTreeMap::new();
    // Most are written alike, and folding takes time.
    let mut folded: HashMap<&str, String> = HashMap::new();
    for (at, entry) in site.library.entries.iter().enumerate().filter(|(at, _)| site.places[*at].is_some()) {
        for tag in entry.tags.iter().filter(|tag| !tag.trim().is_empty()) {
            let label = || tag.trim().to_owned();
            let new = || Tag { lang: entry.lang, label: label(), slug: slug(tag), entries: Vec::new() };
            let key = folded.entry(tag).or_insert_with(|| fold(tag.trim())).clone();
            let entries = &mut known.entry((entry.lang, key)).or_insert_with(new).entries;
            if entries.last() != Some(&at) {
                entries.push(at);
            }
        }
    }
    let mut taken = BTreeSet::new();
    for ((lang, folded), tag) in &mut known {
        if !taken.insert((*lang, tag.slug.clone())) {
            // Two tags with one slug: the later one carries a mark made of its text, which does not move.
            tag.slug = format!("{}-{}", tag.slug, &blake3::hash(folded.as_bytes()).to_hex()[..6]);
            taken.insert((*lang, tag.slug.clone()));
        }
    }
    known
}

/// A list and what is said above it.
struct List {
    lang: Lang,
    path: String,
    title: String,
    /// The message above it, and the one instead of it when it is empty.
    lead: Option<&'static str>,
    empty: &'static str,
    crumbs: Vec<Crumb>,
    /// The same list in other languages, with the number of its questions.
    twins: Vec<(Twin, usize)>,
    entries: Vec<usize>,
}

impl List {
    /// Its pages; with an address, that one alone.
    fn pages(self, site: &Site<'_>, only: Option<&str>) -> Vec<Page> {
        let catalogue = &site.catalogue;
        let topic = |at: usize| catalogue.places[at].map_or(0, |place| place.topic);
        let mut entries = self.entries;
        // In the order of the topics; within one in that of their pages.
        entries.sort_by_key(|at| catalogue.places[*at].map(|place| (place.topic, place.position)));
        let chunks: Vec<&[usize]> = match entries.is_empty() {
            true => vec![&[]],
            false => entries.chunks(pagination::MOST).collect(),
        };
        let total = chunks.len();
        let number = grouped(i64::try_from(entries.len()).unwrap_or(i64::MAX), self.lang);
        let mut pages = Vec::with_capacity(total);
        for (chunk, number_of_page) in chunks.into_iter().zip(1..) {
            let path = pagination::path(&self.path, number_of_page);
            if only.is_some_and(|only| only != path) {
                continue;
            }
            let groups = chunk.chunk_by(|a, b| topic(*a) == topic(*b)).map(|of| {
                let topic = &catalogue.topics[topic(of[0])];
                Group {
                    title: &topic.title,
                    to: address::topic(topic.lang, &topic.slug),
                    lang: topic.lang.code(),
                    questions: of.iter().map(|at| site.item(*at)).collect(),
                }
            });
            let title = pagination::title(self.lang, &self.title, number_of_page);
            let mut page = Page::new("list.html", self.lang, path, title)
                .with("groups", &groups.collect::<Vec<_>>())
                .with("count", &entries.len())
                .with("lead", &self.lead)
                .with("empty", &self.empty)
                .with(
                    "repository",
                    &site.config.repository.as_deref().and_then(web_address).filter(|url| !url.contains('{')),
                )
                .with("turning", &pagination::turning(&self.path, number_of_page, total));
            page.description = i18n::text(
                self.lang,
                "site-topic-description",
                &[
                    ("title", self.title.as_str().into()),
                    ("n", entries.len().into()),
                    ("count", number.as_str().into()),
                ],
            );
            page.crumbs =
                self.crumbs.iter().map(|crumb| Crumb { title: crumb.title.clone(), to: crumb.to.clone() }).collect();
            // A later page leads to the page of that number, where there is one.
            let twin = |(twin, count): &(Twin, usize)| {
                let there = if number_of_page <= count.div_ceil(pagination::MOST) { number_of_page } else { 1 };
                let exact = twin.exact && number_of_page == 1;
                Twin { to: pagination::path(&twin.to, there), exact, ..*twin }
            };
            page.twins = self.twins.iter().map(twin).collect();
            pages.push(page);
        }
        pages
    }
}

/// The entries shown on the site that are wanted.
fn entries(site: &Site<'_>, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..site.catalogue.places.len()).filter(|at| site.catalogue.places[*at].is_some() && wanted(*at)).collect()
}

fn to_topics(lang: Lang) -> Crumb {
    Crumb { title: i18n::text(lang, "site-topics", &[]), to: address::topics(lang) }
}

/// The same list in the other languages, at `to`, with what it has.
fn twins(
    site: &Site<'_>,
    lang: Lang,
    to: impl Fn(Lang) -> String,
    of: impl Fn(Lang) -> Vec<usize>,
) -> Vec<(Twin, usize)> {
    let counted = |twin: Twin| {
        let count = of(twin.lang).len();
        (twin, count)
    };
    site.twins(lang, to).into_iter().map(counted).collect()
}

/// The questions of a level.
pub(super) fn level(site: &Site<'_>, lang: Lang, level: Difficulty, only: Option<&str>) -> Vec<Page> {
    let of = |at: usize| &site.catalogue.library.entries[at];
    let all = |lang: Lang| entries(site, |at| of(at).lang == lang && of(at).difficulty == Some(level));
    List {
        lang,
        path: address::level(lang, level.name()),
        title: i18n::text(lang, &format!("site-level-title-{}", level.name()), &[]),
        lead: None,
        empty: "site-empty",
        crumbs: vec![to_topics(lang)],
        twins: twins(site, lang, |other| address::level(other, level.name()), all),
        entries: all(lang),
    }
    .pages(site, only)
}

/// The questions of a tag.
pub(super) fn tag(site: &Site<'_>, tag: &Tag, only: Option<&str>) -> Vec<Page> {
    // A word is seldom the same in two languages, and where it is it need not mean the same: near, never exact.
    let twin = |lang: Lang| {
        let same = site.tags.values().find(|other| other.lang == lang && other.slug == tag.slug);
        let to = same.map_or_else(|| address::tags(lang), |other| address::tag(lang, &other.slug));
        (Twin { lang, to, exact: false }, same.map_or(0, |other| other.entries.len()))
    };
    List {
        lang: tag.lang,
        path: address::tag(tag.lang, &tag.slug),
        title: i18n::text(tag.lang, "site-tag-title", &[("tag", typeset(&tag.label, tag.lang).as_ref().into())]),
        lead: None,
        empty: "site-empty",
        crumbs: vec![Crumb { title: i18n::text(tag.lang, "site-tags", &[]), to: address::tags(tag.lang) }],
        twins: site.catalogue.langs.iter().filter(|lang| **lang != tag.lang).map(|lang| twin(*lang)).collect(),
        entries: tag.entries.clone(),
    }
    .pages(site, only)
}

/// The list of tags.
pub(super) fn tag_index(site: &Site<'_>, lang: Lang) -> Page {
    let line = |tag| {
        let Tag { label, slug, entries, .. }: &Tag = tag;
        TagLine { label: typeset(label, lang), to: address::tag(lang, slug), count: entries.len() }
    };
    let lines: Vec<TagLine<'_>> = site.tags.values().filter(|tag| tag.lang == lang).map(line).collect();
    let mut page =
        Page::new("tags.html", lang, address::tags(lang), i18n::text(lang, "site-tags", &[])).with("tags", &lines);
    page.description = i18n::text(lang, "site-tags-description", &[("title", site.title(lang).as_ref().into())]);
    page.crumbs = vec![to_topics(lang)];
    page.twins = site.twins(lang, address::tags);
    page
}

/// The questions that wait for an answer.
pub(super) fn unanswered(site: &Site<'_>, lang: Lang, only: Option<&str>) -> Vec<Page> {
    let of = |at: usize| &site.catalogue.library.entries[at];
    let all = |lang: Lang| entries(site, |at| of(at).lang == lang && of(at).status != Status::Answered);
    List {
        lang,
        path: address::unanswered(lang),
        title: i18n::text(lang, "site-todo", &[]),
        lead: Some("site-todo-lead"),
        empty: "site-todo-none",
        crumbs: vec![Crumb { title: i18n::text(lang, "site-about", &[]), to: address::about(lang) }],
        twins: twins(site, lang, address::unanswered, all),
        entries: all(lang),
    }
    .pages(site, only)
}

/// The questions that the other language has and this one lacks.
pub(super) fn elsewhere(site: &Site<'_>, lang: Lang, only: Option<&str>) -> Vec<Page> {
    let of = |at: usize| &site.catalogue.library.entries[at];
    let all = |lang: Lang| entries(site, |at| of(at).lang != lang && site.catalogue.counterpart(at).is_none());
    List {
        lang,
        path: address::elsewhere(lang),
        title: i18n::text(lang, "site-elsewhere", &[]),
        lead: Some("site-elsewhere-lead"),
        empty: "site-elsewhere-none",
        crumbs: vec![Crumb { title: i18n::text(lang, "site-about", &[]), to: address::about(lang) }],
        twins: twins(site, lang, address::elsewhere, all),
        entries: all(lang),
    }
    .pages(site, only)
}
