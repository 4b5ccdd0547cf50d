//! `passerelle lint`: the findings, and their fixes.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use passerelle::diagnostic::Diagnostic;
use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::lint::{Baseline, Known, fingerprints, fix};
use passerelle::source::Source;
use passerelle::{discover, report, write};

use super::args::Lint;
use super::input;
use super::review::{Review, review};
use super::since::Changed;
use super::terminal::{Terminal, gate, severity};
use super::{Status, Stop};

/// Fixes that touch each other wait for the next round; more rounds than this would be a circle.
const ROUNDS: usize = 10;

pub(super) fn run(options: &Lint, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    if options.write_baseline {
        return write_baseline(options, root, terminal);
    }
    let known = options.baseline.as_deref().map(known).transpose()?;
    let look = || look(options, root, terminal);
    let (mut looked, mut changed) = look()?;
    let (mut found, mut stale) = findings(&looked, changed, options, known.as_ref());
    if options.diff {
        let mut diff = String::new();
        for source in mendable(&looked, &found) {
            if let Some(mended) = fix::mended(&source, &found, options.r#unsafe) {
                diff += &fix::diff(&looked.names.shown(&source.name), &source.text, &mended);
            }
        }
        terminal.result(diff.as_bytes())?;
        return Ok(gate(&found, severity(&options.deny)));
    }
    if options.fix {
        let mut files = 0;
        for round in 0.. {
            let mended = mend(&looked, &found, options.r#unsafe)?;
            files += mended;
            if mended == 0 {
                break;
            }
            if round == ROUNDS {
                terminal.ask(&text(terminal.lang, "cli-fix-circle", &[]));
                break;
            }
            (looked, changed) = look()?;
            (found, stale) = findings(&looked, changed, options, known.as_ref());
        }
        terminal.note(&text(terminal.lang, "cli-fixed", &[("count", files.into())]));
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
    Ok(gate(&found, severity(&options.deny)))
}

/// The documents that findings are about.
fn about(looked: &Review, found: &[Diagnostic]) -> Vec<Source> {
    let named: BTreeSet<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    looked.sources(|name| named.contains(name))
}

/// The documents in which something can be mended.
fn mendable(looked: &Review, found: &[Diagnostic]) -> Vec<Source> {
    let fixes = found.iter().filter(|finding| finding.fix.is_some());
    let named: BTreeSet<&str> = fixes.map(|finding| finding.path.as_str()).collect();
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
    let looked = review(&options.paths, &options.instead, root, !options.no_cache, terminal)?;
    let found = &looked.found;
    let prints = prints(&looked, found);
    if let Some(file) = &options.baseline {
        write::file(file, Baseline::written(found, &prints).as_bytes())?;
    }
    terminal.note(&text(terminal.lang, "cli-lint-baseline-written", &[("count", found.len().into())]));
    Ok(Status::Clean)
}

/// Refuses to write over what somebody else has written since the document was read.
fn unchanged(source: &Source) -> Result<(), Failure> {
    let now = std::fs::read(&source.path).map_err(|error| Failure::io("read", &source.path, &error))?;
    match source.encoding.encode(&source.text) {
        Some(then) if then == now => Ok(()),
        _ => Err(Failure::new("fix-changed-meanwhile").at(source.path.display().to_string())),
    }
}

/// Writes what can be mended; how many files that were. Standard input is not a file.
fn mend(looked: &Review, found: &[Diagnostic], unsafe_too: bool) -> Result<usize, Stop> {
    let mut files = 0;
    for source in mendable(looked, found).iter().filter(|source| source.name != "-") {
        let mended = fix::mended(source, found, unsafe_too);
        if let Some(bytes) = mended.and_then(|text| source.encoding.encode(&text)) {
            unchanged(source)?;
            write::file(&source.path, &bytes)?;
            files += 1;
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_since_it_was_read_is_not_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        let source = Source::new(&path, "a.md", "\u{feff}# Où\r\n");
        assert!(unchanged(&source).is_err_and(|failure| failure.key == "read"), "it is gone");
        std::fs::write(&path, "\u{feff}# Où\r\n").expect("a file");
        assert_eq!(unchanged(&source), Ok(()));
        std::fs::write(&path, "\u{feff}# Où\n").expect("a file");
        assert!(unchanged(&source).is_err_and(|failure| failure.key == "fix-changed-meanwhile"));
    }
}
