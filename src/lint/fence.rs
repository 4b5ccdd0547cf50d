//! The labelled code of a document, and which language it is in when that is not what its label says.

use std::cell::OnceCell;
use std::sync::OnceLock;

use regex::Regex;

use super::code::{self, Fault};
use super::code_language::guess;
use super::context::Document;
use crate::diagnostic::Place;
use crate::source::LineSpan;

/// Code in a fence that names its language.
pub struct Fence<'a> {
    /// The first word after the opening marks.
    pub label: &'a str,
    /// All that is after the opening marks.
    pub info: &'a str,
    /// The lines inside, without the indentation that they share.
    pub code: String,
    /// How many characters of every line that indentation is.
    indent: usize,
    /// The line of the opening marks.
    line: usize,
}

/// The labelled fences of `document` that are part of a question or an answer.
pub fn fences(document: &Document) -> impl Iterator<Item = Fence<'_>> {
    document.parsed.drafts.iter().flat_map(|draft| &draft.code).filter(|code| code.fenced).filter_map(|code| {
        let label = code.lang.as_deref()?;
        let opening = document.source.line(code.lines.start);
        // In a quotation every line has its sign before it.
        let info = opening.trim_start().strip_prefix(['`', '~'])?.trim_start_matches(['`', '~']).trim();
        let closed = document.source.line(code.lines.end).trim().trim_start_matches(['`', '~']).is_empty();
        let last = code.lines.end - usize::from(closed && code.lines.end > code.lines.start);
        let text = document.text(LineSpan::new(code.lines.start + 1, last));
        let (code_text, indent) = dedent(&text);
        Some(Fence { label, info, code: code_text, indent, line: code.lines.start })
    })
}

impl Fence<'_> {
    /// The place of the word that begins at byte `at` of the code.
    pub fn place(&self, document: &Document, at: usize) -> Place {
        let before = &self.code[..at];
        let line = before.matches('\n').count();
        let column = self.indent + before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let line = (self.line + 1 + line).min(document.source.line_count());
        let word = self.code[at..].chars().take_while(|c| c.is_alphanumeric()).count().max(1);
        Place { line, column, end_line: line, end_column: column + word }
    }

    /// The last paragraph before the fence.
    pub fn announcement(&self, document: &Document) -> String {
        let line = |line: &usize| document.source.line(*line).trim();
        let above = (1..self.line).rev().skip_while(|at| line(at).is_empty() || line(at).starts_with("<!--"));
        let paragraph: Vec<&str> =
            above.map(|at| document.source.line(at).trim()).take_while(|text| !text.is_empty()).collect();
        paragraph.join(" ")
    }

    /// The place of the label.
    pub fn label_place(&self, document: &Document) -> Place {
        let opening = document.source.line(self.line);
        let start = opening.find(self.label).unwrap_or_default();
        let column = opening[..start].chars().count() + 1;
        Place { line: self.line, column, end_line: self.line, end_column: column + self.label.chars().count() }
    }

    /// The language that the code is in, when its label names another and the code is not in that; else what is wrong with it
    /// as what its label says. Parsing is most of the work, so that both are told at once.
    pub fn judged(&self) -> (Option<&'static str>, Option<Fault>) {
        let label = self.label.to_ascii_lowercase();
        if !code::known(&label) || self.code.trim().is_empty() {
            return (None, None);
        }
        let fault = OnceCell::new();
        let fault = || fault.get_or_init(|| code::fault(&label, &self.code));
        match self.mismatch(&label, || fault().is_some()) {
            Some(lang) => (Some(lang), None),
            None => (None, fault().clone()),
        }
    }

    fn mismatch(&self, label: &str, at_fault: impl Fn() -> bool) -> Option<&'static str> {
        let script = matches!(label, "javascript" | "js" | "jsx" | "mjs" | "node" | "typescript" | "ts" | "tsx");
        // `PUT /users/7` is a division to a tolerant grammar, so its errors would not tell.
        if is_http(&self.code) && (script || at_fault()) {
            return Some("http");
        }
        let json = self.code.trim_start().starts_with(['{', '[']) && code::fault("json", &self.code).is_none();
        if json && script && is_object(&self.code) {
            return Some("json");
        }
        if !at_fault() {
            return None;
        }
        if json {
            return Some("json");
        }
        if is_session(&self.code) && !matches!(label, "bash" | "sh" | "shell" | "zsh") {
            return Some("bash");
        }
        let other = guess(&self.code).filter(|other| code::known(other))?;
        (code::fault(other, &self.code).is_none() && is_telling(other, &self.code)).then_some(other)
    }
}

/// Whether there is a request line or a status line outside of quoted text.
fn is_http(code: &str) -> bool {
    static LINE: OnceLock<Regex> = OnceLock::new();
    let pattern = r"(?m)^[ \t]*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) +(?:/|https?://|\{\w+\})\S*(?: +HTTP/[\d.]+)?|HTTP/[\d.]+ +[1-5]\d\d\b[^;{}()]*)[ \t]*$";
    let line = LINE.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    line.find_iter(code).any(|found| {
        let before = &code[..found.start()];
        let quoted = before.matches('`').count() % 2 == 1 || before.matches("\"\"\"").count() % 2 == 1;
        !quoted && before.matches("/*").count() <= before.matches("*/").count()
    })
}

/// An object with members, as JSON writes it and nobody else.
fn is_object(code: &str) -> bool {
    let value = serde_json::from_str::<serde_json::Value>(code);
    value.is_ok_and(|value| value.as_object().is_some_and(|members| !members.is_empty()))
}

/// Whether every line that says something is a command as one types it.
fn is_session(code: &str) -> bool {
    static COMMAND: OnceLock<Regex> = OnceLock::new();
    let pattern = r"^(?:\$ \S|#|(?:sudo|npm|npx|yarn|pnpm|docker|docker-compose|kubectl|curl|git|cargo|pip3?|apt(?:-get)?|brew|cd|mkdir) +[\w./:@-])";
    let command = COMMAND.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    let mut said = code.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).peekable();
    said.peek().is_some_and(|first| command.is_match(first))
        && (code.lines().any(|line| line.trim_start().starts_with("$ ")) || said.all(|line| command.is_match(line)))
}

/// Whether code that parses in a language is telling of it: most text is a scalar of YAML, or words of a shell.
fn is_telling(lang: &str, code: &str) -> bool {
    let said: Vec<&str> =
        code.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    match lang {
        "yaml" => {
            let keyed = |line: &&&str| line.starts_with("- ") || line.ends_with(':') || line.contains(": ");
            said.len() >= 2 && said.iter().filter(keyed).count() == said.len()
        }
        "bash" => is_session(code),
        // `let` and `const` are words of other languages too.
        "javascript" | "typescript" => {
            ["=>", "function", "console.", "require(", "===", "document."].iter().any(|sign| code.contains(sign))
        }
        _ => true,
    }
}

/// `text` without the white space that begins all its lines, and how many characters that is.
fn dedent(text: &str) -> (String, usize) {
    let said = || text.lines().filter(|line| !line.trim().is_empty());
    let blank = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let first = said().next().unwrap_or_default();
    let shared = said().fold(&first[..blank(first)], |shared, line| {
        let same = shared.bytes().zip(line.bytes()).take_while(|(a, b)| a == b).count();
        &shared[..same]
    });
    let lines: Vec<&str> =
        text.split('\n').map(|line| line.strip_prefix(shared).unwrap_or(line.trim_start())).collect();
    (lines.join("\n"), shared.len())
}
