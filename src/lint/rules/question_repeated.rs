//! `question-repeated`: an entry that says its question twice, as its title and again below.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading, lines};
use crate::normalise::Entry;
use crate::source::LineSpan;
use crate::text::fold;

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let text = lines::prose(document);
    for entry in context.entries(document) {
        let span = entry.source.lines;
        let own = text.iter().copied().skip_while(|&line| line < span.start).take_while(|&line| line <= span.end);
        let mut said = own.filter(|&line| says(document.source.line(line), entry));
        let Some(first) = said.next() else { continue };
        for line in said {
            let finding = document.finding("question-repeated", document.line_place(line));
            let mut gone = LineSpan::new(line, line);
            let blank =
                |line: usize| line <= document.source.line_count() && document.source.line(line).trim().is_empty();
            if blank(line - 1) && blank(line + 1) {
                gone.end += 1;
            }
            out.push(finding.with("first", first.to_string()).fix(Fix::unsafe_(vec![Edit::delete_lines(gone)])));
        }
    }
}

/// Whether a line is the question of `entry` and nothing more: as a title, after a label, or as the title of a container.
fn says(line: &str, entry: &Entry) -> bool {
    // The lengths rule most lines out before anything is folded.
    let length = entry.question.len();
    if line.len() < length || length < 8 || line.len() > length * 2 + 60 {
        return false;
    }
    let words = |text: &str| -> String { fold(text).chars().filter(|c| c.is_alphanumeric()).collect() };
    let (line, question) = (line.trim(), words(&entry.question));
    let text = lines::bare(line);
    let after = text.split_once([':', '.', ')']).map(|(_, rest)| rest);
    let title = line.split_once("title=\"").and_then(|(_, rest)| rest.split('"').next());
    let summary = line.split_once("<summary>").and_then(|(_, rest)| rest.split('<').next());
    [Some(text), after, title, summary].into_iter().flatten().any(|text| words(text) == question)
}
