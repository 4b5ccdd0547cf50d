//! The built site in a real browser, from the disk and under a sub-path, with scripts and without.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::programs;

/// A Python that can drive Chromium, or `None` where the test is skipped.
fn python() -> Option<PathBuf> {
    let python = programs::python();
    let needs = [
        ("the Python package `selenium`", programs::runs(&python, &["-c", "import selenium"])),
        ("chromium", programs::runs("chromium", &["--version"])),
        ("chromedriver", programs::runs("chromedriver", &["--version"])),
    ];
    programs::all_there(&needs).then_some(python)
}

#[test]
fn readers_find_their_way() {
    let Some(python) = python() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let site = folder.path().join("site");
    let built = Command::new(env!("CARGO_BIN_EXE_passerelle"))
        .args(["build", "--locked", "--check-links", "--root"])
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
