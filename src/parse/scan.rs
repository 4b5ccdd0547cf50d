//! The front-end for Markdown and plain text: a tolerant scanner of lines.
//!
//! CommonMark alone loses questions of real collections: an HTML container swallows them, an open fence takes the next
//! one, a label shares a paragraph (`docs/architecture.md`). So lines are classified first, one at a time.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::block::{Block, BlockKind, Document, Marker};
use super::fence;
use super::front_matter::is_key;
use crate::source::{LineSpan, Source};

static OPEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"(?i)^<(details|expand|collapse|spoiler|accordion)\b([^>]*)>\s*(?:<summary[^>]*>(.*?)</summary>)?\s*$"#,
    )
    .expect("a fixed pattern")
});
static SHORTCODE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^\{\{[%<]\s*(/?)([a-z_-]+)(?:\s+"([^"]*)")?\s*[%>]\}\}$"#).expect("a fixed pattern")
});
static CLOSE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^</(details|expand|collapse|spoiler|accordion)\s*>\s*$").expect("a fixed pattern")
});
static TITLE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"title\s*=\s*"([^"]*)""#).expect("a fixed pattern"));
static SUMMARY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^<summary[^>]*>(.*?)</summary>\s*$").expect("a fixed pattern"));
static ITEM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:([-*+•◦▪‣])(?:\s+o)?|(o)|(\d{1,4})[.)])(?:[ \t\u{a0}]+|$)").expect("a fixed pattern")
});
static LINK_ONLY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\[.*\]\(#[^)\s]*\)\s*(?:<span[^>]*>[^<]*</span>)?$").expect("a fixed pattern"));
static HTML_LINK_ONLY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r##"(?i)^(?:<(?:div|p|span)[^>]*>\s*)?(?:<b>)?<a\s[^>]*href="#[^"]*"[^>]*>.*</a>(?:</b>)?\s*(?:</(?:div|p|span)>)?$"##)
        .expect("a fixed pattern")
});

/// Cuts a document into blocks. Every line is in exactly one.
pub fn scan(source: &Source) -> Document<'_> {
    let count = source.line_count();
    let indents: Vec<usize> = (1..=count).map(|line| width(source.line(line))).collect();
    let base = (1..=count).filter(|&l| !source.line(l).trim().is_empty()).map(|l| indents[l - 1]).min().unwrap_or(0);
    let mut blocks = Vec::with_capacity(count);
    let mut open: Vec<String> = Vec::new();
    let mut line = 1;
    while line <= count {
        let range = source.line_range(line);
        let inner = trimmed(&source.text, &range);
        let text = &source.text[inner.clone()];
        let indent = indents[line - 1].saturating_sub(base);
        let mut end = line;
        let (kind, text_range) = if text.is_empty() {
            (BlockKind::Blank, inner)
        } else if let Some(last) = front_matter(source, line, &blocks) {
            end = last;
            let (first, last) = (source.raw_range(line).end, source.raw_range(last).start);
            (BlockKind::FrontMatter, first..last.max(first))
        } else if let Some(fence) = fence::open(text) {
            let found = fence::close(source, line, &fence, !open.is_empty());
            end = found.last_line;
            let lang = fence.lang;
            let last = if found.closed { source.raw_range(end).start } else { source.raw_range(end).end };
            let first = source.raw_range(line).end;
            (BlockKind::Fence { lang, closed: found.closed }, first..last.max(first))
        } else if text.starts_with("<!--") {
            end = (line..=count).find(|&l| source.line(l).contains("-->")).unwrap_or(line);
            (BlockKind::Comment, inner.start..source.line_range(end).end)
        } else if let Some(level) = underline(source, line, text, &blocks) {
            end = line + 1;
            (BlockKind::Heading(level), inner)
        } else {
            classify(text, inner, &mut open)
        };
        blocks.push(Block { kind, lines: LineSpan::new(line, end), indent, text: text_range });
        line = end + 1;
    }
    Document { source, blocks, base }
}

/// Columns of white space at the start; a tab counts for four.
fn width(line: &str) -> usize {
    line.chars().map_while(|c| (c == ' ').then_some(1).or((c == '\t').then_some(4))).sum()
}

fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let line = &text[range.clone()];
    let start = range.start + (line.len() - line.trim_start().len());
    start..start + line.trim().len()
}

/// The last line of the front matter that begins here, if one does: `key:` lines between two `---`.
///
/// It stands at the head of a document, or of each entry where several in the canonical form follow one another: there
/// it needs a known key in its first line and a level-1 heading below.
fn front_matter(source: &Source, line: usize, before: &[Block]) -> Option<usize> {
    let first = before.iter().all(Block::is_blank);
    // YAML between `---`, or the TOML of other generators between `+++`.
    let text = source.line(line).trim();
    let sign = Some(text).filter(|text| *text == "---" || *text == "+++" && first)?;
    if !first && !before.last().is_some_and(Block::is_blank) {
        return None;
    }
    let last = (line + 1..=source.line_count()).take(400).find(|&l| source.line(l).trim() == sign)?;
    let keyed = |l: usize| {
        let text = source.line(l).trim();
        text.split_once([':', '=']).is_some_and(|(key, _)| !key.is_empty() && !key.contains(['?', '<', '*']))
    };
    if !first {
        let known = source.line(line + 1).split_once(':').is_some_and(|(key, _)| is_key(key));
        let below = (last + 1..=source.line_count()).map(|l| source.line(l).trim()).find(|text| !text.is_empty());
        return (known && below.is_some_and(|text| text.starts_with("# "))).then_some(last);
    }
    (line + 1 < last && keyed(line + 1)).then_some(last)
}

/// The level of a heading that is underlined with `=` or `-`.
fn underline(source: &Source, line: usize, text: &str, before: &[Block]) -> Option<u8> {
    if line == source.line_count() || before.last().is_some_and(|b| !b.is_blank()) || text.len() > 120 {
        return None;
    }
    let next = source.line(line + 1).trim();
    let sign = next.bytes().next().filter(|b| matches!(b, b'=' | b'-'))?;
    let plain = !text.starts_with(['|', '-', '<', '#', '>', '`']) && ITEM.find(text).is_none();
    (plain && next.len() >= 3 && next.bytes().all(|b| b == sign)).then_some(if sign == b'=' { 1 } else { 2 })
}

fn classify(text: &str, range: Range<usize>, open: &mut Vec<String>) -> (BlockKind, Range<usize>) {
    let within = |part: regex::Match<'_>| range.start + part.start()..range.start + part.end();
    match text.as_bytes()[0] {
        b'<' => {
            if let Some(found) = OPEN.captures(text) {
                let title = TITLE.captures(&found[2]).and_then(|t| t.get(1)).map(|t| {
                    let shift = range.start + found.get(2).map_or(0, |attributes| attributes.start());
                    shift + t.start()..shift + t.end()
                });
                let title = title.or_else(|| found.get(3).map(within));
                let tag = found[1].to_ascii_lowercase();
                open.push(tag.clone());
                return (BlockKind::Open { tag, title }, range);
            }
            if let Some(found) = CLOSE.captures(text) {
                open.pop();
                return (BlockKind::Close { tag: found[1].to_ascii_lowercase() }, range);
            }
            if let Some(inside) = SUMMARY.captures(text).and_then(|found| found.get(1)) {
                return (BlockKind::Summary, within(inside));
            }
            if HTML_LINK_ONLY.is_match(text) {
                return (BlockKind::Navigation, range);
            }
        }
        b'{' => {
            if let Some(found) = SHORTCODE.captures(text) {
                let tag = found[2].to_owned();
                if &found[1] == "/" {
                    open.pop();
                    return (BlockKind::Close { tag }, range);
                }
                open.push(tag.clone());
                return (BlockKind::Open { tag, title: found.get(3).map(within) }, range);
            }
        }
        b'#' => {
            let level = text.bytes().take_while(|&b| b == b'#').count();
            let rest = &text[level..];
            if level <= 6 && (rest.is_empty() || rest.starts_with([' ', '\t', '\u{a0}'])) {
                let title = rest.trim().trim_end_matches('#').trim_end();
                let start = range.start + text.len() - rest.trim_start().len();
                return (BlockKind::Heading(level as u8), start..start + title.len());
            }
        }
        b'|' => return (BlockKind::Row, range),
        b'[' if LINK_ONLY.is_match(text) => return (BlockKind::Navigation, range),
        _ => {}
    }
    if is_rule(text) {
        return (BlockKind::Rule, range);
    }
    if let Some(found) = ITEM.captures(text) {
        let whole = found.get(0).map_or(0, |m| m.end());
        let rest = range.start + whole..range.end;
        let inside = &text[whole..];
        if LINK_ONLY.is_match(inside) || HTML_LINK_ONLY.is_match(inside) {
            return (BlockKind::TocItem, rest);
        }
        let marker = found.get(3).and_then(|n| n.as_str().parse().ok()).map_or(Marker::Bullet, Marker::Number);
        return (BlockKind::Item(marker), rest);
    }
    (BlockKind::Text, range)
}

fn is_rule(text: &str) -> bool {
    let sign = text.as_bytes()[0];
    matches!(sign, b'-' | b'*' | b'_')
        && text.bytes().all(|b| b == sign || b == b' ')
        && text.bytes().filter(|&b| b == sign).count() >= 3
}
