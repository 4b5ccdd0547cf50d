//! The examples of the collection that are marked `runnable` run.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use passerelle::render::{Style, markdown};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use rayon::prelude::*;

use super::content::collection;
use super::programs;

/// The mark of an example that runs, after its language.
const MARK: &str = "runnable";
/// How long an example may take on a busy machine.
const LONGEST: Duration = Duration::from_secs(60);

/// A block of code of the collection.
struct Example {
    /// The question's id, with the number of the block in it.
    name: String,
    lang: String,
    /// The words after the language.
    marks: Vec<String>,
    code: String,
}

fn examples() -> Vec<Example> {
    let mut out = Vec::new();
    for entry in &collection().library.entries {
        let mut open: Option<Example> = None;
        for event in Parser::new_ext(entry.shown_answer().unwrap_or_default(), Options::ENABLE_TABLES) {
            match (event, &mut open) {
                (Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))), _) => {
                    let mut words = info.split_whitespace().map(str::to_owned);
                    let (name, lang) = (format!("{}-{}", entry.id, out.len()), words.next().unwrap_or_default());
                    open = Some(Example { name, lang, marks: words.collect(), code: String::new() });
                }
                (Event::Text(text), Some(example)) => example.code.push_str(&text),
                (Event::End(TagEnd::CodeBlock), _) => out.extend(open.take()),
                _ => {}
            }
        }
    }
    out
}

/// How an example that is in `file` is run: the steps, each a program and its arguments.
type Steps = fn(&Path) -> Vec<Command>;

fn command(program: &str, args: &[&str], file: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(args).arg(file);
    command
}

/// Runs every example of a language that is so marked, all at once on all cores, in a file of the name that `file` gives it.
fn run(lang: &str, file: fn(&str) -> &'static str, steps: Steps) {
    let folder = tempfile::tempdir().expect("a folder");
    let all: Vec<Example> = examples().into_iter().filter(|e| e.lang == lang && e.marks == [MARK]).collect();
    assert!(!all.is_empty(), "no example in {lang}");
    let failed: Vec<String> = all
        .par_iter()
        .filter_map(|example| {
            let own = folder.path().join(&example.name);
            fs::create_dir_all(&own).expect("a folder");
            let file = own.join(file(&example.code));
            fs::write(&file, &example.code).expect("a file");
            let failed = steps(&file).into_iter().find_map(|step| failure(step, &own))?;
            Some(format!("{}: {failed}\n{}", example.name, example.code))
        })
        .collect();
    assert!(failed.is_empty(), "{} of {} examples in {lang} fail:\n{}", failed.len(), all.len(), failed.join("\n"));
}

/// What a program says when it fails or does not end.
fn failure(mut command: Command, folder: &Path) -> Option<String> {
    let said = folder.join("said");
    let output = File::create(&said).expect("a file");
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(output);
    let mut child = command.spawn().expect("a program that was there");
    match ended(&mut child) {
        Some(true) => None,
        Some(false) => Some(fs::read_to_string(&said).unwrap_or_default()),
        None => Some(format!("still running after {} s", LONGEST.as_secs())),
    }
}

/// Whether a program ended well; `None` when it had to be ended.
fn ended(child: &mut Child) -> Option<bool> {
    let begun = Instant::now();
    while begun.elapsed() < LONGEST {
        if let Some(status) = child.try_wait().expect("a status") {
            return Some(status.success());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().and_then(|()| child.wait()).expect("an end");
    None
}

#[test]
fn examples_in_python_run() {
    if programs::all_there(&[("python3", programs::runs("python3", &["--version"]))]) {
        run("python", |_| "example.py", |file| vec![command("python3", &["-I", "-W", "error::SyntaxWarning"], file)]);
    }
}

#[test]
fn examples_in_javascript_run() {
    if programs::all_there(&[("node", programs::runs("node", &["--version"]))]) {
        // Node.js 20 tells the two kinds of modules apart by their names only.
        let name = |code: &str| if code.contains("require(") { "example.cjs" } else { "example.mjs" };
        run("javascript", name, |file| vec![command("node", &[], file)]);
    }
}

#[test]
fn examples_in_sql_run() {
    if programs::all_there(&[("sqlite3", programs::runs("sqlite3", &["--version"]))]) {
        run(
            "sql",
            |_| "example.sql",
            |file| {
                let mut command = Command::new("sqlite3");
                command.args(["-bail", ":memory:"]).arg(format!(".read {}", file.display()));
                vec![command]
            },
        );
    }
}

#[test]
fn examples_in_rust_run() {
    run(
        "rust",
        |_| "example.rs",
        |file| {
            let program = file.with_extension("program");
            let mut compile = command("rustc", &["--edition", "2024", "-o"], &program);
            compile.arg(file);
            vec![compile, Command::new(program)]
        },
    );
}

#[test]
fn examples_in_go_run() {
    // Large to install for three examples: a machine that has it checks them.
    if programs::runs("go", &["version"]) {
        run("go", |_| "example.go", |file| vec![command("go", &["run"], file)]);
    } else {
        eprintln!("skipped, missing: go");
    }
}

#[test]
fn the_mark_is_for_the_tests_and_readers_see_the_language() {
    let all = examples();
    for example in &all {
        assert!(!example.lang.is_empty() && (example.marks.is_empty() || example.marks == [MARK]), "{}", example.name);
        let known = ["python", "javascript", "sql", "rust", "go"].contains(&example.lang.as_str());
        assert!(known || example.marks.is_empty(), "nothing runs {}", example.lang);
    }
    assert!(all.iter().filter(|example| example.marks == [MARK]).count() >= 60);
    for entry in &collection().library.entries {
        let answer = entry.shown_answer().unwrap_or_default();
        if !answer.contains(&format!(" {MARK}\n")) {
            continue;
        }
        // Pages and cards are made of the same HTML.
        let html = markdown(answer, Style::of(entry, 0));
        for block in html.split("<pre ").skip(1) {
            let (open, code) = block.split_once("<code>").expect("code");
            let lang = open.split("data-lang=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a language");
            assert!(!lang.contains(MARK) && !open.contains(MARK), "{}: {open}", entry.id);
            if ["python", "javascript", "sql", "rust", "go"].contains(&lang) {
                assert!(code.contains("<span class=\""), "{}: plain {lang}", entry.id);
            }
        }
    }
}
