//! `passerelle build`: the site, with the decks and tables as downloads.

use std::path::{Path, PathBuf};
use std::time::Instant;

use passerelle::discover::{self, Project};
use passerelle::failure::Failure;
use passerelle::i18n::text;
use passerelle::pipeline::{self, Collection};
use passerelle::{report, write};

use super::args::Build;
use super::terminal::{Terminal, severity};
use super::{Status, Stop, input};

pub(super) fn run(options: &Build, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let begun = Instant::now();
    let progress = terminal.progress("cli-progress-reading");
    let root = input::root(root)?;
    let (mut project, input, levels) = input::project(&root, terminal)?;
    if let Some(url) = &options.base_url {
        project.config.set_base_url(url)?;
    }
    let out = options.out.clone().unwrap_or_else(|| root.join("public"));
    write::allowed(&out, &root, &sources(&project))?;
    let collection = pipeline::collect(input);
    if options.locked && !collection.changes.is_empty() {
        return Err(locked(&collection));
    }
    drop(progress);
    let progress = terminal.progress("cli-progress-building");
    let files = pipeline::site(&collection, &project.config, &project.theme)
        .map_err(|error| Stop::Said(error.text(terminal.lang)))?;
    let written = write::folder(&files, &out)?;
    if !collection.changes.is_empty() {
        write::file(&root.join(discover::LOCK), collection.lock.to_text().as_bytes())?;
    }
    drop(progress);
    let found = match &options.deny {
        Some(_) => collection.lint(&project.config, &levels),
        None => collection.reading_findings(&levels),
    };
    let documents: report::Sources<'_> = collection.documents.iter().map(|document| &document.source).collect();
    let status = terminal.findings(&found, &documents, severity(options.deny.as_deref().unwrap_or("error")));
    if !terminal.quiet {
        let seconds = format!("{:.2}", begun.elapsed().as_secs_f64());
        let line = text(
            terminal.lang,
            "cli-built",
            &[
                ("questions", collection.library.entries.len().into()),
                ("files", files.len().into()),
                ("out", out.display().to_string().into()),
                ("new", written.new.into()),
                ("changed", written.changed.into()),
                ("removed", written.removed.into()),
                ("seconds", seconds.into()),
            ],
        );
        terminal.result(format!("{line}\n").as_bytes())?;
    }
    Ok(status)
}

/// The folders that the output must stay out of.
fn sources(project: &Project) -> [PathBuf; 2] {
    [project.root.join(&project.config.content), project.root.join(&project.config.templates)]
}

/// The lock file is not up to date, which `--locked` forbids to mend.
fn locked(collection: &Collection) -> Stop {
    let ids: Vec<&str> = collection.changes.iter().map(|change| change.id.as_str()).collect();
    let some = ids.iter().take(5).copied().collect::<Vec<_>>().join(", ");
    let rest = if ids.len() > 5 { ", …" } else { "" };
    Failure::new("locked").at(discover::LOCK).with("ids", format!("{some}{rest}")).into()
}
