//! Coverage: what exists in which language, and what is missing.

use std::fs;

use passerelle::i18n::Lang;
use passerelle::pipeline::{Input, collect};
use passerelle::source::Source;
use passerelle::status::{Coverage, Lack, coverage};
use serde_json::Value;

use super::cli::{run, stderr, stdout};

const QUESTIONS: &str = r#"{"id": "e1", "lang": "en", "question": "What is idempotency?", "answer": "Again changes nothing."}
{"id": "f1", "lang": "fr", "question": "Qu'est-ce que l'idempotence ?", "answer": "Répéter ne change rien à un octet."}
{"id": "e2", "lang": "en", "question": "When does a circuit breaker open?"}
{"id": "e3", "lang": "en", "question": "Which kumquats does the quokka like?", "answer": "Ripe ones."}
{"id": "e4", "lang": "en", "question": "How is a quokka fed?", "answer": "Slowly."}
{"id": "e5", "lang": "en", "question": "Why do quokkas and a quokka smile?", "options": [{"label": "A", "text": "Why not", "correct": true}]}
{"id": "f2", "lang": "fr", "question": "Où vit le quokka ?", "answer": "Sur une île."}
"#;

fn cover(text: &str) -> Coverage {
    let sources = vec![Source::new("q.jsonl", "q.jsonl", text)];
    coverage(&collect(Input { sources, ..Input::default() }).library, &Lang::ALL)
}

#[test]
fn what_is_missing_is_counted() {
    let found = cover(QUESTIONS);
    let languages: Vec<_> =
        found.languages.iter().map(|l| (l.lang, l.questions, l.unanswered, l.without_concept)).collect();
    assert_eq!(languages, [(Lang::Fr, 2, 0, 1), (Lang::En, 5, 1, 3)]);
    let concept = |id: &str| found.concepts.iter().find(|concept| concept.concept == id).expect("a concept");
    assert_eq!((concept("idempotency").only(), concept("idempotency").total()), (None, 2));
    assert_eq!(concept("circuit-breaker").only(), Some(Lang::En));
    assert_eq!((concept("saga").only(), concept("saga").total()), (None, 0));
    let lacks = |id: &str| found.lacking.iter().find(|question| question.id == id).map(|question| &*question.lacks);
    assert_eq!(lacks("e1"), None);
    assert_eq!(lacks("e2"), Some(&[Lack::Answer][..]));
    assert_eq!(lacks("e5"), Some(&[Lack::Concept][..]), "a right choice is an answer");
}

#[test]
fn frequent_terms_without_a_concept_are_proposed() {
    let found = cover(QUESTIONS);
    assert_eq!(found.terms.len(), 1, "{:?}", found.terms);
    let term = &found.terms[0];
    assert_eq!((&*term.term, term.lang, term.questions), ("quokka", Lang::En, 3), "a question counts once");
    assert_eq!(term.counterpart.as_deref(), Some("quokka"), "French has it too");
    assert_eq!(cover("").terms, []);
}

#[test]
fn people_get_tables_and_programs_get_records() {
    let folder = tempfile::tempdir().expect("a folder");
    let long = format!("{{\"lang\": \"en\", \"question\": \"Why {}?\"}}\n", "so very ".repeat(40));
    fs::write(folder.path().join("q.jsonl"), format!("{QUESTIONS}{long}")).expect("a file");
    for (locale, head) in [("en", "language"), ("fr", "langue")] {
        let told = run(folder.path(), &["status", "q.jsonl", "--locale", locale]);
        let text = stdout(&told);
        assert_eq!(told.status.code(), Some(0), "{}", stderr(&told));
        assert!(text.starts_with(&format!("  {head} ")), "{text}");
        assert!(text.contains("q.jsonl:3") && text.contains("quokka") && !text.contains("{coverage"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    }
    let records = stdout(&run(folder.path(), &["status", "q.jsonl", "--format", "jsonl"]));
    let records: Vec<Value> = records.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let of = |name: &str| records.iter().filter(|record| record["record"] == name).count();
    assert_eq!((of("language"), of("question"), of("term")), (2, 6, 1));
    let breaker = records.iter().find(|record| record["concept"] == "circuit-breaker").expect("a record");
    assert_eq!(breaker["questions"], serde_json::json!({"fr": 0, "en": 1}));
}
