//! `lint --fix` and `--diff`: what is written, and what is refused.

use std::fs;
use std::path::Path;
use std::process::Output;

use super::cli::{project, run, stderr, stdout};

const SETTINGS: &str = "\nterms: {en: {prefer: {allowlist: [whitelist]}}}\n";

/// A project with one more English question, and these lines more in its settings.
fn with(text: &str, settings: &str) -> tempfile::TempDir {
    let folder = project();
    let file = folder.path().join("passerelle.yaml");
    let old = fs::read_to_string(&file).unwrap_or_default();
    fs::write(file, old + settings).expect("settings");
    fs::write(folder.path().join("content/en/own.md"), text).expect("a file");
    folder
}

fn own(folder: &Path) -> String {
    fs::read_to_string(folder.join("content/en/own.md")).expect("the file")
}

fn expect(output: &Output, status: i32, words: &[&str]) {
    let said = stderr(output);
    assert_eq!(output.status.code(), Some(status), "{said}{}", stdout(output));
    assert!(words.iter().all(|word| said.contains(word)), "{words:?} in {said}");
}

const LIST: &str = "# What is an access list?\n\nA whitelist of those who may come in, and nobody else.\n";

#[test]
fn terms_that_undo_each_other_are_refused_by_the_settings() {
    for (terms, word) in [
        ("{en: {prefer: {a whitelist: [whitelist]}}}", "without end"),
        ("{en: {prefer: {allowlist: [whitelist], whitelist: [allowlist]}}}", "without end"),
        ("{en: {prefer: {allowlist: [whitelist], passlist: [Whitelist]}}}", "passlist"),
        ("{en: {prefer: {allowlist: [whitelist]}, forbid: [allowlist]}}", "forbidden"),
    ] {
        let folder = with(LIST, &format!("\nterms: {terms}\n"));
        let said = run(folder.path(), &["lint", "--fix", "--unsafe"]);
        expect(&said, 2, &["passerelle.yaml:", word]);
        assert_eq!(own(folder.path()), LIST);
    }
}

#[test]
fn fixes_of_rules_that_undo_each_other_leave_the_file_as_it_was() {
    // The name of the tool and the preferred term are two rules' matter: each mends what the other wants.
    let settings = "\nterms: {en: {prefer: {Java Script: [JavaScript]}}}\n";
    let text = "# What is JavaScript?\n\nJavaScript is a language that browsers understand, and servers too.\n";
    let folder = with(text, settings);
    let said = run(folder.path(), &["lint", "--fix", "--unsafe"]);
    expect(&said, 2, &["content/en/own.md: ", "forbidden-term, technical-term-spelling", "Nothing to mend"]);
    assert_eq!(own(folder.path()), text);
}

#[test]
fn a_file_that_takes_rounds_is_one_file() {
    let settings = "\nterms: {en: {prefer: {allowlist: [whitelist], whitelist: [passlist]}}}\n";
    let folder = with(&LIST.replace("whitelist", "passlist"), settings);
    expect(&run(folder.path(), &["lint", "--fix", "--unsafe"]), 0, &["1 file mended"]);
    assert_eq!(own(folder.path()), LIST.replace("whitelist", "allowlist"));
}

#[test]
fn a_difference_shows_what_a_person_should_look_at_too() {
    let folder = with(LIST, SETTINGS);
    let shown = run(folder.path(), &["lint", "--diff", "--unsafe"]);
    assert_eq!(shown.status.code(), Some(0), "{}", stderr(&shown));
    assert!(stdout(&shown).contains("+A allowlist"), "{}", stdout(&shown));
    expect(&run(folder.path(), &["lint", "--unsafe"]), 2, &["--fix"]);
}

#[test]
fn standard_input_is_neither_mended_nor_compared() {
    let folder = project();
    expect(&run(folder.path(), &["lint", "-", "--fix"]), 2, &["standard input", "--diff"]);
    expect(&run(folder.path(), &["lint", "-", "--since", "HEAD"]), 2, &["standard input", "--since"]);
}

#[cfg(unix)]
#[test]
fn a_file_with_two_names_is_mended_once_and_a_read_only_one_is_left() {
    let folder = with(LIST, SETTINGS);
    let path = folder.path().join("content/en/own.md");
    std::os::unix::fs::symlink("own.md", folder.path().join("content/en/own-too.md")).expect("a link");
    let mut rights = fs::metadata(&path).expect("the file").permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights.clone()).expect("rights");
    expect(&run(folder.path(), &["lint", "--fix", "--unsafe"]), 2, &["own", "read-only"]);
    assert_eq!(own(folder.path()), LIST);
    #[allow(clippy::permissions_set_readonly_false)]
    rights.set_readonly(false);
    fs::set_permissions(&path, rights).expect("rights");
    let said = run(folder.path(), &["lint", "--fix", "--unsafe", "content"]);
    assert!(said.status.code() != Some(2) && stderr(&said).contains("1 file mended"), "{}", stderr(&said));
    assert!(own(folder.path()).contains("allowlist"));
    assert!(folder.path().join("content/en/own-too.md").is_symlink());
}

#[test]
fn an_entry_in_neither_language_is_a_warning_unless_the_settings_say_otherwise() {
    let text = "# ¿Qué es una base de datos y para qué sirve?\n\nEs un conjunto de datos que se guardan de forma ordenada para que los programas puedan leerlos y cambiarlos.\n";
    for (settings, level, status) in [
        ("", "warning", 0),
        ("\nlint: {unknown-value: error}\n", "error", 1),
        ("\nlint: {unknown-value: info}\n", "info", 0),
    ] {
        let folder = with(text, settings);
        fs::rename(folder.path().join("content/en/own.md"), folder.path().join("content/own.md")).expect("moved");
        let said = run(folder.path(), &["lint", "--format", "jsonl"]);
        let found = format!("\"rule\":\"unknown-value\",\"severity\":\"{level}\"");
        assert!(stdout(&said).contains(&found), "{found} in {}", stdout(&said));
        assert_eq!(said.status.code(), Some(status), "{}", stdout(&said));
    }
}

#[test]
fn a_comment_that_is_meant_as_a_suppression_and_is_none_is_told() {
    for (comment, told) in [
        ("<!-- passerelle: alow missing-answer later -->", true),
        ("<!-- passerelle: allow -->", true),
        ("<!-- passerelle allow missing-answer later -->", true),
        ("<!-- passerelle: Allow missing-answer later -->", true),
        ("<!--Passerelle:allow missing-answer later-->", true),
        ("<!-- passerelle is the name of the program -->", false),
        ("`<!-- passerelle: allow missing-answer later -->`", false),
        ("<!-- passerelle: allow missing-answer later -->", false),
    ] {
        let folder = with(&format!("# What is a cache?\n\n{comment}\nTODO\n"), "");
        let found = stdout(&run(folder.path(), &["lint", "--format", "jsonl"]));
        assert_eq!(found.contains("not read as a suppression"), told, "{comment}: {found}");
    }
}
