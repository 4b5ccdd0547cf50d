//! What is kept between two runs.

use std::fs;
use std::io;
use std::path::Path;

use crate::discover::CACHE;

/// Makes `file` hold these bytes, whole or not at all. The folder that is made for it in a project tells git to leave it
/// alone. It need not survive a power cut: who reads it checks it.
///
/// # Errors
/// When the disk refuses, which is no reason not to go on.
pub fn cache(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    if folder.ends_with(CACHE) && !folder.join(".gitignore").exists() {
        fs::write(folder.join(".gitignore"), "*\n")?;
    }
    let aside = file.with_extension(format!("{}.new", std::process::id()));
    let written = fs::write(&aside, bytes).and_then(|()| fs::rename(&aside, file));
    if written.is_err() {
        let _ = fs::remove_file(&aside);
    }
    written
}
