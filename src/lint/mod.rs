//! Rules about content: a rule finds and locates; what is said about it comes from `i18n/*.ftl` and its page.
//!
//! One file a rule in `rules/`, one row in [`RULES`], one page in `docs/rules/`, two messages in each language.

mod code;
mod code_language;
mod context;
mod explain;
mod fence;
pub mod fix;
mod levels;
mod likeness;
mod rules;
mod suppression;

use rayon::prelude::*;

pub use context::{Context, Document};
pub use explain::explain;
pub use levels::{Levels, UnknownRule, find, nearest};
pub use rules::RULES;

use crate::config::Level;
use crate::diagnostic::Diagnostic;

/// One rule: its kebab-case name is its page, its key in the configuration, its word in suppressions and reports.
pub struct Rule {
    /// The only identifier.
    pub name: &'static str,
    /// How grave its findings are where the configuration says nothing.
    pub default: Level,
    /// Its page, `docs/rules/NAME.md`: an English and a French part.
    pub page: &'static str,
    /// What finds its findings.
    pub check: Check,
}

/// Where the findings of a rule come from.
pub enum Check {
    /// A look at one document; documents are looked at in parallel.
    Document(fn(&Context<'_>, &Document, &mut Vec<Diagnostic>)),
    /// A look at the whole collection.
    Collection(fn(&Context<'_>, &mut Vec<Diagnostic>)),
    /// The stage that meets the fault: discovery, parsing, normalising, identity, linking, or the suppressions here.
    Stage,
}

/// Every finding of every rule that is on, by path, line, column and rule.
///
/// The order and the findings are the same on any number of threads.
pub fn lint(context: &Context<'_>) -> Vec<Diagnostic> {
    let enabled: Vec<&Rule> = RULES.iter().filter(|rule| context.levels.of(rule.name).is_some()).collect();
    let mut found: Vec<Diagnostic> = context
        .documents
        .par_iter()
        .flat_map_iter(|document| {
            let mut out = document.parsed.diagnostics.clone();
            for rule in &enabled {
                if let Check::Document(check) = rule.check {
                    check(context, document, &mut out);
                }
            }
            out
        })
        .collect();
    found.extend(context.earlier.iter().cloned());
    found.par_extend(enabled.par_iter().flat_map_iter(|rule| {
        let mut out = Vec::new();
        if let Check::Collection(check) = rule.check {
            check(context, &mut out);
        }
        out
    }));
    context.levels.settle(suppression::apply(context, found))
}
