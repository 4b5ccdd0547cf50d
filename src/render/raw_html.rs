//! Authors' HTML: what is kept, what is shown as text, what never reaches a page.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use ammonia::Builder;

/// Names of HTML elements (WHATWG), with `svg` and `math`: any other `<Name>` in prose is a type parameter or a placeholder.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "marquee",
    "math",
    "menu",
    "meta",
    "meter",
    "nav",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "plaintext",
    "pre",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "xmp",
];

/// The schemes that a link may have; an address without one is relative.
const SCHEMES: &[&str] = &["http", "https", "mailto"];

/// The name of a bare tag (`<Name>`, `</Name>`, `<Name/>`), or `None` where there are attributes or it is no tag.
pub fn bare_tag(html: &str) -> Option<&str> {
    let inner = html.trim().strip_prefix('<')?.strip_suffix('>')?;
    let name = inner.strip_prefix('/').unwrap_or(inner).trim_end_matches(['/', ' ']);
    (!name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')).then_some(name)
}

/// Whether a tag in prose is text that looks like a tag (`Vec<String>`, `<your-key>`): a bare name that is no element, or
/// one in mixed case glued to the word before it.
pub fn is_text(html: &str, before: Option<char>) -> bool {
    let Some(name) = bare_tag(html) else { return false };
    let lower = name.to_ascii_lowercase();
    let glued = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let mixed = name != lower && name != name.to_ascii_uppercase();
    ELEMENTS.binary_search(&lower.as_str()).is_err() || (glued && mixed)
}

/// Whether a link or an image may lead to `address`: relative, or of an allowed scheme. Control characters and spaces, which
/// browsers skip inside a scheme, do not hide one.
pub fn is_safe_address(address: &str) -> bool {
    let scheme: String = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}'))
        .take_while(|c| !matches!(c, '/' | '?' | '#'))
        .collect();
    scheme.split_once(':').is_none_or(|(scheme, _)| SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()))
}

/// Whether an address leads off the site.
pub fn is_external(address: &str) -> bool {
    let address = address.trim_start();
    address.starts_with("//") || address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http"))
}

/// `html` with only harmless elements and attributes, every element closed.
pub fn sanitise(html: &str) -> String {
    static BUILDER: OnceLock<Builder<'static>> = OnceLock::new();
    BUILDER.get_or_init(builder).clean(html).to_string()
}

fn builder() -> Builder<'static> {
    let classes = super::highlight::CLASSES.iter().map(|(_, class)| *class).collect::<HashSet<_>>();
    let mut builder = Builder::default();
    builder
        .rm_tags(["map", "area", "article", "aside", "header", "footer", "nav", "hgroup", "center"])
        .url_schemes(SCHEMES.iter().copied().collect())
        .link_rel(Some("noopener"))
        .add_tag_attributes("pre", ["data-lang"])
        .add_tag_attributes("details", ["open"])
        .add_tag_attribute_values("pre", "tabindex", ["0"])
        .add_tag_attribute_values("div", "tabindex", ["0"])
        .add_tag_attribute_values("img", "loading", ["lazy"])
        .rm_tag_attributes("img", ["align"])
        .rm_tag_attributes("table", ["align", "char", "charoff", "summary"])
        .allowed_classes(HashMap::from([
            ("span", classes),
            ("pre", HashSet::from(["code"])),
            ("div", HashSet::from(["scroll"])),
        ]));
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_are_sorted() {
        assert!(ELEMENTS.is_sorted());
    }

    #[test]
    fn hidden_schemes_are_found() {
        for bad in
            ["javascript:x", "JaVaScRiPt:x", " java\nscript:x", "\u{1}javascript:x", "data:text/html,x", "vbscript:x"]
        {
            assert!(!is_safe_address(bad), "{bad:?}");
        }
        for good in ["https://a.b/c:d", "../x.md", "#part", "?q=a:b", "mailto:a@b.c", "x/y:z"] {
            assert!(is_safe_address(good), "{good:?}");
        }
    }
}
