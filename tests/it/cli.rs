//! The program as scripts see it: output, exit status, languages.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The program in a folder, with an environment that says nothing.
pub fn passerelle(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.current_dir(folder).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

pub fn run(folder: &Path, args: &[&str]) -> Output {
    passerelle(folder).args(args).stdin(Stdio::null()).output().expect("the program runs")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A project with one question in each language.
pub fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    };
    write("passerelle.yaml", "title: {fr: Essai, en: Trial}\n");
    write(
        "content/fr/idempotence.md",
        "---\nid: idempotence\nconcepts: [idempotency]\ntopic: API\n---\n# Qu'est-ce que l'idempotence ?\n\nLa même requête, répétée, laisse le système dans le même état.\n",
    );
    write(
        "content/en/idempotency.md",
        "---\nid: idempotency\nconcepts: [idempotency]\ntopic: APIs\n---\n# What is idempotency?\n\nThe same request, repeated, leaves the system in the same state.\n",
    );
    folder
}

#[test]
fn help_is_in_the_reader_s_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let with = |name: &str, value: &str| {
        stdout(&passerelle(folder.path()).arg("--help").env(name, value).output().expect("the program runs"))
    };
    assert!(with("LANG", "fr_FR.UTF-8").contains("Utilisation"));
    assert!(with("LC_ALL", "C").contains("Usage:"));
    let french = run(folder.path(), &["--locale", "fr", "build", "--help"]);
    assert!(stdout(&french).contains("Options\u{a0}:") && french.status.code() == Some(0));
    let both = passerelle(folder.path()).args(["--help"]).env("LC_ALL", "en_GB").env("LANG", "fr_FR").output();
    assert!(stdout(&both.expect("the program runs")).contains("Usage:"));
}

#[test]
fn a_project_is_built_and_then_left_alone() {
    let folder = project();
    let built = run(folder.path(), &["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(built.stderr.is_empty(), "{}", stderr(&built));
    for page in ["index.html", "fr/q/idempotence/index.html", "en/q/idempotency/index.html", "404.html"] {
        assert!(folder.path().join("public").join(page).is_file(), "{page}");
    }
    let lock = fs::read(folder.path().join("passerelle.lock")).expect("a lock file");
    let again = run(&folder.path().join("content/fr"), &["build", "--locked"]);
    assert_eq!(again.status.code(), Some(0), "{}", stderr(&again));
    assert!(stdout(&again).contains("0 new, 0 changed, 0 removed"), "{}", stdout(&again));
    assert_eq!(fs::read(folder.path().join("passerelle.lock")).expect("a lock file"), lock);
    fs::write(folder.path().join("content/en/new.md"), "# What is a cache?\n\nA nearer copy.\n").expect("a file");
    let locked = run(folder.path(), &["build", "--locked"]);
    assert_eq!(locked.status.code(), Some(2));
    assert!(stderr(&locked).contains("passerelle.lock") && stderr(&locked).contains("cache"), "{}", stderr(&locked));
    assert_eq!(fs::read(folder.path().join("passerelle.lock")).expect("a lock file"), lock);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = project();
    for jobs in ["1", "4"] {
        let built = run(folder.path(), &["build", "--jobs", jobs, "--out", jobs]);
        assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    }
    let same = Command::new("diff").args(["-r", "1", "4"]).current_dir(folder.path()).output().expect("diff runs");
    assert!(same.status.success(), "{}", stdout(&same));
}

#[test]
fn loose_files_need_no_project() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("q.notes"), "# What is a cache?\n\nA nearer copy.\n").expect("a file");
    for (format, start) in [("jsonl", "{\"id\":"), ("json", "["), ("yaml", "- id:"), ("markdown", "---\nid:")] {
        let output = run(folder.path(), &["normalize", "q.notes", "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(stdout(&output).starts_with(start), "{format}: {}", stdout(&output));
    }
    let ledger = stdout(&run(folder.path(), &["normalize", "--ledger", "q.notes"]));
    assert!(ledger.starts_with("{\"path\":\"q.notes\",\"lines\":3,"), "{ledger}");
    let mut child = passerelle(folder.path())
        .args(["normalize", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(b"# What is a queue?\n\nA line of messages.\n").expect("written");
    drop(stdin);
    let output = child.wait_with_output().expect("an output");
    assert!(stdout(&output).contains("\"path\":\"-\"") && output.status.code() == Some(0), "{}", stdout(&output));
}

#[test]
fn lint_finds_mends_and_gates() {
    let folder = project();
    fs::write(folder.path().join("content/en/todo.md"), "# What is a cache?\n\nTODO\n").expect("a file");
    let found = run(folder.path(), &["lint", "--format", "jsonl", "--deny", "warning"]);
    assert_eq!(found.status.code(), Some(1), "{}", stdout(&found));
    assert!(stdout(&found).contains("\"path\":\"content/en/todo.md\""), "{}", stdout(&found));
    let one = run(folder.path(), &["lint", "content/fr", "--deny", "warning"]);
    assert_eq!(one.status.code(), Some(0), "{}", stdout(&one));
    let page = run(folder.path(), &["explain", "missing-answer", "--locale", "fr"]);
    assert!(page.status.success() && stdout(&page).starts_with("# missing-answer"));
    let unknown = run(folder.path(), &["explain", "mising-answer"]);
    assert!(unknown.status.code() == Some(2) && stderr(&unknown).contains("missing-answer"), "{}", stderr(&unknown));
}

#[test]
fn lint_since_a_revision_looks_at_changed_lines() {
    let folder = project();
    let git = |args: &[&str]| {
        let run = Command::new("git")
            .args(["-c", "user.name=t", "-c", "user.email=t@example.org"])
            .args(args)
            .current_dir(folder.path())
            .output()
            .expect("git runs");
        assert!(run.status.success(), "{}", stderr(&run));
    };
    fs::write(folder.path().join("content/en/old.md"), "# What is a cache?\n\nTODO\n").expect("a file");
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "first"]);
    let since = |revision: &str| run(folder.path(), &["lint", "--since", revision, "--format", "jsonl"]);
    assert_eq!(stdout(&since("HEAD")), "");
    fs::write(folder.path().join("content/en/new.md"), "# What is a queue?\n\nTODO\n").expect("a file");
    let found = stdout(&since("HEAD"));
    assert!(found.contains("content/en/new.md") && !found.contains("content/en/old.md"), "{found}");
    let unknown = since("no-such-revision");
    assert!(unknown.status.code() == Some(2) && stderr(&unknown).contains("no-such-revision"), "{}", stderr(&unknown));
}

#[test]
fn links_and_exports_are_printed() {
    let folder = project();
    let links = run(folder.path(), &["link", "--format", "jsonl"]);
    assert!(stdout(&links).contains("\"a\":\"idempotence\",\"b\":\"idempotency\""), "{}", stdout(&links));
    let why = run(folder.path(), &["link", "--explain", "idempotence", "idempotency"]);
    assert!(stdout(&why).contains("idempotency"), "{}", stdout(&why));
    let unknown = run(folder.path(), &["link", "--explain", "idempotense"]);
    assert!(unknown.status.code() == Some(2) && stderr(&unknown).contains("idempotence"), "{}", stderr(&unknown));
    let csv = run(folder.path(), &["export", "csv", "--lang", "fr"]);
    assert!(stdout(&csv).contains("idempotence") && !stdout(&csv).contains("idempotency?"), "{}", stdout(&csv));
    let skos = run(folder.path(), &["export", "skos", "--base-url", "https://example.org/q"]);
    assert!(stdout(&skos).contains("<https://example.org/q/fr/q/idempotence/> a skos:Concept"), "{}", stdout(&skos));
    let bad = run(folder.path(), &["export", "skos", "--base-url", "example.org"]);
    assert_eq!(bad.status.code(), Some(2), "{}", stderr(&bad));
    let deck = run(folder.path(), &["export", "anki", "-o", "deck.apkg"]);
    assert_eq!(deck.status.code(), Some(0), "{}", stderr(&deck));
    assert!(fs::read(folder.path().join("deck.apkg")).expect("a deck").starts_with(b"PK"));
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let folder = project();
    let mut child = passerelle(folder.path())
        .args(["normalize"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("an output");
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}

/// A folder with a project that has one error in the folder `sub` of it.
fn nested() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let inner = project();
    fs::write(inner.path().join("content/en/todo.md"), "# What is a cache?\n\nTODO\n").expect("a file");
    fs::write(inner.path().join("passerelle.yaml"), "lint: {missing-answer: error}\n").expect("a file");
    fs::rename(inner.keep(), folder.path().join("sub")).expect("moved");
    folder
}

#[test]
fn a_closed_pipe_does_not_hide_findings() {
    let folder = nested();
    for args in [&["lint"][..], &["lint", "--diff"], &["build", "--deny", "error"]] {
        let mut child = passerelle(&folder.path().join("sub"))
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        assert_eq!(child.wait().expect("ended").code(), Some(1), "{args:?}");
    }
}

#[test]
fn findings_are_named_from_the_current_folder() {
    let folder = nested();
    let root = folder.path().join("sub");
    let absolute = root.display().to_string();
    for root in ["sub", "./sub/", absolute.as_str()] {
        for (format, wanted) in [
            ("github", "file=sub/content/en/todo.md,"),
            ("jsonl", "\"path\":\"sub/content/en/todo.md\""),
            ("human", "sub/content/en/todo.md:1:"),
        ] {
            let found = stdout(&run(folder.path(), &["lint", "--root", root, "--format", format]));
            assert!(found.contains(wanted), "{root} {format}: {found}");
        }
        let built = stderr(&run(folder.path(), &["build", "--root", root, "--deny", "error"]));
        assert!(built.contains("sub/content/en/todo.md:1:") && built.contains("# What is a cache?"), "{built}");
    }
    // From inside and from beside the project the names are those below its root.
    for here in [root.join("content/en"), root.join("content")] {
        let found = stdout(&run(&here, &["lint", "--format", "jsonl"]));
        assert!(found.contains("\"path\":\"content/en/todo.md\""), "{found}");
    }
}

#[test]
fn a_topic_that_is_not_there_is_refused() {
    let folder = project();
    let text = "# Networks\n\n## Load balancers\n\n### What does a load balancer do?\n\nIt spreads requests.\n";
    fs::write(folder.path().join("content/en/net.md"), text).expect("a file");
    let export = |topic: &str, lang: &str| run(folder.path(), &["export", "csv", "--topic", topic, "--locale", lang]);
    for lang in ["en", "fr"] {
        let none = export("Load balancer", lang);
        assert!(none.status.code() == Some(2) && none.stdout.is_empty(), "{}", stdout(&none));
        assert!(stderr(&none).contains("Load balancers") && stderr(&none).contains("APIs"), "{}", stderr(&none));
        let far = export("nope", lang);
        assert!(far.status.code() == Some(2) && !stderr(&far).contains('?'), "{}", stderr(&far));
    }
    let inner = export("load BALANCERS", "en");
    assert!(inner.status.code() == Some(0) && stdout(&inner).contains("spreads"), "{}", stdout(&inner));
}

#[test]
fn nothing_in_a_question_rules_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "# What is a \u{1b}]0;x\u{7} cache?\n\nA copy.\n\n# What is a\u{1b}[31m cache?\n\nA copy.\n";
    fs::write(folder.path().join("q.md"), text).expect("a file");
    let links = run(folder.path(), &["link", "q.md"]);
    assert!(stdout(&links).contains("␛") && !stdout(&links).contains(['\u{1b}', '\u{7}']), "{}", stdout(&links));
    let unknown = run(folder.path(), &["link", "q.md", "--explain", "\u{1b}[31m"]);
    assert!(stderr(&unknown).contains("␛[31m") && !stderr(&unknown).contains('\u{1b}'), "{}", stderr(&unknown));
    // Records are data, which JSON escapes.
    let records = run(folder.path(), &["link", "q.md", "--format", "jsonl"]);
    assert!(!stdout(&records).contains('\u{1b}'));
}

#[test]
fn locked_tells_once_what_would_happen_to_each_question() {
    let folder = project();
    run(folder.path(), &["build"]);
    fs::remove_file(folder.path().join("content/fr/idempotence.md")).expect("removed");
    fs::rename(folder.path().join("content/en/idempotency.md"), folder.path().join("content/en/moved.md"))
        .expect("moved");
    fs::write(folder.path().join("content/en/new.md"), "# What is a cache?\n\nA nearer copy.\n").expect("a file");
    let told = stderr(&run(folder.path(), &["build", "--locked"]));
    for line in ["  retired: idempotence\n", "  moved: idempotency\n", "  new: what-is-a-cache\n"] {
        assert_eq!(told.matches(line).count(), 1, "{told}");
    }
    assert_eq!(told.matches("passerelle.lock:").count(), 1, "{told}");
    let many: String = (0..20).map(|n| format!("# What is part {n}?\n\nNumber {n}.\n\n")).collect();
    fs::write(folder.path().join("content/en/many.md"), many).expect("a file");
    let told = stderr(&run(folder.path(), &["build", "--locked", "--locale", "fr"]));
    assert_eq!(told.lines().filter(|line| line.starts_with("  ")).count(), 11, "{told}");
    assert!(told.contains("  et 13 autres\n"), "{told}");
}

#[test]
fn only_slips_are_guessed_at() {
    let folder = project();
    for args in [&["--locale", "de", "lint"][..], &["normalize", "--format", "foo"], &["lint", "--deny", "fatal"]] {
        let refused = run(folder.path(), args);
        assert!(refused.status.code() == Some(2) && !stderr(&refused).contains("Did you mean"), "{}", stderr(&refused));
    }
    let slip = run(folder.path(), &["lint", "--deny", "waring"]);
    assert!(stderr(&slip).contains("Did you mean “warning”?"), "{}", stderr(&slip));
    fs::write(folder.path().join("passerelle.yaml"), "colours: 3\n").expect("a file");
    for lang in ["en", "fr"] {
        let unknown = stderr(&run(folder.path(), &["lint", "--locale", lang]));
        assert!(unknown.contains("colours") && unknown.contains("base_url") && !unknown.contains('?'), "{unknown}");
    }
}

#[test]
fn standard_input_named_twice_is_read_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut child = passerelle(folder.path())
        .args(["normalize", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(b"# What is a queue?\n\nA line.\n").expect("written");
    let output = child.wait_with_output().expect("an output");
    assert_eq!(stdout(&output).lines().count(), 1, "{}", stdout(&output));
}

/// One request to a server of ours: the status line and everything after it.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("written");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn serve_shows_changes() {
    let folder = project();
    let mut child = passerelle(folder.path())
        .args(["serve", "--port", "0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let mut line = String::new();
    let mut out = std::io::BufReader::new(child.stdout.take().expect("a pipe"));
    std::io::BufRead::read_line(&mut out, &mut line).expect("an address");
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address").to_owned();
    let page = get(&address, "/fr/q/idempotence/");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("/_passerelle/reload.js"), "{page}");
    assert!(page.contains("connect-src") && !folder.path().join("public").exists(), "{page}");
    assert!(get(&address, "/../../etc/passwd").starts_with("HTTP/1.1 404"));
    assert!(get(&address, "/fr/q/idempotence").starts_with("HTTP/1.1 301"));

    // Time for the watcher to stand; then a change shows up, a failure too, and the way out of it.
    let until = |name: &str, text: &str, wanted: &str| {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            fs::write(folder.path().join(name), text).expect("a file");
            std::thread::sleep(Duration::from_millis(300));
            let page = get(&address, "/fr/q/idempotence/");
            if page.contains(wanted) {
                break;
            }
            assert!(Instant::now() < end, "{wanted} never came: {page}");
        }
    };
    until(
        "content/fr/idempotence.md",
        "---\nid: idempotence\nlang: fr\n---\n# Et ceci ?\n\nUne autre réponse.\n",
        "Une autre réponse",
    );
    until("passerelle.yaml", "titel: x\n", "titel");
    until("passerelle.yaml", "title: {fr: Revenu}\n", "Une autre réponse");
    child.kill().expect("ended");
    child.wait().expect("ended");
}

#[test]
fn a_content_folder_named_by_hand_has_no_questions_in_its_glossary() {
    let folder = project();
    let glossary = "- id: cache\n  prefLabel: {en: cache, fr: cache}\n";
    fs::write(folder.path().join("content/concepts.yaml"), glossary).expect("a file");
    let output = run(folder.path(), &["normalize", "content"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output).lines().count(), 2);
}
