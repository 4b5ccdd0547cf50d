//! What `lint` keeps never changes what it finds.

use std::fs;
use std::path::Path;

use super::cli::{passerelle, run, stderr, stdout};

/// A collection in both languages with faults in documents and between them.
fn collection() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("passerelle.yaml", "languages: [fr, en]\n"),
        (
            "content/concepts.yaml",
            "- {id: cache, prefLabel: {en: cache, fr: cache}}\n- {id: queue, prefLabel: {en: queue, fr: file}}\n",
        ),
        (
            "content/a.md",
            "# How would you implement a rate limiter?\n\nA token bucket for every client, in a shared store.\n",
        ),
        (
            "content/b.md",
            "# Where does a rate limiter count the calls of a client?\n\nIn a bucket of tokens for each, in a shared store.\n",
        ),
        ("content/c.md", "---\nconcepts: [cache]\n---\n# What is a cache?\n\nA copy that is nearer.\n\n![](x.png)\n"),
        ("content/d.md", "# What is a cache?\n\nA nearer copy.\n\n```\nlet a = 1;\n```\n"),
        ("content/e.md", "<!-- passerelle: allow missing-answer it comes later -->\n# What is a lock?\n\nTODO\n"),
        ("content/f.md", "# À quoi sert un verrou ?\n\nLe systeme le rend a la requete suivante, deja prete.\n"),
        ("content/g.md", "# What is a tree?\n\nThis isnâ€™t a list.\n\n<script>alert(1)</script>\n"),
        ("content/h.md", "---\nid: shape\n---\n# What is a graph?\n\nPoints and lines.\n"),
    ] {
        write(folder.path(), name, text);
    }
    folder
}

fn write(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    fs::write(path, text).expect("a file");
}

fn lint(root: &Path, more: &[&str]) -> String {
    let ended = run(root, &[&["lint", "--format", "jsonl"], more].concat());
    assert!(ended.status.code() != Some(2), "{}", stderr(&ended));
    stdout(&ended)
}

fn kept(root: &Path) -> std::path::PathBuf {
    root.join(".passerelle/cache/lint")
}

#[test]
fn findings_are_the_same_with_and_without_a_cache_after_any_change() {
    let folder = collection();
    let root = folder.path();
    let mut before = String::new();
    let mut same = |what: &str| {
        let anew = lint(root, &["--no-cache"]);
        for jobs in ["1", "2"] {
            assert_eq!(lint(root, &["--jobs", jobs]), anew, "{what}");
        }
        let changed = anew != before;
        before = anew;
        changed
    };
    assert!(same("at first"));
    for rule in ["near-duplicate-question", "duplicate-question", "missing-image", "missing-accent", "mojibake"] {
        assert!(lint(root, &[]).contains(&format!("\"{rule}\"")), "{rule}");
    }
    let plan = "# What is a plan?\n\nA list of all that Terrafrom would change, before it does so.\n";
    let copy = "A pile of plates: what was put there last is taken first, and the rest waits until then.";
    let copies = [format!("---\nlang: fr\n---\n# Une pile ?\n\n{copy}\n"), format!("# What is a stack?\n\n{copy}\n")];
    let changes: [(&str, &str, &str); 21] = [
        (
            "a link to nothing",
            "content/j.md",
            "# What is a path?\n\n[Told there](later.md#steps), with all of its steps.\n",
        ),
        (
            "what it leads to, but for its anchor",
            "content/later.md",
            "# What is a way?\n\nA path that leads somewhere.\n",
        ),
        ("the anchor", "content/later.md", "# What is a way?\n\nA path that leads somewhere.\n\n## Steps\n\nMany.\n"),
        ("a slip", "content/k.md", plan),
        ("the slip again", "content/k1.md", &plan.replace("plan", "draft")),
        ("a word that is meant", "content/k2.md", &plan.replace("plan", "sketch")),
        ("an answer in another language", "content/s.md", &copies[0]),
        ("what it was copied from", "content/t.md", &copies[1]),
        (
            "no copy",
            "content/s.md",
            "---\nlang: fr\n---\n# Une pile ?\n\nDes assiettes : la dernière posée part la première.\n",
        ),
        ("an edit", "content/d.md", "# What is a buffer?\n\nA place to wait.\n"),
        ("another duplicate", "content/0.md", "# What is a graph?\n\nA drawing.\n"),
        (
            "a suppression of nothing",
            "content/e.md",
            "<!-- passerelle: allow missing-answer no -->\n# What is a lock?\n\nA door.\n",
        ),
        ("a level", "passerelle.yaml", "lint:\n  mojibake: info\n  near-duplicate-question: off\n"),
        ("a level of a path", "passerelle.yaml", "lint_paths:\n  content/g.md:\n    dangerous-html: off\n"),
        ("a concept less", "content/concepts.yaml", "- {id: queue, prefLabel: {en: queue, fr: file}}\n"),
        (
            "a broken glossary",
            "content/concepts.yaml",
            "- {id: queue, prefLabel: {en: queue, fr: file}, broader: [x]}\n",
        ),
        ("an image", "content/x.png", "not one"),
        ("an id given twice", "content/i.md", "---\nid: Shape\n---\n# What is a shape?\n\nAn outline.\n"),
        ("an id given once", "content/i.md", "---\nid: form\n---\n# What is a shape?\n\nAn outline.\n"),
        ("a decision", "content/links.yaml", "- {a: shape, b: form, kind: same, reason: they are}\n"),
        ("no decision", "content/links.yaml", "[]\n"),
    ];
    for (what, name, text) in changes {
        write(root, name, text);
        assert!(same(what), "{what} changes what is found");
    }
    for name in ["links.yaml", "a.md", "0.md"] {
        fs::remove_file(root.join("content").join(name)).expect("removed");
        same(name);
    }
    fs::rename(root.join("content/g.md"), root.join("content/z.md")).expect("renamed");
    assert!(same("a new name"));
    fs::write(root.join("content/z.md"), b"# What\0\xff\xfe").expect("a file");
    assert!(same("a file that is no text"));
}

#[test]
fn what_is_kept_is_used() {
    let folder = collection();
    let root = folder.path();
    let first = lint(root, &[]);
    let bytes = fs::read(kept(root)).expect("a cache");
    // Another finding in the place of what was kept comes out, as nothing else is looked at.
    let name = b"mojibake";
    let told: Vec<usize> = (0..bytes.len() - name.len()).filter(|&at| bytes[at..].starts_with(name)).collect();
    assert!(!told.is_empty());
    let mut other = bytes.clone();
    told.iter().for_each(|&at| other[at + name.len()] ^= 3);
    fs::write(kept(root), &other).expect("written");
    assert_eq!(lint(root, &[]), first, "what does not add up is not believed");
    let sum = crc32fast::hash(&other[36..]).to_le_bytes();
    other[16..20].copy_from_slice(&sum);
    fs::write(kept(root), &other).expect("written");
    assert_ne!(lint(root, &[]), first, "what does is believed");
}

#[test]
fn a_damaged_cache_is_none_and_is_mended() {
    let folder = collection();
    let root = folder.path();
    let first = lint(root, &[]);
    let bytes = fs::read(kept(root)).expect("a cache");
    let damaged = |bytes: &[u8]| {
        fs::write(kept(root), bytes).expect("written");
        assert_eq!(lint(root, &[]), first);
        assert!(fs::read(kept(root)).expect("a cache").len() > 100, "it is whole again");
    };
    damaged(b"");
    damaged(b"passerelle-lint1");
    damaged(&bytes[..bytes.len() / 2]);
    damaged(&[&bytes[..], b"x"].concat());
    for at in [3, 18, 25, 40, bytes.len() / 2, bytes.len() - 1] {
        let mut other = bytes.clone();
        other[at] ^= 0x55;
        damaged(&other);
    }
    fs::remove_file(kept(root)).expect("removed");
    fs::create_dir(kept(root)).expect("a folder in its place");
    assert_eq!(lint(root, &[]), first, "where nothing can be kept, nothing is");
}

/// Who writes a file and puts its old time back is found out all the same.
#[cfg(unix)]
#[test]
fn an_edit_with_the_old_time_and_size_is_seen() {
    let folder = collection();
    let root = folder.path();
    let file = root.join("content/c.md");
    let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    let set =
        || fs::File::options().write(true).open(&file).and_then(|file| file.set_modified(long_ago)).expect("a time");
    set();
    let first = lint(root, &[]);
    let text = fs::read_to_string(&file).expect("a file");
    fs::write(&file, text.replace("concepts: [cache]", "concepts: [cadhe]")).expect("written");
    set();
    assert_ne!(lint(root, &[]), first);
    assert_eq!(lint(root, &[]), lint(root, &["--no-cache"]));
}

#[test]
fn the_cache_lies_where_it_is_told_and_git_leaves_it_alone() {
    let folder = collection();
    let root = folder.path();
    lint(root, &["--no-cache"]);
    assert!(!root.join(".passerelle").exists(), "nothing is kept without a cache");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let ended = passerelle(root).args(["lint"]).env("PASSERELLE_CACHE_DIR", elsewhere.path()).output().expect("runs");
    assert!(ended.status.code() != Some(2), "{}", stderr(&ended));
    assert!(!root.join(".passerelle").exists());
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 1);
    lint(root, &["content/a.md"]);
    assert!(!root.join(".passerelle").exists(), "of some files nothing is kept");
    lint(root, &[]);
    assert!(kept(root).is_file());
    assert_eq!(fs::read_to_string(root.join(".passerelle/cache/.gitignore")).expect("a file"), "*\n");
}
