//! `human`: each finding with the lines it is about, a caret, how to mend it, and the mending as a small diff.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use rayon::prelude::*;

use super::{Options, Sources};
use crate::diagnostic::{Diagnostic, Fix, Place, Severity};
use crate::i18n::{self, Lang};
use crate::source::Source;

/// Of a finding over many lines, these many are shown.
const MOST_LINES: usize = 6;
/// Characters of a line that are handed to the renderer on each side of what matters: it cuts to the terminal's width.
const AROUND: usize = 400;

pub(super) fn report(found: &[Diagnostic], sources: &Sources<'_>, options: &Options) -> String {
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() }.term_width(options.width);
    let shown: Vec<String> =
        found.par_iter().map(|finding| one(&renderer, finding, sources.get(&finding.path), options.lang)).collect();
    let mut out = String::new();
    for text in shown {
        out.push_str(&text);
        out.push_str("\n\n");
    }
    out.push_str(&super::summary(found, options.lang));
    out.push('\n');
    out
}

fn one(renderer: &Renderer, finding: &Diagnostic, source: Option<&Source>, lang: Lang) -> String {
    let word = |key: &str| i18n::text(lang, key, &[]);
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(word("lint-level-error")),
        Severity::Warning => Level::WARNING.with_name(word("lint-level-warning")),
        Severity::Info => Level::INFO.with_name(word("lint-level-info")),
    };
    let title = level.primary_title(super::message(finding, lang)).id(finding.rule);
    let place = finding.place;
    let mut main: Group<'_> = match source.and_then(|source| Excerpt::of(source, place)) {
        Some(excerpt) => {
            let caret = AnnotationKind::Primary.span(excerpt.range.clone());
            let snippet = Snippet::source(excerpt.text).path(finding.path.as_str()).line_start(excerpt.line);
            title.element(snippet.annotation(caret))
        }
        None => title.element(Origin::path(finding.path.as_str()).line(place.line).char_column(place.column)),
    };
    if let Some(help) = super::help(finding, lang) {
        main = main.element(Level::HELP.with_name(help_word(lang)).message(help));
    }
    let mut groups = vec![main];
    if let (Some(fix), Some(source)) = (&finding.fix, source) {
        groups.extend(mending(fix, source, lang));
    }
    renderer.render(&groups)
}

/// The fix as a group of its own: the lines as they are and as they would be.
fn mending<'a>(fix: &'a Fix, source: &Source, lang: Lang) -> Option<Group<'a>> {
    let key = if fix.safe { "lint-fix-safe" } else { "lint-fix-unsafe" };
    let level = Level::HELP.with_name(help_word(lang));
    let mut group = Group::with_title(level.secondary_title(i18n::text(lang, key, &[])));
    for edit in &fix.edits {
        let excerpt = Excerpt::of(source, edit.place)?;
        let patch = Patch::new(excerpt.range, edit.text.as_str());
        group = group.element(Snippet::source(excerpt.text).line_start(excerpt.line).patch(patch));
    }
    Some(group)
}

/// The word before a help; French puts a no-break space before the colon that the renderer adds.
fn help_word(lang: Lang) -> String {
    let space = if lang == Lang::Fr { "\u{a0}" } else { "" };
    i18n::text(lang, "lint-level-help", &[]) + space
}

/// The lines around a place, cut where they are very long.
struct Excerpt {
    /// The lines, with `\n` between them.
    text: String,
    /// The place, in `text`.
    range: Range<usize>,
    /// The first line's number.
    line: usize,
}

impl Excerpt {
    fn of(source: &Source, place: Place) -> Option<Self> {
        if place.line == 0 || place.line > source.line_count() {
            return None;
        }
        let last = place.end_line.clamp(place.line, source.line_count());
        // A place that ends before the first character of a line ends with the line before.
        let last = if last > place.line && place.end_line == last && place.end_column == 1 { last - 1 } else { last };
        let cut = last - place.line >= MOST_LINES;
        let last = if cut { place.line + MOST_LINES - 1 } else { last };
        let (mut text, mut range) = (String::new(), 0..0);
        for number in place.line..=last {
            let line = source.line(number);
            let from = if number == place.line { byte(line, place.column) } else { 0 };
            let ends_here = number == place.end_line && number == last;
            let to = if ends_here { byte(line, place.end_column).max(from) } else { line.len() };
            let window = window(line, from, to);
            if number == place.line {
                range.start = text.len() + from - window.start;
            }
            range.end = text.len() + to.min(window.end) - window.start;
            text.push_str(&line[window]);
            text.push('\n');
        }
        text.pop();
        Some(Self { text, range, line: place.line })
    }
}

/// The byte at which a 1-based column begins.
fn byte(line: &str, column: usize) -> usize {
    line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
}

/// The part of a line that is handed on: all of it, unless it is very long.
fn window(line: &str, from: usize, to: usize) -> Range<usize> {
    let before = line[..from].char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let until = to.min(line[from..].char_indices().nth(AROUND).map_or(line.len(), |(at, _)| from + at));
    let after = line[until..].char_indices().nth(AROUND).map_or(line.len(), |(at, _)| until + at);
    before..after
}
