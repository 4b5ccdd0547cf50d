//! A project and loose paths, as found on disk.

use std::fs;
use std::path::{Path, PathBuf};

use passerelle::discover::{self, Found};

fn write(root: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, bytes).expect("a file");
}

fn names(found: &[passerelle::source::Source]) -> Vec<&str> {
    found.iter().map(|source| source.name.as_str()).collect()
}

#[test]
fn a_project_is_read_in_order_and_without_its_private_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    write(root, "passerelle.yaml", "content: questions\n");
    write(root, "questions/fr/b.md", "b");
    write(root, "questions/fr/a.txt", "\u{feff}a");
    write(root, "questions/en/c.jsonl", "");
    for other in ["concepts.yaml", "links.yaml", ".hidden.md", ".git/x.md", "fr/page.html", "fr/README"] {
        write(root, &format!("questions/{other}"), "[]");
    }
    write(root, "templates/assets/site.css", "a{}");
    write(root, "passerelle.lock", "ids");
    let project = discover::project(root).expect("a project");
    assert_eq!(names(&project.sources), ["questions/en/c.jsonl", "questions/fr/a.txt", "questions/fr/b.md"]);
    assert_eq!(project.sources[1].text, "a");
    assert_eq!(project.concepts.expect("concepts").name, "questions/concepts.yaml");
    assert_eq!(project.lock.expect("a lock file").text, "ids");
    assert_eq!(project.theme.keys().collect::<Vec<_>>(), ["assets/site.css"]);
    assert_eq!(discover::root(&root.join("questions/fr")), Some(root.canonicalize().expect("a path")));
    assert!(project.problems.is_empty());
}

#[test]
fn a_file_that_is_named_is_read_whatever_its_extension() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "notes.org", "n");
    write(folder.path(), "sub/x.md", "x");
    write(folder.path(), "sub/y.org", "y");
    let paths = [folder.path().join("notes.org"), folder.path().join("sub"), PathBuf::from("-")];
    let Found { sources, problems } = discover::paths(&paths, &mut "piped".as_bytes()).expect("three sources");
    assert_eq!(sources.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["n", "x", "piped"]);
    assert!(problems.is_empty() && sources[2].name == "-");
    let missing = discover::paths(&[folder.path().join("none.md")], &mut std::io::empty()).expect_err("not there");
    assert_eq!(missing.key, "path");
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_and_reported_outside() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    write(root, "secret.md", "s");
    write(root, "content/fr/a.md", "a");
    symlink("../content", root.join("content/circle")).expect("a link");
    symlink("../secret.md", root.join("content/leak.md")).expect("a link");
    symlink("nowhere.md", root.join("content/lost.md")).expect("a link");
    symlink("fr/a.md", root.join("content/same.md")).expect("a link");
    let project = discover::project(root).expect("a project");
    assert_eq!(names(&project.sources), ["content/fr/a.md", "content/same.md"]);
    let told: Vec<_> = project.problems.iter().map(|p| (p.path.as_str(), p.variant.unwrap_or_default())).collect();
    assert_eq!(told, [("content/circle", "loop"), ("content/leak.md", "outside"), ("content/lost.md", "missing")]);
}
