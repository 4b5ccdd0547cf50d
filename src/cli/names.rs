//! What documents are called from where the user stands.

use std::path::Path;

use passerelle::diagnostic::Diagnostic;
use passerelle::pipeline::Collection;
use passerelle::report::Sources;
use passerelle::source::Source;

/// Names relative to the current folder, for documents whose names are relative to a project's root.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The way from here to the root, with `/` at its end; empty where the names are right as they are.
    prefix: String,
    /// A document that the user named, and that is called so.
    named: Option<String>,
}

impl Names {
    /// The names below `root` where it lies below the current folder, else as they are. `concepts` is `--concepts`.
    pub fn from_here(root: &Path, concepts: Option<&Path>) -> Self {
        let below = || {
            let here = std::env::current_dir().ok()?.canonicalize().ok()?;
            let root = root.canonicalize().ok()?;
            let parts: Vec<String> =
                root.strip_prefix(here).ok()?.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            Some(parts.iter().map(|part| format!("{part}/")).collect::<String>())
        };
        let named = concepts.map(|path| path.to_string_lossy().replace('\\', "/"));
        Self { prefix: below().unwrap_or_default(), named }
    }

    /// What a document is called from here.
    pub fn shown(&self, name: &str) -> String {
        let own = self.named.as_deref() == Some(name);
        if own { name.to_owned() } else { format!("{}{name}", self.prefix) }
    }

    /// The findings with their documents, and those that they mention, called so.
    pub fn findings(&self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.prefix.is_empty() {
            return found;
        }
        for finding in &mut found {
            finding.path = self.shown(&finding.path);
            let mentions =
                |name: &str| name == "path" || (name == "other" && finding.rule.ends_with("duplicate-question"));
            for (_, value) in finding.args.iter_mut().filter(|(name, _)| mentions(name)) {
                *value = self.shown(value);
            }
        }
        found
    }

    /// These documents by what they are called from here.
    pub fn shown_sources<'a>(&self, sources: &'a [Source]) -> Sources<'a> {
        sources.iter().map(|source| (self.shown(&source.name), source)).collect()
    }

    /// The documents of a collection by what they are called from here.
    pub fn sources<'a>(&self, collection: &'a Collection) -> Sources<'a> {
        collection.documents.iter().map(|document| (self.shown(&document.source.name), &document.source)).collect()
    }
}
