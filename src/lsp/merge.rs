//! What is found in an open document: what a look at its present text gives at once, and what only all of the collection
//! gives (duplicates, for one), which is known of a text that may be a little older.

use super::known::Known;
use super::open::{Open, Part};
use crate::diagnostic::{Diagnostic, Place};
use crate::source::Source;

/// The rule that may speak too soon: what a suppression is for may be found in the whole collection only.
const HASTY: &str = "unused-suppression";

/// Everything that is known to be found in `open`, by place.
pub fn findings(open: &Open, known: &Known) -> Vec<Diagnostic> {
    let part = open.part(&known.config);
    let name = open.source.name.as_str();
    let Some(whole) = known.whole.as_ref().filter(|_| part != Part::Alone) else {
        let settled = |finding: &&Diagnostic| part != Part::Document || !is_hasty(finding);
        return open.findings.iter().filter(settled).cloned().collect();
    };
    if part == Part::Other {
        return whole.findings(name).cloned().collect();
    }
    let (Some(then), Some(apart)) = (whole.document(name), whole.apart.get(name)) else {
        return open.findings.iter().filter(|finding| !is_hasty(finding)).cloned().collect();
    };
    let then = &then.source;
    if then.text == open.source.text {
        return whole.findings(name).cloned().collect();
    }
    let all: Vec<&Diagnostic> = whole.findings(name).collect();
    let refuted: Vec<&Diagnostic> = apart.iter().filter(|own| !all.contains(own)).collect();
    let is_among = |finding: &Diagnostic, others: &[&Diagnostic]| {
        let (now, line) = (&open.source, finding.place.line);
        others.iter().any(|other| same(finding, other) && text(now, line) == text(then, other.place.line))
    };
    let stands =
        |finding: &&Diagnostic| !is_among(finding, &refuted) && (!is_hasty(finding) || is_among(finding, &all));
    let further = all.iter().filter(|finding| !apart.contains(finding));
    let mut found: Vec<Diagnostic> = open.findings.iter().filter(stands).cloned().collect();
    found.extend(further.filter_map(|finding| moved(finding, then, &open.source)));
    found.sort_by(|a, b| (a.place, a.rule).cmp(&(b.place, b.rule)));
    found.dedup();
    found
}

/// Whether a finding is that a suppression of a known rule is for nothing.
fn is_hasty(finding: &Diagnostic) -> bool {
    finding.rule == HASTY && finding.variant.is_none()
}

fn same(a: &Diagnostic, b: &Diagnostic) -> bool {
    a.rule == b.rule && a.variant == b.variant && a.args == b.args
}

fn text(source: &Source, line: usize) -> Option<&str> {
    (1..=source.line_count()).contains(&line).then(|| source.line(line))
}

/// A finding in a text of before, at the nearest line that reads the same now; what was to mend it may not fit any more.
fn moved(finding: &Diagnostic, then: &Source, now: &Source) -> Option<Diagnostic> {
    let from = finding.place.line;
    let wanted = text(then, from)?;
    let reads_so = |line: &usize| text(now, *line) == Some(wanted);
    let last = now.line_count().max(from);
    let near = (0..last).flat_map(|far| [from.checked_sub(far), Some(from + far)]).flatten();
    let to = near.into_iter().find(reads_so)?;
    let shifted = |line: usize| (line + to).saturating_sub(from).clamp(1, now.line_count().max(1));
    let place = Place { line: to, end_line: shifted(finding.place.end_line), ..finding.place };
    Some(Diagnostic { place, fix: None, ..finding.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_goes_with_its_line() {
        let then = Source::new("x", "x", "a\nb\nc\n");
        let place = Place { line: 2, column: 1, end_line: 3, end_column: 2 };
        let finding = Diagnostic::new("duplicate-question", "x", place);
        let at = |text: &str| moved(&finding, &then, &Source::new("x", "x", text)).map(|found| found.place.line);
        assert_eq!(at("new\na\nb\nc\n"), Some(3));
        assert_eq!(at("b\nb\nc"), Some(2));
        assert_eq!((at("b"), at("a\nB\nc\n"), at("")), (Some(1), None, None));
    }
}
