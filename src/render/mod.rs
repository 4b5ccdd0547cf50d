//! Markdown to safe, highlighted HTML, for pages and cards.
//!
//! Everything that leaves this module may be put into a page as it is: authors' HTML is sanitised, addresses are checked
//! and code is marked with classes only. Nothing here needs a script or an inline style.

mod as_typed;
mod autolink;
mod footnotes;
mod highlight;
mod inline;
mod markdown;
mod picture;
mod raw_html;
mod typography;

pub use highlight::highlight;
pub use inline::{inline, plain, plain_set, prose_set};
pub use markdown::{Style, markdown};
pub use picture::{Picture, attribute, end_of_tag, may_show, pictures, unescape};
pub use typography::{typeset, typography};

/// Adds `text` to `out` with the characters escaped that mean something in HTML text and attributes.
pub fn escape_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// `text` with the characters escaped that mean something in HTML text and attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    escape_into(&mut out, text);
    out
}
