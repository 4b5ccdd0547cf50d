//! What a request looks at: a document as it is in the editor, and the collection around it.

use std::path::Path;

use lsp_types::{Location, Uri};

use super::client::Client;
use super::known::{Known, Whole};
use super::open::Open;
use super::session::Session;
use super::{address, position};
use crate::diagnostic::Place;
use crate::link::Library;
use crate::lint::Document;
use crate::normalise::Entry;
use crate::parse::Role;

/// A document and what is around it.
pub struct View<'a> {
    /// The editor.
    pub client: Client,
    /// The document as it is there.
    pub open: &'a Open,
    /// What is known of its project.
    pub known: &'a Known,
    session: &'a Session,
}

impl Session {
    /// The open document of this address with what is around it.
    pub fn view(&self, uri: &str) -> Option<View<'_>> {
        let open = self.open.get(uri)?;
        Some(View { client: self.client?, open, known: self.known(open), session: self })
    }
}

impl<'a> View<'a> {
    /// What the present text says; `None` where it is no document.
    pub fn read(&self) -> Option<&'a Document> {
        self.open.seen.as_ref()?.collection.documents.first()
    }

    /// The entries of the present text.
    pub fn entries(&self) -> &'a [Entry] {
        self.open.seen.as_ref().map_or(&[], |seen| &seen.collection.library.entries)
    }

    /// The collection around the document, else what the document is by itself.
    fn whole(&self) -> Option<&'a Whole> {
        let around = self.known.whole.as_ref().filter(|whole| whole.document(&self.open.source.name).is_some());
        around.or(self.open.seen.as_ref()).or(self.known.whole.as_ref())
    }

    /// Whether all of the project was read; before, nothing can be said about other questions.
    pub fn is_complete(&self) -> bool {
        self.known.root.is_none() || self.known.whole.is_some()
    }

    /// The entries around the document, joined.
    pub fn library(&self) -> Option<&'a Library> {
        self.whole().map(|whole| &whole.collection.library)
    }

    /// The document `name` of the collection.
    pub fn document(&self, name: &str) -> Option<&'a Document> {
        self.whole()?.document(name)
    }

    /// The role of a line (1-based) of the present text.
    pub fn role(&self, line: usize) -> Option<Role> {
        self.read()?.parsed.roles.get(line.checked_sub(1)?).copied()
    }

    /// The entry that a line of the present text belongs to; in front matter, the one that it speaks of.
    pub fn entry(&self, line: usize) -> Option<&'a Entry> {
        let entries = self.entries();
        let inside = entries.iter().find(|entry| entry.source.lines.contains(line));
        let meta = || {
            let next = entries.iter().find(|entry| entry.source.lines.start > line);
            next.filter(|_| self.role(line) == Some(Role::Meta))
        };
        inside.or_else(meta)
    }

    /// The index in [`View::library`] of an entry of the present text, which may be older there.
    pub fn index(&self, entry: &Entry) -> Option<usize> {
        let library = self.library()?;
        let name = self.open.source.name.as_str();
        let here = || library.entries.iter().enumerate().filter(|(_, other)| other.source.path == name);
        let same = |test: &dyn Fn(&Entry) -> bool| here().find(|(_, other)| test(other)).map(|(at, _)| at);
        let by_id = entry.explicit_id.then(|| same(&|other| other.id == entry.id)).flatten();
        by_id
            .or_else(|| same(&|other| other.question == entry.question && other.source.lines == entry.source.lines))
            .or_else(|| same(&|other| other.question == entry.question))
            .or_else(|| same(&|other| other.source.lines.start == entry.source.lines.start))
    }

    /// Where a place of a document of the collection is.
    pub fn location(&self, document: &Document, place: Place) -> Location {
        let range = position::range(&document.source, self.client.units, place);
        Location { uri: self.address(&document.source.path), range }
    }

    /// The address of a file; the editor's own where it is open.
    pub fn address(&self, path: &Path) -> Uri {
        let path = match &self.known.root {
            Some(root) => root.join(path),
            None => path.to_owned(),
        };
        let open = self.session.open.values().find(|open| open.source.path == path);
        open.map_or_else(|| address::uri(&path), |open| open.uri.clone())
    }
}
