//! Why the tool could not go on: disk, configuration, templates, network. Never about content, which has findings.

use std::io;

use crate::i18n::{Lang, text};

/// What stopped the tool, where, and how to mend it. What is said, in either language, is message `failure-KEY` of
/// `i18n/*.ftl` and its attribute `help`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The message's name after `failure-`.
    pub key: &'static str,
    /// Named values for the message.
    pub args: Vec<(&'static str, String)>,
    /// The file or folder that it is about.
    pub path: Option<String>,
    /// Line and column in that file, 1-based, the column in characters.
    pub position: Option<(usize, usize)>,
    /// A message's name and, where it was the operating system that said so, the system's own words.
    reason: Option<Box<(&'static str, String)>>,
}

impl Failure {
    /// A failure that message `failure-KEY` tells.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new(), path: None, position: None, reason: None }
    }

    /// A failure of the operating system on a file or folder; `$reason` in the message is the system's reason.
    pub fn io(key: &'static str, path: impl AsRef<std::path::Path>, error: &io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "io-not-found",
            io::ErrorKind::PermissionDenied => "io-permission-denied",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "io-storage-full",
            io::ErrorKind::ReadOnlyFilesystem => "io-read-only",
            io::ErrorKind::NotADirectory => "io-not-a-directory",
            io::ErrorKind::IsADirectory => "io-is-a-directory",
            io::ErrorKind::AddrInUse => "io-address-in-use",
            _ => "io-other",
        };
        let mut failure = Self::new(key).at(path.as_ref().display().to_string());
        failure.reason = Some(Box::new((reason, error.to_string())));
        failure
    }

    /// The same about a file or folder.
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// The same at a line and column, both 1-based.
    pub fn position(mut self, line: usize, column: usize) -> Self {
        self.position = Some((line, column));
        self
    }

    /// The same with a named value for its message.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same with another message, `key`, as the value `$reason` of its own.
    pub fn because(mut self, key: &'static str) -> Self {
        self.reason = Some(Box::new((key, String::new())));
        self
    }

    /// What happened, in one sentence.
    pub fn message(&self, lang: Lang) -> String {
        text(lang, &format!("failure-{}", self.key), &self.values(lang))
    }

    /// What to do about it, where there is something to say.
    pub fn help(&self, lang: Lang) -> Option<String> {
        crate::i18n::message(lang, &format!("failure-{}.help", self.key), &self.values(lang))
    }

    /// The place as `path:line:column`, as much of it as is known.
    pub fn place(&self) -> Option<String> {
        let path = self.path.as_deref()?;
        Some(match self.position {
            Some((line, column)) => format!("{path}:{line}:{column}"),
            None => path.to_owned(),
        })
    }

    fn values(&self, lang: Lang) -> Vec<(&str, crate::i18n::Arg<'_>)> {
        let mut values: Vec<(&str, crate::i18n::Arg<'_>)> =
            self.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        values.push(("path", self.path.as_deref().unwrap_or_default().into()));
        if let Some((key, raw)) = self.reason.as_deref() {
            values.push(("reason", text(lang, key, &[("raw", raw.as_str().into())]).into()));
        }
        values
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.place() {
            Some(place) => write!(f, "{place}: {}", self.message(Lang::En)),
            None => f.write_str(&self.message(Lang::En)),
        }
    }
}

impl std::error::Error for Failure {}
