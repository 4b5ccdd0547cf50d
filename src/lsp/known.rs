//! What is known of a project: its settings and, once all of it was read, its questions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::trouble::Trouble;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::discover::{self, Project, Unsaved};
use crate::lexicon::Lexicon;
use crate::link::{Glossary, Labels};
use crate::lint::{Document, Levels};
use crate::pipeline::{self, Collection, Concepts, Input};
use crate::source::Source;

/// A project, or what stands in for one around a document that belongs to none.
pub struct Known {
    /// The folder with `passerelle.yaml`.
    pub root: Option<PathBuf>,
    /// The settings.
    pub config: Config,
    /// Which rules are on.
    pub levels: Levels,
    /// The concepts.
    pub glossary: Arc<Glossary>,
    /// Their labels, to be found in texts.
    pub labels: Labels,
    /// The file that they are from, where it is the project's own.
    pub concepts: Option<Source>,
    /// The lexicon that the settings name.
    pub lexicon: Option<Arc<Lexicon>>,
    /// All questions; `None` until they were read.
    pub whole: Option<Whole>,
}

/// A whole collection with its findings.
pub struct Whole {
    /// The collection.
    pub collection: Collection,
    /// What `passerelle lint` says about it.
    pub findings: Vec<Diagnostic>,
    /// What a look at each of the open documents by itself gave, by name.
    pub apart: BTreeMap<String, Vec<Diagnostic>>,
}

impl Known {
    /// No project: defaults and the built-in concepts.
    pub fn nothing() -> Self {
        let glossary = Arc::new(Glossary::builtin().clone());
        Self {
            root: None,
            config: Config::default(),
            levels: Levels::default(),
            labels: Labels::new(&glossary),
            glossary,
            concepts: None,
            lexicon: None,
            whole: None,
        }
    }

    /// The settings of the project in `root`, which are soon read.
    pub fn settings(root: &Path, unsaved: &Unsaved) -> Result<Self, Trouble> {
        let project = discover::settings_over(root, unsaved).map_err(|failure| Trouble::of(root, failure))?;
        let Project { root, config, concepts, lexicon, .. } = project;
        Self::of(root, config, concepts, lexicon, unsaved).map(|(known, _)| known)
    }

    /// The project in `root` with all its questions; `now` in seconds since 1970.
    pub fn all(root: &Path, unsaved: &Unsaved, now: i64) -> Result<Self, Trouble> {
        let project = discover::project_over(root, unsaved).map_err(|failure| Trouble::of(root, failure))?;
        let (concepts, lexicon) = (project.concepts.clone(), project.lexicon.clone());
        let (project, mut input) = project.into_parts(now).map_err(|error| Trouble::of_lock(root, error))?;
        let mut named = project.config.clone();
        input.lock.settle_names(&mut named).map_err(|failure| Trouble::of(root, failure.at(discover::LOCK)))?;
        let (mut known, problems) = Self::of(project.root, project.config, concepts, lexicon, unsaved)?;
        known.config = named;
        input.concepts = Concepts::Read(known.glossary.clone());
        input.problems.extend(problems);
        let collection = pipeline::collect(input);
        let findings = collection.lint(&known.config, &known.levels);
        let open = collection.documents.iter().filter(|document| unsaved.contains_key(&document.source.name));
        let look =
            |document: &Document| (document.source.name.clone(), known.look(document.source.clone(), false).findings);
        let apart = open.map(look).collect();
        known.whole = Some(Whole { collection, findings, apart });
        Ok(known)
    }

    /// The settings of a project, and what is wrong with its concepts.
    fn of(
        root: PathBuf,
        config: Config,
        concepts: Option<Source>,
        lexicon: Option<Arc<Lexicon>>,
        unsaved: &Unsaved,
    ) -> Result<(Self, Vec<Diagnostic>), Trouble> {
        let levels = Levels::new(&config.lint).and_then(|levels| levels.with_paths(&config.lint_paths));
        let levels = levels.map_err(|unknown| Trouble::of_rule(&root, unknown, unsaved))?;
        let (glossary, problems) = match &concepts {
            Some(source) => Glossary::parse(source),
            None => (Glossary::builtin().clone(), Vec::new()),
        };
        let labels = Labels::new(&glossary);
        let glossary = Arc::new(glossary);
        Ok((Self { root: Some(root), config, levels, glossary, labels, concepts, lexicon, whole: None }, problems))
    }

    /// A document by itself, with what is found in it. It is joined to others of its questions where `joined` says so; in
    /// a collection that is the work of [`Known::all`].
    pub fn look(&self, source: Source, joined: bool) -> Whole {
        let collection = pipeline::collect(Input {
            sources: vec![source],
            concepts: Concepts::Read(self.glossary.clone()),
            lexicon: self.lexicon.clone(),
            unlinked: !joined,
            ..Input::default()
        });
        let findings = collection.lint(&self.config, &self.levels);
        Whole { collection, findings, apart: BTreeMap::new() }
    }
}

impl Whole {
    /// The findings in the document `name`.
    pub fn findings(&self, name: &str) -> impl Iterator<Item = &Diagnostic> {
        let first = self.findings.partition_point(|finding| finding.path.as_str() < name);
        self.findings[first..].iter().take_while(move |finding| finding.path == name)
    }

    /// The document `name`.
    pub fn document(&self, name: &str) -> Option<&Document> {
        let documents = &self.collection.documents;
        let at = documents.binary_search_by(|document| document.source.name.as_str().cmp(name)).ok()?;
        Some(&documents[at])
    }
}
