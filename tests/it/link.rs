//! Entries are joined to concepts and to each other.

use std::path::{Path, PathBuf};

use passerelle::i18n::{self, Lang};
use passerelle::link::{Glossary, Library, LinkKind, explain, link};
use passerelle::normalise::{Entry, normalise};
use passerelle::parse::parse;
use passerelle::source::Source;

/// Entries from lines `id | question | answer`; ids that begin with `f` are French.
fn entries(lines: &str) -> Vec<Entry> {
    let records: Vec<String> = lines
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut fields = line.split(" | ");
            let mut next = || fields.next().unwrap_or_default();
            let (id, question, answer) = (next(), next(), next());
            let lang = if id.starts_with('f') { "fr" } else { "en" };
            serde_json::json!({"id": id, "lang": lang, "question": question, "answer": answer}).to_string()
        })
        .collect();
    let source = Source::new("bank.jsonl", "bank.jsonl", records.join("\n"));
    normalise(&source, &parse(&source)).entries
}

fn library(lines: &str) -> Library {
    link(entries(lines), Vec::new(), Glossary::builtin().clone())
}

fn kind(library: &Library, a: &str, b: &str) -> Option<LinkKind> {
    library.links.iter().find(|link| (&*link.a, &*link.b) == (a, b)).map(|link| link.kind)
}

fn concepts<'a>(library: &'a Library, id: &str) -> Vec<&'a str> {
    library.mentions[library.index()[id]].iter().map(|mention| mention.concept.as_str()).collect()
}

const BANK: &str = "
    e1 | What is idempotency? | Doing it again changes nothing more.
    e2 | How does a circuit breaker protect a caller? | It fails fast once too many calls have failed.
    e3 | How would you shard a large table? | Split the rows by a key that spreads the load.
    e4 | Why put a reverse proxy in front of an application? | It ends TLS, caches and hides the servers.
    e5 | How does the bulkhead pattern protect a service? | Each dependency has its own pool of threads.
    e6 | Which tea do you like? | The green one.
    f1 | Qu'est-ce que l'idempotence ? | La répéter ne change rien de plus.
    f2 | À quoi sert un disjoncteur (circuit breaker) ? | Échouer vite au lieu d'attendre une dépendance en panne.
    f3 | Comment répartir une table par sharding ? | On découpe les lignes selon une clé.
    f4 | Pourquoi un proxy inverse ? | Il termine TLS et cache les réponses.
    f5 | Quel est ton plat préféré ? | Le couscous.
";

#[test]
fn the_counterpart_in_the_other_language_comes_first() {
    let library = library(BANK);
    let (index, near) = (library.index(), library.neighbours());
    for (fr, en) in [("f1", "e1"), ("f2", "e2"), ("f3", "e3"), ("f4", "e4")] {
        let first = near[index[fr]].iter().find(|(at, _)| library.entries[*at].lang == Lang::En);
        let (at, found) = first.unwrap_or_else(|| panic!("{fr} has no English link"));
        assert_eq!(library.entries[*at].id, en);
        assert!(found.kind <= LinkKind::Close, "{fr} {en} {:?}", found.kind);
    }
    assert_eq!(kind(&library, "e1", "f1"), Some(LinkKind::Same));
    assert!(kind(&library, "e2", "e5") > Some(LinkKind::Same), "neighbours in the scheme, not the same");
    assert!(library.links.iter().all(|link| link.kind == LinkKind::Related || !["e6", "f5"].contains(&&*link.a)));
}

#[test]
fn duplicates_in_one_language_are_the_same() {
    let library = library(
        "e1 | What is idempotency? | Nothing more changes.
         e2 | What's idempotency? | The second call has no effect.
         e3 | What is a webhook? | A call back.",
    );
    assert_eq!(kind(&library, "e1", "e2"), Some(LinkKind::Same));
    assert_eq!(kind(&library, "e1", "e3"), None);
}

#[test]
fn the_evidence_adds_up_to_the_score() {
    let library = library(BANK);
    assert!(!library.links.is_empty());
    for link in &library.links {
        let sum: f64 = link.evidence.iter().map(|evidence| evidence.weight).sum();
        assert!((sum - link.score).abs() < 2e-3, "{} {}: {sum} {}", link.a, link.b, link.score);
        assert!(link.evidence.is_sorted_by(|x, y| x.weight >= y.weight));
        assert!(link.a < link.b);
    }
    let same = library.links.iter().find(|link| link.b == "f1").expect("a link");
    assert!(same.evidence.iter().any(|reason| (reason.signal, &*reason.value) == ("concept", "idempotency")));
    assert!(library.links.iter().all(|link| link.score > 0.0 && !link.evidence.is_empty()));
}

#[test]
fn concepts_are_found_with_care() {
    let library = library(
        "e1 | How do REST and gRPC differ? |
         e2 | What is done with the rest of the requests? |
         e3 | How is data encrypted at rest? |
         e4 | When does the N+1 problem show? |
         e5 | What is rest? |
         e6 | Who holds a distributed lock? |
         f1 | Que reste-t-il à tester ? |
         f2 | Comment mesurer la latence au p95 ? |
         f3 | Quand prendre le 2PC ? |
         f4 | Que garantit une requete idempotente ? |",
    );
    assert!(concepts(&library, "e1").contains(&"rest") && concepts(&library, "e1").contains(&"grpc"));
    assert!(!concepts(&library, "e2").contains(&"rest"));
    assert!(concepts(&library, "e3").contains(&"encryption-at-rest") && !concepts(&library, "e3").contains(&"rest"));
    assert_eq!(concepts(&library, "e4"), ["n-plus-one"]);
    assert_eq!(concepts(&library, "e5"), ["rest"], "nothing else is asked about");
    assert_eq!(concepts(&library, "e6"), ["distributed-lock"], "the longest label wins");
    assert!(!concepts(&library, "f1").contains(&"rest"));
    assert!(concepts(&library, "f2").contains(&"latency-percentile"));
    assert_eq!(concepts(&library, "f3"), ["two-phase-commit"]);
    assert!(concepts(&library, "f4").contains(&"idempotency"), "without the accents");
}

#[test]
fn a_section_title_alone_makes_no_concept_of_an_entry() {
    let mut all = entries(
        "e1 | What is a table? | Rows with the same columns.
         e2 | Why keep a copy? | Caching spares the database a trip.
         e3 | What is replication? | A second machine that follows the first.",
    );
    let titled = all.iter_mut().zip([&["sharding"][..], &[], &[]]);
    for (entry, tags) in titled {
        entry.section = vec!["Databases and caching".to_owned(), "Replication".to_owned()];
        entry.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    }
    let library = link(all, Vec::new(), Glossary::builtin().clone());
    assert_eq!(concepts(&library, "e1"), ["sharding"], "a tag is said of the entry itself");
    assert!(concepts(&library, "e2").contains(&"caching") && !concepts(&library, "e2").contains(&"replication"));
    assert_eq!(concepts(&library, "e3"), ["replication"]);
}

#[test]
fn concepts_of_the_source_come_first_in_its_order() {
    let mut all = entries("e1 | What is idempotency? | Idempotency, in spite of caching.");
    all[0].concepts = vec!["sharding".to_owned(), "caching".to_owned()];
    let library = link(all, Vec::new(), Glossary::builtin().clone());
    assert_eq!(concepts(&library, "e1"), ["sharding", "caching", "idempotency"]);
}

#[test]
fn concepts_named_by_the_source_weigh_most() {
    let mut all = entries("e1 | What happens when a caller tries twice? | Nothing.");
    all[0].concepts = vec!["idempotency".to_owned(), "no-such-concept".to_owned()];
    let library = link(all, Vec::new(), Glossary::builtin().clone());
    assert_eq!((&*library.mentions[0][0].concept, library.mentions[0][0].weight), ("idempotency", 1.0));
}

#[test]
fn neither_order_nor_threads_change_a_byte() {
    let records = |library: &Library| serde_json::to_string(&(&library.links, &library.mentions)).expect("records");
    let first = records(&library(BANK));
    let mut reversed = entries(BANK);
    reversed.reverse();
    assert_eq!(records(&link(reversed, Vec::new(), Glossary::builtin().clone())), first);
    for threads in [1, 2, 5] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        assert_eq!(pool.install(|| records(&library(BANK))), first, "{threads} threads");
    }
}

#[test]
fn hostile_input_gives_a_library() {
    for lines in ["", "e1 | ? |", "e1 | 🦀🦀 | \u{202e}", "e1 | the of and | the of and\n f1 | le la les | "] {
        assert!(library(lines).links.is_empty(), "{lines}");
    }
    let none = link(entries(BANK), Vec::new(), Glossary::default());
    assert!(none.mentions.iter().all(Vec::is_empty));
    assert!(kind(&none, "e1", "f1").is_some(), "cognates link without a glossary");
}

#[test]
fn a_missing_link_says_what_it_would_have_needed() {
    let library = library(BANK);
    let missing = explain(&library, "e1", Some("f3")).pair.expect("both exist");
    assert_eq!(missing.link, None);
    assert!(
        missing.requirements.iter().any(|need| need.kind == LinkKind::Close && need.name == "agreement" && !need.met())
    );
    for found in &library.links {
        let pair = explain(&library, &found.b, Some(&found.a)).pair.expect("both exist");
        assert_eq!(pair.link.as_ref(), Some(found), "explained as it was linked");
    }
    let one = explain(&library, "f1", None);
    assert_eq!(one.entries[0].main.as_deref(), Some("idempotency"));
    assert!(one.links.iter().any(|link| link.a == "e1"));
    assert_eq!(explain(&library, "e1", Some("nobody")).unknown, ["nobody"]);
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files(&path, out) } else { out.push(path) }
    }
}

#[test]
fn the_own_collection_is_linked_across_languages() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content"));
    let mut paths = Vec::new();
    Lang::ALL.iter().for_each(|lang| files(&root.join(lang.code()), &mut paths));
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let name = path.strip_prefix(root).expect("below content").to_string_lossy().replace('\\', "/");
        let source = Source::new(&path, &*name, std::fs::read_to_string(&path).expect("text"));
        for mut entry in normalise(&source, &parse(&source)).entries {
            entry.id = format!("{}:{:04}", entry.source.path, entry.source.lines.start);
            all.push(entry);
        }
    }
    let library = link(all, Vec::new(), Glossary::builtin().clone());
    let named = library.mentions.iter().filter(|mentions| !mentions.is_empty()).count();
    assert!(named * 10 >= library.entries.len() * 9, "{named} of {} have a concept", library.entries.len());
    let near = library.neighbours();
    let first_near = |path: &str| {
        let at = library.entries.iter().position(|entry| entry.source.path == path).expect(path);
        let other = |i: &usize| library.entries[*i].lang != library.entries[at].lang;
        near[at].iter().find(|(i, _)| other(i)).map(|(i, link)| (&*library.entries[*i].source.path, link.kind))
    };
    for (fr, en) in [
        ("fr/questions/latence-p95.md", "en/questions/p95-latency.md"),
        ("fr/questions/chiffrement-au-repos.md", "en/questions/encryption-at-rest.md"),
        ("fr/questions/authentification-autorisation.md", "en/questions/authentication-vs-authorization.md"),
        ("fr/questions/verrou-distribue.md", "en/questions/distributed-lock.md"),
        ("fr/questions/tls-mtls.md", "en/questions/tls-and-mtls.md"),
    ] {
        let (path, kind) = first_near(fr).unwrap_or_else(|| panic!("{fr} has no link"));
        assert_eq!(path, en);
        assert!(kind <= LinkKind::Close, "{fr} {kind:?}");
    }
}

#[test]
fn a_faulty_scheme_is_reported_and_still_used() {
    let text = "- id: cache\n  prefLabel: {en: cache, fr: cache}\n  related: [nowhere]\n  colour: red\n\
                - id: cache\n  prefLabel: {en: other}\n- id: bare\n- prefLabel: {en: nameless}\n";
    let (glossary, findings) = Glossary::parse(&Source::new("c.yaml", "c.yaml", text));
    assert_eq!(glossary.concepts.keys().collect::<Vec<_>>(), ["bare", "cache"]);
    assert_eq!(glossary.concepts["cache"].label(Lang::Fr), "cache");
    assert!(glossary.concepts["cache"].related.is_empty());
    let seen: Vec<_> = findings.iter().map(|f| (f.place.line, f.variant.unwrap_or(""))).collect();
    assert_eq!(seen.len(), 5);
    for expected in [(1, "unknown"), (4, "key"), (5, "duplicate"), (7, "label"), (8, "id")] {
        assert!(seen.contains(&expected), "{expected:?} in {seen:?}");
    }
    for finding in &findings {
        assert_eq!(finding.rule, "invalid-concepts");
        for lang in Lang::ALL {
            let key = format!("lint-invalid-concepts.{}", finding.variant.unwrap_or_default());
            assert!(i18n::message(lang, &key, &[("value", "x".into())]).is_some(), "{key} in {lang:?}");
        }
    }
    let (empty, findings) = Glossary::parse(&Source::new("c.yaml", "c.yaml", "- id: [\n"));
    assert!(empty.concepts.is_empty());
    assert_eq!(findings[0].variant, Some("malformed"));
}

#[test]
fn the_scheme_of_the_collection_is_sound() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/content/concepts.yaml");
    let text = std::fs::read_to_string(path).expect("the scheme");
    let (glossary, findings) = Glossary::parse(&Source::new(path, "concepts.yaml", text));
    assert_eq!(findings, []);
    assert!(glossary.concepts.len() > 200);
    for concept in glossary.concepts.values() {
        for lang in Lang::ALL {
            assert!(concept.pref_label.contains_key(&lang) && concept.definition.contains_key(&lang), "{}", concept.id);
        }
    }
}
