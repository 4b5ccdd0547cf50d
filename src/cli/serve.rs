//! `passerelle serve`: the site from memory, up to date when a source changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use passerelle::discover;
use passerelle::i18n::text;
use passerelle::pipeline;
use passerelle::serve::{Project, Server, Watched, watch};

use super::args::Serve;
use super::terminal::Terminal;
use super::{Status, Stop, input};

/// How long it has to be quiet before the whole collection is read again: not between two keystrokes of somebody whose
/// editor saves by itself.
const QUIET: Duration = Duration::from_millis(250);

/// How long this is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

pub(super) fn run(options: &Serve, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let root = input::root(root)?;
    let root = root.canonicalize().unwrap_or(root);
    let shown = Shown {
        server: Server::bind(options.port, terminal.lang)?,
        root: &root,
        terminal,
        now: input::now(),
        changes: Mutex::default(),
    };
    shown.all();
    shown.server.start();
    let url = shown.server.url();
    terminal.words(&format!("{}\n", text(terminal.lang, "cli-serving", &[("url", url.as_str().into())])))?;
    if options.open && !open(&url) {
        terminal.note(&text(terminal.lang, "cli-no-browser", &[("url", url.as_str().into())]));
    }
    let (wake, woken) = channel();
    std::thread::scope(|scope| {
        let shown = &shown;
        scope.spawn(move || shown.follow(&woken));
        watch(&watched(&root), move |paths| {
            shown.first_look(paths);
            // Who follows ends with the watch.
            wake.send(()).is_ok()
        })
    })?;
    Ok(Status::Clean)
}

/// A project as it is shown.
struct Shown<'a> {
    server: Server,
    root: &'a Path,
    terminal: &'a Terminal,
    /// When this began, in seconds since 1970: the date of every edit until it ends, so that no page changes for the time alone.
    now: i64,
    /// What changed since the whole was last read. Held while something is shown, so that nothing older comes after it.
    changes: Mutex<BTreeSet<PathBuf>>,
}

impl Shown<'_> {
    /// Shows what can be told from the changed files alone.
    fn first_look(&self, paths: &[PathBuf]) {
        let mut changes = self.changes();
        changes.extend(paths.iter().cloned());
        let documents = discover::documents(self.root, paths);
        if !documents.is_empty() && self.server.reread(documents, self.now) {
            self.terminal.note(&text(self.terminal.lang, "cli-rebuilt", &[]));
        }
        let Ok(config) = discover::config(self.root) else { return };
        let templates = self.root.join(&config.templates);
        if paths.iter().any(|path| path.starts_with(&templates))
            && let Ok(theme) = discover::theme(self.root, &config.templates)
        {
            self.server.theme(theme);
        }
    }

    /// Shows the whole project anew after changes, once it is quiet.
    fn follow(&self, woken: &Receiver<()>) {
        while woken.recv().is_ok() {
            let end = Instant::now() + PATIENCE;
            while Instant::now() < end && woken.recv_timeout(QUIET).is_ok() {}
            self.all();
        }
    }

    /// Reads and shows the whole project; what cannot be is told here and in the browser. The lock file is only read: ids
    /// are recorded by `build`.
    fn all(&self) {
        let lang = self.terminal.lang;
        let first = std::mem::take(&mut *self.changes()).is_empty();
        let mut project = self.read().map_err(|stop| match stop {
            Stop::Failure(failure) => {
                let place = failure.place().map(|place| format!("{place}: ")).unwrap_or_default();
                let help = failure.help(lang).map(|help| format!("\n{help}")).unwrap_or_default();
                format!("{place}{}{help}", failure.message(lang))
            }
            Stop::Said(words) => words,
        });
        let changes = self.changes();
        if let Ok(project) = &mut project {
            // What changed meanwhile must not be seen to go back.
            let paths: Vec<PathBuf> = changes.iter().cloned().collect();
            for source in discover::documents(self.root, &paths) {
                project.collection.reread(source, self.now);
            }
        }
        let failed = project.as_ref().err().cloned();
        self.server.show(project, changes.is_empty());
        drop(changes);
        match failed.or_else(|| self.server.check()) {
            Some(error) => self.terminal.error(&error, None),
            None if !first => self.terminal.note(&text(lang, "cli-followed", &[])),
            None => {}
        }
    }

    fn changes(&self) -> MutexGuard<'_, BTreeSet<PathBuf>> {
        // A panic elsewhere cannot leave a set half written.
        self.changes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self) -> Result<Project, Stop> {
        let (project, mut input, _) = input::project(self.root, self.terminal)?;
        input.now = self.now;
        let collection = pipeline::collect(input);
        Ok(Project { collection, config: project.config, theme: project.theme })
    }
}

fn watched(root: &Path) -> Watched {
    // With a configuration that cannot be read, the default folders are the best guess.
    let config = discover::config(root).unwrap_or_default();
    let lexicon = config.link.lexicon.as_deref().filter(|name| *name != discover::NO_LEXICON);
    Watched {
        folders: vec![root.join(&config.content), root.join(&config.templates)],
        files: [discover::CONFIG, discover::LOCK].into_iter().chain(lexicon).map(|name| root.join(name)).collect(),
    }
}

/// Asks the system to show an address; whether it could be asked.
fn open(url: &str) -> bool {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}
