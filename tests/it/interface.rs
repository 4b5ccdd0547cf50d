//! Every message of the interface is said somewhere: the program or a template names it, in one word or in parts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use passerelle::i18n::{self, Lang};
use passerelle::lint::RULES;

/// What the program and the templates name.
#[derive(Default)]
struct Named {
    /// Whole keys, between quotation marks; in a template not those of other attributes, its ids and classes.
    keys: BTreeSet<String>,
    /// Words, which may be parts of keys that are composed.
    words: BTreeSet<String>,
    /// Beginnings of keys that are composed at run time: `cli-arg-` of `"cli-arg-{id}"` and of `"cli-arg-" ~ id`.
    beginnings: BTreeSet<String>,
}

impl Named {
    fn read(&mut self, text: &str, is_template: bool) {
        let part = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        for word in text.split(|c: char| !part(c)) {
            // The program writes `output_format` where its option is `output-format`.
            self.words.insert(word.trim_matches('.').replace('_', "-").to_lowercase());
            self.words.extend(word.split(['.', '_']).map(str::to_lowercase));
            self.words.insert(kebab(word));
        }
        for (at, _) in text.match_indices('"') {
            let quoted = &text[at + 1..];
            let length = quoted.find(|c: char| !part(c)).unwrap_or(quoted.len());
            let (word, after) = quoted.split_at(length);
            if after.starts_with('"') && (!is_template || text[..at].ends_with("key=") || !text[..at].ends_with('=')) {
                self.keys.extend(word.split('.').next().map(str::to_owned));
            }
            if word.ends_with('-') && word.len() > 1 && (after.starts_with('{') || after.starts_with("\" ~")) {
                self.beginnings.insert(word.to_owned());
            }
        }
    }

    /// Whether something says the message `key`.
    fn names(&self, key: &str) -> bool {
        if let Some(rule) = key.strip_prefix("lint-") {
            let rule = rule.strip_suffix("-help").filter(|rule| passerelle::lint::find(rule).is_some()).unwrap_or(rule);
            return RULES.iter().any(|known| known.name == rule) || self.keys.contains(key);
        }
        let composed = |beginning: &String| {
            let rest = key.strip_prefix(beginning.as_str());
            // `cli-{command}-{id}` has two parts.
            rest.is_some_and(|rest| {
                let cut = rest.match_indices('-').map(|(at, _)| (&rest[..at], &rest[at + 1..]));
                self.words.contains(rest)
                    || cut.into_iter().any(|(one, two)| self.words.contains(one) && self.words.contains(two))
            })
        };
        self.keys.contains(key) || self.beginnings.iter().any(composed)
    }
}

/// `UnknownRule` as `unknown-rule`.
fn kebab(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}

fn read(folder: &Path, named: &mut Named) {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    for path in paths {
        let known = |extension: &std::ffi::OsStr| ["rs", "html", "js"].iter().any(|known| extension == *known);
        if path.is_dir() {
            read(&path, named);
        } else if path.extension().is_some_and(known) {
            let is_template = path.extension().is_none_or(|extension| extension != "rs");
            named.read(&std::fs::read_to_string(&path).expect("text"), is_template);
        }
    }
}

fn named() -> Named {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = Named::default();
    for folder in ["src", "templates"] {
        read(&root.join(folder), &mut named);
    }
    named
}

/// The keys of the messages of a language, in order.
fn keys(lang: Lang) -> Vec<&'static str> {
    let id = |line: &'static str| line.split_once(" =").map(|(id, _)| id);
    let starts = |id: &&str| id.starts_with(|c: char| c.is_ascii_lowercase()) && !id.contains(' ');
    i18n::ftl(lang).lines().filter_map(id).filter(starts).collect()
}

#[test]
fn no_message_is_left_unsaid() {
    let named = named();
    for lang in Lang::ALL {
        let keys = keys(lang);
        assert!(keys.len() > 600, "{}", keys.len());
        let unsaid: Vec<&str> = keys.into_iter().filter(|key| !named.names(key)).collect();
        assert_eq!(unsaid, [""; 0], "{lang:?}: neither the program nor a template names these");
    }
}

#[test]
fn a_message_that_nothing_names_is_seen() {
    let mut named = Named::default();
    named.read(r#"i18n::text(lang, "site-title", &[]); format!("download-{name}"); let name = "anki";"#, false);
    named.read(
        r#"<p id="study-card">{{ t(key="study-" ~ grade) }}{% set grades = ["good"] %}{{ t(key="study-due") }}"#,
        true,
    );
    for said in
        ["site-title", "download-anki", "study-good", "study-due", "lint-missing-answer", "lint-missing-answer-help"]
    {
        assert!(named.names(said), "{said}");
    }
    for unsaid in
        ["site-titles", "site-anki", "download-epub", "study-card-of", "study-worse", "lint-a-rule-that-is-gone"]
    {
        assert!(!named.names(unsaid), "{unsaid}");
    }
}
