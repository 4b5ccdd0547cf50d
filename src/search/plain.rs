//! Markdown as the words that a reader sees: no markers, tags or addresses. For counting and for leads, never for pages.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::Regex;

use crate::i18n::Lang;
use crate::render::typography;

fn pattern(cell: &'static OnceLock<Regex>, source: &str) -> &'static Regex {
    cell.get_or_init(|| Regex::new(source).expect("the pattern is a constant"))
}

/// The text of `markdown` on one line. Fenced code is part of what is searched (`code`), but says little in a lead.
pub(super) fn plain(markdown: &str, code: bool) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut fence: Option<&str> = None;
    for line in markdown.lines() {
        let trimmed = line.trim();
        if let Some(marker) = ["```", "~~~"].into_iter().find(|marker| opens(trimmed, marker)) {
            match fence {
                None => fence = Some(marker),
                Some(open) if open == marker => fence = None,
                Some(_) => {}
            }
        } else if fence.is_some() {
            if code {
                push(&mut out, trimmed);
            }
        } else {
            push(&mut out, &prose(trimmed));
        }
    }
    out
}

/// Whether a line is a fence, and not code between markers on one line.
fn opens(line: &str, marker: &str) -> bool {
    line.strip_prefix(marker).is_some_and(|rest| !rest.trim_start_matches(&marker[..1]).contains(marker))
}

fn push(out: &mut String, text: &str) {
    // No-break spaces stay: they are how French is set.
    for word in text.split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// One line outside code without its markers. A pattern is tried only where one of its characters stands: four patterns on
/// every line would take half the time of indexing.
fn prose(line: &str) -> Cow<'_, str> {
    static HEAD: OnceLock<Regex> = OnceLock::new();
    static LINK: OnceLock<Regex> = OnceLock::new();
    static TAG: OnceLock<Regex> = OnceLock::new();
    let mut text = Cow::Borrowed(line);
    let mut replace = |cell: &'static OnceLock<Regex>, source: &str, with: &str| {
        if let Cow::Owned(replaced) = pattern(cell, source).replace_all(&text, with) {
            text = Cow::Owned(replaced);
        }
    };
    if line.starts_with(|c: char| "#>-*+=_|:".contains(c) || c.is_numeric()) {
        replace(&HEAD, r"^(?:(?:#{1,6}|>|[-*+]|\d+[.)])\s+)+|^[-=*_|:\s]+$", "");
    }
    if line.contains("](") {
        replace(&LINK, r"!?\[([^\[\]]*)\]\([^()\s]*[^()]*\)", "$1");
    }
    if line.contains('<') || line.contains("://") {
        replace(&TAG, r"<!--.*?-->|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<?https?://[^\s<>)]+>?", " ");
    }
    if text.contains(MARKS) { Cow::Owned(unmarked(&text)) } else { text }
}

/// What marks emphasis, code and the cells of tables.
const MARKS: [char; 5] = ['*', '_', '~', '`', '|'];

/// `line` without emphasis and backticks, spaces where a table has its lines. A star alone is a sign like others.
fn unmarked(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(MARKS) {
        out.push_str(&rest[..at]);
        let mark = &rest[at..=at];
        rest = &rest[at + 1..];
        match (mark, rest.strip_prefix(mark)) {
            ("|", _) => out.push(' '),
            ("`", _) => {}
            (_, Some(after)) => rest = after,
            (_, None) => out.push_str(mark),
        }
    }
    out + rest
}

/// `markdown` spaced as on pages: French prose gets its no-break spaces, code between backticks is left alone.
pub(super) fn spaced(markdown: &str, lang: Lang) -> Cow<'_, str> {
    if lang != Lang::Fr {
        return Cow::Borrowed(markdown);
    }
    let mut out = String::with_capacity(markdown.len() + 16);
    for (at, part) in markdown.split('`').enumerate() {
        if at > 0 {
            out.push('`');
        }
        if at % 2 == 1 {
            out.push_str(part);
        } else {
            // A mark may follow code: the code's last character is what stands before it.
            let before = out.trim_end_matches('`').chars().last();
            out.push_str(&typography(part, before));
        }
    }
    Cow::Owned(out)
}

/// The first `longest` characters of `text`, cut between words, with `…` where something is left out.
pub(super) fn lead(text: &str, longest: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches([' ', ',', ';', ':', '.', '\u{a0}', '\u{202f}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_go_and_words_stay() {
        let text = "## Le cache\n\n> - **Côté** `serveur`, [voir](https://example.org/a_b) <br> ici\n\n```js\nlet a = 1;\n```\n\
                    | a | b |\n|---|---|\nVec<String> C# et `List<T>`";
        assert_eq!(plain(text, false), "Le cache Côté serveur, voir ici a b Vec<String> C# et List<T>");
        assert!(plain(text, true).contains("let a = 1;"));
        assert_eq!(
            plain("2. a*b __c__ ***d*** `|` ~~e~~ f_g\n1.5 h\n* i\n== j", false),
            "a*b c *d* e f_g 1.5 h i == j"
        );
    }

    #[test]
    fn french_is_spaced_but_not_its_code() {
        let set = |text| plain(&spaced(text, Lang::Fr), false);
        assert_eq!(set("Qu'est-ce qu'un `serveur`?"), "Qu’est-ce qu’un serveur\u{202f}?");
        assert_eq!(set("## Un: `a ? b : c`, `x?` : oui"), "Un\u{a0}: a ? b : c, x?\u{a0}: oui");
        assert_eq!(spaced("Why ?", Lang::En), "Why ?");
    }

    #[test]
    fn leads_end_between_words() {
        assert_eq!(lead("un deux trois", 20), "un deux trois");
        assert_eq!(lead("un deux, trois", 10), "un deux…");
        assert_eq!(lead("éééééééééééé", 5), "ééééé…");
    }
}
