//! The changed lines in a diff of git's without context.

use std::collections::BTreeMap;

use passerelle::source::LineSpan;

/// The lines of the new side of each file; where lines were only taken out, the gap: a span that ends
/// before it begins.
pub(super) fn lines(diff: &str) -> BTreeMap<String, Vec<LineSpan>> {
    let mut out: BTreeMap<String, Vec<LineSpan>> = BTreeMap::new();
    let (mut path, mut left) = (None, 0);
    for line in diff.split('\n') {
        // The text of a hunk may look like anything.
        if left > 0 && line.starts_with(['+', '-']) {
            left -= 1;
        } else if let Some(name) = line.strip_prefix("+++ ") {
            path = unquoted(name).strip_prefix("b/").map(str::to_owned);
        } else if let Some((old, new)) = line.strip_prefix("@@ -").and_then(sides) {
            left = old.1 + new.1;
            let span = match new {
                (start, 0) => LineSpan::new(start + 1, start),
                (start, count) => LineSpan::new(start, start + count - 1),
            };
            if let Some(path) = &path {
                out.entry(path.clone()).or_default().push(span);
            }
        }
    }
    out
}

/// First line and number of lines of the two sides in `OLD +NEW @@…`.
fn sides(hunk: &str) -> Option<((usize, usize), (usize, usize))> {
    let side = |text: &str| {
        let (start, count) = text.split_once(',').unwrap_or((text, "1"));
        Some((start.parse().ok()?, count.parse().ok()?))
    };
    let mut words = hunk.split(' ');
    let old = side(words.next()?)?;
    Some((old, side(words.next()?.strip_prefix('+')?)?))
}

/// A path as it is: git puts those with quotes, backslashes and control characters into quotes, as C does, and a tab after
/// those with spaces.
fn unquoted(name: &str) -> String {
    let name = name.trim_end_matches('\t');
    let Some(inner) = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return name.to_owned() };
    let mut out: Vec<u8> = Vec::new();
    let mut bytes = inner.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        out.push(match bytes.next() {
            Some(b'n') => b'\n',
            Some(b't') => b'\t',
            Some(b'r') => b'\r',
            Some(b'a') => 7,
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'v') => 11,
            Some(first @ b'0'..=b'3') => {
                let digits = [Some(first), bytes.next(), bytes.next()];
                digits.iter().flatten().fold(0, |value: u8, digit| value.wrapping_mul(8).wrapping_add(digit & 7))
            }
            Some(other) => other,
            None => b'\\',
        });
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_are_lines_of_the_new_file() {
        let diff = "--- a/x.md\n+++ b/x.md\n@@ -1 +1,2 @@ t\n-a\n+b\n+++ b/fake.md\n@@ -9,2 +10,0 @@\n-d\n-@@ -1 +1 @@\n\
                    --- a/y\n+++ /dev/null\n@@ -1 +0,0 @@\n-z\n--- /dev/null\n+++ b/a b.md\t\n@@ -0,0 +1,3 @@\n+1\n+2\n+3\n";
        let span = LineSpan::new;
        let expected = [("x.md".to_owned(), vec![span(1, 2), span(11, 10)]), ("a b.md".to_owned(), vec![span(1, 3)])];
        assert_eq!(lines(diff), BTreeMap::from(expected));
    }

    #[test]
    fn quoted_paths_are_read() {
        assert_eq!(unquoted(r#""b/a \"x\"\t\\ \303\251.md""#), "b/a \"x\"\t\\ é.md");
        assert_eq!(unquoted("b/é.md"), "b/é.md");
    }
}
