//! A page before it is filled in, and the values that pages share: built once, cloned by reference count.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::address;
use super::catalogue::Catalogue;
use super::error::SiteError;
use super::links::Ways;
use super::lists::{self, Tag};
use super::{Extra, entry_view, guard, linked_data};
use crate::config::Config;
use crate::files::stays_inside;
use crate::i18n::Lang;
use crate::normalise::Entry;
use crate::render::{may_show, typeset};

/// One step of the way from the home to a page.
#[derive(Serialize)]
pub(super) struct Crumb {
    pub title: String,
    pub to: String,
}

/// A page in another language: the same one, or what comes nearest.
pub(super) struct Twin {
    pub lang: Lang,
    pub to: String,
    /// Whether it is the same page in another language, which search engines are told, and not just a near one.
    pub exact: bool,
}

/// A page: its template, its head, and the values of its body.
pub(super) struct Page {
    pub path: String,
    pub template: &'static str,
    pub lang: Lang,
    pub title: String,
    pub description: String,
    pub crumbs: Vec<Crumb>,
    pub twins: Vec<Twin>,
    /// Whether search engines are to list it.
    pub listed: bool,
    /// What it is about, in JSON-LD.
    pub data: Option<serde_json::Value>,
    /// The same in a file of its own: its path.
    pub record: Option<String>,
    /// When what it shows last changed, in seconds since 1970, where that is known.
    pub changed: Option<i64>,
    pub context: Context,
}

impl Page {
    /// A listed page with an empty body.
    pub fn new(template: &'static str, lang: Lang, path: String, title: impl Into<String>) -> Self {
        Self {
            path,
            template,
            lang,
            title: title.into(),
            description: String::new(),
            crumbs: Vec::new(),
            twins: Vec::new(),
            listed: true,
            data: None,
            record: None,
            changed: None,
            context: Context::new(),
        }
    }

    /// The same with a value for its template.
    pub fn with<T: Serialize + ?Sized>(mut self, name: &'static str, value: &T) -> Self {
        self.context.insert(name, value);
        self
    }

    /// The same with a shared value for its template.
    pub fn with_value(mut self, name: &'static str, value: Value) -> Self {
        self.context.insert_value(name, value);
        self
    }
}

/// A page that is filled in.
pub(super) struct Written {
    pub path: String,
    pub html: Vec<u8>,
    pub lang: Lang,
    pub listed: bool,
    /// When what it shows last changed, in seconds since 1970, where that is known.
    pub changed: Option<i64>,
    /// The same page in other languages: language and path.
    pub same: Vec<(Lang, String)>,
}

/// All that page makers read.
pub(super) struct Site<'a> {
    pub catalogue: Catalogue<'a>,
    pub config: &'a Config,
    pub extra: &'a Extra,
    /// Where the site will live, with a final `/`.
    pub base: Option<String>,
    /// For each entry what a list shows of it, made when it is first asked for.
    items: Vec<OnceLock<Value>>,
    /// For each entry its context, choices and answer as HTML, made when they are first asked for.
    bodies: Vec<OnceLock<Body>>,
    /// The tags by language and folded name.
    pub tags: BTreeMap<(Lang, String), Tag>,
    frames: Vec<(Lang, Value)>,
    tera: Tera,
}

/// What the frame of every page of a language shows.
#[derive(Serialize)]
struct Frame<'a> {
    title: Cow<'a, str>,
    home: String,
    topics: String,
    concepts: String,
    study: String,
    search: String,
    feed: String,
    about: String,
    tags: String,
    unanswered: String,
    /// Nothing where the site has one language.
    elsewhere: Option<String>,
    downloads: Option<String>,
    navigation: Vec<NavigationItem<'a>>,
}

#[derive(Serialize)]
struct NavigationItem<'a> {
    label: Cow<'a, str>,
    /// An address elsewhere.
    url: Option<String>,
    /// A page of the site.
    to: Option<String>,
}

#[derive(Serialize)]
struct SwitchItem<'a> {
    lang: &'a str,
    name: &'a str,
    to: &'a str,
    current: bool,
    exact: bool,
    /// Whether the reader is told that it is the nearest page; a home stands in for any page and claims nothing.
    near: bool,
}

#[derive(Serialize)]
struct Alternate<'a> {
    lang: &'a str,
    href: String,
}

impl<'a> Site<'a> {
    pub fn new(
        catalogue: Catalogue<'a>,
        config: &'a Config,
        tera: Tera,
        base: Option<String>,
        extra: &'a Extra,
    ) -> Self {
        let count = catalogue.library.entries.len();
        let items = std::iter::repeat_with(OnceLock::new).take(count).collect();
        let bodies = std::iter::repeat_with(OnceLock::new).take(count).collect();
        let frames = catalogue.langs.iter().map(|&lang| (lang, frame(config, extra, lang))).collect();
        let tags = lists::tags(&catalogue);
        Self { catalogue, config, extra, base, items, bodies, tags, frames, tera }
    }

    /// What the site is called in a language.
    pub fn title(&self, lang: Lang) -> Cow<'_, str> {
        typeset(self.config.title(lang), lang)
    }

    /// What a list shows of the entry at index `at`.
    pub fn item(&self, at: usize) -> Value {
        self.items[at].get_or_init(|| entry_view::item(&self.catalogue.library.entries[at])).clone()
    }

    /// Context, choices and answer of the entry at index `at`, as the page at `page` shows them.
    pub fn body(&self, at: usize, page: &str) -> Value {
        let entry = &self.catalogue.library.entries[at];
        match self.bodies[at].get_or_init(|| body(entry, self.config, self.extra)) {
            Body::Anywhere(body) => body.clone(),
            Body::Pictured => entry_view::body(entry, self.ways(&entry.source.path, page)),
        }
    }

    /// What texts of the file `source` refer to, as seen from the page at `page`.
    pub fn ways<'w>(&'w self, source: &'w str, page: &'w str) -> Ways<'w> {
        Ways { source, page, repository: self.config.repository.as_deref(), images: &self.extra.images }
    }

    /// Links to pages of one kind in every other language.
    pub fn twins(&self, lang: Lang, to: impl Fn(Lang) -> String) -> Vec<Twin> {
        let others = self.catalogue.langs.iter().filter(|other| **other != lang);
        others.map(|&other| Twin { lang: other, to: to(other), exact: true }).collect()
    }

    /// The address of a file of the site as search engines want it: absolute where the site's address is known.
    pub fn address(&self, from: &str, to: &str) -> String {
        self.base.as_deref().map_or_else(|| address::relative(from, to), |base| address::absolute(base, to))
    }

    /// Fills a page in.
    pub fn write(&self, page: Page) -> Result<Written, SiteError> {
        let data = linked_data::block(self, &page);
        let Page {
            path, template, lang, title, description, crumbs, twins, listed, record, changed, mut context, ..
        } = page;
        let same: Vec<(Lang, String)> =
            twins.iter().filter(|twin| twin.exact).map(|twin| (twin.lang, twin.to.clone())).collect();
        let mut switch: Vec<SwitchItem<'_>> = twins
            .iter()
            .map(|t| SwitchItem {
                lang: t.lang.code(),
                name: t.lang.name(),
                to: &t.to,
                current: false,
                exact: t.exact,
                near: !t.exact && t.to != address::home(t.lang),
            })
            .collect();
        let own =
            SwitchItem { lang: lang.code(), name: lang.name(), to: &path, current: true, exact: true, near: false };
        switch.push(own);
        switch.sort_by_key(|item| Lang::ALL.iter().position(|lang| lang.code() == item.lang));
        // Search engines only follow whole addresses there.
        let alternates: Vec<Alternate<'_>> = if same.is_empty() || self.base.is_none() {
            Vec::new()
        } else {
            let each = switch.iter().filter(|item| item.exact);
            let mut list: Vec<Alternate<'_>> =
                each.map(|item| Alternate { lang: item.lang, href: self.address(&path, item.to) }).collect();
            let fallback = self.fallback(lang, &path, &same);
            list.push(Alternate { lang: "x-default", href: self.address(&path, fallback) });
            list
        };
        let canonical = self.base.as_deref().map(|base| address::absolute(base, &path));
        let frame = self.frames.iter().find(|(of, _)| *of == lang).map(|(_, frame)| frame.clone());

        context.insert("lang", lang.code());
        context.insert("path", &path);
        context.insert("title", &title);
        context.insert("description", &description);
        context.insert("crumbs", &crumbs);
        context.insert("switch", &switch);
        context.insert("alternates", &alternates);
        context.insert("canonical", &canonical);
        context.insert("listed", &listed);
        context.insert("record", &record);
        context.insert_value("data", data.map_or_else(Value::none, |text| Value::safe_string(&text)));
        context.insert_value("site", frame.unwrap_or_else(Value::none));
        guard::begin();
        let mut html = Bounded(Vec::with_capacity(ROOM));
        self.tera.render_to(template, &context, &mut html).map_err(|error| match html.0.len() >= LONGEST {
            true => SiteError::Endless { name: template.to_owned(), line: None },
            false => SiteError::template(template, &error),
        })?;
        // All pages are held at once: each takes what it needs, and leaves its room to the next.
        let html = html.0.as_slice().to_vec();
        Ok(Written { path, html, lang, listed, changed, same })
    }

    /// Fills in a template that is a part of no page, for readers of `lang`.
    pub fn fill(&self, template: &str, lang: Lang, mut context: Context) -> Result<String, SiteError> {
        context.insert("lang", lang.code());
        guard::begin();
        self.tera.render(template, &context).map_err(|error| SiteError::template(template, &error))
    }

    /// The page for readers of no language of the site: the choice of languages for a home, else the first language's.
    pub fn fallback<'p>(&self, lang: Lang, path: &'p str, same: &'p [(Lang, String)]) -> &'p str {
        if path == address::home(lang) {
            return "index.html";
        }
        let first = self.catalogue.langs.first().copied().unwrap_or(lang);
        same.iter().find(|(of, _)| *of == first).map_or(path, |(_, to)| to)
    }
}

/// Context, choices and answer of an entry as HTML.
enum Body {
    /// The same on every page.
    Anywhere(Value),
    /// With images, whose addresses depend on the page.
    Pictured,
}

fn body(entry: &Entry, config: &Config, extra: &Extra) -> Body {
    let texts = [entry.shown_context(), entry.shown_answer()].into_iter().flatten();
    let choices = entry.options.iter().map(|choice| choice.text.as_str());
    if texts.chain(choices).any(may_show) {
        return Body::Pictured;
    }
    let (source, repository) = (entry.source.path.as_str(), config.repository.as_deref());
    Body::Anywhere(entry_view::body(entry, Ways { source, page: "", repository, images: &extra.images }))
}

/// The length of a page (in bytes) at which its template is taken to go round in circles.
const LONGEST: usize = 64 << 20;

/// Bytes that most pages do with while they grow.
const ROOM: usize = 32 << 10;

/// A page as it grows, up to [`LONGEST`].
struct Bounded(Vec<u8>);

impl std::io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.len() >= LONGEST {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn frame(config: &Config, extra: &Extra, lang: Lang) -> Value {
    let links = config.site.navigation.get(&lang).into_iter().flatten();
    let navigation = links.filter_map(|link| {
        let url = web_address(&link.url);
        let to = if url.is_none() { Some(below(&address::home(lang), &link.url)?) } else { None };
        Some(NavigationItem { label: typeset(&link.label, lang), url, to })
    });
    Value::from_serializable(&Frame {
        title: typeset(config.title(lang), lang),
        home: address::home(lang),
        topics: address::topics(lang),
        concepts: address::concepts(lang),
        study: address::study(lang),
        search: address::search(lang),
        feed: address::feed(lang),
        about: address::about(lang),
        tags: address::tags(lang),
        unanswered: address::unanswered(lang),
        elsewhere: config.languages.contains(&lang.other()).then(|| address::elsewhere(lang)),
        downloads: (!extra.downloads.is_empty() || extra.offline.is_some()).then(|| address::downloads(lang)),
        navigation: navigation.collect(),
    })
}

/// The page that `link` names, seen from the folder of `home`; nothing when it would leave the site.
fn below(home: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = home.split('/').collect();
    parts.pop();
    for part in link.trim_start_matches("./").split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    if !parts.last().is_some_and(|last| last.contains('.')) {
        parts.push("index.html");
    }
    Some(parts.join("/")).filter(|path| stays_inside(path))
}

/// An address of the settings if it is one that a page may link to: only the web and mail.
pub(super) fn web_address(url: &str) -> Option<String> {
    let lower = url.trim().to_ascii_lowercase();
    let allowed = ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    allowed.then(|| url.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn navigation_stays_on_the_site() {
        let from_home = |link| below("fr/index.html", link);
        assert_eq!(from_home("topics/api/").as_deref(), Some("fr/topics/api/index.html"));
        assert_eq!(from_home("../en/").as_deref(), Some("en/index.html"));
        assert_eq!(from_home("../decks/fr.apkg").as_deref(), Some("decks/fr.apkg"));
        assert_eq!(from_home("../../x"), None);
        assert_eq!(from_home("javascript:alert(1)"), None);
        assert_eq!(web_address("javascript:alert(1)"), None);
    }
}
