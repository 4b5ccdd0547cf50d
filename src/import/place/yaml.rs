//! A YAML mapping, edited line by line: what is not asked for keeps its style, its comments and its place.

use std::collections::BTreeMap;

use super::{Edits, TextEdit, eol};
use crate::import::wanted::Wanted;
use crate::source::Source;

/// The lines of a block mapping.
pub(super) struct Mapping {
    /// Its first line; past `last` where it is empty.
    pub first: usize,
    /// Its last line.
    pub last: usize,
    /// The column, from 0, in which its keys stand.
    pub indent: usize,
    /// Whether the first key stands behind the dash of a list.
    pub dash: bool,
}

/// A key with its value.
pub(super) struct Found {
    first: usize,
    last: usize,
    /// Where the text after the colon begins.
    value: usize,
}

impl Mapping {
    /// Where a key stands.
    pub fn key(&self, source: &Source, key: &str) -> Option<Found> {
        (self.first..=self.last).find_map(|line| {
            let text = source.line(line);
            let spaces = text.len() - text.trim_start_matches(' ').len();
            let own = spaces == self.indent || self.dash && line == self.first;
            let rest = text.get(self.indent..).filter(|_| own)?;
            let after = [key.to_owned(), format!("\"{key}\""), format!("'{key}'")];
            let after = after.iter().find_map(|key| rest.strip_prefix(key.as_str()))?.trim_start().strip_prefix(':')?;
            (after.is_empty() || after.starts_with([' ', '\t'])).then(|| Found {
                first: line,
                last: self.end(source, line),
                value: source.line_range(line).end - after.len(),
            })
        })
    }

    /// The last line of the value of the key on this line: those below it that are indented deeper, and the items of a list.
    fn end(&self, source: &Source, key: usize) -> usize {
        let mut end = key;
        for line in key + 1..=self.last {
            let text = source.line(line);
            let spaces = text.len() - text.trim_start_matches(' ').len();
            let rest = text.trim();
            let item = spaces == self.indent && (rest == "-" || rest.starts_with("- "));
            match rest.is_empty() {
                true => continue,
                false if spaces > self.indent || item => end = line,
                false => break,
            }
        }
        end
    }

    /// Gives a key its value, or takes it out; nothing where there is nothing to do.
    pub fn set(&self, source: &Source, key: &str, wanted: &Wanted, quoted: bool) -> Edits {
        let (eol, pad) = (eol(source), " ".repeat(self.indent));
        let empty = wanted.words().is_empty() && !matches!(wanted, Wanted::Choices(choices) if !choices.is_empty());
        let Some(found) = self.key(source, key) else {
            if empty {
                return Edits::new();
            }
            let line = format!("{pad}{key}:{}", render(wanted, "", self.indent, quoted).join(eol));
            let solid = (self.first..=self.last).rev().find(|&line| !source.line(line).trim().is_empty());
            return match solid {
                Some(last) => {
                    let end = source.line_range(last).end;
                    vec![TextEdit::new(end..end, format!("{eol}{line}"))]
                }
                None => {
                    let start = source.line_range(self.first).start;
                    vec![TextEdit::new(start..start, format!("{line}{eol}"))]
                }
            };
        };
        let end = source.line_range(found.last).end;
        if empty && !(self.dash && found.first == self.first) {
            return vec![TextEdit::new(source.raw_range(found.first).start..source.raw_range(found.last).end, "")];
        }
        let old = source.text[found.value..end].replace("\r\n", "\n");
        vec![TextEdit::new(found.value..end, render(wanted, &old, self.indent, quoted).join(eol))]
    }
}

/// A value in one line, as it follows a colon.
pub(super) fn flow(wanted: &Wanted) -> String {
    render(wanted, "", 0, false).join(" ")
}

/// The text after the colon, in lines; in the style of `old` as far as it goes.
fn render(wanted: &Wanted, old: &str, indent: usize, quoted: bool) -> Vec<String> {
    let head = old.lines().next().unwrap_or_default();
    let (value, comment) = split_comment(head);
    match wanted {
        Wanted::Choices(choices) => {
            let choice = |(label, text, correct): &(String, String, bool)| {
                format!("{{label: {}, text: {}, correct: {correct}}}", json(label), json(text))
            };
            let pad = " ".repeat(indent + 2);
            std::iter::once(String::new()).chain(choices.iter().map(|c| format!("{pad}- {}", choice(c)))).collect()
        }
        Wanted::Words(words) => list(words, value, comment, old, quoted),
        Wanted::Text(None) => vec![comment.to_owned()],
        Wanted::Text(Some(text)) if text.contains('\n') && !quoted => block(text, old, value, indent),
        Wanted::Text(Some(text)) => vec![format!(" {}{comment}", scalar(text, value, false, quoted))],
    }
}

fn list(words: &[String], value: &str, comment: &str, old: &str, quoted: bool) -> Vec<String> {
    let items: Vec<&str> = old.lines().skip(1).filter(|line| line.trim_start().starts_with('-')).collect();
    if value.is_empty() && !items.is_empty() && !words.is_empty() {
        // Items that stay keep their line, with its quotes and its comment.
        let pad = &items[0][..items[0].len() - items[0].trim_start().len()];
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        for item in &items {
            let (text, _) = split_comment(item.trim_start().trim_start_matches('-'));
            known.entry(plain(text)).or_insert(item);
        }
        let line = |word: &String| match known.get(word) {
            Some(line) => (*line).to_owned(),
            None => format!("{pad}- {}", scalar(word, "", false, quoted)),
        };
        return std::iter::once(comment.to_owned()).chain(words.iter().map(line)).collect();
    }
    match words {
        [one] if !value.is_empty() && !value.starts_with('[') => {
            vec![format!(" {}{comment}", scalar(one, value, false, quoted))]
        }
        words => {
            let words: Vec<String> = words.iter().map(|word| scalar(word, "", true, quoted)).collect();
            vec![format!(" [{}]{comment}", words.join(", "))]
        }
    }
}

/// A literal block: its lines are the text's own.
fn block(text: &str, old: &str, value: &str, indent: usize) -> Vec<String> {
    let was_block = value.starts_with(['|', '>']);
    let first = old.lines().skip(1).find(|line| !line.trim().is_empty()).filter(|_| was_block);
    let depth = first.map_or(indent + 2, |line| line.len() - line.trim_start_matches(' ').len()).max(indent + 1);
    let (body, chomp) = match text.strip_suffix('\n') {
        None => (text, "-"),
        Some(body) if body.ends_with('\n') => (body, "+"),
        Some(body) => (body, ""),
    };
    // A first line with spaces of its own needs the depth said.
    let lead = body.lines().find(|line| !line.is_empty()).is_some_and(|line| line.starts_with(' '));
    let depth_said = if lead { (depth - indent).to_string() } else { String::new() };
    let pad = " ".repeat(depth);
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{pad}{line}") };
    std::iter::once(format!(" |{depth_said}{chomp}")).chain(body.split('\n').map(line)).collect()
}

/// A word or a sentence, plain where YAML takes it for what it is.
fn scalar(text: &str, old: &str, flow: bool, quoted: bool) -> String {
    if old.starts_with('\'') && !quoted && !text.contains(['\'', '\n']) {
        return format!("'{text}'");
    }
    let typed = text.parse::<f64>().is_ok()
        || ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"].contains(&text.to_lowercase().as_str());
    let sound = !text.is_empty()
        && text.trim() == text
        && !text.contains(|c: char| c.is_control())
        && !text.starts_with([
            '-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`',
        ])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(flow && text.contains([',', '[', ']', '{', '}', ':']));
    if sound && !typed && !quoted && !old.starts_with('"') { text.to_owned() } else { json(text) }
}

/// JSON strings are YAML strings.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A scalar's text without its quotes, as far as that is simple.
fn plain(text: &str) -> String {
    let text = text.trim();
    let quoted = text.len() > 1
        && (text.starts_with('"') && text.ends_with('"') || text.starts_with('\'') && text.ends_with('\''));
    if quoted { text[1..text.len() - 1].to_owned() } else { text.to_owned() }
}

/// A value on the line of its key, and the comment behind it with the space before it.
fn split_comment(text: &str) -> (&str, &str) {
    let trimmed = text.trim_start();
    let start = text.len() - trimmed.len();
    let closed = match trimmed.chars().next() {
        Some(sign @ ('"' | '\'')) => trimmed[1..].rfind(sign).map_or(0, |at| at + 2),
        Some('[') => trimmed.rfind(']').map_or(0, |at| at + 1),
        Some('#') => return ("", text.trim_end()),
        _ => 0,
    };
    match trimmed[closed..].find(" #").map(|at| start + closed + at) {
        Some(at) => (text[..at].trim(), &text[text[..at].trim_end().len()..]),
        None => (text.trim(), ""),
    }
}
