//! `dangerous-html`: HTML in content that could run a script, or links that do.

use std::ops::Range;
use std::sync::OnceLock;

use pulldown_cmark::{Event, Options, Parser, Tag};
use regex::Regex;

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Document, Reading};
use crate::parse::FieldName;
use crate::source::LineSpan;

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for field in document.parsed.drafts.iter().flat_map(|draft| &draft.fields) {
        if matches!(field.name, FieldName::Question | FieldName::Context | FieldName::Answer | FieldName::Choice) {
            report(document, &field.value, &field.pieces, field.lines, out);
        }
    }
    for note in &document.parsed.notes {
        report(document, &note.text, &[], note.lines, out);
    }
}

fn report(document: &Document, text: &str, pieces: &[Range<usize>], lines: LineSpan, out: &mut Vec<Diagnostic>) {
    for (range, what) in dangers(text) {
        let danger = &text[range.clone()];
        let as_written =
            |at: &Range<usize>| document.source.text.get(at.clone()).is_some_and(|it| danger.starts_with(it));
        let known = located(pieces, &range).filter(as_written);
        let place = match known.or_else(|| found_again(document, danger, lines)) {
            Some(range) => document.place(range),
            None => document.lines_place(lines),
        };
        out.push(document.finding("dangerous-html", place).with("what", what));
    }
}

/// Where bytes of a field's value are in the source, going by the pieces that make it up.
fn located(pieces: &[Range<usize>], range: &Range<usize>) -> Option<Range<usize>> {
    let mut at = 0;
    for piece in pieces {
        if range.start <= at + piece.len() {
            let start = piece.start + range.start.checked_sub(at)?;
            return Some(start..(start + range.len()).min(piece.end).max(start));
        }
        at += piece.len() + 1;
    }
    None
}

/// Where a text that was decoded stands in the lines it came from, if it stands there as it is.
fn found_again(document: &Document, text: &str, lines: LineSpan) -> Option<Range<usize>> {
    let last = document.source.line_count();
    let (start, end) = (lines.start.max(1), lines.end.min(last));
    let whole = (start <= end).then(|| document.source.raw_range(start).start..document.source.line_range(end).end)?;
    let at = document.source.text.get(whole.clone())?.find(text)? + whole.start;
    Some(at..at + text.len())
}

fn dangerous() -> &'static Regex {
    static DANGEROUS: OnceLock<Regex> = OnceLock::new();
    DANGEROUS.get_or_init(|| {
        let element = r"<(?P<element>script|iframe|object|embed|form|style|base|meta|link)\b[^>]*>?";
        let attribute = r#"<[a-z][^>]*?[\s"'/](?P<attribute>on[a-z]+|srcdoc|formaction)\s*=[^>]*>?"#;
        let scheme = r#"<[a-z][^>]*?=\s*["']?\s*(?P<scheme>javascript:|vbscript:|data:text/html)[^>]*>?"#;
        Regex::new(&format!("(?is){element}|{attribute}|{scheme}")).expect("a valid pattern")
    })
}

/// The dangers of a Markdown text: their bytes, and the name of the element, attribute or scheme.
fn dangers(text: &str) -> Vec<(Range<usize>, String)> {
    let mut out = Vec::new();
    let links = || text.contains(':') && (text.contains("](") || text.contains("]:"));
    if !text.contains('<') && !links() {
        return out;
    }
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => {
                for found in dangerous().captures_iter(&text[range.clone()]) {
                    let Some(whole) = found.get(0) else { continue };
                    let what = ["element", "attribute", "scheme"].iter().find_map(|name| found.name(name));
                    let what = what.map_or(String::new(), |name| name.as_str().to_ascii_lowercase());
                    out.push((range.start + whole.start()..range.start + whole.end(), what));
                }
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                if let Some(scheme) = runs(&dest_url) {
                    out.push((range, scheme.to_owned()));
                }
            }
            _ => {}
        }
    }
    out
}

/// The scheme of an address that runs something; browsers skip white space and control characters in it.
fn runs(address: &str) -> Option<&'static str> {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(16).collect();
    let plain = plain.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:text/html"].into_iter().find(|scheme| plain.starts_with(scheme))
}
