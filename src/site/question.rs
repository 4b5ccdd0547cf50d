//! The page of a question.

use serde::Serialize;
use tera::Value;

use super::address;
use super::entry_view::{excerpt, label};
use super::page::{Crumb, Page, Site, Twin, web_address};
use super::{front, linked_data, pagination, why};
use crate::i18n::{self, Lang};
use crate::link::{Link, LinkKind};
use crate::normalise::Entry;
use crate::render::typeset;
use crate::text::fold;

/// Links shown in each list: a question that hundreds repeat would lead to all of them, and weigh more than its answer.
const MOST_LINKED: usize = 12;

/// At most this many related questions of each language; what is the same or close is always shown.
const MOST_RELATED: usize = 6;

#[derive(Serialize)]
struct Named {
    label: String,
    to: String,
}

#[derive(Serialize)]
pub(super) struct Near {
    item: Value,
    kind: &'static str,
    why: Vec<String>,
}

impl Near {
    /// The entry at `other` as a neighbour of the one at `at`, for readers of `lang`.
    pub fn new(site: &Site<'_>, (at, other): (usize, usize), link: &Link, lang: Lang) -> Self {
        let why = why::reasons(site.catalogue.library, link, (at, other), lang);
        Self { item: site.item(other), kind: kind(link.kind), why }
    }
}

#[derive(Serialize)]
struct SourceView<'a> {
    path: &'a str,
    first: String,
    last: String,
    edit: Option<String>,
}

/// The page of the entry at index `at`.
pub(super) fn page(site: &Site<'_>, at: usize) -> Option<Page> {
    let catalogue = &site.catalogue;
    let place = catalogue.places[at]?;
    let entry = &catalogue.library.entries[at];
    let topic = &catalogue.topics[place.topic];
    let group = &topic.groups[place.group];
    let lang = entry.lang;
    let concepts: Vec<Named> = catalogue
        .concepts_of(at)
        .map(|c| Named { label: label(c, lang).into_owned(), to: address::concept(lang, &c.id) })
        .collect();
    let flags: Vec<String> =
        entry.flags.iter().filter_map(|flag| i18n::message(lang, &format!("flag-{flag}"), &[])).collect();
    let item = |at: Option<usize>| at.map_or_else(Value::none, |at| site.item(at));

    let title = excerpt(entry.shown_question(), lang, 110);
    let mut page = Page::new("question.html", lang, address::question(lang, &entry.id), title);
    page.description = match (entry.shown_answer(), entry.shown_context()) {
        (Some(text), _) | (None, Some(text)) => excerpt(text, lang, 155),
        (None, None) => front::description(site, lang).into_owned(),
    };
    page.crumbs = vec![
        Crumb { title: i18n::text(lang, "site-topics", &[]), to: address::topics(lang) },
        Crumb { title: topic.title.clone(), to: address::topic(lang, &topic.slug) },
    ];
    page.twins = twins(site, at);
    page.record = Some(address::record(lang, &entry.id));
    page.changed = site.extra.changed.get(&entry.id).copied();
    page.data = Some(linked_data::question(site, &page, entry, &catalogue.concepts_of(at).collect::<Vec<_>>()));
    let list = pagination::path(&page.crumbs[1].to, place.position / pagination::MOST + 1);
    let section = (!group.title.is_empty()).then_some((&group.title, list, &group.anchor));
    let tags: Vec<Named> = entry.tags.iter().filter_map(|tag| tag_link(site, at, tag)).collect();
    let level = entry.difficulty.map(|level| address::level(lang, level.name()));
    Some(
        page.with_value("item", site.item(at))
            .with_value("body", site.body(at, &address::question(lang, &entry.id)))
            .with("section", &section)
            .with("tags", &tags)
            .with("level", &level)
            .with("concepts", &concepts)
            .with("flags", &flags)
            .with("other_lang", &catalogue.langs.iter().find(|other| **other != lang).map(|other| other.code()))
            .with("others", &near(site, at, |other| other != lang))
            .with("siblings", &near(site, at, |other| other == lang))
            .with("counterpart", &catalogue.counterpart(at).is_some())
            .with_value("previous", item(place.previous))
            .with_value("next", item(place.next))
            .with("source", &source(site, entry)),
    )
}

/// A tag of the entry at `at` with its list.
fn tag_link(site: &Site<'_>, at: usize, tag: &str) -> Option<Named> {
    let lang = site.catalogue.library.entries[at].lang;
    let known = site.tags.get(&(lang, fold(tag.trim())))?;
    Some(Named { label: typeset(tag.trim(), lang).into_owned(), to: address::tag(lang, &known.slug) })
}

/// The first linked questions in the languages wanted: the same and close ones, then the best related ones.
fn near(site: &Site<'_>, at: usize, wanted: impl Fn(Lang) -> bool) -> Vec<Near> {
    let entries = &site.catalogue.library.entries;
    let mut related = 0;
    let links = site.catalogue.near[at].iter().filter(|(other, _)| wanted(entries[*other].lang));
    links
        .filter(|(_, link)| {
            related += usize::from(link.kind == LinkKind::Related);
            link.kind != LinkKind::Related || related <= MOST_RELATED
        })
        .take(MOST_LINKED)
        .map(|(other, link)| Near::new(site, (at, *other), link, entries[at].lang))
        .collect()
}

fn kind(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Same => "same",
        LinkKind::Close => "close",
        LinkKind::Related => "related",
    }
}

/// Where the language switch leads: the counterpart, else the question's first concept, else its topic's counterpart or
/// the list of topics. Search engines are only told of questions that are each other's counterpart.
pub(super) fn twins(site: &Site<'_>, at: usize) -> Vec<Twin> {
    let catalogue = &site.catalogue;
    let lang = catalogue.library.entries[at].lang;
    let Some(&other) = catalogue.langs.iter().find(|other| **other != lang) else { return Vec::new() };
    if let Some((twin, kind)) = catalogue.counterpart(at) {
        let mutual = catalogue.counterpart(twin).is_some_and(|(back, _)| back == at);
        let to = address::question(other, &catalogue.library.entries[twin].id);
        return vec![Twin { lang: other, to, exact: mutual && kind == LinkKind::Same }];
    }
    let topic = catalogue.places[at].and_then(|place| catalogue.topics[place.topic].twin);
    let to = match (catalogue.concepts_of(at).next(), topic) {
        (Some(concept), _) => address::concept(other, &concept.id),
        (None, Some(topic)) => address::topic(other, &catalogue.topics[topic].slug),
        (None, None) => address::topics(other),
    };
    vec![Twin { lang: other, to, exact: false }]
}

fn source<'a>(site: &Site<'_>, entry: &'a Entry) -> SourceView<'a> {
    let lines = entry.source.lines;
    SourceView {
        path: &entry.source.path,
        first: lines.start.to_string(),
        last: lines.end.to_string(),
        edit: site.config.repository.as_deref().and_then(|at| file_link(at, &entry.source.path, Some(lines.start))),
    }
}

/// Where a file, at a line if there is one, can be seen and edited. `repository` is an address with `{path}` and perhaps
/// `{line}`, or that of a GitHub or GitLab repository.
pub(super) fn file_link(repository: &str, path: &str, line: Option<usize>) -> Option<String> {
    let repository = web_address(repository)?;
    let mut encoded = String::new();
    address::encode_into(&mut encoded, path);
    if repository.contains("{path}") {
        return Some(repository.replace("{path}", &encoded).replace("{line}", &line.unwrap_or(1).to_string()));
    }
    let repository = repository.trim_end_matches('/').trim_end_matches(".git");
    let files = if repository.contains("gitlab") { "-/blob/HEAD" } else { "blob/HEAD" };
    let anchor = line.map(|line| format!("#L{line}")).unwrap_or_default();
    Some(format!("{repository}/{files}/{encoded}{anchor}"))
}

#[cfg(test)]
mod tests {
    use super::file_link;

    #[test]
    fn repositories_have_edit_links() {
        let link = |repository| file_link(repository, "content/fr/a b.md", Some(7));
        assert_eq!(
            link("https://github.com/o/r.git").as_deref(),
            Some("https://github.com/o/r/blob/HEAD/content/fr/a%20b.md#L7")
        );
        assert_eq!(
            link("https://gitlab.com/o/r/").as_deref(),
            Some("https://gitlab.com/o/r/-/blob/HEAD/content/fr/a%20b.md#L7")
        );
        assert_eq!(
            link("https://git.example.org/x?f={path}&l={line}").as_deref(),
            Some("https://git.example.org/x?f=content/fr/a%20b.md&l=7")
        );
        assert_eq!(link("javascript:alert(1)"), None);
    }
}
