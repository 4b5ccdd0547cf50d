//! Why a site cannot be built: only templates and settings can be at fault, never content.

use super::guard::ENDLESS;
use crate::files::UnsafePath;
use crate::i18n::{self, Arg, Lang};

/// What stands in the way of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteError {
    /// A template that cannot be read or filled in.
    Template {
        /// Its path in the `templates` folder.
        name: String,
        /// Line (1-based), where it is known.
        line: Option<usize>,
        /// What is wrong, in the template engine's words.
        message: String,
    },
    /// A template that would fill a page without end.
    Endless {
        /// Its path in the `templates` folder.
        name: String,
        /// Line (1-based) where it was stopped, if it was the loop that did not end and not the page.
        line: Option<usize>,
    },
    /// `site.accent` is not of the form `#rrggbb`.
    Accent(String),
    /// `base_url` is not an `http` or `https` address.
    BaseUrl(String),
    /// A theme or an index brings a path that would leave the output folder.
    Path(UnsafePath),
}

impl SiteError {
    /// The error as one line for a reader of `lang`.
    pub fn text(&self, lang: Lang) -> String {
        let say = |key: &str, args: &[(&str, Arg<'_>)]| i18n::text(lang, key, args);
        match self {
            Self::Template { name, line: Some(line), message } => say(
                "site-error-template-line",
                &[("name", name.as_str().into()), ("line", (*line).into()), ("message", message.as_str().into())],
            ),
            Self::Template { name, line: None, message } => {
                say("site-error-template", &[("name", name.as_str().into()), ("message", message.as_str().into())])
            }
            Self::Endless { name, line: Some(line) } => {
                say("site-error-endless-line", &[("name", name.as_str().into()), ("line", (*line).into())])
            }
            Self::Endless { name, line: None } => say("site-error-endless", &[("name", name.as_str().into())]),
            Self::Accent(value) => say("site-error-accent", &[("value", value.as_str().into())]),
            Self::BaseUrl(value) => say("site-error-base-url", &[("value", value.as_str().into())]),
            Self::Path(UnsafePath(path)) => say("site-error-path", &[("path", path.as_str().into())]),
        }
    }

    /// A template engine's error, met in the template `name` unless it says better.
    pub(super) fn template(name: &str, error: &tera::Error) -> Self {
        use std::error::Error;
        let (name, line, mut message) = match error.kind() {
            tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => {
                (report.filename().to_owned(), Some(report.span().start_line), report.message().to_owned())
            }
            tera::ErrorKind::MissingParent { current: name, .. }
            | tera::ErrorKind::CircularExtend { tpl: name, .. }
            | tera::ErrorKind::CircularInclude { tpl: name, .. } => (name.clone(), None, error.to_string()),
            _ => (name.to_owned(), None, error.to_string()),
        };
        if let Some(source) = error.source() {
            message = format!("{message}: {source}");
        }
        if message.contains(ENDLESS) {
            return Self::Endless { name, line };
        }
        Self::Template { name, line, message: message.lines().next().unwrap_or_default().to_owned() }
    }
}

impl std::fmt::Display for SiteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for SiteError {}

impl From<UnsafePath> for SiteError {
    fn from(path: UnsafePath) -> Self {
        Self::Path(path)
    }
}
