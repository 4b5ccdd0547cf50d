//! The JSON Schema of a record: current, and taken by other people's validator, which refuses what is wrong.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::programs;

const PROGRAM: &str = env!("CARGO_BIN_EXE_passerelle");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn output(args: &[&str]) -> Vec<u8> {
    let out = Command::new(PROGRAM).args(args).current_dir(root()).output().expect("the program runs");
    assert!(out.status.code() != Some(2), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

#[test]
fn the_schema_in_the_manual_is_that_of_the_types() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let out = Command::new(PROGRAM).args(["export", "schema"]).current_dir(&elsewhere).output().expect("it runs");
    assert!(out.status.success(), "no collection is needed: {}", String::from_utf8_lossy(&out.stderr));
    let kept = std::fs::read(root().join("docs/schema.json")).expect("docs/schema.json");
    assert!(kept == out.stdout, "run: cargo run -- export schema -o docs/schema.json");
}

/// What is wrong with each record, or `None` where the validator is missing.
fn validate(records: &[Value]) -> Option<Vec<Vec<String>>> {
    let python = programs::python();
    let there = programs::runs(&python, &["-c", "import jsonschema"]);
    if !programs::all_there(&[("the Python package `jsonschema`", there)]) {
        return None;
    }
    let mut child = Command::new(python)
        .args([root().join("tests/formats/schema.py"), root().join("docs/schema.json")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python runs");
    let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
    child.stdin.take().expect("a pipe").write_all(lines.as_bytes()).expect("it reads");
    let out = child.wait_with_output().expect("it ends");
    assert!(out.status.success());
    Some(serde_json::from_slice(&out.stdout).expect("a report"))
}

fn lines(jsonl: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(jsonl).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a record")).collect()
}

/// The records of the collection, of every layout's page, and of the folder that `PASSERELLE_SEEDS` names.
#[test]
fn every_record_is_valid() {
    let mut records = lines(&output(&["export", "jsonl"]));
    let yaml = String::from_utf8(output(&["export", "yaml"])).expect("UTF-8");
    records.extend(serde_yaml::from_str::<Vec<Value>>(&yaml).expect("YAML"));
    for page in std::fs::read_dir(root().join("docs/formats")).expect("pages") {
        let page = page.expect("a page").path();
        records.extend(lines(&output(&["normalize", &page.to_string_lossy()])));
    }
    if let Some(seeds) = std::env::var_os("PASSERELLE_SEEDS") {
        records.extend(lines(&output(&["normalize", &seeds.to_string_lossy()])));
    }
    let Some(found) = validate(&records) else { return };
    assert_eq!(found.len(), records.len());
    for (record, wrong) in records.iter().zip(found) {
        assert!(wrong.is_empty(), "{wrong:?}: {record}");
    }
}

#[test]
fn wrong_records_are_refused() {
    let good = json!({
        "id": "a", "lang": "fr", "kind": "open", "question": "Quoi ?", "context": null, "answer": "Ceci.", "status": "answered",
        "section": ["A"], "difficulty": "beginner", "tags": [], "concepts": [], "options": [{"label": "A", "text": "x", "correct": true}],
        "code": [{"lang": null, "role": "answer", "fenced": true, "lines": [1, 2]}], "source": {"path": "x.md", "lines": [1, 2]}, "flags": [],
    });
    let with = |key: &str, value: Value| {
        let mut record = good.clone();
        record[key] = value;
        record
    };
    let mut wrong = vec![
        with("lang", json!("de")),
        with("kind", json!("quiz")),
        with("question", json!("")),
        with("question", Value::Null),
        with("id", json!("a b")),
        with("status", json!("unanswered")),
        with("answer", Value::Null),
        with("difficulty", json!("hard")),
        with("tags", json!("one")),
        with("options", json!([{"label": "A", "text": "x"}])),
        with("code", json!([{"lang": null, "role": "title", "fenced": true, "lines": [1, 2]}])),
        with("source", json!({"path": "x.md", "lines": [0, 2]})),
        with("source", json!({"path": "x.md", "lines": [1]})),
        with("dificulty", json!("beginner")),
        json!([good.clone()]),
    ];
    for key in good.as_object().expect("an object").keys() {
        let mut record = good.clone();
        record.as_object_mut().expect("an object").remove(key);
        wrong.push(record);
    }
    let right = vec![good.clone(), with("aliases", json!(["old"])), with("difficulty", Value::Null)];
    let Some(found) = validate(&[right.clone(), wrong.clone()].concat()) else { return };
    let (fine, refused) = found.split_at(right.len());
    assert_eq!(fine, vec![Vec::<String>::new(); right.len()]);
    for (record, why) in wrong.iter().zip(refused) {
        assert!(!why.is_empty(), "{record}");
    }
}
