//! The whole new folder, beside the old one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::survey::{Change, MANIFEST, Plan, Survey, manifest};
use crate::failure::Failure;
use crate::files::Files;

/// How the names of stages end.
const SUFFIX: &str = ".passerelle";

/// A folder being written; removed when it is dropped.
pub(super) struct Stage {
    /// Where it is.
    pub path: PathBuf,
    /// Its manifest, locked as long as the process lives: an unlocked stage is a dead process's.
    lock: File,
}

impl Stage {
    /// An empty stage in the folder `parent`, for the output folder called `name`. Removes those of dead processes.
    pub fn new(parent: &Path, name: &str) -> io::Result<Self> {
        sweep(parent, name)?;
        let path = parent.join(format!(".{name}.{}{SUFFIX}", std::process::id()));
        fs::create_dir(&path)?;
        let lock = File::create(path.join(MANIFEST)).and_then(|file| file.lock().map(|()| file));
        match lock {
            Ok(lock) => Ok(Self { path, lock }),
            Err(error) => {
                let _ = fs::remove_dir_all(&path);
                Err(error)
            }
        }
    }

    /// Writes the manifest, which makes the stage whole.
    pub fn seal(&mut self, text: &str) -> io::Result<()> {
        self.lock.write_all(text.as_bytes())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Best effort: what is left is swept by the next run.
        let _ = remove_folder(&self.path);
    }
}

/// Whether a file name is that of a stage.
pub(super) fn is_stage(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(SUFFIX)
}

/// Removes the stages that killed processes left behind.
fn sweep(parent: &Path, name: &str) -> io::Result<()> {
    let prefix = format!(".{name}.");
    for entry in fs::read_dir(parent)? {
        let entry = entry?;
        let found = entry.file_name();
        let number = found.to_str().and_then(|f| f.strip_prefix(&prefix)?.strip_suffix(SUFFIX));
        if number.is_none_or(|number| number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit())) {
            continue;
        }
        let dead = File::open(entry.path().join(MANIFEST)).map_or(true, |lock| lock.try_lock().is_ok());
        if dead {
            remove_folder(&entry.path())?;
        }
    }
    Ok(())
}

/// A stage beside `out`, or `None` where the folder above takes none (a volume in a container, owned by somebody else).
pub(super) fn beside(out: &Path) -> Result<Option<Stage>, Failure> {
    let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else { return Ok(None) };
    match Stage::new(parent, &name.to_string_lossy()) {
        Ok(stage) => Ok(Some(stage)),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied && out.exists() => Ok(None),
        Err(error) => Err(Failure::io("write", out, &error)),
    }
}

/// Stages everything that `out` is to hold.
pub(super) fn fill(stage: &mut Stage, files: &Files, plan: &Plan, old: &Survey, out: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::io("write", out, &error);
    if let Ok(meta) = fs::metadata(out) {
        fs::set_permissions(&stage.path, meta.permissions()).map_err(failed)?;
    }
    make_folders(&stage.path, files.iter().map(|(path, _)| path).chain(old.foreign.keys().map(String::as_str)))
        .map_err(failed)?;
    let list: Vec<_> = files.iter().zip(&plan.changes).collect();
    list.par_iter()
        .try_for_each(|((path, bytes), change)| {
            let target = stage.path.join(path);
            match change {
                Change::Unchanged if fs::hard_link(out.join(path), &target).is_ok() => Ok(()),
                _ => fs::write(target, bytes),
            }
        })
        .map_err(failed)?;
    for (path, &is_link) in &old.foreign {
        carry(&out.join(path), &stage.path.join(path), is_link).map_err(failed)?;
    }
    stage.seal(&manifest(files.iter().map(|(path, _)| path))).map_err(failed)
}

/// Makes the folders of these files, each once, those of one depth on all threads.
pub(super) fn make_folders<'a>(root: &Path, paths: impl Iterator<Item = &'a str>) -> io::Result<()> {
    let mut levels: Vec<BTreeSet<&str>> = Vec::new();
    for path in paths {
        for (depth, (at, _)) in path.match_indices('/').enumerate() {
            if levels.len() <= depth {
                levels.push(BTreeSet::new());
            }
            levels[depth].insert(&path[..at]);
        }
    }
    for level in levels {
        level.into_iter().collect::<Vec<_>>().into_par_iter().try_for_each(|folder| {
            match fs::create_dir(root.join(folder)) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && root.join(folder).is_dir() => Ok(()),
                result => result,
            }
        })?;
    }
    Ok(())
}

/// Takes a foreign file over into the stage: the same file, or else a copy; a link as a link.
fn carry(from: &Path, to: &Path, is_link: bool) -> io::Result<()> {
    #[cfg(unix)]
    if is_link {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    let _ = is_link;
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop))
}

/// Removes a folder with everything in it, its first levels on all threads.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    let entries: Vec<_> = fs::read_dir(path)?.collect::<io::Result<_>>()?;
    for entry in &entries {
        if entry.file_type()?.is_dir() {
            let inner: Vec<_> = fs::read_dir(entry.path())?.collect::<io::Result<_>>()?;
            inner.par_iter().try_for_each(|inner| match inner.file_type()?.is_dir() {
                true => fs::remove_dir_all(inner.path()),
                false => fs::remove_file(inner.path()),
            })?;
        }
    }
    fs::remove_dir_all(path)
}
