//! Disk to sources: the project's configuration, documents, concepts, lock file and templates.

mod cache;
mod images;
mod read;
mod survey;
mod walk;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::failure::Failure;
use crate::files::Files;
use crate::identity::{Lock, LockError};
use crate::lexicon::{Lexicon, Malformed};
use crate::pipeline::{Concepts, Input};
use crate::source::Source;

pub use cache::{CACHE, CACHE_VARIABLE, cache_file, cached};
pub use read::{LIMIT, UNREADABLE};
pub use survey::{Listed, Raw, Survey, images_of, stamp, survey};

/// The configuration's file name, which makes a folder a project.
pub const CONFIG: &str = "passerelle.yaml";
/// The file of the ids, beside the configuration.
pub const LOCK: &str = "passerelle.lock";
/// The concept scheme, in the content folder.
pub const CONCEPTS: &str = "concepts.yaml";
/// The hand-made judgements about links, in the content folder.
pub const LINKS: &str = "links.yaml";
/// Instead of the name of a lexicon: one without any words.
pub const NO_LEXICON: &str = "none";

/// Texts that stand in for files, by shown name: what an editor holds and has not saved.
pub type Unsaved = BTreeMap<String, String>;

/// Documents that were asked for, and what was wrong with those that could not be read.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The documents in the order of their names.
    pub sources: Vec<Source>,
    /// Findings about files that could not be read; the others are all there.
    pub problems: Vec<Diagnostic>,
}

/// Everything of a project that is read from disk.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder with `passerelle.yaml`.
    pub root: PathBuf,
    /// The settings.
    pub config: Config,
    /// The documents in the order of their names.
    pub sources: Vec<Source>,
    /// The images of the content folder that a document mentions.
    pub images: Files,
    /// `concepts.yaml` of the content folder.
    pub concepts: Option<Source>,
    /// The lexicon that the configuration names.
    pub lexicon: Option<Arc<Lexicon>>,
    /// `links.yaml` of the content folder.
    pub links: Option<Source>,
    /// The text of `passerelle.lock`.
    pub lock: Option<Source>,
    /// Files of the templates folder by path below it, with `/`.
    pub theme: BTreeMap<String, Vec<u8>>,
    /// Findings about files that could not be read.
    pub problems: Vec<Diagnostic>,
}

/// What of a project is no part of its collection.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder with `passerelle.yaml`.
    pub root: PathBuf,
    /// The settings.
    pub config: Config,
    /// Files of the templates folder by path below it, with `/`.
    pub theme: BTreeMap<String, Vec<u8>>,
}

impl Project {
    /// Its settings, and what its collection is made of, which is as large as the collection and therefore there once; `now` in
    /// seconds since 1970.
    ///
    /// # Errors
    /// When the lock file is not one.
    pub fn into_parts(self, now: i64) -> Result<(Settings, Input), LockError> {
        let input = Input {
            sources: self.sources,
            concepts: self.concepts.map_or(Concepts::Builtin, Concepts::File),
            lexicon: self.lexicon,
            unlinked: false,
            links: self.links,
            images: Some(self.images),
            lock: self.lock.as_ref().map_or_else(|| Ok(Lock::default()), Lock::parse)?,
            in_line: Default::default(),
            problems: self.problems,
            now,
        };
        Ok((Settings { root: self.root, config: self.config, theme: self.theme }, input))
    }
}

/// The project folder that `start` is in: the nearest one upwards with a `passerelle.yaml`.
pub fn root(start: &Path) -> Option<PathBuf> {
    let start = start.canonicalize().ok()?;
    start.ancestors().find(|folder| folder.join(CONFIG).is_file()).map(Path::to_owned)
}

/// Reads the configuration of the project in `root`; defaults where there is no file.
///
/// # Errors
/// When the file cannot be read or says something that cannot be.
pub fn config(root: &Path) -> Result<Config, Failure> {
    config_over(root, &Unsaved::new())
}

fn config_over(root: &Path, unsaved: &Unsaved) -> Result<Config, Failure> {
    optional(root, CONFIG, unsaved)?.map_or_else(|| Ok(Config::default()), |source| Config::parse(&source))
}

/// The concept scheme of the project in `root`, if it has its own.
///
/// # Errors
/// When the file cannot be read.
pub fn concepts(root: &Path, config: &Config) -> Result<Option<Source>, Failure> {
    optional(root, &concepts_name(config), &Unsaved::new())
}

/// The shown name of the concept scheme.
fn concepts_name(config: &Config) -> String {
    format!("{}/{CONCEPTS}", config.content)
}

/// The lexicon that the configuration of the project in `root` names, if it names one.
///
/// # Errors
/// When it cannot be read.
pub fn lexicon(root: &Path, config: &Config) -> Result<Option<Arc<Lexicon>>, Failure> {
    let Some(named) = config.link.lexicon.as_deref() else { return Ok(None) };
    lexicon_file(Path::new(named), root).map(Some)
}

/// Reads the lexicon `named`, a path from the folder `base`; `none` is the one without any words.
///
/// # Errors
/// When it cannot be read, is no lexicon, or is one of a version that is not known here.
pub fn lexicon_file(named: &Path, base: &Path) -> Result<Arc<Lexicon>, Failure> {
    if named == Path::new(NO_LEXICON) {
        return Ok(Arc::default());
    }
    let shown = walk::shown(named);
    let failure = |key| Failure::new(key).at(shown.as_str());
    let read = read::one(&base.join(named), &shown).map_err(|error| Failure::io("lexicon-read", &shown, &error))?;
    let source = read.map_err(|problem| failure("lexicon-not").position(problem.place.line, problem.place.column))?;
    let lexicon = Lexicon::parse(&source.text).map_err(|error| match error {
        Malformed::Unmarked => failure("lexicon-not").position(1, 1),
        Malformed::Version(version) => failure("lexicon-version").position(1, 1).with("version", version),
        Malformed::Line(line) => failure("lexicon-line").position(line, 1),
    })?;
    Ok(Arc::new(lexicon))
}

/// Reads a whole project.
///
/// # Errors
/// When the configuration, the concepts, the lexicon, the lock file or a template cannot be read, or the content folder does not
/// exist. Documents that cannot be read are findings beside the others.
pub fn project(root: &Path) -> Result<Project, Failure> {
    project_over(root, &Unsaved::new())
}

/// The settings of the project in `root` alone, which are soon read: no document, image or template.
///
/// # Errors
/// As [`project`], but for what is not read here.
pub fn settings_over(root: &Path, unsaved: &Unsaved) -> Result<Project, Failure> {
    let config = config_over(root, unsaved)?;
    Ok(Project {
        root: root.to_owned(),
        sources: Vec::new(),
        images: Files::new(),
        concepts: optional(root, &concepts_name(&config), unsaved)?,
        lexicon: lexicon(root, &config)?,
        links: None,
        lock: None,
        theme: BTreeMap::new(),
        problems: Vec::new(),
        config,
    })
}

/// Reads a whole project as it would be if these texts were saved; those of documents that do not exist yet are read too.
///
/// # Errors
/// As [`project`].
pub fn project_over(root: &Path, unsaved: &Unsaved) -> Result<Project, Failure> {
    let config = config_over(root, unsaved)?;
    let (mut files, others, problems) = listing(root, &config)?;
    files.retain(|(_, name)| !unsaved.contains_key(name));
    let mut found = read::all(files, problems);
    let open = unsaved.iter().filter(|(name, _)| is_part(&config, name));
    found.sources.extend(open.map(|(name, text)| Source::new(root.join(name), name, text.as_str())));
    found.sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Project {
        images: images::mentioned(others, &found.sources)?,
        root: root.to_owned(),
        sources: found.sources,
        problems: found.problems,
        concepts: optional(root, &concepts_name(&config), unsaved)?,
        lexicon: lexicon(root, &config)?,
        links: optional(root, &format!("{}/{LINKS}", config.content), unsaved)?,
        lock: optional(root, LOCK, unsaved)?,
        theme: theme(root, &config.templates)?,
        config,
    })
}

/// Whether a file of this shown name, visible or yet to be written, is a document of the collection.
pub fn is_part(config: &Config, name: &str) -> bool {
    let Some(below) = name.strip_prefix(&config.content).and_then(|rest| rest.strip_prefix('/')) else { return false };
    let hidden = below.split('/').any(|part| part.starts_with('.'));
    let other = below == CONCEPTS || below == LINKS || Some(name) == config.link.lexicon.as_deref();
    walk::is_document(name) && !hidden && !other
}

/// A file with its shown name.
type Named = (PathBuf, String);

/// Documents, other files, and what could not be found out.
type Listing = (Vec<Named>, Vec<Named>, Vec<Diagnostic>);

/// The documents of the project in `root`, the other files of its content folder, and what could not be found out.
fn listing(root: &Path, config: &Config) -> Result<Listing, Failure> {
    let content = root.join(&config.content);
    if !content.is_dir() {
        return Err(Failure::new("no-content").at(content.display().to_string()));
    }
    let walked = walk::folder(&content, &config.content);
    let (mut files, others): (Vec<_>, Vec<_>) = walked.files.into_iter().partition(|(_, name)| walk::is_document(name));
    files.retain(|(_, name)| is_part(config, name));
    Ok((files, others, walked.problems))
}

/// Reads just these files and folders, as they are named; `-` is `stdin`, read once however often it is named. Any extension is read when the file itself is
/// named; in folders, the documents.
///
/// # Errors
/// When one of them does not exist or standard input cannot be read.
pub fn paths(paths: &[PathBuf], stdin: &mut dyn Read) -> Result<Found, Failure> {
    let mut files = Vec::new();
    let mut piped = None;
    let mut problems = Vec::new();
    for path in paths {
        let name = walk::shown(path);
        if name == "-" && piped.is_some() {
            continue;
        }
        if name == "-" {
            piped = Some(read::stream(stdin, "-").map_err(|error| Failure::io("read", "-", &error))?);
            continue;
        }
        let meta = std::fs::metadata(path).map_err(|error| Failure::io("path", path, &error))?;
        if meta.is_dir() {
            let walked = walk::folder(path, &name);
            // The content folder of a project may be named like any other: its concepts and decisions are no questions.
            let own = |name: &str| name.rsplit('/').next().is_some_and(|last| last == CONCEPTS || last == LINKS);
            files.extend(walked.files.into_iter().filter(|(_, name)| walk::is_document(name) && !own(name)));
            problems.extend(walked.problems);
        } else {
            files.push((path.clone(), name));
        }
    }
    files.sort_by(|a, b| a.1.cmp(&b.1));
    files.dedup_by(|a, b| a.1 == b.1);
    let mut found = read::all(files, problems);
    match piped {
        Some(Ok(source)) => found.sources.push(source),
        Some(Err(problem)) => found.problems.push(*problem),
        None => {}
    }
    Ok(found)
}

/// Reads one text file that the user named, such as `--concepts FILE`.
///
/// # Errors
/// When it cannot be read or is not UTF-8.
pub fn file(path: &Path) -> Result<Source, Failure> {
    read::one(path, &walk::shown(path)).map_err(|error| Failure::io("read", path, &error))?.map_err(|problem| {
        let line = problem.place.line;
        Failure::new("not-utf8").at(path.display().to_string()).position(line, problem.place.column)
    })
}

/// The documents of a project at these paths, where they can be read; other files are passed over.
pub fn documents(root: &Path, paths: &[PathBuf]) -> Vec<Source> {
    let document = |path: &PathBuf| {
        let name = walk::shown(path.strip_prefix(root).ok()?);
        walk::is_document(&name).then(|| read::one(path, &name).ok()?.ok()).flatten()
    };
    paths.iter().filter_map(document).collect()
}

/// A file of the project that need not exist.
fn optional(root: &Path, name: &str, unsaved: &Unsaved) -> Result<Option<Source>, Failure> {
    let path = root.join(name);
    if let Some(text) = unsaved.get(name) {
        return Ok(Some(Source::new(path, name, text.as_str())));
    }
    if std::fs::symlink_metadata(&path).is_err() {
        return Ok(None);
    }
    let mut source = file(&path)?;
    source.name = name.to_owned();
    Ok(Some(source))
}

/// The files of the templates folder `folder` of the project in `root`, as bytes.
///
/// # Errors
/// When one cannot be read.
pub fn theme(root: &Path, folder: &str) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let path = root.join(folder);
    if !path.is_dir() {
        return Ok(BTreeMap::new());
    }
    let mut theme = BTreeMap::new();
    for (path, name) in walk::folder(&path, "").files {
        let bytes = std::fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
        theme.insert(name, bytes);
    }
    Ok(theme)
}
