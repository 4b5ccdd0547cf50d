//! The library as a site: pages in both languages, in memory.
//!
//! [`build`] is a pure function of its arguments: `catalogue` works out what there is, `question`, `topic`, `concept` and
//! `front` make pages of it, `page` fills them in with the templates of the [`Theme`], on all cores at once.

mod accent;
pub mod address;
mod catalogue;
mod check;
mod concept;
mod engine;
mod entry_view;
mod error;
mod feed;
mod front;
mod guard;
mod inversion;
mod lead;
mod linked_data;
mod links;
mod lists;
mod offline;
mod page;
mod pages;
mod pagination;
mod part;
mod pictures;
mod question;
mod redirect;
mod sitemap;
mod study;
mod theme;
mod topic;
mod why;

pub use check::{BrokenLink, LinkFault, broken_links};
pub use error::SiteError;
pub use pages::Pages;
pub use theme::Theme;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::config::Config;
use crate::files::Files;
use crate::i18n::Lang;
use crate::images::Images;
use crate::link::Library;
use crate::normalise::Entry;
use catalogue::Catalogue;
use offline::Offline;
use page::{Site, Written};

/// What pages lead to without being made here.
#[derive(Debug, Clone, Default)]
pub struct Extra {
    /// The folder of the search index (`idx/<hash>`), when there is one.
    pub search_index: Option<String>,
    /// Files to offer on the downloads page.
    pub downloads: Vec<Download>,
    /// Questions that are no longer there; their addresses stay.
    pub retired: Vec<Retired>,
    /// The files of the search index, when the site is to be had without a network: as packs to keep in the browser, and as a
    /// zip. Both are made of every page, and offered on the downloads page.
    pub offline: Option<Files>,
    /// When each question last changed, in seconds since 1970, by its id; one that never has is absent.
    pub changed: BTreeMap<String, i64>,
    /// The images beside the documents: those that a page shows are published with it.
    pub images: Images,
}

/// A file to offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Its path on the site.
    pub path: String,
    /// The message that says what it is.
    pub label_key: String,
    /// The language of its content, if it has only one.
    pub lang: Option<Lang>,
    /// The topic of its content, if it has only one.
    pub topic: Option<String>,
    /// How many questions are in it; 0 for what has none.
    pub notes: usize,
    /// Its size in bytes.
    pub bytes: usize,
}

/// A question that was there once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    /// Its id.
    pub id: String,
    /// Its language.
    pub lang: Lang,
    /// The id of the question that took its place.
    pub successor: Option<String>,
}

/// Builds every page and asset of the site. The same arguments give the same bytes on any number of threads.
///
/// # Errors
/// When a template is wrong, when `base_url` or the accent colour is not one, or when the theme has an unsafe path.
/// Nothing in the library can make it fail.
pub fn build(library: &Library, config: &Config, theme: &Theme, extra: &Extra) -> Result<Files, SiteError> {
    let site = site(library, config, theme, extra)?;
    let style = config.site.accent.as_deref().map(accent::style).transpose()?;
    let written: Vec<Result<Written, SiteError>> = part::parts(&site)
        .into_par_iter()
        .flat_map_iter(|(_, part)| part.pages(&site, None))
        .map(|page| site.write(page))
        .collect();
    let mut written = written.into_iter().collect::<Result<Vec<Written>, SiteError>>()?;
    let mut files = Files::new();
    for (path, bytes) in feed::files(&site).into_iter().chain(records(&site)) {
        files.insert(path, bytes)?;
    }
    for (path, bytes) in pictures::files(&site) {
        files.insert(path, bytes)?;
    }
    for page in &mut written {
        // What is left serves the sitemap.
        files.insert(page.path.as_str(), std::mem::take(&mut page.html))?;
    }
    for (path, script) in study::scripts(&site, |_| true)? {
        files.insert(path, script)?;
    }
    for page in redirect::pages(&site, |_| true) {
        // A page that exists is never replaced by a sign that points elsewhere.
        if files.get(&page.path).is_none() {
            let page = site.write(page)?;
            files.insert(page.path, page.html)?;
        }
    }
    for (path, bytes) in theme.assets() {
        files.insert(path, asset(path, &bytes, style.as_deref()))?;
    }
    let offline = offline(&site, &files)?;
    // These name the sizes of what is made of all others.
    for page in front::last_pages(&site, offline.as_ref()) {
        let mut page = site.write(page)?;
        files.insert(page.path.as_str(), std::mem::take(&mut page.html))?;
        written.push(page);
    }
    if let Some(offline) = offline {
        files.extend(offline.files);
    }
    for (path, bytes) in sitemap::files(&site, &written) {
        files.insert(path, bytes)?;
    }
    // Hosts that would otherwise drop files whose names begin with `_`.
    files.insert(".nojekyll", Vec::new())?;
    Ok(files)
}

/// What all pages are made from.
fn site<'a>(library: &'a Library, config: &'a Config, theme: &Theme, extra: &'a Extra) -> Result<Site<'a>, SiteError> {
    let (catalogue, engine) = rayon::join(|| Catalogue::new(library, &config.languages), || engine::engine(theme));
    Ok(Site::new(catalogue, config, engine?, base(config)?, extra))
}

/// A file of the theme as pages load it: the style sheet has the site's accent colour, if it has one.
fn asset(path: &str, bytes: &[u8], style: Option<&str>) -> Vec<u8> {
    let style = style.filter(|_| path == "assets/style.css").unwrap_or_default();
    [bytes, style.as_bytes()].concat()
}

/// Packs and zip, where they are wanted.
fn offline(site: &Site<'_>, pages: &Files) -> Result<Option<Offline>, SiteError> {
    let Some(index) = &site.extra.offline else { return Ok(None) };
    let pages: BTreeMap<&str, &[u8]> = pages.iter().chain(index.iter()).collect();
    let mut copies = Files::new();
    for page in front::copies(site) {
        let page = site.write(page)?;
        copies.insert(page.path, page.html)?;
    }
    offline::offline(site, &pages, &copies).map(Some)
}

/// The record of each question beside its page: what `passerelle normalize` prints of it.
fn records(site: &Site<'_>) -> impl Iterator<Item = (String, String)> {
    let entries = site.catalogue.library.entries.iter().zip(&site.catalogue.places);
    entries
        .filter(|(_, place)| place.is_some())
        .map(|(entry, _)| (address::record(entry.lang, &entry.id), record(entry)))
}

fn record(entry: &Entry) -> String {
    serde_json::to_string(entry).expect("strings and numbers are JSON") + "\n"
}

/// `base_url` with one final `/`.
fn base(config: &Config) -> Result<Option<String>, SiteError> {
    let Some(url) = config.base_url.as_deref().map(str::trim).filter(|url| !url.is_empty()) else { return Ok(None) };
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.is_empty() && !rest.contains(['?', '#', '"', '<', '>', ' ']) => {
            Ok(Some(format!("{}/", url.trim_end_matches('/'))))
        }
        _ => Err(SiteError::BaseUrl(url.to_owned())),
    }
}
