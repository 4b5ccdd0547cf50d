//! `lint --fix`: rounds of fixes, until nothing is left to mend.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use passerelle::diagnostic::Diagnostic;
use passerelle::failure::Failure;
use passerelle::i18n::text;
use passerelle::lint::fix;
use passerelle::source::Source;
use passerelle::write;

use super::Stop;
use super::review::Review;
use super::terminal::Terminal;

/// Fixes that touch each other wait for the next round; more rounds than this would be a circle.
const ROUNDS: usize = 10;

/// What was mended so far.
pub(super) struct Mending {
    unsafe_too: bool,
    rounds: usize,
    /// The bytes that each mended file had before the first round, by its only name.
    before: BTreeMap<PathBuf, Vec<u8>>,
    /// The rules whose fixes the later rounds made, by the file: those that are left in the end undo each other.
    late: BTreeMap<PathBuf, BTreeSet<&'static str>>,
    /// The documents whose fixes undo each other, with the rules: they are as they were.
    circles: BTreeMap<String, BTreeSet<&'static str>>,
}

impl Mending {
    pub fn new(unsafe_too: bool) -> Self {
        Self { unsafe_too, rounds: 0, before: BTreeMap::new(), late: BTreeMap::new(), circles: BTreeMap::new() }
    }

    /// Writes what can be mended; whether that changed anything, so that one has to look again. What is not mended after
    /// so many rounds never will be: those files get back the text that they had.
    pub fn round(&mut self, looked: &Review, found: &[Diagnostic]) -> Result<bool, Stop> {
        if self.rounds > ROUNDS {
            return Ok(false);
        }
        self.rounds += 1;
        let last = self.rounds > ROUNDS;
        let mut new: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
        for source in &mendable(looked, found) {
            let mended = fix::mended(source, found, self.unsafe_too);
            let Some(bytes) = mended.and_then(|text| source.encoding.encode(&text)) else { continue };
            // A file that has two names is mended through one of them.
            let path = source.path.canonicalize().unwrap_or_else(|_| source.path.clone());
            if new.contains_key(&path) {
                continue;
            }
            let old = unchanged(source)?;
            let before = self.before.entry(path.clone()).or_insert(old);
            if self.rounds > ROUNDS / 2 {
                let here = found.iter().filter(|finding| finding.path == source.name);
                let made = here.filter(|finding| finding.fix.as_ref().is_some_and(|fix| fix.safe || self.unsafe_too));
                self.late.entry(path.clone()).or_default().extend(made.map(|finding| finding.rule));
            }
            if last {
                self.circles.insert(source.name.clone(), self.late.get(&path).cloned().unwrap_or_default());
            }
            new.insert(path, if last { before.clone() } else { bytes });
        }
        if last {
            self.before.retain(|path, _| !new.contains_key(path));
        }
        let new: Vec<(PathBuf, Vec<u8>)> = new.into_iter().collect();
        write::files(&new)?;
        Ok(!new.is_empty())
    }

    /// Says how many files were mended, and which could not be.
    pub fn tell(&self, looked: &Review, terminal: &Terminal) {
        for (name, rules) in &self.circles {
            let rules = rules.iter().copied().collect::<Vec<_>>().join(", ");
            let said = text(terminal.lang, "cli-fix-circle", &[("rules", rules.into())]);
            terminal.ask(&format!("{}: {said}", looked.names.shown(name)));
        }
        terminal.note(&text(terminal.lang, "cli-fixed", &[("count", self.before.len().into())]));
    }

    /// Fixes that were asked for and could not be made are a failure.
    pub fn ended(&self) -> Result<(), Failure> {
        if self.circles.is_empty() { Ok(()) } else { Err(Failure::new("fix-circle")) }
    }
}

/// The documents in which something can be mended.
pub(super) fn mendable(looked: &Review, found: &[Diagnostic]) -> Vec<Source> {
    let fixes = found.iter().filter(|finding| finding.fix.is_some());
    let named: BTreeSet<&str> = fixes.map(|finding| finding.path.as_str()).collect();
    looked.sources(|name| named.contains(name))
}

/// The bytes of a file that may be written; refuses one that nobody may write to, and to write over what somebody else has
/// written since it was read.
fn unchanged(source: &Source) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::io("read", &source.path, &error);
    let refused = |key| Err(Failure::new(key).at(source.path.display().to_string()));
    let now = std::fs::read(&source.path).map_err(failed)?;
    if source.encoding.encode(&source.text).as_ref() != Some(&now) {
        return refused("fix-changed-meanwhile");
    }
    // A rename needs no right to write to the file: whoever took that away is asked.
    if std::fs::metadata(&source.path).map_err(failed)?.permissions().readonly() {
        return refused("fix-read-only");
    }
    Ok(now)
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
        assert!(unchanged(&source).is_ok());
        std::fs::write(&path, "\u{feff}# Où\n").expect("a file");
        assert!(unchanged(&source).is_err_and(|failure| failure.key == "fix-changed-meanwhile"));
    }
}
