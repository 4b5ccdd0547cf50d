//! What a release changes: the lock remembers what each note showed, and when that last changed.
//!
//! Anki takes a note only when it is newer than what the learner has, and then replaces all of it, tags included. So a note
//! gets a new time in the release that first ships another content, and in no other. Its content are the texts that it is
//! made from: where the file stands, the address of the site and the version of this program are not among them.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::note::{answered, concepts};
use crate::i18n::Lang;
use crate::identity::{Change, ChangeKind, Digest, Lock, Shipped, later};
use crate::images::Images;
use crate::link::{Concept, Library, LinkKind};
use crate::normalise::Entry;
use crate::render::plain;

use super::media::shown_by;

/// The notes that were published, by the id of their entry.
pub type Published = BTreeMap<String, Shipped>;

/// For each entry the one in the other language that its note shows, if it has an answer: the one that it showed in the last
/// release as long as the two are linked at all, else the nearest.
pub fn counterparts(library: &Library, published: &Published) -> Vec<Option<usize>> {
    let near = library.neighbours();
    let entries = &library.entries;
    (0..entries.len())
        .map(|at| {
            let of_other =
                |(other, _): &&(usize, _)| entries[*other].lang != entries[at].lang && answered(&entries[*other]);
            let last = published.get(&entries[at].id).and_then(|shipped| shipped.other.as_deref());
            let kept = last.and_then(|last| near[at].iter().find(|(other, _)| entries[*other].id == last));
            let best = || near[at].iter().filter(of_other).find(|(_, link)| link.kind <= LinkKind::Close);
            kept.filter(of_other).or_else(best).map(|(other, _)| *other)
        })
        .collect()
}

/// The topic of an entry as plain text.
pub fn topic(entry: &Entry) -> Option<String> {
    entry.topic().map(plain).filter(|topic| !topic.is_empty())
}

/// The level of a deck's name that each topic has. A topic whose title changed keeps the name that it was published under:
/// a renamed deck is a new, empty one to Anki, and the learner's cards stay in the old one.
pub fn topics(library: &Library, published: &Published) -> BTreeMap<String, String> {
    // Per topic, the names of the decks that its entries were last in, and how many of them.
    let mut earlier: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for entry in library.entries.iter().filter(|entry| answered(entry)) {
        let Some(topic) = topic(entry) else { continue };
        let decks = earlier.entry(topic).or_default();
        if let Some(deck) = published.get(&entry.id).and_then(|shipped| shipped.deck.as_deref()) {
            *decks.entry(deck).or_default() += 1;
        }
    }
    let own: BTreeSet<String> = earlier.keys().map(|topic| level_name(topic)).collect();
    let name = |(topic, decks): (&String, &BTreeMap<&str, usize>)| {
        let new = level_name(topic);
        // A deck that another topic is named like is that topic's: the entries moved.
        let renamed = decks.iter().filter(|(deck, _)| **deck == new || !own.contains(**deck));
        let most = renamed.max_by_key(|(deck, count)| (**deck == new, **count, std::cmp::Reverse(**deck)));
        (topic.clone(), most.map_or(new, |(deck, _)| (*deck).to_owned()))
    };
    earlier.iter().map(name).collect()
}

/// One level of a deck's name: `::` would make two of it, and Anki drops quotes and control characters.
pub fn level_name(name: &str) -> String {
    let kept: String = name.nfc().filter(|c| !c.is_control() && *c != '"').collect();
    let words: Vec<&str> = kept.split("::").map(str::trim).filter(|part| !part.is_empty()).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(" – ") }
}

/// Records in `lock` what the notes of the library show; those that show something else than before changed `now` (seconds
/// since 1970). What changed, by id.
pub fn publish(library: &Library, images: &Images, lock: &mut Lock, now: i64) -> Vec<Change> {
    let before = lock.notes.clone();
    let mut old = std::mem::take(&mut lock.notes);
    let counterparts = counterparts(library, &before);
    let topics = topics(library, &before);
    let mut notes = Published::new();
    for (at, entry) in library.entries.iter().enumerate().filter(|(_, entry)| answered(entry)) {
        let other = counterparts[at].map(|other| &library.entries[other]);
        let recorded = |id: &str| lock.records.get(id).and_then(|record| record.changed);
        // A collection that was published before notes were recorded: the times that it was published with.
        let changed = recorded(&entry.id).max(other.and_then(|other| recorded(&other.id)));
        // What joins a published collection is as old as the release that brings it.
        let joins = !before.is_empty() && !before.contains_key(&entry.id);
        let changed = changed.or_else(|| joins.then_some(now));
        let new = Shipped {
            card: card(library, images, at, other),
            deck: topic(entry).and_then(|topic| topics.get(&topic).cloned()),
            other: other.map(|other| other.id.clone()),
            changed,
        };
        notes.insert(entry.id.clone(), renewed(old.remove(&entry.id), new, now));
    }
    for (key, mut note) in old {
        if let Some((id, lang)) = concept_of(&key) {
            note = match library.glossary.concepts.get(id).filter(|concept| concept.definition.contains_key(&lang)) {
                Some(concept) => {
                    let new = Shipped { card: concept_card(concept, lang), ..Shipped::default() };
                    renewed(Some(note), new, now)
                }
                None => renewed(Some(note), Shipped::default(), now),
            };
        } else if lock.records.get(&key).is_none_or(|record| record.retired.is_some()) {
            let deck = note.deck.clone();
            note = renewed(Some(note), Shipped { deck, ..Shipped::default() }, now);
        }
        notes.insert(key, note);
    }
    let changed = notes.iter().filter(|(key, note)| before.get(*key) != Some(note));
    let changes = changed.map(|(id, _)| Change { id: id.clone(), kind: ChangeKind::Card }).collect();
    lock.notes = notes;
    changes
}

/// Records in `lock` the terms of the glossary, which is done when they are first published as notes.
pub fn publish_terms(library: &Library, lock: &mut Lock) {
    for concept in library.glossary.concepts.values() {
        for lang in concept.definition.keys() {
            let card = concept_card(concept, *lang);
            lock.notes.entry(concept_key(&concept.id, *lang)).or_insert(Shipped { card, ..Shipped::default() });
        }
    }
}

/// The new state of a note, its time being that of the last change.
fn renewed(old: Option<Shipped>, new: Shipped, now: i64) -> Shipped {
    match old {
        None => new,
        Some(old) if old.card == new.card => Shipped { changed: old.changed, ..new },
        Some(old) => Shipped { changed: Some(later(now, old.changed)), ..new },
    }
}

/// What the note of a concept is recorded under. No id of an entry has a slash.
pub fn concept_key(id: &str, lang: Lang) -> String {
    format!("concept/{id}/{}", lang.code())
}

/// The concept and language of a key made by [`concept_key`].
pub fn concept_of(key: &str) -> Option<(&str, Lang)> {
    let (id, lang) = key.strip_prefix("concept/")?.rsplit_once('/')?;
    Some((id, Lang::from_code(lang)?))
}

/// A fingerprint of what an entry's note shows: 16 hexadecimal digits.
fn card(library: &Library, images: &Images, at: usize, other: Option<&Entry>) -> String {
    let entry = &library.entries[at];
    let mut digest = Digest::default();
    digest.add(entry.lang.code()).add(&topic(entry).unwrap_or_default());
    digest.add(entry.difficulty.map_or("", |level| level.name())).add(&concepts(library, at));
    add_entry(&mut digest, entry, images);
    if let Some(other) = other {
        add_entry(&mut digest, other, images);
    }
    digest.finish()
}

fn concept_card(concept: &Concept, lang: Lang) -> String {
    let mut digest = Digest::default();
    for lang in [lang, lang.other()] {
        digest.add(lang.code()).add(concept.definition.get(&lang).map_or("", String::as_str));
        concept.labels(lang).for_each(|label| {
            digest.add(label);
        });
    }
    digest.finish()
}

/// Adds what a card shows of an entry.
fn add_entry(digest: &mut Digest, entry: &Entry, images: &Images) {
    digest.add(&entry.question);
    for text in [&entry.context, &entry.answer] {
        digest.add(text.as_deref().unwrap_or_default());
    }
    for choice in &entry.options {
        digest.add(&choice.label).add(&choice.text).add(if choice.correct { "+" } else { "-" });
    }
    for name in shown_by(images, entry) {
        digest.add(&name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deck_names_are_one_level_each() {
        assert_eq!(level_name("C++ :: \"std::vec\""), "C++ – std – vec");
        assert_eq!(level_name("::"), "–");
    }

    #[test]
    fn keys_of_concepts_are_no_ids() {
        assert_eq!(concept_of(&concept_key("2pc x", Lang::Fr)), Some(("2pc x", Lang::Fr)));
        assert_eq!(concept_of("concept"), None);
        assert!(!crate::identity::is_valid_id(&concept_key("a", Lang::En)));
    }
}
