//! The images of a document, with the places where it shows them.

use super::{Context, Document};
use crate::diagnostic::Place;
use crate::i18n::Lang;
use crate::images;
use crate::render::{Picture, Style, may_show, pictures};
use crate::source::LineSpan;

/// The images that the questions and notes of a document show, in its order.
pub(super) fn of<'a>(context: &'a Context<'_>, document: &'a Document) -> impl Iterator<Item = (Picture, Place)> + 'a {
    let entries = context.entries(document).iter().flat_map(|entry| {
        let texts = [entry.shown_context(), entry.shown_answer()].into_iter().flatten();
        let choices = entry.options.iter().map(|choice| choice.text.as_str());
        let found = if texts.chain(choices).any(may_show) { images::of_entry(entry) } else { Vec::new() };
        found.into_iter().map(|picture| (picture, entry.source.lines))
    });
    let style = Style { lang: Lang::En, hard_breaks: false, heading_shift: 0 };
    let notes = document.parsed.notes.iter();
    let notes =
        notes.flat_map(move |note| pictures(&note.text, style).into_iter().map(|picture| (picture, note.lines)));
    entries.chain(notes).map(|(picture, lines)| {
        let place = place(document, &picture, lines);
        (picture, place)
    })
}

/// Where a text says an image's address; the lines of the text where that is written in another way.
fn place(document: &Document, picture: &Picture, lines: LineSpan) -> Place {
    let last = lines.end.min(document.source.line_count());
    let found = (lines.start.max(1)..=last).find_map(|line| {
        let range = document.source.line_range(line);
        let at = document.source.text[range.clone()].find(picture.address.as_str())?;
        Some(range.start + at..range.start + at + picture.address.len())
    });
    found.filter(|range| !range.is_empty()).map_or_else(|| document.lines_place(lines), |range| document.place(range))
}
