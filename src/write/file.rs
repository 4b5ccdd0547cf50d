//! Files, each replaced by one rename.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Makes `path` hold exactly `bytes`. A device or a pipe is written to as it is; a link's target is replaced, not the
/// link.
///
/// # Errors
/// When the disk refuses; the file is then as it was before.
pub fn file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        return Err(Failure::new("no-folder")
            .at(path.display().to_string())
            .with("folder", folder.display().to_string()));
    }
    let failed = |error: io::Error| Failure::io("write", path, &error);
    let staged = stage(path, bytes).map_err(failed)?;
    staged.map_or(Ok(()), |staged| staged.put().map_err(failed))
}

/// Makes each of these files hold exactly these bytes; folders above them are made. All of them are written beside their
/// places before the first is put there, so that a full disk leaves every one as it was.
///
/// # Errors
/// When the disk refuses.
pub fn files(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
    let failed = |path: &Path, error: io::Error| Failure::io("write", path, &error);
    let mut staged = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| stage(path, bytes));
        staged.push((path, made.map_err(|error| failed(path, error))?));
    }
    for (path, staged) in staged {
        staged.map_or(Ok(()), Staged::put).map_err(|error| failed(path, error))?;
    }
    Ok(())
}

/// A file written beside its place; dropping it takes it away.
struct Staged {
    aside: PathBuf,
    place: PathBuf,
}

impl Staged {
    fn put(self) -> io::Result<()> {
        fs::rename(&self.aside, &self.place)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Best effort, and nothing to do after it was put in its place.
        let _ = fs::remove_file(&self.aside);
    }
}

/// `None` where there is nothing to put in place any more: a device or a pipe.
fn stage(path: &Path, bytes: &[u8]) -> io::Result<Option<Staged>> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let old = match fs::metadata(&path) {
        Ok(meta) if meta.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(meta) if !meta.is_file() => {
            return File::options().write(true).open(&path)?.write_all(bytes).map(|()| None);
        }
        Ok(meta) => Some(meta.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let staged =
        Staged { aside: path.with_file_name(format!(".{name}.{}.passerelle", std::process::id())), place: path };
    write_new(&staged.aside, bytes, old)?;
    Ok(Some(staged))
}

fn write_new(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    // A rename can reach the disk before the bytes do: after a power cut the file must not be empty.
    file.sync_all()
}
