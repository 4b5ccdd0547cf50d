//! Whether every link inside a built site leads to a file that is there, and to an anchor that is on it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::address;
use crate::files::Files;
use crate::i18n::{self, Lang};
use crate::render::unescape;

/// A link that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrokenLink {
    /// The file that has it.
    pub page: String,
    /// The link as it is written there.
    pub link: String,
    /// What is wrong with it.
    pub fault: LinkFault,
}

/// What can be wrong with a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkFault {
    /// It leads to a file that is not there.
    Missing,
    /// The page is there, but has no such anchor.
    Anchor,
    /// It leads out of the site's folder: it would break below a path or on a disk.
    Outside,
}

impl BrokenLink {
    /// The fault as a line for a reader of `lang`.
    pub fn text(&self, lang: Lang) -> String {
        let key = match self.fault {
            LinkFault::Missing => "site-broken-missing",
            LinkFault::Anchor => "site-broken-anchor",
            LinkFault::Outside => "site-broken-outside",
        };
        i18n::text(lang, key, &[("page", self.page.as_str().into()), ("link", self.link.as_str().into())])
    }
}

/// What a page has that links and anchors are made of.
struct Found<'a> {
    page: &'a str,
    anchors: Vec<Cow<'a, str>>,
    links: Vec<Cow<'a, str>>,
}

/// The links of all pages, feeds and sitemaps of a built site that lead nowhere, by page. Addresses that begin with `base`
/// are the site's own; those elsewhere are not looked at.
pub fn broken_links(files: &Files, base: Option<&str>) -> Vec<BrokenLink> {
    let base = base.map(|base| format!("{}/", base.trim_end_matches('/')));
    let pages: Vec<(&str, &[u8])> =
        files.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml")).collect();
    let found: Vec<Found<'_>> = (pages.into_par_iter())
        .filter_map(|(page, bytes)| std::str::from_utf8(bytes).ok().map(|text| find(page, text)))
        .collect();
    let anchors: BTreeMap<&str, &[Cow<'_, str>]> = found.iter().map(|of| (of.page, of.anchors.as_slice())).collect();
    let broken = found.par_iter().flat_map_iter(|of| {
        of.links.iter().filter_map(|link| {
            let fault = fault(files, &anchors, base.as_deref(), of.page, link)?;
            Some(BrokenLink { page: of.page.to_owned(), link: link.to_string(), fault })
        })
    });
    let mut broken: Vec<BrokenLink> = broken.collect();
    broken.sort();
    broken.dedup();
    broken
}

fn fault<'l>(
    files: &Files,
    anchors: &BTreeMap<&str, &[Cow<'_, str>]>,
    base: Option<&'l str>,
    page: &str,
    link: &'l str,
) -> Option<LinkFault> {
    let (address, anchor) = link.split_once('#').map_or((link, None), |(address, anchor)| (address, Some(anchor)));
    let path = address.split('?').next().unwrap_or_default();
    let scheme = path.split('/').next().unwrap_or_default();
    let own = |base: &'l str| {
        let whole = path.strip_prefix(base).or((path == base.trim_end_matches('/')).then_some(""));
        whole.or_else(|| path.strip_prefix(address::path_of(base)))
    };
    let to = match base.and_then(own) {
        Some(own) => own.to_owned(),
        None if scheme.contains(':') || path.starts_with("//") => return None,
        None if path.is_empty() => page.to_owned(),
        None => match joined(page, path) {
            Some(to) => to,
            None => return Some(LinkFault::Outside),
        },
    };
    let Some(to) = address::decode(&to) else { return Some(LinkFault::Missing) };
    let to = if to.is_empty() || to.ends_with('/') { format!("{to}index.html") } else { to };
    if files.get(&to).is_none() {
        return Some(LinkFault::Missing);
    }
    let anchor = anchor.filter(|anchor| !anchor.is_empty() && *anchor != "top")?;
    let anchor = address::decode(anchor).unwrap_or_else(|| anchor.to_owned());
    let there = anchors.get(to.as_str())?.iter().any(|known| *known == anchor);
    (!there).then_some(LinkFault::Anchor)
}

/// `path` as seen from the folder of `page`; nothing where it leaves the site. The page for missing addresses is shown at
/// any depth, and looks for the site above itself: browsers stop at the root.
fn joined(page: &str, path: &str) -> Option<String> {
    if path.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." if page == "404.html" => drop(parts.pop()),
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The anchors and links of a page, feed or sitemap.
fn find<'a>(page: &'a str, text: &'a str) -> Found<'a> {
    let mut found = Found { page, anchors: Vec::new(), links: Vec::new() };
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if let Some(after) = rest.strip_prefix("!--") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
        } else if name == "loc" {
            found.links.extend(rest.strip_prefix("loc>").and_then(|text| text.split('<').next()).map(plain));
        } else if !name.is_empty() {
            rest = attributes(&rest[name.len()..], |key, value| match key.to_ascii_lowercase().as_str() {
                "id" => found.anchors.push(plain(value)),
                "href" | "src" | "action" | "poster" => found.links.push(plain(value.trim())),
                "content" => {
                    // `<meta http-equiv="refresh" content="0; url=…">`
                    let to = value.split_once("url=").filter(|(wait, _)| wait.trim_end().ends_with(';'));
                    found.links.extend(to.map(|(_, to)| plain(to.trim())));
                }
                _ => {}
            });
            if name == "script" || name == "style" {
                rest = rest.find(&format!("</{name}")).map_or("", |end| &rest[end..]);
            }
        }
    }
    found
}

/// Hands the attributes of a tag on; returns what follows the tag.
fn attributes<'a>(mut rest: &'a str, mut each: impl FnMut(&'a str, &'a str)) -> &'a str {
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c)).unwrap_or(rest.len());
        let key = &rest[..end];
        rest = rest[end..].trim_start();
        if let Some(value) = rest.strip_prefix('=') {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| ['"', '\''].contains(c));
            let (value, after) = match quote {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len())),
            };
            each(key, value);
            rest = after;
        } else if let Some(after) = rest.strip_prefix('>') {
            return after;
        } else if rest.is_empty() || key.is_empty() {
            return rest.get(1..).unwrap_or_default();
        }
    }
}

fn plain(value: &str) -> Cow<'_, str> {
    match value.contains('&') {
        true => Cow::Owned(unescape(value).replace("&#x2F;", "/")),
        false => Cow::Borrowed(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(pages: &[(&str, &str)], base: Option<&str>) -> Vec<(String, LinkFault)> {
        let mut files = Files::new();
        for (path, text) in pages {
            files.insert(*path, text.as_bytes()).expect("a safe path");
        }
        broken_links(&files, base).into_iter().map(|broken| (broken.link, broken.fault)).collect()
    }

    #[test]
    fn links_and_anchors_are_followed() {
        let page = "<a href='../b%20c/?q=1#%C3%A9'>x</a><a href=#there id=there><img SRC=\"x.png?a&amp;b\">\
                    <a href=\"https://e.org/no\"><a href=\"mailto:a@b\"><!-- <a href=gone> --><script>'<a href=gone2>'</script>";
        let other = "<h1 id=\"é\">x</h1><p title=\"<a href=gone3>\">";
        assert_eq!(faults(&[("a/index.html", page), ("b c/index.html", other), ("a/x.png", "")], None), []);
    }

    #[test]
    fn what_leads_nowhere_is_found() {
        let page = "<a href=gone.html></a><a href=\"#no\"></a><a href='../../x'></a><a href='/a/'></a>\
                    <meta http-equiv=refresh content=\"0; url=old/index.html\"><form action='?q=1'>";
        let found = faults(&[("a/index.html", page)], None);
        let named = |link: &str, fault| (link.to_owned(), fault);
        assert_eq!(
            found,
            [
                named("#no", LinkFault::Anchor),
                named("../../x", LinkFault::Outside),
                named("/a/", LinkFault::Outside),
                named("gone.html", LinkFault::Missing),
                named("old/index.html", LinkFault::Missing)
            ]
        );
    }

    #[test]
    fn addresses_under_the_base_are_the_sites_own() {
        let map = "<urlset><url><loc>https://e.org/s/a/</loc></url><url><loc>https://e.org/s/b/</loc></url></urlset>";
        let found =
            faults(&[("a/index.html", "<a href=\"https://e.org/s\">"), ("sitemap.xml", map)], Some("https://e.org/s"));
        let links: Vec<&str> = found.iter().map(|(link, _)| link.as_str()).collect();
        assert_eq!(links, ["https://e.org/s", "https://e.org/s/b/"]);
    }
}
