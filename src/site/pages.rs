//! A site whose pages are made one at a time, when they are asked for.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::page::Site;
use super::part::{self, Part};
use super::{Extra, SiteError, Theme, accent, address, asset, feed, front, pictures, record, redirect, study};
use crate::config::Config;
use crate::link::Library;

/// What [`build`](super::build) makes, page by page: every page is the same, byte for byte, but is only made when somebody
/// asks for it. What is made of all pages at once (sitemap, packs, the zip and the page of downloads that names their sizes)
/// is not here.
pub struct Pages<'a> {
    site: &'a Site<'a>,
    parts: BTreeMap<String, Part<'a>>,
    theme: &'a Theme,
    style: Option<String>,
    pictures: OnceLock<BTreeMap<String, Vec<u8>>>,
}

impl Pages<'_> {
    /// Hands the pages of a library to `then`.
    ///
    /// # Errors
    /// When a template cannot be read, or a setting is wrong.
    pub fn with<T>(
        library: &Library,
        config: &Config,
        theme: &Theme,
        extra: &Extra,
        then: impl FnOnce(&Pages<'_>) -> T,
    ) -> Result<T, SiteError> {
        let site = super::site(library, config, theme, extra)?;
        let style = config.site.accent.as_deref().map(accent::style).transpose()?;
        let parts = part::parts(&site).into_iter().collect();
        Ok(then(&Pages { site: &site, parts, theme, style, pictures: OnceLock::new() }))
    }

    /// The file at `path`, if there is one. `index` is asked for the folder of the search index by the page that names it.
    ///
    /// # Errors
    /// When its template cannot be filled in.
    pub fn get(&self, path: &str, index: impl FnOnce() -> String) -> Result<Option<Vec<u8>>, SiteError> {
        let site = self.site;
        let page = match part::find(&self.parts, path) {
            Some(Part::Search(lang)) if path == address::search(*lang) => {
                Some(front::search(site, *lang, Some(&index())))
            }
            Some(part) => part.pages(site, Some(path)).pop(),
            None => None,
        };
        if let Some(page) = page {
            return Ok(Some(site.write(page)?.html));
        }
        if let Some((_, script)) = study::scripts(site, |of| of == path)?.pop() {
            return Ok(Some(script.into_bytes()));
        }
        if let Some(file) = self.record(path).or_else(|| self.feed(path)).or_else(|| self.asset(path)) {
            return Ok(Some(file));
        }
        if path.starts_with(address::IMAGES) {
            return Ok(self.pictures.get_or_init(|| pictures::files(site)).get(path).cloned());
        }
        let redirect = redirect::pages(site, |of| of == path).into_iter().next();
        redirect.map(|page| site.write(page).map(|page| page.html)).transpose()
    }

    /// Fills in a page of each kind, so that a template that is wrong is found before anybody asks for its page.
    ///
    /// # Errors
    /// The first that is met.
    pub fn check(&self) -> Result<(), SiteError> {
        let mut seen = Vec::new();
        for (path, part) in &self.parts {
            let kind = std::mem::discriminant(part);
            if part.is_of_content() && seen.contains(&kind) {
                continue;
            }
            for page in part.pages(self.site, Some(path)) {
                self.site.write(page)?;
                seen.push(kind);
            }
        }
        for page in front::copies(self.site) {
            self.site.write(page)?;
        }
        let first = self.site.catalogue.topics.first().map(|topic| address::study_topic(topic.lang, &topic.slug));
        study::scripts(self.site, |path| Some(path) == first.as_deref()).map(drop)
    }

    fn record(&self, path: &str) -> Option<Vec<u8>> {
        let page = format!("{}/index.html", path.strip_suffix("/index.json")?);
        match self.parts.get(&page)? {
            Part::Question(at) => Some(record(&self.site.catalogue.library.entries[*at]).into_bytes()),
            _ => None,
        }
    }

    fn feed(&self, path: &str) -> Option<Vec<u8>> {
        let known = path.ends_with("/atom.xml");
        let feed = known.then(|| feed::files(self.site).into_iter().find(|(of, _)| of == path)).flatten()?;
        Some(feed.1.into_bytes())
    }

    fn asset(&self, path: &str) -> Option<Vec<u8>> {
        let (_, bytes) = self.theme.assets().find(|(of, _)| *of == path)?;
        Some(asset(path, &bytes, self.style.as_deref()))
    }
}
