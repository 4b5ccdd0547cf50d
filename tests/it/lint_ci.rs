//! What a change brings, and what is known of old.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::cli::{passerelle, project, run, stderr, stdout};

fn git(folder: &Path, args: &[&str]) {
    let own = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];
    let run = Command::new("git").args(own).args(args).current_dir(folder).output().expect("git runs");
    assert!(run.status.success(), "{args:?}: {}", stderr(&run));
}

const OLD: &str = "# What is a cache?\n\nTODO\n\n# What is a lock?\n\nTODO:\n\nA door that lets one in at a time, no more.\n\n# What is a log?\n\nA list to which one only adds, at its end.\n";

/// A project in a repository with an old fault, committed as `first`.
fn repository() -> tempfile::TempDir {
    let folder = project();
    write(folder.path(), "old.md", OLD);
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-qm", "first"]);
    git(folder.path(), &["tag", "first"]);
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join("content/en").join(name), text).expect("a file");
}

/// `RULE FILE:LINE` of each finding.
fn found(output: &Output) -> Vec<String> {
    assert!(output.status.code() != Some(2), "{}", stderr(output));
    let text = stdout(output);
    let one = |line: &str| {
        let record: serde_json::Value = serde_json::from_str(line).expect("a record");
        let path = record["path"].as_str().unwrap_or_default().trim_start_matches("content/en/").to_owned();
        format!("{} {path}:{}", record["rule"].as_str().unwrap_or_default(), record["line"])
    };
    text.lines().map(one).collect()
}

fn since(folder: &Path, revision: &str) -> Vec<String> {
    found(&run(folder, &["lint", "--format", "jsonl", "--since", revision]))
}

#[test]
fn since_tells_what_the_change_brings() {
    let folder = repository();
    let root = folder.path();
    assert!(since(root, "first").is_empty(), "the old fault is not ours");
    git(root, &["mv", "content/en/old.md", "content/en/new name.md"]);
    assert!(since(root, "first").is_empty(), "a new name changes nothing");
    write(root, "new name.md", &OLD.replace("\n\nA door that lets one in at a time, no more.", ""));
    assert_eq!(since(root, "first"), ["missing-answer new name.md:5"], "an answer was taken out, elsewhere not");
    fs::remove_file(root.join("content/en/new name.md")).expect("removed");
    assert!(since(root, "first").is_empty(), "what is gone has no faults");
    write(root, "untracked \"é\".md", "# What is a queue?\n\nTODO\n");
    assert_eq!(since(root, "first"), ["missing-answer untracked \"é\".md:1"]);
    git(root, &["add", "."]);
    assert_eq!(since(root, "first"), ["missing-answer untracked \"é\".md:1"], "the quoted name of a tracked file");
    let below = run(&root.join("content"), &["lint", "./en", "--format", "jsonl", "--since", "first"]);
    assert_eq!(found(&below).len(), 1, "{}", stdout(&below));
    fs::write(root.join("content/en/binary.md"), b"# What\0\xff\xfe").expect("a file");
    git(root, &["add", "."]);
    assert!(since(root, "first").iter().any(|one| one.starts_with("unreadable-file binary.md:1")));
}

#[test]
fn since_tells_of_duplicates_that_the_change_causes() {
    let folder = repository();
    // It comes first in the collection, so that the finding is about the old question.
    write(folder.path(), "a.md", "# What is a lock?\n\nA way to let one in and keep the others out.\n");
    assert_eq!(since(folder.path(), "first"), ["duplicate-question old.md:5"]);
}

#[test]
fn since_tells_of_the_translation_of_what_changed() {
    let folder = repository();
    let root = folder.path();
    let english =
        "---\nid: queue\nlang: en\n---\n# What is a queue?\n\nA line in which messages wait for their turn.\n";
    let french =
        "---\nid: file\nlang: fr\n---\n# Qu’est-ce qu’une file\u{202f}?\n\nDes messages qui attendent leur tour.\n";
    write(root, "queue.md", english);
    write(root, "file.md", french);
    fs::write(root.join("content/links.yaml"), "- {a: queue, b: file, kind: translation, reason: one author}\n")
        .expect("a file");
    assert!(run(root, &["build", "-q"]).status.success());
    git(root, &["add", "."]);
    git(root, &["commit", "-qm", "translated"]);
    git(root, &["tag", "translated"]);
    write(root, "queue.md", &english.replace("wait for their turn", "wait, the most urgent first"));
    assert_eq!(since(root, "translated"), ["stale-translation file.md:5"]);
}

#[test]
fn since_another_branch_leaves_out_what_others_changed_there() {
    let folder = repository();
    let root = folder.path();
    git(root, &["checkout", "-q", "-b", "ours"]);
    write(root, "ours.md", "# What is a queue?\n\nTODO\n");
    git(root, &["add", "."]);
    git(root, &["commit", "-qm", "ours"]);
    git(root, &["checkout", "-q", "main"]);
    write(
        root,
        "old.md",
        "# What is a cache?\n\nA copy that is nearer, and may be a little old.\n\n# What is a lock?\n\nA door that lets one in at a time, no more.\n",
    );
    git(root, &["commit", "-qam", "theirs"]);
    git(root, &["checkout", "-q", "ours"]);
    assert_eq!(since(root, "main"), ["missing-answer ours.md:1"]);
}

#[test]
fn since_the_beginning_is_everything() {
    let folder = project();
    write(folder.path(), "old.md", OLD);
    git(folder.path(), &["init", "-q"]);
    git(folder.path(), &["add", "."]);
    assert_eq!(since(folder.path(), "HEAD").len(), 1, "before the first commit");
}

#[test]
fn since_says_what_is_missing() {
    let folder = repository();
    let lint = |folder: &Path, revision: &str| run(folder, &["lint", "--since", revision]);
    for revision in ["no-such-revision", "--output=x", "HEAD:content", ""] {
        let unknown = run(folder.path(), &["lint", &format!("--since={revision}")]);
        assert_eq!(unknown.status.code(), Some(2), "{revision}");
        assert!(stderr(&unknown).contains("there is no revision"), "{}", stderr(&unknown));
    }
    assert!(!folder.path().join("x").exists(), "a revision is no option");
    let bare = project();
    let outside = lint(bare.path(), "HEAD");
    assert!(
        outside.status.code() == Some(2) && stderr(&outside).contains("not in a git repository"),
        "{}",
        stderr(&outside)
    );
    let nothing = tempfile::tempdir().expect("a folder");
    let without = passerelle(folder.path()).env("PATH", nothing.path()).args(["lint", "--since", "first"]).output();
    let without = without.expect("it runs");
    assert_eq!(without.status.code(), Some(2));
    assert!(stderr(&without).contains("install git"), "{}", stderr(&without));
}

#[test]
fn levels_are_set_by_path_and_a_misspelt_rule_is_answered() {
    let folder = project();
    let root = folder.path();
    write(root, "old.md", OLD);
    let settings = fs::read_to_string(root.join("passerelle.yaml")).expect("settings");
    let with = |more: &str| fs::write(root.join("passerelle.yaml"), format!("{settings}\n{more}")).expect("settings");
    let lint = |args: &[&str]| run(root, &[&["lint", "--format", "jsonl"], args].concat());
    with("lint_paths:\n  content/en/*.md:\n    missing-answer: off\n");
    assert!(found(&lint(&[])).is_empty() && found(&lint(&["./content"])).is_empty());
    with("lint_paths:\n  content/fr:\n    missing-answer: off\n");
    assert_eq!(lint(&[]).status.code(), Some(1));
    with("lint_paths:\n  content/fr:\n    mising-answer: off\n");
    let wrong = lint(&[]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("did you mean “missing-answer”?"), "{}", stderr(&wrong));
    assert!(stderr(&wrong).contains("passerelle.yaml:"), "{}", stderr(&wrong));
}

#[test]
fn a_baseline_leaves_out_old_findings_wherever_they_move() {
    let folder = project();
    let root = folder.path();
    write(root, "old.md", "# What is a cache?\n\nTODO\n");
    let lint = |more: &[&str]| run(root, &[&["lint", "--format", "jsonl", "--baseline", "known.jsonl"], more].concat());
    let missing = lint(&[]);
    assert!(missing.status.code() == Some(2) && stderr(&missing).contains("--write-baseline"), "{}", stderr(&missing));
    let written = lint(&["--write-baseline"]);
    assert_eq!((written.status.code(), stdout(&written).as_str()), (Some(0), ""), "{}", stderr(&written));
    assert!(stderr(&written).contains("1 finding"), "{}", stderr(&written));
    let file = fs::read_to_string(root.join("known.jsonl")).expect("the baseline");
    assert!(file.starts_with("{\"path\":\"content/en/old.md\",\"rule\":\"missing-answer\","), "{file}");
    assert_eq!(lint(&[]).status.code(), Some(0));
    write(
        root,
        "old.md",
        "# What is a lock?\n\nA door that lets one in at a time, no more.\n\n#  What is a cache?\n\nTODO\n\n# What is a queue?\n\nTODO\n",
    );
    assert_eq!(found(&lint(&[])), ["missing-answer old.md:9"], "the new one only");
    assert_eq!(
        found(&run(&root.join("content"), &["lint", "--format", "jsonl", "--baseline", "../known.jsonl"])).len(),
        1
    );
    fs::rename(root.join("content/en/old.md"), root.join("content/en/moved.md")).expect("renamed");
    let moved = lint(&[]);
    assert_eq!((found(&moved), stderr(&moved)), (vec!["missing-answer moved.md:9".to_owned()], String::new()));
    write(root, "moved.md", "# What is a cache?\n\nA copy that is nearer, and may be a little old.\n");
    let stale = lint(&[]);
    assert_eq!((found(&stale).len(), stale.status.code()), (0, Some(0)));
    assert!(stderr(&stale).starts_with("known.jsonl:1: missing-answer in content/en/old.md"), "{}", stderr(&stale));
    let others = lint(&["content/fr"]);
    assert_eq!(stderr(&others), "", "nothing is known of what was not looked at");
    assert_eq!(lint(&["--write-baseline"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(root.join("known.jsonl")).expect("the baseline"), "");
    fs::write(root.join("known.jsonl"), "\n{\"path\":\"x\"}\n").expect("a file");
    let bad = lint(&[]);
    assert!(bad.status.code() == Some(2) && stderr(&bad).contains("known.jsonl:2:"), "{}", stderr(&bad));
    assert_eq!(run(root, &["lint", "--write-baseline"]).status.code(), Some(2), "into which file?");
}

#[test]
fn a_baseline_of_some_files_keeps_the_debts_of_others() {
    let folder = project();
    let root = folder.path();
    write(root, "one.md", "# What is a cache?\n\nTODO\n");
    write(root, "two.md", "# What is a queue?\n\nTODO\n");
    let lint = |more: &[&str]| run(root, &[&["lint", "--format", "jsonl", "--baseline", "known.jsonl"], more].concat());
    let known = || fs::read_to_string(root.join("known.jsonl")).expect("the baseline");
    assert_eq!(lint(&["--write-baseline"]).status.code(), Some(0));
    let all = known();
    assert_eq!(all.lines().count(), 2, "{all}");
    assert_eq!(lint(&["--write-baseline", "content/en/one.md"]).status.code(), Some(0));
    assert_eq!(known(), all, "the other file was not looked at");
    write(root, "one.md", "# What is a cache?\n\nA copy that is nearer, and may be a little old.\n");
    assert_eq!(lint(&["--write-baseline", "content/en/one.md"]).status.code(), Some(0));
    let left = known();
    assert!(left.lines().count() == 1 && left.contains("two.md"), "{left}");
    fs::write(root.join("known.jsonl"), left.replace("missing-answer", "mising-answer")).expect("the baseline");
    assert!(stderr(&lint(&[])).contains("did you mean “missing-answer”?"), "{}", stderr(&lint(&[])));
}

#[test]
fn one_character_is_singular() {
    let folder = project();
    write(folder.path(), "one.md", "# How many bits has a nibble, halved twice?\n\n1\n");
    let said = |locale: &str| stdout(&run(folder.path(), &["lint", "--locale", locale]));
    assert!(said("en").contains("has 1 character, fewer"), "{}", said("en"));
    assert!(said("fr").contains("a 1 caractère, moins"), "{}", said("fr"));
}
