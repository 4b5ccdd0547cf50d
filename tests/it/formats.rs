//! Open formats for terms: read by other people's parsers, and right whatever a label holds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use passerelle::config::Config;
use passerelle::export::{Cards, ExportOptions, Format, Published, exporter};
use passerelle::i18n::Lang;
use passerelle::images::Images;
use passerelle::link::{Glossary, Library, LinkKind};
use passerelle::normalise::Difficulty;
use passerelle::pipeline::{Collection, Concepts, Input, collect};
use passerelle::source::Source;
use serde_json::{Value, json};

use super::cli::{project, run, stderr};
use super::programs;

const CONCEPTS: &str = r#"
- id: cache
  prefLabel: {en: "cache \"hot\" & <cold> \\ ]]>", fr: "antémémoire\n« tiède » 🔥"}
  altLabel: {en: [CDN, CDN, "cache \"hot\" & <cold> \\ ]]>", "tab\there \u0007 \uFFFE é"], fr: ["l'antémémoire"]}
  definition: {en: "Keeps \"copies\"\\.\r\nNear.", fr: "Garde des copies."}
  broader: [storage]
  related: [storage, "2pc_x y", cache]
- id: storage
  prefLabel: {en: storage}
  broader: [root]
  related: [cache]
- id: root
  prefLabel: {fr: racine}
  broader: [root]
  related: [cache]
- id: 2pc_x y
  prefLabel: {en: "two-phase commit", fr: "validation en deux phases"}
- id: bare
"#;

const QUESTIONS: &str = r#"{"id": "a", "lang": "en", "question": "What is a \"cache\" \\ here?\nAnd there?", "topic": "Data", "concepts": ["cache"], "difficulty": "advanced"}
{"id": "b", "lang": "fr", "question": "Qu'est-ce qu'une antémémoire ?", "concepts": ["cache"]}
{"id": "c", "lang": "en", "question": "Who keeps copies?"}
{"id": "d.e_f", "lang": "fr", "question": "Qui valide en deux phases ?", "concepts": ["2pc_x y", "nowhere"]}
"#;

/// Decided, so that the test does not hang on scores: a = b = c, and so a and c are no mere neighbours.
const LINKS: &str = "- {a: a, b: b, kind: same, reason: x}\n- {a: b, b: c, kind: same, reason: x}\n\
                     - {a: a, b: c, kind: related, reason: x}\n- {a: a, b: d.e_f, kind: related, reason: x}\n\
                     - {a: b, b: d.e_f, kind: close, reason: x}\n- {a: c, b: d.e_f, kind: none, reason: x}\n";

fn collection() -> Collection {
    let source = |name: &str, text: &str| Source::new(name, name, text);
    collect(Input {
        sources: vec![source("q.jsonl", QUESTIONS)],
        concepts: Concepts::File(source("concepts.yaml", CONCEPTS)),
        links: Some(source("links.yaml", LINKS)),
        ..Input::default()
    })
}

fn export(name: &str, library: &Library, config: &Config, choose: impl Fn(&mut ExportOptions<'_>)) -> Vec<u8> {
    let releases = BTreeMap::new();
    let mut options = ExportOptions {
        config,
        lang: None,
        topic: None,
        level: None,
        releases: &releases,
        retired: &[],
        csv: Default::default(),
        published: &Published::new(),
        images: &Images::default(),
        format: Format::Legacy,
        cards: Cards::Questions,
    };
    choose(&mut options);
    let make = || (exporter(name).expect("an exporter").run)(library, &options).expect("a file");
    let bytes = make();
    assert!(bytes == make(), "{name} has the same bytes each time");
    bytes
}

/// A Python that has a package, or `None` where the test is skipped.
fn python(package: &str) -> Option<PathBuf> {
    let python = programs::python();
    let has = programs::runs(&python, &["-c", &format!("import {package}")]);
    programs::all_there(&[(&format!("the Python package `{package}`"), has)]).then_some(python)
}

/// What a script of `tests/formats` says about a file.
fn read(python: &Path, script: &str, bytes: &[u8], more: &[&str]) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, bytes).expect("a file");
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let more = more.iter().map(|name| scripts.join(name));
    let out = Command::new(python).arg(scripts.join(script)).arg(&file).args(more).output().expect("Python runs");
    let text = String::from_utf8_lossy(bytes);
    assert!(out.status.success(), "{}\n{text}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("a report")
}

#[test]
fn rdflib_reads_the_scheme_and_the_mappings() {
    let Some(python) = python("rdflib") else { return };
    let library = collection().library;
    let mut config = Config::default();
    config.set_base_url("https://example.org/é sub/".replace(' ', "%20").as_str()).expect("an address");
    let told = read(&python, "skos.py", &export("skos", &library, &config, |_| {}), &[]);
    assert_eq!(told["faults"], json!([]), "{told:#}");
    let base = "https://example.org/%C3%A9%20sub/";
    let concept = |id: &str| format!("{base}#concept-{id}");
    let schemes = json!([format!("{base}#concepts"), format!("{base}en/#questions"), format!("{base}fr/#questions")]);
    assert_eq!(told["schemes"], schemes);
    let cache = &told["concepts"][concept("cache")];
    assert_eq!(cache["prefLabel"], json!(["antémémoire\n« tiède » 🔥@fr", "cache \"hot\" & <cold> \\ ]]>@en"]));
    assert_eq!(cache["altLabel"], json!(["CDN@en", "l'antémémoire@fr", "tab\there \u{7} \u{fffe} é@en"]));
    assert_eq!(cache["definition"][1], "Keeps \"copies\"\\.\r\nNear.@en");
    assert_eq!(cache["broader"], json!([concept("storage")]));
    assert_eq!(cache["related"], json!([concept("2pc_x%20y")]), "not what is above it");
    assert_eq!(told["concepts"][concept("storage")]["narrower"], json!([concept("cache")]));
    assert_eq!(told["concepts"][concept("root")]["topConceptOf"], json!([format!("{base}#concepts")]));
    let [a, b, c, d] = ["en/q/a/", "fr/q/b/", "en/q/c/", "fr/q/d.e_f/"].map(|path| format!("{base}{path}"));
    let question = &told["concepts"][&a];
    assert_eq!(question["prefLabel"], json!(["What is a \"cache\" \\ here?\nAnd there?@en"]));
    assert_eq!(question["subject"], json!([concept("cache")]));
    assert_eq!((&question["exactMatch"], &question["relatedMatch"]), (&json!([b]), &json!([d])));
    assert_eq!(told["concepts"][&b]["exactMatch"], json!([a, c]));
    assert_eq!(told["concepts"][&d]["closeMatch"], json!([b]));
    assert_eq!(told["concepts"][&d]["subject"], json!([concept("2pc_x%20y")]), "only concepts that there are");

    config.base_url = None;
    config.anki.seed = Some("My Seed".to_owned());
    let told =
        read(&python, "skos.py", &export("skos", &library, &config, |options| options.lang = Some(Lang::En)), &[]);
    assert_eq!(told["faults"], json!([]));
    let names: Vec<&String> = told["concepts"].as_object().expect("an object").keys().collect();
    assert_eq!(names.iter().filter(|name| name.starts_with("urn:x-passerelle:my-seed:concept:")).count(), 5);
    assert_eq!(names.iter().filter(|name| name.starts_with("urn:x-passerelle:my-seed:question:")).count(), 2);
}

#[test]
fn lxml_reads_a_valid_termbase() {
    let Some(python) = python("lxml") else { return };
    let library = collection().library;
    let config = Config::default();
    let check = |bytes: &[u8]| {
        let told = read(&python, "tbx.py", bytes, &["tbx-basic.rng"]);
        assert_eq!((&told["valid"], &told["errors"]), (&json!(true), &json!([])), "{}", String::from_utf8_lossy(bytes));
        told
    };
    let told = check(&export("tbx", &library, &config, |_| {}));
    let ids: Vec<&String> = told["concepts"].as_object().expect("an object").keys().collect();
    assert_eq!(ids, ["c-2pc_5F_x_20_y", "c-cache", "c-root", "c-storage"], "a concept without a term is none");
    let cache = &told["concepts"]["c-cache"];
    let preferred = json!({"administrativeStatus": "preferredTerm-admn-sts"});
    let admitted = json!({"administrativeStatus": "admittedTerm-admn-sts"});
    let acronym = json!({"termType": "acronym", "administrativeStatus": "admittedTerm-admn-sts"});
    assert_eq!(
        cache["langs"]["en"]["terms"],
        json!([
            ["cache \"hot\" & <cold> \\ ]]>", preferred],
            ["CDN", acronym],
            ["tab\there \u{fffd} \u{fffd} é", admitted]
        ])
    );
    assert_eq!(cache["langs"]["en"]["definition"], "Keeps \"copies\"\\.\r\nNear.");
    assert_eq!(cache["refs"], json!(["c-2pc_5F_x_20_y", "c-storage"]));
    let told = check(&export("tbx", &library, &config, |options| options.lang = Some(Lang::Fr)));
    assert_eq!(told["root"]["{http://www.w3.org/XML/1998/namespace}lang"], "fr");
    assert!(told["concepts"].get("c-storage").is_none(), "it has no French name");
    let advanced = |options: &mut ExportOptions<'_>| options.level = Some(Difficulty::Advanced);
    let told = check(&export("tbx", &library, &config, advanced));
    assert_eq!(told["concepts"].as_object().expect("an object").len(), 1);
    assert!(
        check(&export(
            "tbx",
            &Library { glossary: Glossary::builtin().clone(), ..Library::default() },
            &config,
            |_| {}
        ))["concepts"]
            .as_object()
            .is_some_and(|concepts| concepts.len() > 200)
    );
}

#[test]
fn the_own_scheme_is_sound_in_skos() {
    let Some(python) = python("rdflib") else { return };
    let library = Library { glossary: Glossary::builtin().clone(), ..Library::default() };
    let told = read(&python, "skos.py", &export("skos", &library, &Config::default(), |_| {}), &[]);
    assert_eq!(told["faults"], json!([]), "{:#}", told["faults"]);
    assert_eq!(told["concepts"].as_object().map(|all| all.len()), Some(library.glossary.concepts.len()));
}

#[test]
fn the_links_of_the_test_are_those_decided() {
    let collection = collection();
    let kinds: Vec<LinkKind> = collection.library.links.iter().map(|link| link.kind).collect();
    use LinkKind::{Close, Related, Same};
    assert_eq!(kinds, [Same, Related, Related, Same, Close]);
}

#[test]
fn an_empty_glossary_is_a_scheme_but_no_termbase() {
    let project = project();
    let skos = run(project.path(), &["export", "skos", "--concepts", "none"]);
    assert_eq!(skos.status.code(), Some(0), "{}", stderr(&skos));
    std::fs::write(project.path().join("before.tbx"), "before").expect("a file");
    std::fs::write(project.path().join("empty.yaml"), "").expect("a file");
    std::fs::write(project.path().join("bare.yaml"), "- id: bare\n").expect("a file");
    for (concepts, locale, words) in
        [("none", "en", "no term"), ("empty.yaml", "fr", "aucun terme"), ("bare.yaml", "en", "labels")]
    {
        let asked = ["export", "tbx", "-o", "before.tbx", "--concepts", concepts, "--locale", locale];
        let tbx = run(project.path(), &asked);
        let told = stderr(&tbx);
        assert_eq!(tbx.status.code(), Some(2), "{concepts}: {told}");
        assert!(told.contains(words) && !told.contains("{failure"), "{told}");
    }
    assert_eq!(std::fs::read_to_string(project.path().join("before.tbx")).expect("a file"), "before");
    let Some(python) = python("rdflib") else { return };
    let empty = export("skos", &Library::default(), &Config::default(), |_| {});
    for (bytes, concepts) in [(skos.stdout, 2), (empty, 0)] {
        let told = read(&python, "skos.py", &bytes, &[]);
        assert_eq!(told["faults"], json!([]), "{told:#}");
        assert_eq!(told["concepts"].as_object().map(serde_json::Map::len), Some(concepts), "the questions");
    }
}
