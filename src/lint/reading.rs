//! A document while rules look at it: what several of them need of it is made once.

use std::cell::OnceCell;
use std::ops::Deref;

use super::context::{Context, Document};
use super::french::prose::Prose;
use super::markup::{Link, Markup, links};
use super::speech::Speech;
use crate::normalise::Entry;

/// One document, with what was made of it so far.
pub struct Reading<'a> {
    document: &'a Document,
    entries: &'a [Entry],
    prose: OnceCell<Option<Prose<'a>>>,
    french: OnceCell<Option<Prose<'a>>>,
    markup: OnceCell<Option<Markup<'a>>>,
    links: OnceCell<Vec<Link>>,
    speech: OnceCell<Vec<Speech>>,
}

impl<'a> Reading<'a> {
    /// A document of which nothing is made yet.
    pub fn new(context: &Context<'a>, document: &'a Document) -> Self {
        Self {
            document,
            entries: context.library.entries.get(document.entries.clone()).unwrap_or_default(),
            prose: OnceCell::new(),
            french: OnceCell::new(),
            markup: OnceCell::new(),
            links: OnceCell::new(),
            speech: OnceCell::new(),
        }
    }

    /// Its prose in any language; `None` for a table or a record of data.
    pub(in crate::lint) fn prose(&self) -> Option<&Prose<'a>> {
        self.prose.get_or_init(|| Prose::of(self.document, self.entries)).as_ref()
    }

    /// Its French prose; `None` when it has none, or is a table or a record of data, where text is quoted otherwise.
    pub(in crate::lint) fn french(&self) -> Option<&Prose<'a>> {
        let prose = self.prose().filter(|prose| prose.has_french())?;
        if prose.is_all_french() {
            return Some(prose);
        }
        self.french.get_or_init(|| Some(prose.french())).as_ref()
    }

    /// Its text without its code; `None` when it is a table or a record of data, whose texts are quoted.
    pub(in crate::lint) fn markup(&self) -> Option<&Markup<'a>> {
        self.markup.get_or_init(|| Markup::of(self.document)).as_ref()
    }

    /// The links of that text.
    pub(in crate::lint) fn links(&self) -> &[Link] {
        self.links.get_or_init(|| self.markup().map(links::of).unwrap_or_default())
    }

    /// What each of its entries says.
    pub(in crate::lint) fn speech(&self) -> &[Speech] {
        self.speech.get_or_init(|| self.entries.iter().map(Speech::of).collect())
    }
}

impl Deref for Reading<'_> {
    type Target = Document;

    fn deref(&self) -> &Document {
        self.document
    }
}
