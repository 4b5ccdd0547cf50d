//! Rules about terms, languages and counterparts: what the examples of their pages do not show.

use passerelle::config::{Config, Level};
use passerelle::diagnostic::Diagnostic;
use passerelle::lint::{Levels, fix};
use passerelle::pipeline::{Collection, Concepts, Input, collect};
use passerelle::source::Source;

fn source(name: &str, text: &str) -> Source {
    Source::new(name, name, text)
}

/// What `rule` finds in these files under these settings.
fn found(rule: &str, settings: &str, files: &[(&str, &str)]) -> (Collection, Vec<Diagnostic>) {
    let config = Config::parse(&source("passerelle.yaml", settings)).expect("settings");
    let sources = files.iter().map(|(name, text)| source(name, text)).collect();
    let collection = collect(Input { sources, ..Input::default() });
    let levels = Levels::new(&[(rule.to_owned(), Level::Warning)].into()).expect("a rule");
    let mut found = collection.lint(&config, &levels);
    found.retain(|finding| finding.rule == rule);
    (collection, found)
}

fn arg<'a>(finding: &'a Diagnostic, name: &str) -> &'a str {
    finding.args.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value.as_str())
}

#[test]
fn a_slip_in_a_rare_word_is_found_and_what_many_documents_say_is_a_word() {
    let page = "# Which registry do you know?\n\nSome use Consul or Fureka, others Kubernettes; a Subset uses a hand-written one.\n";
    let rule = "technical-term-spelling";
    let (_, one) = found(rule, "", &[("a.md", page)]);
    let said: Vec<(&str, &str)> = one.iter().map(|finding| (arg(finding, "written"), arg(finding, "meant"))).collect();
    assert_eq!(said, [("Fureka", "Eureka"), ("Kubernettes", "Kubernetes")]);
    assert!(!one[0].fix.as_ref().expect("a fix").safe && one[1].fix.as_ref().expect("a fix").safe);
    let (_, three) = found(rule, "", &[("a.md", page), ("b.md", page), ("c.md", page)]);
    assert!(three.iter().all(|finding| arg(finding, "written") == "Kubernettes"), "{three:?}");
    let (_, kept) = found(rule, "terms: {keep: [Fureka, Kubernettes]}\n", &[("a.md", page)]);
    assert_eq!(kept, []);
}

#[test]
fn an_ordinary_english_word_near_a_term_is_no_slip() {
    let page = "# What does a change of rate do?\n\nThe rate may change throughout a training, by convention; but the \
                througput stays.\n";
    let (_, found) = found("technical-term-spelling", "", &[("a.md", page)]);
    let said: Vec<&str> = found.iter().map(|finding| arg(finding, "written")).collect();
    assert_eq!(said, ["througput"]);
}

#[test]
fn names_are_left_alone_in_code_links_and_addresses() {
    let page = "# How is it spelt?\n\n`Javascript`, [Github](https://github.com/x), javascript:void, user@Github.example and \
                a_Javascript_key; NoSQL, TYPESCRIPT.\n\n```text\nJavascript\n```\n";
    let (_, found) = found("technical-term-spelling", "", &[("a.md", page)]);
    assert_eq!(found, []);
}

#[test]
fn names_of_the_collection_win() {
    let page = "# Who wakes up?\n\nWhoever Pager Duty calls, as Javascript may fail.\n";
    let settings = "terms: {names: [PagerDuty, Javascript]}\n";
    let (_, found) = found("technical-term-spelling", settings, &[("a.md", page)]);
    let meant: Vec<&str> = found.iter().map(|finding| arg(finding, "meant")).collect();
    assert_eq!(meant, ["PagerDuty"]);
}

#[test]
fn a_title_alone_is_in_no_wrong_language() {
    let title =
        "---\nlang: en\n---\n# Pourquoi et comment est-ce que la base de données est plus lente que le cache ?\n";
    assert_eq!(found("wrong-language", "", &[("a.md", title)]).1, []);
    let french = "Parce que les données sont sur le disque, et que la page est dans la mémoire.\n";
    let (_, marked) = found("wrong-language", "", &[("a.md", &format!("{title}\n{french}"))]);
    assert_eq!(marked.len(), 1);
    let code = format!("{title}\n```python\n# {french}```\n");
    assert_eq!(found("wrong-language", "", &[("a.md", &code)]).1, []);
    let page = format!("# Pourquoi est-ce lent ?\n\n{french}");
    let (_, folder) = found("wrong-language", "", &[("content/en/a.md", &page)]);
    assert_eq!(folder.iter().map(|finding| finding.variant).collect::<Vec<_>>(), [Some("folder")]);
}

#[test]
fn the_concepts_that_join_two_questions_are_proposed_and_end_the_finding() {
    let rule = "cross-language-counterpart-unlinked";
    let french = "---\nlang: fr\n---\n# Qu’est-ce qu’un disjoncteur (circuit breaker) ?\n\nUn garde qui cesse d’appeler un \
                  service en panne.\n";
    let english = "---\nlang: en\nconcepts: [circuit-breaker]\n---\n# What is a circuit breaker?\n\nA guard that stops calling \
                   a service that fails.\n";
    let (collection, found_first) = found(rule, "", &[("en.md", english), ("fr.md", french)]);
    let [finding] = &found_first[..] else { panic!("{found_first:?}") };
    assert_eq!((finding.path.as_str(), arg(finding, "concepts")), ("fr.md", "circuit-breaker"));
    assert!(!finding.fix.as_ref().expect("a fix").safe);
    let document = collection.documents.iter().find(|document| document.source.name == "fr.md").expect("the document");
    let mended = fix::mended(&document.source, &found_first, true).expect("a change");
    assert!(mended.starts_with("---\nlang: fr\nconcepts: [circuit-breaker]\n---\n"), "{mended}");
    assert_eq!(found(rule, "", &[("en.md", english), ("fr.md", &mended)]).1, []);
}

#[test]
fn circles_of_concepts_are_told_once() {
    let concept = |id: &str, broader: &str| {
        format!("- id: {id}\n  prefLabel: {{fr: {id} fr, en: {id} en}}\n  broader: [{broader}]\n")
    };
    let text = [concept("a", "b"), concept("b", "c"), concept("c", "a"), concept("d", "d"), concept("e", "a")].concat();
    let concepts = Concepts::File(source("concepts.yaml", &text));
    let collection = collect(Input { concepts, ..Input::default() });
    let said: Vec<_> = collection
        .findings
        .iter()
        .map(|finding| (finding.place.line, finding.variant, arg(finding, "value")))
        .collect();
    assert_eq!(said, [(1, Some("circle"), "a → b → c → a"), (10, Some("itself"), "d")]);
}

#[test]
fn what_others_call_a_key_is_understood() {
    for (written, meant) in [("levell", "difficulty"), ("niveau", "difficulty"), ("tag", "tags"), ("langue", "lang")] {
        let page = format!("---\nid: a\n{written}: x\n---\n# What is a key?\n\nA name.\n");
        let (_, found) = found("unknown-front-matter-key", "", &[("a.md", &page)]);
        let near: Vec<&str> = found.iter().map(|finding| arg(finding, "near")).collect();
        assert_eq!(near, [meant], "{written}");
    }
}

#[test]
fn every_message_is_used_somewhere() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    let mut folders = vec![root.join("src"), root.join("templates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                code.push_str(&text);
            }
        }
    }
    let quoted: std::collections::BTreeSet<&str> = code.split(['"', '\'']).collect();
    let args = std::fs::read_to_string(root.join("src/cli/args.rs")).expect("the arguments").to_lowercase();
    // What is put together has its beginning in the code: `failure-{key}`, `"level-" ~ level`.
    let beginning =
        |text: &&str| text.split('{').next().filter(|beginning| beginning.ends_with('-')).map(str::to_owned);
    let mut begun: Vec<String> = quoted.iter().filter_map(beginning).collect();
    begun.retain(|beginning| !["cli-", "lint-"].contains(&beginning.as_str()));
    let text = passerelle::i18n::ftl(passerelle::i18n::Lang::En);
    let keys =
        text.lines().filter_map(|line| Some(line.split_once(" =")?.0)).filter(|key| !key.starts_with([' ', '#']));
    let unused: Vec<&str> = keys
        .filter(|key| !quoted.contains(key))
        .filter(|key| !begun.iter().any(|beginning| key.starts_with(beginning.as_str())))
        .filter(|key| match key.split_once('-') {
            Some(("lint", rest)) => passerelle::lint::find(rest.strip_suffix("-help").unwrap_or(rest)).is_none(),
            // A command, or a command and one of its arguments.
            Some(("cli", rest)) => {
                !rest.split('-').all(|word| args.contains(word) || code.contains(&format!("-{word}")))
            }
            _ => true,
        })
        .collect();
    assert_eq!(unused, Vec::<&str>::new());
}
