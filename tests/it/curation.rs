//! Decisions about links: they win over the scores, keep their reasons, and are checked.

use std::fs;

use passerelle::config::Config;
use passerelle::identity::Lock;
use passerelle::link::{LinkKind, explain};
use passerelle::lint::Levels;
use passerelle::pipeline::{Collection, Input, collect};
use passerelle::source::Source;

use super::cli::{run, stderr, stdout};

const QUESTIONS: &str = r#"{"id": "idempotency", "lang": "en", "question": "What is idempotency?", "answer": "Again changes nothing."}
{"id": "idempotence", "lang": "fr", "question": "Qu'est-ce que l'idempotence ?", "answer": "Répéter ne change rien."}
{"id": "twin", "lang": "en", "question": "What is idempotency?", "answer": "A law of algebra."}
{"id": "tea", "lang": "en", "question": "Which tea do you like?", "answer": "The green one."}
{"id": "42", "lang": "fr", "question": "Quel est votre plat préféré ?", "answer": "Le couscous."}
"#;

fn decided(links: &str) -> Collection {
    let sources = vec![Source::new("q.jsonl", "q.jsonl", QUESTIONS)];
    collect(Input { sources, links: Some(Source::new("links.yaml", "links.yaml", links)), ..Input::default() })
}

fn findings(collection: &Collection) -> Vec<(&'static str, Option<&'static str>, usize)> {
    collection.findings.iter().map(|found| (found.rule, found.variant, found.place.line)).collect()
}

fn kind(collection: &Collection, a: &str, b: &str) -> Option<LinkKind> {
    collection.library.links.iter().find(|link| (&*link.a, &*link.b) == (a, b)).map(|link| link.kind)
}

#[test]
fn what_people_decide_wins_over_the_scores() {
    let free = decided("# nothing yet\n");
    assert_eq!(findings(&free), []);
    assert_eq!(kind(&free, "idempotence", "idempotency"), Some(LinkKind::Same));
    assert_eq!(kind(&free, "42", "tea"), None);
    let collection = decided(
        "- {a: idempotency, b: idempotence, kind: none, reason: algebra}\n\
         - a: tea\n  b: 42\n  kind: close\n  reason: both are about taste\n\
         - {a: twin, b: idempotency, kind: related, reason: 'another law'}\n",
    );
    assert_eq!(findings(&collection), []);
    assert_eq!(kind(&collection, "idempotence", "idempotency"), None);
    assert_eq!(kind(&collection, "42", "tea"), Some(LinkKind::Close));
    let library = &collection.library;
    let link = library.links.iter().find(|link| link.b == "tea").expect("the link");
    assert_eq!((link.evidence[0].signal, &*link.evidence[0].value), ("decision", "both are about taste"));
    assert!(library.links.is_sorted_by_key(|link| (&link.a, &link.b)));
    let pair = explain(library, "idempotency", Some("idempotence")).pair.expect("both exist");
    assert_eq!((pair.link, &*pair.decision.expect("a decision").reason), (None, "algebra"));
    let rules: Vec<&str> =
        collection.lint(&Config::default(), &Levels::default()).into_iter().map(|found| found.rule).collect();
    assert!(
        !rules.iter().any(|rule| rule.ends_with("duplicate-question")),
        "the two are not the same, somebody says: {rules:?}"
    );
    assert!(free.lint(&Config::default(), &Levels::default()).iter().any(|f| f.rule.ends_with("duplicate-question")));
}

#[test]
fn faults_are_found_where_they_stand_and_the_rest_is_used() {
    let collection = decided(
        "- {a: idempotency, b: idempotense, kind: none, reason: x}\n\
         - {a: tea, b: 42, kind: clos, reason: x}\n\
         - {a: tea, b: tea, kind: same, reason: x}\n\
         - a: tea\n  b: 42\n  kind: close\n  raison: taste\n\
         - {a: 42, b: tea, kind: same, reason: x}\n\
         - {a: tea, kind: same, reason: x}\n\
         - 7\n\
         - {a: tea, b: idempotence, kind: none, reason: x}\n\
         - {a: idempotency, b: idempotence, kind: same, reason: x}\n",
    );
    let (invalid, stale) = ("invalid-links", "stale-decision");
    let mut seen = findings(&collection);
    seen.sort_by_key(|(rule, variant, line)| (*line, *rule, *variant));
    assert_eq!(
        seen,
        [
            (invalid, Some("near"), 1),
            (invalid, Some("kind"), 2),
            (invalid, Some("self"), 3),
            (invalid, Some("reason"), 4),
            (invalid, Some("key"), 7),
            (invalid, Some("again"), 8),
            (invalid, Some("missing"), 9),
            (invalid, Some("malformed"), 10),
            (stale, Some("absent"), 11),
            (stale, Some("given"), 12),
        ]
    );
    let near = collection.findings.iter().find(|found| found.variant == Some("near")).expect("the finding");
    assert!(near.args.contains(&("near", "idempotence".to_owned())), "{:?}", near.args);
    let key = collection.findings.iter().find(|found| found.variant == Some("key")).expect("the finding");
    assert_eq!((key.place.column, key.place.end_column), (3, 9));
    assert_eq!(kind(&collection, "42", "tea"), Some(LinkKind::Close), "the first decision on a pair holds");
    for text in ["- [", "a: b", "- &a [*a]", "\u{0}", "links"] {
        assert!(findings(&decided(text)).iter().all(|found| found.1 == Some("malformed")), "{text}");
        assert_eq!(findings(&decided(text)).len(), 1, "{text}");
    }
}

#[test]
fn decisions_follow_a_renamed_question_and_end_with_it() {
    let sources = |text: &str| vec![Source::new("q.jsonl", "q.jsonl", text)];
    let first = collect(Input { sources: sources(QUESTIONS), ..Input::default() });
    let links = "- {a: tea, b: 42, kind: close, reason: taste}\n- {a: twin, b: tea, kind: related, reason: x}\n";
    let renamed = QUESTIONS
        .replace("\"tea\"", "\"brew\"")
        .lines()
        .filter(|line| !line.contains("twin"))
        .fold(String::new(), |text, line| text + line + "\n");
    let links = Some(Source::new("links.yaml", "links.yaml", links));
    let second = collect(Input { sources: sources(&renamed), links, lock: first.lock, now: 1, ..Input::default() });
    assert_eq!(kind(&second, "42", "brew"), Some(LinkKind::Close));
    assert_eq!(findings(&second), [("stale-decision", Some("retired"), 2)]);
    assert_ne!(second.lock, Lock::default());
}

#[test]
fn what_review_prints_lacks_only_the_reasons() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a folder");
    let copy = |from: &str, to: &str| {
        let path = folder.path().join(to);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::copy(format!("{root}/{from}"), path).expect("a copy");
    };
    for name in ["content/fr/api-http.md", "content/en/http-apis.md", "content/fr/donnees.md", "content/en/data.md"] {
        copy(name, name);
    }
    copy("passerelle.yaml", "passerelle.yaml");
    let review = run(folder.path(), &["link", "--review", "--quiet"]);
    let yaml = stdout(&review);
    assert_eq!(review.status.code(), Some(0), "{}", stderr(&review));
    let listed = yaml.lines().filter(|line| line.starts_with("- {")).count();
    assert!(listed >= 3, "{yaml}");
    let scores: Vec<&str> = yaml.lines().filter_map(|line| line.strip_prefix("# ")?.get(..4)).collect();
    let scores: Vec<f64> = scores.into_iter().filter_map(|score| score.parse().ok()).collect();
    assert_eq!(scores.len(), listed, "{yaml}");
    assert!(scores.is_sorted_by(|x, y| x >= y), "{yaml}");

    let lint = |text: &str| {
        fs::write(folder.path().join("content/links.yaml"), text).expect("a file");
        let found = stdout(&run(folder.path(), &["lint", "--format", "jsonl"]));
        let of = |rule: &str| found.matches(&format!("\"rule\":\"{rule}\"")).count();
        (of("invalid-links"), of("stale-decision"))
    };
    assert_eq!(lint(&yaml), (listed, 0), "nothing says why");
    let given = yaml.replace("reason: \"\"", "reason: \"read and confirmed\"");
    assert_eq!(lint(&given), (0, 0), "a confirmed doubt is not stale");
    let again = stdout(&run(folder.path(), &["link", "--review", "--quiet"]));
    assert!(!again.contains("- {"), "what is decided is not in doubt: {again}");
    let why = stdout(&run(folder.path(), &["link", "--format", "jsonl"]));
    assert_eq!(why.matches("\"signal\":\"decision\",\"value\":\"read and confirmed\"").count(), listed);
}
