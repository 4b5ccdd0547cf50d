//! SQL by two parsers, since no one knows every dialect: what SQLite's own or the highlighter's grammar takes is fine.

use std::sync::OnceLock;

use regex::Regex;
use rusqlite::{Connection, Error};
use tree_sitter_sequel::LANGUAGE;

use super::{Fault, What, snippet, tree};
use crate::text::nearest;

/// What the statements begin with that both parsers know.
const VERBS: [&str; 9] = ["select", "insert", "update", "delete", "with", "create", "alter", "drop", "explain"];

/// What `create`, `alter` and `drop` are followed by in the statements that both know.
const OBJECTS: [&str; 8] = ["table", "index", "unique", "view", "materialized", "temporary", "temp", "or"];

/// Words of programs in SQL and of dialects that nothing here knows: their blocks are left alone.
const FOREIGN: [&str; 12] = [
    "delimiter",
    "declare",
    "begin",
    "function",
    "procedure",
    "trigger",
    "top",
    "pivot",
    "connect",
    "language",
    "copy",
    "merge",
];

/// Words at which SQLite stops though a dialect may go on: what is told must not be a dialect.
const DIALECTS: &str = "
    add after against algorithm all always any apply array as at authorization auto_increment autoinc cascade change
    charset clone clustered cluster collate column comment compression concurrently constraint cube data disable distkey
    distribute enable encode enforced engine exclude external fetch first following force for format forced generated
    global hint identity ignore include index inherit inherits initially interval invisible key last lateral like local
    location lock logged match materialized maxvalue modify nocheck nologging not nowait nulls of offset on only
    option ordinality overriding owner parallel partition period persisted policy precision prior procedural
    qualify range read recursive rename replica reset restart restrict returning rollup row rows sample schema separator
    sequence set sets share skip sortkey sounds start statistics stored storage straight_join system system_time system_versioning
    tables tablesample tablespace tag temporary text ties time to truncate ttl type unlogged unnest update use using
    valid validate value values verbose versioning visible warehouse watermark window with within without zone
";

/// The first statement that no parser takes, in no reading of it.
pub fn fault(code: &str) -> Option<Fault> {
    let lower = code.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric() && c != '_');
    if code.contains('@') || words().any(|word| FOREIGN.contains(&word)) {
        return None;
    }
    statements(code).into_iter().find_map(|(start, statement)| {
        let statement = common(statement);
        let first = first_words(&statement);
        let verb = first.first()?;
        if !VERBS.contains(&verb.as_str()) {
            let near = nearest(verb, VERBS)?;
            let at = start + statement.len() - statement.trim_start().len();
            let written = code.get(at..at + verb.len())?;
            let slip = first.len() > 1 && near.len() > 3 && written.eq_ignore_ascii_case(verb);
            return slip.then(|| Fault { at, what: What::Unexpected(written.to_owned()) });
        }
        let schema = matches!(verb.as_str(), "create" | "alter" | "drop");
        if schema && !first.get(1).is_some_and(|object| OBJECTS.contains(&object.as_str())) {
            return None;
        }
        let readings = snippet::readings(&statement);
        if readings.iter().any(|text| tree::parses(LANGUAGE, text)) {
            return None;
        }
        let connection = Connection::open_in_memory().ok()?;
        if readings.iter().any(|text| refused(&connection, text).is_none()) {
            return None;
        }
        let (at, what) = refused(&connection, readings.last()?)?;
        (!may_be_dialect(&what)).then_some(Fault { at: start + at, what })
    })
}

/// A statement, as long as before, without comments and what dialects add to what all have: typed strings, casts, locks of rows.
fn common(statement: &str) -> String {
    static PARTS: OnceLock<Regex> = OnceLock::new();
    let pattern = r"(?i)'[^']*'|--[^\n]*|/\*(?s:.)*?\*/|\b(?:interval|date|time|timestamp|timestamptz)\s+('[^']*')|::\s*\w+(?:\(\d+\))?(?:\[\])?|\bfor\s+(?:no\s+key\s+)?(?:update|share|key\s+share)\b(?:\s+of\s+\w+)?(?:\s+(?:skip\s+locked|nowait))?";
    let parts = PARTS.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    let plain = |found: &regex::Captures<'_>| match (found.get(1), &found[0]) {
        (Some(string), all) => format!("{}{}", " ".repeat(all.len() - string.len()), string.as_str()),
        (None, string) if string.starts_with('\'') => string.to_owned(),
        (None, all) => " ".repeat(all.len()),
    };
    parts.replace_all(statement, plain).into_owned()
}

/// Whether what SQLite does not want may be that of another dialect: its words, the list after them, its signs.
fn may_be_dialect(what: &What) -> bool {
    let What::Unexpected(token) = what else { return false };
    let word = token.to_lowercase();
    let sign = !word.starts_with([',', ')', '=']) && !word.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    sign || DIALECTS.split_whitespace().any(|known| known == word)
}

/// The words that a statement begins with, in lower case.
fn first_words(statement: &str) -> Vec<String> {
    let words = statement.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty()).take(2).map(str::to_lowercase).collect()
}

/// Where SQLite stops reading a statement; nothing where it reads it to the end, whatever it lacks.
fn refused(connection: &Connection, statement: &str) -> Option<(usize, What)> {
    match connection.prepare(statement) {
        Err(Error::SqlInputError { msg, offset, .. })
            if msg.contains("syntax error") || msg.contains("unrecognized token") =>
        {
            let at = usize::try_from(offset).unwrap_or_default().min(statement.len());
            let near = msg.split('"').nth(1).unwrap_or_default();
            Some((at, What::Unexpected(near.to_owned())))
        }
        Err(Error::SqlInputError { msg, .. }) if msg.contains("incomplete input") => {
            Some((statement.trim_end().rfind(char::is_whitespace).map_or(0, |at| at + 1), What::Other))
        }
        _ => None,
    }
}

/// The statements of some code with their first bytes, cut at the semicolons outside of strings and comments.
fn statements(code: &str) -> Vec<(usize, &str)> {
    let bytes = code.as_bytes();
    let (mut out, mut start, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let rest = &code[at..];
        let skip = |open: usize, mark: &str| rest[open..].find(mark).map_or(rest.len(), |end| open + end + mark.len());
        at += match bytes[at] {
            quote @ (b'\'' | b'"' | b'`') => skip(1, char::from(quote).encode_utf8(&mut [0; 4])),
            b'-' if rest.starts_with("--") => skip(2, "\n"),
            b'/' if rest.starts_with("/*") => skip(2, "*/"),
            b';' => {
                out.push((start, &code[start..at]));
                start = at + 1;
                1
            }
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
    }
    out.push((start, &code[start..]));
    out.retain(|(_, statement)| !statement.trim().is_empty());
    out
}
