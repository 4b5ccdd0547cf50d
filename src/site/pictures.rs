//! The images that pages show from beside the sources.

use std::collections::BTreeMap;

use super::address;
use super::page::Site;
use crate::images;
use crate::render::{self, Picture, Style};

/// The files of the images that some page shows, by their path on the site.
pub(super) fn files(site: &Site<'_>) -> BTreeMap<String, Vec<u8>> {
    let library = site.catalogue.library;
    let entries = library.entries.iter().zip(&site.catalogue.places).filter(|(_, place)| place.is_some());
    let of_entries =
        entries.flat_map(|(entry, _)| images::of_entry(entry).into_iter().map(|p| (entry.source.path.as_str(), p)));
    let notes = site.catalogue.topics.iter().flat_map(|topic| &topic.groups).flat_map(|group| &group.notes);
    let of_notes = notes.map(|&at| &library.notes[at]).flat_map(|note| {
        let style = Style { lang: note.lang, hard_breaks: false, heading_shift: 0 };
        render::pictures(&note.text, style).into_iter().map(|p| (note.source.path.as_str(), p))
    });
    let found = |(document, picture): (&str, Picture)| site.extra.images.find(document, &picture.address);
    let file = |image: &images::Image| (address::image(&image.name), image.bytes.clone());
    of_entries.chain(of_notes).filter_map(found).map(file).collect()
}
