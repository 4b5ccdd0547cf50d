//! Links and images that authors wrote from one source file to another. On the site a link leads to the file in the
//! repository, or nowhere: a page never links to what is not there. An image from beside the sources is shown; one from
//! elsewhere is a link: no page makes a reader's browser ask another site for anything.

use super::address;
use super::question::file_link;
use crate::images::{Image, Images, is_elsewhere};
use crate::render::{attribute, end_of_tag, escape, escape_into, unescape};

/// Where a text was written and where it is shown.
#[derive(Clone, Copy)]
pub(super) struct Ways<'a> {
    /// The source file.
    pub source: &'a str,
    /// The page, from the site's root.
    pub page: &'a str,
    /// The repository with the sources.
    pub repository: Option<&'a str>,
    /// The images beside the sources.
    pub images: &'a Images,
}

/// Rendered Markdown with the addresses of its images and of the links that are relative to its source replaced. `html`
/// comes from `render`, so that every attribute is in double quotes.
pub(super) fn resolve(html: &str, ways: Ways<'_>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut in_link = false;
    while let Some(at) = next_tag(rest) {
        let tag = &rest[at..at + end_of_tag(&rest[at..])];
        out.push_str(&rest[..at]);
        in_link = in_link && !rest[..at].contains("</a>");
        rest = &rest[at + tag.len()..];
        if tag.starts_with("<img") {
            rest = picture(&mut out, tag, rest, in_link, ways);
            continue;
        }
        in_link = true;
        let cut = tag.split_once(HREF).and_then(|(before, tail)| Some((before, tail.split_once('"')?)));
        match cut.filter(|(_, (address, _))| !is_elsewhere(address)) {
            Some((before, (address, after))) => {
                out.push_str(before);
                if let Some(target) = target(address, ways) {
                    out.push_str(HREF);
                    escape_into(&mut out, &target);
                    out.push_str("\" rel=\"noopener\"");
                }
                out.push_str(after);
            }
            None => out.push_str(tag),
        }
    }
    out.push_str(rest);
    out
}

/// Writes the image of `tag`; returns what follows it. An image that is not there is its description.
fn picture<'h>(out: &mut String, tag: &str, rest: &'h str, in_link: bool, ways: Ways<'_>) -> &'h str {
    let address = attribute(tag, "src").unwrap_or_default();
    let alt = attribute(tag, "alt").unwrap_or_default();
    match ways.images.find(ways.source, &unescape(address)) {
        Some(image) => {
            let shown = shown(image, alt, ways.page);
            let Some((before, after)) = out.strip_suffix("<p>").zip(rest.strip_prefix("</p>")) else {
                out.push_str(&shown);
                return rest;
            };
            let caption = attribute(tag, "title").filter(|title| !title.trim().is_empty());
            let caption = caption.map(|title| format!("<figcaption>{title}</figcaption>")).unwrap_or_default();
            out.truncate(before.len());
            out.push_str(&format!("<figure>{shown}{caption}</figure>"));
            after
        }
        None if is_elsewhere(address) && !in_link => {
            let name = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').find(|part| !part.is_empty()));
            let text = if alt.trim().is_empty() { name.unwrap_or(address) } else { alt };
            out.push_str(&format!("<a href=\"{address}\" rel=\"noopener\">{text}</a>"));
            rest
        }
        None => {
            out.push_str(alt);
            rest
        }
    }
}

/// The image on the page at `page`; `alt` is escaped already. Its place is kept free until it comes.
fn shown(image: &Image, alt: &str, page: &str) -> String {
    let src = escape(&address::relative(page, &address::image(&image.name)));
    let size = image.size.map(|size| format!(" width=\"{}\" height=\"{}\"", size.width, size.height));
    let class = if image.adapts { " class=\"adapts\"" } else { "" };
    let size = size.unwrap_or_default();
    format!("<img src=\"{src}\" alt=\"{alt}\"{size}{class} loading=\"lazy\" decoding=\"async\">")
}

const HREF: &str = " href=\"";

/// Where the next link or image begins.
fn next_tag(html: &str) -> Option<usize> {
    html.find("<a ").into_iter().chain(html.find("<img ")).min()
}

/// The file that `address` names, seen from the file at `path`, in the repository.
fn target(address: &str, ways: Ways<'_>) -> Option<String> {
    let file = address.split(['?', '#']).next().filter(|file| !file.is_empty())?;
    let mut parts: Vec<&str> = if file.starts_with('/') { Vec::new() } else { ways.source.split('/').collect() };
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    file_link(ways.repository?, &parts.join("/"), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;

    fn resolved(html: &str, source: &str, repository: Option<&str>, images: &Images) -> String {
        resolve(html, Ways { source, page: "fr/q/a/index.html", repository, images })
    }

    #[test]
    fn relative_links_lead_to_the_repository_or_nowhere() {
        let none = Images::default();
        let html = "<p><a title=\"a>b\" href=\"../x.md#y\">x</a> <a href=\"https://e.org/\">e</a></p>";
        assert_eq!(
            resolved(html, "content/fr/a.md", None, &none),
            "<p><a title=\"a>b\">x</a> <a href=\"https://e.org/\">e</a></p>"
        );
        let linked = resolved(html, "content/fr/a.md", Some("https://github.com/o/r"), &none);
        assert!(
            linked.contains("href=\"https://github.com/o/r/blob/HEAD/content/x.md\" rel=\"noopener\">x</a>"),
            "{linked}"
        );
        let html = "<a href=\"../../x\">x</a> <a href=\"#y\">y</a>";
        assert_eq!(resolved(html, "a.md", Some("https://github.com/o/r"), &none), "<a>x</a> <a>y</a>");
    }

    #[test]
    fn images_elsewhere_are_links_where_none_is_open() {
        let none = Images::default();
        let image = "<img src=\"https://e.org/a.png?x&amp;y\" alt=\"\"/>";
        let link = "<a href=\"https://e.org/a.png?x&amp;y\" rel=\"noopener\">a.png</a>";
        assert_eq!(resolved(image, "a.md", None, &none), link);
        let both = format!("<a href=\"https://e.org/\">{}</a> {image}", image.replace("\"\"", "\"A\""));
        assert_eq!(resolved(&both, "a.md", None, &none), format!("<a href=\"https://e.org/\">A</a> {link}"));
    }

    #[test]
    fn images_beside_the_sources_are_shown_with_their_size() {
        let mut files = Files::new();
        let drawing = "<svg viewBox=\"0 0 30 20\"><style>@media(prefers-color-scheme:dark){}</style></svg>";
        files.insert("content/img/Une saga.svg", drawing).expect("a path");
        let images = Images::new(&files);
        let (_, image) = images.iter().next().expect("an image");
        assert!(image.name.starts_with("une-saga-") && image.name.ends_with(".svg"), "{}", image.name);
        let shown = format!(
            "<img src=\"../../../img/{}\" alt=\"A &lt;b&gt;\" width=\"30\" height=\"20\" class=\"adapts\" loading=\"lazy\" decoding=\"async\">",
            image.name
        );
        let tag = "<img src=\"../img/Une%20saga.svg\" alt=\"A &lt;b&gt;\" title=\"T\" />";
        let figure = |caption: &str| format!("<figure>{shown}{caption}</figure>");
        for (html, out) in [
            (format!("<p>{tag}</p>"), figure("<figcaption>T</figcaption>")),
            (format!("<p>See {tag}</p>"), format!("<p>See {shown}</p>")),
            (
                format!("<p><a href=\"https://e.org\">{tag}</a></p>"),
                format!("<p><a href=\"https://e.org\">{shown}</a></p>"),
            ),
            (format!("<p>{}</p>", tag.replace("Une", "Deux")), "<p>A &lt;b&gt;</p>".to_owned()),
        ] {
            assert_eq!(resolved(&html, "content/fr/a.md", None, &images), out);
        }
    }
}
