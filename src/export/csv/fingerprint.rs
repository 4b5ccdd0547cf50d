//! What an entry was when its row was written: so that an import knows who changed a cell, the source or the spreadsheet.

use super::cell;
use crate::normalise::Entry;

/// The columns that a spreadsheet may change, in the order of the fingerprint.
pub const COMPARED: [&str; 11] = [
    "lang",
    "kind",
    "question",
    "context",
    "answer",
    "section",
    "difficulty",
    "tags",
    "concepts",
    "options",
    "aliases",
];

/// Characters a column: 35 bits, so that no change goes unseen by chance.
const WIDTH: usize = 7;

/// A hash for each of [`COMPARED`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint([String; COMPARED.len()]);

impl Fingerprint {
    /// The name of its column.
    pub const COLUMN: &'static str = "fingerprint";

    /// What begins its text: the version, and a letter, so that no spreadsheet takes it for a number.
    const HEAD: &'static str = "v1:";

    /// The fingerprint of an entry.
    pub fn of(entry: &Entry) -> Self {
        Self(COMPARED.map(|column| hash(&cell(entry, column))))
    }

    /// Reads what [`Self::to_text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let hashes = text.trim().strip_prefix(Self::HEAD)?;
        let sound = hashes.len() == WIDTH * COMPARED.len() && hashes.bytes().all(|byte| byte.is_ascii_alphanumeric());
        sound.then(|| Self(std::array::from_fn(|at| hashes[at * WIDTH..(at + 1) * WIDTH].to_owned())))
    }

    /// Its cell.
    pub fn to_text(&self) -> String {
        format!("{}{}", Self::HEAD, self.0.concat())
    }

    /// Whether the column held `text`, line ends aside.
    pub fn knows(&self, column: &str, text: &str) -> bool {
        let at = COMPARED.iter().position(|name| *name == column);
        at.is_some_and(|at| self.0[at] == hash(text))
    }
}

/// Spreadsheets write line breaks of their own into cells: they do not count.
fn hash(text: &str) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let hash = blake3::hash(text.replace("\r\n", "\n").as_bytes());
    hash.as_bytes()[..WIDTH].iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
}
