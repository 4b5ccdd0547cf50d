//! What a finding is recognised by when lines have moved: its rule, its file and the text that it is about.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// One fingerprint for each of `found`, in their order: 16 hexadecimal digits of a BLAKE3 hash.
///
/// It covers the rule with its variant, the text of the first line of the place and the part of it that is meant, white
/// space folded, and which one of its like in the file it is; never a line number, so that moving a passage keeps its
/// fingerprints. Neither does it cover the path: a renamed file keeps them too. `source` finds the document of a path.
pub fn fingerprints<'a>(found: &[Diagnostic], source: impl Fn(&str) -> Option<&'a Source>) -> Vec<String> {
    let mut seen: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let one = |finding| {
        let text = text(finding, source(&finding.path));
        let nth = seen.entry((&finding.path, text.clone())).or_default();
        *nth += 1;
        let hash = blake3::hash(format!("{text}\0{nth}").as_bytes());
        hash.to_hex()[..16].to_owned()
    };
    found.iter().map(one).collect()
}

/// What is hashed of one finding. Its message is not part of it: messages name lines of other files, and are reworded.
fn text(finding: &Diagnostic, source: Option<&Source>) -> String {
    let place = finding.place;
    let line = source.filter(|source| (1..=source.line_count()).contains(&place.line));
    let line = line.map(|source| source.line(place.line)).unwrap_or_default();
    let end = if place.end_line == place.line { place.end_column } else { usize::MAX };
    let meant = line.chars().skip(place.column.saturating_sub(1)).take(end.saturating_sub(place.column.max(1)));
    let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    [finding.rule, finding.variant.unwrap_or_default(), &fold(line), &fold(&meant.collect::<String>())].join("\0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    fn of(text: &str, lines: &[usize]) -> Vec<String> {
        let source = Source::new("a.md", "a.md", text);
        let place = |line| Place { line, column: 1, end_line: line, end_column: 5 };
        let found: Vec<Diagnostic> =
            lines.iter().map(|&line| Diagnostic::new("mojibake", "a.md", place(line))).collect();
        fingerprints(&found, |name| (name == "a.md").then_some(&source))
    }

    #[test]
    fn moving_keeps_them_and_editing_does_not() {
        let before = of("one two\none two\nthree\n", &[1, 2, 3]);
        assert_eq!(before, of("\n\nthree\n\none two  \none two\n", &[5, 6, 3]));
        assert!(before[0] != before[1], "each of two alike has its own");
        assert!(before[0] != of("one too\n", &[1])[0]);
        assert_eq!(of("", &[0, 9]).len(), 2, "places that are not there");
    }
}
