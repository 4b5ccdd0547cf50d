//! Images that stand beside the sources: packed under names made of their content, so that an update never shows an old one.

use std::collections::BTreeMap;

use sha1::{Digest, Sha1};

use super::Format;
use super::archive::{Codec, Packed};
use super::protobuf::Message;
use crate::diagnostic::{Diagnostic, Place};
use crate::files::Files;
use crate::link::Library;
use crate::normalise::Entry;
use crate::render::{Style, markdown};

/// The images of a collection, by their path from its root, and what each is called in a package.
#[derive(Debug, Clone, Default)]
pub struct Images {
    files: Files,
    names: BTreeMap<String, String>,
}

impl Images {
    /// The images in these files; a path is that of a document's folder and what the document says.
    pub fn new(files: Files) -> Self {
        let name = |(path, bytes): (&str, &[u8])| {
            let extension = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
            (path.to_owned(), format!("passerelle-{}.{extension}", &blake3::hash(bytes).to_hex()[..20]))
        };
        Self { names: files.iter().map(name).collect(), files }
    }

    /// The name in the package of the image that `entry` calls by this address.
    pub fn name(&self, entry: &Entry, address: &str) -> Option<&str> {
        self.names.get(&path(entry, address)?).map(String::as_str)
    }

    /// `html` of an entry with its own images under their names in the package. An image that is not there leaves its
    /// description; one of another site stays as it is.
    pub fn embed(&self, html: &str, entry: &Entry) -> String {
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some((before, image, after)) = next_image(rest) {
            out.push_str(before);
            let address = unescape(attribute(image, "src").unwrap_or_default());
            match self.name(entry, &address) {
                Some(name) => {
                    let text = attribute(image, "alt").unwrap_or_default();
                    out += &format!("<img src=\"{name}\" alt=\"{text}\" />");
                }
                None if is_foreign(&address) => out.push_str(image),
                None => out.push_str(attribute(image, "alt").unwrap_or_default()),
            }
            rest = after;
        }
        out + rest
    }

    /// The names of the images that an entry shows.
    pub fn shown_by(&self, entry: &Entry) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let known = |address: String| self.name(entry, &address).map(str::to_owned);
        addresses(entry).into_iter().filter_map(known).collect()
    }

    /// The images that this text of a package refers to.
    pub fn used<'a>(&'a self, fields: &str, used: &mut BTreeMap<&'a str, &'a [u8]>) {
        if fields.contains("passerelle-") {
            for (path, name) in self.names.iter().filter(|(_, name)| fields.contains(name.as_str())) {
                used.insert(name, self.files.get(path).unwrap_or_default());
            }
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

/// The members of a package for these images, by name: the list of them, then each under its number.
pub fn members(images: &BTreeMap<&str, &[u8]>, format: Format) -> Vec<(String, Codec, Packed)> {
    let codec = if format == Format::Latest { Codec::Zstd } else { Codec::Stored };
    let list = match format {
        Format::Legacy => {
            let names = images.keys().enumerate().map(|(at, name)| (at.to_string(), (*name).into()));
            serde_json::Value::Object(names.collect()).to_string().into_bytes()
        }
        Format::Latest => {
            let entry = |(name, bytes): (&&str, &&[u8])| {
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

/// A finding for each image beside the sources that an entry shows and that is not there.
pub fn missing(library: &Library, images: &Images) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in &library.entries {
        let missing = |address: &String| !is_foreign(address) && images.name(entry, address).is_none();
        for address in addresses(entry).into_iter().filter(missing) {
            let lines = entry.source.lines;
            let place = Place { line: lines.start, column: 1, end_line: lines.end, end_column: 1 };
            found.push(Diagnostic::new("missing-image", &entry.source.path, place).with("image", address));
        }
    }
    found
}

/// What an entry calls the images that it shows.
fn addresses(entry: &Entry) -> Vec<String> {
    let mut found = Vec::new();
    let texts = [entry.shown_context(), entry.shown_answer()].into_iter().flatten();
    for text in texts.filter(|text| text.contains("![") || text.contains("<img")) {
        let html = markdown(text, Style::of(entry, 0));
        let mut rest = html.as_str();
        while let Some((_, image, after)) = next_image(rest) {
            found.push(unescape(attribute(image, "src").unwrap_or_default()));
            rest = after;
        }
    }
    found
}

/// An image's path from the root: its address from the folder of the entry's document.
fn path(entry: &Entry, address: &str) -> Option<String> {
    let address = percent_decoded(address.split(['?', '#']).next().unwrap_or_default())?;
    if is_foreign(&address) || address.starts_with('/') || address.is_empty() {
        return None;
    }
    let folder = entry.source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Whether an address leads to another place than the folders of the sources.
fn is_foreign(address: &str) -> bool {
    address.starts_with("//") || address.split('/').next().is_some_and(|first| first.contains(':'))
}

/// What comes before the next image, its tag, and what comes after it.
fn next_image(html: &str) -> Option<(&str, &str, &str)> {
    let start = html.find("<img ")?;
    let end = start + html[start..].find('>')? + 1;
    Some((&html[..start], &html[start..end], &html[end..]))
}

/// The value of an attribute as it is written in HTML of our own making.
fn attribute<'h>(tag: &'h str, name: &str) -> Option<&'h str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

fn unescape(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}

fn percent_decoded(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match byte {
            b'%' => bytes.push((digit(rest.next())? * 16 + digit(rest.next())?) as u8),
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}
