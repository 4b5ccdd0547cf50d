//! Numbers, texts and lists as bytes. Nothing that is read is trusted: what is too short or too long is `None`.

use super::Hash;
use crate::diagnostic::Place;
use crate::source::LineSpan;

/// Bytes that are written.
#[derive(Default)]
pub(super) struct Writer(pub Vec<u8>);

impl Writer {
    /// Seven bits a byte, the lowest first (LEB128).
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    pub fn truth(&mut self, truth: bool) {
        self.0.push(u8::from(truth));
    }

    pub fn slice(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    pub fn text(&mut self, text: &str) {
        self.slice(text.as_bytes());
    }

    pub fn hash(&mut self, hash: &Hash) {
        self.0.extend_from_slice(hash);
    }

    pub fn place(&mut self, place: Place) {
        let Place { line, column, end_line, end_column } = place;
        [line, column, end_line, end_column].into_iter().for_each(|number| self.number(number as u64));
    }

    pub fn lines(&mut self, lines: LineSpan) {
        self.number(lines.start as u64);
        self.number(lines.end as u64);
    }

    /// Ascending numbers, as their differences.
    pub fn ascending(&mut self, numbers: impl ExactSizeIterator<Item = u32>) {
        self.number(numbers.len() as u64);
        numbers.fold(0, |before, number| {
            self.number(u64::from(number.wrapping_sub(before)));
            number
        });
    }

    pub fn list<T>(&mut self, items: &[T], write: fn(&mut Self, &T)) {
        self.number(items.len() as u64);
        items.iter().for_each(|item| write(self, item));
    }
}

/// Bytes that are read.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub fn count(&mut self) -> Option<usize> {
        self.number()?.try_into().ok()
    }

    pub fn truth(&mut self) -> Option<bool> {
        self.byte().map(|byte| byte != 0)
    }

    pub fn slice(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        let (slice, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(slice)
    }

    pub fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.slice()?).ok()
    }

    pub fn hash(&mut self) -> Option<Hash> {
        let (hash, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*hash)
    }

    pub fn place(&mut self) -> Option<Place> {
        let (line, column) = (self.count()?, self.count()?);
        Some(Place { line, column, end_line: self.count()?, end_column: self.count()? })
    }

    pub fn lines(&mut self) -> Option<LineSpan> {
        Some(LineSpan::new(self.count()?, self.count()?))
    }

    pub fn ascending(&mut self) -> Option<Vec<u32>> {
        let mut before = 0_u32;
        self.list(|reader| {
            before = before.wrapping_add(reader.number()?.try_into().ok()?);
            Some(before)
        })
    }

    pub fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        // Every item has a byte or more: a count that is wrong must not ask for all memory.
        let mut out = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            out.push(read(self)?);
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX];
        let mut out = Writer::default();
        numbers.iter().for_each(|&number| out.number(number));
        let mut reader = Reader::new(&out.0);
        assert!(numbers.iter().all(|&number| reader.number() == Some(number)) && reader.is_at_end());
        assert_eq!(Reader::new(&[0xff; 11]).number(), None, "longer than any number");
        assert_eq!(Reader::new(&[0xff, 0xff, 0x7f]).list(Reader::truth), None, "more than there is");
    }
}
