//! The built site in a real browser, from the disk and under a sub-path, with scripts and without.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::programs;

/// A Python that can drive Chromium, or `None` where the test is skipped.
fn python() -> Option<PathBuf> {
    let python = programs::python();
    let needs = [
        ("the Python packages `selenium` and `pypdf`", programs::runs(&python, &["-c", "import selenium, pypdf"])),
        ("axe-core", Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules/axe-core").is_dir()),
        ("chromium", programs::runs("chromium", &["--version"])),
        ("chromedriver", programs::runs("chromedriver", &["--version"])),
    ];
    programs::all_there(&needs).then_some(python)
}

/// The repository's own site, in a folder.
fn build(site: &Path, more: &[&str]) {
    let built = Command::new(env!("CARGO_BIN_EXE_passerelle"))
        .args(["build", "--locked", "--check-links", "--root", env!("CARGO_MANIFEST_DIR"), "--out"])
        .arg(site)
        .args(more)
        .output()
        .expect("the binary starts");
    assert!(built.status.success(), "build: {}", String::from_utf8_lossy(&built.stderr));
}

#[test]
fn readers_find_their_way() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let site = folder.path().join("site");
    build(&site, &[]);
    let run = Command::new(python)
        .args(["-m", "unittest", "discover", "-s", "tests/browser", "-p", "*_test.py"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("SITE", &site)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("python starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

/// The page with the most in it of those in folders of this folder.
fn longest(site: &Path, folder: &str) -> String {
    let pages = fs::read_dir(site.join(folder)).expect("a folder").map(|entry| {
        let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
        let page = format!("{folder}/{name}/index.html");
        (fs::metadata(site.join(&page)).map_or(0, |file| file.len()), page)
    });
    pages.max().expect("a page").1
}

#[test]
fn six_kinds_of_page_have_every_point_on_a_phone() {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/node_modules");
    let needs = [
        ("node", programs::runs("node", &["--version"])),
        ("lighthouse", modules.join("lighthouse").is_dir()),
        ("chromium", programs::runs("chromium", &["--version"])),
    ];
    if !programs::all_there(&needs) {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let site = folder.path().join("site");
    // A port that is free now: pages say their whole addresses.
    let port =
        TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port().to_string();
    build(&site, &["--base-url", &format!("http://127.0.0.1:{port}/")]);
    let kinds = [
        "fr/index.html".to_owned(),
        longest(&site, "fr/topics"),
        longest(&site, "en/q"),
        longest(&site, "fr/concepts"),
        // With results: an address that readers pass on.
        "en/search/index.html?q=rate+limiting".to_owned(),
        "fr/search/index.html?q=limitation+de+debit".to_owned(),
        "fr/study/index.html".to_owned(),
        "en/downloads/index.html".to_owned(),
    ];
    let run = Command::new("node")
        .arg("tests/browser/lighthouse.mjs")
        .args([site.as_os_str(), port.as_ref()])
        .args(&kinds)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("node starts");
    let told = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{told}{}", String::from_utf8_lossy(&run.stderr));
    let pages: Vec<serde_json::Value> = told.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(pages.len(), kinds.len(), "{told}");
    for page in pages {
        for name in ["performance", "accessibility", "best-practices", "seo"] {
            assert_eq!(page["scores"][name].as_u64(), Some(100), "{name}: {page}");
        }
        eprintln!("{}: speed {}, {}", page["page"], page["speed"], page["metrics"]);
    }
}
