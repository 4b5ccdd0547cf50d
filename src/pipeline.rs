//! The straight line from documents to a library and to what is made of it, without any disk.

mod downloads;
mod preview;
mod reread;
mod review;

pub use preview::{Preview, needs_all, preview};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::export::{self, Cards, ExportError, ExportOptions, Format};
use crate::files::Files;
use crate::i18n::{Lang, ftl};
use crate::identity::{self, Assigned, Change, Lock};
use crate::images::Images;
use crate::lexicon::Lexicon;
use crate::link::{self, Decisions, Glossary, Library, Weights};
use crate::lint::{self, Context, Document, Levels, Terms};
use crate::normalise::{self, Entry, Normalised};
use crate::parse;
use crate::search;
use crate::site::{self, Extra, SiteError, Theme};
use crate::source::Source;

pub use review::{Reviewer, Scene, has_plain_ids};

/// Where the concepts come from.
#[derive(Debug, Clone, Default)]
pub enum Concepts {
    /// The glossary compiled into the program.
    #[default]
    Builtin,
    /// Nowhere: entries are joined by their words alone.
    None,
    /// A file of this form.
    File(Source),
    /// One that was read before.
    Read(Arc<Glossary>),
}

impl Concepts {
    /// The concepts, and what is wrong with their file.
    pub fn glossary(&self) -> (Glossary, Vec<Diagnostic>) {
        match self {
            Self::Builtin => (Glossary::builtin().clone(), Vec::new()),
            Self::None => Default::default(),
            Self::File(source) => Glossary::parse(source),
            Self::Read(glossary) => (glossary.as_ref().clone(), Vec::new()),
        }
    }
}

/// What a collection is made of.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// The documents, by name.
    pub sources: Vec<Source>,
    /// The concept scheme.
    pub concepts: Concepts,
    /// The lexicon to link by; `None` is the one compiled into the program.
    pub lexicon: Option<Arc<Lexicon>>,
    /// Whether the entries are joined to concepts only, and not to each other.
    pub unlinked: bool,
    /// What people decided about links: `links.yaml`.
    pub links: Option<Source>,
    /// The images beside the documents, by path; `None` where nobody looked for them.
    pub images: Option<Files>,
    /// The ids given so far.
    pub lock: Lock,
    /// Ids of questions that are in line with their declared translations, as somebody says.
    pub in_line: BTreeSet<String>,
    /// What was found before: files that could not be read.
    pub problems: Vec<Diagnostic>,
    /// The present, in seconds since 1970; recorded for what changed.
    pub now: i64,
}

/// Documents, and the library that they make up.
#[derive(Debug, Clone)]
pub struct Collection {
    /// The documents by name, each with its entries.
    pub documents: Vec<Document>,
    /// The entries, joined.
    pub library: Library,
    /// The images beside the documents; `None` where nobody looked for them.
    pub images: Option<Images>,
    /// The ids given so far and now.
    pub lock: Lock,
    /// How the lock differs from the one given.
    pub changes: Vec<Change>,
    /// What every stage but parsing found; that is in each document.
    pub findings: Vec<Diagnostic>,
    /// Of the ids that somebody called in line, those without a declared translation.
    pub untranslated: Vec<String>,
}

/// Reads the documents and joins their entries. Total: what is wrong with content is a finding beside the value.
pub fn collect(input: Input) -> Collection {
    let mut findings = input.problems;
    let mut entries: Vec<Entry> = Vec::new();
    let mut notes = Vec::new();
    let mut documents = Vec::with_capacity(input.sources.len());
    let read: Vec<_> = input
        .sources
        .into_par_iter()
        .map(|source| {
            let parsed = parse::parse(&source);
            let normalised = normalise::normalise(&source, &parsed);
            (Document { source, parsed, entries: 0..0 }, normalised)
        })
        .collect();
    for (document, normalised) in read {
        documents.push(document);
        entries.extend(normalised.entries);
        notes.extend(normalised.notes);
        findings.extend(normalised.diagnostics);
    }
    let (glossary, problems) = input.concepts.glossary();
    findings.extend(problems);
    link::settle(&mut entries, &glossary);
    let Assigned { entries, mut lock, mut changes, diagnostics } = identity::assign(entries, &input.lock, input.now);
    findings.extend(diagnostics);
    let mut library = match input.unlinked {
        true => link::mention(entries, notes, glossary, input.lexicon),
        false => link::link_by(entries, notes, glossary, input.lexicon, Weights::default()),
    };
    if let Some(source) = input.links.as_ref().filter(|_| !input.unlinked) {
        let (decisions, problems) = Decisions::parse(source);
        findings.extend(problems);
        findings.extend(decisions.apply(&mut library, &lock));
    }
    for document in &mut documents {
        let name = document.source.name.as_str();
        let start = library.entries.partition_point(|entry| entry.source.path.as_str() < name);
        let end = library.entries.partition_point(|entry| entry.source.path.as_str() <= name);
        document.entries = start..end;
    }
    let images = input.images.as_ref().map(Images::new);
    let none = Images::default();
    changes.extend(export::anki::publish(&library, images.as_ref().unwrap_or(&none), &mut lock, input.now));
    let mut untranslated = Vec::new();
    if !input.unlinked {
        let followed = link::follow(&library, &mut lock, &input.in_line);
        changes.extend(followed.changes);
        findings.extend(followed.stale.into_iter().filter_map(|pair| stale(&documents, &library, pair)));
        untranslated = followed.unknown;
    }
    Collection { documents, library, images, lock, changes, findings, untranslated }
}

/// The finding that an entry says what its translation no longer says.
fn stale(documents: &[Document], library: &Library, (at, changed): (usize, usize)) -> Option<Diagnostic> {
    let [(own, entry), (theirs, other)] = [at, changed].map(|at| {
        let entry = &library.entries[at];
        (documents.binary_search_by(|document| document.source.name.cmp(&entry.source.path)).ok(), entry)
    });
    let (own, theirs) = (&documents[own?], &documents[theirs?]);
    let place = format!("{}:{}", theirs.source.name, theirs.question_place(other).line);
    let finding = own.finding("stale-translation", own.question_place(entry));
    Some(finding.with("other", place).with("id", entry.id.as_str()).with("lang", other.lang.code()))
}

/// The entries joined to their concepts and not to each other: what a search index is made of. It is that of [`collect`], but
/// each document is let go as soon as it is read, and nothing is found wrong with any.
pub fn joined_to_concepts(input: Input) -> Library {
    let read = |source: Source| normalise::normalise(&source, &parse::parse(&source));
    let read: Vec<Normalised> = input.sources.into_par_iter().map(read).collect();
    let (mut entries, mut notes) = (Vec::with_capacity(read.len()), Vec::new());
    for document in read {
        entries.extend(document.entries);
        notes.extend(document.notes);
    }
    let (glossary, _) = input.concepts.glossary();
    link::settle(&mut entries, &glossary);
    let entries = identity::assign(entries, &input.lock, input.now).entries;
    link::mention(entries, notes, glossary, input.lexicon)
}

impl Collection {
    /// Every finding about the collection: those of the stages and those of the rules.
    pub fn lint(&self, config: &Config, levels: &Levels) -> Vec<Diagnostic> {
        lint::lint(&Context {
            documents: &self.documents,
            library: &self.library,
            config,
            levels,
            terms: &Terms::new(&self.library, config, levels),
            images: self.images.as_ref(),
            earlier: &self.findings,
            messages: &Lang::ALL.map(|lang| (lang, ftl(lang))),
        })
    }

    /// What the stages found while reading, without the rules.
    pub fn reading_findings(&self, levels: &Levels) -> Vec<Diagnostic> {
        let parsing = self.documents.iter().flat_map(|document| document.parsed.diagnostics.iter().cloned());
        levels.settle(parsing.chain(self.findings.iter().cloned()).collect())
    }

    /// Writes the library in the format of this name; `choose` narrows it down.
    ///
    /// # Errors
    /// When the format's own library fails.
    pub fn export(
        &self,
        config: &Config,
        exporter: &export::Exporter,
        choose: &Choice<'_>,
    ) -> Result<Vec<u8>, ExportError> {
        self.with_options(config, choose, |options| (exporter.run)(&self.library, options))
    }

    /// What an Anki package of this choice does to the notes of a learner who has imported `old`.
    pub fn against(
        &self,
        config: &Config,
        old: &export::anki::OldPackage,
        choose: &Choice<'_>,
    ) -> export::anki::Report {
        self.with_options(config, choose, |options| {
            export::anki::compare(old, &export::anki::deck(&self.library, options))
        })
    }

    /// How many questions the file of this format holds, which may leave some out; `choose` narrows them down.
    pub fn count(&self, config: &Config, exporter: &export::Exporter, choose: &Choice<'_>) -> usize {
        self.with_options(config, choose, |options| (exporter.count)(&self.library, options))
    }

    fn with_options<T>(&self, config: &Config, choose: &Choice<'_>, then: impl FnOnce(&ExportOptions<'_>) -> T) -> T {
        let Choice { lang, topic, level, csv, format, cards } = *choose;
        let (releases, retired) = (self.lock.releases(), self.retired());
        let none = Images::default();
        let (published, images) = (&self.lock.notes, self.images.as_ref().unwrap_or(&none));
        let (releases, retired) = (&releases, retired.as_slice());
        then(&ExportOptions { config, lang, topic, level, releases, retired, csv, published, images, format, cards })
    }

    fn retired(&self) -> Vec<export::Retired> {
        let of = |record: &identity::Record| export::Retired {
            id: record.id.clone(),
            lang: record.lang,
            question: record.question.clone(),
        };
        self.lock.tombstones().map(of).collect()
    }
}

/// Which entries an export has.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choice<'a> {
    /// Only this language.
    pub lang: Option<Lang>,
    /// Only this topic.
    pub topic: Option<&'a str>,
    /// Only this level.
    pub level: Option<crate::normalise::Difficulty>,
    /// How `csv` is written.
    pub csv: export::CsvForm,
    /// The form of an Anki package.
    pub format: Format,
    /// What the cards of an Anki package ask.
    pub cards: Cards,
}

/// Why a site cannot be built.
#[derive(Debug)]
pub enum BuildError {
    /// Templates or settings.
    Site(SiteError),
    /// A download.
    Export(ExportError),
}

impl BuildError {
    /// What is wrong, for a reader of `lang`.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Site(error) => error.text(lang),
            Self::Export(error) => error.to_string(),
        }
    }
}

impl std::fmt::Display for BuildError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for BuildError {}

impl From<SiteError> for BuildError {
    fn from(error: SiteError) -> Self {
        Self::Site(error)
    }
}

impl From<ExportError> for BuildError {
    fn from(error: ExportError) -> Self {
        Self::Export(error)
    }
}

impl From<crate::files::UnsafePath> for BuildError {
    fn from(error: crate::files::UnsafePath) -> Self {
        Self::Site(error.into())
    }
}

/// The whole site: pages, search index, downloads. `theme` are the files that replace or add to the built-in theme.
///
/// # Errors
/// When a template or a setting is wrong. Nothing in the library can make it fail.
pub fn site(collection: &Collection, config: &Config, theme: &BTreeMap<String, Vec<u8>>) -> Result<Files, BuildError> {
    let theme = themed(theme);
    let (index, downloads) =
        rayon::join(|| search::build(&collection.library), || downloads::downloads(collection, config));
    let (download_files, downloads) = downloads?;
    let mut extra = Extra {
        search_index: Some(format!("idx/{}", index.hash)),
        downloads,
        offline: Some(index.files),
        ..extra(collection)
    };
    let mut files = site::build(&collection.library, config, &theme, &extra)?;
    files.extend(extra.offline.take().unwrap_or_default());
    files.extend(download_files);
    Ok(files)
}

/// The built-in theme with these files instead of its own of the same name.
fn themed(files: &BTreeMap<String, Vec<u8>>) -> Theme {
    files.iter().fold(Theme::builtin(), |theme, (name, bytes)| theme.with(name.as_str(), bytes.clone()))
}

/// What pages say of the collection beyond its library.
fn extra(collection: &Collection) -> Extra {
    let retired = collection.lock.tombstones().map(|record| site::Retired {
        id: record.id.clone(),
        lang: record.lang,
        successor: collection.lock.heir(record).map(|heir| heir.id.clone()),
    });
    let changed = collection.lock.records.values();
    Extra {
        retired: retired.collect(),
        changed: changed.filter_map(|record| Some((record.id.clone(), record.changed?))).collect(),
        images: collection.images.clone().unwrap_or_default(),
        ..Extra::default()
    }
}
