//! The pages of a topic: its questions as a list, and all with their answers for paper.

use std::ops::Range;

use serde::Serialize;
use tera::Value;

use super::address;
use super::catalogue::{Group, Topic};
use super::engine::grouped;
use super::entry_view::markdown;
use super::lead::lead;
use super::page::{Crumb, Page, Site, Twin};
use super::pagination;
use crate::i18n;
use crate::normalise::{SectionNote, Status};

#[derive(Serialize)]
struct GroupView<'a> {
    title: &'a str,
    anchor: &'a str,
    /// The page and anchor of its counterpart.
    twin: Option<(String, &'a str)>,
    notes: Vec<Value>,
    questions: Vec<Value>,
}

/// A question of the list with its answer, or the beginning of it.
#[derive(Serialize)]
struct Line {
    item: Value,
    body: Value,
    answer: Option<Value>,
    /// Whether its page has more of the answer.
    more: bool,
}

#[derive(Serialize)]
struct Paper {
    item: Value,
    body: Value,
}

/// The list of a topic's questions; with an address, that page of it alone.
pub(super) fn lists(site: &Site<'_>, at: usize, only: Option<&str>) -> Vec<Page> {
    let topic = &site.catalogue.topics[at];
    each(topic, &address::topic(topic.lang, &topic.slug), only, |part, number| list(site, topic, part, number))
}

/// Its print pages; with an address, that one alone. A topic of notes alone has none.
pub(super) fn papers(site: &Site<'_>, at: usize, only: Option<&str>) -> Vec<Page> {
    let topic = &site.catalogue.topics[at];
    if topic.order().next().is_none() {
        return Vec::new();
    }
    each(topic, &address::print(topic.lang, &topic.slug), only, |part, number| paper(site, topic, part, number))
}

/// The pages that a topic falls into: what each shows, its number and how many there are.
fn each(topic: &Topic, first: &str, only: Option<&str>, page: impl Fn(&Part, (usize, usize)) -> Page) -> Vec<Page> {
    let parts = pagination::pages(topic.groups.iter().map(|group| group.entries.len()));
    let wanted = |number: usize| only.is_none_or(|only| only == pagination::path(first, number));
    let numbered = parts.iter().zip(1..).filter(|(_, number)| wanted(*number));
    numbered.map(|(part, number)| page(part, (number, parts.len()))).collect()
}

/// What a page shows of each group of a topic.
type Part = [(usize, Range<usize>)];

/// Page `number` of `total` of the list.
fn list(site: &Site<'_>, topic: &Topic, part: &Part, (number, total): (usize, usize)) -> Page {
    let lang = topic.lang;
    let first = address::topic(lang, &topic.slug);
    let count = topic.order().count();
    let unanswered = topic.order().filter(|at| site.catalogue.library.entries[*at].status != Status::Answered).count();
    let print = pagination::path(&address::print(lang, &topic.slug), number);
    let title = pagination::title(lang, &topic.title, number);
    let path = pagination::path(&first, number);
    let mut page = Page::new("topic.html", lang, path.clone(), title)
        .with("count", &count)
        .with("unanswered", &unanswered)
        .with("print", &print)
        .with("turning", &pagination::turning(&first, number, total))
        .with("groups", &groups(site, topic, (part, &path), |at| line(site, at, &path)));
    page.description = description(topic, count);
    page.crumbs = vec![Crumb { title: i18n::text(lang, "site-topics", &[]), to: address::topics(lang) }];
    if number > 1 {
        page.crumbs.push(Crumb { title: topic.title.clone(), to: first });
    }
    page.twins = twins(site, topic, |other| address::topic(other.lang, &other.slug));
    page
}

/// The question at `at` in the list at `path`.
fn line(site: &Site<'_>, at: usize, path: &str) -> Value {
    let entry = &site.catalogue.library.entries[at];
    let body = site.body(at, path);
    let (answer, more) = match body.get_from_path("answer").and_then(Value::as_str) {
        Some(html) => lead(html, entry.shown_answer().unwrap_or_default(), entry.lang),
        None => (String::new(), false),
    };
    let answer = (!answer.is_empty()).then(|| Value::safe_string(&answer));
    Value::from_serializable(&Line { item: site.item(at), body, answer, more })
}

/// Page `number` of `total` for paper.
fn paper(site: &Site<'_>, topic: &Topic, part: &Part, (number, total): (usize, usize)) -> Page {
    let lang = topic.lang;
    let list = pagination::path(&address::topic(lang, &topic.slug), number);
    let first = address::print(lang, &topic.slug);
    let path = pagination::path(&first, number);
    let paper = |at: usize| Value::from_serializable(&Paper { item: site.item(at), body: site.body(at, &path) });
    let title = pagination::title(lang, &topic.title, number);
    let mut page = Page::new("print.html", lang, path.clone(), title.clone())
        .with("turning", &pagination::turning(&first, number, total))
        .with("groups", &groups(site, topic, (part, &path), paper));
    page.description = description(topic, topic.order().count());
    page.crumbs = vec![Crumb { title, to: list }];
    page.twins = twins(site, topic, |other| match other.order().next() {
        Some(_) => address::print(other.lang, &other.slug),
        None => address::topic(other.lang, &other.slug),
    });
    page.listed = false;
    page
}

fn description(topic: &Topic, count: usize) -> String {
    let number = grouped(i64::try_from(count).unwrap_or(i64::MAX), topic.lang);
    let args = [("title", topic.title.as_str().into()), ("n", count.into()), ("count", number.into())];
    i18n::text(topic.lang, "site-topic-description", &args)
}

/// The counterpart of a topic, else the list of topics. Topics are never the same in two languages.
fn twins(site: &Site<'_>, topic: &Topic, to: impl Fn(&Topic) -> String) -> Vec<Twin> {
    let others = site.catalogue.langs.iter().filter(|other| **other != topic.lang);
    let twin = topic.twin.map(|at| &site.catalogue.topics[at]);
    others.map(|&lang| Twin { lang, to: twin.map_or_else(|| address::topics(lang), &to), exact: false }).collect()
}

/// Where the counterpart of a group begins, if it has a title.
fn counterpart<'a>(site: &'a Site<'_>, topic: &Topic, group: &Group) -> Option<(String, &'a str)> {
    let twin = &site.catalogue.topics[topic.twin?];
    let at = group.twin?;
    let there = &twin.groups[at];
    let before: usize = twin.groups[..at].iter().map(|group| group.entries.len()).sum();
    let page = pagination::path(&address::topic(twin.lang, &twin.slug), before / pagination::MOST + 1);
    (!there.title.is_empty()).then_some((page, there.anchor.as_str()))
}

fn groups<'a>(
    site: &'a Site<'_>,
    topic: &'a Topic,
    (part, page): (&Part, &str),
    question: impl Fn(usize) -> Value,
) -> Vec<GroupView<'a>> {
    let note = |note: &SectionNote| markdown(&note.text, note.lang, site.ways(&note.source.path, page));
    let view = |(group, shown): &(usize, Range<usize>)| {
        let group: &'a Group = &topic.groups[*group];
        // Notes stand where their group begins.
        let notes = if shown.start == 0 { group.notes.as_slice() } else { &[] };
        GroupView {
            title: &group.title,
            anchor: &group.anchor,
            twin: counterpart(site, topic, group),
            notes: notes.iter().map(|at| note(&site.catalogue.library.notes[*at])).collect(),
            questions: group.entries[shown.clone()].iter().map(|at| question(*at)).collect(),
        }
    };
    part.iter().map(view).collect()
}
