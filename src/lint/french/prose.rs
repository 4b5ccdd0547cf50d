//! The prose of a document, all of it or what is French: everything else blotted out, every letter where it was.

use crate::i18n::Lang;
use crate::lint::Document;
use crate::normalise::Entry;
use crate::parse::{Format, Role, sniff};
use crate::text::{detect, detect_with_prior};

/// Stands for what is no prose; it is neither a letter nor white space, so that words end at it.
pub(in crate::lint) const BLOT: char = '\u{1}';

/// How far ahead the end of a span of code, a link or a tag is looked for, in bytes: an opening that nothing closes must
/// not cost a look at the whole document.
const AHEAD: usize = 600;

/// The prose of one document.
pub(in crate::lint) struct Prose<'a> {
    /// Where the text comes from.
    pub document: &'a Document,
    /// The document's text, byte for byte, with code, links, addresses, markup and other languages blotted out.
    pub text: String,
    /// The language of each line, counted from 1, where it is known.
    pub langs: Vec<Option<Lang>>,
}

impl<'a> Prose<'a> {
    /// The prose of a document with these entries, in any language; `None` for a table or a record of data.
    pub fn of(document: &'a Document, entries: &[Entry]) -> Option<Self> {
        let source = &document.source;
        if sniff(source) != Format::Text {
            return None;
        }
        let french = entries.iter().filter(|entry| entry.lang == Lang::Fr).count();
        let around = if entries.is_empty() { detect(&source.text) } else { Some(mostly(french, entries.len())) };
        let mut langs = vec![around; source.line_count() + 1];
        for entry in entries {
            let lines = entry.source.lines;
            langs[lines.start.min(source.line_count())..=lines.end.min(source.line_count())].fill(Some(entry.lang));
        }
        let prose = |line: usize| {
            let role = document.parsed.roles.get(line - 1).copied().unwrap_or(Role::Note);
            !matches!(role, Role::Code | Role::Meta | Role::Navigation | Role::Comment | Role::Difficulty)
        };
        let mut bytes = source.text.clone().into_bytes();
        let mut line = 1;
        while line <= source.line_count() {
            let blocks = |line: usize| prose(line) && !source.line(line).trim().is_empty();
            if !blocks(line) {
                blank(&mut bytes[source.raw_range(line)]);
                line += 1;
                continue;
            }
            let end = (line..=source.line_count()).take_while(|&line| blocks(line)).last().unwrap_or(line);
            let range = source.line_range(line).start..source.line_range(end).end;
            blot(&source.text[range.clone()], &mut bytes[range]);
            line = end + 1;
        }
        // Only whole characters were blotted out.
        Some(Self { document, text: String::from_utf8(bytes).ok()?, langs })
    }

    /// Whether a line is in French.
    pub fn has_french(&self) -> bool {
        self.langs.contains(&Some(Lang::Fr))
    }

    /// Whether every line is.
    pub fn is_all_french(&self) -> bool {
        self.langs.iter().all(|lang| *lang == Some(Lang::Fr))
    }

    /// The French prose of it alone.
    pub fn french(&self) -> Self {
        let source = &self.document.source;
        let mut bytes = self.text.clone().into_bytes();
        for line in (1..=source.line_count()).filter(|&line| self.langs[line] != Some(Lang::Fr)) {
            blank(&mut bytes[source.raw_range(line)]);
        }
        // Only whole lines were blotted out.
        let text = String::from_utf8(bytes).unwrap_or_default();
        Self { document: self.document, text, langs: self.langs.clone() }
    }

    /// Whether the words of a line do not speak for another language: a quotation, a title.
    pub fn is_french(&self, line: usize) -> bool {
        let text = &self.text[self.document.source.line_range(line)];
        detect_with_prior(text, Some(Lang::Fr)) == Some(Lang::Fr)
    }
}

/// The language of a document of so many entries, so many of them French.
fn mostly(french: usize, entries: usize) -> Lang {
    if french * 2 > entries { Lang::Fr } else { Lang::En }
}

/// The words of a piece of Markdown: no fenced code, code spans, links, addresses or tags.
pub(in crate::lint) fn spoken(markdown: &str) -> String {
    let mut fence: Option<&str> = None;
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let marks = ["```", "~~~"].into_iter().find(|marks| line.trim_start().starts_with(marks));
        match (fence, marks) {
            (None, Some(marks)) => fence = Some(marks),
            (Some(open), Some(marks)) if open == marks => fence = None,
            (None, None) => out.push_str(line),
            _ => {}
        }
        out.push('\n');
    }
    let mut bytes = out.clone().into_bytes();
    blot(&out, &mut bytes);
    String::from_utf8(bytes).unwrap_or(out).replace(BLOT, " ")
}

/// Blots out some lines.
fn blank(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = BLOT as u8);
}

/// What a byte of ASCII does to the words around it.
const MARK: u8 = 1;
const PARTS: u8 = 2;
const OPENS: u8 = 4;
const CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let (marks, parts, opens) = (b"`<[&{", b" \t\n\r\x0c", b"(\"'*");
    let mut at = 0;
    while at < marks.len() {
        class[marks[at] as usize] = MARK;
        class[parts[at] as usize] = PARTS;
        at += 1;
    }
    let mut at = 0;
    while at < opens.len() {
        class[opens[at] as usize] = OPENS;
        at += 1;
    }
    class
};

/// Blots out what is no prose in one block of text.
fn blot(text: &str, bytes: &mut [u8]) {
    let typed = text.as_bytes();
    let mut at = 0;
    while at < typed.len() {
        let class = CLASS[usize::from(typed[at])];
        // An opening mark is looked at with the word that it opens.
        let starts =
            class & (PARTS | OPENS) == 0 && (at == 0 || CLASS[usize::from(typed[at - 1])] & (PARTS | OPENS) != 0);
        // Inside a word nothing begins but what a mark opens.
        if !starts && class != MARK {
            at += 1;
            continue;
        }
        let near = beginning(&text[at..]);
        let end = match typed[at] {
            b'`' => Some(code_span(near)),
            b'<' if near[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) => to(near, ">"),
            b'[' => link(near),
            b'&' => near.find(';').filter(|&end| end < 10 && !near[..end].contains(' ')).map(|end| end + 1),
            b'{' if near.starts_with("{{") => to(near, "}}"),
            b'{' if near.starts_with("{:") => to(near, "}"),
            _ => None,
        };
        match end.or_else(|| starts.then(|| address(near)).flatten()) {
            Some(length) => {
                bytes[at..at + length].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = BLOT as u8);
                at += length;
            }
            None => at += 1,
        }
    }
}

/// The length up to and with the next `mark`, where there is one.
fn to(rest: &str, mark: &str) -> Option<usize> {
    rest.find(mark).map(|end| end + mark.len())
}

/// The beginning of `text`, at most `AHEAD` bytes.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(AHEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The length of a code span, or of the backticks that open none.
pub(in crate::lint) fn code_span(rest: &str) -> usize {
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    let mut from = ticks;
    while let Some(found) = rest[from..].find('`').map(|at| at + from) {
        let run = rest[found..].len() - rest[found..].trim_start_matches('`').len();
        if run == ticks {
            return found + run;
        }
        from = found + run;
    }
    ticks
}

/// The length of a link or an image, its text included: it may be the name of another page.
fn link(rest: &str) -> Option<usize> {
    let mut depth = 0;
    let close = rest.char_indices().find_map(|(at, c)| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        (depth == 0).then_some(at)
    })?;
    let after = &rest[close + 1..];
    match after.chars().next() {
        Some('(') => to(after, ")").map(|end| close + 1 + end),
        Some('[') => to(after, "]").map(|end| close + 1 + end),
        Some(':') => Some(rest.find('\n').unwrap_or(rest.len())),
        _ => (rest[1..].starts_with('^')).then_some(close + 1),
    }
}

/// The length of a word that is an address, a path, an identifier or an option.
fn address(rest: &str) -> Option<usize> {
    // Most words are letters up to the white space.
    let letters = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'\'' | b',');
    let plain = rest.bytes().take_while(|byte| letters(byte)).count();
    if rest.as_bytes().get(plain).is_none_or(u8::is_ascii_whitespace) {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || c == '`' || c == '<').unwrap_or(rest.len());
    let word = rest[..end].trim_end_matches(|c: char| ".,;:!?)»\"*…".contains(c)).trim_end_matches('_');
    let bare = word.trim_start_matches(|c: char| "_*(«\"".contains(c));
    let inside = |mark: char| {
        let mut parts = bare.split(mark);
        let lettered = |part: &str| part.chars().next_back().is_some_and(char::is_alphanumeric);
        let next = |part: &str| part.chars().next().is_some_and(char::is_alphanumeric);
        parts.next().is_some_and(lettered) && parts.next().is_some_and(next)
    };
    let code = bare.contains("://")
        || bare.contains("::")
        || bare.contains("()")
        || bare.contains(['\\', '@', '=', '$', '{', '}'])
        || inside('_')
        || inside('.')
        || bare.starts_with(['/', '.', '#', '~'])
        || bare.starts_with("--");
    (code && bare.chars().any(char::is_alphanumeric)).then_some(word.len())
}
