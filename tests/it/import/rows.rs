//! Rows that are not simply edits: new ones, lost ones, ones whose source has moved on, ones that a program damaged.

use std::path::Path;
use std::process::{Command, Output};

use passerelle::identity::Lock;
use passerelle::import::Plan;

use super::{Row, carried_out, planned, read, sources, table};

const DOCUMENT: (&str, &str) = (
    "content/en/pair.md",
    "---\ntopic: Caches\ndifficulty: beginner\n---\n\n## What is a cache?\n\nA copy → near.\n\n## What is a miss?\n\nNo copy.\n\n## What is a hit?\n\nA copy.\n",
);

fn keys(plan: &Plan) -> Vec<&'static str> {
    plan.remarks.iter().map(|remark| remark.key).collect()
}

fn edit(rows: &mut [Row], id: &str, column: &str, value: &str) {
    rows.iter_mut().find(|row| row["id"] == id).expect("a row").insert(column.to_owned(), value.to_owned());
}

#[test]
fn a_source_that_changed_too_is_a_conflict_and_keeps_its_text() {
    let lock = Lock::default();
    let mut rows = table(&read(sources(&[DOCUMENT]), lock.clone()));
    edit(&mut rows, "what-is-a-cache", "answer", "A copy that is near.");
    edit(&mut rows, "what-is-a-miss", "answer", "There is no copy.");
    let text = DOCUMENT.1.replace("A copy → near.", "A near copy.").replace("A copy.\n", "The copy was there.\n");
    let collection = read(sources(&[(DOCUMENT.0, &text)]), lock.clone());
    let plan = planned(&collection, &lock, &rows);
    // Of the third, only the source changed: its row is just older.
    assert_eq!(keys(&plan), ["conflict"]);
    assert_eq!((plan.remarks[0].path.as_str(), plan.remarks[0].line, plan.remarks[0].open), (DOCUMENT.0, 6, true));
    assert_eq!(plan.edited[0].text, text.replace("No copy.", "There is no copy."));
    // Whoever makes the same change in both has no conflict.
    edit(&mut rows, "what-is-a-cache", "answer", "A near copy.");
    assert_eq!(planned(&collection, &lock, &rows).remarks, []);
    // Without fingerprints nobody can tell, and the table counts.
    rows.iter_mut().for_each(|row| drop(row.remove("fingerprint")));
    let plan = planned(&collection, &lock, &rows);
    assert!(plan.edited[0].text.contains("\nA copy.\n"), "{}", plan.edited[0].text);
}

#[test]
fn a_change_that_all_rows_share_is_made_once_and_one_row_alone_is_refused() {
    let lock = Lock::default();
    let collection = read(sources(&[DOCUMENT]), lock.clone());
    let mut rows = table(&collection);
    edit(&mut rows, "what-is-a-miss", "difficulty", "advanced");
    let plan = planned(&collection, &lock, &rows);
    assert_eq!((keys(&plan), plan.edited.len()), (vec!["misread"], 0));
    assert!(plan.remarks[0].args.contains(&("why", "other".to_owned())), "{:?}", plan.remarks);
    for id in ["what-is-a-cache", "what-is-a-hit"] {
        edit(&mut rows, id, "difficulty", "advanced");
    }
    let plan = planned(&collection, &lock, &rows);
    assert_eq!((keys(&plan), plan.count.placed), (vec![], 3));
    assert_eq!(plan.edited[0].text, DOCUMENT.1.replace("difficulty: beginner", "difficulty: advanced"));
}

#[test]
fn rows_that_come_and_go_delete_nothing() {
    let lock = Lock::default();
    let collection = read(sources(&[DOCUMENT]), lock.clone());
    let rows = table(&collection);
    let mut new = rows[0].clone();
    new.values_mut().for_each(String::clear);
    new.insert("question".to_owned(), "What is new?".to_owned());
    let mut unknown = rows[0].clone();
    unknown.insert("id".to_owned(), "what-is-a-casche".to_owned());
    let mut empty = rows[2].clone();
    empty.insert("question".to_owned(), String::new());
    let plan = planned(&collection, &lock, &[rows[0].clone(), rows[0].clone(), new, unknown, empty]);
    let mut found = keys(&plan);
    found.sort_unstable();
    assert_eq!(found, ["new", "no-question", "row-twice", "unknown"]);
    assert_eq!((plan.edited.len(), plan.new.len(), plan.count.missing), (0, 2, 1));
}

#[test]
fn a_value_that_means_nothing_is_told_and_a_lost_column_is_not() {
    let lock = Lock::default();
    let collection = read(sources(&[DOCUMENT]), lock.clone());
    let mut rows = table(&collection);
    rows.iter_mut().for_each(|row| drop(row.remove("answer")));
    edit(&mut rows, "what-is-a-hit", "difficulty", "purple");
    edit(&mut rows, "what-is-a-miss", "kind", "quiz");
    let plan = planned(&collection, &lock, &rows);
    assert_eq!((keys(&plan), plan.edited.len()), (vec!["no-value", "no-value"], 0));
}

#[test]
fn a_question_reworded_with_its_answer_keeps_its_id() {
    let first = read(sources(&[DOCUMENT]), Lock::default());
    for lock in [Lock::default(), first.lock.clone()] {
        let collection = read(sources(&[DOCUMENT]), lock.clone());
        let mut rows = table(&collection);
        edit(&mut rows, "what-is-a-miss", "question", "Why would nobody find it?");
        edit(&mut rows, "what-is-a-miss", "answer", "Everything here is other words.");
        let plan = planned(&collection, &lock, &rows);
        assert!(plan.lock.is_some());
        let after = carried_out(&collection, &lock, &plan);
        let entry = after.library.entries.iter().find(|entry| entry.id == "what-is-a-miss").expect("its id");
        assert_eq!(entry.question, "Why would nobody find it?");
        assert_eq!(after.library.entries.len(), 3);
    }
}

fn passerelle(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_passerelle"))
        .args(args)
        .args(["--locale", "en"])
        .current_dir(folder)
        .output()
        .expect("it runs")
}

/// A project with one document.
fn project(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir_all(folder.path().join("content/en")).expect("a folder");
    std::fs::write(folder.path().join("passerelle.yaml"), "title: T\n").expect("a file");
    std::fs::write(folder.path().join(DOCUMENT.0), text).expect("a file");
    folder
}

#[test]
fn import_shows_the_diff_and_writes_only_when_asked() {
    let text = format!("\u{feff}{}", DOCUMENT.1.replace('\n', "\r\n"));
    let folder = project(&text);
    let path = folder.path();
    let out = passerelle(path, &["export", "csv", "--bom", "-o", "q.csv"]);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let edited =
        std::fs::read_to_string(path.join("q.csv")).expect("a table").replace("No copy.", "\"- no copy\n- at all\"");
    let edited = format!("{edited},fr,,Et une nouvelle ?,,Une réponse.,,Caches,,,,,,,,,\r\n");
    std::fs::write(path.join("q.csv"), &edited).expect("a file");

    let out = passerelle(path, &["import", "q.csv"]);
    let (diff, told) = (String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert_eq!(out.status.code(), Some(1), "a new row is open: {told}");
    assert!(diff.starts_with("--- a/content/en/pair.md\n+++ b/content/en/pair.md\n@@ "), "{diff}");
    assert!(diff.contains("-No copy.\r\n+- no copy\r\n+- at all\r\n"), "{diff}");
    assert!(
        told.contains("q.csv:") && told.contains("a new question: “Et une nouvelle ?”") && told.contains("--write"),
        "{told}"
    );
    assert_eq!(std::fs::read_to_string(path.join(DOCUMENT.0)).expect("a file"), text, "nothing is written");

    let out = passerelle(path, &["import", "q.csv", "--write", "--new"]);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    let written = std::fs::read_to_string(path.join(DOCUMENT.0)).expect("a file");
    assert_eq!(written, text.replace("No copy.", "- no copy\r\n- at all"));
    let new = std::fs::read_to_string(path.join("content/fr/questions/et-une-nouvelle.md")).expect("a new file");
    assert!(new.contains("topic: \"Caches\"") && new.contains("# Et une nouvelle ?\n\nUne réponse.\n"), "{new}");
    assert!(
        !String::from_utf8_lossy(&out.stdout).contains("--- a/content/fr"),
        "{}",
        String::from_utf8_lossy(&out.stdout)
    );
    let names: Vec<_> = std::fs::read_dir(path.join("content/en")).expect("a folder").collect();
    assert_eq!(names.len(), 1, "nothing is left beside the document");
}

#[test]
fn a_table_that_excel_saved_in_windows_1252_loses_nothing() {
    let folder = project(DOCUMENT.1);
    let path = folder.path();
    passerelle(path, &["export", "csv", "-o", "q.csv"]);
    let text =
        std::fs::read_to_string(path.join("q.csv")).expect("a table").replace("No copy.", "\"Ni copie, ni œuf… €\"");
    // What the encoding lacks is a question mark, as Excel has it.
    let bytes = |text: &str| {
        let (bytes, _, _) = encoding(&text.replace('→', "?"));
        bytes
    };
    std::fs::write(path.join("q.csv"), bytes(&text)).expect("a file");
    let out = passerelle(path, &["import", "q.csv", "--write"]);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    let written = std::fs::read_to_string(path.join(DOCUMENT.0)).expect("a file");
    assert_eq!(written, DOCUMENT.1.replace("No copy.", "Ni copie, ni œuf… €"), "the arrow stays");

    let text = text.replace("A copy → near", "A copy → far");
    std::fs::write(path.join("q.csv"), bytes(&text)).expect("a file");
    let out = passerelle(path, &["import", "q.csv", "--write"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&out.stderr).contains("Windows-1252"), "{}", String::from_utf8_lossy(&out.stderr));
    assert_eq!(std::fs::read_to_string(path.join(DOCUMENT.0)).expect("a file"), written);
}

fn encoding(text: &str) -> (Vec<u8>, (), bool) {
    let source = passerelle::source::Encoding::Windows1252;
    (source.encode(text).expect("a text that Windows-1252 has"), (), false)
}

#[test]
fn what_is_no_table_is_said_and_nothing_happens() {
    let folder = project(DOCUMENT.1);
    let path = folder.path();
    std::fs::write(path.join("bad.csv"), "a;b\r\n1;2\r\n").expect("a file");
    for (file, words) in [("bad.csv", "column “question”"), ("none.csv", "none.csv")] {
        let out = passerelle(path, &["import", file, "--write"]);
        assert_eq!(out.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&out.stderr).contains(words), "{}", String::from_utf8_lossy(&out.stderr));
    }
    assert_eq!(std::fs::read_to_string(path.join(DOCUMENT.0)).expect("a file"), DOCUMENT.1);
}
