//! `passerelle lint`: the findings, and their fixes.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use passerelle::diagnostic::Diagnostic;
use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::lint::{Baseline, Known, find, fingerprints, fix, nearest};
use passerelle::source::Source;
use passerelle::{discover, report, write};

use super::args::Lint;
use super::input;
use super::mend::{self, Mending};
use super::review::{Review, review};
use super::since::Changed;
use super::terminal::{Terminal, gate, severity};
use super::{Status, Stop};

pub(super) fn run(options: &Lint, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    of_files(options)?;
    if options.write_baseline {
        return write_baseline(options, root, terminal);
    }
    let known = options.baseline.as_deref().map(known).transpose()?;
    let look = || look(options, root, terminal);
    let (mut looked, mut changed) = look()?;
    let (mut found, mut stale) = findings(&looked, changed, options, known.as_ref());
    if options.diff {
        let mut diff = String::new();
        for source in mend::mendable(&looked, &found) {
            if let Some(mended) = fix::mended(&source, &found, options.r#unsafe) {
                diff += &fix::diff(&looked.names.shown(&source.name), &source.text, &mended);
            }
        }
        terminal.result(diff.as_bytes())?;
        return Ok(gate(&found, severity(&options.deny)));
    }
    let mut mending = Mending::new(options.r#unsafe);
    while options.fix && mending.round(&looked, &found)? {
        (looked, changed) = look()?;
        (found, stale) = findings(&looked, changed, options, known.as_ref());
    }
    if options.fix {
        mending.tell(&looked, terminal);
    }
    for line in stale {
        terminal.ask(&line.told(terminal.lang, options.baseline.as_deref()));
    }
    // A test report names the documents in which nothing was found as well.
    let every = options.format == "junit";
    let sources = if every { looked.sources(|_| true) } else { about(&looked, &found) };
    let sources = looked.names.shown_sources(&sources);
    let found = looked.names.findings(found);
    let settings = report::Options {
        lang: terminal.lang,
        color: terminal.color(),
        deny: severity(&options.deny),
        ..Default::default()
    };
    let reporter = report::find(&options.format).unwrap_or(&report::REPORTERS[0]);
    terminal.result((reporter.run)(&found, &sources, &settings).as_bytes())?;
    mending.ended()?;
    Ok(gate(&found, severity(&options.deny)))
}

/// Refuses what standard input cannot give: it has no file to mend, and no past.
fn of_files(options: &Lint) -> Result<(), Failure> {
    let piped = options.paths.iter().any(|path| path == Path::new("-"));
    match (piped, options.fix && !options.diff, options.since.is_some()) {
        (true, true, _) => Err(Failure::new("stdin-fix")),
        (true, _, true) => Err(Failure::new("stdin-since")),
        _ => Ok(()),
    }
}

/// The documents that findings are about.
fn about(looked: &Review, found: &[Diagnostic]) -> Vec<Source> {
    let named: BTreeSet<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    looked.sources(|name| named.contains(name))
}

/// The fingerprint of each finding.
fn prints(looked: &Review, found: &[Diagnostic]) -> Vec<String> {
    let sources = about(looked, found);
    let documents: BTreeMap<&str, &Source> = sources.iter().map(|source| (source.name.as_str(), source)).collect();
    fingerprints(found, |path| documents.get(path).copied())
}

/// What there is to say, and what changed where only that is asked about: git is asked while documents are looked at.
fn look(options: &Lint, root: Option<&Path>, terminal: &Terminal) -> Result<(Review, Option<Changed>), Stop> {
    let review = || review(&options.paths, &options.instead, root, !options.no_cache, terminal);
    let Some(revision) = &options.since else { return Ok((review()?, None)) };
    let folder = if options.paths.is_empty() { Some(input::root(root)?) } else { None };
    let (looked, changed) = thread::scope(|scope| {
        let changed = scope.spawn(|| Changed::since(revision, folder.as_deref()));
        (review(), changed.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    Ok((looked?, Some(changed?)))
}

/// What is found and asked for, and the entries of the baseline that are no longer found.
fn findings<'a>(
    looked: &Review,
    changed: Option<Changed>,
    options: &Lint,
    known: Option<&'a Baseline>,
) -> (Vec<Diagnostic>, Vec<Stale<'a>>) {
    let mut found = looked.found.clone();
    let mut stale = Vec::new();
    if let Some(known) = known {
        let prints = prints(looked, &found);
        let there = |path: &str| looked.has(path);
        let (fresh, gone) = known.apply(found, &prints, there);
        found = fresh;
        // Of some files only, nothing is known about the others.
        let looked_at = |known: &Known| options.paths.is_empty() || there(&known.path);
        stale =
            gone.into_iter().filter(|(_, known)| looked_at(known)).map(|(line, known)| Stale { line, known }).collect();
    }
    if let Some(changed) = changed {
        let documents = looked.sources(|name| changed.has(name));
        let changed = changed.with_entries(&documents);
        found.retain(|finding| changed.brings(finding));
    }
    (found, stale)
}

/// An entry of the baseline that is no longer found.
struct Stale<'a> {
    line: usize,
    known: &'a Known,
}

impl Stale<'_> {
    fn told(&self, lang: Lang, file: Option<&Path>) -> String {
        let (path, rule) = (self.known.path.as_str().into(), self.known.rule.as_str().into());
        let said = match (find(&self.known.rule), nearest(&self.known.rule)) {
            (None, Some(near)) => text(lang, "cli-lint-baseline-near", &[("rule", rule), ("near", near.into())]),
            (None, None) => text(lang, "cli-lint-baseline-unknown", &[("rule", rule)]),
            _ => text(lang, "cli-lint-baseline-stale", &[("path", path), ("rule", rule)]),
        };
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
    let looked = review(&options.paths, &options.instead, root, !options.no_cache, terminal)?;
    let found = &looked.found;
    let prints = prints(&looked, found);
    if let Some(file) = &options.baseline {
        // Of some files only, nothing is known about the others.
        let partly = !options.paths.is_empty() && file.exists();
        let old = if partly { self::known(file)? } else { Baseline::default() };
        write::file(file, old.written(found, &prints, |path| looked.has(path)).as_bytes())?;
    }
    terminal.note(&text(terminal.lang, "cli-lint-baseline-written", &[("count", found.len().into())]));
    Ok(Status::Clean)
}
