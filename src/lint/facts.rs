//! What one document contributes to a lint: all that its own text tells, so that it can be kept until the text changes.

use super::context::{Context, Document};
use super::likeness::{self, Unit};
use super::markup::broken_link::{self, Ways};
use super::reading::Reading;
use super::rules::duplicate_question::{Question, questions};
use super::suppression::{self, Suppression};
use super::wording::technical_term_spelling::Spelt;
use super::{Check, Look, RULES};
use crate::diagnostic::Diagnostic;

/// What a document tells by itself, under the settings of a collection, its glossary and its images.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// What was found in it, before suppressions and levels.
    pub found: Vec<Diagnostic>,
    /// What it does not want to be told.
    pub(super) suppressions: Vec<Suppression>,
    /// Its entries, for finding what is asked twice.
    pub(super) questions: Vec<Question>,
    /// The same, for finding what is asked nearly twice.
    pub(super) units: Vec<Unit>,
    /// Terms that it may spell wrongly.
    pub(super) spelt: Vec<Spelt>,
    /// Where it leads, and what of it can be led to.
    pub(super) ways: Ways,
    /// The ids that its author gave.
    pub ids: Vec<String>,
}

impl Facts {
    /// What `document` tells, with what was found in it while it was read.
    ///
    /// Nothing but the document, the settings, the glossary, the lexicon and the images may be looked at: facts are kept.
    pub fn of(context: &Context<'_>, document: &Document) -> Self {
        let reading = &Reading::new(context, document);
        let mut found = document.parsed.diagnostics.clone();
        looks(context).into_iter().for_each(|look| look(context, reading, &mut found));
        found.extend(suppression::misspelt(document));
        let explicit = context.entries(document).iter().filter(|entry| entry.explicit_id);
        Self {
            found,
            suppressions: suppression::read(document),
            questions: questions(context, reading),
            units: likeness::units(context, document),
            spelt: context.terms.spelling.as_ref().map(|spelling| spelling.look(reading)).unwrap_or_default(),
            ways: broken_link::ways(context, reading),
            ids: explicit.map(|entry| entry.id.clone()).collect(),
        }
    }
}

/// The looks at a document that the rules that are on need, each once.
fn looks(context: &Context<'_>) -> Vec<Look> {
    let mut out: Vec<Look> = Vec::new();
    for rule in RULES.iter().filter(|rule| context.levels.anywhere(rule.name)) {
        if let Check::Document(look) = rule.check
            && !out.iter().any(|other| std::ptr::fn_addr_eq(*other, look))
        {
            out.push(look);
        }
    }
    out
}
