//! The pages of a database, compressed as they come: never more than a few megabytes of them are held.

use rayon::prelude::*;

use crate::export::anki::archive::{Codec, Packed};

/// Bytes of a page. Large ones leave less room unused, and need fewer overflow pages, than the default of 4,096.
pub const PAGE: usize = 16_384;

/// Bytes that are compressed as one piece. The pieces do not depend on the number of threads, nor do the bytes.
const PIECE: usize = 64 * PAGE;

/// Pieces that wait for one another to be compressed on all threads.
const WAITING: usize = 16;

/// Pages in the order of their numbers.
pub struct Pages {
    codec: Codec,
    count: u32,
    /// The first piece: the first page, which says where the tables begin, is known last.
    first: Vec<u8>,
    current: Vec<u8>,
    waiting: Vec<Vec<u8>>,
    packed: Packed,
}

impl Pages {
    /// No pages but the first one, which is given to [`Pages::finish`].
    pub fn new(codec: Codec) -> Self {
        let current = Vec::with_capacity(PIECE);
        let mut pages =
            Self { codec, count: 0, first: Vec::new(), current, waiting: Vec::new(), packed: Packed::default() };
        pages.add(&[0; PAGE]);
        pages
    }

    /// Adds a page; its number.
    pub fn add(&mut self, page: &[u8; PAGE]) -> u32 {
        self.current.extend_from_slice(page);
        self.count += 1;
        if self.current.len() == PIECE {
            let full = std::mem::replace(&mut self.current, Vec::with_capacity(PIECE));
            if self.first.is_empty() {
                self.first = full;
            } else {
                self.waiting.push(full);
            }
            if self.waiting.len() == WAITING {
                self.pack();
            }
        }
        self.count
    }

    /// The number of the next page.
    pub fn next(&self) -> u32 {
        self.count + 1
    }

    fn pack(&mut self) {
        let codec = self.codec;
        let packed: Vec<_> = self.waiting.par_iter().map(|piece| codec.piece(piece)).collect();
        packed.into_iter().for_each(|piece| self.packed.push(piece));
        self.waiting.clear();
    }

    /// The whole file, compressed; `page` makes its first page from the number of all.
    pub fn finish(mut self, page: impl FnOnce(u32) -> Box<[u8; PAGE]>) -> Packed {
        if self.first.is_empty() {
            self.first = std::mem::take(&mut self.current);
        } else if !self.current.is_empty() {
            self.waiting.push(std::mem::take(&mut self.current));
        }
        self.pack();
        self.first[..PAGE].copy_from_slice(page(self.count).as_slice());
        self.packed.push_front(self.codec.piece(&self.first));
        self.packed.end(self.codec);
        self.packed
    }
}
