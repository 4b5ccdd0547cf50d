//! `passerelle serve`: the site from memory, rebuilt when a source changes.

use std::path::Path;
use std::process::{Command, Stdio};

use passerelle::discover;
use passerelle::files::Files;
use passerelle::i18n::text;
use passerelle::pipeline;
use passerelle::serve::{Server, Watched, watch};

use super::args::Serve;
use super::terminal::Terminal;
use super::{Status, Stop, input};

pub(super) fn run(options: &Serve, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let root = input::root(root)?;
    let root = root.canonicalize().unwrap_or(root);
    let server = Server::bind(options.port, terminal.lang)?;
    rebuild(&server, &root, terminal);
    server.start();
    let url = server.url();
    terminal.words(&format!("{}\n", text(terminal.lang, "cli-serving", &[("url", url.as_str().into())])))?;
    if options.open && !open(&url) {
        terminal.note(&text(terminal.lang, "cli-no-browser", &[("url", url.as_str().into())]));
    }
    watch(&watched(&root), || {
        rebuild(&server, &root, terminal);
        true
    })?;
    Ok(Status::Clean)
}

/// Builds once more; what cannot be built is told here and in the browser, and the next change tries again.
fn rebuild(server: &Server, root: &Path, terminal: &Terminal) {
    let built = build(root, terminal).map_err(|stop| match stop {
        Stop::Failure(failure) => {
            let place = failure.place().map(|place| format!("{place}: ")).unwrap_or_default();
            let help = failure.help(terminal.lang).map(|help| format!("\n{help}")).unwrap_or_default();
            format!("{place}{}{help}", failure.message(terminal.lang))
        }
        Stop::Said(words) => words,
    });
    let error = built.as_ref().err().cloned();
    if server.show(built) {
        match error {
            Some(error) => terminal.error(&error, None),
            None => terminal.note(&text(terminal.lang, "cli-rebuilt", &[])),
        }
    }
}

/// The site as it is now. The lock file is only read: ids are recorded by `build`.
fn build(root: &Path, terminal: &Terminal) -> Result<Files, Stop> {
    let (project, input, _) = input::project(root, terminal)?;
    let collection = pipeline::collect(input);
    pipeline::site(&collection, &project.config, &project.theme).map_err(|error| Stop::Said(error.text(terminal.lang)))
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
