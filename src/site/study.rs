//! The study page, and the scripts with its questions: one a topic, so that a reader only loads what is studied.

use rayon::prelude::*;
use serde::Serialize;
use tera::Context;

use super::address;
use super::catalogue::Topic;
use super::entry_view::level;
use super::error::SiteError;
use super::page::{Page, Site};
use crate::i18n::{self, Lang};
use crate::normalise::{Difficulty, Entry, Status};

#[derive(Serialize)]
struct Shelf<'a> {
    lang: &'static str,
    topics: Vec<Offer<'a>>,
}

#[derive(Serialize)]
struct Offer<'a> {
    title: &'a str,
    /// Language and slug, as the script names it.
    key: String,
    to: String,
    count: usize,
    /// How many questions it has without a level, then of each level.
    counts: String,
}

/// One question: id, level (0 is none), question, context and choices, answer, and its folder if that is not its id.
#[derive(Serialize)]
struct Row<'a>(&'a str, usize, String, String, String, Option<String>);

/// The study page of a language.
pub(super) fn page(site: &Site<'_>, lang: Lang) -> Page {
    let langs = &site.catalogue.langs;
    let mut order = vec![lang];
    order.extend(langs.iter().copied().filter(|other| *other != lang));
    let shelves: Vec<Shelf<'_>> = order.into_iter().map(|of| shelf(site, of)).collect();
    let mut page = Page::new("study.html", lang, address::study(lang), i18n::text(lang, "study-title", &[]))
        .with("shelves", &shelves)
        .with("store", &crate::text::slug(site.config.anki_seed()));
    page.description = i18n::text(lang, "study-description", &[("title", site.title(lang).as_ref().into())]);
    page.twins = site.twins(lang, address::study);
    page
}

fn shelf<'a>(site: &'a Site<'_>, lang: Lang) -> Shelf<'a> {
    let offer = |(_, topic): (usize, &'a Topic)| {
        let mut counts = [0; 4];
        let entries = &site.catalogue.library.entries;
        topic.order().map(|at| &entries[at]).filter(|entry| is_studied(entry)).for_each(|e| counts[number(e)] += 1);
        let counts = counts.map(|n| n.to_string()).join(" ");
        let count = topic.order().filter(|at| is_studied(&entries[*at])).count();
        let (to, key) = (address::topic(lang, &topic.slug), format!("{}/{}", lang.code(), topic.slug));
        (count > 0).then_some(Offer { title: &topic.title, key, to, count, counts })
    };
    Shelf { lang: lang.code(), topics: site.catalogue.topics_of(lang).filter_map(offer).collect() }
}

/// Whether there is an answer to compare one's own with.
fn is_studied(entry: &Entry) -> bool {
    let answered = entry.shown_answer().is_some_and(|answer| !answer.trim().is_empty());
    !matches!(entry.status, Status::Placeholder) && (answered || entry.options.iter().any(|choice| choice.correct))
}

/// A level as the script counts them.
fn number(entry: &Entry) -> usize {
    let levels = [Difficulty::Beginner, Difficulty::Intermediate, Difficulty::Advanced].map(level);
    let own = entry.difficulty.map(level);
    levels.iter().position(|of| Some(*of) == own).map_or(0, |at| at + 1)
}

/// The scripts of the topics that are wanted, by path.
pub(super) fn scripts(
    site: &Site<'_>,
    wanted: impl Fn(&str) -> bool + Sync,
) -> Result<Vec<(String, String)>, SiteError> {
    let script = |topic: &Topic| {
        let path = address::study_topic(topic.lang, &topic.slug);
        if !wanted(&path) {
            return Ok(None);
        }
        let entries = &site.catalogue.library.entries;
        let rows: Vec<Row<'_>> = topic
            .order()
            .filter(|at| is_studied(&entries[*at]))
            .map(|at| row(site, at))
            .collect::<Result<_, SiteError>>()?;
        let key = format!("{}/{}", topic.lang.code(), topic.slug);
        let json = serde_json::to_string(&(key, &rows)).expect("texts and numbers have a JSON form");
        let text = format!("passerelleStudy.topic(...{json});\n");
        Ok((!rows.is_empty()).then_some((path, text)))
    };
    site.catalogue.topics.par_iter().filter_map(|topic| script(topic).transpose()).collect()
}

fn row<'a>(site: &'a Site<'_>, at: usize) -> Result<Row<'a>, SiteError> {
    let entry = &site.catalogue.library.entries[at];
    let fill = |template: &str| {
        let mut context = Context::new();
        context.insert_value("item", site.item(at));
        context.insert_value("body", site.body(at, &address::study(entry.lang)));
        site.fill(template, entry.lang, context).map(|html| html.trim().to_owned())
    };
    let question = crate::render::inline(entry.shown_question(), entry.lang);
    let folder = address::segment(&entry.id);
    let folder = (folder != entry.id).then(|| folder.into_owned());
    Ok(Row(&entry.id, number(entry), question, fill("answer.html")?, fill("study-back.html")?, folder))
}
