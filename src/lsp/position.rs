//! Places of the protocol: lines from 0, columns in UTF-16 units, or in bytes where the editor prefers those.

use lsp_types::{Position, PositionEncodingKind, Range};

use crate::diagnostic::Place;
use crate::source::{Encoding, Source};

/// What columns count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Units {
    /// Bytes of UTF-8.
    Utf8,
    /// Units of UTF-16, which every editor understands.
    Utf16,
}

impl Units {
    /// The first of the editor's wishes that can be fulfilled.
    pub fn chosen<'a>(mut wishes: impl Iterator<Item = &'a str>) -> Self {
        let known = |wish| match wish {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            _ => None,
        };
        wishes.find_map(known).unwrap_or(Self::Utf16)
    }

    /// Its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn of(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        }
    }

    /// How wide the byte order mark is, which the editor counts on the first line and the document's text lacks.
    fn mark(self, source: &Source) -> usize {
        if source.encoding == Encoding::Utf8Bom { self.of('\u{feff}') } else { 0 }
    }
}

/// The position of a byte of the document; past its end is its end.
pub fn position(source: &Source, units: Units, offset: usize) -> Position {
    let offset = offset.min(source.text.len());
    let last = source.line_count();
    // For the protocol a final line end begins another line.
    let ended = last == 0 || source.line_range(last).end < source.text.len();
    let (line, start) = if offset == source.text.len() && ended {
        (last, offset)
    } else {
        let line = source.position(offset).0;
        (line - 1, source.line_range(line).start)
    };
    let mark = if line == 0 { units.mark(source) } else { 0 };
    let width: usize = source.text[start..offset].chars().map(|c| units.of(c)).sum();
    Position { line: line as u32, character: (mark + width) as u32 }
}

/// The byte at a position; past the end of a line is its end, inside a character its beginning.
pub fn offset(source: &Source, units: Units, position: Position) -> usize {
    let line = position.line as usize + 1;
    if line > source.line_count() {
        return source.text.len();
    }
    let mark = if line == 1 { units.mark(source) } else { 0 };
    let mut left = (position.character as usize).saturating_sub(mark);
    let range = source.line_range(line);
    for (at, c) in source.text[range.clone()].char_indices() {
        if left < units.of(c) {
            return range.start + at;
        }
        left -= units.of(c);
    }
    range.end
}

/// The range of a place of ours.
pub fn range(source: &Source, units: Units, place: Place) -> Range {
    let start = source.offset(place.line, place.column);
    let end = source.offset(place.end_line, place.end_column).max(start);
    Range { start: position(source, units, start), end: position(source, units, end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 6] = ["", "a", "é𝄞b\r\nœ\n", "a\rb\n\n", "\u{feff}é\nx", "𝄞"];

    #[test]
    fn every_byte_comes_back() {
        for text in TEXTS {
            let source = Source::new("x", "x", text);
            for units in [Units::Utf8, Units::Utf16] {
                let inside = |at: &usize| source.text.is_char_boundary(*at) && !source.text[..*at].ends_with('\r');
                for at in (0..=source.text.len()).filter(inside) {
                    assert_eq!(offset(&source, units, position(&source, units, at)), at, "{text:?} {units:?}");
                }
            }
        }
    }

    #[test]
    fn columns_are_those_of_the_protocol() {
        let source = Source::new("x", "x", "é𝄞b\r\nœ\n");
        let at = |units, text: &str| {
            let found = position(&source, units, source.text.find(text).expect("the text"));
            (found.line, found.character)
        };
        assert_eq!((at(Units::Utf16, "b"), at(Units::Utf8, "b"), at(Units::Utf16, "œ")), ((0, 3), (0, 6), (1, 0)));
        assert_eq!(position(&source, Units::Utf16, 99), Position { line: 2, character: 0 });
        for (line, character) in [(0, 99), (7, 0), (0, 2)] {
            offset(&source, Units::Utf16, Position { line, character });
        }
        assert_eq!(offset(&source, Units::Utf16, Position { line: 0, character: 2 }), 2, "half of a pair is its begin");
        let marked = Source::new("x", "x", "\u{feff}éa");
        assert_eq!(position(&marked, Units::Utf16, 2).character, 2);
    }
}
