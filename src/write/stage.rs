//! The whole new folder, beside the old one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::survey::{MANIFEST, Survey, manifest};
use crate::failure::Failure;
use crate::files::Files;

/// How the names of stages end.
const SUFFIX: &str = ".passerelle";

/// What stages inside an output folder are named after.
pub(super) const INSIDE: &str = "stage";

/// The file that says whether a stage's process lives: it holds a lock on it.
const LOCK: &str = "lock";

/// A folder that output is prepared in; removed, with what is left in it, when it is dropped.
pub(super) struct Stage {
    /// Where it is.
    pub path: PathBuf,
    _lock: File,
}

impl Stage {
    /// An empty stage in the folder `parent`, for the output folder called `name`.
    pub fn new(parent: &Path, name: &str) -> io::Result<Self> {
        let path = parent.join(format!(".{name}.{}{SUFFIX}", std::process::id()));
        fs::create_dir(&path)?;
        let lock = File::create(path.join(LOCK)).and_then(|file| file.lock().map(|()| file));
        match lock {
            Ok(lock) => Ok(Self { path, _lock: lock }),
            Err(error) => {
                let _ = fs::remove_dir_all(&path);
                Err(error)
            }
        }
    }

    /// Where a whole new output folder is prepared.
    pub fn site(&self) -> PathBuf {
        self.path.join("site")
    }

    /// Where the file of this number is prepared, when the output folder stays.
    pub fn file(&self, at: usize) -> PathBuf {
        self.path.join(at.to_string())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // Best effort: what is left is swept by the next run.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Whether a file name is that of a stage.
pub(super) fn is_stage(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(SUFFIX)
}

/// Removes what killed processes left in and beside `out`. Best effort: what cannot be removed is in nobody's way.
pub(super) fn sweep_around(out: &Path) {
    let _ = sweep(out, INSIDE);
    if let (Some(parent), Some(name)) = (out.parent(), out.file_name()) {
        let _ = sweep(parent, &name.to_string_lossy());
    }
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
        let dead = File::open(entry.path().join(LOCK)).map_or(true, |lock| lock.try_lock().is_ok());
        if dead {
            fs::remove_dir_all(entry.path())?;
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
pub(super) fn fill(stage: &Stage, files: &Files, old: &Survey, out: &Path) -> io::Result<()> {
    let site = stage.site();
    fs::create_dir(&site)?;
    if let Ok(meta) = fs::metadata(out) {
        fs::set_permissions(&site, meta.permissions())?;
    }
    for level in folders(files.iter().map(|(path, _)| path).chain(old.foreign.keys().map(String::as_str))) {
        let level: Vec<&str> = level.into_iter().collect();
        level.par_iter().try_for_each(|folder| fs::create_dir(site.join(folder)))?;
    }
    let list: Vec<(&str, &[u8])> = files.iter().collect();
    list.par_iter().try_for_each(|(path, bytes)| fs::write(site.join(path), bytes))?;
    for (path, &is_link) in &old.foreign {
        carry(&out.join(path), &site.join(path), is_link)?;
    }
    fs::write(site.join(MANIFEST), manifest(files.iter().map(|(path, _)| path)))
}

/// The folders of these files, each once, by depth: those above come first.
pub(super) fn folders<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<BTreeSet<&'a str>> {
    let mut levels: Vec<BTreeSet<&str>> = Vec::new();
    for path in paths {
        for (depth, (at, _)) in path.match_indices('/').enumerate() {
            if levels.len() <= depth {
                levels.push(BTreeSet::new());
            }
            levels[depth].insert(&path[..at]);
        }
    }
    levels
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
