//! `structure-differs`: two questions that are the same in two languages, answered in different shapes.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, counterpart};

/// The parts of an answer that are counted, by the word of the message that names them.
const PARTS: [&str; 5] = ["code", "lists", "images", "tables", "headings"];

pub(super) fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let documents = counterpart::Documents::of(context);
    for pair in counterpart::pairs(context) {
        let (first, second) = (&context.library.entries[pair.first], &context.library.entries[pair.second]);
        let (Some(own), Some(theirs)) = (&first.answer, &second.answer) else { continue };
        let counts = (counted(own), counted(theirs));
        let Some(document) = documents.document(pair.first) else { continue };
        let differs = (0..PARTS.len()).find(|&part| counts.0[part] != counts.1[part]);
        let Some(part) = differs else { continue };
        let finding = document.finding("structure-differs", document.question_place(first));
        let finding = finding.with("part", PARTS[part]).with("other", documents.place(pair.second));
        out.push(finding.with("own", counts.0[part].to_string()).with("theirs", counts.1[part].to_string()));
    }
}

/// How many of each of [`PARTS`] a piece of Markdown has; what stands in a fence is code only.
fn counted(markdown: &str) -> [usize; 5] {
    let mut out = [0; 5];
    let mut fence: Option<&str> = None;
    let mut before = "";
    for line in markdown.lines().map(str::trim) {
        let marks = ["```", "~~~"].into_iter().find(|marks| line.starts_with(marks));
        match (fence, marks) {
            (None, Some(marks)) => {
                fence = Some(marks);
                out[0] += 1;
            }
            (Some(open), Some(marks)) if open == marks => fence = None,
            (None, None) => {
                let item = |line: &str| {
                    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
                    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
                        || digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") "))
                };
                out[1] += usize::from(item(line));
                out[2] += line.matches("![").count();
                out[3] += usize::from(line.starts_with('|') && !before.starts_with('|'));
                out[4] += usize::from(line.starts_with('#'));
            }
            _ => {}
        }
        before = line;
    }
    out
}
