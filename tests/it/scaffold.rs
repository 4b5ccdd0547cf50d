//! What `new` and `init` begin is sound.

use std::collections::BTreeSet;
use std::fs;

use passerelle::i18n::Lang;
use passerelle::normalise::{Status, normalise};
use passerelle::parse::parse;
use passerelle::scaffold;
use passerelle::source::Source;
use serde_json::Value;

use super::cli::{passerelle, project, run, stderr, stdout};

#[test]
fn a_new_question_is_read_back_as_one() {
    for (asked, lang, topic) in [
        ("What is a \"lock\"?", Lang::En, None),
        ("Qu’est-ce qu’un verrou\u{202f}?", Lang::Fr, Some("Données : \"bases\" # et [files]")),
        ("Explain C# and C++", Lang::En, Some("null")),
        ("  Où\n est --- l'index ? ", Lang::Fr, Some("- a")),
        ("--- : what [is] {this}: a & *b*?", Lang::En, Some("")),
        ("なに?", Lang::En, None),
        ("null", Lang::En, None),
        ("42?", Lang::En, None),
    ] {
        for taken in [BTreeSet::new(), BTreeSet::from([passerelle::text::slug(asked)])] {
            let made = scaffold::question(asked, lang, topic, &taken).expect("a question");
            assert!(!taken.contains(&made.id), "{}", made.id);
            let source = Source::new("x.md", "x.md", made.text.as_str());
            let parsed = parse(&source);
            assert!(parsed.diagnostics.is_empty(), "{:?}\n{}", parsed.diagnostics, made.text);
            let read = normalise(&source, &parsed);
            assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
            let [entry] = &read.entries[..] else { panic!("one entry: {}", made.text) };
            assert_eq!((&entry.id, entry.lang, entry.status), (&made.id, lang, Status::Placeholder));
            assert_eq!(entry.topic(), topic.filter(|topic| !topic.is_empty()));
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['*'], "");
            assert_eq!(plain(&entry.question), plain(asked));
        }
    }
    for nothing in ["", " \n\t", "\u{7}"] {
        assert_eq!(scaffold::question(nothing, Lang::En, None, &BTreeSet::new()), None, "{nothing:?}");
    }
}

#[test]
fn new_writes_one_file_and_never_over_another() {
    let folder = project();
    let new = |args: &[&str]| run(folder.path(), &[&["new"], args].concat());
    let made = new(&["Comment choisir une clé ?", "--topic", "Données"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    assert_eq!(stdout(&made), "content/fr/questions/comment-choisir-une-cle.md\n", "the language is seen");
    let path = folder.path().join("content/fr/questions/comment-choisir-une-cle.md");
    let text = fs::read_to_string(&path).expect("the file");
    fs::write(&path, text.replace("À rédiger", "Selon l’usage : naturelle si elle ne change jamais, technique sinon."))
        .expect("completed");
    let again = new(&["Comment choisir une clé ?"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("comment-choisir-une-cle.md"), "{}", stderr(&again));
    assert!(
        fs::read_to_string(&path)
            .expect("the file")
            .contains("Selon l’usage : naturelle si elle ne change jamais, technique sinon.")
    );
    let records = stdout(&run(folder.path(), &["normalize"]));
    let record: Value = records
        .lines()
        .find(|line| line.contains("Comment choisir"))
        .map_or(Value::Null, |line| serde_json::from_str(line).expect("JSON"));
    assert_eq!((&record["lang"], &record["section"][0]), (&"fr".into(), &"Données".into()), "{records}");

    let other = new(&["Idempotence", "--lang", "en"]);
    assert_eq!(stdout(&other), "content/en/questions/idempotence-2.md\n", "the id is somebody's: {}", stderr(&other));
    let found = stdout(&run(folder.path(), &["lint", "--format", "jsonl"]));
    let rules = |found: &str| -> Vec<String> {
        let rule = |line: &str| serde_json::from_str::<Value>(line).expect("JSON")["rule"].as_str().map(str::to_owned);
        found.lines().filter_map(rule).collect()
    };
    assert_eq!(
        rules(&found),
        ["duplicate-question", "unused-suppression"],
        "who has an answer needs no leave: {found}"
    );
    assert_eq!(run(folder.path(), &["lint", "--fix"]).status.code(), Some(0));
    let found = stdout(&run(folder.path(), &["lint", "--format", "jsonl"]));
    assert_eq!(rules(&found), ["duplicate-question"], "a question that waits for its answer is sound: {found}");
    assert_eq!(new(&["  "]).status.code(), Some(2));
    let elsewhere = tempfile::tempdir().expect("a folder");
    let root = folder.path().to_str().expect("a path");
    let far = run(elsewhere.path(), &["new", "Why?", "--root", root, "--lang", "fr"]);
    assert!(stdout(&far).trim_end().ends_with("content/fr/questions/why.md"), "{}", stderr(&far));
}

#[test]
fn a_new_collection_builds_and_lints() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("empty/.git")).expect("a folder");
    for name in ["a/new/one", "empty"] {
        let made = run(folder.path(), &["init", name]);
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
        assert!(stdout(&made).contains(&format!("{name}/passerelle.yaml")), "{}", stdout(&made));
        let root = folder.path().join(name);
        let lint = run(&root, &["lint", "--deny", "info", "--format", "jsonl"]);
        assert_eq!((lint.status.code(), stdout(&lint).as_str()), (Some(0), ""), "{}", stderr(&lint));
        let build = run(&root, &["build"]);
        assert_eq!((build.status.code(), stderr(&build).as_str()), (Some(0), ""));
        for page in ["fr/q/pourquoi-paginer/index.html", "en/q/why-paginate/index.html"] {
            assert!(root.join("public").join(page).is_file(), "{page}");
        }
        let links = stdout(&run(&root, &["link", "--format", "jsonl"]));
        assert!(links.contains("\"kind\":\"same\"") || links.contains("\"kind\":\"close\""), "{links}");
        let again = run(folder.path(), &["init", name, "--locale", "fr"]);
        assert_eq!(again.status.code(), Some(2));
        assert!(stderr(&again).contains("n’est pas vide"), "{}", stderr(&again));
    }
    let seed = |name: &str| fs::read_to_string(folder.path().join(name).join("passerelle.yaml")).expect("settings");
    assert!(
        seed("a/new/one").contains("seed: \"one\"") && seed("empty").contains("seed: \"empty\""),
        "decks of their own"
    );
    assert_eq!(run(folder.path(), &["init", "empty/README.md"]).status.code(), Some(2));
    let here = folder.path().join("here");
    fs::create_dir(&here).expect("a folder");
    assert_eq!(passerelle(&here).args(["init", "."]).output().expect("it runs").status.code(), Some(0));
    let left =
        fs::read_dir(folder.path()).expect("a folder").filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    assert!(left.into_iter().all(|name| !name.starts_with('.')), "nothing is left beside");
}

#[test]
fn what_new_writes_lints_clean_at_every_level() {
    for (asked, heading) in [
        ("What does the <script defer> attribute do?", "# What does the `<script defer>` attribute do?"),
        ("What is List<int>?", "# What is `List<int>`?"),
        ("What is Map<String, List<int>> and `Set<T>`?", "# What is `Map<String, List<int>>` and `Set<T>`?"),
        ("Comment fonctionne <T extends U> ?", "# Comment fonctionne `<T extends U>` ?"),
        ("Qu'est-ce que le \"verrou\" d'une base ?", "# Qu’est-ce que le «\u{a0}verrou\u{a0}» d’une base\u{202f}?"),
    ] {
        let folder = project();
        let made = run(folder.path(), &["new", asked]);
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
        let path = stdout(&made).trim().to_owned();
        let text = fs::read_to_string(folder.path().join(&path)).expect("the file");
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(plain(&text).contains(&plain(&format!("\n{heading}\n"))), "{text}");
        let found = run(folder.path(), &["lint", "--format", "jsonl", "--deny", "info", &path]);
        assert_eq!((found.status.code(), stdout(&found).as_str()), (Some(0), ""), "{text}");
    }
}

#[test]
fn a_question_in_a_language_that_the_collection_lacks_is_told() {
    let folder = project();
    fs::write(folder.path().join("passerelle.yaml"), "languages: [fr]\n").expect("settings");
    let made = run(folder.path(), &["new", "What is the difference between a queue and a log?"]);
    assert!(made.status.code() == Some(0) && stdout(&made).starts_with("content/fr/"), "{}", stderr(&made));
    assert!(stderr(&made).contains("filed as fr"), "{}", stderr(&made));
    let french = run(folder.path(), &["new", "Quelle est la différence entre une file et un journal ?"]);
    assert_eq!(stderr(&french), "");
}
