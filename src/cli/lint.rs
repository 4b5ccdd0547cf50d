//! `passerelle lint`: the findings, and their fixes.

use std::collections::BTreeMap;
use std::path::Path;

use passerelle::diagnostic::Diagnostic;
use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::lint::{Baseline, Known, fingerprints, fix};
use passerelle::source::Source;
use passerelle::{discover, report, write};

use super::args::Lint;
use super::input::Loaded;
use super::since::Changed;
use super::terminal::{Terminal, gate, severity};
use super::{Status, Stop, input};

/// Fixes that touch each other wait for the next round; more rounds than this would be a circle.
const ROUNDS: usize = 10;

pub(super) fn run(options: &Lint, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    if options.write_baseline {
        return write_baseline(options, root, terminal);
    }
    let known = options.baseline.as_deref().map(known).transpose()?;
    let load = || input::load(&options.paths, &options.instead, root, terminal);
    let mut loaded = load()?;
    let (mut found, mut stale) = findings(&loaded, options, known.as_ref())?;
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
            (found, stale) = findings(&loaded, options, known.as_ref())?;
        }
        terminal.note(&text(terminal.lang, "cli-fixed", &[("count", files.into())]));
    }
    for line in stale {
        terminal.ask(&line.told(terminal.lang, options.baseline.as_deref()));
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

/// What is found and asked for, and the entries of the baseline that are no longer found.
fn findings<'a>(
    loaded: &Loaded,
    options: &Lint,
    known: Option<&'a Baseline>,
) -> Result<(Vec<Diagnostic>, Vec<Stale<'a>>), Stop> {
    let mut found = loaded.collection.lint(&loaded.config, &loaded.levels);
    let mut stale = Vec::new();
    if let Some(known) = known {
        let documents: BTreeMap<&str, &Source> = documents(loaded);
        let prints = fingerprints(&found, |path| documents.get(path).copied());
        let there = |path: &str| documents.contains_key(path);
        let (fresh, gone) = known.apply(found, &prints, there);
        found = fresh;
        // Of some files only, nothing is known about the others.
        let looked_at = |known: &Known| options.paths.is_empty() || there(&known.path);
        stale =
            gone.into_iter().filter(|(_, known)| looked_at(known)).map(|(line, known)| Stale { line, known }).collect();
    }
    if let Some(revision) = &options.since {
        let changed = Changed::since(revision, loaded.root.as_deref().filter(|_| options.paths.is_empty()))?;
        let changed = changed.with_entries(&loaded.collection);
        found.retain(|finding| changed.brings(finding));
    }
    Ok((found, stale))
}

fn documents(loaded: &Loaded) -> BTreeMap<&str, &Source> {
    loaded.collection.documents.iter().map(|document| (document.source.name.as_str(), &document.source)).collect()
}

/// An entry of the baseline that is no longer found.
struct Stale<'a> {
    line: usize,
    known: &'a Known,
}

impl Stale<'_> {
    fn told(&self, lang: Lang, file: Option<&Path>) -> String {
        let (path, rule) = (self.known.path.as_str().into(), self.known.rule.as_str().into());
        let said = text(lang, "cli-lint-baseline-stale", &[("path", path), ("rule", rule)]);
        format!("{}:{}: {said}", file.unwrap_or(Path::new("")).display(), self.line)
    }
}

fn known(file: &Path) -> Result<Baseline, Stop> {
    let source = discover::file(file).map_err(|failure| match file.exists() {
        true => failure,
        false => Failure::new("baseline-missing").at(file.display().to_string()),
    })?;
    Ok(Baseline::parse(&source)?)
}

/// Makes everything that is found now known.
fn write_baseline(options: &Lint, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let loaded = input::load(&options.paths, &options.instead, root, terminal)?;
    let found = loaded.collection.lint(&loaded.config, &loaded.levels);
    let documents = documents(&loaded);
    let prints = fingerprints(&found, |path| documents.get(path).copied());
    if let Some(file) = &options.baseline {
        write::file(file, Baseline::written(&found, &prints).as_bytes())?;
    }
    terminal.note(&text(terminal.lang, "cli-lint-baseline-written", &[("count", found.len().into())]));
    Ok(Status::Clean)
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
