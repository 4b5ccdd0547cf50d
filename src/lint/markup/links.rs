//! The links of a text and where they lead.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use super::Markup;

/// A link that its author wrote out.
pub(in crate::lint) struct Link {
    /// The address as it is written.
    pub address: String,
    /// The bytes of the address.
    pub range: Range<usize>,
    /// Whether it is that of an image.
    pub image: bool,
}

/// The links of a text, in its order: Markdown's own, its references, `<address>` and the `href` of HTML.
pub(in crate::lint) fn of(markup: &Markup<'_>) -> Vec<Link> {
    static LINK: OnceLock<Regex> = OnceLock::new();
    let pattern = r#"(?mx)
        (?P<inline>\]) \( [\x20\t]* (?: <(?P<pointed>[^<>\n]*)> | (?P<plain>[^\s()<>]* (?:\([^\s()]*\)[^\s()<>]*)*) )
            (?: \s+ (?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)) )? \s* \)
        | ^[\x20]{0,3} \[ [^\]\n]+ \]: [\x20\t]* <?(?P<reference>[^\s<>]+)
        | <(?P<auto>[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*)>
        | (?i:href) \s*=\s* (?: "(?P<double>[^"\n]*)" | '(?P<single>[^'\n]*)' )"#;
    let link = LINK.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    let names = ["pointed", "plain", "reference", "auto", "double", "single"];
    let found = link.captures_iter(&markup.plain).filter_map(|found| {
        let address = names.iter().find_map(|name| found.name(name))?;
        let image = found.name("inline").is_some_and(|close| is_image(&markup.plain[..close.start()]));
        Some(Link { address: address.as_str().to_owned(), range: address.range(), image })
    });
    found.collect()
}

/// Whether the bracket that closes after `before` was opened by `![`.
fn is_image(before: &str) -> bool {
    let mut depth = 0;
    // Descriptions are shorter than this; an opening that is missing must not cost a look at the whole document.
    for (at, byte) in before.bytes().enumerate().rev().take(600) {
        match byte {
            b']' => depth += 1,
            b'[' if depth == 0 => return before[..at].ends_with('!'),
            b'[' => depth -= 1,
            _ => {}
        }
    }
    false
}
