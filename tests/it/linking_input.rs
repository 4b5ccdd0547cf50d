//! Linking whatever it is given: nothing at all, too much, and what is in no language that it knows.

use std::collections::BTreeMap;

use passerelle::i18n::Lang;
use passerelle::link::{Glossary, Library, explain};
use passerelle::pipeline::{Collection, Concepts, Input, collect};
use passerelle::source::Source;
use serde_json::json;

fn linked(records: &[serde_json::Value]) -> Collection {
    let lines: Vec<String> = records.iter().map(ToString::to_string).collect();
    collect(Input { sources: vec![Source::new("q.jsonl", "q.jsonl", lines.join("\n"))], ..Input::default() })
}

fn entry(id: &str, lang: &str, question: &str, answer: &str) -> serde_json::Value {
    json!({"id": id, "lang": lang, "question": question, "answer": answer})
}

/// The most links that an entry has.
fn most(library: &Library) -> usize {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    library.links.iter().flat_map(|link| [&link.a, &link.b]).for_each(|id| *count.entry(id).or_default() += 1);
    count.into_values().max().unwrap_or(0)
}

#[test]
fn one_entry_and_one_language_are_collections() {
    let one = linked(&[entry("a", "fr", "Qu'est-ce que l'idempotence ?", "Répéter ne change rien.")]);
    assert!(one.library.links.is_empty() && one.library.mentions[0].iter().any(|m| m.concept == "idempotency"));
    assert!(explain(&one.library, "a", None).links.is_empty());
    let english = linked(&[
        entry("a", "en", "What is idempotency?", "Again changes nothing."),
        entry("b", "en", "What is idempotency?", "Twice is once."),
        entry("c", "en", "Which tea do you like?", "Green."),
    ]);
    assert_eq!(english.library.langs(), [Lang::En]);
    let links: Vec<_> = english.library.links.iter().map(|link| (&*link.a, &*link.b)).collect();
    assert_eq!(links, [("a", "b")]);
}

#[test]
fn copies_by_the_thousand_have_few_links_each() {
    let mut records = Vec::new();
    for at in 0..400 {
        records.push(entry(&format!("e{at}"), "en", "What is idempotency?", "Again changes nothing."));
        records.push(entry(&format!("f{at}"), "fr", "Qu'est-ce que l'idempotence ?", "Répéter ne change rien."));
    }
    let library = linked(&records).library;
    assert!(library.links.len() >= 400, "copies are found");
    // Compared with a fixed number of others, each may be such another of those compared with the same few.
    assert!(library.links.len() <= 60 * records.len(), "{} links", library.links.len());
}

#[test]
fn entries_of_a_megabyte_are_linked_by_what_they_begin_with() {
    let long = |word: &str| format!("{} ", word).repeat((1 << 20) / (word.len() + 1));
    let distinct: String = (0..120_000).map(|n| format!("w{n:x}z ")).collect();
    let library = linked(&[
        entry("a", "en", "What is idempotency?", &long("again")),
        entry("b", "fr", "Qu'est-ce que l'idempotence ?", &long("répéter")),
        entry("c", "en", &long("sharding"), "x"),
        entry("d", "fr", &distinct, "x"),
        entry("e", "en", &distinct[..1 << 16], &"x".repeat(1 << 20)),
    ])
    .library;
    let pairs: Vec<_> = library.links.iter().map(|link| (&*link.a, &*link.b)).collect();
    assert!(pairs.contains(&("a", "b")) && pairs.contains(&("d", "e")), "{pairs:?}");
    assert!(library.links.iter().all(|link| (0.0..=1.0).contains(&link.score)));
}

#[test]
fn a_text_in_neither_language_is_not_french() {
    let creole = [
        ("Ki sa yon baz done relasyonèl ye?", "Yon baz done relasyonèl se yon koleksyon done ki òganize nan tab."),
        ("Kijan nou ka pwoteje yon API kont atak?", "Nou dwe limite kantite rekèt yo, epi verifye sa yo voye ba nou."),
        (
            "Poukisa yon endèks rann rechèch la pi rapid?",
            "Paske li pèmèt motè a jwenn done yo san li pa li tout tab la.",
        ),
    ];
    let mut document = String::from("# Baz done\n\n");
    creole.iter().for_each(|(question, answer)| document += &format!("## {question}\n\n{answer}\n\n"));
    let french = "# Bases\n\n## Qu'est-ce qu'une base de données relationnelle ?\n\nUne base dont les données sont en tables.\n\n\
                  ## Comment protéger une API contre les attaques ?\n\nEn limitant le nombre de requêtes.\n\n\
                  ## Ki sa yon baz done ye?\n\nYon koleksyon done ki òganize nan tab.\n";
    let source = |name: &str, text: &str| Source::new(name, name, text);
    let sources = vec![source("ht.md", &document), source("fr.md", french)];
    let collection = collect(Input { sources, ..Input::default() });
    let found: Vec<_> = collection.library.entries.iter().map(|e| (&*e.source.path, e.lang)).collect();
    let expected = [("fr.md", Lang::Fr), ("fr.md", Lang::Fr), ("fr.md", Lang::En)];
    assert_eq!(found[..3], expected, "{found:?}");
    assert_eq!(found[3..], [("ht.md", Lang::En); 3], "{found:?}");
    let told = collection.findings.iter().filter(|f| (f.rule, f.variant) == ("unknown-value", Some("language")));
    assert_eq!(told.count(), 4, "{:?}", collection.findings);
    for link in &collection.library.links {
        let words = link.evidence.iter().filter(|e| e.signal == "term" || e.signal == "concept");
        assert!(words.count() > 0, "not by cognates: {link:?}");
    }
    let said = linked(&[entry("a", "fr", "Ki sa yon baz done ye?", "Yon koleksyon done ki òganize nan tab.")]);
    assert_eq!((said.library.entries[0].lang, said.findings.len()), (Lang::Fr, 0), "whoever says it is believed");
}

#[test]
fn a_hostile_glossary_is_reported_and_linked_by() {
    let long = "x".repeat(1 << 20);
    let many: String = (0..3000)
        .map(|n| format!("- {{id: c{n}, prefLabel: {{en: idempotency}}, related: [c{}]}}\n", (n + 1) % 3000))
        .collect();
    for text in [
        many.as_str(),
        &format!("- {{id: long, prefLabel: {{en: \"{long}\"}}}}\n"),
        "- {id: a, prefLabel: {en: \"\", fr: \"?!\"}, altLabel: {en: [\"the\", \"of\", \" \"]}}\n",
        "- {id: a, prefLabel: {en: idempotency}, broader: [b]}\n- {id: b, prefLabel: {en: twice}, broader: [a], related: [b]}\n",
        "- {id: \"../../x\", prefLabel: {en: \"\\u202Eidempotency\\0\"}}\n",
        "- &a [*a]\n",
        "- {id: a~b, prefLabel: {en: \"idempotency ~ twice\"}}\n",
    ] {
        let records = [
            entry("a", "en", "What is idempotency?", "Twice is once."),
            entry("b", "fr", "Qu'est-ce que l'idempotence ?", "Deux fois font une."),
        ];
        let lines: Vec<String> = records.iter().map(ToString::to_string).collect();
        let library = collect(Input {
            sources: vec![Source::new("q.jsonl", "q.jsonl", lines.join("\n"))],
            concepts: Concepts::File(Source::new("c.yaml", "c.yaml", text)),
            ..Input::default()
        })
        .library;
        assert_eq!(library.entries.len(), 2);
        assert!(most(&library) <= 1 && explain(&library, "a", Some("b")).pair.is_some());
    }
    assert!(linked(&[]).library.links.is_empty() && !Glossary::builtin().concepts.is_empty());
}
