//! What search engines read: `sitemap.xml` (sitemaps.org, with `hreflang` alternates) and `robots.txt`.

use super::address;
use super::page::{Site, Written};
use crate::identity::rfc3339;
use crate::render::escape_into;

/// At most this many addresses in one sitemap; the protocol allows 50,000 and 50 MB.
const MOST: usize = 20_000;

/// `robots.txt`, and the sitemaps when the site's address is known: they only hold absolute addresses.
pub(super) fn files(site: &Site<'_>, pages: &[Written]) -> Vec<(String, String)> {
    let Some(base) = site.base.as_deref() else {
        return vec![("robots.txt".to_owned(), "User-agent: *\nAllow: /\n".to_owned())];
    };
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n");
    let mut files = vec![("robots.txt".to_owned(), robots)];
    let listed: Vec<&Written> = pages.iter().filter(|page| page.listed).collect();
    if listed.len() <= MOST {
        files.push(("sitemap.xml".to_owned(), sitemap(site, base, &listed)));
        return files;
    }
    let mut index = String::from(HEAD);
    index.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (number, part) in listed.chunks(MOST).enumerate() {
        let name = format!("sitemap-{}.xml", number + 1);
        index.push_str("<sitemap><loc>");
        escape_into(&mut index, &address::absolute(base, &name));
        index.push_str("</loc></sitemap>\n");
        files.push((name, sitemap(site, base, part)));
    }
    index.push_str("</sitemapindex>\n");
    files.push(("sitemap.xml".to_owned(), index));
    files
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn sitemap(site: &Site<'_>, base: &str, pages: &[&Written]) -> String {
    let mut out = String::from(HEAD);
    out.push_str(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        out.push_str("<url><loc>");
        escape_into(&mut out, &address::absolute(base, &page.path));
        out.push_str("</loc>");
        if let Some(changed) = page.changed {
            out.push_str(&format!("<lastmod>{}</lastmod>", rfc3339(changed)));
        }
        if !page.same.is_empty() {
            let own = std::iter::once((page.lang.code(), page.path.as_str()));
            let others = page.same.iter().map(|(lang, path)| (lang.code(), path.as_str()));
            let fallback = ("x-default", site.fallback(page.lang, &page.path, &page.same));
            for (lang, path) in own.chain(others).chain([fallback]) {
                out.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
                out.push_str(lang);
                out.push_str("\" href=\"");
                escape_into(&mut out, &address::absolute(base, path));
                out.push_str("\"/>");
            }
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}
