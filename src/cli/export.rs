//! `passerelle export`: the library in another program's format.

use std::io::{self, IsTerminal};
use std::path::Path;

use passerelle::diagnostic::Severity;
use passerelle::export::exporter;
use passerelle::failure::Failure;
use passerelle::normalise::Difficulty;
use passerelle::pipeline::Choice;
use passerelle::{report, write};

use super::args::Export;
use super::input::{self, Loaded};
use super::terminal::Terminal;
use super::{Status, Stop};

pub(super) fn run(options: &Export, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    // Said before the work is done, not after.
    if options.output.is_none() && options.exporter == "anki" && io::stdout().is_terminal() {
        return Err(Failure::new("binary-to-terminal").into());
    }
    let mut loaded = input::load(&[], options.concepts.as_deref(), root, terminal)?;
    if let Some(url) = &options.base_url {
        loaded.config.set_base_url(url)?;
    }
    let level = options.level.as_deref().and_then(|level| {
        [Difficulty::Beginner, Difficulty::Intermediate, Difficulty::Advanced].into_iter().find(|d| d.name() == level)
    });
    let choice = Choice { lang: options.lang.as_deref().and_then(super::lang), topic: options.topic.as_deref(), level };
    let bytes = bytes(&loaded, &options.exporter, &choice)?;
    match &options.output {
        Some(path) => write::file(path, &bytes)?,
        None => terminal.result(&bytes)?,
    }
    let collection = &loaded.collection;
    let documents: report::Sources<'_> = collection.documents.iter().map(|document| &document.source).collect();
    Ok(terminal.findings(&collection.reading_findings(&loaded.levels), &documents, Severity::Error))
}

/// The collection in the format of this name.
pub(super) fn bytes(loaded: &Loaded, name: &str, choice: &Choice<'_>) -> Result<Vec<u8>, Stop> {
    let exporter = exporter(name).ok_or_else(|| Stop::Said(name.to_owned()))?;
    loaded.collection.export(&loaded.config, exporter, choice).map_err(|error| Stop::Said(error.to_string()))
}
