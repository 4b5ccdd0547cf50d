//! The collection inside a package: an SQLite file of schema 11, or of schema 18 in the latest format.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use sha1::{Digest, Sha1};

use super::archive::{Codec, Packed};
use super::deck::Deck;
use super::schema;
use super::sqlite::{Database, Rows, Value, record};
use super::{BASELINE, Format, ids};
use crate::export::ExportError;

/// Notes whose text is held at a time.
const BATCH: usize = 2_048;

/// The number that Anki gives to what has not been synchronised.
const UNSYNCHRONISED: i64 = -1;

/// A note's place in the tables.
struct Row {
    note: i64,
    /// Its place in the deck.
    at: usize,
}

/// A card's place in the tables.
struct Card {
    card: i64,
    note: i64,
    ord: i64,
    deck: i64,
    modified: i64,
    due: i64,
}

/// The database with these notes and their cards, which are due in the order of the notes.
pub fn collection(deck: &Deck<'_>, format: Format) -> Result<Packed, ExportError> {
    let type_id = deck.note_type_id();
    let decks = decks(deck);
    let (rows, cards) = places(deck, &decks);
    let mut db = Database::new(match format {
        Format::Legacy => Codec::Deflate,
        Format::Latest => Codec::Zstd,
    });
    let about = schema::About { deck, type_id, decks: &decks, cards: cards.len() };
    schema::col(&mut db, &about, format)?;
    let mut checksums = Vec::with_capacity(rows.len());
    db.table("notes", schema::NOTES, |table| notes(table, deck, type_id, &rows, &mut checksums))?;
    // The indexes for synchronising (`usn`) are left out: a package is never synchronised, and they are random numbers.
    db.index("ix_notes_csum", "notes", schema::IX_NOTES_CSUM, &sorted(checksums));
    db.table("cards", schema::CARDS, |table| {
        for card in &cards {
            table.push(card.card, &card_record(card));
        }
        Ok::<_, ExportError>(())
    })?;
    db.index("ix_cards_nid", "cards", schema::IX_CARDS_NID, &sorted(cards.iter().map(|c| [c.note, c.card]).collect()));
    let schedule = cards.iter().map(|c| [c.deck, 0, c.due, c.card]).collect();
    db.index("ix_cards_sched", "cards", schema::IX_CARDS_SCHED, &sorted(schedule));
    schema::rest(&mut db, &about, format, &rows.iter().map(|row| row.note).collect::<Vec<_>>())?;
    Ok(db.finish())
}

/// The ids of all notes and cards, each in their own order: hashes, so that they are the same in every release.
fn places(deck: &Deck<'_>, decks: &BTreeMap<String, i64>) -> (Vec<Row>, Vec<Card>) {
    let (mut note_ids, mut card_ids) = (BTreeSet::new(), BTreeSet::new());
    let mut rows = Vec::with_capacity(deck.heads.len());
    let mut cards = Vec::with_capacity(deck.heads.len());
    let kind = deck.note_type.key;
    for (at, head) in deck.heads.iter().enumerate() {
        let named = |what| [deck.seed, what, &head.id, head.lang.code(), kind];
        let parts = if deck.note_type.is_first() { 4 } else { 5 };
        let note = ids::free_number(&named("note")[..parts], &mut note_ids);
        rows.push(Row { note, at });
        // A retired note updates that of those who have it, and gives nobody else a card to learn.
        for ord in (0..i64::from(head.cards)).filter(|_| !head.retired) {
            let number = ord.to_string();
            let mut parts = named("card")[..parts].to_vec();
            parts.extend((ord > 0).then_some(number.as_str()));
            cards.push(Card {
                card: ids::free_number(&parts, &mut card_ids),
                note,
                ord,
                deck: decks.get(&head.deck).copied().unwrap_or(1),
                modified: head.modified,
                due: at as i64 + 1,
            });
        }
    }
    rows.sort_unstable_by_key(|row| row.note);
    cards.sort_unstable_by_key(|card| card.card);
    (rows, cards)
}

/// Writes the notes in the order of their ids; only a batch of them is in memory at a time.
fn notes(
    table: &mut Rows<'_>,
    deck: &Deck<'_>,
    type_id: i64,
    rows: &[Row],
    checksums: &mut Vec<[i64; 2]>,
) -> Result<(), ExportError> {
    for batch in rows.chunks(BATCH) {
        let made: Vec<(Vec<u8>, i64)> = batch.par_iter().map(|row| note_record(deck, type_id, row.at)).collect();
        for (row, (record, checksum)) in batch.iter().zip(made) {
            table.push(row.note, &record);
            checksums.push([checksum, row.note]);
        }
    }
    Ok(())
}

/// A note's record and the checksum of its first field.
fn note_record(deck: &Deck<'_>, type_id: i64, at: usize) -> (Vec<u8>, i64) {
    let head = &deck.heads[at];
    let (fields, tags) = (deck.text)(at);
    let checksum = checksum(&fields[0]);
    let sort = stripped(&fields[deck.note_type.sort_field]);
    let tags = if tags.is_empty() { String::new() } else { format!(" {} ", tags.join(" ")) };
    let fields = fields.join("\u{1f}");
    let record = record(&[
        Value::Null,
        Value::Text(&head.guid),
        Value::Int(type_id),
        Value::Int(head.modified),
        Value::Int(UNSYNCHRONISED),
        Value::Text(&tags),
        Value::Text(&fields),
        Value::numeric(&sort),
        Value::Int(checksum),
        Value::Int(0),
        Value::Text(""),
    ]);
    (record, checksum)
}

fn card_record(card: &Card) -> Vec<u8> {
    let zero = Value::Int(0);
    let mut values = vec![Value::Null, Value::Int(card.note), Value::Int(card.deck), Value::Int(card.ord)];
    values.extend([Value::Int(card.modified), Value::Int(UNSYNCHRONISED)]);
    // A new card, in the queue of new cards, and nothing that was learnt.
    values.extend([zero, zero, Value::Int(card.due)]);
    values.extend([zero; 8]);
    values.push(Value::Text(""));
    record(&values)
}

/// The records of an index over whole numbers, in its order.
fn sorted<const N: usize>(mut rows: Vec<[i64; N]>) -> Vec<Vec<u8>> {
    rows.sort_unstable();
    rows.iter().map(|row| keys(row)).collect()
}

fn keys(numbers: &[i64]) -> Vec<u8> {
    record(&numbers.iter().map(|&number| Value::Int(number)).collect::<Vec<_>>())
}

/// The id of each deck and of every deck above it.
fn decks(deck: &Deck<'_>) -> BTreeMap<String, i64> {
    let mut names = BTreeSet::new();
    for head in &deck.heads {
        if !names.contains(&head.deck) {
            names.extend(head.deck.match_indices("::").map(|(at, _)| head.deck[..at].to_owned()));
            names.insert(head.deck.clone());
        }
    }
    let mut taken = BTreeSet::new();
    names
        .into_iter()
        .map(|name| {
            let id = ids::free_number(&[deck.seed, "deck", &name], &mut taken);
            (name, id)
        })
        .collect()
}

/// The first 32 bits of the SHA-1 of a field's text: how Anki looks for duplicates.
fn checksum(html: &str) -> i64 {
    let digest = Sha1::digest(stripped(html).as_bytes());
    digest.iter().take(4).fold(0, |sum, &byte| sum << 8 | i64::from(byte))
}

/// The text of a field without tags, as Anki sorts by it.
fn stripped(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = rest[at..].split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    if !text.contains('&') {
        return text;
    }
    for (entity, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#58;", ":"),
        ("&#91;", "["),
        ("&#123;", "{"),
        ("&#125;", "}"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    text
}

/// When the collection was made: never, so that it is the same on any day.
pub(super) const CREATED: i64 = BASELINE;
