//! Images that stand beside the sources: packed under names made of their content, so that an update never shows an old one.

use std::collections::BTreeMap;

use sha1::{Digest, Sha1};

use super::Format;
use super::archive::{Codec, Packed};
use super::protobuf::Message;
use crate::images::{Image, Images, is_elsewhere};
use crate::normalise::Entry;
use crate::render::{Style, attribute, end_of_tag, pictures, unescape};

/// What an image is called in a package.
fn name(image: &Image) -> String {
    let extension = image.name.rsplit('.').next().unwrap_or_default();
    format!("passerelle-{}.{extension}", &image.hash[..20])
}

/// `html` of an entry with its own images under their names in the package. An image that is not there leaves its
/// description; one of another site stays as it is.
pub fn embed(images: &Images, html: &str, entry: &Entry) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<img ") {
        let tag = &rest[start..start + end_of_tag(&rest[start..])];
        out.push_str(&rest[..start]);
        let address = unescape(attribute(tag, "src").unwrap_or_default());
        let text = attribute(tag, "alt").unwrap_or_default();
        match images.find(&entry.source.path, &address) {
            Some(image) => out += &format!("<img src=\"{}\" alt=\"{text}\" />", name(image)),
            None if is_elsewhere(&address) => out.push_str(tag),
            None => out.push_str(text),
        }
        rest = &rest[start + tag.len()..];
    }
    out + rest
}

/// The names of the images that an entry's card shows.
pub fn shown_by(images: &Images, entry: &Entry) -> Vec<String> {
    let texts = [entry.shown_context(), entry.shown_answer()].into_iter().flatten();
    let shown = texts.flat_map(|text| pictures(text, Style::of(entry, 0)));
    shown.filter_map(|picture| images.find(&entry.source.path, &picture.address).map(name)).collect()
}

/// Those of the images that some text of a package refers to, by their names there.
pub fn used(images: &Images, texts: impl Iterator<Item = String>) -> BTreeMap<String, &[u8]> {
    let named: BTreeMap<String, &[u8]> =
        images.iter().map(|(_, image)| (name(image), image.bytes.as_slice())).collect();
    let mut used = BTreeMap::new();
    for text in texts {
        for part in text.split("src=\"").skip(1) {
            let found = part.split('"').next().and_then(|name| named.get_key_value(name));
            used.extend(found.map(|(name, bytes)| (name.clone(), *bytes)));
        }
    }
    used
}

/// The members of a package for these images, by name: the list of them, then each under its number.
pub fn members(images: &BTreeMap<String, &[u8]>, format: Format) -> Vec<(String, Codec, Packed)> {
    let codec = if format == Format::Latest { Codec::Zstd } else { Codec::Stored };
    let list = match format {
        Format::Legacy => {
            let names = images.keys().enumerate().map(|(at, name)| (at.to_string(), name.as_str().into()));
            serde_json::Value::Object(names.collect()).to_string().into_bytes()
        }
        Format::Latest => {
            let entry = |(name, bytes): (&String, &&[u8])| {
                let digest: [u8; 20] = Sha1::digest(bytes).into();
                Message::new().text(1, name).number(2, bytes.len() as i64).bytes(3, &digest).done()
            };
            images.iter().map(entry).fold(Message::new(), |list, entry| list.bytes(1, &entry)).done()
        }
    };
    let mut members = vec![("media".to_owned(), codec, codec.whole(&list))];
    members.extend(images.values().zip(0..).map(|(bytes, at)| (format!("{at}"), codec, codec.whole(bytes))));
    members
}
