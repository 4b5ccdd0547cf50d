//! Links are measured against judgements.

use std::path::{Path, PathBuf};

use passerelle::evaluate::{Gold, Malformed, Report, measure};
use passerelle::i18n::Lang;
use passerelle::link::{Glossary, Library, link};
use passerelle::normalise::normalise;
use passerelle::parse::parse;
use passerelle::pipeline;
use passerelle::source::Source;

/// The library of the records in `text`, with answers or without.
fn library(name: &str, text: &str, answers: bool) -> Library {
    let source = Source::new(name, name, text);
    let mut entries = normalise(&source, &parse(&source)).entries;
    if !answers {
        entries.iter_mut().for_each(|entry| {
            entry.answer = None;
            entry.display.answer = None;
        });
    }
    link(entries, Vec::new(), Glossary::builtin().clone())
}

/// Translations whose words are not spelt alike.
const TRANSLATED: &str = r#"{"id":"a-fr","lang":"fr","question":"Pourquoi chiffrer les sauvegardes ?","gold_id":"a"}
{"id":"a-en","lang":"en","question":"Why encrypt backups?","gold_id":"a"}
{"id":"b-fr","lang":"fr","question":"Comment supprimer un fichier ouvert ?","gold_id":"b"}
{"id":"b-en","lang":"en","question":"How to delete a file that is open?","gold_id":"b"}
{"id":"c-fr","lang":"fr","question":"Comment trier un tableau selon une clé ?","gold_id":"c"}
{"id":"c-en","lang":"en","question":"How do you sort an array by a key?","gold_id":"c"}
{"id":"d-fr","lang":"fr","question":"Que faire d'un mot de passe oublié ?","gold_id":"d"}
{"id":"d-en","lang":"en","question":"What to do about a forgotten password?","gold_id":"d"}
{"id":"e-en","lang":"en","question":"Which port does the daemon listen on?"}
"#;

#[test]
fn the_lexicon_finds_translations_that_share_no_spelling() {
    let library = library("t.jsonl", TRANSLATED, true);
    let gold = Gold::parse(TRANSLATED, &library).expect("judgements");
    let report = measure(&library, &gold);
    assert_eq!(report.ranking.len(), 2, "both ways");
    for way in &report.ranking {
        assert_eq!((way.asked, way.hits), (4, 4), "{way:?}");
    }
    let link = library.links.iter().find(|link| (&*link.a, &*link.b) == ("b-en", "b-fr")).expect("a link");
    let terms: Vec<&str> = link.evidence.iter().filter(|e| e.signal == "term").map(|e| e.value.as_str()).collect();
    assert!(terms.contains(&"file~fichier"), "{terms:?}");
    let sum: f64 = link.evidence.iter().map(|evidence| evidence.weight).sum();
    assert!((sum - link.score).abs() < 2e-3, "{sum} {}", link.score);
}

#[test]
fn the_measures_count_what_was_judged() {
    let mut library = library("t.jsonl", TRANSLATED, true);
    let gold = Gold::parse(TRANSLATED, &library).expect("judgements");
    library.links.clear();
    let none = measure(&library, &gold);
    assert_eq!((none.strict.judged, none.strict.predicted), (4, 0));
    assert!(none.strict.f1 == 0.0 && none.ranking.iter().all(|way| way.mrr == 0.0 && way.asked == 4));
    let judged = r#"{"fr_question":"Pourquoi chiffrer les sauvegardes ?","en_file":"t","en_question":"Why encrypt backups?","kind":"close"}
{"fr_question":"Pourquoi chiffrer les sauvegardes ?","en_file":"t","en_question":"How to delete a file that is open?","kind":"related","doubtful":true}
{"fr_question":"Absente","en_file":"t","en_question":"Why encrypt backups?","kind":"same"}"#;
    let gold = Gold::parse(judged, &library).expect("judgements");
    assert_eq!((gold.pairs.len(), gold.missing, gold.asked.len()), (2, 1, 1));
    assert_eq!(measure(&library, &gold).kinds["related"].judged, 0, "doubted");
    assert!(matches!(Gold::parse("{}", &library), Err(Malformed { line: 1, .. })));
}

/// A folder of judgements outside the project, or `None` with a line that says so.
fn outside(name: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/link/gold");
    let folder = std::env::var_os("PASSERELLE_GOLD").map_or_else(beside, PathBuf::from);
    Some(folder.join(name)).filter(|file| file.exists())
}

fn reports(path: &Path) -> [Report; 2] {
    let text = std::fs::read_to_string(path).expect("judgements");
    [false, true].map(|answers| {
        let library = library("gold.jsonl", &text, answers);
        let gold = Gold::parse(&text, &library).expect("judgements");
        measure(&library, &if answers { gold } else { gold.of_distinct_questions(&library) })
    })
}

/// Floors for top-1 by questions alone and with answers, the mean of both ways. They only rise.
const FLOORS: [(&str, [f64; 2]); 5] = [
    ("cncf_glossary", [0.98, 1.0]),
    ("docs_faq", [0.97, 1.0]),
    ("js_questions", [0.96, 1.0]),
    ("python_faq", [0.955, 1.0]),
    ("system_design_primer", [0.98, 1.0]),
];

#[test]
fn translated_collections_meet_their_floors() {
    for (name, floors) in FLOORS {
        let Some(path) = outside(&format!("{name}.jsonl")) else {
            println!("skipped: no folder of judgements with {name}.jsonl");
            continue;
        };
        for (report, floor) in reports(&path).iter().zip(floors) {
            let top1 = report.ranking.iter().map(|way| way.top1).sum::<f64>() / report.ranking.len() as f64;
            assert!(top1 >= floor, "{name}: {top1} of {floor}");
        }
    }
}

/// Real documents with judged links: how many French questions have a counterpart first, and how far the kinds agree with
/// the judge's.
#[test]
fn real_documents_meet_their_floor() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(folder) = std::fs::read_dir(shared.join("seeds")) else {
        println!("skipped: the real documents are not beside the project");
        return;
    };
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let source = |path: &PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        Source::new(path, name, std::fs::read_to_string(path).expect("a document"))
    };
    let sources = paths.iter().map(source).collect();
    let library = pipeline::collect(pipeline::Input { sources, ..pipeline::Input::default() }).library;
    let judged = |name: &str| {
        let text = std::fs::read_to_string(shared.join("link").join(name)).expect("judgements");
        measure(&library, &Gold::parse(&text, &library).expect("judgements"))
    };
    let report = judged("seeds_links_dev.jsonl");
    let french = report.ranking.iter().find(|way| way.from == Lang::Fr).expect("from French");
    assert!(french.top1 >= 0.88, "{}", french.top1);
    assert!(report.strict.f1 >= 0.83, "{:?}", report.strict);
    for (kind, floor) in [("same", 0.8), ("close", 0.75), ("related", 0.45)] {
        assert!(report.kinds[kind].f1 >= floor, "{kind}: {:?}", report.kinds[kind]);
    }
    let english = judged("seeds_en_links_dev.jsonl");
    assert!(english.strict.f1 >= 0.66, "{:?}", english.strict);
}
