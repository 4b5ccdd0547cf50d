//! A lexicon is learnt from parallel text, and linked by.

use std::fs;

use passerelle::lexicon::pairs::{self, Pair};
use passerelle::lexicon::{Lexicon, Settings, train};

use super::cli::{run, stderr, stdout};

/// Sentences of a small language: each noun with each verb, so that only the whole text tells which word is which.
fn made_up() -> Vec<Pair> {
    let nouns = [("serveur", "server"), ("fichier", "file"), ("jeton", "token"), ("grappe", "cluster")];
    let verbs = [("garde", "keeps"), ("perd", "loses"), ("attend", "awaits"), ("refuse", "rejects")];
    let mut out = Vec::new();
    for (fr, en) in nouns {
        for (french, english) in verbs {
            for (objet, object) in nouns.iter().filter(|(other, _)| *other != fr) {
                let fr = format!("Le {fr} {french} le {objet}.");
                out.push(Pair { fr, en: format!("The {en} {english} the {object}.") });
            }
        }
    }
    out
}

fn translations(lexicon: &Lexicon, stem: &str) -> Vec<(String, u8)> {
    let row = lexicon.words.iter().find(|(word, _)| word.stem == stem);
    row.into_iter().flat_map(|(_, all)| all).map(|t| (t.word.stem.clone(), t.weight)).collect()
}

#[test]
fn words_are_paired_by_what_they_occur_with() {
    let lexicon = train(&made_up(), &Settings::default());
    for (fr, en) in [("serv", "serv"), ("fichi", "file"), ("jeton", "token"), ("grapp", "clust"), ("perd", "lose")] {
        let all = translations(&lexicon, fr);
        let first = all.first().unwrap_or_else(|| panic!("{fr} is not in {lexicon}"));
        assert!(first.0.starts_with(en), "{fr}: {all:?}");
        assert!(first.1 >= 12, "{fr}: {all:?}");
    }
}

#[test]
fn neither_order_nor_threads_change_a_byte() {
    let first = train(&made_up(), &Settings::default()).to_string();
    let mut reversed = made_up();
    reversed.reverse();
    assert_eq!(train(&reversed, &Settings::default()).to_string(), first);
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        assert_eq!(pool.install(|| train(&made_up(), &Settings::default())).to_string(), first, "{threads} threads");
    }
}

#[test]
fn the_size_is_kept() {
    let whole = train(&made_up(), &Settings::default());
    let bytes = whole.to_string().len() - 20;
    let small = train(&made_up(), &Settings { bytes, ..Settings::default() });
    assert!(small.to_string().len() <= bytes && small.pairs() > 0 && small.pairs() < whole.pairs());
    let none = train(&[], &Settings::default());
    assert_eq!(Lexicon::parse(&none.to_string()), Ok(none));
}

#[test]
fn what_is_no_parallel_text_gives_no_pairs() {
    for name in ["a.tsv", "a.tmx", "a.po", "a"] {
        for text in ["", "\t\t\n", "<tmx><tu>", "msgid \"", "\u{0}\u{202e}\t\u{feff}"] {
            assert_eq!(pairs::read(name, text), [], "{name} {text}");
        }
    }
}

const OWN: &str = "# Passerelle lexicon, version 1: of a field that nobody else knows\nquixam7 zorblat8f\n";
const FIELD: &str = r#"{"id": "e1", "lang": "en", "question": "When does a zorblat sleep?", "answer": "At noon."}
{"id": "e2", "lang": "en", "question": "Which tea do you like?", "answer": "The green one."}
{"id": "f1", "lang": "fr", "question": "Que mange le quixame ?", "answer": "Des graines."}
"#;

#[test]
fn links_and_their_reasons_are_by_the_lexicon_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    fs::create_dir(folder.path().join("content")).expect("a folder");
    write("content/q.jsonl", FIELD);
    // It may lie among the documents without being one.
    write("content/field.txt", OWN);
    write("passerelle.yaml", "");
    let pair = "\"quixame~zorblat\"";
    let linked = |more: &[&str]| {
        let output = run(folder.path(), &[&["link", "--format", "jsonl", "--explain", "e1", "f1"], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let told = stdout(&output);
        (told.contains("\"value\":\"zorblat~quixame\"") || told.contains(pair), told)
    };
    assert!(!linked(&[]).0, "the built-in lexicon has no such words");
    let (paired, told) = linked(&["--lexicon", "content/field.txt"]);
    assert!(paired && !told.contains("\"link\":null"), "{told}");
    write("passerelle.yaml", "link:\n  lexicon: ./content/field.txt\n");
    assert!(linked(&[]).0);
    assert!(linked(&["content/q.jsonl"]).0, "files named are linked by the project's lexicon too");
    assert!(!linked(&["--lexicon", "none"]).0);
    let records = |args: &[&str]| stdout(&run(folder.path(), &[&["link", "--format", "jsonl"], args].concat()));
    assert!(records(&[]).contains("~") && !records(&["--lexicon", "none"]).contains("~"));
    for args in [&["build"][..], &["status"], &["lint"], &["export", "skos"], &["normalize"]] {
        let told = run(folder.path(), &[args, &["--lexicon", "nowhere.txt"]].concat());
        assert_eq!(told.status.code(), Some(2), "{args:?}");
    }
    let skos = |lexicon: &str| stdout(&run(folder.path(), &["export", "skos", "--lexicon", lexicon]));
    assert_ne!(skos("content/field.txt"), skos("none"), "mappings are by the lexicon too");
    write("passerelle.yaml", "link: {lexicon: none}\n");
    assert!(!linked(&[]).0);
}

#[test]
fn what_is_no_lexicon_is_told_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("a file");
    fs::create_dir(folder.path().join("content")).expect("a folder");
    write("passerelle.yaml", b"");
    write("notes.md", b"# Notes\n\nNot words.\n");
    write("empty.txt", b"");
    write("latin.txt", b"# Passerelle lexicon, version 1\n\xe9t\xe94 summer4f\n");
    write("later.txt", b"# Passerelle lexicon, version 2: x\n");
    write("line.txt", b"# Passerelle lexicon, version 1: x\na1 b2f\nnot a line\n");
    for (name, place, why) in [
        ("nowhere.txt", "nowhere.txt: ", "built-in"),
        ("content", "content: ", "folder"),
        ("notes.md", "notes.md:1:1: ", "lexicon train"),
        ("empty.txt", "empty.txt:1:1: ", "not a lexicon"),
        ("latin.txt", "latin.txt:2:1: ", "not a lexicon"),
        ("later.txt", "later.txt:1:1: ", "version 2"),
        ("line.txt", "line.txt:3:1: ", "stem"),
    ] {
        let given = run(folder.path(), &["link", "--lexicon", name]);
        write("passerelle.yaml", format!("link:\n  lexicon: {name}\n").as_bytes());
        let configured = run(folder.path(), &["link"]);
        write("passerelle.yaml", b"");
        for told in [given, configured] {
            let words = stderr(&told);
            assert_eq!((told.status.code(), stdout(&told).as_str()), (Some(2), ""), "{words}");
            assert!(words.contains(place) && words.contains(why) && words.contains("help"), "{name}: {words}");
            assert!(!words.contains("{failure"), "{words}");
        }
    }
    for outside in ["../field.txt", "/field.txt", "''"] {
        write("passerelle.yaml", format!("link:\n  lexicon: {outside}\n").as_bytes());
        let told = run(folder.path(), &["link"]);
        assert_eq!(told.status.code(), Some(2));
        assert!(stderr(&told).contains("passerelle.yaml:2:3: "), "{}", stderr(&told));
    }
}
