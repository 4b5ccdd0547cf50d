//! What a lint keeps for the next one, as bytes: pure, so that whoever has a disk may keep them anywhere.
//!
//! A cache holds, for each document, its hash, its stamp and what it tells ([`Facts`]), and the findings of the whole. It is
//! good for one [`Key`]: program, settings, glossary and images. Whatever cannot be read whole and sound is no cache at all.

mod bytes;
mod diagnostic;
mod facts;

use bytes::{Reader, Writer};

use super::Facts;
use crate::diagnostic::Diagnostic;

/// What begins the file; the digit is the version of its form.
const MAGIC: &[u8; 16] = b"passerelle-lint1";

/// How many bytes are before what the sum is of: the mark, the sum, the key.
const HEAD: usize = MAGIC.len() + 4 + 16;

/// A BLAKE3 hash, cut to 128 bits.
pub type Hash = [u8; 16];

/// What everything kept hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(Hash);

impl Key {
    /// The key of all these.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        Self(hash(parts))
    }
}

/// The hash of some stretches of bytes, each apart from the next.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Hash {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
    }
    hasher.finalize().as_bytes().first_chunk().copied().unwrap_or_default()
}

/// What a file system says of a file without reading it: size and times in nanoseconds, and its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Its size in bytes.
    pub size: u64,
    /// When its content changed last.
    pub modified: u64,
    /// When anything about it changed last, where the system tells.
    pub changed: u64,
    /// Its number on the disk, where the system tells.
    pub inode: u64,
}

/// What is kept of one document.
#[derive(Debug, Clone, Copy)]
pub struct Kept<'a> {
    /// The file when it was read.
    pub stamp: Stamp,
    /// The hash of its bytes.
    pub hash: Hash,
    facts: &'a [u8],
}

impl Kept<'_> {
    /// Whether what it tells is kept.
    pub fn has_facts(&self) -> bool {
        !self.facts.is_empty()
    }

    /// What it tells; `None` where the bytes are not sound.
    pub fn facts(&self) -> Option<Facts> {
        let mut reader = Reader::new(self.facts);
        facts::read(&mut reader).filter(|_| reader.is_at_end())
    }
}

/// What an earlier lint kept.
#[derive(Debug, Clone)]
pub struct Cache<'a> {
    /// When its documents were read, in nanoseconds since 1970.
    pub read_at: u64,
    /// In the order of their names.
    documents: Vec<(&'a str, Kept<'a>)>,
    state: Hash,
    found: &'a [u8],
}

impl<'a> Cache<'a> {
    /// What `bytes` keep under this key; `None` for anything else: other keys, other versions, damage.
    pub fn read(bytes: &'a [u8], key: Key) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (sum, rest) = rest.split_first_chunk::<4>()?;
        let (own, rest) = rest.split_first_chunk::<16>()?;
        if Key(*own) != key || crc32fast::hash(rest) != u32::from_le_bytes(*sum) {
            return None;
        }
        let mut reader = Reader::new(rest);
        let read_at = reader.number()?;
        let state = reader.hash()?;
        let found = reader.slice()?;
        let mut documents: Vec<(&str, Kept<'_>)> = Vec::new();
        for _ in 0..reader.number()? {
            let name = reader.text()?;
            let stamp = Stamp {
                size: reader.number()?,
                modified: reader.number()?,
                changed: reader.number()?,
                inode: reader.number()?,
            };
            documents.push((name, Kept { stamp, hash: reader.hash()?, facts: reader.slice()? }));
        }
        let sound = reader.is_at_end() && documents.is_sorted_by(|(a, _), (b, _)| a < b);
        sound.then_some(Self { read_at, documents, state, found })
    }

    /// What is kept of the document of this name.
    pub fn document(&self, name: &str) -> Option<&Kept<'a>> {
        let at = self.documents.binary_search_by(|(other, _)| (*other).cmp(name)).ok()?;
        Some(&self.documents[at].1)
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// What was found, if the collection was in this state.
    pub fn found(&self, state: Hash) -> Option<Vec<Diagnostic>> {
        let mut reader = Reader::new(self.found);
        let found = (self.state == state).then(|| reader.list(diagnostic::read)).flatten();
        found.filter(|_| reader.is_at_end())
    }
}

/// What is to be kept of one document.
pub struct Keep<'a> {
    /// Its name.
    pub name: &'a str,
    /// The file when it was read.
    pub stamp: Stamp,
    /// The hash of its bytes.
    pub hash: Hash,
    /// What it tells; the bytes of an earlier cache where it has not changed.
    pub facts: Told<'a>,
}

/// What a document tells, as it is at hand.
pub enum Told<'a> {
    /// Read from the document.
    Now(&'a Facts),
    /// Kept from an earlier lint.
    Before(Kept<'a>),
    /// Nothing that is known.
    Nothing,
}

/// The bytes of a cache: what `documents` tell and what was `found` in this `state` of all of them.
pub fn write(key: Key, read_at: u64, documents: &[Keep<'_>], state: Hash, found: &[Diagnostic]) -> Vec<u8> {
    // Most of it is copied from the cache before.
    let kept = |document: &Keep<'_>| if let Told::Before(kept) = document.facts { kept.facts.len() } else { 2_000 };
    let room: usize = documents.iter().map(|document| kept(document) + document.name.len() + 80).sum();
    let mut out = Writer(Vec::with_capacity(room + 400 * found.len() + HEAD));
    out.0.extend([MAGIC.as_slice(), &[0; 4], &key.0].concat());
    out.number(read_at);
    out.hash(&state);
    let mut list = Writer::default();
    list.list(found, diagnostic::write);
    out.slice(&list.0);
    out.number(documents.len() as u64);
    for document in documents {
        out.text(document.name);
        let Stamp { size, modified, changed, inode } = document.stamp;
        [size, modified, changed, inode].into_iter().for_each(|number| out.number(number));
        out.hash(&document.hash);
        match document.facts {
            Told::Before(kept) => out.slice(kept.facts),
            Told::Nothing => out.slice(&[]),
            Told::Now(told) => {
                let mut own = Writer::default();
                facts::write(&mut own, told);
                out.slice(&own.0);
            }
        }
    }
    let sum = crc32fast::hash(&out.0[HEAD..]).to_le_bytes();
    out.0[MAGIC.len()..][..sum.len()].copy_from_slice(&sum);
    out.0
}
