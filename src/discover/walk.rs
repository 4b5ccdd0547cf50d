//! Which files a folder holds: sorted, hidden ones left out, loops reported instead of followed.

use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::read::{finding, io_finding};
use crate::diagnostic::Diagnostic;

/// Extensions of the documents, in lower case.
const EXTENSIONS: [&str; 9] = ["csv", "json", "jsonl", "markdown", "md", "text", "txt", "yaml", "yml"];

/// The files of a folder with their shown names.
pub(super) struct Walked {
    /// Where each file is and how it is called.
    pub files: Vec<(PathBuf, String)>,
    /// Links that lead in circles or out of the folder, folders that cannot be opened.
    pub problems: Vec<Diagnostic>,
}

/// Whether a file's name is that of a document.
pub(super) fn is_document(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default();
    EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str())
}

/// A path as it is shown and recorded: with `/`, without `./`.
pub(super) fn shown(path: &Path) -> String {
    let mut name = String::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::RootDir => name.push('/'),
            part => {
                if !name.is_empty() && !name.ends_with('/') {
                    name.push('/');
                }
                name.push_str(&part.as_os_str().to_string_lossy());
            }
        }
    }
    if name.is_empty() { ".".to_owned() } else { name }
}

/// Every regular file below `folder`, whose own shown name is `prefix`. A symbolic link is followed as long as it stays
/// inside the folder: what a contribution adds must not make the tool read, and publish, a file from elsewhere.
pub(super) fn folder(folder: &Path, prefix: &str) -> Walked {
    let mut walked = Walked { files: Vec::new(), problems: Vec::new() };
    let base = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let named = |path: &Path| join(prefix, &shown(path.strip_prefix(folder).unwrap_or(path)));
    let mut entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if entry.depth() > 0 && is_hidden(&entry) => {
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Ok(entry) if entry.path_is_symlink() && entry.depth() > 0 && leaves(entry.path(), &base) => {
                let name = named(entry.path());
                let target = std::fs::read_link(entry.path()).unwrap_or_default();
                walked.problems.push(finding(&name, "outside").with("target", target.display().to_string()));
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Ok(entry) if entry.file_type().is_file() => {
                walked.files.push((entry.path().to_owned(), named(entry.path())));
            }
            Ok(_) => {}
            Err(error) => {
                let name = error.path().map_or_else(|| prefix.to_owned(), named);
                walked.problems.push(match (error.loop_ancestor(), error.io_error()) {
                    (Some(ancestor), _) => finding(&name, "loop").with("target", named(ancestor)),
                    (None, Some(error)) => io_finding(&name, error),
                    (None, None) => finding(&name, "io").with("reason", error.to_string()),
                });
            }
        }
    }
    walked
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn leaves(link: &Path, base: &Path) -> bool {
    link.canonicalize().is_ok_and(|target| !target.starts_with(base))
}

fn join(prefix: &str, below: &str) -> String {
    match (prefix, below) {
        ("" | ".", below) => below.to_owned(),
        (prefix, ".") => prefix.to_owned(),
        (prefix, below) => format!("{}/{below}", prefix.trim_end_matches('/')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_detours() {
        for (path, name) in [("./a//b", "a/b"), (".", "."), ("/x/y.md", "/x/y.md"), ("../x", "../x"), ("-", "-")] {
            assert_eq!(shown(Path::new(path)), name);
        }
    }

    #[test]
    fn documents_are_known_by_their_extension() {
        assert!(is_document("a/b.MD") && is_document("x.jsonl") && is_document("x.tar.csv"));
        assert!(!is_document("README") && !is_document("x.html") && !is_document("md"));
    }
}
