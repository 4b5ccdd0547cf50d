//! `passerelle lint`: the findings, and their fixes.

use std::path::Path;

use passerelle::diagnostic::Diagnostic;
use passerelle::i18n::text;
use passerelle::lint::fix;
use passerelle::{report, write};

use super::args::Lint;
use super::input::Loaded;
use super::since::Changed;
use super::terminal::{Terminal, gate, severity};
use super::{Status, Stop, input};

/// Fixes that touch each other wait for the next round; more rounds than this would be a circle.
const ROUNDS: usize = 10;

pub(super) fn run(options: &Lint, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let load = || input::load(&options.paths, &options.instead, root, terminal);
    let mut loaded = load()?;
    let mut found = findings(&loaded, options)?;
    if options.diff {
        let mut diff = String::new();
        for document in &loaded.collection.documents {
            if let Some(mended) = fix::mended(&document.source, &found, options.r#unsafe) {
                diff += &fix::diff(&loaded.names.shown(&document.source.name), &document.source.text, &mended);
            }
        }
        terminal.result(diff.as_bytes())?;
        return Ok(gate(&found, severity(&options.deny)));
    }
    if options.fix {
        let mut files = 0;
        for _ in 0..ROUNDS {
            let mended = mend(&loaded, &found, options.r#unsafe)?;
            files += mended;
            if mended == 0 {
                break;
            }
            loaded = load()?;
            found = findings(&loaded, options)?;
        }
        terminal.note(&text(terminal.lang, "cli-fixed", &[("count", files.into())]));
    }
    let sources = loaded.names.sources(&loaded.collection);
    let found = loaded.names.findings(found);
    let settings = report::Options {
        lang: terminal.lang,
        color: terminal.color(),
        deny: severity(&options.deny),
        ..Default::default()
    };
    let reporter = report::find(&options.format).unwrap_or(&report::REPORTERS[0]);
    terminal.result((reporter.run)(&found, &sources, &settings).as_bytes())?;
    Ok(gate(&found, severity(&options.deny)))
}

fn findings(loaded: &Loaded, options: &Lint) -> Result<Vec<Diagnostic>, Stop> {
    let mut found = loaded.collection.lint(&loaded.config, &loaded.levels);
    if let Some(revision) = &options.since {
        let changed = Changed::since(revision, loaded.root.as_deref().filter(|_| options.paths.is_empty()))?;
        found.retain(|finding| changed.touches(finding));
    }
    Ok(found)
}

/// Writes what can be mended; how many files that were. Standard input is not a file.
fn mend(loaded: &Loaded, found: &[Diagnostic], unsafe_too: bool) -> Result<usize, Stop> {
    let mut files = 0;
    for document in loaded.collection.documents.iter().filter(|document| document.source.name != "-") {
        let source = &document.source;
        let mended = fix::mended(source, found, unsafe_too);
        if let Some(bytes) = mended.and_then(|text| source.encoding.encode(&text)) {
            write::file(&source.path, &bytes)?;
            files += 1;
        }
    }
    Ok(files)
}
