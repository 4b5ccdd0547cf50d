//! Where each page lives, and how one page links to another. Pages are folders with an `index.html`, and links name
//! that file: a folder opened from `file://` would only list what is in it.

use std::borrow::Cow;

use crate::files::stays_inside;
use crate::i18n::Lang;
use crate::text::slug;

/// Ids longer than this (in bytes) do not become folder names as they are.
const LONGEST: usize = 120;

/// The home of a language.
pub fn home(lang: Lang) -> String {
    page(lang, "")
}

/// The list of topics.
pub fn topics(lang: Lang) -> String {
    page(lang, "topics/")
}

/// A topic by its slug.
pub fn topic(lang: Lang, slug: &str) -> String {
    page(lang, &format!("topics/{slug}/"))
}

/// A topic's questions and answers on one page, for paper.
pub fn print(lang: Lang, slug: &str) -> String {
    page(lang, &format!("topics/{slug}/print/"))
}

/// A question by its id.
pub fn question(lang: Lang, id: &str) -> String {
    page(lang, &format!("q/{}/", segment(id)))
}

/// The record of a question, beside its page.
pub fn record(lang: Lang, id: &str) -> String {
    format!("{}/q/{}/index.json", lang.code(), segment(id))
}

/// The feed of a language.
pub fn feed(lang: Lang) -> String {
    format!("{}/atom.xml", lang.code())
}

/// The list of concepts.
pub fn concepts(lang: Lang) -> String {
    page(lang, "concepts/")
}

/// A concept by its id.
pub fn concept(lang: Lang, id: &str) -> String {
    page(lang, &format!("concepts/{}/", segment(id)))
}

/// The questions of a level.
pub fn level(lang: Lang, level: &str) -> String {
    page(lang, &format!("levels/{level}/"))
}

/// The list of tags.
pub fn tags(lang: Lang) -> String {
    page(lang, "tags/")
}

/// A tag by its slug.
pub fn tag(lang: Lang, slug: &str) -> String {
    page(lang, &format!("tags/{slug}/"))
}

/// The questions that wait for an answer.
pub fn unanswered(lang: Lang) -> String {
    page(lang, "unanswered/")
}

/// The questions that are in the other language only.
pub fn elsewhere(lang: Lang) -> String {
    page(lang, "only-elsewhere/")
}

/// What the site is.
pub fn about(lang: Lang) -> String {
    page(lang, "about/")
}

/// The search page.
pub fn search(lang: Lang) -> String {
    page(lang, "search/")
}

/// The study page.
pub fn study(lang: Lang) -> String {
    page(lang, "study/")
}

/// The script with the questions of a topic, which the study page loads.
pub fn study_topic(lang: Lang, slug: &str) -> String {
    format!("{}/study/{slug}.js", lang.code())
}

/// What is shown without a network in the place of a page that was not kept.
pub fn away(lang: Lang) -> String {
    page(lang, "away/")
}

/// The downloads.
pub fn downloads(lang: Lang) -> String {
    page(lang, "downloads/")
}

/// The folder of the images.
pub const IMAGES: &str = "img/";

/// An image by the name that it is published under.
pub fn image(name: &str) -> String {
    format!("{IMAGES}{name}")
}

fn page(lang: Lang, folder: &str) -> String {
    format!("{}/{folder}index.html", lang.code())
}

/// An id as one folder name: itself wherever every file system takes it, else a slug and a hash of it.
pub fn segment(id: &str) -> Cow<'_, str> {
    let plain = |c: char| !c.is_control() && !c.is_whitespace() && !"/<>\"|?*".contains(c);
    if stays_inside(id) && id.len() <= LONGEST && id.chars().all(plain) && !id.starts_with('.') && !id.ends_with('.') {
        Cow::Borrowed(id)
    } else {
        Cow::Owned(format!("{}-{}", slug(id), &blake3::hash(id.as_bytes()).to_hex()[..8]))
    }
}

/// The link from the page at `from` to the file at `to`, both relative to the site's root.
pub fn relative(from: &str, to: &str) -> String {
    let (from_folder, _) = from.rsplit_once('/').unwrap_or(("", from));
    let mut up: Vec<&str> = from_folder.split('/').filter(|part| !part.is_empty()).collect();
    up.reverse();
    let mut rest = to;
    while let (Some(folder), Some((first, tail))) = (up.last(), rest.split_once('/')) {
        if *folder != first {
            break;
        }
        up.pop();
        rest = tail;
    }
    let mut link = "../".repeat(up.len());
    encode_into(&mut link, rest);
    link
}

/// The address of the file at `path` of a site that lives at `base` (which ends in `/`); folders without `index.html`.
pub fn absolute(base: &str, path: &str) -> String {
    let mut link = base.to_owned();
    let folder = path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
    encode_into(&mut link, folder.unwrap_or(path));
    link
}

/// The path of an address of the web: `/s/` of `https://e.org/s/`.
pub fn path_of(base: &str) -> &str {
    let host = base.find("://").map_or(0, |at| at + 3);
    base[host..].find('/').map_or("/", |at| &base[host + at..])
}

/// Percent-decoding; `None` where the result is not UTF-8.
pub fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// Percent-encodes all but unreserved characters and `/` (RFC 3986, section 2.3).
pub(super) fn encode_into(out: &mut String, path: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_the_shortest_way() {
        let q = question(Lang::Fr, "cache");
        assert_eq!(relative(&q, &q), "index.html");
        assert_eq!(relative(&q, &question(Lang::Fr, "c++")), "../c%2B%2B/index.html");
        assert_eq!(relative(&q, "assets/style.css"), "../../../assets/style.css");
        assert_eq!(relative("index.html", &home(Lang::En)), "en/index.html");
        assert_eq!(relative(&home(Lang::En), "index.html"), "../index.html");
        assert_eq!(relative(&home(Lang::En), &home(Lang::Fr)), "../fr/index.html");
    }

    #[test]
    fn absolute_addresses_are_folders() {
        assert_eq!(absolute("https://e.org/s/", "fr/q/a/index.html"), "https://e.org/s/fr/q/a/");
        assert_eq!(absolute("https://e.org/", "index.html"), "https://e.org/");
        assert_eq!(absolute("https://e.org/", "fr/my-index.html"), "https://e.org/fr/my-index.html");
        assert_eq!(["https://e.org/s/", "https://e.org/", "https://e.org"].map(path_of), ["/s/", "/", "/"]);
    }

    #[test]
    fn no_id_leaves_its_folder() {
        for id in ["../../x", "a/b", "..", ".hidden", "a b", "x\n", "", "nul\0", &"é".repeat(200)] {
            let name = segment(id);
            assert!(stays_inside(&name) && !name.contains('/') && name.len() < 200, "{id:?} → {name}");
        }
        assert_eq!(segment("idempotence"), "idempotence");
        assert_ne!(segment("a/b"), segment("a b"));
    }
}
