//! What a command works on: the files named, else the project around the current folder.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use passerelle::config::Config;
use passerelle::diagnostic::Severity;
use passerelle::discover::{self, Settings};
use passerelle::failure::Failure;
use passerelle::i18n::Lang;
use passerelle::identity::{ChangeKind, Lock};
use passerelle::lint::Levels;
use passerelle::pipeline::{self, Collection, Concepts, Input};
use passerelle::source::Source;

use super::args::Instead;
use super::names::Names;
use super::terminal::Terminal;
use super::{Status, Stop};

/// A collection with its settings.
pub(super) struct Loaded {
    pub config: Config,
    pub levels: Levels,
    pub collection: Collection,
    /// The folder with `passerelle.yaml`, where there is one.
    pub root: Option<PathBuf>,
    /// What its documents are called from the current folder.
    pub names: Names,
}

impl Loaded {
    /// Tells what was found while reading, and whether that is an error.
    pub fn reading_findings(&self, terminal: &Terminal) -> Status {
        let found = self.names.findings(self.collection.reading_findings(&self.levels));
        terminal.findings(&found, &self.names.sources(&self.collection), Severity::Error)
    }
}

/// The root of the project: `--root`, else the nearest folder upwards with a `passerelle.yaml`.
pub(super) fn root(asked: Option<&Path>) -> Result<PathBuf, Stop> {
    match asked {
        Some(root) if !root.is_dir() => {
            let error = std::fs::read_dir(root).err().unwrap_or_else(|| std::io::ErrorKind::NotADirectory.into());
            Err(Failure::io("path", root, &error).into())
        }
        Some(root) => Ok(root.to_owned()),
        None => discover::root(Path::new(".")).ok_or_else(|| Failure::new("no-project").into()),
    }
}

/// The settings of the project in `root` and what its collection is made of.
pub(super) fn project(root: &Path, terminal: &Terminal) -> Result<(Settings, Input, Levels), Stop> {
    let project = discover::project(root)?;
    let (mut project, mut input) =
        project.into_parts(now()).map_err(|error| Stop::Said(error.message(terminal.lang)))?;
    input.lock.settle_names(&mut project.config).map_err(|failure| failure.at(discover::LOCK))?;
    let levels = levels(&project.config, Some(root), terminal.lang)?;
    Ok((project, input, levels))
}

/// The collection in `paths`, else of the project.
pub(super) fn load(
    paths: &[PathBuf],
    instead: &Instead,
    asked: Option<&Path>,
    terminal: &Terminal,
) -> Result<Loaded, Stop> {
    load_by(pipeline::collect, paths, instead, asked, terminal)
}

/// The same, where `collect` makes the collection.
pub(super) fn load_by(
    collect: fn(Input) -> Collection,
    paths: &[PathBuf],
    instead: &Instead,
    asked: Option<&Path>,
    terminal: &Terminal,
) -> Result<Loaded, Stop> {
    let _progress = terminal.progress("cli-progress-reading");
    if paths.is_empty() {
        let root = root(asked)?;
        let (project, mut input, levels) = project(&root, terminal)?;
        if let Some(concepts) = &instead.concepts {
            input.concepts = chosen(concepts)?;
        }
        if let Some(lexicon) = &instead.lexicon {
            input.lexicon = Some(discover::lexicon_file(lexicon, Path::new(""))?);
        }
        let names = Names::from_here(&root, instead.concepts.as_deref());
        let collection = collect(input);
        return Ok(Loaded { config: project.config, levels, collection, root: Some(root), names });
    }
    Ok(given(paths, instead, asked, terminal)?.collect_by(collect))
}

/// Files and folders that were named, read, and what they are looked at under.
pub(super) struct Given {
    pub config: Config,
    pub levels: Levels,
    pub input: Input,
    /// The folder with `passerelle.yaml` around, where there is one.
    pub root: Option<PathBuf>,
}

impl Given {
    /// The collection that they make up.
    pub fn collect_by(self, collect: fn(Input) -> Collection) -> Loaded {
        let collection = collect(self.input);
        Loaded { config: self.config, levels: self.levels, collection, root: self.root, names: Names::default() }
    }
}

/// Reads the files and folders `paths`.
pub(super) fn given(
    paths: &[PathBuf],
    instead: &Instead,
    asked: Option<&Path>,
    terminal: &Terminal,
) -> Result<Given, Stop> {
    let found = discover::paths(paths, &mut std::io::stdin().lock())?;
    let around = match asked {
        Some(_) => Some(root(asked)?),
        None => discover::root(Path::new(".")),
    };
    let config = around.as_deref().map_or_else(|| Ok(Config::default()), discover::config)?;
    let concepts = match (&instead.concepts, &around) {
        (Some(concepts), _) => chosen(concepts)?,
        (None, Some(root)) => discover::concepts(root, &config)?.map_or(Concepts::Builtin, Concepts::File),
        (None, None) => Concepts::Builtin,
    };
    let lexicon = match (&instead.lexicon, &around) {
        (Some(lexicon), _) => Some(discover::lexicon_file(lexicon, Path::new(""))?),
        (None, Some(root)) => discover::lexicon(root, &config)?,
        (None, None) => None,
    };
    let levels = levels(&config, around.as_deref(), terminal.lang)?;
    let (sources, problems) = (found.sources, found.problems);
    let input = Input { sources, concepts, lexicon, problems, now: now(), ..Input::default() };
    Ok(Given { config, levels, input, root: around })
}

/// The ids given so far, in a project with these settings.
pub(super) fn lock(text: Option<&Source>, config: &Config, terminal: &Terminal) -> Result<Lock, Stop> {
    let lock = text.map_or_else(|| Ok(Lock::default()), Lock::parse);
    let mut lock = lock.map_err(|error| Stop::Said(error.message(terminal.lang)))?;
    lock.settle_names(&mut config.clone()).map_err(|failure| failure.at(discover::LOCK))?;
    Ok(lock)
}

/// Refuses a lock file none of whose questions is there: it was copied from another collection, and everything in it would
/// be retired.
pub(super) fn own_lock(collection: &Collection) -> Result<(), Stop> {
    let of_kind = |wanted: fn(&ChangeKind) -> bool| collection.changes.iter().filter(move |c| wanted(&c.kind)).count();
    let (gone, new) =
        (of_kind(|kind| matches!(kind, ChangeKind::Retired { .. })), of_kind(|kind| *kind == ChangeKind::Added));
    let live = collection.lock.records.values().filter(|record| record.retired.is_none()).count();
    let foreign = gone > 1 && new > 0 && live == new;
    if foreign {
        Err(Failure::new("lock-foreign").at(discover::LOCK).with("gone", gone.to_string()).into())
    } else {
        Ok(())
    }
}

pub(super) fn chosen(concepts: &Path) -> Result<Concepts, Stop> {
    if concepts == Path::new("none") {
        return Ok(Concepts::None);
    }
    Ok(Concepts::File(discover::file(concepts)?))
}

/// The levels of the rules. The configuration is parsed before the rules are known, so that a name that no rule has comes
/// out only here.
pub(super) fn levels(config: &Config, root: Option<&Path>, lang: Lang) -> Result<Levels, Stop> {
    Levels::new(&config.lint).and_then(|levels| levels.with_paths(&config.lint_paths)).map_err(|unknown| {
        let text = root.and_then(|root| discover::file(&root.join(discover::CONFIG)).ok());
        let place = text.and_then(|source| Config::position(&source, &unknown.name));
        let place = place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        Stop::Said(format!("{}{place}: {}", discover::CONFIG, unknown.message(lang)))
    })
}

/// The present, in seconds since 1970; `SOURCE_DATE_EPOCH` (reproducible-builds.org) stands in for it.
pub(super) fn now() -> i64 {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    given.unwrap_or_else(|| SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64))
}
