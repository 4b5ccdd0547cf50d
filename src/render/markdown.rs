//! Blocks: an answer's Markdown to HTML.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html};

use super::as_typed::AsTyped;
use super::autolink::bare_address;
use super::footnotes::Footnotes;
use super::raw_html::{bare_tag, is_external, is_safe_address, is_text, sanitise};
use super::{escape, highlight, typography};
use crate::i18n::Lang;
use crate::normalise::Entry;

/// How Markdown is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The language of the text: French gets its no-break spaces.
    pub lang: Lang,
    /// Whether a line end is a line break, as in plain-text sources.
    pub hard_breaks: bool,
    /// How many levels headings go down, so that they stay below the page's own.
    pub heading_shift: u8,
}

impl Style {
    /// How the texts of an entry are to be shown below `heading_shift` levels of headings.
    pub fn of(entry: &Entry, heading_shift: u8) -> Self {
        // In plain text, a line end is where the author wanted one.
        let hard_breaks = entry.source.path.to_ascii_lowercase().ends_with(".txt");
        Self { lang: entry.lang, hard_breaks, heading_shift }
    }
}

/// CommonMark with tables, strikethrough, task lists and footnotes.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES);

/// Markdown to HTML that is safe to put into a page.
///
/// Raw HTML is kept where it is harmless and dropped otherwise; links have an allowed scheme or lose their address; code
/// blocks are highlighted. Bare web addresses are links, and footnotes stand at the end. The sanitiser only runs on texts that have raw HTML: all other output is made here.
pub fn markdown(text: &str, style: Style) -> String {
    let mut renderer = Renderer::new(style);
    for event in TextMergeStream::new(Parser::new_ext(text, OPTIONS)) {
        renderer.take(event);
    }
    let mut out = String::with_capacity(text.len() * 3 / 2);
    let has_html = renderer.has_html;
    html::push_html(&mut out, renderer.finish().into_iter());
    if has_html { sanitise(&out) } else { out }
}

struct Renderer<'a> {
    style: Style,
    events: Vec<Event<'a>>,
    /// The language and text of the code block that is being read.
    code: Option<(String, String)>,
    /// For each open link or image whether it was kept.
    links: Vec<bool>,
    /// The last character of the current line of text.
    before: Option<char>,
    /// Inside a block of raw HTML: whether it is shown as text, once known.
    block_as_text: Option<bool>,
    in_html_block: bool,
    has_html: bool,
    /// Inside a raw `<a>`, where an address is a link already.
    in_raw_link: bool,
    /// The raw elements whose text is set as it is typed.
    as_typed: AsTyped,
    footnotes: Footnotes<'a>,
}

impl<'a> Renderer<'a> {
    fn new(style: Style) -> Self {
        Self {
            style,
            events: Vec::new(),
            code: None,
            links: Vec::new(),
            before: None,
            block_as_text: None,
            in_html_block: false,
            has_html: false,
            in_raw_link: false,
            as_typed: AsTyped::default(),
            footnotes: Footnotes::default(),
        }
    }

    fn finish(mut self) -> Vec<Event<'a>> {
        std::mem::take(&mut self.footnotes).list_into(&mut self.events);
        self.events
    }

    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(text),
            Event::Code(code) => {
                self.before = code.chars().last();
                self.events.push(Event::Code(code));
            }
            Event::SoftBreak if self.style.hard_breaks => self.line_break(Event::HardBreak),
            Event::SoftBreak | Event::HardBreak => self.line_break(event),
            Event::Html(html) => self.block_html(html),
            Event::InlineHtml(html) => self.inline_html(html),
            // A checkbox would be a form control without a name; the character says it all.
            Event::TaskListMarker(done) => self.events.push(Event::Text(if done { "☑ " } else { "☐ " }.into())),
            Event::FootnoteReference(name) => {
                let number = self.footnotes.number(name);
                self.events.push(Event::Html(format!("<sup>[{number}]</sup>").into()));
            }
            other => self.events.push(other),
        }
    }

    fn line_break(&mut self, event: Event<'a>) {
        self.before = None;
        self.events.push(event);
    }

    fn text(&mut self, text: CowStr<'a>) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(&text);
            return;
        }
        if !self.links.is_empty() || self.in_raw_link || !text.contains("://") {
            return self.prose(text);
        }
        let mut rest = text.as_ref();
        while let Some(found) = bare_address(rest, self.before) {
            self.prose(rest[..found.start].to_owned().into());
            let address = escape(&rest[found.clone()]);
            self.events.push(Event::Html(format!("<a href=\"{address}\" rel=\"noopener\">{address}</a>").into()));
            self.before = rest[found.clone()].chars().last();
            rest = &rest[found.end..];
        }
        self.prose(rest.to_owned().into());
    }

    /// Text without addresses, set as its language wants.
    fn prose(&mut self, text: CowStr<'a>) {
        let before = self.before;
        self.before = text.chars().last().or(before);
        let set = match self.style.lang {
            Lang::Fr if !self.as_typed.holds() => typography(&text, before),
            _ => std::borrow::Cow::Borrowed(text.as_ref()),
        };
        let set = if set == text.as_ref() { text } else { CowStr::from(set.into_owned()) };
        self.events.push(Event::Text(set));
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.before = None;
                let level = self.shifted(level);
                self.events.push(Event::Start(Tag::Heading {
                    level,
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                }));
            }
            Tag::CodeBlock(kind) => {
                let lang = match kind {
                    CodeBlockKind::Fenced(info) => language(&info),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((lang, String::new()));
            }
            Tag::HtmlBlock => (self.in_html_block, self.block_as_text) = (true, None),
            Tag::Link { ref dest_url, ref title, .. } => {
                let kept = is_safe_address(dest_url);
                self.links.push(kept);
                if kept && is_external(dest_url) {
                    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
                    let open = format!("<a href=\"{}\"{title} rel=\"noopener\">", escape(&encoded(dest_url)));
                    self.events.push(Event::Html(open.into()));
                } else if kept {
                    self.events.push(Event::Start(tag));
                }
            }
            Tag::Image { ref dest_url, .. } => {
                let kept = is_safe_address(dest_url);
                self.links.push(kept);
                if kept {
                    self.events.push(Event::Start(tag));
                }
            }
            Tag::FootnoteDefinition(name) => {
                self.before = None;
                self.footnotes.open(name, &mut self.events);
            }
            // Alignment would be an inline style, which a strict content security policy forbids.
            Tag::Table(columns) => {
                self.events.push(Event::Html("<div class=\"scroll\" tabindex=\"0\">".into()));
                self.events.push(Event::Start(Tag::Table(vec![pulldown_cmark::Alignment::None; columns.len()])));
            }
            other => {
                if !matches!(other, Tag::Emphasis | Tag::Strong | Tag::Strikethrough) {
                    self.before = None;
                    // What nobody closed ends with its block.
                    self.as_typed = AsTyped::default();
                }
                self.events.push(Event::Start(other));
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let level = self.shifted(level);
                self.events.push(Event::End(TagEnd::Heading(level)));
            }
            TagEnd::CodeBlock => {
                let (lang, code) = self.code.take().unwrap_or_default();
                self.events.push(Event::Html(code_block(&code, &lang).into()));
            }
            TagEnd::HtmlBlock => {
                if self.block_as_text == Some(true) {
                    self.events.push(Event::End(TagEnd::Paragraph));
                }
                self.in_html_block = false;
            }
            TagEnd::Link | TagEnd::Image => {
                if self.links.pop() == Some(true) {
                    self.events.push(Event::End(tag));
                }
            }
            TagEnd::FootnoteDefinition => self.footnotes.close(&mut self.events),
            TagEnd::Table => {
                self.events.push(Event::End(tag));
                self.events.push(Event::Html("</div>\n".into()));
            }
            other => self.events.push(Event::End(other)),
        }
    }

    /// A line of a block of raw HTML. A block that begins with a tag that is no element (`<T>`) is a paragraph.
    fn block_html(&mut self, html: CowStr<'a>) {
        let first = html.trim_start().split_inclusive('>').next().unwrap_or("");
        let as_text = match self.block_as_text {
            Some(known) => known,
            None => {
                let as_text = self.in_html_block && is_text(first, None);
                if as_text {
                    self.events.push(Event::Start(Tag::Paragraph));
                }
                self.block_as_text = Some(as_text);
                as_text
            }
        };
        if as_text {
            self.events.push(Event::Text(html));
        } else {
            self.has_html = true;
            self.events.push(Event::Html(html));
        }
    }

    fn inline_html(&mut self, html: CowStr<'a>) {
        if is_text(&html, self.before) {
            self.text(html);
        } else if bare_tag(&html).is_some_and(|name| name.eq_ignore_ascii_case("br")) {
            self.line_break(Event::HardBreak);
        } else {
            self.has_html = true;
            self.as_typed.see(&html, self.style.lang);
            let tag = html.to_ascii_lowercase();
            if tag.starts_with("<a ") || tag.starts_with("</a") {
                self.in_raw_link = tag.starts_with("<a ");
            }
            self.events.push(Event::InlineHtml(html));
        }
    }

    fn shifted(&self, level: HeadingLevel) -> HeadingLevel {
        let level = (level as usize + usize::from(self.style.heading_shift)).min(6);
        HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6)
    }
}

/// A code block, reachable by keyboard because it scrolls.
fn code_block(code: &str, lang: &str) -> String {
    let marked = highlight(code, (!lang.is_empty()).then_some(lang));
    let attribute = if lang.is_empty() { String::new() } else { format!(" data-lang=\"{lang}\"") };
    format!("<pre class=\"code\"{attribute} tabindex=\"0\"><code>{marked}</code></pre>\n")
}

/// The language of a fence: the first word of its info string, as far as it is a name.
fn language(info: &str) -> String {
    let word = info.trim().trim_start_matches(['{', '.']);
    word.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '_'))
        .take(24)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// An address with the spaces that Markdown allows between `<` and `>` encoded.
fn encoded(address: &str) -> String {
    address.replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FR: Style = Style { lang: Lang::Fr, hard_breaks: false, heading_shift: 2 };
    const EN: Style = Style { lang: Lang::En, ..FR };

    #[test]
    fn blocks() {
        assert_eq!(markdown("# A\n\n##### B", EN), "<h3>A</h3>\n<h6>B</h6>\n");
        assert_eq!(markdown("a\nb", Style { hard_breaks: true, ..EN }), "<p>a<br />\nb</p>\n");
        assert_eq!(
            markdown("```{.js}\nlet a = \"<b>\";\n```", EN),
            "<pre class=\"code\" data-lang=\"js\" tabindex=\"0\"><code><span class=\"k\">let</span> a <span class=\"o\">= \
             </span><span class=\"s\">&quot;&lt;b&gt;&quot;</span>;\n</code></pre>\n"
        );
        assert!(markdown("- [x] fait\n- [ ] non", FR).contains("☑ fait"));
        assert!(!markdown("| a |\n|:-:|\n| b |", EN).contains("style"));
        assert_eq!(markdown("*unclosed **emphasis", EN), "<p>*unclosed **emphasis</p>\n");
    }

    #[test]
    fn raw_code_and_other_languages_stay_as_typed() {
        let html =
            markdown("Oui? <code>a ; b ! c</code> et <kbd>x ; y</kbd>, puis <i lang=\"en\">hello: world?</i> Non?", FR);
        assert!(html.contains("<code>a ; b ! c</code>") && html.contains("<kbd>x ; y</kbd>"), "{html}");
        assert!(html.contains("hello: world?</i>") && html.contains("Oui\u{202f}?"), "{html}");
        assert!(html.contains("Non\u{202f}?"), "{html}");
        assert!(markdown("<code>a ; b\n\nEt puis?", FR).contains("puis\u{202f}?"), "nobody closed it");
    }

    #[test]
    fn type_parameters_are_text() {
        assert_eq!(markdown("A Vec<String> and <your-key>", EN), "<p>A Vec&lt;String&gt; and &lt;your-key&gt;</p>\n");
        assert_eq!(markdown("List<Object> is text", EN), "<p>List&lt;Object&gt; is text</p>\n");
        assert_eq!(markdown("<T>\nis a parameter", EN), "<p>&lt;T&gt;\nis a parameter</p>\n");
    }

    #[test]
    fn french_spaces_but_not_in_code() {
        assert_eq!(
            markdown("Pourquoi `a ? b : c` ? **Car** : « non »!", FR),
            "<p>Pourquoi <code>a ? b : c</code>\u{202f}? <strong>Car</strong>\u{a0}: «\u{a0}non\u{a0}»\u{202f}!</p>\n"
        );
        assert_eq!(markdown("Why ?", EN), "<p>Why ?</p>\n");
    }

    #[test]
    fn links() {
        assert_eq!(markdown("[a](https://a.b)", EN), "<p><a href=\"https://a.b\" rel=\"noopener\">a</a></p>\n");
        assert_eq!(markdown("[a](../b/)", EN), "<p><a href=\"../b/\">a</a></p>\n");
        assert_eq!(markdown("[a](javascript&#58;alert)", EN), "<p>a</p>\n");
        assert_eq!(markdown("![a](data:image/png;base64,AA)", EN), "<p>a</p>\n");
    }

    #[test]
    fn bare_addresses_are_links_but_not_in_code_or_links() {
        assert_eq!(
            markdown("Voir https://e.org/?a=1&b=2 : utile?", FR),
            "<p>Voir <a href=\"https://e.org/?a=1&amp;b=2\" rel=\"noopener\">https://e.org/?a=1&amp;b=2</a>\u{a0}: utile\u{202f}?</p>\n"
        );
        for text in ["`https://e.org`", "```\nhttps://e.org\n```", "https://localhost/"] {
            assert!(!markdown(text, EN).contains("<a "), "{text}");
        }
        for text in ["[https://e.org](https://e.org)", "<a href=\"https://e.org\">https://e.org</a>", "<https://e.org>"]
        {
            assert_eq!(markdown(text, EN).matches("<a ").count(), 1, "{text}");
        }
    }

    #[test]
    fn footnotes_stand_at_the_end() {
        assert_eq!(
            markdown("[^b]: Second.\n\nOne[^a], two[^b], one[^a].\n\n[^a]: *First*.\n[^c]: Unused.\n\nLast [^d].", EN),
            "<p>One<sup>[1]</sup>, two<sup>[2]</sup>, one<sup>[1]</sup>.</p>\n<p>Last [^d].</p>\n<hr />\n<ol>\n\
             <li>\n<p><em>First</em>.</p>\n</li>\n<li>\n<p>Second.</p>\n</li>\n<li>\n<p>Unused.</p>\n</li>\n</ol>\n"
        );
    }

    #[test]
    fn harmless_html_stays() {
        let html = markdown("<details>\n<summary>More</summary>\n\n`code` <kbd>x</kbd>\n", EN);
        assert_eq!(html.matches("</details>").count(), 1, "{html}");
        assert!(html.contains("<kbd>x</kbd>") && html.contains("<summary>More</summary>"), "{html}");
    }
}
