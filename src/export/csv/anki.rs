//! The table for Anki's text import: the notes of the package, found again by their guids. Anki has to have imported the
//! package before, since a table cannot bring a note type.

use ::csv::{QuoteStyle, WriterBuilder};

use super::super::anki::deck;
use super::super::{ExportError, ExportOptions};
use crate::link::Library;

/// What tells Anki how to read the rest: three columns of its own, the fields by position, the tags.
fn header(fields: usize) -> String {
    let tags = 3 + fields + 1;
    format!(
        "#separator:tab\n#html:true\n#if matches:update current\n#guid column:1\n#notetype column:2\n#deck column:3\n\
         #tags column:{tags}\n"
    )
}

pub(super) fn table(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let deck = deck(library, options);
    let note_type = deck.note_type_id().to_string();
    // Anki would make a card of a retired question for everybody who does not have it: only the package can tell.
    let live: Vec<usize> = (0..deck.heads.len()).filter(|&at| !deck.heads[at].retired).collect();
    let latest = live.iter().map(|&at| deck.heads[at].modified).max();
    let mut writer = WriterBuilder::new()
        .delimiter(b'\t')
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer(header(deck.note_type.fields().len()).into_bytes());
    for note in live.into_iter().map(|at| deck.note(at)) {
        // Anki replaces all tags of a note, a learner's own too, by those of its row, and leaves them alone where the row
        // ends before: only what the last release brought or changed says its tags.
        let tags = (Some(note.modified) == latest).then(|| note.tags.join(" "));
        let special = [note.guid.as_str(), &note_type, &note.deck];
        let row = special.into_iter().chain(note.fields.iter().map(String::as_str)).chain(tags.as_deref());
        writer.write_record(row).map_err(ExportError::of("csv"))?;
    }
    writer.into_inner().map_err(|error| ExportError::of("csv")(error.into_error()))
}
