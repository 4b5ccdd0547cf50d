//! A source document: its bytes as text, cut into lines. Nothing is ever repaired in place here.

use std::ops::Range;
use std::path::PathBuf;

/// A 1-based, inclusive run of source lines, as the contract's `source.lines`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LineSpan {
    /// First line, 1-based.
    pub start: usize,
    /// Last line, 1-based, inclusive.
    pub end: usize,
}

impl LineSpan {
    /// The span from `start` to `end`, both 1-based and inclusive.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Whether `line` (1-based) lies inside.
    pub fn contains(&self, line: usize) -> bool {
        self.start <= line && line <= self.end
    }
}

/// How the bytes of a file were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    Utf8,
    /// UTF-8 with a byte order mark, which is not part of the text.
    Utf8Bom,
    /// Windows-1252, in which French and English Excel save a table.
    Windows1252,
}

impl Encoding {
    /// The bytes of a file of this encoding with this text; `None` when it lacks one of its characters.
    pub fn encode(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Utf8 => Some(text.into()),
            Self::Utf8Bom => Some(["\u{feff}", text].concat().into()),
            Self::Windows1252 => {
                let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
                (!lossy).then(|| bytes.into_owned())
            }
        }
    }
}

/// One document as found: its path, its text, where its lines begin.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where it was found; `-` for standard input.
    pub path: PathBuf,
    /// The path as it is shown and recorded: relative to the project, with `/` on every system.
    pub name: String,
    /// The whole text, unchanged but for the byte order mark.
    pub text: String,
    /// How its bytes were read.
    pub encoding: Encoding,
    lines: Vec<usize>,
}

impl Source {
    /// A document of this `name` (shown in messages) and `text`.
    pub fn new(path: impl Into<PathBuf>, name: impl Into<String>, text: impl Into<String>) -> Self {
        let (mut text, mut encoding) = (text.into(), Encoding::Utf8);
        if text.starts_with('\u{feff}') {
            text.drain(..3);
            encoding = Encoding::Utf8Bom;
        }
        let mut lines: Vec<usize> = vec![0];
        // A carriage return alone ends a line too, as old Macintosh files have it.
        let bytes = text.as_bytes();
        let ends = |at: usize| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        lines.extend(text.match_indices(['\n', '\r']).map(|(at, _)| at).filter(|&at| ends(at)).map(|at| at + 1));
        if lines.len() > 1 && lines.last() == Some(&text.len()) {
            lines.pop();
        }
        if text.is_empty() {
            lines.clear();
        }
        Self { path: path.into(), name: name.into(), text, encoding, lines }
    }

    /// How many lines there are; a final newline does not begin another.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The bytes of line `line` (1-based), its terminator included.
    pub fn raw_range(&self, line: usize) -> Range<usize> {
        let start = self.lines[line - 1];
        start..self.lines.get(line).copied().unwrap_or(self.text.len())
    }

    /// The bytes of line `line` (1-based) without `\n` or `\r\n`.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let raw = self.raw_range(line);
        let text = &self.text[raw.clone()];
        raw.start..raw.start + text.trim_end_matches('\n').trim_end_matches('\r').len()
    }

    /// The text of line `line` (1-based) without its terminator.
    pub fn line(&self, line: usize) -> &str {
        &self.text[self.line_range(line)]
    }

    /// All lines in order, without terminators.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        (1..=self.line_count()).map(|line| self.line(line))
    }

    /// Line and column (both 1-based, the column in characters) of a byte offset.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let line = self.lines.partition_point(|&start| start <= offset).max(1);
        let start = self.lines.get(line - 1).copied().unwrap_or(0);
        (line, self.text[start..offset].chars().count() + 1)
    }

    /// The byte offset of a line and column (both 1-based, the column in characters); past the end of a line is its end.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        if line == 0 || line > self.line_count() {
            return self.text.len();
        }
        let range = self.line_range(line);
        let text = &self.text[range.clone()];
        range.start + text.char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_rebuild_the_text() {
        for text in ["", "a", "a\n", "a\r\nb", "\n\n", "é\nœ\r\n", "a\rb\r\r", "\r\r\n\r"] {
            let source = Source::new("x", "x", text);
            let rebuilt: String = (1..=source.line_count()).map(|l| &source.text[source.raw_range(l)]).collect();
            assert_eq!(rebuilt, text);
        }
    }

    #[test]
    fn any_line_end_ends_a_line() {
        let lines = |text: &str| Source::new("x", "x", text).lines().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lines("a\rb\r\nc\nd"), ["a", "b", "c", "d"]);
    }

    #[test]
    fn positions_count_characters() {
        let source = Source::new("x", "x", "é\nœuf");
        assert_eq!(source.position(source.text.find("uf").expect("uf")), (2, 2));
        assert_eq!(source.offset(2, 2), source.text.find("uf").expect("uf"));
    }
}
