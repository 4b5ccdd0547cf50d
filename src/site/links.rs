//! Links that authors wrote from one source file to another. On the site they lead to the file in the repository, or
//! nowhere: a page never links to what is not there.

use super::question::file_link;

/// Rendered Markdown with the addresses of links and images that are relative to the source file `path` replaced.
/// `html` comes from `render`, so that every attribute is in double quotes.
pub(super) fn resolve(html: &str, path: &str, repository: Option<&str>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((at, attribute)) = next_tag(rest) {
        let tag = &rest[at..at + end_of_tag(&rest[at..])];
        out.push_str(&rest[..at]);
        rest = &rest[at + tag.len()..];
        match tag.split_once(attribute).and_then(|(before, tail)| Some((before, tail.split_once('"')?))) {
            Some((before, (address, after))) if is_relative(address) => {
                out.push_str(before);
                let target = if attribute == HREF { target(address, path, repository) } else { None };
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
            "<p><a title=\"a>b\">x</a> <a href=\"https://e.org/\">e</a> <img alt=\"i\"/></p>"
        );
        let linked = resolve(html, "content/fr/a.md", Some("https://github.com/o/r"));
        assert!(
            linked.contains("href=\"https://github.com/o/r/blob/HEAD/content/x.md\" rel=\"noopener\">x</a>"),
            "{linked}"
        );
        let outside = resolve("<a href=\"../../x\">x</a> <a href=\"#y\">y</a>", "a.md", Some("https://github.com/o/r"));
        assert_eq!(outside, "<a>x</a> <a>y</a>");
    }
}
