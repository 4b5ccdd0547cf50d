//! Declared translations: when one side changes, the other is stale until it follows or somebody says that it need not.

use std::collections::BTreeSet;
use std::fs;

use passerelle::identity::Lock;
use passerelle::pipeline::{Collection, Input, collect};
use passerelle::source::Source;

use super::cli::{run, stderr, stdout};

const ENGLISH: &str = "---\nid: bloom-filter\nlang: en\n---\n# How does a bloom filter answer?\n\nIt may say yes for what is not there, and never no for what is. `k < m` holds.\n";
const FRENCH: &str = "---\nid: filtre-de-bloom\nlang: fr\n---\n# Comment répond un filtre de Bloom\u{202f}?\n\nIl peut dire oui pour ce qui n’y est pas, jamais non pour ce qui y est.\n";
const LINKS: &str = "- {a: filtre-de-bloom, b: bloom-filter, kind: translation, reason: \"one author wrote both\"}\n";

fn built(english: &str, french: &str, lock: &Lock, in_line: &[&str]) -> Collection {
    collect(Input {
        sources: vec![Source::new("en.md", "en.md", english), Source::new("fr.md", "fr.md", french)],
        links: Some(Source::new("links.yaml", "links.yaml", LINKS)),
        lock: lock.clone(),
        in_line: in_line.iter().map(ToString::to_string).collect::<BTreeSet<_>>(),
        now: 1_800_000_000,
        ..Input::default()
    })
}

/// The stale sides, and what each says of the other.
fn stale(collection: &Collection) -> Vec<(&str, usize, &str)> {
    let other =
        |found: &'_ passerelle::diagnostic::Diagnostic| found.args.iter().position(|(name, _)| *name == "other");
    let found = collection.findings.iter().filter(|found| found.rule == "stale-translation");
    found.map(|found| (&*found.path, found.place.line, &*found.args[other(found).expect("a place")].1)).collect()
}

#[test]
fn a_side_that_changes_alone_makes_the_other_stale() {
    let first = built(ENGLISH, FRENCH, &Lock::default(), &[]);
    assert_eq!(first.lock.translations.len(), 1);
    assert_eq!(stale(&first), [], "what is new is in line");
    let text = first.lock.to_text();
    assert_eq!(Lock::parse(&Source::new("l", "l", text.as_str())).expect("a lock"), first.lock);
    assert_eq!(
        text.matches("{\"translation\":[\"bloom-filter\",\"filtre-de-bloom\"],\"in_line\":[").count(),
        1,
        "{text}"
    );
    let again = built(ENGLISH, FRENCH, &first.lock, &[]);
    assert!(again.changes.is_empty() && again.lock == first.lock);

    let english = ENGLISH.replace("for what is.", "for what was put in.");
    let changed = built(&english, FRENCH, &first.lock, &[]);
    assert_eq!(stale(&changed), [("fr.md", 5, "en.md:5")]);
    assert_eq!(changed.lock.translations, first.lock.translations, "one waits for the other");
    let french = FRENCH.replace("pour ce qui y est", "pour ce qui y a été mis");
    assert_eq!(stale(&built(ENGLISH, &french, &first.lock, &[])), [("en.md", 5, "fr.md:5")]);
    let code = ENGLISH.replace("k < m", "k > m");
    assert_eq!(stale(&built(&code, FRENCH, &first.lock, &[])).len(), 1, "a sign of code");

    let followed = built(&english, &french, &changed.lock, &[]);
    assert_eq!(stale(&followed), []);
    assert_ne!(followed.lock.translations, first.lock.translations);
    assert_eq!(stale(&built(&english, &french, &followed.lock, &[])), []);
    assert_eq!(stale(&built(&english, FRENCH, &followed.lock, &[])).len(), 1, "taken back");
}

#[test]
fn what_says_nothing_new_makes_nothing_stale() {
    let first = built(ENGLISH, FRENCH, &Lock::default(), &[]);
    let french = FRENCH.replace('’', "'").replace("\u{202f}?", " ?").replace("Il peut", "il **peut**");
    let french = french.replace("lang: fr", "lang: fr\ndifficulty: advanced");
    assert_eq!(stale(&built(ENGLISH, &french, &first.lock, &[])), []);
    // `same` by decision or by score is no translation.
    let links = Some(Source::new("links.yaml", "links.yaml", LINKS.replace("translation", "same")));
    let sources = vec![Source::new("en.md", "en.md", ENGLISH), Source::new("fr.md", "fr.md", FRENCH)];
    let same = collect(Input { sources, links, lock: first.lock, ..Input::default() });
    assert!(same.lock.translations.is_empty() && same.lock.to_text().matches("translation").count() == 0);
}

#[test]
fn somebody_may_say_that_nothing_has_to_change() {
    let first = built(ENGLISH, FRENCH, &Lock::default(), &[]);
    let english = ENGLISH.replace("for what is.", "for what really is.");
    let said = built(&english, FRENCH, &first.lock, &["filtre-de-bloom", "nothing"]);
    assert_eq!((stale(&said), said.untranslated.clone()), (vec![], vec!["nothing".to_owned()]));
    assert_eq!(stale(&built(&english, FRENCH, &said.lock, &[])), []);
    assert_eq!(stale(&built(ENGLISH, FRENCH, &said.lock, &[])).len(), 1);
}

#[test]
fn a_renamed_side_stays_stale_and_a_pair_has_two_languages() {
    let first = built(ENGLISH, FRENCH, &Lock::default(), &[]);
    let changed = ENGLISH.replace("for what is.", "for what was put in.");
    let pending = built(&changed, FRENCH, &first.lock, &[]);
    let renamed = changed.replace("id: bloom-filter", "id: zz-bloom-filter");
    assert_eq!(stale(&built(&renamed, FRENCH, &pending.lock, &[])), [("fr.md", 5, "en.md:5")]);
    let english = FRENCH.replace("lang: fr", "lang: en").replace("Comment", "How");
    let one = built(ENGLISH, &english, &Lock::default(), &[]);
    let found = |rule: &str| one.findings.iter().filter(|found| found.rule == rule).map(|found| found.variant).next();
    assert_eq!(found("invalid-links"), Some(Some("language")));
    assert!(one.lock.translations.is_empty());
}

#[test]
fn the_commands_tell_and_settle_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    let passerelle = |args: &[&str]| run(folder.path(), args);
    let found = || stdout(&passerelle(&["lint", "--format", "jsonl"])).matches("\"stale-translation\"").count();
    write("passerelle.yaml", "languages: [fr, en]\n");
    write("content/en.md", ENGLISH);
    write("content/fr.md", FRENCH);
    write("content/links.yaml", LINKS);
    assert_eq!(found(), 0, "nothing was built");
    assert!(passerelle(&["build", "-q"]).status.success());
    write("content/en.md", &ENGLISH.replace("for what is.", "for what was put in."));
    assert_eq!((found(), found()), (1, 1), "kept findings are the same");
    assert!(passerelle(&["build", "-q"]).status.success());
    assert_eq!(found(), 1, "building is no consent");
    assert!(passerelle(&["build", "-q", "--locked"]).status.success(), "what waits is up to date");
    let refused = passerelle(&["build", "--in-line", "filtre", "--locale", "en"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("no translation of “filtre”"), "{}", stderr(&refused));
    let told = stdout(&passerelle(&["lint", "--locale", "en", "--color", "never"]));
    assert!(told.contains("passerelle build --in-line filtre-de-bloom") && told.contains("en.md:5"), "{told}");
    assert!(passerelle(&["build", "-q", "--in-line", "filtre-de-bloom"]).status.success());
    assert_eq!(found(), 0);
}
