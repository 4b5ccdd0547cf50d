//! Rules about content: a rule finds and locates; what is said about it comes from `i18n/*.ftl` and its page.
//!
//! One file a rule in `rules/`, one row in [`RULES`], one page in `docs/rules/`, two messages in each language.

mod allowance;
mod baseline;
pub mod cache;
mod code;
mod code_language;
mod context;
mod counterpart;
mod explain;
mod facts;
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
mod reading;
mod rules;
mod speech;
mod suppression;
mod terms;
mod whole;
mod wording;

use rayon::prelude::*;

pub use allowance::{Allowance, allowance};
pub use baseline::{Baseline, Known};
pub use context::{Context, Document, Interface};
pub use explain::explain;
pub use facts::Facts;
pub use fingerprint::fingerprints;
pub use levels::{Levels, UnknownRule, find, nearest};
pub use reading::Reading;
pub use rules::RULES;
pub use terms::Terms;
pub use whole::Whole;

use crate::config::Level;
use crate::diagnostic::Diagnostic;

/// One rule: its kebab-case name is its page, its key in the configuration, its word in suppressions and reports.
pub struct Rule {
    /// The only identifier.
    pub name: &'static str,
    /// How grave its findings are where the configuration says nothing.
    pub default: Level,
    /// The variants of its message that are but warnings where the configuration says nothing.
    pub mild: &'static [&'static str],
    /// Its page, `docs/rules/NAME.md`: an English and a French part.
    pub page: &'static str,
    /// What finds its findings.
    pub check: Check,
}

/// Where the findings of a rule come from.
pub enum Check {
    /// A look at one document; documents are looked at in parallel. Rules may share a look. It sees the document with its
    /// entries, the settings, the glossary and the images, and nothing of other documents or of links: what it finds is kept
    /// until one of these changes.
    Document(Look),
    /// A look at what all documents tell of themselves.
    Whole(fn(&Whole<'_>, &mut Vec<Diagnostic>)),
    /// A look at the messages of the interface.
    Interface(fn(&Interface<'_>, &mut Vec<Diagnostic>)),
    /// A look at the whole collection with all its texts and links. It costs reading and linking everything whenever anything
    /// has changed.
    Collection(fn(&Context<'_>, &mut Vec<Diagnostic>)),
    /// The stage that meets the fault: discovery, parsing, normalising, identity, linking, or the suppressions here.
    Stage,
}

/// A look at one document, which adds what it finds.
pub type Look = fn(&Context<'_>, &Reading<'_>, &mut Vec<Diagnostic>);

/// Every finding of every rule that is on, by path, line, column and rule.
///
/// The order and the findings are the same on any number of threads.
pub fn lint(context: &Context<'_>) -> Vec<Diagnostic> {
    let facts: Vec<Facts> = context.documents.par_iter().map(|document| Facts::of(context, document)).collect();
    let named: Vec<(&str, &Facts)> =
        context.documents.iter().map(|document| document.source.name.as_str()).zip(&facts).collect();
    let Context { library, config, levels, earlier, messages, .. } = *context;
    settle(&named, Some(context), levels, earlier, &Interface { messages, config, glossary: &library.glossary })
}

/// Every finding about a collection of which these `documents`, by name, tell these facts, and in which this was found
/// `earlier`, by path, line, column and rule.
///
/// `context` is the whole collection, where it is known: what people decided, and what [`Check::Collection`] looks at.
pub fn settle(
    documents: &[(&str, &Facts)],
    context: Option<&Context<'_>>,
    levels: &Levels,
    earlier: &[Diagnostic],
    interface: &Interface<'_>,
) -> Vec<Diagnostic> {
    let decided = context.filter(|context| !context.library.decisions.is_empty());
    let own = |context: &Context<'_>| context.documents.iter().map(|document| document.entries.clone()).collect();
    let whole = Whole::new(documents, earlier, decided.map(|context| (context.library, own(context))));
    let mut found: Vec<Diagnostic> = documents.iter().flat_map(|(_, facts)| facts.found.iter().cloned()).collect();
    found.extend(earlier.iter().cloned());
    let enabled: Vec<&Rule> = RULES.iter().filter(|rule| levels.anywhere(rule.name)).collect();
    found.par_extend(enabled.par_iter().flat_map_iter(|rule| {
        let mut out = Vec::new();
        match (&rule.check, context) {
            (Check::Whole(check), _) => check(&whole, &mut out),
            (Check::Interface(check), _) => check(interface, &mut out),
            (Check::Collection(check), Some(context)) => check(context, &mut out),
            _ => {}
        }
        out
    }));
    levels.settle(suppression::apply(documents, levels, found))
}

/// Whether a rule that is on looks at more than the facts of the documents: then [`settle`] needs the whole collection.
pub fn needs_collection(levels: &Levels) -> bool {
    RULES.iter().any(|rule| matches!(rule.check, Check::Collection(_)) && levels.anywhere(rule.name))
}
