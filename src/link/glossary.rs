//! Reading the concept scheme: what is wrong in the file is reported beside the concepts that are right.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::Value;
use serde_yaml::Spanned;

use super::concepts::{Concept, Glossary};
use super::consistency::{self, DUPLICATE, Fault, MISSING};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::i18n::Lang;
use crate::source::Source;

/// The rule that every finding in the concept scheme belongs to.
pub const RULE: &str = "invalid-concepts";

const KEYS: [&str; 6] = ["id", "prefLabel", "altLabel", "definition", "broader", "related"];

impl Glossary {
    /// The concepts of `source`, a YAML list of concepts, and everything that is wrong with it (rule
    /// `invalid-concepts`): malformed YAML, unknown keys, ids that are missing or given twice, concepts without a
    /// `prefLabel`, `broader` and `related` that lead nowhere, to the concept itself or in a circle; labels that two concepts
    /// share (`duplicate-label`) or that a language lacks (`missing-label`). What can be used of a faulty concept is kept.
    pub fn parse(source: &Source) -> (Self, Vec<Diagnostic>) {
        let mut reader = Reader { source, findings: Vec::new() };
        let mut concepts = BTreeMap::new();
        let mut lines = BTreeMap::new();
        for (line, value) in reader.items() {
            let Some(concept) = reader.concept(&value, line) else { continue };
            if concepts.contains_key(&concept.id) {
                reader.report(line, "duplicate", &concept.id);
                continue;
            }
            lines.insert(concept.id.clone(), line);
            concepts.insert(concept.id.clone(), concept);
        }
        let known: BTreeSet<String> = concepts.keys().cloned().collect();
        for (id, concept) in &mut concepts {
            let line = lines.get(id).copied().unwrap_or(1);
            for list in [&mut concept.broader, &mut concept.related] {
                for unknown in list.iter().filter(|other| !known.contains(*other)) {
                    reader.report(line, "unknown", unknown);
                }
                list.retain(|other| known.contains(other));
            }
        }
        for (id, fault) in consistency::faults(&concepts) {
            reader.inconsistent(lines.get(&id).copied().unwrap_or(1), &id, fault);
        }
        reader.findings.sort();
        (Self { concepts }, reader.findings)
    }

    /// The glossary compiled into the program: the repository's own `content/concepts.yaml`.
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Glossary> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            let text = include_str!("../../content/concepts.yaml");
            Self::parse(&Source::new("concepts.yaml", "concepts.yaml", text)).0
        })
    }
}

struct Reader<'a> {
    source: &'a Source,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn report(&mut self, line: usize, variant: &'static str, value: &str) {
        let line = line.clamp(1, self.source.line_count().max(1));
        let width = if self.source.line_count() == 0 { 0 } else { self.source.line(line).chars().count() };
        let place = Place { line, column: 1, end_line: line, end_column: width + 1 };
        let mut finding = Diagnostic::new(RULE, &self.source.name, place).variant(variant).with("value", value);
        finding.severity = Severity::Error;
        self.findings.push(finding);
    }

    /// Reports what is wrong with the concept that begins on `line` beside the others.
    fn inconsistent(&mut self, line: usize, id: &str, fault: Fault) {
        let (rule, at, value) = match fault {
            Fault::Itself => return self.report(line, "itself", id),
            Fault::Circle(way) => return self.report(line, "circle", &way),
            Fault::Missing(lang) => (MISSING, line, lang.code().to_owned()),
            Fault::Duplicate(ref label, _) => (DUPLICATE, self.line_with(line, label), label.clone()),
        };
        let width = self.source.line(at).chars().count();
        let place = Place { line: at, column: 1, end_line: at, end_column: width + 1 };
        let finding = Diagnostic::new(rule, &self.source.name, place).with("value", value).with("concept", id);
        self.findings.push(match fault {
            Fault::Duplicate(_, other) => finding.with("other", other),
            _ => finding,
        });
    }

    /// The first line of the concept that begins at `start` that has this text.
    fn line_with(&self, start: usize, text: &str) -> usize {
        let next = self.next_item(start);
        (start..next).find(|&line| self.source.line(line).contains(text)).unwrap_or(start)
    }

    /// The line after the concept that begins at `start`.
    fn next_item(&self, start: usize) -> usize {
        let last = self.source.line_count();
        (start + 1..=last).find(|&line| self.source.line(line).starts_with('-')).unwrap_or(last + 1)
    }

    /// The elements of the list, each with its line.
    fn items(&mut self) -> Vec<(usize, Value)> {
        if self.source.text.trim().is_empty() {
            return Vec::new();
        }
        match serde_yaml::from_str::<Vec<Spanned<Value>>>(&self.source.text) {
            Ok(items) => items.into_iter().map(|item| (item.referenced.line() as usize, item.value)).collect(),
            Err(error) => {
                let line = error.location().map_or(1, |location| location.line() as usize);
                let message = error.without_snippet().to_string();
                self.report(line, "malformed", message.lines().next().unwrap_or_default());
                Vec::new()
            }
        }
    }

    /// One concept, or `None` where it cannot even be named.
    fn concept(&mut self, value: &Value, line: usize) -> Option<Concept> {
        let Some(map) = value.as_object() else {
            self.report(line, "malformed", &value.to_string());
            return None;
        };
        for key in map.keys().filter(|key| !KEYS.contains(&key.as_str())) {
            let at = self.line_of_key(line, key);
            self.report(at, "key", key);
        }
        let Some(id) = map.get("id").and_then(scalar).filter(|id| !id.is_empty()) else {
            self.report(line, "id", "");
            return None;
        };
        let pref_label = self.by_language(map.get("prefLabel"), line, scalar);
        if pref_label.is_empty() {
            self.report(line, "label", &id);
        }
        Some(Concept {
            pref_label,
            alt_label: self.by_language(map.get("altLabel"), line, list),
            definition: self.by_language(map.get("definition"), line, scalar),
            broader: map.get("broader").and_then(list).unwrap_or_default(),
            related: map.get("related").and_then(list).unwrap_or_default(),
            id,
        })
    }

    fn by_language<T>(
        &mut self,
        value: Option<&Value>,
        line: usize,
        read: impl Fn(&Value) -> Option<T>,
    ) -> BTreeMap<Lang, T> {
        let mut out = BTreeMap::new();
        for (code, value) in value.and_then(Value::as_object).into_iter().flatten() {
            match (Lang::from_code(code), read(value)) {
                (Some(lang), Some(value)) => drop(out.insert(lang, value)),
                (None, _) => {
                    let at = self.line_of_key(line, code);
                    self.report(at, "key", code);
                }
                (Some(_), None) => self.report(line, "malformed", code),
            }
        }
        out
    }

    /// The line of a key of the concept that begins at `start`: YAML values keep no place of their own.
    fn line_of_key(&self, start: usize, key: &str) -> usize {
        let named = |line: &str| line.trim_start_matches([' ', '-', '"', '\'']).strip_prefix(key).is_some();
        (start..self.next_item(start)).find(|&line| named(self.source.line(line))).unwrap_or(start)
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        // `404` in a list of labels is a name, not a quantity.
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn list(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Array(items) => items.iter().map(scalar).collect(),
        Value::Null => Some(Vec::new()),
        single => scalar(single).map(|text| vec![text]),
    }
}
