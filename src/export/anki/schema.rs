//! The tables of a collection beside its notes and cards, in both schemas.
//!
//! Schema 11 keeps note types and decks as JSON in the one row of `col`; schema 18 has a table for each, with settings as
//! Protocol Buffers, and compares names without case (the collation `unicase`, which Anki brings along).

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};
use unicase::UniCase;

use super::collection::CREATED;
use super::deck::Deck;
use super::protobuf::Message;
use super::sqlite::{Database, Value, record};
use super::{BASELINE, Format};
use crate::export::ExportError;

pub const NOTES: &str = "CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL)";
pub const CARDS: &str = "CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL)";
pub const IX_NOTES_CSUM: &str = "CREATE INDEX ix_notes_csum ON notes (csum)";
pub const IX_CARDS_NID: &str = "CREATE INDEX ix_cards_nid ON cards (nid)";
pub const IX_CARDS_SCHED: &str = "CREATE INDEX ix_cards_sched ON cards (did, queue, due)";

const COL: &str = "CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL)";
const REVLOG: &str = "CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL)";
const OLD_GRAVES: &str = "CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL)";

/// What the tables are about.
pub struct About<'a> {
    pub deck: &'a Deck<'a>,
    pub type_id: i64,
    pub decks: &'a BTreeMap<String, i64>,
    pub cards: usize,
}

/// The one row of `col`.
pub fn col(db: &mut Database, about: &About<'_>, format: Format) -> Result<(), ExportError> {
    let texts = match format {
        Format::Legacy => [
            json!({ "activeDecks": [1], "curDeck": 1, "nextPos": about.cards + 1, "sortType": "noteFld" }).to_string(),
            about.deck.note_type.json(about.type_id, about.deck.seed).to_string(),
            old_decks(about.decks).to_string(),
            old_deck_options().to_string(),
            "{}".to_owned(),
        ],
        Format::Latest => Default::default(),
    };
    let (crt, version) = (Value::Int(CREATED), if format == Format::Legacy { 11 } else { 18 });
    let milliseconds = Value::Int(CREATED * 1000);
    let mut values = vec![Value::Null, crt, milliseconds, milliseconds, Value::Int(version)];
    values.extend([Value::Int(0); 3]);
    values.extend(texts.iter().map(|text| Value::Text(text)));
    db.table("col", COL, |table| {
        table.push(1, &record(&values));
        Ok(())
    })
}

/// The tables after the notes and cards; `notes` are the ids of all notes, in order.
pub fn rest(db: &mut Database, about: &About<'_>, format: Format, notes: &[i64]) -> Result<(), ExportError> {
    empty(db, "revlog", REVLOG)?;
    db.index("ix_revlog_cid", "revlog", "CREATE INDEX ix_revlog_cid ON revlog (cid)", &[]);
    match format {
        Format::Legacy => empty(db, "graves", OLD_GRAVES),
        Format::Latest => latest(db, about, notes),
    }
}

fn empty(db: &mut Database, name: &str, sql: &str) -> Result<(), ExportError> {
    db.table(name, sql, |_| Ok(()))
}

/// What schema 18 has more.
fn latest(db: &mut Database, about: &About<'_>, notes: &[i64]) -> Result<(), ExportError> {
    let mid: Vec<Vec<u8>> = notes.iter().map(|&id| record(&[Value::Int(about.type_id), Value::Int(id)])).collect();
    db.index("idx_notes_mid", "notes", "CREATE INDEX idx_notes_mid ON notes (mid)", &mid);
    let filtered = "CREATE INDEX idx_cards_odid ON cards (odid) WHERE odid != 0";
    db.index("idx_cards_odid", "cards", filtered, &[]);
    note_type(db, about)?;
    decks(db, about.decks)?;
    let sql = "CREATE TABLE deck_config (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL)";
    db.table("deck_config", sql, |table| {
        let values = [Value::Null, Value::Text("Default"), Value::Int(0), Value::Int(0), Value::Blob(b"")];
        table.push(1, &record(&values));
        Ok(())
    })?;
    let sql = "CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL, mtime_secs integer NOT NULL, val blob NOT NULL) WITHOUT ROWID";
    let next = (about.cards + 1).to_string();
    let settings = [("activeDecks", "[1]"), ("curDeck", "1"), ("nextPos", &next), ("schedVer", "2")];
    let row = |(key, value): &(&str, &str)| {
        record(&[Value::Text(key), Value::Int(0), Value::Int(0), Value::Blob(value.as_bytes())])
    };
    db.keyed_table("config", sql, &settings.iter().map(row).collect::<Vec<_>>());
    let sql = "CREATE TABLE tags (tag text NOT NULL PRIMARY KEY COLLATE unicase, usn integer NOT NULL, collapsed boolean NOT NULL, config blob NULL) WITHOUT ROWID";
    db.keyed_table("tags", sql, &[]);
    let sql = "CREATE TABLE graves (oid integer NOT NULL, type integer NOT NULL, usn integer NOT NULL, PRIMARY KEY (oid, type)) WITHOUT ROWID";
    db.keyed_table("graves", sql, &[]);
    db.index("idx_graves_pending", "graves", "CREATE INDEX idx_graves_pending ON graves (usn)", &[]);
    Ok(())
}

fn note_type(db: &mut Database, about: &About<'_>) -> Result<(), ExportError> {
    let (kind, id) = (&about.deck.note_type, Value::Int(about.type_id));
    let changed = Value::Int(kind.changed);
    let sql = "CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL)";
    let config = kind.message();
    db.table("notetypes", sql, |table| {
        let values = [Value::Null, Value::Text(&kind.name), changed, Value::Int(0), Value::Blob(&config)];
        table.push(about.type_id, &record(&values));
        Ok(())
    })?;
    let by_name = "CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name)";
    db.index("idx_notetypes_name", "notetypes", by_name, &[record(&[Value::Text(&kind.name), id])]);
    let by_usn = "CREATE INDEX idx_notetypes_usn ON notetypes (usn)";
    db.index("idx_notetypes_usn", "notetypes", by_usn, &[record(&[Value::Int(0), id])]);

    let fields = kind.field_messages(about.deck.seed);
    let sql = "CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID";
    let row = |(ord, (name, config)): (i64, &(String, Vec<u8>))| {
        record(&[id, Value::Int(ord), Value::Text(name), Value::Blob(config)])
    };
    db.keyed_table("fields", sql, &(0..).zip(&fields).map(row).collect::<Vec<_>>());
    let sql = "CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid)";
    db.index("idx_fields_name_ntid", "fields", sql, &names(fields.iter().map(|(name, _)| name.as_str()), id));

    let templates = kind.template_messages(about.deck.seed);
    let sql = "CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID";
    let row = |(ord, (name, config)): (i64, &(String, Vec<u8>))| {
        record(&[id, Value::Int(ord), Value::Text(name), changed, Value::Int(0), Value::Blob(config)])
    };
    db.keyed_table("templates", sql, &(0..).zip(&templates).map(row).collect::<Vec<_>>());
    let sql = "CREATE UNIQUE INDEX idx_templates_name_ntid ON templates (name, ntid)";
    db.index("idx_templates_name_ntid", "templates", sql, &names(templates.iter().map(|(name, _)| name.as_str()), id));
    let rows: Vec<Vec<u8>> =
        (0..templates.len() as i64).map(|ord| record(&[Value::Int(0), id, Value::Int(ord)])).collect();
    db.index("idx_templates_usn", "templates", "CREATE INDEX idx_templates_usn ON templates (usn)", &rows);
    Ok(())
}

/// The records of an index over the names in one note type, in the order of the collation.
fn names<'n>(names: impl Iterator<Item = &'n str>, note_type: Value<'_>) -> Vec<Vec<u8>> {
    let mut rows: Vec<(UniCase<&str>, i64)> = names.map(UniCase::new).zip(0..).collect();
    rows.sort();
    rows.iter().map(|(name, ord)| record(&[Value::Text(name), note_type, Value::Int(*ord)])).collect()
}

fn decks(db: &mut Database, decks: &BTreeMap<String, i64>) -> Result<(), ExportError> {
    // Levels are separated by a control character here.
    let mut rows: Vec<(i64, String)> = decks.iter().map(|(name, &id)| (id, name.replace("::", "\u{1f}"))).collect();
    rows.push((1, "Default".to_owned()));
    rows.sort_unstable();
    let sql = "CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL)";
    let normal = Message::new().bytes(1, &Message::new().number(1, 1).done()).done();
    db.table("decks", sql, |table| {
        for (id, name) in &rows {
            let (changed, blob) = (Value::Int(BASELINE), Value::Blob(&normal));
            table.push(*id, &record(&[Value::Null, Value::Text(name), changed, Value::Int(0), Value::Blob(b""), blob]));
        }
        Ok::<_, ExportError>(())
    })?;
    let mut names: Vec<(UniCase<&str>, i64)> =
        rows.iter().map(|(id, name)| (UniCase::new(name.as_str()), *id)).collect();
    names.sort();
    let entries: Vec<Vec<u8>> = names.iter().map(|(name, id)| record(&[Value::Text(name), Value::Int(*id)])).collect();
    db.index("idx_decks_name", "decks", "CREATE UNIQUE INDEX idx_decks_name ON decks (name)", &entries);
    Ok(())
}

/// The decks of schema 11.
fn old_decks(decks: &BTreeMap<String, i64>) -> Json {
    let row = |id: i64, name: &str| {
        let deck = json!({
            "id": id, "name": name, "mod": BASELINE, "usn": 0, "conf": 1, "desc": "", "dyn": 0, "collapsed": false,
            "browserCollapsed": false, "extendNew": 0, "extendRev": 0, "lrnToday": [0, 0], "newToday": [0, 0],
            "revToday": [0, 0], "timeToday": [0, 0],
        });
        (id.to_string(), deck)
    };
    let default = row(1, "Default");
    Json::Object(std::iter::once(default).chain(decks.iter().map(|(name, &id)| row(id, name))).collect::<Map<_, _>>())
}

/// Anki's own default options in schema 11; they are needed to open the file and not imported.
fn old_deck_options() -> Json {
    json!({ "1": {
        "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true,
        "new": { "bury": false, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20 },
        "rev": { "bury": false, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2 },
        "lapse": { "delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0 },
        "dyn": false,
    } })
}
