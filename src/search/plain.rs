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

/// One line outside code without its markers.
fn prose(line: &str) -> Cow<'_, str> {
    // Most lines are plain words: four patterns on each would take half the time of indexing.
    let marked = line.contains(['[', '<', '*', '_', '~', '`', '|', '#', '>']) || line.contains("://");
    if !marked && !line.starts_with(['-', '+', '=', ':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) {
        return Cow::Borrowed(line);
    }
    static HEAD: OnceLock<Regex> = OnceLock::new();
    static LINK: OnceLock<Regex> = OnceLock::new();
    static TAG: OnceLock<Regex> = OnceLock::new();
    static EMPHASIS: OnceLock<Regex> = OnceLock::new();
    let line = pattern(&HEAD, r"^(?:(?:#{1,6}|>|[-*+]|\d+[.)])\s+)+|^[-=*_|:\s]+$").replace(line, "");
    let line = pattern(&LINK, r"!?\[([^\[\]]*)\]\([^()\s]*[^()]*\)").replace_all(&line, "$1");
    let line =
        pattern(&TAG, r"<!--.*?-->|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<?https?://[^\s<>)]+>?").replace_all(&line, " ");
    let line = pattern(&EMPHASIS, r"\*\*|__|~~|`|\|").replace_all(
        &line,
        |marker: &regex::Captures<'_>| {
            if &marker[0] == "|" { " " } else { "" }
        },
    );
    Cow::Owned(line.into_owned())
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
    }

    #[test]
    fn french_is_spaced_but_not_its_code() {
        let set = |text| plain(&spaced(text, Lang::Fr), false);
        assert_eq!(set("Qu'est-ce qu'un `serveur`?"), "Qu'est-ce qu'un serveur\u{202f}?");
        assert_eq!(set("## Un: `a ? b : c`, `x?` : oui"), "Un: a ? b : c, x?\u{a0}: oui");
        assert_eq!(spaced("Why ?", Lang::En), "Why ?");
    }

    #[test]
    fn leads_end_between_words() {
        assert_eq!(lead("un deux trois", 20), "un deux trois");
        assert_eq!(lead("un deux, trois", 10), "un deux…");
        assert_eq!(lead("éééééééééééé", 5), "ééééé…");
    }
}
