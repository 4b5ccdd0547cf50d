//! Findings that a collection has had for long, and that are not to be told again: the file of `--baseline`.
//!
//! One JSON object a line, in order, so that two people's changes merge: `path`, `rule` and the fingerprint of the finding,
//! which is not that of a line number.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::failure::Failure;
use crate::source::Source;

/// A finding of old.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The document's name, from the project's root.
    pub path: String,
    /// The rule's name.
    pub rule: String,
    /// As [`super::fingerprints`] gives it.
    pub fingerprint: String,
}

/// The findings of old, each with its line in the file.
#[derive(Debug, Clone, Default)]
pub struct Baseline(BTreeMap<Known, usize>);

impl Baseline {
    /// What a file says; blank lines are nothing.
    ///
    /// # Errors
    /// When a line is not such an object.
    pub fn parse(source: &Source) -> Result<Self, Failure> {
        let mut known = BTreeMap::new();
        for (at, line) in source.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let one = serde_json::from_str(line).map_err(|error| {
                let failure = Failure::new("baseline-malformed").with("detail", error.to_string());
                failure.at(source.name.as_str()).position(at + 1, error.column().max(1))
            })?;
            known.insert(one, at + 1);
        }
        Ok(Self(known))
    }

    /// The file that makes all of `found` known, and keeps what is known of documents that nobody looked at.
    pub fn written(&self, found: &[Diagnostic], fingerprints: &[String], looked_at: impl Fn(&str) -> bool) -> String {
        let kept = self.0.keys().filter(|known| !looked_at(&known.path)).cloned();
        let new = found.iter().zip(fingerprints).map(|(finding, print)| known(finding, print));
        let all: BTreeSet<Known> = kept.chain(new).collect();
        let line = |one: &Known| serde_json::to_string(one).expect("strings are always JSON") + "\n";
        all.iter().map(line).collect()
    }

    /// `found` without what is known, and what is known and not found: the line and the entry. `there` says whether a
    /// document is there: an entry about one that is not may be about its new name.
    pub fn apply(
        &self,
        found: Vec<Diagnostic>,
        fingerprints: &[String],
        there: impl Fn(&str) -> bool,
    ) -> (Vec<Diagnostic>, Vec<(usize, &Known)>) {
        let mut left = self.0.clone();
        let mut fresh: Vec<(Diagnostic, Known)> = Vec::new();
        for (finding, print) in found.into_iter().zip(fingerprints) {
            let one = known(&finding, print);
            if left.remove(&one).is_none() {
                fresh.push((finding, one));
            }
        }
        let mut moved: BTreeMap<(String, String), Vec<&Known>> = BTreeMap::new();
        let gone: Vec<Known> = left.keys().filter(|known| !there(&known.path)).cloned().collect();
        for known in gone.iter().rev() {
            moved.entry((known.rule.clone(), known.fingerprint.clone())).or_default().push(known);
        }
        let mut out = Vec::with_capacity(fresh.len());
        for (finding, one) in fresh {
            match moved.get_mut(&(one.rule, one.fingerprint)).and_then(Vec::pop) {
                Some(old) => drop(left.remove(old)),
                None => out.push(finding),
            }
        }
        let mut stale: Vec<(usize, &Known)> =
            self.0.iter().filter(|(known, _)| left.contains_key(known)).map(|(known, &line)| (line, known)).collect();
        stale.sort_unstable();
        (out, stale)
    }
}

fn known(finding: &Diagnostic, fingerprint: &str) -> Known {
    Known { path: finding.path.clone(), rule: finding.rule.to_owned(), fingerprint: fingerprint.to_owned() }
}
