//! `passerelle build`: the site, with the decks and tables as downloads.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use passerelle::discover::{self, Settings};
use passerelle::failure::Failure;
use passerelle::i18n::text;
use passerelle::identity::ChangeKind;
use passerelle::pipeline::{self, Collection};
use passerelle::site::{self, BrokenLink};
use passerelle::write;

use super::args::Build;
use super::names::Names;
use super::terminal::{Terminal, severity};
use super::{Status, Stop, input};

pub(super) fn run(options: &Build, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let begun = Instant::now();
    let progress = terminal.progress("cli-progress-reading");
    let root = input::root(root)?;
    let (mut project, mut input, levels) = input::project(&root, terminal)?;
    if let Some(lexicon) = &options.lexicon {
        input.lexicon = Some(discover::lexicon_file(lexicon, Path::new(""))?);
    }
    if let Some(url) = &options.base_url {
        project.config.set_base_url(url)?;
    }
    let out = options.out.clone().unwrap_or_else(|| root.join("public"));
    write::allowed(&out, &root, &sources(&project))?;
    input.in_line = options.in_line.iter().cloned().collect();
    let collection = pipeline::collect(input);
    input::own_lock(&collection)?;
    if let Some(id) = collection.untranslated.first() {
        return Err(Failure::new("in-line").with("id", id.as_str()).into());
    }
    if options.locked && !collection.changes.is_empty() {
        return Err(locked(&collection, terminal));
    }
    drop(progress);
    let progress = terminal.progress("cli-progress-building");
    let files = pipeline::site(&collection, &project.config, &project.theme)
        .map_err(|error| Stop::Said(error.text(terminal.lang)))?;
    if options.check_links {
        let broken = site::broken_links(&files, project.config.base_url.as_deref());
        if !broken.is_empty() {
            return Err(broken_links(&broken, terminal));
        }
    }
    drop(progress);
    let progress = terminal.progress("cli-progress-writing");
    let written = write::folder(&files, &out)?;
    if !collection.changes.is_empty() {
        write::file(&root.join(discover::LOCK), collection.lock.to_text().as_bytes())?;
    }
    drop(progress);
    let found = match &options.deny {
        Some(_) => collection.lint(&project.config, &levels),
        None => collection.reading_findings(&levels),
    };
    let names = Names::from_here(&root, None);
    let (found, documents) = (names.findings(found), names.sources(&collection));
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
        terminal.words(&format!("{line}\n"))?;
    }
    Ok(status)
}

/// The folders that the output must stay out of.
fn sources(project: &Settings) -> [PathBuf; 2] {
    [project.root.join(&project.config.content), project.root.join(&project.config.templates)]
}

/// How many broken links are named.
const BROKEN: usize = 50;

/// Links of templates or settings lead nowhere; nothing has been written.
fn broken_links(broken: &[BrokenLink], terminal: &Terminal) -> Stop {
    let lang = terminal.lang;
    let mut lines = vec![text(lang, "cli-broken-links", &[("n", broken.len().into())])];
    lines.extend(broken.iter().take(BROKEN).map(|link| format!("  {}", link.text(lang))));
    if broken.len() > BROKEN {
        let rest = text(lang, "cli-change-rest", &[("count", (broken.len() - BROKEN).into())]);
        lines.push(format!("  {rest}"));
    }
    Stop::Said(lines.join("\n"))
}

/// How many changed questions `--locked` names.
const CHANGES: usize = 10;

/// The lock file is not up to date, which `--locked` forbids to mend: what would happen, a line a question.
pub(super) fn locked(collection: &Collection, terminal: &Terminal) -> Stop {
    let mut by_id: BTreeMap<&str, &'static str> = BTreeMap::new();
    for change in &collection.changes {
        // They come in the order of their weight: who is told that a question is new needs not hear that it was edited.
        by_id.entry(&change.id).or_insert(match change.kind {
            ChangeKind::Added => "cli-change-added",
            ChangeKind::Reworded { .. } => "cli-change-reworded",
            ChangeKind::Edited => "cli-change-edited",
            ChangeKind::Moved { .. } => "cli-change-moved",
            ChangeKind::Retired { .. } => "cli-change-retired",
            ChangeKind::Revived => "cli-change-revived",
            ChangeKind::Card => "cli-change-card",
            ChangeKind::InLine => "cli-change-in-line",
        });
    }
    let line = |(id, key): (&&str, &&str)| format!("  {}", text(terminal.lang, key, &[("id", (*id).into())]));
    let mut lines: Vec<String> = by_id.iter().take(CHANGES).map(line).collect();
    if by_id.len() > CHANGES {
        let rest = text(terminal.lang, "cli-change-rest", &[("count", (by_id.len() - CHANGES).into())]);
        lines.push(format!("  {rest}"));
    }
    Failure::new("locked").at(discover::LOCK).with("changes", lines.join("\n")).into()
}
