//! The manual is tested: examples of the pages of `docs/formats/` are read, and what the pages name exists.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use passerelle::normalise::normalise;
use passerelle::parse::{RECOGNISERS, Role, parse};
use passerelle::source::Source;
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The examples of a page: a block fenced with four backticks, and the records that it is read as.
fn examples(page: &str) -> Vec<(String, Vec<Value>)> {
    let mut out = Vec::new();
    for part in page.split("\n````").skip(1).step_by(2) {
        let (info, example) = part.split_once('\n').expect("an example");
        assert!(info.ends_with(" example"), "a block of four backticks is an example: {info}");
        let after = &page[page.find(example).expect("the example") + example.len()..];
        let (_, after) = after.split_once("\n```jsonl\n").expect("records follow an example");
        let (records, _) = after.split_once("\n```").expect("a closed fence");
        let records = records.lines().map(|line| serde_json::from_str(line).expect("a record")).collect();
        out.push((format!("{example}\n"), records));
    }
    out
}

#[test]
fn every_layout_has_a_page_whose_examples_are_read_as_shown() {
    let mut names: Vec<&str> = RECOGNISERS.iter().map(|layout| layout.name).collect();
    names.push("data");
    for name in names {
        let page = read(format!("docs/formats/{name}.md"));
        let examples = examples(&page);
        assert!(!examples.is_empty(), "{name} has no example");
        for (text, expected) in examples {
            let source = Source::new("example", "example", text);
            let parsed = parse(&source);
            assert!(parsed.roles.iter().all(|role| *role != Role::Unassigned), "{name}: {:?}", parsed.roles);
            let layouts: BTreeSet<&str> = parsed.drafts.iter().map(|draft| draft.layout).collect();
            assert_eq!(layouts, BTreeSet::from([name]), "{name}");
            let read = normalise(&source, &parsed).entries;
            assert_eq!(read.len(), expected.len(), "{name}: {read:#?}");
            for (entry, expected) in read.iter().zip(expected) {
                let entry = serde_json::to_value(entry).expect("a record");
                for (key, value) in expected.as_object().expect("an object") {
                    assert_eq!(&entry[key], value, "{name}: {key} of {}", entry["question"]);
                }
            }
        }
    }
}

/// The files below a folder whose names end with `end`.
fn files(folder: &Path, end: &str, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, end, out);
        } else if path.to_string_lossy().ends_with(end) {
            out.push(path);
        }
    }
}

#[test]
fn the_tests_that_the_architecture_names_exist() {
    let (page, mut sources) = (read("docs/architecture.md"), Vec::new());
    files(&root().join("src"), ".rs", &mut sources);
    files(&root().join("tests/it"), ".rs", &mut sources);
    files(&root().join("tests/browser"), ".py", &mut sources);
    let code: String = sources.iter().map(read).collect();
    let named: Vec<&str> = page.split("(test `").skip(1).filter_map(|rest| rest.split('`').next()).collect();
    assert!(named.len() >= 10, "every invariant names its test");
    for test in named {
        let there = code.contains(&format!("fn {test}()")) || code.contains(&format!("def {test}(self)"));
        assert!(there, "docs/architecture.md names the test {test}");
    }
}

#[test]
fn the_schema_page_has_every_key_of_the_record() {
    let source = Source::new("x", "x", "# What is a key?\n\nA name.\n");
    let entry = normalise(&source, &parse(&source)).entries.remove(0);
    let Value::Object(record) = serde_json::to_value(entry).expect("a record") else { panic!("an object") };
    let page = read("docs/schema.md");
    for key in record.keys() {
        assert!(page.contains(&format!("| `{key}` |")), "docs/schema.md lacks {key}");
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    let mut pages = Vec::new();
    files(&root().join("docs"), ".md", &mut pages);
    pages.extend(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|name| root().join(name)));
    for page in pages {
        // Examples show addresses of their own.
        let text: String = read(&page).split("\n````").step_by(2).collect();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            if !target.is_empty() && !target.contains("://") && !target.contains(['…', '$', '\n', ' ', ':']) {
                let file = page.parent().expect("a folder").join(target);
                assert!(file.exists(), "{}: {target}", page.display());
            }
        }
    }
}
