//! A set of output files before any disk: path → bytes.

use std::collections::BTreeMap;

/// Output files by their path, relative and with `/`. Paths are checked when they are added, so that nothing built from
/// content can leave the output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    map: BTreeMap<String, Vec<u8>>,
}

/// A path that would leave the output folder or that no file system takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsafePath(pub String);

impl std::fmt::Display for UnsafePath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the output path {:?} would leave the output folder", self.0)
    }
}

impl std::error::Error for UnsafePath {}

/// Whether a relative path stays inside the folder it is joined to, on every system.
pub fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && path.split('/').all(|part| {
            !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0']) && part.len() <= 255
        })
}

impl Files {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds or replaces a file.
    ///
    /// # Errors
    /// When `path` is absolute, has `..` or would otherwise leave the folder.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Result<(), UnsafePath> {
        let path = path.into();
        if !stays_inside(&path) {
            return Err(UnsafePath(path));
        }
        self.map.insert(path, bytes.into());
        Ok(())
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.map.get(path).map(Vec::as_slice)
    }

    /// Every file in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.map.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: Files) {
        self.map.extend(other.map);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leaves_the_folder() {
        for bad in ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a\\..\\b", "c:/x", "a/./b"] {
            assert!(!stays_inside(bad), "{bad}");
        }
        assert!(stays_inside("fr/q/idempotence/index.html"));
    }
}
