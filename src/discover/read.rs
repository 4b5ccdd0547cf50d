//! A file's bytes as text, or the finding that says why not.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Found;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::source::{Encoding, Source};

/// The rule of every finding about a document that cannot be read.
pub const UNREADABLE: &str = "unreadable-file";

/// The size in bytes past which a document is not read: a mistake (a dump, a log), not a collection of questions.
pub const LIMIT: u64 = 64 << 20;

/// A finding about the file `name` as a whole.
pub(super) fn finding(name: &str, variant: &'static str) -> Diagnostic {
    let start = Place { line: 1, column: 1, end_line: 1, end_column: 1 };
    Diagnostic { severity: Severity::Error, ..Diagnostic::new(UNREADABLE, name, start).variant(variant) }
}

/// A finding about a file that the operating system would not give.
pub(super) fn io_finding(name: &str, error: &io::Error) -> Diagnostic {
    match error.kind() {
        io::ErrorKind::PermissionDenied => finding(name, "denied"),
        io::ErrorKind::NotFound => finding(name, "missing"),
        _ => finding(name, "io").with("reason", error.to_string()),
    }
}

/// The same about a file that was there a moment ago: it may be gone since.
pub(super) fn not_given(path: &Path, name: &str, error: &io::Error) -> Diagnostic {
    let gone = error.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err();
    if gone { finding(name, "vanished") } else { io_finding(name, error) }
}

/// Reads every file, on all threads, and puts them in the order of their names.
pub(super) fn all(files: Vec<(PathBuf, String)>, problems: Vec<Diagnostic>) -> Found {
    let read: Vec<_> = files
        .into_par_iter()
        .map(|(path, name)| one(&path, &name).unwrap_or_else(|error| Err(not_given(&path, &name, &error).into())))
        .collect();
    let mut found = Found { sources: Vec::with_capacity(read.len()), problems };
    for document in read {
        match document {
            Ok(source) => found.sources.push(source),
            Err(problem) => found.problems.push(*problem),
        }
    }
    found.sources.sort_by(|a, b| a.name.cmp(&b.name));
    found.problems.sort();
    found
}

/// Reads one file; the outer error is the system's, the inner one a finding about its bytes.
pub(super) fn one(path: &Path, name: &str) -> io::Result<Result<Source, Box<Diagnostic>>> {
    Ok(bytes(path, name)?.and_then(|bytes| decode(bytes, path, name)))
}

/// The bytes of one file, in the same way.
pub(super) fn bytes(path: &Path, name: &str) -> io::Result<Result<Vec<u8>, Box<Diagnostic>>> {
    let file = File::open(path)?;
    // A regular file says how large it is, so that the buffer is made once; a pipe does not.
    let size = file.metadata().map_or(0, |meta| if meta.is_file() { meta.len() } else { 0 });
    if size > LIMIT {
        return Ok(Err(too_large(name).into()));
    }
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

/// Reads standard input to its end.
pub(super) fn stream(input: &mut dyn Read, name: &str) -> io::Result<Result<Source, Box<Diagnostic>>> {
    let mut bytes = Vec::new();
    input.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(decode(bytes, Path::new(name), name))
}

fn too_large(name: &str) -> Diagnostic {
    finding(name, "too-large").with("limit", (LIMIT >> 20).to_string())
}

/// Bytes as a document. Other encodings are not guessed at, since a wrong guess would be published; but a table of ours that
/// a spreadsheet saved says so itself, and an import can check it.
pub(super) fn decode(bytes: Vec<u8>, path: &Path, name: &str) -> Result<Source, Box<Diagnostic>> {
    if bytes.len() as u64 > LIMIT {
        return Err(too_large(name).into());
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Source::new(path, name, text)),
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(finding(name, "utf-16").into());
    }
    if is_own_table(&bytes) {
        let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        let mut source = Source::new(path, name, text);
        source.encoding = Encoding::Windows1252;
        return Ok(source);
    }
    let before = &bytes[..at];
    let start = before.iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
    let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
    // Characters, not bytes: everything before the bad byte is valid, so bytes that do not continue one are counted.
    let column = 1 + before[start..].iter().filter(|&&b| b & 0xc0 != 0x80).count();
    let place = Place { line, column, end_line: line, end_column: column + 1 };
    let bad = format!("0x{:02X}", bytes[at]);
    let problem = finding(name, "not-utf8").with("byte", bad).with("offset", at.to_string());
    Err(Box::new(Diagnostic { place, ..problem }))
}

/// Whether the first line is the header of a table that this program wrote.
fn is_own_table(bytes: &[u8]) -> bool {
    let header = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let cells: Vec<&[u8]> = header.split(|byte| matches!(byte, b',' | b';' | b'\t')).collect();
    [b"question".as_slice(), b"fingerprint"].iter().all(|name| cells.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_byte_is_located() {
        let problem = decode(b"\xc3\xa9t\xc3\xa9\nCr\xe9neau\n".to_vec(), Path::new("x"), "x").expect_err("Latin-1");
        assert_eq!((problem.place.line, problem.place.column), (2, 3));
        assert!(
            problem.args.contains(&("byte", "0xE9".to_owned())) && problem.args.contains(&("offset", "8".to_owned()))
        );
        let wide = decode(b"\xff\xfeQ\0".to_vec(), Path::new("x"), "x").expect_err("UTF-16");
        assert_eq!(wide.variant, Some("utf-16"));
    }

    #[test]
    fn a_table_that_excel_saved_is_read_as_what_it_is() {
        let table = b"id;question;fingerprint\r\na;O\xf9 ? \x80;v1:x\r\n".to_vec();
        let source = decode(table, Path::new("x"), "x").expect("a table");
        assert_eq!((source.line(2), source.encoding), ("a;Où ? €;v1:x", Encoding::Windows1252));
    }

    #[test]
    fn a_file_that_vanishes_is_told_and_the_others_are_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| (folder.path().join(name), name.to_owned());
        std::fs::write(folder.path().join("here.md"), "# Q?").expect("a file");
        let found = all(vec![file("gone.md"), file("here.md")], Vec::new());
        assert_eq!((found.sources.len(), found.problems.len()), (1, 1));
        assert_eq!((found.problems[0].path.as_str(), found.problems[0].variant), ("gone.md", Some("vanished")));
    }

    #[test]
    fn nothing_is_a_document_too() {
        assert_eq!(decode(Vec::new(), Path::new("x"), "x").expect("empty").line_count(), 0);
    }
}
