//! The collection: an SQLite database of schema 11, made in memory.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};
use sha1::{Digest, Sha1};

use super::note::Note;
use super::{BASELINE, ids, note_type};
use crate::config::Config;

const SCHEMA: &str = include_str!("schema.sql");

/// The bytes of `collection.anki2` with these notes, a card each, due in their order.
pub fn collection(notes: &[Note], config: &Config) -> rusqlite::Result<Vec<u8>> {
    let seed = config.anki_seed();
    let type_id = ids::number(&[seed, "note type"]);
    let decks = decks(notes, seed);
    let mut db = Connection::open_in_memory()?;
    db.execute_batch(SCHEMA)?;
    let transaction = db.transaction()?;
    let name = format!("{} (Passerelle)", config.deck());
    transaction.execute(
        "INSERT INTO col VALUES (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')",
        params![
            BASELINE,
            BASELINE * 1000,
            json!({ "activeDecks": [1], "curDeck": 1, "nextPos": notes.len() + 1, "sortType": "noteFld" }).to_string(),
            Value::Object(Map::from_iter([(type_id.to_string(), note_type::note_type(type_id, &name, seed))]))
                .to_string(),
            deck_rows(&decks).to_string(),
            deck_options().to_string(),
        ],
    )?;
    let (mut note_ids, mut card_ids) = (BTreeSet::new(), BTreeSet::new());
    let mut rows: Vec<(i64, i64, usize)> = notes
        .iter()
        .enumerate()
        .map(|(at, note)| {
            let named = |kind| [seed, kind, &note.id, note.lang.code()];
            let id = ids::free_number(&named("note"), &mut note_ids);
            (id, ids::free_number(&named("card"), &mut card_ids), at)
        })
        .collect();
    rows.sort_unstable();
    {
        let mut insert = transaction.prepare("INSERT INTO notes VALUES (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, ?8, 0, '')")?;
        for &(id, _, at) in &rows {
            let note = &notes[at];
            let tags = format!(" {} ", note.tags.join(" "));
            insert.execute(params![
                id,
                note.guid,
                type_id,
                note.modified,
                tags,
                note.fields.join("\u{1f}"),
                stripped(&note.fields[note_type::SORT_FIELD]),
                checksum(&note.fields[0]),
            ])?;
        }
        let mut insert = transaction
            .prepare("INSERT INTO cards VALUES (?1, ?2, ?3, 0, ?4, -1, 0, ?5, ?6, 0, 0, 0, 0, 0, 0, 0, 0, '')")?;
        rows.sort_unstable_by_key(|&(_, card, _)| card);
        // A retired question updates the note of those who have it, and gives nobody else a card to learn.
        for (note_id, id, at) in rows.into_iter().filter(|&(_, _, at)| !notes[at].retired) {
            let note = &notes[at];
            insert.execute(params![id, note_id, decks.get(&note.deck), note.modified, 0, at as i64 + 1])?;
        }
    }
    transaction.commit()?;
    Ok(db.serialize("main")?.to_vec())
}

/// The id of each deck and of every deck above it.
fn decks(notes: &[Note], seed: &str) -> BTreeMap<String, i64> {
    let mut names = BTreeSet::new();
    for note in notes {
        names.extend(note.deck.match_indices("::").map(|(at, _)| note.deck[..at].to_owned()));
        names.insert(note.deck.clone());
    }
    let mut taken = BTreeSet::new();
    names
        .into_iter()
        .map(|name| {
            let id = ids::free_number(&[seed, "deck", &name], &mut taken);
            (name, id)
        })
        .collect()
}

fn deck_rows(decks: &BTreeMap<String, i64>) -> Value {
    let row = |id: i64, name: &str| {
        let deck = json!({
            "id": id, "name": name, "mod": BASELINE, "usn": 0, "conf": 1, "desc": "", "dyn": 0, "collapsed": false,
            "browserCollapsed": false, "extendNew": 0, "extendRev": 0, "lrnToday": [0, 0], "newToday": [0, 0],
            "revToday": [0, 0], "timeToday": [0, 0],
        });
        (id.to_string(), deck)
    };
    let default = row(1, "Default");
    Value::Object(std::iter::once(default).chain(decks.iter().map(|(name, &id)| row(id, name))).collect())
}

/// Anki's own default options; they are needed to open the file and not imported.
fn deck_options() -> Value {
    json!({ "1": {
        "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true,
        "new": { "bury": false, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20 },
        "rev": { "bury": false, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2 },
        "lapse": { "delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0 },
        "dyn": false,
    } })
}

/// The first 32 bits of the SHA-1 of a field's text: how Anki looks for duplicates.
fn checksum(html: &str) -> i64 {
    let digest = Sha1::digest(stripped(html).as_bytes());
    digest.iter().take(4).fold(0, |sum, &byte| sum << 8 | i64::from(byte))
}

/// The text of a field without tags, as Anki sorts by it.
fn stripped(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    for (entity, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#91;", "["),
        ("&#123;", "{"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    text
}
