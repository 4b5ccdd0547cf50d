//! Writing into a folder that cannot be swapped: the root of a file system (a container's volume), or one whose parent
//! belongs to somebody else. Everything that can fail for want of space happens in a stage inside; only then are the
//! files renamed to their places, one after the other.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::stage::{Stage, make_folders};
use super::survey::{Change, MANIFEST, Plan, Survey, manifest};
use crate::failure::Failure;
use crate::files::Files;

/// Writes what differs.
pub(super) fn write(files: &Files, plan: &Plan, old: &Survey, out: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::io("write", out, &error);
    let mut stage = Stage::new(out, "stage").map_err(failed)?;
    let differing: Vec<_> =
        files.iter().zip(&plan.changes).filter(|(_, change)| **change != Change::Unchanged).map(|(f, _)| f).collect();
    make_folders(&stage.path, differing.iter().map(|(path, _)| *path)).map_err(failed)?;
    differing.par_iter().try_for_each(|(path, bytes)| fs::write(stage.path.join(path), bytes)).map_err(failed)?;
    let list = manifest(files.iter().map(|(path, _)| path));
    // Until all is in place, the manifest lists the old files and the new: whatever happens, the next run knows them.
    let both: std::collections::BTreeSet<&str> =
        files.iter().map(|(path, _)| path).chain(old.ours.iter().map(String::as_str)).collect();
    stage.seal(&manifest(both.into_iter())).map_err(failed)?;
    let last = stage.path.join(format!("{MANIFEST}-last"));
    fs::write(&last, list).map_err(failed)?;

    // A file of the last output may stand where a folder is needed now, and the reverse.
    for path in &plan.removed {
        fs::remove_file(out.join(path)).map_err(failed)?;
        remove_empty_folders(out, path);
    }
    make_folders(out, differing.iter().map(|(path, _)| *path)).map_err(failed)?;
    fs::rename(stage.path.join(MANIFEST), out.join(MANIFEST)).map_err(failed)?;
    for (path, _) in &differing {
        fs::rename(stage.path.join(path), out.join(path)).map_err(failed)?;
    }
    fs::rename(last, out.join(MANIFEST)).map_err(failed)
}

/// Removes the folders above a removed file as far as they are empty.
fn remove_empty_folders(out: &Path, path: &str) {
    let mut folder = Path::new(path).parent();
    while let Some(name) = folder.filter(|name| !name.as_os_str().is_empty()) {
        if fs::remove_dir(out.join(name)).is_err() {
            return;
        }
        folder = name.parent();
    }
}
