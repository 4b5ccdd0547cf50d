//! How grave the findings of each rule are: the default of its row, unless the configuration says otherwise.

use std::collections::BTreeMap;

use super::pattern::matches;
use super::{RULES, Rule};
use crate::config::Level;
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::{self, Lang};

/// The levels of all rules.
#[derive(Debug, Clone, Default)]
pub struct Levels {
    configured: BTreeMap<String, Level>,
    /// The levels of some documents, the longest path first.
    paths: Vec<(String, BTreeMap<String, Level>)>,
}

/// A name that no rule has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule {
    /// What was asked for.
    pub name: String,
    /// The rule that was probably meant.
    pub nearest: Option<&'static str>,
}

impl UnknownRule {
    /// The name with its nearest rule.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), nearest: nearest(name) }
    }

    /// What to tell the reader.
    pub fn message(&self, lang: Lang) -> String {
        let nearest = self.nearest.unwrap_or("none");
        i18n::text(lang, "lint-unknown-rule", &[("rule", self.name.as_str().into()), ("nearest", nearest.into())])
    }
}

impl std::fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for UnknownRule {}

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// The rule whose name is nearest to `name`, if any is near.
pub fn nearest(name: &str) -> Option<&'static str> {
    crate::text::nearest(name, RULES.iter().map(|rule| rule.name))
}

fn known(levels: &BTreeMap<String, Level>) -> Result<(), UnknownRule> {
    levels.keys().find(|name| find(name).is_none()).map_or(Ok(()), |name| Err(UnknownRule::new(name)))
}

impl Levels {
    /// The levels of a collection, from its `lint` settings.
    ///
    /// # Errors
    /// When a setting names a rule that does not exist.
    pub fn new(configured: &BTreeMap<String, Level>) -> Result<Self, UnknownRule> {
        known(configured)?;
        Ok(Self { configured: configured.clone(), paths: Vec::new() })
    }

    /// The same with other levels for some documents, by path: a file, a folder, or a pattern with `*` and `**`. Of several
    /// that mean a document, the longest decides.
    ///
    /// # Errors
    /// When a setting names a rule that does not exist.
    pub fn with_paths(mut self, paths: &BTreeMap<String, BTreeMap<String, Level>>) -> Result<Self, UnknownRule> {
        paths.values().try_for_each(known)?;
        self.paths = paths.iter().map(|(path, levels)| (path.clone(), levels.clone())).collect();
        self.paths.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
        Ok(self)
    }

    /// How grave the findings of a rule are in a document, or `None` when it is off there.
    pub fn at(&self, rule: &str, path: &str) -> Option<Severity> {
        self.said(rule, path).map_or_else(|| self.of(rule), Level::severity)
    }

    /// What the configuration says about a rule in a document.
    fn said(&self, rule: &str, path: &str) -> Option<Level> {
        let own = self.paths.iter().filter_map(|(pattern, levels)| Some((pattern, levels.get(rule)?)));
        let own = own.into_iter().find(|(pattern, _)| matches(pattern, path));
        own.map(|(_, level)| *level).or_else(|| self.configured.get(rule).copied())
    }

    /// Whether a rule is on for any document.
    pub fn anywhere(&self, rule: &str) -> bool {
        let somewhere =
            |(_, levels): &(String, BTreeMap<String, Level>)| levels.get(rule).is_some_and(|l| *l != Level::Off);
        self.of(rule).is_some() || self.paths.iter().any(somewhere)
    }

    /// How grave the findings of a rule are where no path says otherwise, or `None` when it is off.
    pub fn of(&self, rule: &str) -> Option<Severity> {
        let default = || find(rule).map_or(Level::Warning, |rule| rule.default);
        self.configured.get(rule).copied().unwrap_or_else(default).severity()
    }

    /// How grave a finding is: as its rule, or milder where the configuration leaves that to the program.
    fn grade(&self, finding: &Diagnostic) -> Option<Severity> {
        let severity = self.at(finding.rule, &finding.path)?;
        let mild = |variant| find(finding.rule).is_some_and(|rule| rule.mild.contains(&variant));
        let milder = finding.variant.is_some_and(mild) && self.said(finding.rule, &finding.path).is_none();
        Some(if milder { severity.min(Severity::Warning) } else { severity })
    }

    /// `found` with their severities, without those of rules that are off, each once, by path, line, column and rule.
    pub fn settle(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let graded = |finding: Diagnostic| {
            let severity = self.grade(&finding)?;
            Some(Diagnostic { severity, ..finding })
        };
        let mut out: Vec<Diagnostic> = found.into_iter().filter_map(graded).collect();
        out.sort_by(|a, b| (&a.path, a.place, a.rule).cmp(&(&b.path, b.place, b.rule)).then_with(|| a.cmp(b)));
        out.dedup();
        out
    }
}
