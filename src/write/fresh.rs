//! A folder that was not there before.

use std::fs;
use std::io;
use std::path::Path;

use super::guard;
use crate::failure::Failure;
use crate::files::Files;

/// Puts `files` into the new folder `folder`; the folders above it are made. Nothing is marked as this program's own:
/// the files belong to whoever asked for them.
///
/// # Errors
/// When `folder` is a file or has anything but `.git` in it, or when the disk refuses; it is then as it was before.
pub fn fresh(files: &Files, folder: &Path) -> Result<(), Failure> {
    let refused = |key| Failure::new(key).at(folder.display().to_string());
    if folder.exists() && !folder.is_dir() {
        return Err(refused("not-a-folder"));
    }
    let place = guard::resolve(folder)?;
    let failed = |error: io::Error| Failure::io("write", &place, &error);
    let there = place.is_dir();
    let mut inside = if there { Some(fs::read_dir(&place).map_err(failed)?) } else { None };
    // A repository with nothing in it yet is where many begin.
    let taken = |entry: io::Result<fs::DirEntry>| entry.map_or(true, |entry| entry.file_name() != ".git");
    if inside.as_mut().is_some_and(|entries| entries.any(taken)) {
        return Err(refused("not-empty"));
    }
    let (Some(parent), Some(name)) = (place.parent(), place.file_name()) else { return Err(refused("not-empty")) };
    let stage = parent.join(format!(".{}.{}.passerelle", name.to_string_lossy(), std::process::id()));
    let put = || if there { move_into(&stage, &place) } else { fs::rename(&stage, &place) };
    let written = fill(&stage, files).and_then(|()| put());
    // Best effort: the first error is the one to tell.
    let _ = fs::remove_dir_all(&stage);
    written.map_err(failed)
}

/// Moves what is in `stage` into a folder that has nothing of these names. The folder itself stays: somebody's shell may stand in it.
fn move_into(stage: &Path, place: &Path) -> io::Result<()> {
    let mut moved = Vec::new();
    for entry in fs::read_dir(stage)? {
        let entry = entry?;
        let target = place.join(entry.file_name());
        if let Err(error) = fs::rename(entry.path(), &target) {
            for done in moved.iter().rev() {
                let _ = fs::rename(done, stage.join(Path::new(done).file_name().unwrap_or_default()));
            }
            return Err(error);
        }
        moved.push(target);
    }
    Ok(())
}

fn fill(stage: &Path, files: &Files) -> io::Result<()> {
    fs::create_dir(stage)?;
    for (name, bytes) in files.iter() {
        let path = stage.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, bytes)?;
    }
    Ok(())
}
