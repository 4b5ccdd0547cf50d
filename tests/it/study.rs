//! The study page: a scheduler that agrees with the published one, and questions in scripts of one topic each.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use passerelle::config::Config;
use serde_json::Value;

use crate::programs;
use crate::site_fixture::{built, page};

const VECTORS: &str = include_str!("../vectors/fsrs.json");
/// Bytes of the page's script, compressed.
const HEAVIEST: u64 = 9 * 1024;

fn vectors(text: &str) -> Vec<Vec<Value>> {
    serde_json::from_str(text).expect("histories of reviews")
}

/// Both schedulers say the same of every review: within 1e-4 of it, or in the same words.
fn assert_same(mine: &[Vec<Value>], published: &[Vec<Value>]) {
    assert_eq!(mine.len(), published.len());
    for (mine, published) in mine.iter().flatten().zip(published.iter().flatten()) {
        for name in ["state", "step"] {
            assert_eq!(mine[name], published[name], "{name}: {mine} and {published}");
        }
        for name in ["stability", "difficulty", "minutes"] {
            let [a, b] = [&mine[name], &published[name]].map(|value| value.as_f64().expect("a number"));
            assert!((a - b).abs() <= 1e-4 * b.abs().max(1.0), "{name}: {mine} and {published}");
        }
    }
}

#[test]
fn the_scheduler_is_the_published_one() {
    if !programs::all_there(&[("node", programs::runs("node", &["--version"]))]) {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut node = Command::new("node")
        .arg(root.join("tests/study/node.js"))
        .arg(root.join("templates/assets/study.js"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node starts");
    node.stdin.take().expect("a pipe").write_all(VECTORS.as_bytes()).expect("node reads the histories");
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success(), "node failed");
    let answer: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(answer["weight"].as_u64().is_some_and(|bytes| bytes <= HEAVIEST), "{}", answer["weight"]);
    let published = vectors(VECTORS);
    assert!(published.iter().flatten().count() > 1000);
    assert_same(&vectors(&answer["histories"].to_string()), &published);
}

#[test]
fn the_vectors_are_those_of_the_published_scheduler() {
    let python = programs::python();
    if !programs::all_there(&[("the Python package `fsrs`", programs::runs(&python, &["-c", "import fsrs"]))]) {
        return;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/study/vectors.py");
    let output = Command::new(python).arg(script).output().expect("python starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_same(&vectors(VECTORS), &vectors(&String::from_utf8_lossy(&output.stdout)));
}

#[test]
fn a_topic_is_a_script_of_its_answered_questions() {
    let files = built(&Config::default());
    let script = page(&files, "fr/study/api.js");
    let rows = script.strip_prefix("passerelleStudy.topic(...").and_then(|rest| rest.strip_suffix(");\n"));
    let rows: Value = serde_json::from_str(rows.expect("one call")).expect("JSON");
    assert_eq!(rows[0], "fr/api");
    let ids: Vec<&str> = rows[1].as_array().expect("rows").iter().filter_map(|row| row[0].as_str()).collect();
    assert_eq!(ids, ["idempotence", "quiz"]);
    assert_eq!(rows[1][0][1], 1, "a beginner's question");
    assert!(rows[1][0][4].as_str().is_some_and(|answer| answer.contains("Un PUT.")));
    let (front, back) = (rows[1][1][3].as_str().expect("choices"), rows[1][1][4].as_str().expect("an answer"));
    assert!(front.contains("<code>A</code>") && !front.contains("<strong>"), "{front}");
    assert!(back.contains("<strong>") && back.contains('B'), "{back}");
    let others = page(&files, "fr/study/autres-questions.js");
    assert!(others.contains("etc-passwd") && !others.contains("\"cache\""), "no answer, nothing to study: {others}");
}

#[test]
fn hostile_questions_stay_text_in_scripts() {
    let files = built(&Config::default());
    let scripts = files.iter().filter(|(path, _)| path.contains("/study/") && path.ends_with(".js"));
    let mut hostile = 0;
    for (path, bytes) in scripts {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("<script") && !text.contains("<img") && !text.contains("javascript:"), "{path}");
        hostile += text.matches("alert(1)").count();
    }
    assert!(hostile > 0, "the hostile question is there");
    let row: String = files
        .iter()
        .filter(|(path, _)| path.starts_with("fr/study/"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .find(|text| text.contains("alert(1)"))
        .expect("its script");
    let rows: Value = serde_json::from_str(&row["passerelleStudy.topic(...".len()..row.len() - 3]).expect("JSON");
    let folder = rows[1][0][5].as_str().expect("a folder that is not its id");
    assert!(files.get(&format!("fr/q/{folder}/index.html")).is_some(), "{folder}");
}

#[test]
fn without_scripts_the_page_leads_to_the_topics() {
    let files = built(&Config::default());
    for (path, link) in [("fr/study/index.html", "../topics/api/"), ("en/study/index.html", "../topics/http/")] {
        let html = page(&files, path);
        let plain = html.split("<noscript>").nth(1).and_then(|rest| rest.split("</noscript>").next());
        assert!(plain.is_some_and(|plain| plain.contains(link) && plain.contains("JavaScript")), "{path}");
        assert!(html.contains("<form id=\"study-form\" class=\"study\" hidden>"));
    }
}
