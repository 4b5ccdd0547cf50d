//! A later note type: a spare field that is in use, and another template.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use rusqlite::Connection;
use serde_json::Value;

/// The package in which the first spare field has a name, a place on the card and a text in one note.
pub fn in_use(package: &Path, id: &str) {
    let mut zip = zip::ZipArchive::new(Cursor::new(fs::read(package).expect("a package"))).expect("a zip");
    let mut database = Vec::new();
    zip.by_name("collection.anki2").expect("a database").read_to_end(&mut database).expect("bytes");
    let mut db = Connection::open_in_memory().expect("a database");
    db.deserialize_read_exact("main", database.as_slice(), database.len(), false).expect("a collection");
    let models: String = db.query_row("SELECT models FROM col", [], |row| row.get(0)).expect("note types");
    let mut models: Value = serde_json::from_str(&models).expect("JSON");
    let kind = models.as_object_mut().expect("an object").values_mut().next().expect("a note type");
    let spare = kind["flds"].as_array().expect("fields").iter().position(|field| field["name"] == "Spare1");
    let spare = spare.expect("a spare field");
    kind["flds"][spare]["name"] = "Diagram".into();
    let back = kind["tmpls"][0]["afmt"].as_str().expect("a template").to_owned();
    kind["tmpls"][0]["afmt"] = (back + "{{#Diagram}}<aside>{{Diagram}}</aside>{{/Diagram}}").into();
    kind["mod"] = (kind["mod"].as_i64().expect("a time") + 1000).into();
    db.execute("UPDATE col SET models = ?1", [models.to_string()]).expect("note types");
    let notes: Vec<(i64, String)> = {
        let mut query = db.prepare("SELECT id, flds FROM notes").expect("notes");
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        rows.map(|row| row.expect("a row")).collect()
    };
    let (note, fields) = notes.iter().find(|(_, fields)| fields.split('\u{1f}').next() == Some(id)).expect("the note");
    let mut fields: Vec<&str> = fields.split('\u{1f}').collect();
    fields[spare] = "box and arrows";
    let values = rusqlite::params![fields.join("\u{1f}"), note];
    db.execute("UPDATE notes SET flds = ?1, mod = 1767225600 WHERE id = ?2", values).expect("the note");
    let mut out = zip::ZipWriter::new(fs::File::create(package).expect("a package"));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in
        [("collection.anki2", db.serialize("main").expect("bytes").to_vec()), ("media", b"{}".to_vec())]
    {
        out.start_file(name, stored).expect("a member");
        out.write_all(&bytes).expect("bytes");
    }
    out.finish().expect("a zip");
}
