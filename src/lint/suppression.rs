//! Suppressions: `<!-- passerelle: allow RULE reason -->` in a source.
//!
//! Alone on its line it covers the block that follows, up to the next blank line; at the end of a line it covers that
//! line. Where the covered text begins an entry, it covers the whole entry. In front matter, each line below `allow:` has a
//! rule and the reason, and covers the document, or the entry below where every entry has its own front matter.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use super::facts::Facts;
use super::{Document, Levels, find, nearest};
use crate::diagnostic::{Diagnostic, Edit, Fix, Place};
use crate::parse::{ALLOW, Role};
use crate::source::LineSpan;

/// The rule about suppressions that suppress nothing.
const UNUSED: &str = "unused-suppression";
/// The rule about suppressions that do not say why.
const UNREASONED: &str = "suppression-without-reason";

/// Whether a rule is about suppressions, which nothing suppresses.
pub(super) fn is_about_itself(rule: &str) -> bool {
    rule == UNUSED || rule == UNREASONED
}

/// What a document does not want to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suppression {
    /// Where it says so.
    pub place: Place,
    /// The rule.
    pub rule: String,
    /// Whether it says why.
    pub reasoned: bool,
    /// The lines that it is about.
    pub covers: LineSpan,
    /// What takes it out.
    pub removal: Fix,
}

/// `found` without what the documents (by name) suppress, and with what there is to say about the suppressions themselves.
pub(super) fn apply(documents: &[(&str, &Facts)], levels: &Levels, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let marked = documents.iter().filter(|(_, facts)| !facts.suppressions.is_empty());
    let mut marked: Vec<(&str, Vec<(&Suppression, bool)>)> =
        marked.map(|(name, facts)| (*name, facts.suppressions.iter().map(|mark| (mark, false)).collect())).collect();
    marked.sort_by_key(|(name, _)| *name);
    let mut out = Vec::with_capacity(found.len());
    for finding in found {
        let list = marked.binary_search_by(|(name, _)| (*name).cmp(&finding.path));
        let hit = list.ok().and_then(|at| {
            let covers = |(mark, _): &&mut (&Suppression, bool)| {
                mark.rule == finding.rule && mark.covers.contains(finding.place.line)
            };
            marked[at].1.iter_mut().find(covers)
        });
        match hit {
            Some((_, used)) => *used = true,
            None => out.push(finding),
        }
    }
    for (name, list) in &marked {
        out.extend(list.iter().flat_map(|(mark, used)| about(name, levels, mark, *used)));
    }
    out
}

/// What is wrong with a suppression itself.
fn about(name: &str, levels: &Levels, mark: &Suppression, used: bool) -> Vec<Diagnostic> {
    let finding = |rule| Diagnostic::new(rule, name, mark.place).with("rule", mark.rule.as_str());
    let mut out = Vec::new();
    if find(&mark.rule).is_none() {
        out.push(match nearest(&mark.rule) {
            Some(near) => finding(UNUSED).variant("near").with("near", near),
            None => finding(UNUSED).variant("unknown"),
        });
    } else if !used && levels.at(&mark.rule, name).is_some() {
        out.push(finding(UNUSED).fix(mark.removal.clone()));
    }
    if !mark.reasoned {
        out.push(finding(UNREASONED));
    }
    out
}

/// Takes the comment out, with its line where it has one of its own.
fn removal(document: &Document, range: &Range<usize>) -> Fix {
    let line = document.source.position(range.start).0;
    if document.source.line(line).trim().len() == range.len() {
        return Fix::safe(vec![Edit::delete_lines(LineSpan::new(line, line))]);
    }
    let before = &document.source.text[..range.start];
    let start = document.source.line_range(line).start.max(before.trim_end_matches([' ', '\t']).len());
    Fix::safe(vec![Edit::replace(document.place(start..range.end), "")])
}

fn pattern() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        Regex::new(r"<!--[ \t]*passerelle:[ \t]*allow[ \t]+([A-Za-z0-9_-]+)([^\n]*?)-->").expect("a valid pattern")
    })
}

/// The suppressions of a document, but for those that its code only shows.
pub(super) fn read(document: &Document) -> Vec<Suppression> {
    let source = &document.source;
    let shown = |line: usize| document.parsed.roles.get(line - 1) == Some(&Role::Code);
    let mut out = Vec::new();
    for found in pattern().captures_iter(&source.text) {
        let (Some(whole), Some(rule), Some(reason)) = (found.get(0), found.get(1), found.get(2)) else { continue };
        let line = source.position(whole.start()).0;
        if !shown(line) {
            out.push(Suppression {
                place: document.place(whole.range()),
                rule: rule.as_str().to_owned(),
                reasoned: reason.as_str().chars().any(char::is_alphanumeric),
                covers: covered(document, line),
                removal: removal(document, &whole.range()),
            });
        }
    }
    out.extend(front_matter(document));
    out
}

/// The comments that are meant as suppressions and are none: another word than `allow`, another case, no colon, no rule.
pub(super) fn misspelt(document: &Document) -> Vec<Diagnostic> {
    static MEANT: OnceLock<Regex> = OnceLock::new();
    let meant = MEANT.get_or_init(|| {
        Regex::new(r"(?i)<!--[ \t]*passerelle[ \t]*(:?)[ \t]*([A-Za-z-]*)[^\n]*?-->").expect("a valid pattern")
    });
    let source = &document.source;
    let mut out = Vec::new();
    for found in meant.captures_iter(&source.text) {
        let (Some(whole), colon, word) = (found.get(0), &found[1], &found[2]) else { continue };
        let line = source.position(whole.start()).0;
        let shown = document.parsed.roles.get(line - 1) == Some(&Role::Code);
        // Without a colon, only the word tells it from any comment about the program.
        let is_meant = !colon.is_empty() || crate::text::nearest(word, std::iter::once("allow")).is_some();
        if !shown && is_meant && !pattern().is_match(whole.as_str()) {
            let finding = Diagnostic::new(UNUSED, &source.name, document.place(whole.range()));
            out.push(finding.variant("form").with("written", whole.as_str()));
        }
    }
    out
}

/// The suppressions in front matter: `RULE: reason` or `- RULE reason`, one a line.
fn front_matter(document: &Document) -> Vec<Suppression> {
    static LINE: OnceLock<Regex> = OnceLock::new();
    let item = LINE.get_or_init(|| {
        Regex::new(r#"^[ \t]*(?:-[ \t]+)?["']?([A-Za-z0-9_-]+)["']?[ \t]*:?(.*)$"#).expect("a valid pattern")
    });
    let source = &document.source;
    let is_meta = |line: &usize| document.parsed.roles.get(line - 1) == Some(&Role::Meta);
    let below =
        |line: &usize| is_meta(line) && source.line(*line).starts_with([' ', '\t', '-']) && source.line(*line) != "---";
    let head = |line: &usize| is_meta(line) && source.line(*line).trim_end().strip_suffix(':') == Some(ALLOW);
    let mut out = Vec::new();
    for key in (1..=source.line_count()).filter(head) {
        let lines: Vec<usize> = (key + 1..=source.line_count()).take_while(below).collect();
        for &line in &lines {
            let Some(found) = item.captures(source.line(line)) else { continue };
            let range = source.line_range(line);
            let start = range.end - source.line(line).trim_start().len();
            // The last one takes its key with it: a key without a value would be left.
            let first = if lines.len() == 1 { key } else { line };
            out.push(Suppression {
                place: document.place(start..range.end),
                rule: found[1].to_owned(),
                reasoned: found[2].chars().any(char::is_alphanumeric),
                covers: spoken_of(document, key),
                removal: Fix::safe(vec![Edit::delete_lines(LineSpan::new(first, line))]),
            });
        }
    }
    out
}

/// The lines that the front matter around line `at` speaks of, itself included.
pub(super) fn spoken_of(document: &Document, at: usize) -> LineSpan {
    let source = &document.source;
    let last = source.line_count();
    let is_mark = |line: &usize| source.line(*line).trim() == "---";
    let end = (at..=last).find(is_mark).unwrap_or(at);
    let next = (end + 1..=last).find(|&line| !source.line(line).trim().is_empty()).unwrap_or(last);
    let start = (1..at).rev().find(is_mark).unwrap_or(at);
    let own = document.parsed.drafts.iter().map(|draft| draft.lines).find(|lines| lines.start == next);
    // Front matter further down is that of one entry.
    let first = (1..start).all(|line| source.line(line).trim().is_empty());
    let alone = document.parsed.roles.iter().skip(end).all(|role| *role != Role::Meta);
    match own.filter(|_| !(first && alone)) {
        Some(entry) => LineSpan::new(start, entry.end),
        None => LineSpan::new(1, last),
    }
}

/// The lines that a suppression on `line` covers.
fn covered(document: &Document, line: usize) -> LineSpan {
    let source = &document.source;
    let only_marks = |line: usize| pattern().replace_all(source.line(line), "").trim().is_empty();
    let (mut start, mut end) = (line, line);
    if only_marks(line) {
        start = (line..=source.line_count()).find(|&l| !only_marks(l)).unwrap_or(line);
        end = (start..=source.line_count()).take_while(|&l| !source.line(l).trim().is_empty()).last().unwrap_or(start);
    }
    let begins = |span: &LineSpan| span.start == start;
    match document.parsed.drafts.iter().map(|draft| draft.lines).find(begins) {
        Some(entry) => LineSpan::new(line.min(start), end.max(entry.end)),
        None => LineSpan::new(line.min(start), end),
    }
}
