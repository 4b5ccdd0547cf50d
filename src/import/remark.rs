//! What an import has to say about a cell or a row.

use crate::i18n::{Lang, text};

/// Something that was not done, or that one should know: where it stands, why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The document, or the table.
    pub path: String,
    /// The line there, 1-based.
    pub line: usize,
    /// The message's name after `import-`; its attribute `help` says what to do.
    pub key: &'static str,
    /// Named values for the message.
    pub args: Vec<(&'static str, String)>,
    /// Whether something that the table asks for was not done.
    pub open: bool,
}

impl Remark {
    /// Something that the table asks for and that was not done.
    pub(super) fn open(key: &'static str, path: &str, line: usize) -> Self {
        Self { path: path.to_owned(), line, key, args: Vec::new(), open: true }
    }

    /// Something to know.
    pub(super) fn note(key: &'static str, path: &str, line: usize) -> Self {
        Self { open: false, ..Self::open(key, path, line) }
    }

    /// The same with a named value for its message.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// What it says, without its place.
    pub fn message(&self, lang: Lang) -> String {
        text(lang, &format!("import-{}", self.key), &self.values())
    }

    /// What to do about it, where there is something.
    pub fn help(&self, lang: Lang) -> Option<String> {
        crate::i18n::message(lang, &format!("import-{}.help", self.key), &self.values())
    }

    fn values(&self) -> Vec<(&str, crate::i18n::Arg<'_>)> {
        self.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect()
    }
}

/// The numbers of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Rows of the table.
    pub rows: usize,
    /// Cells that somebody changed.
    pub changed: usize,
    /// Changed cells that have their place in the new texts.
    pub placed: usize,
    /// Questions of the collection without a row.
    pub missing: usize,
}
