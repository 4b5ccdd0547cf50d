//! The text of a document without its code: every other letter where it was.

use std::ops::Range;

use crate::lint::Document;
use crate::lint::french::code_span;
use crate::parse::{Format, Role, sniff};

/// Stands for what is code or a comment; it is neither a letter nor white space.
const BLOT: u8 = 1;

/// A document's text, and where its code is.
pub(in crate::lint) struct Markup<'a> {
    /// Where the text comes from.
    pub document: &'a Document,
    /// The document's text, byte for byte, with code, comments, front matter and escaped marks blotted out.
    pub plain: String,
    /// The blocks of code, as bytes of the text, their fences included.
    pub blocks: Vec<Range<usize>>,
    /// The code between backticks, the backticks included.
    pub spans: Vec<Range<usize>>,
}

impl<'a> Markup<'a> {
    /// `None` when the document is a table or a record of data, whose texts are quoted.
    pub fn of(document: &'a Document) -> Option<Self> {
        let source = &document.source;
        if sniff(source) != Format::Text {
            return None;
        }
        let mut bytes = source.text.clone().into_bytes();
        let (mut blocks, mut spans) = (Vec::new(), Vec::new());
        let mut paragraph: Option<Range<usize>> = None;
        for (at, kind) in kinds(document).into_iter().enumerate() {
            let raw = source.raw_range(at + 1);
            match kind {
                Kind::Text if !source.line(at + 1).trim().is_empty() => {
                    let start = paragraph.map_or(raw.start, |before| before.start);
                    paragraph = Some(start..raw.end);
                    continue;
                }
                Kind::Text => {}
                Kind::Code => {
                    blot(&mut bytes[raw.clone()]);
                    match blocks.last_mut() {
                        Some(Range { end, .. }) if *end == raw.start => *end = raw.end,
                        _ => blocks.push(raw),
                    }
                }
                Kind::Hidden => blot(&mut bytes[raw]),
            }
            if let Some(range) = paragraph.take() {
                inline(&source.text, range, &mut bytes, &mut spans);
            }
        }
        if let Some(range) = paragraph {
            inline(&source.text, range, &mut bytes, &mut spans);
        }
        // Only whole characters were blotted out.
        Some(Self { document, plain: String::from_utf8(bytes).ok()?, blocks, spans })
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Code,
    Hidden,
}

/// What each line is. The roles know the code of questions and answers; elsewhere the fences are followed.
fn kinds(document: &Document) -> Vec<Kind> {
    let mut open: Option<&str> = None;
    let mut out = Vec::with_capacity(document.source.line_count());
    for (line, role) in document.source.lines().zip(&document.parsed.roles) {
        let start = line.trim_start();
        let marks = ["`", "~"].map(|mark| &start[..start.len() - start.trim_start_matches(mark).len()]);
        let fence = marks.into_iter().find(|marks| marks.len() >= 3);
        out.push(match (role, open) {
            (Role::Code, _) => {
                open = None;
                Kind::Code
            }
            (Role::Meta | Role::Comment, None) => Kind::Hidden,
            // What nothing closes ends with its question.
            (Role::Question | Role::Section, _) => {
                open = None;
                Kind::Text
            }
            (_, Some(marks)) => {
                if fence.is_some_and(|closing| closing.starts_with(marks) && start.trim_end() == closing) {
                    open = None;
                }
                Kind::Code
            }
            (_, None) => {
                open = fence;
                if fence.is_some() { Kind::Code } else { Kind::Text }
            }
        });
    }
    out
}

fn blot(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = BLOT);
}

/// Blots out the code spans, the comments and the escaped marks of a paragraph.
fn inline(text: &str, paragraph: Range<usize>, bytes: &mut [u8], spans: &mut Vec<Range<usize>>) {
    let mut at = paragraph.start;
    while let Some(found) = text[at..paragraph.end].find(['`', '<', '\\']) {
        at += found;
        let rest = &text[at..paragraph.end];
        let length = match rest.as_bytes()[0] {
            b'`' => {
                let length = code_span(rest);
                if !rest[..length].trim_matches('`').is_empty() {
                    spans.push(at..at + length);
                }
                length
            }
            b'\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => 2,
            b'<' if rest.starts_with("<!--") => rest.find("-->").map_or(4, |end| end + 3),
            _ => {
                at += 1;
                continue;
            }
        };
        blot(&mut bytes[at..at + length]);
        at += length;
    }
}
