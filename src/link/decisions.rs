//! Decisions of people about links: `content/links.yaml`, which wins over the scores.
//!
//! `parse` reads the file; what names an entry can be checked only once every entry has its id, so that `apply` does.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use serde_yaml::Spanned;

use super::library::{Evidence, Library, Link, LinkKind};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::i18n::Lang;
use crate::identity::Lock;
use crate::normalise::Entry;
use crate::source::Source;
use crate::text::nearest;

/// The rule of what is wrong with the file.
const INVALID: &str = "invalid-links";
/// The rule of decisions that change nothing.
const STALE: &str = "stale-decision";

/// What two are that are the same question in two languages, and are to stay so.
const TRANSLATION: &str = "translation";

const KEYS: [&str; 4] = ["a", "b", "kind", "reason"];

/// What a decision says, with the kind that it gives.
const KINDS: [(&str, Option<LinkKind>); 5] = [
    ("same", Some(LinkKind::Same)),
    (TRANSLATION, Some(LinkKind::Same)),
    ("close", Some(LinkKind::Close)),
    ("related", Some(LinkKind::Related)),
    ("none", None),
];

/// What somebody decided about two entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// One entry's id.
    pub a: String,
    /// The other's.
    pub b: String,
    /// The kind of their link; `None` says that there is none.
    pub kind: Option<LinkKind>,
    /// Whether one is the translation of the other, so that neither is to change without the other.
    pub translation: bool,
    /// Why.
    pub reason: String,
    /// Where it stands in the file.
    #[serde(skip)]
    place: Option<Place>,
}

/// The decisions of a file, in its order.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// The file's shown name.
    path: String,
    list: Vec<Decision>,
}

impl Decisions {
    /// The decisions in `source`, a YAML list of `{a, b, kind, reason}`, and what is wrong with it (rule
    /// `invalid-links`): malformed YAML, unknown keys and kinds, missing ids and reasons, an entry and itself. A decision
    /// without a reason is kept.
    pub fn parse(source: &Source) -> (Self, Vec<Diagnostic>) {
        let mut reader = Reader { source, findings: Vec::new() };
        let mut list = Vec::new();
        let items = reader.items();
        for (at, (line, value)) in items.iter().enumerate() {
            let end = items.get(at + 1).map_or(source.line_count() + 1, |(next, _)| *next).max(line + 1);
            list.extend(reader.decision(value, *line..end));
        }
        reader.findings.sort();
        (Self { path: source.name.clone(), list }, reader.findings)
    }

    /// Makes the links of `library` what was decided, and says which decisions name no entry or decide a pair again
    /// (`invalid-links`) or change nothing (`stale-decision`). Old ids lead where their pages lead.
    ///
    /// Confirming a link that the scores are in doubt about is no stale decision: it keeps the link as it is.
    pub fn apply(self, library: &mut Library, lock: &Lock) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let mut decided: BTreeMap<(String, String), Decision> = BTreeMap::new();
        let mut links: BTreeMap<(String, String), Link> = std::mem::take(&mut library.links)
            .into_iter()
            .map(|link| ((link.a.clone(), link.b.clone()), link))
            .collect();
        let names = Names::new(library, lock);
        let langs: BTreeMap<&str, Lang> = library.entries.iter().map(|entry| (entry.id.as_str(), entry.lang)).collect();
        for decision in self.list {
            let found = [&decision.a, &decision.b].map(|id| names.resolve(id));
            let report =
                |rule, variant, value: &str| finding(rule, &self.path, decision.place, variant).with("value", value);
            let [Named::Live(a), Named::Live(b)] = found else {
                for (named, id) in found.into_iter().zip([&decision.a, &decision.b]) {
                    match named {
                        Named::Live(_) => {}
                        Named::Retired => findings.push(report(STALE, "retired", id)),
                        Named::Unknown(near) => {
                            let variant = if near.is_some() { "near" } else { "unknown" };
                            findings.push(report(INVALID, variant, id).with("near", near.unwrap_or_default()));
                        }
                    }
                }
                continue;
            };
            let pair = if a <= b { (a, b) } else { (b, a) };
            if pair.0 == pair.1 || decided.contains_key(&pair) {
                let variant = if pair.0 == pair.1 { "self" } else { "again" };
                findings.push(report(INVALID, variant, &decision.b).with("other", decision.a.as_str()));
                continue;
            }
            if decision.translation && langs.get(pair.0.as_str()) == langs.get(pair.1.as_str()) {
                findings.push(report(INVALID, "language", &decision.b).with("other", decision.a.as_str()));
                continue;
            }
            match (decision.kind, links.get(&pair)) {
                (Some(kind), Some(link)) if link.kind == kind && !link.doubtful && !decision.translation => {
                    findings.push(report(STALE, "given", &decision.b).with("other", decision.a.as_str()));
                }
                (None, None) => findings.push(report(STALE, "absent", &decision.b).with("other", decision.a.as_str())),
                _ => {}
            }
            match decision.kind {
                Some(kind) => drop(links.insert(pair.clone(), link(&pair, kind, &decision.reason))),
                None => drop(links.remove(&pair)),
            }
            let (a, b) = pair.clone();
            decided.insert(pair, Decision { a, b, ..decision });
        }
        library.links = links.into_values().collect();
        library.decisions = decided.into_values().collect();
        findings.sort();
        findings
    }
}

/// A link that somebody decided on: certain, and for that reason alone.
fn link((a, b): &(String, String), kind: LinkKind, reason: &str) -> Link {
    let evidence = vec![Evidence { signal: "decision", value: reason.to_owned(), weight: 1.0 }];
    Link { a: a.clone(), b: b.clone(), kind, score: 1.0, evidence, doubtful: false }
}

/// What an id of the file names.
enum Named {
    /// The entry of this id.
    Live(String),
    /// A question that is no longer there.
    Retired,
    /// Nothing; the id that was probably meant.
    Unknown(Option<String>),
}

/// What ids name, old ones too.
struct Names<'a> {
    entries: BTreeMap<&'a str, &'a str>,
    lock: &'a Lock,
}

impl<'a> Names<'a> {
    fn new(library: &'a Library, lock: &'a Lock) -> Self {
        let aliases = |entry: &'a Entry| entry.aliases.iter().map(|alias| (alias.as_str(), entry.id.as_str()));
        let mut entries: BTreeMap<&str, &str> = library.entries.iter().flat_map(aliases).collect();
        // An id goes before an old one.
        entries.extend(library.entries.iter().map(|entry| (entry.id.as_str(), entry.id.as_str())));
        Self { entries, lock }
    }

    fn resolve(&self, id: &str) -> Named {
        match self.entries.get(id) {
            Some(live) => Named::Live((*live).to_owned()),
            None if self.lock.records.contains_key(id) => Named::Retired,
            None => Named::Unknown(nearest(id, self.entries.keys().copied()).map(str::to_owned)),
        }
    }
}

fn finding(rule: &'static str, path: &str, place: Option<Place>, variant: &'static str) -> Diagnostic {
    let place = place.unwrap_or(Place { line: 1, column: 1, end_line: 1, end_column: 1 });
    let severity = if rule == INVALID { Severity::Error } else { Severity::Warning };
    Diagnostic { severity, ..Diagnostic::new(rule, path, place).variant(variant) }
}

struct Reader<'a> {
    source: &'a Source,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn report(&mut self, place: Place, variant: &'static str, value: &str) -> &mut Diagnostic {
        self.findings.push(finding(INVALID, &self.source.name, Some(place), variant).with("value", value));
        self.findings.last_mut().expect("one was just added")
    }

    /// The elements of the list, each with its line.
    fn items(&mut self) -> Vec<(usize, Value)> {
        // Nothing but comments is no decision yet.
        if self.source.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Vec::new();
        }
        match serde_yaml::from_str::<Vec<Spanned<Value>>>(&self.source.text) {
            Ok(items) => items.into_iter().map(|item| (item.referenced.line() as usize, item.value)).collect(),
            Err(error) => {
                let line = error.location().map_or(1, |location| location.line() as usize);
                let message = error.without_snippet().to_string();
                let place = self.line(line);
                self.report(place, "malformed", message.lines().next().unwrap_or_default());
                Vec::new()
            }
        }
    }

    /// One decision, or `None` where it does not say what is decided about which two.
    fn decision(&mut self, value: &Value, lines: std::ops::Range<usize>) -> Option<Decision> {
        let whole = self.line(lines.start);
        let Some(map) = value.as_object() else {
            self.report(whole, "malformed", &value.to_string());
            return None;
        };
        for key in map.keys().filter(|key| !KEYS.contains(&key.as_str())) {
            let place = self.key(key, &lines).unwrap_or(whole);
            let near = nearest(key, KEYS).unwrap_or_default();
            let found = self.report(place, "key", key);
            found.args.push(("near", near.to_owned()));
        }
        let word = |key: &str| match map.get(key) {
            Some(Value::String(text)) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            // `42` is an id, and a bare `none` could have been read as nothing.
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => None,
        };
        let missing: Vec<&str> = ["a", "b", "kind"].into_iter().filter(|key| word(key).is_none()).collect();
        for key in &missing {
            let place = self.key(key, &lines).unwrap_or(whole);
            self.report(place, "missing", key);
        }
        let (a, b, said) = (word("a")?, word("b")?, word("kind")?);
        let Some((_, kind)) = KINDS.into_iter().find(|(name, _)| *name == said) else {
            let place = self.key("kind", &lines).unwrap_or(whole);
            let near = nearest(&said, KINDS.map(|(name, _)| name)).unwrap_or_default();
            let found = self.report(place, "kind", &said);
            found.args.push(("near", near.to_owned()));
            return None;
        };
        let reason = word("reason").unwrap_or_else(|| {
            let place = self.key("reason", &lines).unwrap_or(whole);
            self.report(place, "reason", &b);
            String::new()
        });
        Some(Decision { a, b, kind, translation: said == TRANSLATION, reason, place: Some(whole) })
    }

    /// The text of a line, which is moved to the nearest one that is there.
    fn line(&self, line: usize) -> Place {
        let line = line.clamp(1, self.source.line_count().max(1));
        let text = if self.source.line_count() == 0 { "" } else { self.source.line(line) };
        let blank = text.chars().take_while(|c| c.is_whitespace()).count();
        Place { line, column: 1 + blank, end_line: line, end_column: 1 + text.trim_end().chars().count().max(blank) }
    }

    /// Where a key of the decision on these lines stands: YAML values keep no place of their own.
    fn key(&self, key: &str, lines: &std::ops::Range<usize>) -> Option<Place> {
        for line in lines.start..lines.end.min(self.source.line_count() + 1) {
            let text = self.source.line(line);
            for (at, _) in text.match_indices(key) {
                let before = text[..at].chars().next_back();
                let begins = before.is_none_or(|c| c.is_whitespace() || "{,-\"'".contains(c));
                let rest = text[at + key.len()..].trim_start_matches(['"', '\'', ' ']);
                if begins && rest.starts_with(':') {
                    let column = 1 + text[..at].chars().count();
                    return Some(Place { line, column, end_line: line, end_column: column + key.chars().count() });
                }
            }
        }
        None
    }
}
