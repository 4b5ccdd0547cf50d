//! `atom.xml` of each language: the questions whose text changed last (RFC 4287).

use super::address;
use super::entry_view::excerpt;
use super::page::Site;
use crate::i18n::Lang;
use crate::identity::rfc3339;
use crate::normalise::Entry;
use crate::render::{escape_into, plain_set, typeset};
use crate::text::slug;

/// At most this many questions in a feed.
const MOST: usize = 50;

/// At most this many characters of an answer.
const SUMMARY: usize = 300;

/// The feeds by their path. Dates are those of the lock, never that of the build: a question that nobody has touched since
/// the collection's first build has none, comes last, and bears the first moment that there is.
pub(super) fn files(site: &Site<'_>) -> Vec<(String, String)> {
    site.catalogue.langs.iter().map(|&lang| (address::feed(lang), feed(site, lang))).collect()
}

fn feed(site: &Site<'_>, lang: Lang) -> String {
    let path = address::feed(lang);
    let changed = |entry: &Entry| site.extra.changed.get(&entry.id).copied().unwrap_or(0);
    let mut entries: Vec<(i64, &Entry)> = (site.catalogue.library.entries.iter())
        .filter(|entry| entry.lang == lang)
        .map(|entry| (changed(entry), entry))
        .collect();
    entries.sort_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.id.cmp(&y.id)));
    entries.truncate(MOST);

    let seed = slug(site.config.anki_seed());
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    out.push_str(&format!(" xml:lang=\"{}\">\n", lang.code()));
    element(&mut out, "title", &site.title(lang));
    if let Some(description) = site.config.description.get(&lang).filter(|text| !text.trim().is_empty()) {
        element(&mut out, "subtitle", &typeset(description, lang));
    }
    element(&mut out, "id", &format!("urn:x-passerelle:{seed}:questions:{}", lang.code()));
    element(&mut out, "updated", &rfc3339(entries.first().map_or(0, |(at, _)| *at)));
    link(&mut out, "self", "application/atom+xml", lang, &site.address(&path, &path));
    link(&mut out, "alternate", "text/html", lang, &site.address(&path, &address::home(lang)));
    out.push_str("<author>");
    element(&mut out, "name", &site.title(lang));
    out.push_str("</author>\n");
    for (at, entry) in entries {
        let mut id = format!("urn:x-passerelle:{seed}:question:");
        address::encode_into(&mut id, &entry.id);
        out.push_str("<entry>\n");
        element(&mut out, "title", &excerpt(entry.shown_question(), lang, 200));
        element(&mut out, "id", &id);
        element(&mut out, "updated", &rfc3339(at));
        let page = address::question(lang, &entry.id);
        link(&mut out, "alternate", "text/html", lang, &site.address(&path, &page));
        if let Some(topic) = entry.topic().map(|topic| plain_set(topic, lang)).filter(|topic| !topic.trim().is_empty())
        {
            out.push_str("<category term=\"");
            text(&mut out, topic.trim());
            out.push_str("\"/>\n");
        }
        if let Some(answer) = entry.shown_answer().or(entry.shown_context()) {
            element(&mut out, "summary", &excerpt(answer, lang, SUMMARY));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

fn element(out: &mut String, name: &str, value: &str) {
    out.push_str(&format!("<{name}>"));
    text(out, value);
    out.push_str(&format!("</{name}>\n"));
}

fn link(out: &mut String, rel: &str, media_type: &str, lang: Lang, href: &str) {
    out.push_str(&format!("<link rel=\"{rel}\" type=\"{media_type}\" hreflang=\"{}\" href=\"", lang.code()));
    text(out, href);
    out.push_str("\"/>\n");
}

/// Adds `value` without the characters that XML 1.0 has no notation for.
fn text(out: &mut String, value: &str) {
    let known = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
    escape_into(out, &value.chars().filter(known).collect::<String>());
}
