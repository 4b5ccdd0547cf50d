//! Front matter: what a document says of all its questions, or of its only one.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::block::{BlockKind, Document};
use super::draft::{Field, FieldName, Parsed};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::{LineSpan, Source};
use crate::text::nearest;

/// The keys of front matter and of data records, with the field that each gives.
pub const KNOWN_KEYS: &[(&str, FieldName)] = &[
    ("id", FieldName::Id),
    ("lang", FieldName::Lang),
    ("kind", FieldName::Kind),
    ("question", FieldName::Question),
    ("context", FieldName::Context),
    ("answer", FieldName::Answer),
    ("status", FieldName::Status),
    ("topic", FieldName::Topic),
    ("section", FieldName::Section),
    ("difficulty", FieldName::Difficulty),
    ("tags", FieldName::Tag),
    ("concepts", FieldName::Concept),
    ("aliases", FieldName::Alias),
];

/// The keys that front matter may have: those of a record but for what the document itself says.
fn is_front_matter_key(name: FieldName) -> bool {
    !matches!(name, FieldName::Question | FieldName::Answer)
}

/// The key with the findings that the document may have, each with its reason; it says nothing of questions.
pub const ALLOW: &str = "allow";

/// What some call these keys: suggested, never read.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("alias", "aliases"),
    ("category", "topic"),
    ("concept", "concepts"),
    ("difficulte", "difficulty"),
    ("difficulté", "difficulty"),
    ("keywords", "tags"),
    ("language", "lang"),
    ("langue", "lang"),
    ("level", "difficulty"),
    ("niveau", "difficulty"),
    ("notions", "concepts"),
    ("redirect_from", "aliases"),
    ("slug", "id"),
    ("theme", "topic"),
    ("type", "kind"),
    ("étiquettes", "tags"),
];

/// The key that was probably meant by one that is not known.
fn meant(key: &str) -> Option<&'static str> {
    let near = nearest(key, known_keys().chain(OTHER_NAMES.iter().map(|(name, _)| *name)))?;
    Some(OTHER_NAMES.iter().find(|(name, _)| *name == near).map_or(near, |(_, known)| known))
}

fn known_keys() -> impl Iterator<Item = &'static str> {
    let fields = KNOWN_KEYS.iter().filter(|(_, field)| is_front_matter_key(*field));
    fields.map(|(name, _)| *name).chain([ALLOW])
}

/// Whether a word is a key of front matter.
pub fn is_key(word: &str) -> bool {
    word == ALLOW || KNOWN_KEYS.iter().any(|(name, field)| *name == word && is_front_matter_key(*field))
}

/// A value of front matter: one string or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Several.
    Many(Vec<Value>),
    /// Named ones, which no key of a question has.
    Named(BTreeMap<String, Value>),
    /// Truth values, as YAML reads `yes`.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// A number.
    Float(f64),
    /// A string.
    Text(String),
    /// Nothing.
    Nothing(()),
}

impl Value {
    /// Whether there are names where only words may stand.
    fn has_names(&self) -> bool {
        match self {
            Self::Many(values) => values.iter().any(Value::has_names),
            Self::Named(names) => !names.is_empty(),
            _ => false,
        }
    }

    /// The strings that this is, flattened.
    pub fn strings(&self) -> Vec<String> {
        match self {
            Self::Many(values) => values.iter().flat_map(Value::strings).collect(),
            Self::Bool(value) => vec![value.to_string()],
            Self::Number(value) => vec![value.to_string()],
            Self::Float(value) => vec![value.to_string()],
            Self::Text(value) => vec![value.clone()],
            Self::Named(_) | Self::Nothing(()) => Vec::new(),
        }
    }
}

/// The place of a whole line.
pub fn line_place(source: &Source, line: usize) -> Place {
    let line = line.clamp(1, source.line_count().max(1));
    let text = if source.line_count() == 0 { "" } else { source.line(line) };
    let start = text.chars().take_while(|c| c.is_whitespace()).count() + 1;
    Place { line, column: start, end_line: line, end_column: text.trim_end().chars().count() + 1 }
}

/// Whether a document's front matter has a key that says something about questions.
pub fn speaks_of_questions(document: &Document<'_>, block: &super::block::Block) -> bool {
    let keys = document.text(block).lines().filter_map(|line| line.split_once(':')).map(|(key, _)| key.trim());
    let telling = |key: &str| {
        KNOWN_KEYS.iter().any(|(name, field)| *name == key && is_front_matter_key(*field) && *field != FieldName::Lang)
    };
    keys.into_iter().any(telling)
}

/// Whether a document's front matter gives an id.
pub fn names_one(document: &Document<'_>, block: &super::block::Block) -> bool {
    document.text(block).lines().any(|line| line.starts_with("id:"))
}

/// Gives the keys of front matter to the drafts, where they do not say it themselves: to all of a document, or to the one
/// that it stands above where every entry has its own.
pub fn apply(document: &Document<'_>, parsed: &mut Parsed) {
    let own: Vec<usize> =
        (0..document.blocks.len()).filter(|&at| document.blocks[at].kind == BlockKind::FrontMatter).collect();
    for &at in &own {
        let next = document.next_solid(at + 1, document.blocks.len()).map(|next| document.blocks[next].lines.start);
        let below = parsed.drafts.iter().position(|draft| Some(draft.lines.start) == next);
        match below.filter(|_| own.len() > 1) {
            Some(draft) => give(document, at, draft..draft + 1, parsed),
            None => give(document, at, 0..parsed.drafts.len(), parsed),
        }
    }
    if own.is_empty() {
        unclosed(document, parsed);
    }
}

/// Front matter that nobody closed is text, and its keys are lost: that must not go unsaid.
fn unclosed(document: &Document<'_>, parsed: &mut Parsed) {
    let source = document.source;
    let Some(first) = (1..=source.line_count()).find(|&line| !source.line(line).trim().is_empty()) else { return };
    let opens = source.line(first).trim() == "---" && first < source.line_count();
    if opens && source.line(first + 1).split_once(':').is_some_and(|(key, _)| is_key(key.trim())) {
        let found = Diagnostic::new("invalid-data", &source.name, line_place(source, first));
        parsed.diagnostics.push(Diagnostic { severity: Severity::Error, ..found }.variant("front-matter-open"));
    }
}

/// Gives the keys of the front matter in block `at` to some of the drafts.
fn give(document: &Document<'_>, at: usize, drafts: std::ops::Range<usize>, parsed: &mut Parsed) {
    let block = &document.blocks[at];
    let source = document.source;
    if source.line(block.lines.start).trim() != "---" {
        return;
    }
    let text = document.text(block);
    let keys: BTreeMap<String, Value> = match serde_yaml::from_str(text) {
        Ok(keys) => keys,
        Err(error) => {
            let inside = error.location().map_or(0, |at| at.line() as usize);
            let place = line_place(source, block.lines.start + inside);
            let reason = error.to_string().lines().next().unwrap_or_default().to_owned();
            parsed.diagnostics.push(
                Diagnostic { severity: Severity::Error, ..Diagnostic::new("invalid-data", &source.name, place) }
                    .variant("front-matter")
                    .with("reason", reason),
            );
            return;
        }
    };
    for (key, value) in keys.iter().filter(|(key, _)| key.as_str() != ALLOW) {
        let line = key_line(source, block.lines, key);
        let lines = LineSpan::new(line, line);
        let known = KNOWN_KEYS.iter().find(|(name, field)| name == key && is_front_matter_key(*field));
        let Some(&(_, name)) = known else {
            let near = meant(key);
            let mut place = line_place(source, line);
            place.end_column = place.column + key.chars().count();
            let found = Diagnostic {
                severity: Severity::Error,
                ..Diagnostic::new("unknown-front-matter-key", &source.name, place)
            };
            let found = match near {
                Some(near) => found.variant("near").with("near", near),
                None => found,
            };
            parsed.diagnostics.push(found.with("key", key.as_str()));
            continue;
        };
        if value.has_names() {
            let found = Diagnostic::new("invalid-data", &source.name, line_place(source, line));
            let found = Diagnostic { severity: Severity::Error, ..found }.variant("front-matter");
            parsed.diagnostics.push(found.with("reason", source.line(line).trim()));
            continue;
        }
        let single = matches!(name, FieldName::Id);
        if single && drafts.len() != 1 {
            continue;
        }
        for draft in &mut parsed.drafts[drafts.clone()] {
            let list = matches!(name, FieldName::Tag | FieldName::Concept | FieldName::Alias);
            if !list && draft.field(name).is_some() && name != FieldName::Section {
                continue;
            }
            for value in value.strings() {
                draft.fields.push(Field { name, value, lines, pieces: Vec::new() });
            }
        }
    }
}

/// The line of the front matter on which a key stands.
fn key_line(source: &Source, lines: LineSpan, key: &str) -> usize {
    (lines.start..=lines.end)
        .find(|&line| {
            let text = source.line(line).trim_start().trim_start_matches(['"', '\'']);
            text.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
        })
        .unwrap_or(lines.start)
}
