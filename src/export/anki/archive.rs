//! The package's container: a zip whose members are compressed in pieces, on all threads, to the same bytes.

use std::collections::VecDeque;

use flate2::{Compress, Compression, FlushCompress};

use crate::export::ExportError;

/// How the pieces of a member are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// Deflate, which the zip undoes.
    Deflate,
    /// Zstandard frames one after the other, which Anki undoes.
    Zstd,
    /// Not at all.
    Stored,
}

/// Deflate: two thirds of the time of the default, for a package 2 % larger.
const DEFLATE_LEVEL: u32 = 5;
/// Zstandard: its own default.
const ZSTD_LEVEL: i32 = 3;

/// One compressed piece.
pub struct Piece {
    bytes: Vec<u8>,
    size: u64,
    crc: crc32fast::Hasher,
}

impl Codec {
    /// Compresses a piece so that it can stand between any others.
    pub fn piece(self, raw: &[u8]) -> Piece {
        let mut bytes = match self {
            Self::Deflate => deflated(raw),
            Self::Zstd => zstd::bulk::compress(raw, ZSTD_LEVEL).expect("memory is all that is needed"),
            Self::Stored => raw.to_vec(),
        };
        // Hundreds of pieces wait for the zip, and the room that they might have taken is more than they take.
        bytes.shrink_to_fit();
        // The zip sees what it holds: of Zstandard, the frames.
        let seen = if self == Self::Zstd { bytes.as_slice() } else { raw };
        let mut crc = crc32fast::Hasher::new();
        crc.update(seen);
        Piece { size: seen.len() as u64, crc, bytes }
    }

    /// Compresses all of a small member.
    pub fn whole(self, raw: &[u8]) -> Packed {
        let mut packed = Packed::default();
        packed.push(self.piece(raw));
        packed.end(self);
        packed
    }

    /// The zip's own number for what it has to undo.
    fn method(self) -> u16 {
        if self == Self::Deflate { 8 } else { 0 }
    }
}

/// Deflate blocks of `raw`, ended at a byte and not closed.
fn deflated(raw: &[u8]) -> Vec<u8> {
    let mut deflate = Compress::new(Compression::new(DEFLATE_LEVEL), false);
    let mut out = Vec::with_capacity(raw.len() / 2 + 64);
    loop {
        let rest = &raw[deflate.total_in() as usize..];
        deflate.compress_vec(rest, &mut out, FlushCompress::Sync).expect("no stream was there before");
        // Room left over means that everything is out.
        if out.len() < out.capacity() {
            return out;
        }
        out.reserve(raw.len() / 2 + 64);
    }
}

/// A member, compressed.
#[derive(Default)]
pub struct Packed {
    pieces: VecDeque<Vec<u8>>,
    /// Bytes that the zip gives back.
    pub size: u64,
    /// Their CRC-32.
    pub crc: u32,
}

impl Packed {
    /// Adds a piece at the end.
    pub fn push(&mut self, piece: Piece) {
        let mut crc = crc32fast::Hasher::new_with_initial_len(self.crc, self.size);
        crc.combine(&piece.crc);
        (self.crc, self.size) = (crc.finalize(), self.size + piece.size);
        self.pieces.push_back(piece.bytes);
    }

    /// Adds a piece before all others.
    pub fn push_front(&mut self, piece: Piece) {
        let mut crc = piece.crc;
        crc.combine(&crc32fast::Hasher::new_with_initial_len(self.crc, self.size));
        (self.crc, self.size) = (crc.finalize(), self.size + piece.size);
        self.pieces.push_front(piece.bytes);
    }

    /// Closes the stream.
    pub fn end(&mut self, codec: Codec) {
        if codec == Codec::Deflate {
            // An empty last block.
            self.pieces.push_back(vec![0x03, 0x00]);
        }
    }

    /// The compressed bytes.
    #[cfg(test)]
    pub fn bytes(&self) -> Vec<u8> {
        self.pieces.iter().flatten().copied().collect()
    }
}

/// The zip of the members in their order, all dated 1980-01-01.
///
/// # Errors
/// When a size is more than the format's 32 bits can say.
pub fn zip(members: Vec<(String, Codec, Packed)>) -> Result<Vec<u8>, ExportError> {
    let number =
        |size: u64| u32::try_from(size).map_err(|_| ExportError::of("anki")("the package is larger than 4 GB"));
    let packed: usize = members.iter().flat_map(|(.., packed)| &packed.pieces).map(Vec::len).sum();
    let names: usize = members.iter().map(|(name, ..)| 76 + 2 * name.len()).sum();
    number((packed + names) as u64)?;
    let mut out = Vec::with_capacity(packed + names + 22);
    let mut directory = Vec::with_capacity(names);
    let count = u16::try_from(members.len()).map_err(ExportError::of("anki"))?;
    for (name, codec, member) in members {
        let at = out.len() as u32;
        let held: usize = member.pieces.iter().map(Vec::len).sum();
        // Version 2.0, names in UTF-8, and the first date that there is.
        let mut head = Vec::with_capacity(26);
        for word in [20, 0x0800, codec.method(), 0, 0x0021] {
            head.extend_from_slice(&word.to_le_bytes());
        }
        for long in [member.crc, number(held as u64)?, number(member.size)?] {
            head.extend_from_slice(&long.to_le_bytes());
        }
        head.extend_from_slice(&(name.len() as u16).to_le_bytes());
        head.extend_from_slice(&[0, 0]);
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&head);
        out.extend_from_slice(name.as_bytes());
        // Piece by piece, each let go at once: the package is in memory only once.
        member.pieces.into_iter().for_each(|piece| out.extend_from_slice(&piece));
        // Made on Unix (3) by version 2.0; no comment, disk 0; a regular file with the permissions 644.
        directory.extend_from_slice(b"PK\x01\x02\x14\x03");
        directory.extend_from_slice(&head);
        directory.extend_from_slice(&[0; 6]);
        directory.extend_from_slice(&(0o100_644_u32 << 16).to_le_bytes());
        directory.extend_from_slice(&at.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let start = out.len() as u32;
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&(directory.len() as u32).to_le_bytes());
    out.extend_from_slice(&start.to_le_bytes());
    out.extend_from_slice(&[0, 0]);
    Ok(out)
}
