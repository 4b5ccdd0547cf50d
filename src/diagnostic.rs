//! What the tool has to say about a document: a finding, where it is, and how to mend it.

use serde::{Deserialize, Serialize};

/// How grave a finding is; the order is the gate's (`--deny`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be mended.
    Warning,
    /// Must be mended.
    Error,
}

impl Severity {
    /// The word used in records and configuration: `info`, `warning`, `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A stretch of a document: 1-based lines, 1-based columns in characters; the end column is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// First line.
    pub line: usize,
    /// First column.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// Column after the last character.
    pub end_column: usize,
}

/// One replacement of a stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Edit {
    /// What is replaced.
    #[serde(flatten)]
    pub place: Place,
    /// What stands there instead.
    pub text: String,
}

/// Edits that mend a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fix {
    /// Whether it may be applied without a person looking at it.
    pub safe: bool,
    /// The replacements, in order, not overlapping.
    pub edits: Vec<Edit>,
}

/// The name of a rule together with its arguments: what is said, in either language, is looked up from it.
///
/// Message `lint-RULE` (and `lint-RULE-help`) of `i18n/*.ftl` is formatted with `args`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The rule's kebab-case name, its only identifier.
    pub rule: &'static str,
    /// How grave it is, after configuration.
    pub severity: Severity,
    /// The document's shown name.
    pub path: String,
    /// Where in the document.
    pub place: Place,
    /// Attribute of the rule's message to use (`lint-RULE.VARIANT`), when the rule can say several things.
    pub variant: Option<&'static str>,
    /// Named values for the message.
    pub args: Vec<(&'static str, String)>,
    /// How to mend it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding of `rule` in the document `path`, as a warning.
    pub fn new(rule: &'static str, path: &str, place: Place) -> Self {
        Self {
            rule,
            severity: Severity::Warning,
            path: path.to_owned(),
            place,
            variant: None,
            args: Vec::new(),
            fix: None,
        }
    }

    /// The same with a named value for its message.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same, saying variant `variant` of the rule's message.
    pub fn variant(mut self, variant: &'static str) -> Self {
        self.variant = Some(variant);
        self
    }

    /// The same with a fix.
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}
