//! What the output folder holds before it is written, and what the new files change.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::Written;
use super::stage::is_stage;
use crate::failure::Failure;
use crate::files::Files;

/// The list of the files that a folder's last output consists of; its presence says that the folder is ours.
pub const MANIFEST: &str = ".passerelle-manifest";

/// The manifest's first line.
const HEADER: &str = "# Written by passerelle: these files are replaced by the next build.";

/// Files that may lie in a folder which counts as empty.
const PLACEHOLDERS: [&str; 2] = [".gitkeep", ".gitignore"];

/// The text of the manifest of these paths.
pub(super) fn manifest<'a>(paths: impl Iterator<Item = &'a str>) -> String {
    let mut text = format!("{HEADER}\n");
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// An output folder as it is.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The files of the last output, or `None` where there was none.
    pub manifest: Option<BTreeSet<String>>,
    /// Those of them that are still there, as regular files.
    pub ours: BTreeSet<String>,
    /// What somebody else put there: path and whether it is a symbolic link.
    pub foreign: BTreeMap<String, bool>,
}

/// Looks at `out`, which need not exist. No link is followed.
pub(super) fn survey(out: &Path) -> Result<Survey, Failure> {
    let failed = |error: io::Error| Failure::io("write", out, &error);
    let mut survey = Survey::default();
    if !out.exists() {
        return Ok(survey);
    }
    match fs::read_to_string(out.join(MANIFEST)) {
        Ok(text) => survey.manifest = Some(text.lines().skip(1).map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    let stage = |entry: &DirEntry| entry.depth() == 1 && entry.file_name().to_str().is_some_and(is_stage);
    for entry in WalkDir::new(out).min_depth(1).sort_by_file_name().into_iter().filter_entry(|entry| !stage(entry)) {
        let entry = entry.map_err(|error| failed(error.into()))?;
        let Some(path) = entry.path().strip_prefix(out).ok().and_then(Path::to_str) else {
            return Err(Failure::new("out-foreign").at(out.display().to_string()).with("file", shown(entry.path())));
        };
        let path = path.replace(std::path::MAIN_SEPARATOR, "/");
        let kind = entry.file_type();
        let known = survey.manifest.as_ref().is_some_and(|known| known.contains(&path));
        if path == MANIFEST {
        } else if survey.manifest.is_none() && !PLACEHOLDERS.contains(&path.as_str()) {
            return Err(Failure::new("out-foreign").at(out.display().to_string()).with("file", path));
        } else if kind.is_file() && known {
            survey.ours.insert(path);
        } else if !kind.is_dir() {
            survey.foreign.insert(path, kind.is_symlink());
        }
    }
    Ok(survey)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// How each new file relates to the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    New,
    Changed,
    Unchanged,
}

/// What has to be done.
#[derive(Debug)]
pub(super) struct Plan {
    /// One change a file, in the order of the files.
    pub changes: Vec<Change>,
    /// Files of the last output that are no more.
    pub removed: Vec<String>,
}

impl Survey {
    /// Compares the new files with the bytes on disk rather than with recorded hashes, so that a file edited by hand is
    /// written again.
    pub fn compare(&self, files: &Files, out: &Path) -> Result<Plan, Failure> {
        let list: Vec<(&str, &[u8])> = files.iter().collect();
        for (path, _) in &list {
            if let Some(foreign) = self.collision(path) {
                return Err(Failure::new("out-collision").at(out.display().to_string()).with("file", foreign));
            }
        }
        let changes: Vec<Change> = list
            .par_iter()
            .map_init(Vec::new, |buffer, (path, bytes)| match self.ours.contains(*path) {
                false => Change::New,
                true if holds(&out.join(path), bytes, buffer) => Change::Unchanged,
                true => Change::Changed,
            })
            .collect();
        let removed = self.ours.iter().filter(|path| files.get(path).is_none()).cloned().collect();
        Ok(Plan { changes, removed })
    }

    /// The foreign file that stands at `path`, above it or below it.
    fn collision(&self, path: &str) -> Option<&str> {
        if self.foreign.is_empty() {
            return None;
        }
        let above = path.match_indices('/').map(|(at, _)| &path[..at]).chain([path]);
        let at = above.into_iter().find_map(|part| self.foreign.get_key_value(part));
        let below = format!("{path}/");
        let below = self.foreign.range(below.clone()..).next().filter(|(name, _)| name.starts_with(&below));
        at.or(below).map(|(name, _)| name.as_str())
    }
}

/// Whether a file holds exactly these bytes.
fn holds(path: &Path, bytes: &[u8], buffer: &mut Vec<u8>) -> bool {
    let Ok(mut file) = File::open(path) else { return false };
    buffer.clear();
    file.metadata().is_ok_and(|meta| meta.len() == bytes.len() as u64)
        && file.read_to_end(buffer).is_ok()
        && buffer.as_slice() == bytes
}

impl Plan {
    /// Whether anything is to be done.
    pub fn differs(&self) -> bool {
        !self.removed.is_empty() || self.changes.iter().any(|change| *change != Change::Unchanged)
    }

    /// The numbers of it.
    pub fn written(&self) -> Written {
        let count = |wanted| self.changes.iter().filter(|change| **change == wanted).count();
        Written {
            new: count(Change::New),
            changed: count(Change::Changed),
            unchanged: count(Change::Unchanged),
            removed: self.removed.len(),
        }
    }
}
