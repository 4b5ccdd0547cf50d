//! Mending: the edits of findings put into a text, or shown as a diff.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit, Fix, Place};
use crate::source::{LineSpan, Source};

/// `text` with the fixes put in, the safe ones or all.
///
/// A fix goes in whole or not at all: one that touches what an earlier one changed waits for the next run. New lines
/// get the line ending that the text has.
pub fn apply(text: &str, fixes: &[Fix], unsafe_too: bool) -> String {
    let source = Source::new("", "", text);
    let mut taken: Vec<(Range<usize>, &str)> = Vec::new();
    for fix in fixes.iter().filter(|fix| fix.safe || unsafe_too) {
        let edits: Vec<(Range<usize>, &str)> =
            fix.edits.iter().map(|edit| (range(&source, edit.place), edit.text.as_str())).collect();
        let free = |(edit, _): &(Range<usize>, &str)| taken.iter().all(|(other, _)| !touch(edit, other));
        if edits.iter().all(free) {
            taken.extend(edits);
        }
    }
    taken.sort_by_key(|(range, _)| (range.start, range.end));
    let crlf = text.matches("\r\n").count() * 2 > text.matches('\n').count();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in taken {
        out.push_str(&source.text[at..range.start]);
        if crlf {
            out.push_str(&new.replace("\r\n", "\n").replace('\n', "\r\n"));
        } else {
            out.push_str(new);
        }
        at = range.end;
    }
    out.push_str(&source.text[at..]);
    out
}

/// The text of `source` with the fixes of `found` that concern it, or `None` when that changes nothing.
pub fn mended(source: &Source, found: &[Diagnostic], unsafe_too: bool) -> Option<String> {
    let here = found.iter().filter(|finding| finding.path == source.name);
    let fixes: Vec<Fix> = here.filter_map(|finding| finding.fix.clone()).collect();
    let text = apply(&source.text, &fixes, unsafe_too);
    (text != source.text).then_some(text)
}

/// What changes between two texts of the document `name`, as a unified diff that `patch -p1` and `git apply` take.
pub fn diff(name: &str, before: &str, after: &str) -> String {
    let changes = similar::TextDiff::from_lines(before, after);
    changes.unified_diff().context_radius(3).header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}

fn range(source: &Source, place: Place) -> Range<usize> {
    let start = source.offset(place.line, place.column);
    start..source.offset(place.end_line, place.end_column).max(start)
}

/// Two edits that share a character, or that both begin or end at one place: their order would matter.
fn touch(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end || a.start == b.start || a.end == b.end
}

impl Fix {
    /// Edits that need no look from a person.
    pub fn safe(edits: Vec<Edit>) -> Self {
        Self { safe: true, edits }
    }

    /// Edits that a person should look at.
    pub fn unsafe_(edits: Vec<Edit>) -> Self {
        Self { safe: false, edits }
    }
}

impl Edit {
    /// `text` in the stead of what is at `place`.
    pub fn replace(place: Place, text: impl Into<String>) -> Self {
        Self { place, text: text.into() }
    }

    /// `line` (without its ending) as a line of its own before line `before`; after the last line where that is past
    /// the end.
    pub fn insert_line(source: &Source, before: usize, line: &str) -> Self {
        if before <= source.line_count() {
            return Self::replace(
                Place { line: before, column: 1, end_line: before, end_column: 1 },
                format!("{line}\n"),
            );
        }
        // After the last line's text, so that its own ending, if it has one, ends the new line.
        let last = source.line_count();
        let column = if last == 0 { 1 } else { source.line(last).chars().count() + 1 };
        let place = Place { line: last.max(1), column, end_line: last.max(1), end_column: column };
        Self::replace(place, format!("\n{line}"))
    }

    /// Takes whole lines out, endings included.
    pub fn delete_lines(lines: LineSpan) -> Self {
        Self::replace(Place { line: lines.start, column: 1, end_line: lines.end + 1, end_column: 1 }, "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(line: usize, from: usize, to: usize, text: &str) -> Edit {
        Edit::replace(Place { line, column: from, end_line: line, end_column: to }, text)
    }

    #[test]
    fn a_fix_goes_in_whole_or_waits() {
        let fixes = [
            Fix::safe(vec![edit(1, 1, 4, "ONE")]),
            Fix::safe(vec![edit(2, 1, 4, "TWO"), edit(1, 3, 5, "!")]),
            Fix::unsafe_(vec![edit(2, 1, 4, "2")]),
        ];
        assert_eq!(apply("one\ntwo\n", &fixes, false), "ONE\ntwo\n");
        assert_eq!(apply("one\ntwo\n", &fixes, true), "ONE\n2\n");
    }

    #[test]
    fn line_endings_and_the_missing_last_one_are_kept() {
        let source = Source::new("x", "x", "a\r\nb");
        let fixes = [Fix::safe(vec![Edit::insert_line(&source, 2, "new")]), Fix::safe(vec![edit(2, 1, 2, "c")])];
        assert_eq!(apply(&source.text, &fixes[..1], false), "a\r\nnew\r\nb");
        let end = [Fix::safe(vec![Edit::insert_line(&source, 3, "end")])];
        assert_eq!(apply(&source.text, &end, false), "a\r\nb\r\nend");
        let gone = [Fix::safe(vec![Edit::delete_lines(LineSpan::new(1, 1))])];
        assert_eq!(apply(&source.text, &gone, false), "b");
    }

    #[test]
    fn the_diff_is_unified() {
        let text = diff("x.md", "a\nb\nc\n", "a\nB\nc\n");
        assert_eq!(text, "--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    }
}
