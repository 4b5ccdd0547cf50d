//! The ledger: proof that reading a document lost nothing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Parsed, Role};
use crate::source::Source;

/// How many lines of a document have which role; the roles add up to `lines`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ledger {
    /// The document's shown name.
    pub path: String,
    /// How many lines it has.
    pub lines: usize,
    /// How many lines have each role.
    pub roles: BTreeMap<&'static str, usize>,
    /// How many lines nothing explains; 0, or the reader has a defect.
    pub unassigned: usize,
}

/// Counts the roles of a document's lines.
pub fn ledger(source: &Source, parsed: &Parsed) -> Ledger {
    let mut roles: BTreeMap<&'static str, usize> = BTreeMap::new();
    for role in parsed.roles.iter().filter(|role| **role != Role::Unassigned) {
        *roles.entry(role.name()).or_default() += 1;
    }
    let assigned: usize = roles.values().sum();
    let lines = source.line_count();
    Ledger { path: source.name.clone(), lines, roles, unassigned: lines.abs_diff(assigned) }
}

/// The document again, put together from the lines of every role in order: equal to the source's text, byte for byte.
pub fn rebuild(source: &Source, parsed: &Parsed) -> String {
    let mut by_role: BTreeMap<Role, Vec<usize>> = BTreeMap::new();
    for (at, role) in parsed.roles.iter().enumerate() {
        by_role.entry(*role).or_default().push(at + 1);
    }
    let mut lines: Vec<usize> = by_role.into_values().flatten().collect();
    lines.sort_unstable();
    lines.iter().map(|&line| &source.text[source.raw_range(line)]).collect()
}
