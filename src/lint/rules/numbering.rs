//! `numbering`: numbers of questions that skip or repeat, or a title that promises another number of questions.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Document, Reading};
use crate::parse::{Format, Role, sniff};

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    if sniff(&document.source) == Format::Text {
        out.extend(count(context, document));
        numbers(context, document, out);
    }
}

/// What the title promises, where that is not what the document holds.
fn count(context: &Context<'_>, document: &Document) -> Option<Diagnostic> {
    static COUNT: OnceLock<Regex> = OnceLock::new();
    let pattern = r"(?i)(?:^|[^\p{L}\d.])(\d{1,4})\s+(?:[\p{L}-]+\s+){0,3}questions?\b";
    let promised = COUNT.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    let line = document.parsed.roles.iter().position(|role| *role == Role::Title)? + 1;
    let found = promised.captures(document.source.line(line))?.get(1)?;
    let there = context.entries(document).len();
    let start = document.source.line_range(line).start;
    let wrong = found.as_str().parse::<usize>().is_ok_and(|said| said != there);
    let finding = document.finding("numbering", document.place(start + found.start()..start + found.end()));
    wrong.then(|| finding.variant("count").with("said", found.as_str()).with("there", there.to_string()))
}

/// Numbers that do not follow the one before. Each section may begin again at one.
fn numbers(context: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    let places = context.entries(document).iter().map(|entry| document.question_place(entry).line);
    let read: Vec<(usize, usize, Range<usize>)> =
        places.filter_map(|line| number(document.source.line(line)).map(|(value, at)| (line, value, at))).collect();
    // Markdown counts by itself where every item has the same number.
    if read.windows(2).all(|pair| pair[0].1 == pair[1].1) {
        return;
    }
    for pair in read.windows(2) {
        let ((above, last, _), (line, value, range)) = (&pair[0], &pair[1]);
        // What is numbered between and no question counts too.
        let between =
            || (above + 1..*line).any(|line| number(document.source.line(line)).is_some_and(|(n, _)| n + 1 == *value));
        if *value == last + 1 || *value == 1 || between() {
            continue;
        }
        let start = document.source.line_range(*line).start;
        let finding = document.finding("numbering", document.place(start + range.start..start + range.end));
        let finding = finding.with("number", value.to_string()).with("last", last.to_string());
        let finding = finding.with("line", above.to_string());
        out.push(if value == last { finding.variant("repeat") } else { finding });
    }
}

/// The number that a line begins with, and where it stands in it.
fn number(text: &str) -> Option<(usize, Range<usize>)> {
    static NUMBER: OnceLock<Regex> = OnceLock::new();
    let pattern = r"(?i)^[\s#>*_-]*(?:(?:q|question)[ \u{a0}]?)?(\d{1,4})[ \u{a0}\u{202f}]*[.):](?:[\s*_]|$)";
    let found = NUMBER.get_or_init(|| Regex::new(pattern).expect("a valid pattern")).captures(text)?.get(1)?;
    Some((found.as_str().parse().ok()?, found.range()))
}
