//! Fenced code: where it ends, also when nobody closed it.

use std::sync::LazyLock;

use regex::Regex;

use super::front_matter::is_key;
use crate::source::Source;

static CONTAINER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s*(?:<(/?)(?:details|expand|collapse|spoiler|accordion)\b[^>]*>\s*|\{\{[%<]\s*(/?)[a-z_-]+.*[%>]\}\})$",
    )
    .expect("a fixed pattern")
});
static RECORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s{0,3}(?:#{1,6}\s+(?:q(?:uestion)?\s*)?\d+\s*[.):\u{a0}]|\*\*q(?:uestion)?\s*\d*\s*[\u{a0} ]?:|\d+\)\s*q\s*:)").expect("a fixed pattern")
});

/// The opening line of a fence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fence {
    sign: u8,
    length: usize,
    /// First word of its info string.
    pub lang: Option<String>,
}

/// Where a fence ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The last line that belongs to it: the closing one, or the last before what ended it.
    pub last_line: usize,
    /// Whether a closing line ends it.
    pub closed: bool,
}

/// The fence that a line (without indentation) opens.
pub fn open(text: &str) -> Option<Fence> {
    let sign = *text.as_bytes().first().filter(|b| matches!(b, b'`' | b'~'))?;
    let length = text.bytes().take_while(|&b| b == sign).count();
    let info = text[length..].trim();
    // A back-tick in the info string means that this is a code span, not a fence (CommonMark 0.31, section 4.5).
    if length < 3 || (sign == b'`' && info.contains('`')) {
        return None;
    }
    let word = info.split([' ', ',', '{', ':']).next().unwrap_or("").trim_start_matches('.');
    Some(Fence { sign, length, lang: (!word.is_empty()).then(|| word.to_lowercase()) })
}

fn closes(text: &str, fence: &Fence) -> bool {
    let text = text.trim();
    text.len() >= fence.length && text.bytes().all(|b| b == fence.sign)
}

/// Finds where the fence opened on `line` ends.
///
/// In order: a closing line; but a closing tag of a container that the fence stands in, or the marker of the next record
/// after a blank line, ends it first when the fence's own text does not open that container and a further opening fence
/// shows that the closing line found belongs to another block. At the latest, the end of the document.
pub fn close(source: &Source, line: usize, fence: &Fence, in_container: bool) -> Found {
    let count = source.line_count();
    let closing = (line + 1..=count).find(|&l| closes(source.line(l), fence));
    let limit = closing.unwrap_or(count + 1);
    let mut depth = 0usize;
    for l in line + 1..limit {
        let text = source.line(l);
        let ends = if let Some(tag) = CONTAINER.captures(text) {
            let closing_tag = [1, 2].iter().any(|&i| tag.get(i).is_some_and(|m| m.as_str() == "/"));
            if !closing_tag {
                depth += 1;
                false
            } else if depth > 0 {
                depth -= 1;
                false
            } else {
                in_container
            }
        } else {
            let begins = RECORD.is_match(text) || text == "---" && l < count && opens_front_matter(source.line(l + 1));
            begins && source.line(l - 1).trim().is_empty() && orphan(source, l, limit, fence)
        };
        if ends {
            let last = (line..l).rev().find(|&l| !source.line(l).trim().is_empty()).unwrap_or(line);
            return Found { last_line: last, closed: false };
        }
    }
    match closing {
        Some(last_line) => Found { last_line, closed: true },
        None => {
            let last = (line..=count).rev().find(|&l| !source.line(l).trim().is_empty()).unwrap_or(line);
            Found { last_line: last, closed: false }
        }
    }
}

/// Whether a line after `---` is the first of front matter.
fn opens_front_matter(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| is_key(key))
}

/// Whether the closing line at `limit` belongs to a fence that opens (with an info string) between `from` and it, or
/// there is none at all.
fn orphan(source: &Source, from: usize, limit: usize, fence: &Fence) -> bool {
    limit > source.line_count()
        || (from..limit).any(|l| open(source.line(l).trim()).is_some_and(|f| f.sign == fence.sign && f.lang.is_some()))
}
