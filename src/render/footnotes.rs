//! Footnotes without anchors: several texts share a page, and their ids would clash.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// The footnotes of a text: numbered in the order of their references, listed at its end.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    /// Names in the order of their first reference.
    referenced: Vec<CowStr<'a>>,
    /// Each note's name and content, as defined.
    defined: Vec<(CowStr<'a>, Vec<Event<'a>>)>,
    /// The notes that are being read, each with the text that it interrupts.
    open: Vec<(CowStr<'a>, Vec<Event<'a>>)>,
}

impl<'a> Footnotes<'a> {
    /// The number of a referenced note, from 1.
    pub fn number(&mut self, name: CowStr<'a>) -> usize {
        let at = self.referenced.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.referenced.push(name);
            self.referenced.len() - 1
        });
        at + 1
    }

    /// Begins a note: `events` are set aside, and what follows there is the note.
    pub fn open(&mut self, name: CowStr<'a>, events: &mut Vec<Event<'a>>) {
        self.open.push((name, std::mem::take(events)));
    }

    /// Ends the note and puts back what was set aside.
    pub fn close(&mut self, events: &mut Vec<Event<'a>>) {
        if let Some((name, outside)) = self.open.pop() {
            self.defined.push((name, std::mem::replace(events, outside)));
        }
    }

    /// Adds the list of notes; what nothing refers to comes last, so that no text is lost.
    pub fn list_into(mut self, events: &mut Vec<Event<'a>>) {
        if self.defined.is_empty() {
            return;
        }
        let referenced = self.referenced;
        let number = |name: &CowStr<'a>| referenced.iter().position(|known| known == name).unwrap_or(usize::MAX);
        self.defined.sort_by_key(|(name, _)| number(name));
        events.extend([Event::Rule, Event::Start(Tag::List(Some(1)))]);
        for (_, note) in self.defined {
            events.push(Event::Start(Tag::Item));
            events.extend(note);
            events.push(Event::End(TagEnd::Item));
        }
        events.push(Event::End(TagEnd::List(true)));
    }
}
