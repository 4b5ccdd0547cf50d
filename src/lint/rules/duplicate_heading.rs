//! `duplicate-heading`: two sections of one document, side by side, with the same title.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading, lines};
use crate::parse::Role;
use crate::text::fold;

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    // The titles above, each with its level; a title is one of its parent's, so that "Basics" may stand in each part.
    let mut above: Vec<(usize, String)> = Vec::new();
    let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for line in lines::prose(document) {
        let text = document.source.line(line);
        let section = document.parsed.roles.get(line - 1) == Some(&Role::Section);
        let level = match text.bytes().take_while(|&b| b == b'#').count() {
            0 if section && !is_item(text) => 7,
            0 => continue,
            level => level,
        };
        let title = title(text);
        while above.last().is_some_and(|(other, _)| *other >= level) {
            above.pop();
        }
        above.push((level, title.clone()));
        if !section || title.is_empty() || is_label(&title) {
            continue;
        }
        let path = above.iter().map(|(_, title)| title.clone()).collect();
        let first = *seen.entry(path).or_insert(line);
        if first < line {
            let finding = document.finding("duplicate-heading", document.line_place(line));
            out.push(finding.with("first", first.to_string()));
        }
    }
}

/// Whether a folded title names a part that every question may have.
fn is_label(title: &str) -> bool {
    let parts = ["answer", "example", "exemple", "explanation", "explication", "hint", "indice", "reponse", "solution"];
    parts.iter().any(|part| title.starts_with(part))
}

/// Whether a line is an item of a list.
fn is_item(text: &str) -> bool {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.starts_with(['-', '*', '+', '•']) || rest.len() < text.len() && rest.starts_with(['.', ')'])
}

/// What a title says, without its number (`Part 3:`, `2.`).
fn title(text: &str) -> String {
    let text = fold(lines::bare(text));
    let numbered = text.split_once([':', '—', '–']).filter(|(head, _)| {
        let mut words = head.split_whitespace();
        let word = words.next().is_some_and(|word| word.chars().all(char::is_alphabetic));
        let number = words.next().is_some_and(|word| word.chars().all(|c| c.is_ascii_digit() || "ivx".contains(c)));
        word && number && words.next().is_none()
    });
    numbered.map_or(text.as_str(), |(_, rest)| rest).trim().to_owned()
}
