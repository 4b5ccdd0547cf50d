//! Tables for spreadsheets and for Anki's text import.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use passerelle::config::Config;
use passerelle::export::{CsvForm, CsvReader, ExportOptions, Fingerprint, exporter, notes};
use passerelle::i18n::Lang;
use passerelle::identity::Lock;
use passerelle::link::Library;
use passerelle::normalise::Entry;
use passerelle::pipeline::{Choice, Collection, Input, collect};
use passerelle::source::Source;
use serde_json::{Value, json};

use super::{Setting, entry, library, read_back, same_entry};
use crate::anki::clients;

fn table(setting: &Setting, library: &Library, csv: CsvForm) -> Vec<u8> {
    let options = ExportOptions { csv, ..setting.options() };
    (exporter("csv").expect("csv").run)(library, &options).expect("a table")
}

const ANKI: CsvForm = CsvForm { reader: CsvReader::Anki, bom: false, exact: false };

#[test]
fn cells_hold_the_exact_text_but_for_the_apostrophe_before_formulas() {
    let (library, setting) = (library(), Setting::new());
    for exact in [false, true] {
        let bytes = table(&setting, &library, CsvForm { exact, ..CsvForm::default() });
        assert!(bytes.starts_with(b"id,lang,kind,question,context,answer,status,section,difficulty,"));
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), library.entries.len());
        for (row, entry) in rows.iter().zip(&library.entries) {
            let answer = entry.answer.clone().unwrap_or_default();
            assert_eq!(row["question"], entry.question);
            assert_eq!(row["tags"], entry.tags.join(";"));
            let guarded = !exact && answer.starts_with('=');
            assert_eq!(row["answer"], if guarded { format!("'{answer}") } else { answer });
            assert_eq!(Fingerprint::parse(&row["fingerprint"]), Some(Fingerprint::of(entry)));
        }
        assert_eq!(rows[3]["section"], r#"["C++ :: \"std\"","a; b"]"#);
        assert_eq!(rows[3]["tags"], "one;two words");
    }
}

/// What French Excel makes of a table: a mark, semicolons, its own line ends.
fn as_excel_saves(bytes: &[u8], delimiter: u8) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut writer =
        csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in reader.records() {
        writer.write_record(&row.expect("a row")).expect("a row");
    }
    String::from_utf8(writer.into_inner().expect("a table")).expect("UTF-8")
}

#[test]
fn a_table_that_comes_back_from_a_spreadsheet_is_a_source_without_loss() {
    let (mut library, setting) = (library(), Setting::new());
    for start in ["- item\n- item", "+1", "@home", "'=quoted", "'tis", "-x", "\t=1"] {
        library.entries.push(entry(&format!("cell-{}", library.entries.len()), Lang::En, "What is it?", Some(start)));
    }
    for (bom, delimiter) in [(false, b','), (true, b';'), (true, b'\t')] {
        let bytes = table(&setting, &library, CsvForm { bom, ..CsvForm::default() });
        assert_eq!(bytes.starts_with(b"\xef\xbb\xbf"), bom);
        let text = format!("{}{}", if bom { "\u{feff}" } else { "" }, {
            let bytes = table(&setting, &library, CsvForm::default());
            as_excel_saves(&bytes, delimiter)
        });
        for name in ["all.csv", "all.txt"] {
            let back: Vec<Entry> = read_back(name, text.clone());
            assert_eq!(back.len(), library.entries.len());
            back.iter().zip(&library.entries).for_each(|(back, entry)| same_entry(back, entry));
        }
    }
}

#[test]
fn no_line_of_the_table_for_anki_is_taken_for_a_comment() {
    let (mut library, setting) = (library(), Setting::new());
    library.entries.push(entry("sharp", Lang::En, "# What is a comment?", Some("#one\n#two\n\n```sh\n# three\n```")));
    let bytes = table(&setting, &library, ANKI);
    let text = String::from_utf8(bytes).expect("UTF-8");
    let head: Vec<&str> = text.lines().take(7).collect();
    let expected = ["separator:tab", "html:true", "if matches:update current", "guid column:1", "notetype column:2"];
    assert_eq!(
        head,
        expected
            .map(|line| format!("#{line}"))
            .iter()
            .map(String::as_str)
            .chain(["#deck column:3", "#tags column:20"])
            .collect::<Vec<_>>()
    );
    let body = text.split_inclusive('\n').skip(7).collect::<String>();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .comment(Some(b'#'))
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let notes = notes(&library, &setting.options());
    assert_eq!(rows.len(), notes.len());
    for (row, note) in rows.iter().zip(&notes) {
        assert_eq!((&row[0], &row[2]), (note.guid.as_str(), note.deck.as_str()));
        assert_eq!(
            row.iter().skip(3).take(note.fields.len()).collect::<Vec<_>>(),
            note.fields.iter().collect::<Vec<_>>()
        );
        assert!(!row[3].is_empty());
        assert_eq!(row[19], note.tags.join(" "));
    }
}

/// What Anki makes of a package and of the tables that follow it.
fn import(python: &Path, package: &[u8], tables: &[Vec<u8>]) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: String, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    };
    let package = file("deck.apkg".to_owned(), package);
    let tables = tables.iter().enumerate().map(|(at, bytes)| file(format!("{at}.csv"), bytes));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anki/table.py");
    let out = Command::new(python).arg(script).arg(package).args(tables).output().expect("Python runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("a report")
}

#[test]
fn anki_takes_the_table_as_an_update_of_the_package() {
    for python in clients() {
        updates_by_table(&python);
    }
}

fn updates_by_table(python: &Path) {
    let (mut library, mut setting) = (library(), Setting::new());
    let hostile = "$x$ \\(y\\) {{x}} {{c1::y}} }} [sound:x.mp3] [latex]z[/latex] `<script>` ::a \"q\" 'q' 🦀 a\0b\tc";
    library.entries.push(entry(
        "hostile",
        Lang::En,
        &format!("What is {hostile}?"),
        Some(&format!("# {hostile}\n\n{hostile}")),
    ));
    let package = setting.export("anki", &library);
    let first = table(&setting, &library, ANKI);

    library.entries[1].answer = Some("Only now the *same* request.".to_owned());
    library.entries.push(entry("brand-new", Lang::Fr, "Et ceci ?", Some("#nouveau\n\n- =1+1")));
    for id in ["idempotency", "brand-new"] {
        setting.releases.insert(id.to_owned(), 1_800_000_000);
    }
    let second = table(&setting, &library, CsvForm { bom: true, ..ANKI });
    let report = import(python, &package, &[first, second.clone(), second]);

    let states = report["states"].as_array().expect("states");
    let imports = report["imports"].as_array().expect("imports");
    let metadata =
        json!({"delimiter": 0, "html": true, "guid": 1, "notetype": 2, "deck": 3, "tags": 20, "resolution": 0});
    let none = ["conflicting", "first_field_match", "missing_notetype", "missing_deck", "empty_first_field"];
    for import in imports {
        assert_eq!(import["metadata"], metadata);
        none.iter().for_each(|kind| assert_eq!(import[kind], json!([]), "{kind}"));
    }
    // The learner's own tag is the only thing in which the collection differs from the first table.
    assert_eq!(imports[0]["new"], json!([]));
    assert_eq!(imports[0]["updated"], json!(["idempotency"]), "{:#}", imports[0]);
    // The counterpart shows the new answer too.
    assert_eq!(imports[1]["updated"], json!(["idempotence", "idempotency"]));
    assert_eq!(imports[1]["new"], json!(["brand-new"]));
    assert_eq!(
        (&imports[2]["new"], &imports[2]["updated"]),
        (&json!([]), &json!([])),
        "the same table changes nothing"
    );
    assert_eq!(report["integrity"], json!([]));
    let expected = notes(&library, &setting.options());
    assert_eq!(report["notes"], expected.len());

    let (before, after) = (&states[1], &states[3]);
    for note in &expected {
        let card = &after[&note.id];
        assert_eq!(card["fields"], json!(note.fields), "{}", note.id);
        assert_eq!(card["deck"], note.deck);
        if note.id != "brand-new" {
            assert_eq!(card["schedule"], before[&note.id]["schedule"], "{}", note.id);
        }
        if !["idempotence", "idempotency", "brand-new"].contains(&note.id.as_str()) {
            assert_eq!(card, &before[&note.id], "{}", note.id);
        }
    }
    assert_eq!(after["brand-new"]["tags"], json!(expected.last().expect("a note").tags));
    let shown = after["hostile"]["question"].as_str().expect("a card");
    for part in ["$x$", "&#123;{x}}", "&#91;sound:x.mp3]", "&#91;latex]z", "&lt;script&gt;", "::a", "🦀"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}

#[test]
fn a_learners_own_tags_survive_a_table_in_which_their_notes_did_not_change() {
    let (library, mut setting) = (library(), Setting::new());
    let package = setting.export("anki", &library);
    setting.releases.insert("texte".to_owned(), 1_800_000_000);
    for python in clients() {
        let report = import(&python, &package, &[table(&setting, &library, ANKI)]);
        assert_eq!(report["imports"][0]["updated"], json!([]));
        assert_eq!(report["states"][0], report["states"][1]);
        let tags = report["states"][1]["idempotency"]["tags"].to_string();
        assert!(tags.contains("my-own") && tags.contains("lang::en"), "{tags}");
    }
}

#[test]
fn what_joins_a_published_collection_comes_with_its_tags() {
    let read = |text: &str, lock: Lock, now: i64| {
        collect(Input { sources: vec![Source::new("a.md", "a.md", text)], lock, now, ..Input::default() })
    };
    let tagged = |collection: &Collection| -> Vec<bool> {
        let choice = Choice { csv: ANKI, ..Choice::default() };
        let bytes = collection.export(&Config::default(), exporter("csv").expect("csv"), &choice).expect("a table");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let body: String = text.split_inclusive('\n').skip(7).collect();
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(body.as_bytes());
        reader.records().map(|row| row.expect("a row").len() == 20).collect()
    };
    let first = read("## A\n\n### What is one?\n\nOne.\n\n### What is two?\n\nTwo.\n", Lock::default(), 1_800_000_000);
    assert_eq!(tagged(&first), [true, true]);
    let text = "## A\n\n### What is one?\n\nOne.\n\n### What is two?\n\nTwo!\n\n### What is three?\n\nThree.\n";
    let second = read(text, first.lock.clone(), 1_800_001_000);
    assert_eq!(tagged(&second), [false, true, true]);
    assert_eq!(tagged(&read(text, second.lock, 1_900_000_000)), [false, true, true], "on any later day");
}
