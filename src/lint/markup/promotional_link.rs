//! `promotional-or-shortened-link`: an address that hides where it leads, or that counts who brought the reader.

use super::Markup;
use super::links::Link;
use crate::diagnostic::Diagnostic;

/// Services that shorten addresses.
const SHORTENERS: [&str; 30] = [
    "adf.ly",
    "bit.do",
    "bit.ly",
    "bl.ink",
    "buff.ly",
    "cutt.ly",
    "dlvr.it",
    "fb.me",
    "goo.gl",
    "is.gd",
    "j.mp",
    "lnkd.in",
    "ow.ly",
    "rb.gy",
    "rebrand.ly",
    "s.id",
    "short.io",
    "shorturl.at",
    "snip.ly",
    "soo.gd",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tiny.one",
    "tinyurl.com",
    "trib.al",
    "urlz.fr",
    "v.gd",
    "vu.fr",
    "x.gd",
];

/// Parameters of an address that only count.
const COUNTING: [&str; 9] =
    ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "fbclid", "gclid", "aff_id", "affiliate"];

pub(super) fn check(markup: &Markup<'_>, links: &[Link], out: &mut Vec<Diagnostic>) {
    for link in links {
        let Some((host, rest)) = host(&link.address) else { continue };
        let finding = |variant: Option<&'static str>, what: String| {
            let place = markup.document.place(link.range.clone());
            let finding = markup.document.finding("promotional-or-shortened-link", place).with("what", what);
            Diagnostic { variant, ..finding }
        };
        if SHORTENERS.contains(&host.as_str()) {
            out.push(finding(None, host));
            continue;
        }
        let query = rest.split_once('?').map_or("", |(_, query)| query).split('#').next().unwrap_or_default();
        let mut names = query.split(['&', ';']).filter_map(|pair| pair.split('=').next());
        // The partner programme of a shop whose addresses have no other use for the word.
        let partner = |name: &str| name == "tag" && host.starts_with("amazon.");
        if let Some(name) = names.find(|name| COUNTING.contains(name) || partner(name)) {
            out.push(finding(Some("counted"), name.to_owned()));
        }
    }
}

/// The host of an address, without `www.`, and what follows it.
fn host(address: &str) -> Option<(String, &str)> {
    let rest = address.split_once("://").filter(|(scheme, _)| scheme.starts_with("http"))?.1;
    let end = rest.find(['/', '?', '#', ':']).unwrap_or(rest.len());
    let host = rest[..end].to_ascii_lowercase();
    Some((host.strip_prefix("www.").unwrap_or(&host).to_owned(), &rest[end..]))
}
