//! `passerelle export`: the library in another program's format.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::Path;

use passerelle::export::{CsvForm, CsvReader, exporter, in_topic, schema};
use passerelle::failure::Failure;
use passerelle::normalise::Difficulty;
use passerelle::pipeline::Choice;
use passerelle::text::nearest;
use passerelle::write;

use super::args::Export;
use super::input::{self, Loaded};
use super::terminal::Terminal;
use super::{Status, Stop, anki};

/// How many topics are named to someone who asked for one that is not there.
const TOPICS: usize = 20;

pub(super) fn run(options: &Export, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    // Said before the work is done, not after.
    let silent = options.output.is_none() && options.against.is_none();
    if silent && options.exporter == "anki" && io::stdout().is_terminal() {
        return Err(Failure::new("binary-to-terminal").into());
    }
    if options.exporter == "schema" {
        // It says what every collection's records are like, and needs none.
        let bytes = schema().map_err(|error| Stop::Said(error.to_string()))?;
        return put(&bytes, options.output.as_deref(), terminal).map(|()| Status::Clean);
    }
    let reader = match options.reader.as_deref() {
        Some("anki") => CsvReader::Anki,
        _ => CsvReader::Spreadsheet,
    };
    let given = [("--for", options.reader.is_some()), ("--bom", options.bom), ("--exact", options.exact)];
    if let Some((option, _)) = given.into_iter().find(|(_, given)| *given && options.exporter != "csv") {
        return Err(Failure::new("option-of-csv").with("option", option).into());
    }
    anki::only_options(options)?;
    let mut loaded = input::load(&[], &options.instead, root, terminal)?;
    if let Some(url) = &options.base_url {
        loaded.config.set_base_url(url)?;
    }
    known_topic(&loaded, options.topic.as_deref())?;
    let level = options.level.as_deref().and_then(|level| {
        [Difficulty::Beginner, Difficulty::Intermediate, Difficulty::Advanced].into_iter().find(|d| d.name() == level)
    });
    let choice = Choice {
        lang: options.lang.as_deref().and_then(super::lang),
        topic: options.topic.as_deref(),
        level,
        csv: CsvForm { reader, bom: options.bom, exact: options.exact },
        ..anki::choice(options)
    };
    if options.exporter == "anki" {
        anki::run(options, &mut loaded, &choice, terminal)?;
        return Ok(loaded.reading_findings(terminal));
    }
    let bytes = bytes(&loaded, &options.exporter, &choice)?;
    put(&bytes, options.output.as_deref(), terminal)?;
    Ok(loaded.reading_findings(terminal))
}

fn put(bytes: &[u8], output: Option<&Path>, terminal: &Terminal) -> Result<(), Stop> {
    match output {
        Some(path) => Ok(write::file(path, bytes)?),
        None => terminal.result(bytes),
    }
}

/// A topic that no entry has is a slip, not a wish for an empty file.
fn known_topic(loaded: &Loaded, asked: Option<&str>) -> Result<(), Stop> {
    let entries = &loaded.collection.library.entries;
    let Some(asked) = asked.filter(|asked| !entries.iter().any(|entry| in_topic(entry, asked))) else { return Ok(()) };
    let titles: BTreeSet<&str> = entries.iter().flat_map(|entry| &entry.section).map(String::as_str).collect();
    let topics: BTreeSet<&str> = entries.iter().filter_map(|entry| entry.topic()).collect();
    let some: Vec<&str> = topics.iter().take(TOPICS).copied().collect();
    let rest = if topics.len() > TOPICS { ", …" } else { "" };
    let near = nearest(asked, titles).unwrap_or("none");
    Err(Failure::new("unknown-topic")
        .with("topic", asked)
        .with("nearest", near)
        .with("known", format!("{}{rest}", some.join(", ")))
        .into())
}

/// The collection in the format of this name.
pub(super) fn bytes(loaded: &Loaded, name: &str, choice: &Choice<'_>) -> Result<Vec<u8>, Stop> {
    let exporter = exporter(name).ok_or_else(|| Stop::Said(name.to_owned()))?;
    loaded.collection.export(&loaded.config, exporter, choice).map_err(|error| {
        match error.cause.downcast::<Failure>() {
            Ok(failure) => Stop::Failure(failure),
            Err(cause) => Stop::Said(format!("{name}: {cause}")),
        }
    })
}
