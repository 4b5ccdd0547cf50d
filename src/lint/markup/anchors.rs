//! The places of a document that a link can lead to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use regex::Regex;

use super::Markup;

/// Every anchor of a text: those of its headings as GitHub derives them, and the `id` and `name` of its HTML.
pub(super) fn of(markup: &Markup<'_>) -> BTreeSet<String> {
    static OWN: OnceLock<Regex> = OnceLock::new();
    let pattern = r#"<[^<>]*?\s(?:id|name)\s*=\s*["']?([^"'\s>]+)|\{\s*#([^\s}]+)[^}\n]*\}"#;
    let own = OWN.get_or_init(|| Regex::new(&format!("(?i){pattern}")).expect("a valid pattern"));
    let mut out = BTreeSet::new();
    for found in own.captures_iter(&markup.plain) {
        out.extend(found.get(1).or(found.get(2)).map(|name| name.as_str().to_owned()));
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for slug in headings(markup) {
        // The second heading of a name is `name-1`.
        let count = seen.entry(slug.clone()).and_modify(|count| *count += 1).or_insert(0);
        out.insert(if *count == 0 { slug } else { format!("{slug}-{count}") });
    }
    out
}

/// The slugs of the headings, in order.
fn headings(markup: &Markup<'_>) -> impl Iterator<Item = String> {
    let source = &markup.document.source;
    (1..=source.line_count()).filter_map(|line| {
        let plain = &markup.plain[source.line_range(line)];
        let next = || (line < source.line_count()).then(|| source.line(line + 1).trim());
        if !plain.contains('#') && !next().is_some_and(|next| next.starts_with(['=', '-'])) {
            return None;
        }
        let before = inside(plain);
        let (plain, text) = (&plain[before..], || &source.line(line)[before..]);
        let marks = plain.len() - plain.trim_start_matches('#').len();
        if (1..=6).contains(&marks) && plain[marks..].starts_with([' ', '\t']) {
            return Some(slug(text()[marks..].trim().trim_end_matches('#').trim()));
        }
        let next = next().filter(|next| !next.is_empty())?;
        let underlined = next.bytes().all(|byte| byte == b'=') || next.bytes().all(|byte| byte == b'-');
        (underlined && !plain.trim().is_empty()).then(|| slug(text().trim()))
    })
}

/// How much of a line is the marks of quotations and items that a heading may stand in: `> `, `- `, `12. `.
fn inside(line: &str) -> usize {
    static MARKS: OnceLock<Regex> = OnceLock::new();
    let pattern = r"^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))*[ \t]*";
    let marks = MARKS.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    marks.find(line).map_or(0, |found| found.end())
}

/// A heading's anchor as GitHub writes it: lower case, without markup and punctuation, spaces as hyphens, accents kept.
pub(super) fn slug(heading: &str) -> String {
    static MARKUP: OnceLock<Regex> = OnceLock::new();
    let markup =
        MARKUP.get_or_init(|| Regex::new(r"`([^`]*)`|!?\[([^\]]*)\]\([^)]*\)|<[^>]*>").expect("a valid pattern"));
    let text = markup.replace_all(heading, "$1$2").to_lowercase();
    let kept = |c: char| match c {
        ' ' => Some('-'),
        c if c.is_alphanumeric() || matches!(c, '-' | '_' | '\u{300}'..='\u{36f}') => Some(c),
        _ => None,
    };
    text.trim().chars().filter_map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_those_of_github() {
        for (heading, anchor) in [
            ("Où ça ? Là-bas !", "où-ça--là-bas-"),
            ("1. What is `Array.from()`?", "1-what-is-arrayfrom"),
            ("[A *link*](x.md) & more", "a-link--more"),
            ("A `List<T>` <b>or</b> snake_case", "a-listt-or-snake_case"),
        ] {
            assert_eq!(slug(heading), anchor, "{heading}");
        }
    }
}
