//! The pages of a topic: its questions as a list, and all with their answers for paper.

use serde::Serialize;
use tera::Value;

use super::address;
use super::catalogue::{Group, Topic};
use super::engine::grouped;
use super::entry_view::markdown;
use super::page::{Crumb, Page, Site, Twin};
use crate::i18n;
use crate::normalise::{SectionNote, Status};

#[derive(Serialize)]
struct GroupView<'a> {
    title: &'a str,
    anchor: &'a str,
    notes: Vec<Value>,
    questions: Vec<Value>,
}

#[derive(Serialize)]
struct Paper {
    item: Value,
    body: Value,
}

/// The list of a topic's questions and its print page.
pub(super) fn pages(site: &Site<'_>, at: usize) -> Vec<Page> {
    let topic = &site.catalogue.topics[at];
    let lang = topic.lang;
    let count = topic.order().count();
    let unanswered = topic.order().filter(|at| site.catalogue.library.entries[*at].status != Status::Answered).count();
    let path = address::topic(lang, &topic.slug);
    let print = address::print(lang, &topic.slug);
    let to_topics = Crumb { title: i18n::text(lang, "site-topics", &[]), to: address::topics(lang) };

    let number = grouped(i64::try_from(count).unwrap_or(i64::MAX), lang);
    let mut list = Page::new("topic.html", lang, path.clone(), &topic.title)
        .with("count", &count)
        .with("unanswered", &unanswered)
        .with("print", &print)
        .with("groups", &groups(site, topic, &path, |at| site.items[at].clone()));
    list.description = i18n::text(
        lang,
        "site-topic-description",
        &[("title", topic.title.as_str().into()), ("n", count.into()), ("count", number.into())],
    );
    list.crumbs = vec![to_topics];
    list.twins = twins(site, topic, |other| address::topic(other.lang, &other.slug));
    if count == 0 {
        return vec![list];
    }

    let paper =
        |at: usize| Value::from_serializable(&Paper { item: site.items[at].clone(), body: site.body(at, &print) });
    let mut whole = Page::new("print.html", lang, print.clone(), &topic.title)
        .with("topic", &path)
        .with("groups", &groups(site, topic, &print, paper));
    whole.description.clone_from(&list.description);
    whole.crumbs = vec![Crumb { title: topic.title.clone(), to: path }];
    whole.twins = twins(site, topic, |other| match other.order().next() {
        Some(_) => address::print(other.lang, &other.slug),
        None => address::topic(other.lang, &other.slug),
    });
    whole.listed = false;
    vec![list, whole]
}

/// The counterpart of a topic, else the list of topics. Topics are never the same in two languages.
fn twins(site: &Site<'_>, topic: &Topic, to: impl Fn(&Topic) -> String) -> Vec<Twin> {
    let others = site.catalogue.langs.iter().filter(|other| **other != topic.lang);
    let twin = topic.twin.map(|at| &site.catalogue.topics[at]);
    others.map(|&lang| Twin { lang, to: twin.map_or_else(|| address::topics(lang), &to), exact: false }).collect()
}

fn groups<'a>(site: &Site<'_>, topic: &'a Topic, page: &str, question: impl Fn(usize) -> Value) -> Vec<GroupView<'a>> {
    let note = |note: &SectionNote| markdown(&note.text, note.lang, site.ways(&note.source.path, page));
    let view = |group: &'a Group| GroupView {
        title: &group.title,
        anchor: &group.anchor,
        notes: group.notes.iter().map(|at| note(&site.catalogue.library.notes[*at])).collect(),
        questions: group.entries.iter().map(|at| question(*at)).collect(),
    };
    topic.groups.iter().map(view).collect()
}
