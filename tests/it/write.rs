//! Output is either the old one or the whole new one.

use std::fs;
use std::path::Path;

use passerelle::files::Files;
use passerelle::write::{self, MANIFEST, Written};

fn site(list: &[(&str, &str)]) -> Files {
    let mut files = Files::new();
    for (path, text) in list {
        files.insert(*path, *text).expect("a safe path");
    }
    files
}

/// Every file below a folder but the manifest, with its text; links as `-> target`.
fn tree(folder: &Path) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.expect("an entry");
        let name = entry.path().strip_prefix(folder).expect("below").display().to_string();
        if entry.file_type().is_symlink() {
            out.push((name, format!("-> {}", fs::read_link(entry.path()).expect("a link").display())));
        } else if entry.file_type().is_file() && name != MANIFEST {
            out.push((name, fs::read_to_string(entry.path()).expect("a file")));
        }
    }
    out
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect()
}

#[test]
fn only_what_differs_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("deep/public");
    let first = site(&[("index.html", "1"), ("fr/q/a/index.html", "a"), ("old.txt", "o")]);
    assert_eq!(write::folder(&first, &out).expect("written"), Written { new: 3, ..Written::default() });
    let before = fs::metadata(out.join("index.html")).expect("a file").modified().expect("a time");
    assert_eq!(write::folder(&first, &out).expect("written"), Written { unchanged: 3, ..Written::default() });
    let second = site(&[("index.html", "1"), ("fr/q/a/index.html", "b"), ("fr/q/b/index.html", "n")]);
    let done = write::folder(&second, &out).expect("written");
    assert_eq!(done, Written { new: 1, changed: 1, unchanged: 1, removed: 1 });
    assert_eq!(tree(&out), pairs(&[("fr/q/a/index.html", "b"), ("fr/q/b/index.html", "n"), ("index.html", "1")]));
    assert_eq!(fs::metadata(out.join("index.html")).expect("a file").modified().expect("a time"), before);
    fs::write(out.join("index.html"), "2").expect("edited by hand");
    write::folder(&second, &out).expect("written");
    assert_eq!(fs::read_to_string(out.join("index.html")).expect("a file"), "1");
    assert_eq!(fs::read_dir(out.parent().expect("a parent")).expect("a folder").count(), 1, "no stage is left");
}

#[test]
fn what_somebody_else_put_there_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("public");
    fs::create_dir(&out).expect("a folder");
    fs::write(out.join(".gitkeep"), "").expect("a file");
    write::folder(&site(&[("a.html", "1")]), &out).expect("written");
    fs::create_dir_all(out.join(".git/refs")).expect("a folder");
    fs::write(out.join(".git/refs/x"), "ref").expect("a file");
    write::folder(&site(&[("b.html", "2")]), &out).expect("written");
    assert_eq!(tree(&out), pairs(&[(".git/refs/x", "ref"), (".gitkeep", ""), ("b.html", "2")]));
    fs::write(out.join("c.html"), "mine").expect("a file");
    let refused = write::folder(&site(&[("c.html", "3")]), &out).expect_err("not ours");
    assert_eq!(refused.key, "out-collision");
    assert_eq!(tree(&out)[2..], pairs(&[("b.html", "2"), ("c.html", "mine")]));
}

#[test]
fn foreign_folders_and_files_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = site(&[("a.html", "1")]);
    fs::write(folder.path().join("thesis.tex"), "years of work").expect("a file");
    assert_eq!(write::folder(&files, folder.path()).expect_err("foreign").key, "out-foreign");
    assert_eq!(write::folder(&files, &folder.path().join("thesis.tex")).expect_err("a file").key, "out-not-a-folder");
    assert_eq!(tree(folder.path()), pairs(&[("thesis.tex", "years of work")]));
}

#[cfg(unix)]
#[test]
fn links_in_the_output_are_not_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (out, elsewhere) = (folder.path().join("public"), folder.path().join("elsewhere"));
    fs::create_dir(&elsewhere).expect("a folder");
    fs::write(elsewhere.join("a.html"), "kept").expect("a file");
    write::folder(&site(&[("x.html", "1")]), &out).expect("written");
    std::os::unix::fs::symlink(&elsewhere, out.join("fr")).expect("a link");
    let refused = write::folder(&site(&[("fr/a.html", "2")]), &out).expect_err("through a link");
    assert_eq!(refused.key, "out-collision");
    write::folder(&site(&[("y.html", "1")]), &out).expect("the link is not in the way");
    assert_eq!(tree(&elsewhere), pairs(&[("a.html", "kept")]));
    assert!(out.join("fr").is_symlink() && !out.join("x.html").exists());
}

#[test]
fn a_failure_half_way_leaves_the_old_output() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("public");
    write::folder(&site(&[("a.html", "1"), ("b.html", "1")]), &out).expect("written");
    // Longer than any file system takes, though each part is allowed.
    let long = vec!["x".repeat(250); 40].join("/");
    let refused = write::folder(&site(&[("a.html", "2"), (&long, "2")]), &out).expect_err("too long");
    assert_eq!(refused.key, "write");
    assert_eq!(tree(folder.path())[1..], pairs(&[("public/a.html", "1"), ("public/b.html", "1")]));
    let fresh = folder.path().join("fresh");
    assert_eq!(write::folder(&site(&[(&long, "2")]), &fresh).expect_err("too long").key, "write");
    assert!(!fresh.exists());
}

#[test]
fn what_was_moved_before_a_failure_is_moved_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("public");
    let old = [("a.html", "1"), ("fr/x/gone.html", "1"), ("shut/b.html", "1")];
    write::folder(&site(&old), &out).expect("written");
    // A folder stands where a new file is to go, which shows only when the file is put there.
    fs::create_dir_all(out.join("z.html/empty")).expect("a folder");
    let new = site(&[("a.html", "2"), ("new/c.html", "2"), ("shut/b.html", "2"), ("z.html", "2")]);
    assert_eq!(write::folder(&new, &out).expect_err("in the way").key, "write");
    assert_eq!(tree(&out), pairs(&old));
    assert!(!out.join("new").exists() && fs::read_dir(&out).expect("a folder").count() == 5);
    fs::remove_dir_all(out.join("z.html")).expect("removed");
    write::folder(&new, &out).expect("written");
    assert!(!out.join("fr").exists());
    assert_eq!(tree(&out).len(), 4);
}

#[test]
fn a_file_becomes_a_folder_and_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("public");
    for list in [&[("a", "1")][..], &[("a/b/c", "2"), ("a/d", "2")], &[("a", "3")]] {
        write::folder(&site(list), &out).expect("written");
        assert_eq!(tree(&out), pairs(list));
    }
}

#[test]
fn a_dead_process_s_stage_is_swept() {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = folder.path().join(".public.999999999.passerelle");
    fs::create_dir(&stage).expect("a folder");
    fs::write(stage.join("lock"), "").expect("a file");
    let other = folder.path().join(".public.notes.passerelle");
    fs::create_dir(&other).expect("a folder");
    write::folder(&site(&[("a.html", "1")]), &folder.path().join("public")).expect("written");
    assert!(!stage.exists() && other.exists());
    let inside = folder.path().join("public/.stage.999999999.passerelle");
    fs::create_dir(&inside).expect("a folder");
    let again = write::folder(&site(&[("a.html", "1")]), &folder.path().join("public")).expect("written");
    assert!(!inside.exists() && again.unchanged == 1);
}

#[test]
fn a_file_is_replaced_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deck.apkg");
    write::file(&path, b"1").expect("written");
    write::file(&path, b"2").expect("written");
    assert_eq!(tree(folder.path()), pairs(&[("deck.apkg", "2")]));
    assert_eq!(write::file(folder.path(), b"3").expect_err("a folder").key, "write");
    assert_eq!(write::file(&folder.path().join("no/such/x"), b"3").expect_err("no folder").key, "no-folder");
}

#[test]
fn several_files_are_replaced_together_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("a"), "old").expect("a file");
    std::fs::create_dir(path("in-the-way")).expect("a folder");
    let error =
        write::files(&[(path("a"), b"new".to_vec()), (path("in-the-way"), b"new".to_vec())]).expect_err("a folder");
    assert_eq!(error.key, "write");
    assert_eq!(std::fs::read(path("a")).expect("a file"), b"old");
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing is left beside");
    write::files(&[(path("a"), b"new".to_vec()), (path("deep/b"), b"b".to_vec())]).expect("both");
    assert_eq!(
        (std::fs::read(path("a")).expect("a"), std::fs::read(path("deep/b")).expect("b")),
        (b"new".to_vec(), b"b".to_vec())
    );
}
