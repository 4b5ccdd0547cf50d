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
{"id": "e4", "lang": "en", "question": "How is a quokka fed?", "answer": "Slowly, as anybody feeds the quokka."}
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

/// Questions and answers of both languages, a line each; a French one begins with `f`.
fn terms(lines: &str) -> Vec<(String, Lang, Option<String>)> {
    let record = |(at, line): (usize, &str)| {
        let (lang, texts) = line.trim().split_once(' ').expect("a language and texts");
        let (question, answer) = texts.split_once('|').expect("a question and an answer");
        serde_json::json!({"id": at.to_string(), "lang": lang, "question": question, "answer": answer}).to_string()
    };
    let records: Vec<String> = lines.lines().filter(|line| !line.trim().is_empty()).enumerate().map(record).collect();
    cover(&records.join("\n")).terms.into_iter().map(|term| (term.term, term.lang, term.counterpart)).collect()
}

#[test]
fn terms_of_several_words_come_first_with_their_counterpart() {
    let found = terms(
        "en Who reads the mailing list? | Everybody who is on the mailing list.
         en Which mailing list is for beginners? | A kumquat list, or the general one.
         en Why leave a mailing list? | For want of time.
         en What grows a kumquat? | The kumquat tree.
         en Where is a kumquat sold? | In a shop near the kumquat.
         en How ripe is the Kumquat? | Quite.
         fr Qui lit la liste de diffusion ? | Tout le monde lit la liste de diffusion.
         fr À quoi bon une liste de diffusion ? | À lire la liste de diffusion.
         fr Où trouver des listes de diffusion ? | Dans l'annuaire, ou par L’annuaire des listes.",
    );
    let expected = [
        ("mailing list", Lang::En, Some("liste de diffusion")),
        ("liste de diffusion", Lang::Fr, Some("mailing list")),
        ("kumquat", Lang::En, None),
    ];
    let found: Vec<_> = found.iter().map(|(term, lang, other)| (term.as_str(), *lang, other.as_deref())).collect();
    assert_eq!(found.len(), 3, "{found:?}");
    for term in expected {
        assert!(found.contains(&term), "{term:?} in {found:?}");
    }
    assert_eq!(found[2].0, "kumquat");
}

#[test]
fn general_words_are_no_terms() {
    let found = terms(
        "en Which challenges did the team solve? | The team solved a challenge, and the cost of the challenge.
         en How would you solve a challenge of your team? | To solve it takes a team and its cost.
         en Why does a team solve challenges at a cost, especially data? | Especially data of the team.
         en What is worth the cost of data, especially twice? | The data is worth it, across teams.
         en How do you solve it across data, especially across a team? | Twice, across the data.
         fr Comment votre équipe protège-t-elle les données, surtout deux fois ? | L’équipe protège deux fois les données.
         fr Que protège une équipe, surtout au travers de trois défis ? | Deux fois, elle protège trois défis.
         fr Qui protège l'équipe de trois défis, surtout au départ ? | Surtout trois défis protègent les données.",
    );
    assert_eq!(found, []);
}

#[test]
fn punctuation_ends_a_term_and_code_is_no_text() {
    let found = terms(
        "en Quokka, marmot: which is larger (e.g. quokka, marmot)? | ```quokka marmot```
         en Is a quokka, marmot or not? | A quokka. Marmot too.
         en Has the quokka a marmot? | The marmot has the quokka.",
    );
    let found: Vec<&str> = found.iter().map(|(term, ..)| term.as_str()).collect();
    assert_eq!(found, ["marmot", "quokka"]);
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

#[test]
fn coverage_does_not_hang_on_links() {
    let sources = || vec![Source::new("q.jsonl", "q.jsonl", QUESTIONS)];
    let links = Some(Source::new("links.yaml", "links.yaml", "- {a: e1, b: nobody, kind: same, reason: x}\n"));
    let linked = collect(Input { sources: sources(), ..Input::default() });
    let unlinked = collect(Input { sources: sources(), links, unlinked: true, ..Input::default() });
    assert!(!linked.library.links.is_empty() && unlinked.library.links.is_empty());
    assert_eq!(unlinked.findings, [], "decisions about links are not looked at");
    assert_eq!(coverage(&linked.library, &Lang::ALL), coverage(&unlinked.library, &Lang::ALL));
}
