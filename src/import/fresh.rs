//! Rows of new questions as files in the canonical form.

use std::collections::BTreeSet;

use crate::export::{COMPARED, cell, document};
use crate::identity::is_valid_id;
use crate::normalise::{Entry, normalise};
use crate::parse::parse;
use crate::source::Source;
use crate::text::slug;

/// The path below the content folder and the text of a file for a new question, which gets an id unless it has one;
/// `taken` are the ids in use or used once, in lower case. `None` when the file would not be read back as the row.
pub fn file(row: &Entry, taken: &mut BTreeSet<String>) -> Option<(String, String)> {
    let mut entry = row.clone();
    let free = |id: &String| is_valid_id(id) && !taken.contains(&id.to_ascii_lowercase());
    if !free(&entry.id) {
        let base = slug(&entry.question);
        entry.id = std::iter::once(base.clone()).chain((2..).map(|n| format!("{base}-{n}"))).find(free)?;
    }
    let text = document(&entry).ok()?;
    let path = format!("{}/questions/{}.md", entry.lang.code(), entry.id);
    let source = Source::new(&path, path.as_str(), text.as_str());
    let read = normalise(&source, &parse(&source)).entries;
    let same = |read: &Entry| COMPARED.iter().all(|column| cell(read, column) == cell(&entry, column));
    let sound = matches!(&read[..], [one] if one.id == entry.id && same(one));
    sound.then(|| {
        taken.insert(entry.id.to_ascii_lowercase());
        (path, text)
    })
}
