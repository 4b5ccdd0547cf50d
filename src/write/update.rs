//! What differs, into a folder that has a site already.
//!
//! Everything that can fail for want of space happens first, in a stage inside the folder; then the staged files change
//! places with the old ones, by renames that are all undone if one fails. A second whole folder swapped in would be
//! simpler, but deleting the old one is far slower than all the rest on many file systems: a minute for ten thousand pages
//! where this takes a second.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::stage::{INSIDE, Stage, folders};
use super::survey::{Change, MANIFEST, Plan, Survey, manifest};
use super::swap::exchange;
use crate::failure::Failure;
use crate::files::Files;

/// The staged manifest of the old files and the new.
const BOTH: &str = "manifest-of-both";
/// The staged manifest of the new files.
const LAST: &str = "manifest";

/// A file that differs: its number in the stage, its path and bytes, and how it differs.
struct Differing<'a> {
    at: usize,
    path: &'a str,
    bytes: &'a [u8],
    change: Change,
}

/// One step that can be taken back.
enum Step {
    /// A file was moved.
    Moved { from: PathBuf, to: PathBuf },
    /// Two files changed places.
    Exchanged { a: PathBuf, b: PathBuf },
    /// A folder was made.
    Made(PathBuf),
    /// An empty folder was removed.
    Removed(PathBuf),
}

impl Step {
    fn moved(from: PathBuf, to: PathBuf) -> io::Result<Self> {
        fs::rename(&from, &to).map(|()| Self::Moved { from, to })
    }

    fn exchanged(a: PathBuf, b: PathBuf) -> io::Result<Self> {
        exchange(&a, &b).map(|()| Self::Exchanged { a, b })
    }

    fn undo(&self) -> io::Result<()> {
        match self {
            Self::Moved { from, to } => fs::rename(to, from),
            Self::Exchanged { a, b } => exchange(a, b),
            Self::Made(folder) => fs::remove_dir(folder),
            Self::Removed(folder) => fs::create_dir(folder),
        }
    }
}

/// Writes what differs.
pub(super) fn update(files: &Files, plan: &Plan, old: &Survey, out: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::io("write", out, &error);
    let stage = Stage::new(out, INSIDE).map_err(failed)?;
    let differing: Vec<Differing<'_>> = files
        .iter()
        .zip(&plan.changes)
        .enumerate()
        .map(|(at, ((path, bytes), &change))| Differing { at, path, bytes, change })
        .filter(|file| file.change != Change::Unchanged)
        .collect();
    differing.par_iter().try_for_each(|file| fs::write(stage.file(file.at), file.bytes)).map_err(failed)?;
    // Until all is in place, the manifest lists the old files and the new ones: whatever happens, the next run knows them.
    let both: BTreeSet<&str> = files.iter().map(|(path, _)| path).chain(old.ours.iter().map(String::as_str)).collect();
    fs::write(stage.path.join(BOTH), manifest(both.into_iter())).map_err(failed)?;
    fs::write(stage.path.join(LAST), manifest(files.iter().map(|(path, _)| path))).map_err(failed)?;

    let mut steps = Vec::new();
    commit(&differing, plan, &stage, out, &mut steps).map_err(|error| {
        for step in steps.iter().rev() {
            // The first error is the one to tell.
            let _ = step.undo();
        }
        failed(error)
    })
}

fn commit(
    differing: &[Differing<'_>],
    plan: &Plan,
    stage: &Stage,
    out: &Path,
    steps: &mut Vec<Step>,
) -> io::Result<()> {
    let target = out.join(MANIFEST);
    steps.push(if target.exists() {
        Step::exchanged(stage.path.join(BOTH), target.clone())?
    } else {
        Step::moved(stage.path.join(BOTH), target.clone())?
    });
    for (at, path) in plan.removed.iter().enumerate() {
        steps.push(Step::moved(out.join(path), stage.path.join(format!("removed-{at}")))?);
        remove_empty_folders(out, path, steps);
    }
    let new = differing.iter().filter(|file| file.change == Change::New);
    for folder in folders(new.map(|file| file.path)).into_iter().flatten() {
        match fs::create_dir(out.join(folder)) {
            Ok(()) => steps.push(Step::Made(out.join(folder))),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && out.join(folder).is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    let taken: Vec<io::Result<Step>> = differing
        .par_iter()
        .map(|file| match file.change {
            Change::New => Step::moved(stage.file(file.at), out.join(file.path)),
            _ => Step::exchanged(stage.file(file.at), out.join(file.path)),
        })
        .collect();
    let mut wrong = None;
    for step in taken {
        match step {
            Ok(step) => steps.push(step),
            Err(error) => wrong = Some(error),
        }
    }
    wrong.map_or(Ok(()), Err)?;
    steps.push(Step::exchanged(stage.path.join(LAST), target)?);
    Ok(())
}

/// Removes the folders above a removed file as far as they are empty.
fn remove_empty_folders(out: &Path, path: &str, steps: &mut Vec<Step>) {
    let mut folder = Path::new(path).parent();
    while let Some(name) = folder.filter(|name| !name.as_os_str().is_empty()) {
        if fs::remove_dir(out.join(name)).is_err() {
            return;
        }
        steps.push(Step::Removed(out.join(name)));
        folder = name.parent();
    }
}
