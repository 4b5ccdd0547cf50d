//! `html-element-not-allowed` and `unescaped-angle-in-prose`: what a Markdown reader takes for a tag.

use std::sync::OnceLock;

use regex::Regex;

use super::Markup;
use crate::diagnostic::{Diagnostic, Edit, Fix};

/// Elements for which Markdown has no sign of its own, and those that it is made into.
const ALLOWED: [&str; 57] = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// What `dangerous-html` speaks of.
const DANGEROUS: [&str; 9] = ["script", "iframe", "object", "embed", "form", "style", "base", "meta", "link"];

/// The other elements of HTML, old ones included: whoever writes one means it.
const KNOWN: [&str; 71] = [
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "big",
    "blink",
    "body",
    "button",
    "canvas",
    "center",
    "circle",
    "data",
    "datalist",
    "dialog",
    "dir",
    "div",
    "fieldset",
    "font",
    "footer",
    "frame",
    "frameset",
    "g",
    "head",
    "header",
    "hgroup",
    "html",
    "input",
    "label",
    "legend",
    "line",
    "main",
    "map",
    "marquee",
    "math",
    "menu",
    "meter",
    "nav",
    "nobr",
    "noscript",
    "optgroup",
    "option",
    "output",
    "param",
    "path",
    "picture",
    "plaintext",
    "polygon",
    "progress",
    "rect",
    "search",
    "section",
    "select",
    "slot",
    "source",
    "span",
    "strike",
    "svg",
    "template",
    "text",
    "textarea",
    "time",
    "title",
    "track",
    "tt",
    "use",
    "var",
    "video",
    "wbr",
    "xmp",
    "acronym",
];

pub(super) fn check(markup: &Markup<'_>, out: &mut Vec<Diagnostic>) {
    // A start tag as CommonMark defines it (0.31, section 6.6).
    static TAG: OnceLock<Regex> = OnceLock::new();
    let pattern =
        r#"<([A-Za-z][A-Za-z0-9-]*)((?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*/?>"#;
    let tag = TAG.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    for found in tag.captures_iter(&markup.plain) {
        let (Some(whole), name) = (found.get(0), found[1].to_ascii_lowercase()) else { continue };
        let is = |names: &[&str]| names.contains(&name.as_str());
        if is(&ALLOWED) || is(&DANGEROUS) {
            continue;
        }
        let place = markup.document.place(whole.range());
        let closed = || markup.plain.to_ascii_lowercase().contains(&format!("</{name}"));
        if is(&KNOWN) || found[2].contains('=') || closed() {
            out.push(markup.document.finding("html-element-not-allowed", place).with("element", name));
            continue;
        }
        // A type with its parameter is one piece of code: `List<int>`.
        let before = &markup.plain[..whole.start()];
        let word = before.len() - before.trim_end_matches(|c: char| c.is_alphanumeric() || "_.:".contains(c)).len();
        let place = markup.document.place(whole.start() - word..whole.end());
        let written = &markup.document.source.text[whole.start() - word..whole.end()];
        let finding = markup.document.finding("unescaped-angle-in-prose", place).with("written", whole.as_str());
        out.push(if written.contains(['*', '\n', '\r']) {
            finding
        } else {
            finding.fix(Fix::safe(vec![Edit::replace(place, format!("`{written}`"))]))
        });
    }
}
