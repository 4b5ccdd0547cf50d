//! The images that texts show from beside the sources: which file an address means, and what a page needs to know of it.

mod size;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::files::Files;
use crate::normalise::Entry;
use crate::render::{Picture, Style, pictures};
use crate::text::slug;

pub use size::Size;

/// An image beside the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its name wherever it is published: what it was called, and a hash of its bytes, so that a copy that is kept for long
    /// is never an old one.
    pub name: String,
    /// The hash of its bytes (BLAKE3), in hexadecimal digits.
    pub hash: String,
    /// How large it is shown, where the file says so.
    pub size: Option<Size>,
    /// Whether it has colours of its own for dark screens.
    pub adapts: bool,
}

/// The images of a collection, by their path from its root.
#[derive(Debug, Clone, Default)]
pub struct Images {
    by_path: Arc<BTreeMap<String, Image>>,
}

impl Images {
    /// The images in these files.
    pub fn new(files: &Files) -> Self {
        let image = |(path, bytes): (&str, &[u8])| (path.to_owned(), Image::new(path, bytes));
        Self { by_path: Arc::new(files.iter().map(image).collect()) }
    }

    /// The image that the document at `document` calls by this address.
    pub fn find(&self, document: &str, address: &str) -> Option<&Image> {
        self.by_path.get(&path(document, address)?)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_path.is_empty()
    }

    /// Every image by its path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Image)> {
        self.by_path.iter().map(|(path, image)| (path.as_str(), image))
    }
}

impl Image {
    fn new(path: &str, bytes: &[u8]) -> Self {
        let last = path.rsplit('/').next().unwrap_or(path);
        let (stem, extension) = last.rsplit_once('.').unwrap_or((last, ""));
        let extension = extension.to_ascii_lowercase();
        let hash = blake3::hash(bytes).to_hex();
        let svg = extension == "svg";
        Self {
            name: format!("{}-{}.{extension}", slug(stem), &hash[..8]),
            size: Size::read(bytes, svg),
            adapts: svg && contains(bytes, b"prefers-color-scheme"),
            hash: hash.to_string(),
            bytes: bytes.to_vec(),
        }
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// The images that pages show of an entry: those of its context, its choices and its answer.
pub fn of_entry(entry: &Entry) -> Vec<Picture> {
    let style = Style::of(entry, 0);
    let texts = [entry.shown_context(), entry.shown_answer()].into_iter().flatten();
    let choices = entry.options.iter().map(|choice| choice.text.as_str());
    texts.chain(choices).flat_map(|text| pictures(text, style)).collect()
}

/// Whether an address leads to another place than the folders of the sources.
pub fn is_elsewhere(address: &str) -> bool {
    address.starts_with("//") || address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'))
}

/// The path from the root of what a document calls by an address: the address as seen from the folder of `document`. Nothing where it leads out of the
/// collection.
pub fn path(document: &str, address: &str) -> Option<String> {
    let address = percent_decoded(address.split(['?', '#']).next().unwrap_or_default())?;
    if is_elsewhere(&address) || address.starts_with('/') || address.is_empty() {
        return None;
    }
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// An address without its percent-encoding; `None` where that is not UTF-8.
pub fn percent_decoded(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match byte {
            b'%' => bytes.push((digit(rest.next())? * 16 + digit(rest.next())?) as u8),
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_seen_from_their_document() {
        for (address, found) in [
            ("../img/a.svg", Some("content/img/a.svg")),
            ("./b%20c.png?x#y", Some("content/fr/b c.png")),
            ("../../../a.svg", None),
            ("/a.svg", None),
            ("https://e.org/a.svg", None),
            ("//e.org/a.svg", None),
            ("%zz.png", None),
            ("", None),
        ] {
            assert_eq!(path("content/fr/q.md", address).as_deref(), found, "{address}");
        }
    }
}
