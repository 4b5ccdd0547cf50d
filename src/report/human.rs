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
/// Columns that the renderer takes for line numbers and margins.
const MARGIN: usize = 12;
/// The renderer's own width: it need not cut what is cut here, place by place.
const WHOLE: usize = 100_000;
/// Stands where a very long line was cut.
const CUT: char = '…';

pub(super) fn report(found: &[Diagnostic], sources: &Sources<'_>, options: &Options) -> String {
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() }.term_width(WHOLE);
    let shown: Vec<String> =
        found.par_iter().map(|finding| one(&renderer, finding, sources.get(&finding.path), options)).collect();
    let mut out = String::new();
    for text in shown {
        out.push_str(&text);
        out.push_str("\n\n");
    }
    out.push_str(&super::summary(found, options.lang));
    out.push('\n');
    out
}

fn one(renderer: &Renderer, finding: &Diagnostic, source: Option<&Source>, options: &Options) -> String {
    let lang = options.lang;
    let word = |key: &str| i18n::text(lang, key, &[]);
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(word("lint-level-error")),
        Severity::Warning => Level::WARNING.with_name(word("lint-level-warning")),
        Severity::Info => Level::INFO.with_name(word("lint-level-info")),
    };
    let title = level.primary_title(super::message(finding, lang)).id(finding.rule);
    let place = finding.place;
    let mut main = match source.and_then(|source| Excerpt::of(source, place, options.width)) {
        Some(excerpt) => {
            let caret = AnnotationKind::Primary.span(excerpt.range);
            let snippet = Snippet::source(excerpt.text).line_start(excerpt.line).annotation(caret);
            if excerpt.cut {
                // The renderer would count the column in the cut line.
                title.element(origin(finding)).element(snippet)
            } else {
                title.element(snippet.path(finding.path.as_str()))
            }
        }
        None => title.element(origin(finding)),
    };
    if let Some(help) = super::help(finding, lang) {
        main = main.element(Level::HELP.with_name(help_word(lang)).message(help));
    }
    let mut groups = vec![main];
    if let (Some(fix), Some(source)) = (&finding.fix, source) {
        groups.extend(mending(fix, source, options));
    }
    renderer.render(&groups)
}

fn origin(finding: &Diagnostic) -> Origin<'_> {
    Origin::path(finding.path.as_str()).line(finding.place.line).char_column(finding.place.column)
}

/// The fix as a group of its own: the lines as they are and as they would be.
fn mending<'a>(fix: &'a Fix, source: &Source, options: &Options) -> Option<Group<'a>> {
    let lang = options.lang;
    let key = if fix.safe { "lint-fix-safe" } else { "lint-fix-unsafe" };
    let level = Level::HELP.with_name(help_word(lang));
    let mut group = Group::with_title(level.secondary_title(i18n::text(lang, key, &[])));
    for edit in &fix.edits {
        let excerpt = Excerpt::of(source, edit.place, options.width)?;
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
    /// Whether the beginning of the first line is left out.
    cut: bool,
}

impl Excerpt {
    fn of(source: &Source, place: Place, width: usize) -> Option<Self> {
        if place.line == 0 || place.line > source.line_count() {
            return None;
        }
        let last = place.end_line.clamp(place.line, source.line_count());
        // A place that ends before the first character of a line ends with the line before.
        let last = if last > place.line && place.end_line == last && place.end_column == 1 { last - 1 } else { last };
        let last = last.min(place.line + MOST_LINES - 1);
        let (mut text, mut range, mut cut) = (String::new(), 0..0, false);
        for number in place.line..=last {
            let line = source.line(number);
            let from = if number == place.line { byte(line, place.column) } else { 0 };
            let ends_here = number == place.end_line && number == last;
            let to = if ends_here { byte(line, place.end_column).max(from) } else { line.len() };
            let window = window(line, from..to, width.saturating_sub(MARGIN));
            if window.start > 0 {
                cut |= number == place.line;
                text.push(CUT);
            }
            if number == place.line {
                range.start = text.len() + from - window.start;
            }
            range.end = text.len() + to.min(window.end) - window.start;
            text.push_str(&line[window.clone()]);
            if window.end < line.len() {
                text.push(CUT);
            }
            text.push('\n');
        }
        text.pop();
        Some(Self { text, range, line: place.line, cut })
    }
}

/// The byte at which a 1-based column begins.
fn byte(line: &str, column: usize) -> usize {
    line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
}

/// The part of a line that is shown: all of it where it fits `width` characters, else what is around `matter`.
fn window(line: &str, matter: Range<usize>, width: usize) -> Range<usize> {
    if line.chars().count() <= width {
        return 0..line.len();
    }
    let matters = line[matter.clone()].chars().count().min(width);
    let around = (width - matters) / 2;
    let start = line[..matter.start].char_indices().rev().take(around).last().map_or(matter.start, |(at, _)| at);
    let after =
        |from: usize, count: usize| line[from..].char_indices().nth(count).map_or(line.len(), |(at, _)| from + at);
    start..after(after(matter.start, matters), around)
}
