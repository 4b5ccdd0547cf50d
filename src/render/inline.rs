//! Question texts and plain text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, TextMergeStream};

use super::as_typed::AsTyped;
use super::markdown::OPTIONS;
use super::raw_html::{bare_tag, is_text};
use super::{escape_into, typography};
use crate::i18n::Lang;

/// Elements that only format: their tags vanish from titles, every other bare tag is what the question is about.
const FORMATTING: &[&str] =
    &["a", "b", "br", "code", "del", "em", "font", "i", "kbd", "p", "s", "small", "span", "strong", "sub", "sup", "u"];

/// Put before a question so that nothing in it (`#`, `1.`, `-`) begins a block; taken away from the first text.
const GUARD: &str = "x ";

/// A question's Markdown as inline HTML: code spans, emphasis and text. It may stand inside a link or a heading, so that
/// links and images leave only their text; `<div>` in a question is shown, not obeyed.
pub fn inline(text: &str, lang: Lang) -> String {
    let guarded = guard(text);
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = None;
    let mut as_typed = AsTyped::default();
    for (at, event) in TextMergeStream::new(Parser::new_ext(&guarded, OPTIONS)).enumerate() {
        match event {
            Event::Text(text) => {
                // The first event opens the paragraph, the second is the text that begins with the guard.
                let text = if at == 1 { text.strip_prefix(GUARD).unwrap_or(&text) } else { &text };
                match lang {
                    Lang::Fr if !as_typed.holds() => escape_into(&mut out, &typography(text, before)),
                    _ => escape_into(&mut out, text),
                }
                before = text.chars().last().or(before);
            }
            Event::Code(code) => {
                out.push_str("<code>");
                escape_into(&mut out, &code);
                out.push_str("</code>");
                before = code.chars().last();
            }
            Event::InlineHtml(html) if shown(&html, before) => {
                escape_into(&mut out, &html);
                before = Some('>');
            }
            Event::InlineHtml(html) => as_typed.see(&html, lang),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::Start(tag) => out.push_str(mark(&tag.to_end(), true)),
            Event::End(tag) => out.push_str(mark(&tag, false)),
            _ => {}
        }
    }
    out
}

fn mark(tag: &TagEnd, start: bool) -> &'static str {
    match (tag, start) {
        (TagEnd::Emphasis, true) => "<em>",
        (TagEnd::Emphasis, false) => "</em>",
        (TagEnd::Strong, true) => "<strong>",
        (TagEnd::Strong, false) => "</strong>",
        (TagEnd::Strikethrough, true) => "<del>",
        (TagEnd::Strikethrough, false) => "</del>",
        _ => "",
    }
}

fn guard(text: &str) -> String {
    let mut guarded = String::with_capacity(GUARD.len() + text.len());
    guarded.push_str(GUARD);
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            guarded.push(' ');
        }
        guarded.push_str(word);
    }
    guarded
}

fn shown(html: &str, before: Option<char>) -> bool {
    is_text(html, before)
        || bare_tag(html).is_some_and(|name| !FORMATTING.contains(&name.to_ascii_lowercase().as_str()))
}

/// Markdown as plain text, for search, descriptions and short previews: a line a block, without marks or addresses.
pub fn plain(text: &str) -> String {
    // English is set as it is typed.
    plain_set(text, Lang::En)
}

/// The same, set as its language wants, for readers.
pub fn plain_set(text: &str, lang: Lang) -> String {
    read(text, lang, true)
}

/// The same without blocks of code.
pub fn prose_set(text: &str, lang: Lang) -> String {
    read(text, lang, false)
}

fn read(text: &str, lang: Lang, with_code: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_code = false;
    let mut as_typed = AsTyped::default();
    for event in TextMergeStream::new(Parser::new_ext(text, OPTIONS)) {
        in_code = match event {
            Event::Start(Tag::CodeBlock(_)) => true,
            Event::End(TagEnd::CodeBlock) => false,
            _ => in_code,
        };
        match event {
            Event::Text(_) if in_code && !with_code => {}
            Event::Text(text) if lang == Lang::Fr && !in_code && !as_typed.holds() => {
                let set = typography(&text, out.chars().last()).into_owned();
                out.push_str(&set);
            }
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::InlineHtml(html) | Event::Html(html) if is_text(&html, out.chars().last()) => out.push_str(&html),
            Event::InlineHtml(html) => as_typed.see(&html, lang),
            Event::SoftBreak => out.push(' '),
            Event::HardBreak => end_line(&mut out),
            Event::Start(Tag::Item) => end_line(&mut out),
            Event::End(TagEnd::TableCell) => out.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::CodeBlock
                | TagEnd::Item
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::HtmlBlock,
            ) => end_line(&mut out),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn end_line(out: &mut String) {
    out.truncate(out.trim_end().len());
    if !out.is_empty() {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_inline() {
        for (text, html) in [
            ("What does `a < b` do?", "What does <code>a &lt; b</code> do?"),
            ("# 1. *Why* **so**?", "# 1. <em>Why</em> <strong>so</strong>?"),
            ("1. Why?", "1. Why?"),
            ("`x` first", "<code>x</code> first"),
            ("_x_ first", "<em>x</em> first"),
            ("What is <div> and Vec<T>?", "What is &lt;div&gt; and Vec&lt;T&gt;?"),
            ("a <b>bold</b> [link](https://a.b)", "a bold link"),
            ("<img src=x onerror=alert(1)>!", "!"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("two\nlines", "two lines"),
        ] {
            assert_eq!(inline(text, Lang::En), html);
        }
        assert_eq!(inline("Qu'est-ce que `x`?", Lang::Fr), "Qu’est-ce que <code>x</code>\u{202f}?");
    }

    #[test]
    fn plain_text_has_no_marks() {
        assert_eq!(
            plain("# Title\n\nA **bold** [link](x) with `code`\n\n- one\n- two"),
            "Title\nA bold link with code\none\ntwo"
        );
        assert_eq!(plain("| a | b |\n|--|--|\n| c | d |"), "a b\nc d");
        assert_eq!(plain("<b>x</b> Vec<T>"), "x Vec<T>");
        assert_eq!(plain("L'état ?"), "L'état ?");
        assert_eq!(plain_set("L'état de `l'x ?` ?\n\n```c\nl'x ?\n```", Lang::Fr), "L’état de l'x ?\u{202f}?\nl'x ?");
    }
}
