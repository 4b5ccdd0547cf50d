//! Waits for changes of the sources.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecursiveMode, Watcher};

use crate::failure::Failure;

/// How long it has to be quiet before a change is reported: editors write a file in several steps, a moment apart. A step
/// that comes later is another change.
const QUIET: Duration = Duration::from_millis(15);

/// What is watched.
#[derive(Debug, Clone, Default)]
pub struct Watched {
    /// Folders, with everything in them that is not hidden.
    pub folders: Vec<PathBuf>,
    /// Single files, which need not exist yet.
    pub files: Vec<PathBuf>,
}

impl Watched {
    fn concerns(&self, path: &Path) -> bool {
        let visible =
            |below: &Path| !below.components().any(|part| part.as_os_str().as_encoded_bytes().starts_with(b"."));
        self.files.iter().any(|file| file == path)
            || self.folders.iter().any(|folder| path.strip_prefix(folder).is_ok_and(visible))
    }
}

/// Calls `changed` after each burst of changes with what changed, in order, until it returns `false`.
///
/// # Errors
/// When the system cannot watch the files (too many, or a file system without notice of changes).
pub fn watch(watched: &Watched, mut changed: impl FnMut(&[PathBuf]) -> bool) -> Result<(), Failure> {
    let failed = |error: notify::Error| Failure::new("watch").with("reason", error.to_string());
    let (sender, receiver) = channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // The receiver goes only when watching ends.
        let _ = sender.send(event);
    })
    .map_err(failed)?;
    for folder in watched.folders.iter().filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive).map_err(failed)?;
    }
    let mut parents: Vec<&Path> = watched.files.iter().filter_map(|file| file.parent()).collect();
    parents.sort();
    parents.dedup();
    for parent in parents.into_iter().filter(|parent| !watched.folders.iter().any(|folder| parent.starts_with(folder)))
    {
        watcher.watch(parent, RecursiveMode::NonRecursive).map_err(failed)?;
    }
    // Reading the sources is an event too, and must not cause the next reading.
    let concerning = |event: notify::Result<Event>| -> Vec<PathBuf> {
        let Ok(event) = event else { return Vec::new() };
        let read = matches!(event.kind, EventKind::Access(_));
        event.paths.into_iter().filter(|path| !read && watched.concerns(path)).collect()
    };
    while let Ok(event) = receiver.recv() {
        let mut paths: BTreeSet<PathBuf> = concerning(event).into_iter().collect();
        if paths.is_empty() {
            continue;
        }
        loop {
            match receiver.recv_timeout(QUIET) {
                Ok(event) => paths.extend(concerning(event)),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
        if !changed(&paths.into_iter().collect::<Vec<_>>()) {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_files_do_not_matter() {
        let watched = Watched { folders: vec!["/p/content".into()], files: vec!["/p/passerelle.yaml".into()] };
        assert!(watched.concerns(Path::new("/p/content/fr/a.md")) && watched.concerns(Path::new("/p/passerelle.yaml")));
        assert!(!watched.concerns(Path::new("/p/content/.a.md.swp")) && !watched.concerns(Path::new("/p/public/x")));
    }
}
