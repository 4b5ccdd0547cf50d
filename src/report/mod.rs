//! Findings as text for people and programs: one file a format.

mod github;
mod gitlab;
mod human;
mod jsonl;
mod junit;
mod rdjson;
mod sarif;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::{self, Arg, Lang};
use crate::source::Source;

/// A way to write findings.
pub struct Reporter {
    /// What `--format` calls it.
    pub name: &'static str,
    /// The report of findings that are in their final order.
    pub run: fn(&[Diagnostic], &Sources<'_>, &Options) -> String,
}

/// Every reporter; the first is the default.
pub static REPORTERS: &[Reporter] = &[
    Reporter { name: "human", run: human::report },
    Reporter { name: "github", run: github::report },
    Reporter { name: "jsonl", run: jsonl::report },
    Reporter { name: "sarif", run: sarif::report },
    Reporter { name: "rdjson", run: rdjson::report },
    Reporter { name: "gitlab", run: gitlab::report },
    Reporter { name: "junit", run: junit::report },
];

/// The reporter of this name.
pub fn find(name: &str) -> Option<&'static Reporter> {
    REPORTERS.iter().find(|reporter| reporter.name == name)
}

/// The documents that findings are in, by shown name.
#[derive(Debug, Clone, Default)]
pub struct Sources<'a>(BTreeMap<String, &'a Source>);

impl<'a> Sources<'a> {
    /// The document of this name; findings about what could not be read have none.
    pub fn get(&self, name: &str) -> Option<&'a Source> {
        self.0.get(name).copied()
    }

    /// The names of all documents, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl<'a> FromIterator<(String, &'a Source)> for Sources<'a> {
    fn from_iter<I: IntoIterator<Item = (String, &'a Source)>>(sources: I) -> Self {
        Self(sources.into_iter().collect())
    }
}

impl<'a> FromIterator<&'a Source> for Sources<'a> {
    fn from_iter<I: IntoIterator<Item = &'a Source>>(sources: I) -> Self {
        Self(sources.into_iter().map(|source| (source.name.clone(), source)).collect())
    }
}

/// How a report is written.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The language of its words.
    pub lang: Lang,
    /// Whether terminal colours are wanted.
    pub color: bool,
    /// The width that lines of people's reports are cut to, in columns.
    pub width: usize,
    /// The level from which findings fail a test, for the formats that know passing and failing only.
    pub deny: Severity,
    /// The address of the program's repository, for the formats that link to the rules' pages.
    pub pages: Option<&'static str>,
}

impl Default for Options {
    fn default() -> Self {
        let pages = Some(env!("CARGO_PKG_REPOSITORY")).filter(|repository| !repository.is_empty());
        Self { lang: Lang::En, color: false, width: 120, deny: Severity::Error, pages }
    }
}

impl Options {
    /// The address of a rule's page in the program's repository.
    fn page(&self, rule: &str) -> Option<String> {
        self.pages.map(|repository| format!("{}/blob/HEAD/docs/rules/{rule}.md", repository.trim_end_matches('/')))
    }
}

/// What a finding says, in `lang`.
pub fn message(finding: &Diagnostic, lang: Lang) -> String {
    let key = format!("lint-{}", finding.rule);
    match finding.variant {
        Some(variant) => i18n::text(lang, &format!("{key}.{variant}"), &args(finding)),
        None => i18n::text(lang, &key, &args(finding)),
    }
}

/// How to mend a finding, in `lang`: the help of its variant, else of its rule.
pub fn help(finding: &Diagnostic, lang: Lang) -> Option<String> {
    let key = format!("lint-{}-help", finding.rule);
    let of_variant =
        finding.variant.and_then(|variant| i18n::message(lang, &format!("{key}.{variant}"), &args(finding)));
    of_variant.or_else(|| i18n::message(lang, &key, &args(finding)))
}

/// What a finding says and, on a line of its own, how to mend it.
fn said(finding: &Diagnostic, lang: Lang) -> String {
    match help(finding, lang) {
        Some(help) => format!("{}\n{help}", message(finding, lang)),
        None => message(finding, lang),
    }
}

/// A path as a relative address: everything but unreserved characters and `/` as `%XX` (RFC 3986).
fn percent_encoded(path: &str) -> String {
    let byte = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(b).to_string(),
        _ => format!("%{b:02X}"),
    };
    path.bytes().map(byte).collect()
}

/// The values of a message; one that is named `count` chooses plurals.
fn args(finding: &Diagnostic) -> Vec<(&str, Arg<'_>)> {
    let arg = |name: &str, value| match str::parse(value) {
        Ok(number) if name == "count" => Arg::Number(number),
        _ => Arg::from(value),
    };
    finding.args.iter().map(|(name, value)| (*name, arg(name, value.as_str()))).collect()
}

/// One line that counts findings, in `lang`.
pub fn summary(found: &[Diagnostic], lang: Lang) -> String {
    if found.is_empty() {
        return i18n::text(lang, "lint-summary-clean", &[]);
    }
    let counted = |key: &str, count: usize| (count > 0).then(|| i18n::text(lang, key, &[("count", count.into())]));
    let of = |severity| found.iter().filter(|finding| finding.severity == severity).count();
    let mut parts: Vec<String> = [
        ("lint-summary-errors", Severity::Error),
        ("lint-summary-warnings", Severity::Warning),
        ("lint-summary-infos", Severity::Info),
    ]
    .into_iter()
    .filter_map(|(key, severity)| counted(key, of(severity)))
    .collect();
    let fixable =
        |safe| found.iter().filter(|finding| finding.fix.as_ref().is_some_and(|fix| fix.safe == safe)).count();
    parts.extend(counted("lint-summary-fixable", fixable(true)));
    parts.extend(counted("lint-summary-fixable-unsafe", fixable(false)));
    parts.join(", ")
}
