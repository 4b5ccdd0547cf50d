//! Where what is kept between two runs lies.

use std::path::{Path, PathBuf};

/// The folder of a project in which it is kept.
pub const CACHE: &str = ".passerelle/cache";

/// The variable that names another folder.
pub const CACHE_VARIABLE: &str = "PASSERELLE_CACHE_DIR";

/// The file that keeps what is known of the project in `root`: in its own folder, or in `elsewhere`, which may be that of
/// several projects.
pub fn cache_file(root: &Path, elsewhere: Option<&Path>) -> PathBuf {
    let Some(folder) = elsewhere else { return root.join(CACHE).join("lint") };
    let place = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let hash = blake3::hash(place.as_os_str().as_encoded_bytes()).to_hex();
    folder.join(format!("lint-{}", &hash[..16]))
}

/// The bytes that were kept there, if any can be read.
pub fn cached(file: &Path) -> Option<Vec<u8>> {
    std::fs::read(file).ok()
}
