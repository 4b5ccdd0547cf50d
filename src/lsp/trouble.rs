//! Why a project cannot be read: told at the place where it is to be mended.

use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::discover::{self, Unsaved};
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::identity::LockError;
use crate::lint::UnknownRule;
use crate::source::Source;

/// What is wrong with a file or folder of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The file or folder.
    pub path: PathBuf,
    /// Line and column, 1-based, the column in characters.
    pub at: (usize, usize),
    cause: Box<Cause>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Cause {
    Failure(Failure),
    Lock(LockError),
    Rule(UnknownRule),
}

impl Trouble {
    /// What made reading stop.
    pub fn of(root: &Path, failure: Failure) -> Self {
        let path = root.join(failure.path.as_deref().unwrap_or(discover::CONFIG));
        Self { path, at: failure.position.unwrap_or((1, 1)), cause: Box::new(Cause::Failure(failure)) }
    }

    /// A lock file that is none.
    pub fn of_lock(root: &Path, error: LockError) -> Self {
        Self { path: root.join(discover::LOCK), at: (error.line.max(1), 1), cause: Box::new(Cause::Lock(error)) }
    }

    /// A setting that names a rule that does not exist.
    pub fn of_rule(root: &Path, unknown: UnknownRule, unsaved: &Unsaved) -> Self {
        let path = root.join(discover::CONFIG);
        let open = unsaved.get(discover::CONFIG).map(|text| Source::new(&path, discover::CONFIG, text.as_str()));
        let source = open.or_else(|| discover::file(&path).ok());
        let at = source.and_then(|source| Config::position(&source, &unknown.name));
        Self { path, at: at.unwrap_or((1, 1)), cause: Box::new(Cause::Rule(unknown)) }
    }

    /// What is wrong, and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        match self.cause.as_ref() {
            Cause::Failure(failure) => match failure.help(lang) {
                Some(help) => format!("{}\n{help}", failure.message(lang)),
                None => failure.message(lang),
            },
            Cause::Lock(error) => error.message(lang),
            Cause::Rule(unknown) => unknown.message(lang),
        }
    }

    /// A word for the kind of trouble.
    pub fn code(&self) -> &'static str {
        match self.cause.as_ref() {
            Cause::Failure(failure) => failure.key,
            Cause::Lock(_) => "lock",
            Cause::Rule(_) => "unknown-rule",
        }
    }
}
