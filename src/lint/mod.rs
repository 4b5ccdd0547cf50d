//! Rules about content: a rule finds and locates; what is said about it comes from `i18n/*.ftl` and its page.
//!
//! One file a rule in `rules/`, one row in [`RULES`], one page in `docs/rules/`, two messages in each language.

mod allowance;
mod baseline;
mod code;
mod code_language;
mod context;
mod counterpart;
mod explain;
mod fence;
mod fingerprint;
pub mod fix;
mod french;
mod images;
mod levels;
mod likeness;
mod lines;
mod markup;
mod messages;
mod pattern;
mod rules;
mod suppression;
mod wording;

use rayon::prelude::*;

pub use allowance::{Allowance, allowance};
pub use baseline::{Baseline, Known};
pub use context::{Context, Document};
pub use explain::explain;
pub use fingerprint::fingerprints;
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
    /// A look at one document; documents are looked at in parallel. Rules may share a look.
    Document(Look),
    /// A look at the whole collection.
    Collection(fn(&Context<'_>, &mut Vec<Diagnostic>)),
    /// The stage that meets the fault: discovery, parsing, normalising, identity, linking, or the suppressions here.
    Stage,
}

/// A look at one document, which adds what it finds.
pub type Look = fn(&Context<'_>, &Document, &mut Vec<Diagnostic>);

/// The looks at a document that `rules` need, each once.
fn looks(rules: &[&Rule]) -> Vec<Look> {
    let mut out: Vec<Look> = Vec::new();
    for rule in rules {
        if let Check::Document(look) = rule.check
            && !out.iter().any(|other| std::ptr::fn_addr_eq(*other, look))
        {
            out.push(look);
        }
    }
    out
}

/// Every finding of every rule that is on, by path, line, column and rule.
///
/// The order and the findings are the same on any number of threads.
pub fn lint(context: &Context<'_>) -> Vec<Diagnostic> {
    let enabled: Vec<&Rule> = RULES.iter().filter(|rule| context.levels.anywhere(rule.name)).collect();
    let looks = looks(&enabled);
    let mut found: Vec<Diagnostic> = context
        .documents
        .par_iter()
        .flat_map_iter(|document| {
            let mut out = document.parsed.diagnostics.clone();
            looks.iter().for_each(|look| look(context, document, &mut out));
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
