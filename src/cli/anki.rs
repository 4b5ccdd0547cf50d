//! `passerelle export anki`: a package is a release, so that the lock remembers what it ships.

use std::fmt::Write;

use passerelle::discover;
use passerelle::export::anki::{Effect, OldPackage, Report, publish_terms};
use passerelle::export::{Cards, Format};
use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::pipeline::Choice;
use passerelle::write;

use super::args::Export;
use super::input::{self, Loaded};
use super::terminal::Terminal;
use super::{Stop, build, export};

/// Refuses options that only packages have.
pub(super) fn only_options(options: &Export) -> Result<(), Stop> {
    let given = [
        ("--format", options.format.is_some()),
        ("--cards", options.cards.is_some()),
        ("--against", options.against.is_some()),
        ("--locked", options.locked),
    ];
    match given.iter().find(|(_, given)| *given && options.exporter != "anki") {
        Some((option, _)) => Err(Failure::new("only-anki").with("option", *option).into()),
        None => Ok(()),
    }
}

/// The form of the package, and what its cards ask.
pub(super) fn choice(options: &Export) -> Choice<'_> {
    let format = if options.format.as_deref() == Some("latest") { Format::Latest } else { Format::Legacy };
    let cards = match options.cards.as_deref() {
        Some("terms") => Cards::Terms,
        Some("cloze") => Cards::Cloze,
        _ => Cards::Questions,
    };
    Choice { format, cards, ..Choice::default() }
}

/// Writes the package and then the lock, and reports what it does to an older one. With a report and no file to write,
/// nothing is released.
pub(super) fn run(options: &Export, loaded: &mut Loaded, choice: &Choice<'_>, terminal: &Terminal) -> Result<(), Stop> {
    let old = options.against.as_deref().map(|path| {
        let bytes = std::fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
        let refused = |error: Box<dyn std::error::Error + Send + Sync>| {
            Failure::new("not-a-package").at(path.display().to_string()).with("detail", error.to_string())
        };
        OldPackage::read(&bytes).map_err(refused)
    });
    let old = old.transpose()?;
    input::own_lock(&loaded.collection)?;
    own_ids(loaded)?;
    if options.locked && !loaded.collection.changes.is_empty() {
        return Err(build::locked(&loaded.collection, terminal));
    }
    if choice.cards != Cards::Questions {
        let collection = &mut loaded.collection;
        publish_terms(&collection.library, &mut collection.lock);
    }
    if let Some(old) = &old {
        let report = loaded.collection.against(&loaded.config, old, choice);
        let lines = if options.report_format.as_deref() == Some("jsonl") {
            records(&report)?
        } else {
            words(&report, terminal.lang)
        };
        terminal.result(lines.as_bytes())?;
        if options.output.is_none() {
            return Ok(());
        }
    }
    let bytes = export::bytes(loaded, "anki", choice)?;
    match &options.output {
        Some(path) => write::file(path, &bytes)?,
        None => terminal.result(&bytes)?,
    }
    remember(loaded)
}

/// Two entries that ask for the same id would be one note, now the one and now the other.
fn own_ids(loaded: &Loaded) -> Result<(), Stop> {
    let findings = loaded.names.findings(loaded.collection.findings.clone());
    let Some(twice) = findings.iter().find(|found| found.rule == "duplicate-id") else { return Ok(()) };
    let id = twice.args.iter().find(|(name, _)| *name == "id").map_or("", |(_, id)| id);
    let failure = Failure::new("same-id").at(twice.path.as_str()).position(twice.place.line, twice.place.column);
    Err(failure.with("id", id).into())
}

/// Writes the lock where the release changed it.
fn remember(loaded: &Loaded) -> Result<(), Stop> {
    let Some(root) = &loaded.root else { return Ok(()) };
    let (path, text) = (root.join(discover::LOCK), loaded.collection.lock.to_text());
    let same = std::fs::read(&path).is_ok_and(|old| old == text.as_bytes());
    if same { Ok(()) } else { Ok(write::file(&path, text.as_bytes())?) }
}

/// One object a line, a note each.
fn records(report: &Report) -> Result<String, Stop> {
    let line = |note| serde_json::to_string(note).map(|line| line + "\n");
    report.notes.iter().map(line).collect::<Result<String, _>>().map_err(|error| Stop::Said(error.to_string()))
}

/// How many notes each thing happens to, and which, but for those that nothing happens to.
fn words(report: &Report, lang: Lang) -> String {
    let mut out = String::new();
    for (effect, key) in [
        (Effect::New, "anki-new"),
        (Effect::Updated, "anki-updated"),
        (Effect::Retired, "anki-retired"),
        (Effect::Unchanged, "anki-unchanged"),
        (Effect::Absent, "anki-absent"),
    ] {
        let count = report.count(effect);
        if effect == Effect::Absent && count == 0 {
            continue;
        }
        let _ = writeln!(out, "{}", text(lang, key, &[("count", count.into())]));
        for note in report.notes.iter().filter(|note| note.effect == effect && effect != Effect::Unchanged) {
            let fields = if note.fields.is_empty() { String::new() } else { format!("  {}", note.fields.join(", ")) };
            let _ = writeln!(out, "  {}  {}{fields}", note.lang, note.id);
        }
    }
    out
}
