//! A site to look at while it is written: each file is made when it is asked for.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{BuildError, Collection, extra, site, themed};
use crate::config::Config;
use crate::files::Files;
use crate::search::{self, SearchIndex};
use crate::site::{Extra, Pages, address};

/// The files that [`site`](mod@super::site) makes, each when it is asked for: a page takes as long as that page, the search page
/// as long as the index, and what is made of the whole site (downloads, packs, the zip, the sitemap) as long as all of it.
pub struct Preview<'a> {
    pages: &'a Pages<'a>,
    collection: &'a Collection,
    config: &'a Config,
    theme: &'a BTreeMap<String, Vec<u8>>,
    assets: String,
    index: OnceLock<SearchIndex>,
    whole: OnceLock<Result<Files, String>>,
}

/// Hands the files of a collection's site to `then`.
///
/// # Errors
/// When a template cannot be read, or a setting is wrong.
pub fn preview<T>(
    collection: &Collection,
    config: &Config,
    theme: &BTreeMap<String, Vec<u8>>,
    then: impl FnOnce(&Preview<'_>) -> T,
) -> Result<T, BuildError> {
    // Nothing is offered here, but pages lead to what is.
    let extra = Extra { offline: Some(Files::new()), ..extra(collection) };
    let all = themed(theme);
    let mut assets = blake3::Hasher::new();
    for (name, bytes) in all.iter() {
        assets.update(name.as_bytes()).update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }
    let assets = assets.finalize().to_hex()[..12].to_owned();
    let shown = Pages::with(&collection.library, config, &all, &extra, |pages| {
        let (index, whole) = (OnceLock::new(), OnceLock::new());
        then(&Preview { pages, collection, config, theme, assets, index, whole })
    });
    Ok(shown?)
}

impl Preview<'_> {
    /// The file at `path`, if the site has one; also below the path of `base_url`, where 404.html and whoever wrote whole paths
    /// in a template or a text take it to be.
    ///
    /// # Errors
    /// What stands in the way, for a reader of the language of `say`.
    pub fn get(&self, path: &str, say: impl Fn(&BuildError) -> String) -> Result<Option<Vec<u8>>, String> {
        let base = self.config.base_url.as_deref().map(|url| address::path_of(url.trim()).trim_matches('/'));
        let below = base.filter(|base| !base.is_empty()).and_then(|base| path.strip_prefix(base)?.strip_prefix('/'));
        match (self.own(path, &say)?, below) {
            (None, Some(below)) => self.own(below, &say),
            (found, _) => Ok(found),
        }
    }

    /// The file at `path` from the root of the site.
    fn own(&self, path: &str, say: &impl Fn(&BuildError) -> String) -> Result<Option<Vec<u8>>, String> {
        if path.starts_with("idx/") {
            return Ok(self.index().files.get(path).map(<[u8]>::to_vec));
        }
        if of_whole(path) {
            let build = || site(self.collection, self.config, self.theme).map_err(|error| say(&error));
            let whole = self.whole.get_or_init(build).as_ref();
            return whole.map(|files| files.get(path).map(<[u8]>::to_vec)).map_err(Clone::clone);
        }
        let folder = || format!("idx/{}", self.index().hash);
        self.pages.get(path, folder).map_err(|error| say(&error.into()))
    }

    /// Fills in a page of each kind.
    ///
    /// # Errors
    /// When a template cannot be filled in.
    pub fn check(&self) -> Result<(), BuildError> {
        Ok(self.pages.check()?)
    }

    /// Changes with the files that pages load: scripts and styles.
    pub fn assets(&self) -> &str {
        &self.assets
    }

    fn index(&self) -> &SearchIndex {
        self.index.get_or_init(|| search::build(&self.collection.library))
    }
}

/// Whether the file at this path is made of the whole collection, and takes long: the search page and what is offered to
/// take away.
pub fn needs_all(path: &str) -> bool {
    let path = path.trim_start_matches('/');
    path.starts_with("idx/") || of_whole(path) || path.split('/').nth(1) == Some("search")
}

/// Whether a file is made of all the others.
fn of_whole(path: &str) -> bool {
    const FILES: [&str; 4] = ["sw.js", "robots.txt", "schema.json", ".nojekyll"];
    let below = path.split_once('/').map_or(path, |(_, below)| below);
    FILES.contains(&path)
        || (path.starts_with("sitemap") && path.ends_with(".xml"))
        || ["offline/", "downloads/"].iter().any(|folder| path.starts_with(folder))
        || below.starts_with("downloads/")
}
