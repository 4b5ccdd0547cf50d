//! Links that authors wrote from one source file to another. On the site they lead to the file in the repository, or
//! nowhere: a page never links to what is not there.

use super::question::file_link;

/// Rendered Markdown with the addresses of links that are relative to the source file `path` replaced. An image is its
/// description, which leads to it where it can be seen: pages fetch no image, neither their policy nor a reader who pays by
/// the megabyte would have it. `html` comes from `render`, so that every attribute is in double quotes.
pub(super) fn resolve(html: &str, path: &str, repository: Option<&str>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut in_link = false;
    while let Some((at, attribute)) = next_tag(rest) {
        let tag = &rest[at..at + end_of_tag(&rest[at..])];
        in_link = (in_link && !rest[..at].contains("</a>")) || attribute == HREF;
        out.push_str(&rest[..at]);
        rest = &rest[at + tag.len()..];
        let cut = tag.split_once(attribute).and_then(|(before, tail)| Some((before, tail.split_once('"')?)));
        let address = cut.map(|(_, (address, _))| address);
        let elsewhere = address.filter(|address| is_relative(address)).map(|address| target(address, path, repository));
        if attribute == SRC {
            let link = match elsewhere {
                Some(target) => target.map(|target| crate::render::escape(&target)),
                None => address.map(str::to_owned),
            };
            picture(&mut out, tag, link.filter(|_| !in_link).as_deref());
            continue;
        }
        match (cut, elsewhere) {
            (Some((before, (_, after))), Some(target)) => {
                out.push_str(before);
                if let Some(target) = target {
                    out.push_str(HREF);
                    crate::render::escape_into(&mut out, &target);
                    out.push_str("\" rel=\"noopener\"");
                }
                out.push_str(after);
            }
            _ => out.push_str(tag),
        }
    }
    out.push_str(rest);
    out
}

/// The description of an image, with a link to `address` (already escaped) if there is one; without a description, the name
/// of its file, since a link needs a text.
fn picture(out: &mut String, tag: &str, address: Option<&str>) {
    let alt = tag.split_once(" alt=\"").and_then(|(_, tail)| tail.split('"').next()).unwrap_or_default();
    match address {
        Some(address) => {
            let name = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').find(|part| !part.is_empty()));
            let text = if alt.trim().is_empty() { name.unwrap_or(address) } else { alt };
            out.push_str(&format!("<a href=\"{address}\" rel=\"noopener\">{text}</a>"));
        }
        None => out.push_str(alt),
    }
}

const HREF: &str = " href=\"";
const SRC: &str = " src=\"";

/// The next link or image and the attribute that holds its address.
fn next_tag(html: &str) -> Option<(usize, &'static str)> {
    let link = html.find("<a ").map(|at| (at, HREF));
    let image = html.find("<img ").map(|at| (at, SRC));
    link.into_iter().chain(image).min()
}

/// Where a tag ends, `>` inside attribute values aside.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

/// Whether an address (scheme checked by `render`) is one inside the collection.
fn is_relative(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    !scheme.contains(':') && !address.starts_with("//")
}

/// The file that `address` names, seen from the file at `path`, in the repository.
fn target(address: &str, path: &str, repository: Option<&str>) -> Option<String> {
    let file = address.split(['?', '#']).next().filter(|file| !file.is_empty())?;
    let mut parts: Vec<&str> = if file.starts_with('/') { Vec::new() } else { path.split('/').collect() };
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "" | "." => {}
            part => parts.push(part),
        }
    }
    file_link(repository?, &parts.join("/"), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_links_lead_to_the_repository_or_nowhere() {
        let html = "<p><a title=\"a>b\" href=\"../x.md#y\">x</a> <a href=\"https://e.org/\">e</a> <img src=\"i.png\" alt=\"i\"/></p>";
        assert_eq!(
            resolve(html, "content/fr/a.md", None),
            "<p><a title=\"a>b\">x</a> <a href=\"https://e.org/\">e</a> i</p>"
        );
        let linked = resolve(html, "content/fr/a.md", Some("https://github.com/o/r"));
        assert!(
            linked.contains("href=\"https://github.com/o/r/blob/HEAD/content/x.md\" rel=\"noopener\">x</a>"),
            "{linked}"
        );
        assert!(linked.contains("href=\"https://github.com/o/r/blob/HEAD/content/fr/i.png\" rel=\"noopener\">i</a>"));
        let outside = resolve("<a href=\"../../x\">x</a> <a href=\"#y\">y</a>", "a.md", Some("https://github.com/o/r"));
        assert_eq!(outside, "<a>x</a> <a>y</a>");
    }

    #[test]
    fn images_elsewhere_are_links_where_none_is_open() {
        let image = "<img src=\"https://e.org/a.png?x&amp;y\" alt=\"\"/>";
        let link = "<a href=\"https://e.org/a.png?x&amp;y\" rel=\"noopener\">a.png</a>";
        assert_eq!(resolve(image, "a.md", None), link);
        let both = format!("<a href=\"https://e.org/\">{}</a> {image}", image.replace("\"\"", "\"A\""));
        assert_eq!(resolve(&both, "a.md", None), format!("<a href=\"https://e.org/\">A</a> {link}"));
    }
}
