//! The images of a text.

use super::markdown::{Style, markdown};

/// An image that a text shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its address, as the text means it; spaces and other letters may be percent-encoded.
    pub address: String,
    /// What stands in for it.
    pub alt: String,
}

/// The images that a Markdown text shows, in their order; one whose address is not safe is not shown.
pub fn pictures(text: &str, style: Style) -> Vec<Picture> {
    if !may_show(text) {
        return Vec::new();
    }
    let html = markdown(text, style);
    let mut rest = html.as_str();
    let mut found = Vec::new();
    while let Some(at) = rest.find("<img ") {
        let tag = &rest[at..at + end_of_tag(&rest[at..])];
        let value = |name| unescape(attribute(tag, name).unwrap_or_default());
        found.push(Picture { address: value("src"), alt: value("alt") });
        rest = &rest[at + tag.len()..];
    }
    found
}

/// Whether a Markdown text may show an image: what says no needs no closer look.
pub fn may_show(text: &str) -> bool {
    let is_tag = |(at, _): (usize, &str)| text[at..].get(1..4).is_some_and(|name| name.eq_ignore_ascii_case("img"));
    text.contains("![") || text.match_indices('<').any(is_tag)
}

/// Where a tag of rendered HTML ends, `>` inside attribute values aside.
pub fn end_of_tag(tag: &str) -> usize {
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

/// The value of an attribute in rendered HTML, still escaped: every attribute there is in double quotes.
pub fn attribute<'h>(tag: &'h str, name: &str) -> Option<&'h str> {
    let mut rest = tag;
    while let Some((before, value)) = rest.split_once("=\"") {
        let (value, after) = value.split_once('"')?;
        if before.rsplit([' ', '\n']).next() == Some(name) {
            return Some(value);
        }
        rest = after;
    }
    None
}

/// Text of an attribute as it was before it was escaped.
pub fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&#x27;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_text_tells_its_images() {
        let text = "`![no](no.png)` ![a \"b\"](x%20y.png \"T\") <Img alt=\"src=&quot;\" src=\"z.svg?a&amp;b\">\n\n\
                    ![](<é è.png>)\n\n```html\n<img src=\"code.png\">\n```\n\n![x](javascript:x)";
        let found = pictures(text, Style { lang: Lang::En, hard_breaks: false, heading_shift: 0 });
        let found: Vec<(&str, &str)> = found.iter().map(|p| (p.address.as_str(), p.alt.as_str())).collect();
        assert_eq!(found, [("x%20y.png", "a \"b\""), ("z.svg?a&b", "src=\""), ("%C3%A9%20%C3%A8.png", "")]);
    }
}
