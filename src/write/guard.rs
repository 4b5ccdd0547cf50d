//! Where output may go.

use std::io;
use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;

/// Refuses an output folder that holds the project or shares a folder with its sources.
///
/// # Errors
/// When `out` is `root` or above it, or when it is, holds, or lies in one of `sources`.
pub fn allowed(out: &Path, root: &Path, sources: &[PathBuf]) -> Result<(), Failure> {
    let (out, root) = (absolute(out), absolute(root));
    let refused = |other: &Path| {
        Failure::new("out-overlaps").at(out.display().to_string()).with("other", other.display().to_string())
    };
    if root.starts_with(&out) {
        return Err(refused(&root));
    }
    for source in sources {
        let source = absolute(source);
        if source.starts_with(&out) || out.starts_with(&source) {
            return Err(refused(&source));
        }
    }
    Ok(())
}

/// The real path of `out`, which need not exist; the folders above it are made.
pub(super) fn resolve(out: &Path) -> Result<PathBuf, Failure> {
    let failed = |error: io::Error| Failure::io("write", out, &error);
    match std::fs::symlink_metadata(out) {
        Ok(_) => {
            let path = out.canonicalize().map_err(failed)?;
            if !path.is_dir() {
                return Err(Failure::new("out-not-a-folder").at(out.display().to_string()));
            }
            Ok(path)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let path = absolute(out);
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent).map_err(failed)?;
            }
            Ok(absolute(&path))
        }
        Err(error) => Err(failed(error)),
    }
}

/// The path without links and detours, as far as it exists.
fn absolute(path: &Path) -> PathBuf {
    let mut whole = std::env::current_dir().unwrap_or_default();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            Component::CurDir => {}
            part => {
                whole.push(part);
                // Links are resolved on the way down, because `..` after a link leads to the target's parent.
                if let Ok(real) = whole.canonicalize() {
                    whole = real;
                }
            }
        }
    }
    whole
}

/// Whether a folder is the root of a file system, which no rename can replace.
#[cfg(unix)]
pub(super) fn is_mount_point(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| path.metadata().ok().map(|meta| meta.dev());
    let Some(parent) = folder.parent() else { return true };
    device(folder).is_some_and(|own| device(parent) != Some(own))
}

/// Whether a folder is the root of a file system, which no rename can replace.
#[cfg(not(unix))]
pub(super) fn is_mount_point(folder: &Path) -> bool {
    folder.parent().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_stays_apart_from_the_sources() {
        let root = tempfile::tempdir().expect("a folder");
        let root = root.path().canonicalize().expect("a path");
        let content = [root.join("content")];
        for good in ["public", "out/site", "content2", "../elsewhere"] {
            assert!(allowed(&root.join(good), &root, &content).is_ok(), "{good}");
        }
        for bad in ["", ".", "..", "content", "content/public", "public/../content", "/"] {
            assert!(allowed(&root.join(bad), &root, &content).is_err(), "{bad}");
        }
    }
}
