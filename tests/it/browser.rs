//! The built site in a real browser, from the disk and under a sub-path, with scripts and without.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The Python of the project's virtual environment, made by `./test`; `None` where the test cannot run.
///
/// With `PASSERELLE_REQUIRE=all` a missing program fails the test instead.
fn python() -> Option<PathBuf> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/python");
    let runs =
        |program: &Path, arg: &str| Command::new(program).arg(arg).output().is_ok_and(|out| out.status.success());
    let missing: Vec<&str> = [
        ("the virtual environment .venv", runs(&python, "--version")),
        ("chromium", runs(Path::new("chromium"), "--version")),
        ("chromedriver", runs(Path::new("chromedriver"), "--version")),
    ]
    .into_iter()
    .filter_map(|(name, there)| (!there).then_some(name))
    .collect();
    if missing.is_empty() {
        return Some(python);
    }
    let required = std::env::var("PASSERELLE_REQUIRE").is_ok_and(|what| what == "all");
    assert!(!required, "missing: {}; ./test installs them", missing.join(", "));
    eprintln!("skipped: missing {}; ./test installs them", missing.join(", "));
    None
}

#[test]
fn readers_find_their_way() {
    let Some(python) = python() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let site = folder.path().join("site");
    let built = Command::new(env!("CARGO_BIN_EXE_passerelle"))
        .args(["build", "--locked", "--root"])
        .arg(root)
        .arg("--out")
        .arg(&site)
        .output()
        .expect("the binary starts");
    assert!(built.status.success(), "build: {}", String::from_utf8_lossy(&built.stderr));
    let run = Command::new(python)
        .args(["-m", "unittest", "discover", "-s", "tests/browser", "-p", "*_test.py"])
        .current_dir(root)
        .env("SITE", &site)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("python starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
