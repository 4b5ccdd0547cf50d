//! JSON and YAML, by the parsers that the tool reads data with.

use std::sync::OnceLock;

use regex::Regex;
use serde::de::IgnoredAny;

use super::{Fault, What, snippet, tree};

/// JSON, one value or several; with comments, commas after the last member, and the fields of an object without its braces.
pub fn json(code: &str) -> Option<Fault> {
    let first = json_fault(code)?;
    let goes_on = code.trim_end().ends_with(['…', '.']);
    for text in snippet::readings(code) {
        let text = relaxed(&text);
        if goes_on && values(&text).find_map(Result::err).is_some_and(|error| error.is_eof()) {
            return None;
        }
        if json_fault(&text).is_none() || json_fault(&format!("{{{}}}", text.trim().trim_end_matches(','))).is_none() {
            return None;
        }
    }
    // Comments are not what is wrong.
    Some(json_fault(&relaxed(code)).unwrap_or(first))
}

fn values(code: &str) -> impl Iterator<Item = serde_json::Result<IgnoredAny>> {
    serde_json::Deserializer::from_str(code).into_iter::<IgnoredAny>()
}

fn json_fault(code: &str) -> Option<Fault> {
    let error = values(code).find_map(Result::err)?;
    let start: usize = code.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut at = (start + error.column().saturating_sub(1)).min(code.len());
    while !code.is_char_boundary(at) {
        at -= 1;
    }
    if error.is_eof() {
        // What the end misses is what was opened last.
        let open = code.rfind(['{', '[', '"']).unwrap_or(0);
        return Some(unclosed(code).unwrap_or(Fault { at: open, what: What::Unexpected(token(&code[open..])) }));
    }
    Some(Fault { at, what: What::Unexpected(token(&code[at..])) })
}

/// The innermost bracket that is open at the end.
fn unclosed(code: &str) -> Option<Fault> {
    let (mut open, mut quoted, mut escaped) = (Vec::new(), false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => open.push((at, c)),
            '}' | ']' if !quoted => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop().map(|(at, c)| Fault { at, what: What::Unclosed(c.to_string()) })
}

/// The first token of `rest`, as it is shown.
fn token(rest: &str) -> String {
    let end = match rest.strip_prefix('"') {
        Some(inside) => inside.find(['"', '\n']).map_or(rest.len(), |at| at + 2),
        None => rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()),
    };
    let end = end.max(rest.chars().next().map_or(0, char::len_utf8)).min(rest.len());
    rest.get(..end).unwrap_or_default().trim_end().to_owned()
}

/// JSON without comments and last commas, and with values for what is to be put in; as long as before.
fn relaxed(code: &str) -> String {
    static PARTS: OnceLock<Regex> = OnceLock::new();
    let pattern = r#""(?:[^"\\\n]|\\.)*"|//[^\n]*|#[^\n]*|/\*[\s\S]*?\*/|\bx +|\bx\b"#;
    let parts = PARTS.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    let text = parts.replace_all(code, |found: &regex::Captures<'_>| {
        let part = &found[0];
        if part.starts_with('"') {
            return part.to_owned();
        }
        let blank = |c: char| if c == '\n' { "\n".to_owned() } else { " ".repeat(c.len_utf8()) };
        if part.starts_with('x') { format!("{:<1$}", "0", part.len()) } else { part.chars().map(blank).collect() }
    });
    static COMMA: OnceLock<Regex> = OnceLock::new();
    let comma =
        COMMA.get_or_init(|| Regex::new(r#"("(?:[^"\\\n]|\\.)*")|,(\s*(?:,\s*)*[}\]])"#).expect("a valid pattern"));
    comma
        .replace_all(&text, |found: &regex::Captures<'_>| match found.get(1) {
            Some(string) => string.as_str().to_owned(),
            None => format!(" {}", found[2].replace(',', " ")),
        })
        .into_owned()
}

/// YAML, one document or several.
pub fn yaml(code: &str) -> Option<Fault> {
    let first = yaml_fault(code)?;
    // The reader of data wants to know what a tag such as `!radians` means; the grammar does not.
    let parses = |text: &String| yaml_fault(text).is_none() || tree::parses(tree_sitter_yaml::LANGUAGE, text);
    (!snippet::readings(code).iter().any(parses)).then_some(first)
}

fn yaml_fault(code: &str) -> Option<Fault> {
    let options = serde_yaml::options! { duplicate_keys: serde_yaml::options::DuplicateKeyPolicy::LastWins };
    let error = serde_yaml::from_multiple_with_options::<IgnoredAny>(code, options).err()?;
    let (line, column) = error.location().map_or((1, 1), |place| (place.line() as usize, place.column() as usize));
    let start: usize = code.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = code.get(start..).unwrap_or_default();
    let ahead: usize = rest.chars().take_while(|&c| c != '\n').take(column.saturating_sub(1)).map(char::len_utf8).sum();
    let at = (start + ahead).min(code.len());
    Some(Fault { at, what: What::Unexpected(token(&code[at..])) })
}
