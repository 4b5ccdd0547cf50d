//! The pages that there is one of: the choice of languages, homes, lists, search, downloads, and "not found".

use std::borrow::Cow;

use serde::Serialize;

use super::engine::grouped;
use super::entry_view::{label, level};
use super::offline::{Offline, Pack};
use super::page::{Page, Site, web_address};
use super::{address, linked_data};
use crate::i18n::{self, Lang};
use crate::normalise::{Difficulty, Status};
use crate::render::typeset;
use crate::text::fold;

#[derive(Serialize)]
struct Choice<'a> {
    lang: &'static str,
    name: &'static str,
    title: Cow<'a, str>,
    description: Cow<'a, str>,
    to: String,
    search: String,
    count: usize,
}

#[derive(Serialize)]
struct TopicLine<'a> {
    title: &'a str,
    to: String,
    count: usize,
    sections: Vec<&'a str>,
}

#[derive(Serialize)]
struct LevelLine {
    level: &'static str,
    to: String,
    count: usize,
}

#[derive(Serialize)]
struct Letter<'a> {
    letter: char,
    concepts: Vec<ConceptLine<'a>>,
}

#[derive(Serialize)]
struct ConceptLine<'a> {
    label: Cow<'a, str>,
    /// The name in the other language, where it is a different one.
    other: Option<(&'static str, Cow<'a, str>)>,
    to: String,
    count: usize,
}

#[derive(Serialize)]
struct DownloadLine {
    to: String,
    label: String,
    lang: Option<&'static str>,
    /// Whether it is in another language than the page.
    foreign: bool,
    /// Whether it is for Anki.
    deck: bool,
    notes: usize,
    size: String,
    bytes: usize,
}

#[derive(Serialize)]
struct Kept<'a> {
    core: Option<PackLine<'a>>,
    search: Option<PackLine<'a>>,
    shelves: Vec<KeptShelf<'a>>,
    zip: &'a str,
    zip_size: String,
}

#[derive(Serialize)]
struct KeptShelf<'a> {
    lang: &'static str,
    foreign: bool,
    count: usize,
    size: String,
    topics: Vec<PackLine<'a>>,
    /// What is about no topic.
    others: Vec<PackLine<'a>>,
}

#[derive(Serialize)]
struct PackLine<'a> {
    pack: &'a Pack,
    size: String,
}

/// The choice of languages, in the words of `first`.
pub(super) fn root(site: &Site<'_>, first: Lang) -> Page {
    let title = site.title(first);
    let mut root = Page::new("root.html", first, "index.html".to_owned(), title).with("choices", &choices(site));
    root.description = description(site, first).into_owned();
    root
}

/// What is shown for an address that there is no page at.
pub(super) fn missing(site: &Site<'_>, first: Lang) -> Page {
    let title = i18n::text(first, "site-missing", &[]);
    let mut missing = Page::new("404.html", first, "404.html".to_owned(), title).with("choices", &choices(site));
    missing.listed = false;
    if let Some(base) = &site.base {
        // The page is served at any address, so that relative links would lead nowhere. Not the whole address: a preview
        // on another host has its own files.
        missing = missing.with("base", address::path_of(base));
    }
    missing
}

fn choices<'a>(site: &'a Site<'_>) -> Vec<Choice<'a>> {
    site.catalogue.langs.iter().map(|&lang| choice(site, lang)).collect()
}

/// The pages that are about all others, in every language.
pub(super) fn last_pages(site: &Site<'_>, offline: Option<&Offline>) -> Vec<Page> {
    if site.extra.downloads.is_empty() && offline.is_none() {
        return Vec::new();
    }
    site.catalogue.langs.iter().map(|&lang| downloads(site, lang, &site.extra.downloads, offline)).collect()
}

/// The same pages for a copy of the site, which has nothing to download.
pub(super) fn copies(site: &Site<'_>) -> Vec<Page> {
    let copy = |&lang: &Lang| {
        let online = site.base.as_deref().map(|base| address::absolute(base, &address::downloads(lang)));
        downloads(site, lang, &[], None).with("copy", &true).with("online", &online)
    };
    site.catalogue.langs.iter().map(copy).collect()
}

/// What a reader sees without a network who asks for a page that was not kept.
pub(super) fn away(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = Page::new("away.html", lang, address::away(lang), i18n::text(lang, "offline-away", &[]));
    page.twins = site.twins(lang, address::away);
    page.listed = false;
    page
}

fn choice<'a>(site: &'a Site<'_>, lang: Lang) -> Choice<'a> {
    Choice {
        lang: lang.code(),
        name: lang.name(),
        title: site.title(lang),
        description: description(site, lang),
        to: address::home(lang),
        search: address::search(lang),
        count: count(site, lang),
    }
}

pub(super) fn description<'a>(site: &'a Site<'_>, lang: Lang) -> Cow<'a, str> {
    typeset(site.config.description.get(&lang).map_or("", String::as_str), lang)
}

fn count(site: &Site<'_>, lang: Lang) -> usize {
    site.catalogue.library.entries.iter().filter(|entry| entry.lang == lang).count()
}

pub(super) fn home(site: &Site<'_>, lang: Lang) -> Page {
    let entries = || site.catalogue.library.entries.iter().filter(|entry| entry.lang == lang);
    let levels: Vec<LevelLine> = [Difficulty::Beginner, Difficulty::Intermediate, Difficulty::Advanced]
        .into_iter()
        .map(|of| LevelLine {
            level: level(of),
            to: address::level(lang, level(of)),
            count: entries().filter(|e| e.difficulty == Some(of)).count(),
        })
        .filter(|line| line.count > 0)
        .collect();
    let mut page = Page::new("home.html", lang, address::home(lang), site.title(lang))
        .with("topics", &topic_lines(site, lang))
        .with("levels", &levels)
        .with("count", &count(site, lang))
        .with("concepts", &site.catalogue.concepts.len());
    page.description = description(site, lang).into_owned();
    page.data = Some(linked_data::whole(site, "WebSite", &page));
    page.twins = site.twins(lang, address::home);
    page
}

fn topic_lines<'a>(site: &'a Site<'_>, lang: Lang) -> Vec<TopicLine<'a>> {
    let line = |(_, topic): (usize, &'a super::catalogue::Topic)| TopicLine {
        title: &topic.title,
        to: address::topic(lang, &topic.slug),
        count: topic.order().count(),
        sections: topic.groups.iter().map(|g| g.title.as_str()).filter(|t| !t.is_empty()).take(6).collect(),
    };
    site.catalogue.topics_of(lang).map(line).collect()
}

pub(super) fn topics(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = Page::new("topics.html", lang, address::topics(lang), i18n::text(lang, "site-topics", &[]))
        .with("topics", &topic_lines(site, lang))
        .with(
            "levels",
            &[Difficulty::Beginner, Difficulty::Intermediate, Difficulty::Advanced]
                .map(|of| (level(of), address::level(lang, level(of)))),
        )
        .with("tags", &site.tags.values().any(|tag| tag.lang == lang));
    page.description = i18n::text(lang, "site-topics-description", &[("title", site.title(lang).as_ref().into())]);
    page.twins = site.twins(lang, address::topics);
    page
}

pub(super) fn concepts(site: &Site<'_>, lang: Lang) -> Page {
    let catalogue = &site.catalogue;
    let mut lines: Vec<(String, ConceptLine<'_>)> = catalogue
        .concepts
        .iter()
        .map(|(id, questions)| {
            let concept = catalogue.concept(id);
            let own = concept.label(lang);
            let other = lang.other();
            let line = ConceptLine {
                label: label(concept, lang),
                other: concept
                    .pref_label
                    .get(&other)
                    .filter(|name| *name != own)
                    .map(|name| (other.code(), typeset(name, other))),
                to: address::concept(lang, id),
                count: questions.len(),
            };
            (fold(own), line)
        })
        .collect();
    lines.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.to.cmp(&y.to)));
    let mut letters: Vec<Letter<'_>> = Vec::new();
    for (folded, line) in lines {
        let initial = folded.chars().next().filter(char::is_ascii_alphabetic);
        let letter = initial.map_or('#', |initial| initial.to_ascii_uppercase());
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.concepts.push(line),
            None => letters.push(Letter { letter, concepts: vec![line] }),
        }
    }
    let mut page = Page::new("concepts.html", lang, address::concepts(lang), i18n::text(lang, "site-concepts", &[]))
        .with("letters", &letters);
    page.description = i18n::text(lang, "site-concepts-description", &[("title", site.title(lang).as_ref().into())]);
    page.data = Some(linked_data::whole(site, "DefinedTermSet", &page));
    page.twins = site.twins(lang, address::concepts);
    page
}

pub(super) fn about(site: &Site<'_>, lang: Lang) -> Page {
    let entries = &site.catalogue.library.entries;
    let of = |lang: Lang| entries.iter().filter(move |entry| entry.lang == lang);
    let counts: Vec<(&str, usize)> = site.catalogue.langs.iter().map(|&of| (of.code(), count(site, of))).collect();
    let repository = site.config.repository.as_deref().and_then(web_address).filter(|url| !url.contains('{'));
    let mut page = Page::new("about.html", lang, address::about(lang), i18n::text(lang, "site-about", &[]))
        .with("lead", &description(site, lang))
        .with("counts", &counts)
        .with("concepts", &site.catalogue.concepts.len())
        .with("tags", &site.tags.values().any(|tag| tag.lang == lang))
        .with("unanswered", &of(lang).filter(|entry| entry.status != Status::Answered).count())
        .with("repository", &repository);
    page.description = i18n::text(lang, "site-about-description", &[("title", site.title(lang).as_ref().into())]);
    page.twins = site.twins(lang, address::about);
    page
}

/// The search page; `index` is the folder of the index, where there is one.
pub(super) fn search(site: &Site<'_>, lang: Lang, index: Option<&str>) -> Page {
    let langs: Vec<&str> = site.catalogue.langs.iter().map(|lang| lang.code()).collect();
    let mut page = Page::new("search.html", lang, address::search(lang), i18n::text(lang, "site-search", &[]))
        .with("topics", &topic_lines(site, lang))
        .with("langs", &langs)
        .with("index", &index.map(|index| format!("{}/", index.trim_end_matches('/'))));
    page.description = i18n::text(lang, "site-search-description", &[("title", site.title(lang).as_ref().into())]);
    page.twins = site.twins(lang, address::search);
    page
}

fn downloads(site: &Site<'_>, lang: Lang, offers: &[super::Download], offline: Option<&Offline>) -> Page {
    let mut offers: Vec<&super::Download> = offers.iter().collect();
    // The page's own language first, and last what has none.
    offers.sort_by_key(|offer| offer.lang.map_or(2, |of| u8::from(of != lang)));
    let line = |offer: &&super::Download| DownloadLine {
        to: offer.path.clone(),
        label: offer.topic.clone().unwrap_or_else(|| file_label(offer, lang)),
        lang: offer.lang.map(Lang::code),
        foreign: offer.lang.is_some_and(|of| of != lang),
        deck: offer.label_key == "download-anki",
        notes: offer.notes,
        size: size(offer.bytes, lang),
        bytes: offer.bytes,
    };
    let lines = |wanted: &dyn Fn(&super::Download) -> bool| -> Vec<DownloadLine> {
        offers.iter().filter(|offer| wanted(offer)).map(line).collect()
    };
    let deck = |offer: &super::Download| offer.label_key == "download-anki";
    let mut page = Page::new("downloads.html", lang, address::downloads(lang), i18n::text(lang, "site-downloads", &[]))
        .with("decks", &lines(&|offer| deck(offer) && offer.topic.is_none()))
        .with("topics", &lines(&|offer| deck(offer) && offer.topic.is_some() && offer.lang == Some(lang)))
        .with("others", &lines(&|offer| deck(offer) && offer.topic.is_some() && offer.lang != Some(lang)))
        .with("tables", &lines(&|offer| !deck(offer)))
        .with("copy", &false)
        .with("offline", &offline.map(|offline| kept(site, lang, offline)));
    page.description = i18n::text(lang, "site-downloads-description", &[("title", site.title(lang).as_ref().into())]);
    page.twins = site.twins(lang, address::downloads);
    page
}

/// What can be kept in the browser or passed on: the page's own language first.
fn kept<'a>(site: &Site<'_>, lang: Lang, offline: &'a Offline) -> Kept<'a> {
    let packs = &offline.packs;
    let core = packs.iter().find(|pack| pack.name == "core");
    let line = |pack: &'a Pack| PackLine { pack, size: size(pack.bytes, lang) };
    let mut langs = site.catalogue.langs.clone();
    langs.sort_by_key(|of| *of != lang);
    let shelf = |of: Lang| {
        let own = |pack: &&Pack| pack.lang == Some(of);
        let topics = || packs.iter().filter(own).filter(|pack| pack.count > 0);
        KeptShelf {
            lang: of.code(),
            foreign: of != lang,
            count: topics().map(|pack| pack.count).sum(),
            size: size(topics().map(|pack| pack.bytes).sum(), lang),
            topics: topics().map(line).collect(),
            others: packs.iter().filter(own).filter(|pack| pack.count == 0).map(line).collect(),
        }
    };
    let (zip, bytes) = &offline.zip;
    Kept {
        core: core.map(line),
        search: packs.iter().find(|pack| pack.name == "search").map(line),
        shelves: langs.into_iter().map(shelf).collect(),
        zip,
        zip_size: size(*bytes, lang),
    }
}

/// What a file is called that is not about one topic.
fn file_label(offer: &super::Download, lang: Lang) -> String {
    let of = [("lang", offer.lang.map_or("none", Lang::code).into())];
    i18n::message(lang, &offer.label_key, &of).unwrap_or_else(|| offer.path.clone())
}

/// A size in bytes for readers, in powers of 1000: `1.2 MB`, `340 ko`.
fn size(bytes: usize, lang: Lang) -> String {
    let (unit, point) = match lang {
        Lang::Fr => ("o", ","),
        Lang::En => ("B", "."),
    };
    match bytes {
        0..1000 => format!("{bytes}\u{a0}{unit}"),
        1000..1_000_000 => format!("{}\u{a0}k{unit}", bytes.div_ceil(1000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            let whole = grouped(i64::try_from(tenths / 10).unwrap_or(i64::MAX), lang);
            format!("{whole}{point}{}\u{a0}M{unit}", tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(999, Lang::En), "999\u{a0}B");
        assert_eq!(size(1_001, Lang::Fr), "2\u{a0}ko");
        assert_eq!(size(1_240_000, Lang::Fr), "1,3\u{a0}Mo");
        assert_eq!(size(2_000_000, Lang::En), "2.0\u{a0}MB");
    }
}
