//! What is wrong is told with its place and what to do; nothing is half written; nothing panics.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::cli::{passerelle, project, run, stderr, stdout};

/// The exit status is `code`, standard error has each of these, and there was no panic.
fn expect(output: &Output, code: i32, words: &[&str]) {
    let told = stderr(output);
    assert_eq!(output.status.code(), Some(code), "{told}{}", stdout(output));
    assert!(!told.contains("panicked") && !told.contains("{failure"), "{told}");
    for word in words {
        assert!(told.contains(word), "{word:?} is missing in: {told}");
    }
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    fs::write(folder.join(name), bytes).expect("a file");
}

#[test]
fn a_file_that_is_not_utf8_is_told_and_the_rest_goes_on() {
    let folder = project();
    write(folder.path(), "content/fr/latin.md", b"# Qu'est-ce qu'un cache ?\n\nUne copie plus pr\xe8s.\n");
    let built = run(folder.path(), &["build"]);
    expect(&built, 1, &["content/fr/latin.md", "0xE8", ":3:", "iconv"]);
    assert!(folder.path().join("public/fr/q/idempotence/index.html").is_file());
    let loose = run(folder.path(), &["--locale", "fr", "normalize", "content/fr"]);
    expect(&loose, 1, &["content/fr/latin.md", "l’octet 0xE8"]);
    assert!(stdout(&loose).contains("idempotence"));
    write(folder.path(), "content/fr/latin.md", b"\xff\xfeQ\0?\0");
    expect(&run(folder.path(), &["lint"]), 1, &[]);
    expect(&run(folder.path(), &["build"]), 1, &["UTF-16", "iconv"]);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_told_and_the_rest_goes_on() {
    use std::os::unix::fs::PermissionsExt;
    let folder = project();
    let path = folder.path().join("content/fr/closed.md");
    fs::write(&path, "x").expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
    if fs::read(&path).is_ok() {
        return; // root reads everything
    }
    expect(&run(folder.path(), &["build"]), 1, &["content/fr/closed.md", "permission is denied"]);
}

#[cfg(unix)]
#[test]
fn circles_of_folders_end() {
    let folder = project();
    std::os::unix::fs::symlink("..", folder.path().join("content/fr/up")).expect("a link");
    expect(&run(folder.path(), &["build"]), 1, &["content/fr/up", "circle"]);
    expect(&run(folder.path(), &["normalize", "content"]), 1, &["content/fr/up"]);
}

#[test]
fn empty_files_are_no_fault() {
    let folder = project();
    for name in ["content/fr/vide.md", "content/en/empty.jsonl", "content/en/empty.csv", "content/en/empty.yaml"] {
        write(folder.path(), name, "");
    }
    expect(&run(folder.path(), &["build"]), 0, &[]);
    write(folder.path(), "passerelle.yaml", "");
    expect(&run(folder.path(), &["build"]), 0, &[]);
}

#[test]
fn a_line_of_fifty_megabytes_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut text = b"# What is a log?\n\n".to_vec();
    text.resize(50 << 20, b'x');
    write(folder.path(), "long.md", &text);
    let begun = Instant::now();
    let output = run(folder.path(), &["normalize", "--ledger", "long.md"]);
    expect(&output, 0, &[]);
    assert!(stdout(&output).contains("\"lines\":3"), "{}", stdout(&output));
    // Generous: what would take quadratic time never ends.
    assert!(begun.elapsed() < Duration::from_secs(600), "{:?}", begun.elapsed());
    text.resize(65 << 20, b'x');
    write(folder.path(), "long.md", &text);
    expect(&run(folder.path(), &["normalize", "long.md"]), 1, &["long.md", "64 MiB"]);
}

/// Nine levels of nine: 387 million strings when unfolded.
fn bomb() -> String {
    let mut text = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, before) in "bcdefghi".chars().zip("abcdefgh".chars()) {
        let list = vec![format!("*{before}"); 9].join(", ");
        text += &format!("{name}: &{name} [{list}]\n");
    }
    text
}

#[test]
fn a_yaml_bomb_does_not_go_off() {
    let folder = project();
    let begun = Instant::now();
    write(folder.path(), "passerelle.yaml", format!("lint:\n  {}", bomb().replace('\n', "\n  ")));
    expect(&run(folder.path(), &["build"]), 2, &["passerelle.yaml:"]);
    write(folder.path(), "passerelle.yaml", "");
    write(folder.path(), "content/fr/bombe.md", format!("---\n{}---\n# Question ?\n\nRéponse.\n", bomb()));
    write(folder.path(), "content/en/bomb.yaml", bomb());
    let built = run(folder.path(), &["build"]);
    assert!(matches!(built.status.code(), Some(0 | 1)), "{}", stderr(&built));
    assert!(!stderr(&built).contains("panicked"), "{}", stderr(&built));
    assert!(begun.elapsed() < Duration::from_secs(200), "{:?}", begun.elapsed());
}

#[test]
fn a_foreign_output_folder_is_left_alone() {
    let folder = project();
    fs::create_dir(folder.path().join("thesis")).expect("a folder");
    write(folder.path(), "thesis/chapter.tex", "years");
    expect(&run(folder.path(), &["build", "--out", "thesis"]), 2, &["thesis", "chapter.tex", "--out"]);
    assert_eq!(fs::read_dir(folder.path().join("thesis")).expect("a folder").count(), 1);
    expect(&run(folder.path(), &["build", "--out", "passerelle.yaml"]), 2, &["passerelle.yaml", "not a folder"]);
    for out in [".", "content", "content/public", ".."] {
        expect(&run(folder.path(), &["build", "--out", out]), 2, &["overlaps"]);
    }
    assert!(!folder.path().join("passerelle.lock").exists(), "nothing was built, so nothing is recorded");
}

#[test]
fn what_is_not_known_is_told_with_what_is() {
    let folder = project();
    expect(&run(folder.path(), &["build", "--ouput", "x"]), 2, &["--ouput", "--help"]);
    expect(&run(folder.path(), &["bild"]), 2, &["bild", "build"]);
    expect(&run(folder.path(), &["lint", "--format", "jsonll"]), 2, &["jsonll", "human", "jsonl"]);
    expect(&run(folder.path(), &["export", "ankii"]), 2, &["ankii", "anki", "csv"]);
    expect(&run(folder.path(), &["build", "--jobs", "0"]), 2, &["--jobs", "0"]);
    expect(&run(folder.path(), &["lint", "--unsafe"]), 2, &["--fix"]);
    expect(&run(folder.path(), &["explain"]), 2, &["<RULE>"]);
    expect(&run(folder.path(), &["--locale", "fr", "lint", "--formt"]), 2, &["erreur", "--formt", "--format"]);
    expect(&run(folder.path(), &[]), 2, &["Usage"]);
    write(folder.path(), "passerelle.yaml", "title: {fr: x}\ncontnet: content\n");
    expect(&run(folder.path(), &["build"]), 2, &["passerelle.yaml:2:1", "contnet", "content"]);
    write(folder.path(), "passerelle.yaml", "lint:\n  mising-answer: error\n");
    expect(&run(folder.path(), &["lint"]), 2, &["passerelle.yaml:2", "mising-answer", "missing-answer"]);
    write(folder.path(), "passerelle.yaml", "content: nowhere\n");
    expect(&run(folder.path(), &["build"]), 2, &["nowhere", "does not exist"]);
}

#[test]
fn a_missing_path_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    for command in ["normalize", "link", "lint"] {
        expect(&run(folder.path(), &[command, "nowhere.md"]), 2, &["nowhere.md", "does not exist"]);
        expect(&run(folder.path(), &[command]), 2, &["passerelle.yaml", "--root"]);
    }
    expect(&run(folder.path(), &["build", "--root", "nowhere"]), 2, &["nowhere", "does not exist"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = project();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a device that is always full");
    let output =
        passerelle(folder.path()).arg("normalize").stdout(Stdio::from(full)).output().expect("the program runs");
    expect(&output, 2, &["standard output", "the disk is full"]);
    expect(&run(folder.path(), &["export", "csv", "-o", "/dev/full"]), 2, &["/dev/full", "the disk is full"]);
}

/// In a mount namespace of its own, where that is allowed: a disk of 200 KiB with an old site on it.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site() {
    let folder = project();
    fs::create_dir(folder.path().join("disk")).expect("a folder");
    for out in ["disk/site", "disk"] {
        // What the small disk can hold is written first, by hand, as the last build's output.
        let script = format!(
            "set -e; mount -t tmpfs -o size=100k none disk; mkdir -p {out}; printf '# x\\nold.html\\n' >{out}/.passerelle-manifest; \
             echo old >{out}/old.html; rc=0; \"$0\" build --out {out} || rc=$?; echo rc $rc; find disk -type f | sort; cat {out}/old.html"
        );
        let output = Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script, env!("CARGO_BIN_EXE_passerelle")])
            .current_dir(folder.path())
            .env("LC_ALL", "C")
            .output();
        let Ok(output) = output else { return };
        if !stdout(&output).contains("rc ") {
            return; // namespaces or mounts are not permitted here
        }
        let wanted = format!("rc 2\n{out}/.passerelle-manifest\n{out}/old.html\nold\n");
        assert_eq!(stdout(&output), wanted, "{}", stderr(&output));
        assert!(stderr(&output).contains("the disk is full"), "{}", stderr(&output));
        assert!(!folder.path().join("passerelle.lock").exists());
    }
}

#[test]
fn ids_do_not_lead_out_of_the_site() {
    let folder = project();
    for (at, id) in ["../../../escaped", "/etc/escaped", "a/../../escaped", "..", "con\\escaped", "x\u{0}escaped"]
        .iter()
        .enumerate()
    {
        let record = format!(
            "{{\"id\": {id:?}, \"lang\": \"en\", \"question\": \"What is {at}?\", \"answer\": \"A number.\", \"aliases\": [{id:?}]}}\n"
        );
        write(folder.path(), &format!("content/en/{at}.jsonl"), record.replace("\\0", "\\u0000"));
    }
    let built = run(folder.path(), &["build", "--out", "deep/er/public"]);
    assert!(matches!(built.status.code(), Some(0 | 1)), "{}", stderr(&built));
    assert!(!stderr(&built).contains("panicked"), "{}", stderr(&built));
    for entry in walkdir::WalkDir::new(folder.path()) {
        let path = entry.expect("an entry").into_path();
        let inside = path.starts_with(folder.path().join("deep/er/public"));
        assert!(inside || !path.to_string_lossy().contains("escaped"), "{}", path.display());
    }
    assert!(!Path::new("/etc/escaped").exists());
}

#[test]
fn ids_that_would_share_a_page_get_pages_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "passerelle.yaml", "title: {en: Test}\n");
    fs::create_dir_all(folder.path().join("content/en")).expect("a folder");
    // In case only, through one slug, and the very same.
    for (name, id) in [("a", "Cache"), ("b", "cache"), ("c", "c++"), ("d", "cpp"), ("e", "cpp")] {
        let text = format!("---\nid: {id}\n---\n# What is the file {name} about?\n\nThe answer of {name}.\n");
        write(folder.path(), &format!("content/en/{name}.md"), text);
    }
    let built = run(folder.path(), &["build", "--check-links"]);
    expect(&built, 1, &["b.md:2", "“Cache” is already", "c.md:2", "“cpp” is used", "d.md:2", "e.md:2"]);
    let pages = fs::read_dir(folder.path().join("public/en/q")).expect("pages");
    let mut names: Vec<String> = pages.map(|page| page.expect("a page").file_name().to_string_lossy().into()).collect();
    names.sort();
    assert_eq!(names, ["Cache", "cache-2", "cpp", "cpp-2", "cpp-3"]);
    for (name, page) in [("a", "Cache"), ("b", "cache-2"), ("c", "cpp"), ("d", "cpp-2"), ("e", "cpp-3")] {
        let html = fs::read_to_string(folder.path().join(format!("public/en/q/{page}/index.html"))).expect("a page");
        assert!(html.contains(&format!("The answer of {name}.")), "{page}");
    }
}
