//! Allowing a finding where it stands: the suppression that an author would write, with its reason still to be said.

use std::ops::Range;

use super::Document;
use super::suppression::{is_about_itself, spoken_of};
use crate::diagnostic::{Diagnostic, Edit, Place};
use crate::parse::{ALLOW, Draft, Format, Role, sniff};

/// Stands for the reason until somebody says one; it has no letters, so that rule `suppression-without-reason` asks for it.
const REASON: &str = "…";

/// An edit that allows a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// What is inserted.
    pub edit: Edit,
    /// The bytes of the edit's text that the reason takes the place of.
    pub reason: Range<usize>,
}

/// How to allow `finding`, which is in `document`: in the front matter of its entry, in a comment above the entry, or in one
/// at the end of its line, whatever means the least. `None` where nothing can allow it: in data, which has no comments.
pub fn allowance(document: &Document, finding: &Diagnostic) -> Option<Allowance> {
    let line = finding.place.line;
    if sniff(&document.source) != Format::Text || is_about_itself(finding.rule) || line > document.source.line_count() {
        return None;
    }
    let role = document.parsed.roles.get(line.checked_sub(1)?).copied()?;
    if role == Role::Meta {
        return front_matter(document, line, finding.rule);
    }
    let entry = document.parsed.drafts.iter().find(|draft| draft.lines.contains(line));
    let text = document.source.line(line).trim_end();
    // What is wrong with the end of an answer would not be there any more.
    let ends = entry.is_some_and(|entry| entry.lines.end == line) && finding.place.end_column > text.chars().count();
    let inline = matches!(role, Role::Answer | Role::Note) && finding.place.end_line == line;
    if inline && !ends && !text.is_empty() {
        return Some(end_of_line(document, line, finding.rule));
    }
    match entry.and_then(|entry| own_front_matter(document, entry)) {
        Some(meta) => front_matter(document, meta, finding.rule),
        None => Some(above(document, entry.map_or(line, |entry| entry.lines.start), finding.rule)),
    }
}

fn with_reason(place: Place, before: &str, after: &str) -> Allowance {
    let text = [before, REASON, after].concat();
    Allowance { edit: Edit::replace(place, text), reason: before.len()..before.len() + REASON.len() }
}

fn comment(rule: &str) -> String {
    format!("<!-- passerelle: allow {rule} ")
}

/// Before the white space at the end of a line, which is a line break in Markdown.
fn end_of_line(document: &Document, line: usize, rule: &str) -> Allowance {
    let column = document.source.line(line).trim_end().chars().count() + 1;
    with_reason(Place { line, column, end_line: line, end_column: column }, &format!(" {}", comment(rule)), " -->")
}

fn above(document: &Document, line: usize, rule: &str) -> Allowance {
    let text = document.source.line(line);
    // A comment in a list or a quotation stays where its entry is.
    let indent = &text[..text.len() - text.trim_start_matches([' ', '\t']).len()];
    let place = Place { line, column: 1, end_line: line, end_column: 1 };
    with_reason(place, &format!("{indent}{}", comment(rule)), " -->\n")
}

/// The last line of the front matter that speaks of one entry alone.
fn own_front_matter(document: &Document, entry: &Draft) -> Option<usize> {
    let blank = |line: &usize| document.source.line(*line).trim().is_empty();
    // A mark on the first line closes nothing.
    let end = (2..entry.lines.start).rev().find(|line| !blank(line))?;
    let is_meta = document.parsed.roles.get(end - 1) == Some(&Role::Meta) && document.source.line(end).trim() == "---";
    let alone = document.parsed.drafts.len() == 1 || spoken_of(document, end.saturating_sub(1)).end == entry.lines.end;
    (is_meta && alone).then_some(end)
}

/// In the front matter around a line: below its `allow`, else at its end with one.
fn front_matter(document: &Document, at: usize, rule: &str) -> Option<Allowance> {
    let source = &document.source;
    let is_mark = |line: &usize| source.line(*line).trim() == "---";
    let is_meta = |line: &usize| document.parsed.roles.get(line - 1) == Some(&Role::Meta);
    let closing = (at..=source.line_count()).take_while(is_meta).find(|line| is_mark(line) && *line > 1)?;
    let opening = (1..closing).rev().take_while(is_meta).find(is_mark)?;
    let insert = |line: usize, before: &str| {
        Some(with_reason(Place { line, column: 1, end_line: line, end_column: 1 }, before, "\n"))
    };
    let key = (opening + 1..closing).find(|line| source.line(*line).trim_end().strip_suffix(':') == Some(ALLOW));
    let Some(key) = key else { return insert(closing, &format!("{ALLOW}:\n  {rule}: ")) };
    let below = |line: &usize| source.line(*line).starts_with([' ', '\t', '-']);
    let last = (key + 1..closing).take_while(below).last();
    let first = last.map_or("  ", |_| source.line(key + 1));
    let indent = &first[..first.len() - first.trim_start().len()];
    let item = if first.trim_start().starts_with('-') { format!("- {rule} ") } else { format!("{rule}: ") };
    insert(last.unwrap_or(key) + 1, &format!("{indent}{item}"))
}
