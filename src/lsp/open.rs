//! The documents that are open in the editor, as they are there.

use std::path::{Path, PathBuf};

use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::address;
use super::known::{Known, Whole};
use super::position::{self, Units};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::discover;
use crate::parse::{Format, sniff};
use crate::source::{Encoding, Source};

/// An open document.
pub struct Open {
    /// Its address as the editor writes it.
    pub uri: Uri,
    /// The number of its present text.
    pub version: i32,
    /// Its present text.
    pub source: Source,
    /// The project around it.
    pub root: Option<PathBuf>,
    /// What a look at the present text by itself gave.
    pub seen: Option<Whole>,
    /// What was last found, without what others of the collection bring.
    pub findings: Vec<Diagnostic>,
}

/// What a document is to its project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// One of the collection's documents.
    Document,
    /// Settings, concepts, decisions, ids: read, but no document.
    Other,
    /// Neither: it is looked at by itself.
    Alone,
}

impl Open {
    /// A document that was opened; `asked` is the project that the server was started for.
    pub fn new(item: TextDocumentItem, asked: Option<&Path>) -> Self {
        let path = address::path(&item.uri).map(|path| canonical(&path));
        let around = path.as_deref().and_then(around);
        let root = asked.filter(|root| path.as_ref().is_some_and(|path| path.starts_with(root)));
        let root = root.map(Path::to_owned).or(around);
        let below = root.as_ref().zip(path.as_ref()).and_then(|(root, path)| path.strip_prefix(root).ok());
        let name = match (below, &path) {
            (Some(below), _) => shown(below),
            (None, Some(path)) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            (None, None) => item.uri.0.rsplit([':', '/']).next().unwrap_or_default().to_owned(),
        };
        let path = path.unwrap_or_else(|| item.uri.0.as_str().into());
        let source = Source::new(path, name, item.text);
        Self { uri: item.uri, version: item.version, source, root, seen: None, findings: Vec::new() }
    }

    /// Changes the text as the editor did.
    pub fn change(&mut self, changes: Vec<TextDocumentContentChangeEvent>, units: Units) {
        for change in changes {
            let mut text = whole(&self.source);
            let mark = text.len() - self.source.text.len();
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let at = |position| mark + position::offset(&self.source, units, position);
                    let start = at(part.range.start);
                    text.replace_range(start..at(part.range.end).max(start), &part.text);
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(all) => text = all.text,
            }
            self.source =
                Source::new(std::mem::take(&mut self.source.path), std::mem::take(&mut self.source.name), text);
        }
        self.seen = None;
    }

    /// What it is to a project with these settings.
    pub fn part(&self, config: &Config) -> Part {
        let name = self.source.name.as_str();
        let settings = [discover::CONFIG, discover::LOCK];
        let content = [discover::CONCEPTS, discover::LINKS].map(|file| format!("{}/{file}", config.content));
        match &self.root {
            None => Part::Alone,
            Some(_) if discover::is_part(config, name) => Part::Document,
            Some(_) if settings.contains(&name) || content.iter().any(|file| file == name) => Part::Other,
            Some(_) => Part::Alone,
        }
    }

    /// Looks at the present text, unless that was done.
    pub fn look(&mut self, known: &Known) {
        if self.seen.is_some() {
            return;
        }
        let part = self.part(&known.config);
        if part == Part::Other {
            self.findings.clear();
            return;
        }
        let seen = known.look(self.source.clone(), part == Part::Alone);
        // Most YAML and JSON on a disk is about something else.
        let data = matches!(sniff(&self.source), Format::Yaml | Format::Json | Format::JsonLines | Format::Csv);
        let foreign = part == Part::Alone && data && seen.collection.library.entries.is_empty();
        self.findings = if foreign { Vec::new() } else { seen.findings.clone() };
        self.seen = Some(seen);
    }
}

/// The text with its byte order mark.
pub fn whole(source: &Source) -> String {
    let mark = if source.encoding == Encoding::Utf8Bom { "\u{feff}" } else { "" };
    [mark, source.text.as_str()].concat()
}

/// A path without links, as far as it exists: an unsaved document may be in a folder that does not.
fn canonical(path: &Path) -> PathBuf {
    let existing = path.ancestors().find_map(|folder| Some((folder, folder.canonicalize().ok()?)));
    existing.and_then(|(folder, real)| Some(real.join(path.strip_prefix(folder).ok()?))).map_or_else(
        || path.to_owned(),
        // Joining nothing would leave a slash at the end.
        |joined| joined.components().collect(),
    )
}

fn around(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).find(|folder| folder.is_dir()).and_then(discover::root)
}

fn shown(below: &Path) -> String {
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use lsp_types::{LanguageKind, Position, Range, TextDocumentContentChangePartial};

    use super::*;

    /// A text as an editor holds it: UTF-16 units, lines that end as the protocol says.
    fn index(units: &[u16], position: Position) -> usize {
        let mut at = 0;
        for _ in 0..position.line {
            while !matches!(units[at], 10 | 13) {
                at += 1;
            }
            at += if units[at..].starts_with(&[13, 10]) { 2 } else { 1 };
        }
        at + position.character as usize
    }

    #[test]
    fn typing_gives_the_text_of_the_editor() {
        let mut seed = 7_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        let pieces = ["", "a", "é", "𝄞", "\n", "\r\n", "œuf", "𝄞é\nx", "\r"];
        for round in 0..60 {
            let mark = if round % 3 == 0 { "\u{feff}" } else { "" };
            let item = |text: String| TextDocumentItem {
                uri: Uri("untitled:x".to_owned()),
                language_id: LanguageKind::Markdown,
                version: 1,
                text,
            };
            let mut model: Vec<char> = format!("{mark}a𝄞b\r\nc").chars().collect();
            let mut open = Open::new(item(model.iter().collect()), None);
            for _ in 0..40 {
                // Between the two signs of a line end there is no position.
                let places: Vec<usize> = (mark.chars().count()..=model.len())
                    .filter(|&at| !(at > 0 && model[at - 1] == '\r' && model.get(at) == Some(&'\n')))
                    .collect();
                let (a, b) = (places[random(places.len())], places[random(places.len())]);
                let (from, to) = (a.min(b), a.max(b));
                let before: String = model.iter().collect();
                let at = |chars: usize| {
                    let head: String = model[..chars].iter().collect();
                    let ends = head.replace("\r\n", "\n").replace('\r', "\n");
                    let last = ends.rsplit('\n').next().unwrap_or_default();
                    let (line, character) = (ends.matches('\n').count() as u32, last.encode_utf16().count() as u32);
                    Position { line, character }
                };
                let range = Range { start: at(from), end: at(to) };
                let units: Vec<u16> = before.encode_utf16().collect();
                let head: String = model[..from].iter().collect();
                assert_eq!(index(&units, range.start), head.encode_utf16().count());
                let text = pieces[random(pieces.len())].to_owned();
                model.splice(from..to, text.chars());
                #[expect(deprecated, reason = "the type has the field all the same")]
                let part = TextDocumentContentChangePartial { range, range_length: None, text };
                open.change(vec![part.into()], Units::Utf16);
                assert_eq!(whole(&open.source), model.iter().collect::<String>(), "{before:?} {range:?}");
            }
        }
    }
}
