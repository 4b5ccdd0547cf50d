//! One file, replaced by one rename.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

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
    replace(path, bytes).map_err(|error| Failure::io("write", path, &error))
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let old = match fs::metadata(&path) {
        Ok(meta) if meta.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(meta) if !meta.is_file() => return File::options().write(true).open(&path)?.write_all(bytes),
        Ok(meta) => Some(meta.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let aside = path.with_file_name(format!(".{name}.{}.passerelle", std::process::id()));
    let result = write_new(&aside, bytes, old).and_then(|()| fs::rename(&aside, &path));
    if result.is_err() {
        // Best effort: the first error is the one to tell.
        let _ = fs::remove_file(&aside);
    }
    result
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
