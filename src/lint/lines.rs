//! The lines of a document that are text: neither code nor keys nor comments.

use super::Document;
use crate::parse::{Format, Role, sniff};

/// The numbers of the lines of text, in order; none in a table or a record of data, where lines mean something else.
pub(super) fn prose(document: &Document) -> Vec<usize> {
    if sniff(&document.source) != Format::Text {
        return Vec::new();
    }
    // Code of questions and answers has a role of its own; that of notes is known by its fence only.
    let mut open: Option<&str> = None;
    let mut out = Vec::new();
    for line in 1..=document.source.line_count() {
        let role = document.parsed.roles.get(line - 1).copied().unwrap_or(Role::Note);
        if matches!(role, Role::Code | Role::Meta | Role::Comment) {
            open = None;
            continue;
        }
        let text = document.source.line(line).trim_start();
        let fence = ["```", "~~~"].into_iter().find(|fence| text.starts_with(fence));
        match (open, fence) {
            (None, Some(_)) => open = fence,
            (Some(sign), Some(other)) if sign == other => open = None,
            (None, None) => out.push(line),
            _ => {}
        }
    }
    out
}

/// A line without the marks of a heading, an item, a quotation or emphasis around its text, and without its number.
pub(super) fn bare(line: &str) -> &str {
    let text = line.trim().trim_start_matches(['#', '>', '-', '+', '•', ' ']);
    let text = text.trim_matches(['*', '_', ' ', '#']);
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &text[digits..];
    match rest.strip_prefix(['.', ')']).filter(|rest| (1..4).contains(&digits) && rest.starts_with(' ')) {
        Some(rest) => rest.trim_matches(['*', '_', ' ']),
        None => text,
    }
}
