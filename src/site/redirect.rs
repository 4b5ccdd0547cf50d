//! Old addresses stay: a page that leads on, or one that says that the question is gone.

use std::collections::BTreeMap;

use super::address;
use super::page::{Page, Site};
use crate::files::stays_inside;
use crate::i18n::{self, Lang};

/// A page for every alias of a question and for every retired question, where its address is wanted.
pub(super) fn pages(site: &Site<'_>, wanted: impl Fn(&str) -> bool) -> Vec<Page> {
    let catalogue = &site.catalogue;
    let served = |at: &usize| catalogue.places[*at].is_some();
    let index: BTreeMap<&str, usize> = catalogue.library.index().into_iter().filter(|(_, at)| served(at)).collect();
    let mut pages = Vec::new();
    for (at, entry) in catalogue.library.entries.iter().enumerate().filter(|(at, _)| served(at)) {
        for path in entry.aliases.iter().filter_map(|alias| alias_path(entry.lang, alias)) {
            if !wanted(&path) {
                continue;
            }
            pages.push(leading_on(site, path, at));
        }
    }
    for gone in site.extra.retired.iter().filter(|gone| catalogue.langs.contains(&gone.lang)) {
        let path = address::question(gone.lang, &gone.id);
        if !wanted(&path) {
            continue;
        }
        match gone.successor.as_deref().and_then(|id| index.get(id)) {
            Some(&at) => pages.push(leading_on(site, path, at)),
            None => {
                let mut page = Page::new("retired.html", gone.lang, path, i18n::text(gone.lang, "site-retired", &[]));
                page.twins = site.twins(gone.lang, address::home);
                page.twins.iter_mut().for_each(|twin| twin.exact = false);
                page.listed = false;
                pages.push(page);
            }
        }
    }
    pages
}

fn leading_on(site: &Site<'_>, path: String, at: usize) -> Page {
    let entry = &site.catalogue.library.entries[at];
    let to = address::question(entry.lang, &entry.id);
    let target = site.address(&path, &to);
    let title = super::entry_view::excerpt(entry.shown_question(), entry.lang, 110);
    let mut page = Page::new("redirect.html", entry.lang, path, title).with("to", &to).with("target", &target);
    page.twins = super::question::twins(site, at);
    page.twins.iter_mut().for_each(|twin| twin.exact = false);
    page.listed = false;
    page
}

/// An alias is an old id, or an old address on this site. One that would leave the output folder leads nowhere.
fn alias_path(lang: Lang, alias: &str) -> Option<String> {
    let alias = alias.trim();
    if !alias.contains('/') && !alias.ends_with(".html") {
        return (!alias.is_empty()).then(|| address::question(lang, alias));
    }
    let path = alias.trim_start_matches('/');
    let path = match path.strip_suffix('/') {
        Some(folder) => format!("{folder}/index.html"),
        None if path.ends_with(".html") => path.to_owned(),
        None => format!("{path}/index.html"),
    };
    stays_inside(&path).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_are_ids_or_addresses() {
        let path = |alias| alias_path(Lang::Fr, alias);
        assert_eq!(path("old-id").as_deref(), Some("fr/q/old-id/index.html"));
        assert_eq!(path("/fr/q/old/").as_deref(), Some("fr/q/old/index.html"));
        assert_eq!(path("/faq.html").as_deref(), Some("faq.html"));
        assert_eq!(path("/faq/cache").as_deref(), Some("faq/cache/index.html"));
        assert_eq!(path("../../etc/passwd"), None);
        assert_eq!(path("https://e.org/x"), None);
    }
}
