//! The images that documents show from beside them.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::failure::Failure;
use crate::files::Files;
use crate::source::Source;

/// Extensions of images that browsers and Anki show, in lower case.
const EXTENSIONS: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// Reads those of `files` (with their shown names) that are images and that some document mentions: a folder of drafts is
/// neither read nor published.
///
/// # Errors
/// When one cannot be read.
pub(super) fn mentioned(files: Vec<(PathBuf, String)>, sources: &[Source]) -> Result<Files, Failure> {
    let mut images = Files::new();
    for (path, name) in files.into_iter().filter(|(_, name)| is_image(name)) {
        let last = name.rsplit('/').next().unwrap_or(&name);
        let encoded = percent_encoded(last);
        if sources.par_iter().any(|source| source.text.contains(last) || source.text.contains(&encoded)) {
            let bytes = std::fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
            // A name that no page could have is that of an image that is not there.
            let _ = images.insert(name.as_str(), bytes);
        }
    }
    Ok(images)
}

pub(super) fn is_image(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default();
    EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str())
}

/// A name as addresses write it.
fn percent_encoded(name: &str) -> String {
    let byte = |b: u8| match b {
        b' ' | b'%' | 0x80.. => format!("%{b:02X}"),
        _ => char::from(b).to_string(),
    };
    name.bytes().map(byte).collect()
}
