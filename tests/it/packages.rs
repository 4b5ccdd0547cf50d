//! Packages as the program writes them: the same bytes, what the lock fixes, what is refused, what they change.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output};

use rusqlite::Connection;
use serde_json::Value;

use crate::cli::{passerelle, project, run, stderr, stdout};

fn export(folder: &Path, day: u64, args: &[&str]) -> Output {
    let now = (1_735_689_600 + day * 86_400).to_string();
    let mut command = passerelle(folder);
    command.args(["export", "anki"]).args(args).env("SOURCE_DATE_EPOCH", now).output().expect("the program runs")
}

/// Exports, and it must go well.
fn made(folder: &Path, day: u64, args: &[&str]) -> Vec<u8> {
    let output = export(folder, day, &[args, &["-o", "out.apkg"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    fs::read(folder.join("out.apkg")).expect("a package")
}

/// Exports over a package that must stay as it is, and says why it cannot.
fn refused(folder: &Path, args: &[&str], words: &[&str]) {
    let old = fs::read(folder.join("out.apkg")).ok();
    let lock = fs::read(folder.join("passerelle.lock")).ok();
    let output = export(folder, 9, args);
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(!told.contains("panicked") && !told.contains("{failure"), "{told}");
    words.iter().for_each(|word| assert!(told.contains(word), "{word:?} is missing in: {told}"));
    assert!(told.contains("help:"), "what to do: {told}");
    assert_eq!(fs::read(folder.join("out.apkg")).ok(), old, "the old package is whole");
    assert_eq!(fs::read(folder.join("passerelle.lock")).ok(), lock, "nothing is recorded of what was not written");
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, text).expect("a file");
}

/// The collection in a package of the older format.
fn collection(package: &[u8]) -> Connection {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(package)).expect("a zip");
    let mut database = Vec::new();
    zip.by_name("collection.anki2").expect("a database").read_to_end(&mut database).expect("bytes");
    let mut db = Connection::open_in_memory().expect("a database");
    db.deserialize_read_exact("main", database.as_slice(), database.len(), true).expect("a collection");
    db
}

/// The names of the decks in a package.
fn decks(package: &[u8]) -> Vec<String> {
    let decks: String = collection(package).query_row("SELECT decks FROM col", [], |row| row.get(0)).expect("decks");
    let decks: Value = serde_json::from_str(&decks).expect("JSON");
    let mut names: Vec<String> = decks
        .as_object()
        .expect("decks")
        .values()
        .map(|deck| deck["name"].as_str().expect("a name").to_owned())
        .collect();
    names.sort();
    names
}

/// When the note of an entry last changed.
fn modified(package: &[u8], id: &str) -> i64 {
    let sql = "SELECT mod FROM notes WHERE flds LIKE ?1 || char(31) || '%'";
    collection(package).query_row(sql, [id], |row| row.get(0)).expect("a note")
}

#[test]
fn the_same_content_gives_the_same_package_on_any_day_and_any_number_of_threads() {
    let folder = project();
    for args in [
        &["--format", "legacy"][..],
        &["--format", "latest"],
        &["--cards", "terms"],
        &["--cards", "cloze", "--format", "latest"],
    ] {
        let first = made(folder.path(), 1, args);
        assert!(first == made(folder.path(), 2, &[args, &["--jobs", "1"]].concat()), "{args:?}");
        assert!(first == made(folder.path(), 3, &[args, &["--jobs", "7"]].concat()), "{args:?}");
        assert_eq!(export(folder.path(), 4, &[args, &["--locked", "-o", "out.apkg"]].concat()).status.code(), Some(0));
    }
}

#[test]
fn only_a_note_that_shows_something_else_has_a_new_time() {
    let folder = project();
    let first = made(folder.path(), 1, &[]);
    let locked = |code: i32| {
        let output = export(folder.path(), 5, &["--locked", "-o", "out.apkg"]);
        assert_eq!(output.status.code(), Some(code), "{}", stderr(&output));
    };
    // Another place, another address of the site: not a word of the card is another.
    fs::rename(folder.path().join("content/fr/idempotence.md"), folder.path().join("content/fr/autre.md"))
        .expect("moved");
    let moved = made(folder.path(), 2, &["--base-url", "https://example.org/"]);
    assert_eq!(modified(&moved, "idempotence"), modified(&first, "idempotence"));
    let text = fs::read_to_string(folder.path().join("content/fr/autre.md")).expect("a document");
    write(folder.path(), "content/fr/autre.md", &text.replace("répétée", "rejouée"));
    locked(2);
    let edited = made(folder.path(), 3, &[]);
    locked(0);
    let day = |day: i64| 1_735_689_600 + day * 86_400;
    assert_eq!(modified(&edited, "idempotence"), day(3));
    // It is shown in the other language's note, which is therefore another too.
    assert_eq!(modified(&edited, "idempotency"), day(3));
    assert_eq!(modified(&made(folder.path(), 4, &[]), "idempotence"), day(3), "the release that first shipped it");
    fs::remove_file(folder.path().join("content/fr/autre.md")).expect("removed");
    let removed = made(folder.path(), 6, &[]);
    assert_eq!(modified(&removed, "idempotence"), day(6));
    write(folder.path(), "content/fr/autre.md", &text);
    assert_eq!(modified(&made(folder.path(), 7, &[]), "idempotence"), day(7), "back again");
}

#[test]
fn decks_keep_the_names_that_they_were_published_under() {
    let folder = project();
    write(
        folder.path(),
        "content/en/two.md",
        "---\nid: two\nlang: en\ntopic: APIs\n---\n# What is a two?\n\nAn even prime.\n",
    );
    write(
        folder.path(),
        "content/en/log.md",
        "---\nid: log\nlang: en\ntopic: Logs\n---\n# What is a log?\n\nA list of events.\n",
    );
    let first = decks(&made(folder.path(), 1, &[]));
    assert!(first.contains(&"Essai::English::APIs".to_owned()), "{first:?}");
    // A topic that has another title is the old deck; a question that moves goes to its new topic's.
    for name in ["idempotency", "two"] {
        let path = folder.path().join(format!("content/en/{name}.md"));
        let text = fs::read_to_string(&path).expect("a document");
        fs::write(&path, text.replace("topic: APIs", "topic: Interfaces")).expect("a file");
    }
    write(folder.path(), "passerelle.yaml", "title: Autre titre\n");
    assert_eq!(decks(&made(folder.path(), 2, &[])), first);
    let text = fs::read_to_string(folder.path().join("content/en/two.md")).expect("a document");
    write(folder.path(), "content/en/two.md", &text.replace("topic: Interfaces", "topic: Logs"));
    let moved = made(folder.path(), 3, &[]);
    assert_eq!(decks(&moved), first);
    let sql =
        "SELECT count(DISTINCT did) FROM cards JOIN notes ON notes.id = nid WHERE flds LIKE 'two%' OR flds LIKE 'log%'";
    assert_eq!(collection(&moved).query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a count"), 1);
}

#[test]
fn a_report_says_what_learners_will_see() {
    let folder = project();
    write(folder.path(), "content/en/two.md", "---\nid: two\nlang: en\n---\n# What is a two?\n\nAn even prime.\n");
    for format in ["legacy", "latest"] {
        write(folder.path(), "content/en/old.md", "---\nid: old\nlang: en\n---\n# What was old?\n\nA word.\n");
        fs::remove_file(folder.path().join("passerelle.lock")).ok();
        made(folder.path(), 1, &["--format", format]);
        fs::rename(folder.path().join("out.apkg"), folder.path().join("old.apkg")).expect("kept");
        fs::remove_file(folder.path().join("content/en/old.md")).expect("removed");
        write(
            folder.path(),
            "content/en/two.md",
            "---\nid: two\nlang: en\n---\n# What is a two?\n\nThe only even prime.\n",
        );
        write(folder.path(), "content/en/new.md", "---\nid: new\nlang: en\n---\n# What is a novelty?\n\nA surprise.\n");
        let lock = fs::read(folder.path().join("passerelle.lock")).expect("a lock");
        let report = export(folder.path(), 2, &["--against", "old.apkg"]);
        assert_eq!(report.status.code(), Some(0), "{}", stderr(&report));
        let expected = "1 new note\n  en  new\n1 updated note, its schedule kept\n  en  two  Answer\n1 retired note\n  \
                        en  old  Answer, Source, Retired, Tags\n2 unchanged notes\n";
        assert_eq!(stdout(&report), expected);
        assert!(!folder.path().join("out.apkg").exists(), "a report writes no package");
        assert_eq!(fs::read(folder.path().join("passerelle.lock")).expect("a lock"), lock);
        let french = run(folder.path(), &["--locale", "fr", "export", "anki", "--against", "old.apkg", "--lang", "en"]);
        assert!(
            stdout(&french).contains("1 nouvelle note\n") && stdout(&french).contains("1 note inchangée\n"),
            "{}",
            stdout(&french)
        );
        assert!(stdout(&french).contains("1 note qui n’est que dans l’ancien paquet"), "{}", stdout(&french));
        let records =
            export(folder.path(), 2, &["--against", "old.apkg", "--report-format", "jsonl", "-o", "out.apkg"]);
        let records: Vec<Value> =
            stdout(&records).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(records.len(), 5);
        assert_eq!(
            records[1],
            serde_json::json!({"id": "two", "lang": "en", "effect": "updated", "fields": ["Answer"]})
        );
        assert!(folder.path().join("out.apkg").exists());
        fs::remove_file(folder.path().join("out.apkg")).expect("a package");
        write(folder.path(), "content/en/two.md", "---\nid: two\nlang: en\n---\n# What is a two?\n\nAn even prime.\n");
        fs::remove_file(folder.path().join("content/en/new.md")).expect("removed");
    }
    write(folder.path(), "broken.apkg", "PK");
    refused(folder.path(), &["--against", "broken.apkg"], &["broken.apkg", "not an Anki package"]);
}

#[test]
fn what_cannot_be_written_leaves_the_old_package() {
    let folder = project();
    made(folder.path(), 1, &[]);
    write(
        folder.path(),
        "content/fr/idempotence.md",
        "---\nid: idempotence\nlang: fr\n---\n# Qu'est-ce que l'idempotence ?\n\nAutre.\n",
    );
    refused(
        folder.path(),
        &["-o", "no/such/out.apkg"],
        &["no/such/out.apkg", "the folder no/such does not exist", "mkdir"],
    );
    for (config, place, words) in [
        ("anki: {deck: 'A::B'}\n", "passerelle.yaml", "A::B"),
        ("anki:\n  deck: \"A\\u0007B\"\n", "passerelle.yaml:2:3", "anki.deck"),
        ("anki:\n  seed: ''\n", "passerelle.yaml:2:3", "anki.seed"),
        ("anki: {seed: other}\n", "passerelle.lock", "other"),
    ] {
        write(folder.path(), "passerelle.yaml", config);
        refused(folder.path(), &["-o", "out.apkg"], &[place, words]);
    }
    write(folder.path(), "passerelle.yaml", "");
    write(
        folder.path(),
        "content/fr/double.md",
        "---\nid: idempotence\nlang: fr\n---\n# Et puis quoi encore ?\n\nRien.\n",
    );
    refused(folder.path(), &["-o", "out.apkg"], &["content/fr/", ":2:", "“idempotence”", "another id"]);
    refused(folder.path(), &["-o", "out.apkg", "--locked"], &["idempotence"]);
}

#[test]
fn a_lock_of_another_collection_is_refused() {
    let folder = project();
    made(folder.path(), 1, &[]);
    fs::remove_dir_all(folder.path().join("content")).expect("removed");
    write(folder.path(), "content/en/a.md", "# What is a kernel?\n\nA seed.\n\n# What is a shell?\n\nA hull.\n");
    refused(folder.path(), &["-o", "out.apkg"], &["passerelle.lock", "another collection", "remove"]);
    let built = run(folder.path(), &["build"]);
    assert_eq!(built.status.code(), Some(2), "{}", stderr(&built));
    assert!(!folder.path().join("public").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_package() {
    let folder = project();
    write(
        folder.path(),
        "content/en/long.md",
        &format!(
            "# What is noise?\n\n{}\n",
            (0..9_000u64).map(|n| format!("{:x} ", n.wrapping_mul(0x9e37_79b9_7f4a_7c15))).collect::<String>()
        ),
    );
    let full = export(folder.path(), 1, &["-o", "/dev/full"]);
    assert_eq!(full.status.code(), Some(2));
    assert!(stderr(&full).contains("/dev/full") && stderr(&full).contains("the disk is full"), "{}", stderr(&full));
    assert!(!folder.path().join("passerelle.lock").exists(), "what was not written was not released");
    fs::create_dir(folder.path().join("disk")).expect("a folder");
    let script = "set -e; mount -t tmpfs -o size=60k none disk; echo old >disk/out.apkg; rc=0; \
                  \"$0\" export anki -o disk/out.apkg || rc=$?; echo rc $rc; ls -A disk; cat disk/out.apkg";
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script, env!("CARGO_BIN_EXE_passerelle")])
        .current_dir(folder.path())
        .env("LC_ALL", "C")
        .output();
    let Ok(output) = output else { return };
    if stdout(&output).contains("rc ") {
        assert_eq!(stdout(&output), "rc 2\nout.apkg\nold\n", "{}", stderr(&output));
        assert!(stderr(&output).contains("the disk is full"), "{}", stderr(&output));
    }
}
