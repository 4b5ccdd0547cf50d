//! What a project has, before its documents are read: whoever remembers them may not need to.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use super::{LINKS, LOCK, Unsaved, concepts_name, images, optional, read};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::failure::Failure;
use crate::files::Files;
use crate::lint::cache::{Hash, Stamp};
use crate::source::Source;

/// A file that was found.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// Its shown name.
    pub name: String,
    /// What the file system says of it; `None` where it does not.
    pub stamp: Option<Stamp>,
}

/// What a project has.
#[derive(Debug, Clone)]
pub struct Survey {
    /// The documents, in the order of their names.
    pub documents: Vec<Listed>,
    /// The images of the content folder, whether or not a document shows them.
    pub images: Vec<Listed>,
    /// What could not be found out.
    pub problems: Vec<Diagnostic>,
    /// `concepts.yaml` of the content folder.
    pub concepts: Option<Source>,
    /// `links.yaml` of the content folder.
    pub links: Option<Source>,
    /// The text of `passerelle.lock`.
    pub lock: Option<Source>,
}

/// Looks at the project in `root`, whose settings are `config`.
///
/// # Errors
/// When the content folder does not exist, or the concepts, the decisions or the lock file cannot be read.
pub fn survey(root: &Path, config: &Config) -> Result<Survey, Failure> {
    let (documents, others, problems) = super::listing(root, config)?;
    let saved = Unsaved::new();
    let images = others.into_iter().filter(|(_, name)| images::is_image(name)).collect();
    Ok(Survey {
        documents: stamped(documents),
        images: stamped(images),
        problems,
        concepts: optional(root, &concepts_name(config), &saved)?,
        links: optional(root, &format!("{}/{LINKS}", config.content), &saved)?,
        lock: optional(root, LOCK, &saved)?,
    })
}

fn stamped(files: Vec<(PathBuf, String)>) -> Vec<Listed> {
    let listed = |(path, name): (PathBuf, String)| Listed { stamp: stamp(&path), path, name };
    let mut all: Vec<Listed> = files.into_par_iter().with_min_len(64).map(listed).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

/// What the file system says of a file without reading it.
pub fn stamp(path: &Path) -> Option<Stamp> {
    let meta = fs::metadata(path).ok()?;
    let modified = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos() as u64;
    let (changed, inode) = status(&meta);
    Some(Stamp { size: meta.len(), modified, changed, inode })
}

/// When anything about a file changed last, and its number: what tells a file that was put in another's place with its times.
#[cfg(unix)]
fn status(meta: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (meta.ctime().wrapping_mul(1_000_000_000).wrapping_add(meta.ctime_nsec()) as u64, meta.ino())
}

#[cfg(not(unix))]
fn status(_: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

/// A file's bytes with their hash.
pub struct Raw {
    bytes: Vec<u8>,
    /// The hash of the bytes.
    pub hash: Hash,
}

impl Listed {
    /// Its bytes, or the finding that says why not.
    ///
    /// # Errors
    /// A finding about what cannot be read.
    pub fn read(&self) -> Result<Raw, Box<Diagnostic>> {
        let read = read::bytes(&self.path, &self.name);
        let bytes = read.unwrap_or_else(|error| Err(read::not_given(&self.path, &self.name, &error).into()))?;
        let hash = blake3::hash(&bytes);
        let hash = hash.as_bytes().first_chunk().copied().unwrap_or_default();
        Ok(Raw { bytes, hash })
    }
}

impl Raw {
    /// The bytes as the document that was listed.
    ///
    /// # Errors
    /// A finding about bytes that are no text.
    pub fn source(self, listed: &Listed) -> Result<Source, Box<Diagnostic>> {
        read::decode(self.bytes, &listed.path, &listed.name)
    }
}

/// The bytes of all these images, by name; those that cannot be read are not there.
pub fn images_of(listed: &[Listed]) -> Files {
    let mut files = Files::new();
    let read: Vec<_> = listed.par_iter().map(|one| (one.name.as_str(), fs::read(&one.path))).collect();
    for (name, bytes) in read {
        if let Ok(bytes) = bytes {
            // A name that no page could have is that of an image that is not there.
            let _ = files.insert(name, bytes);
        }
    }
    files
}
