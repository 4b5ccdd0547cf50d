//! What a contribution and a collection begin with.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use regex::{Captures, Regex};

use crate::files::{Files, UnsafePath};
use crate::i18n::{Lang, text};
use crate::identity::is_valid_id;
use crate::normalise::normalise;
use crate::parse::parse;
use crate::source::Source;
use crate::text::slug;

/// The files of a new collection by path.
const COLLECTION: [(&str, &str); 13] = [
    ("passerelle.yaml", include_str!("collection/passerelle.yaml")),
    ("README.md", include_str!("collection/README.md")),
    (".gitignore", include_str!("collection/gitignore")),
    (".pre-commit-config.yaml", include_str!("collection/pre-commit-config.yaml")),
    (".pre-commit-hooks.yaml", include_str!("collection/pre-commit-hooks.yaml")),
    // The repository's own, but for where the program comes from.
    (".github/actions/passerelle/action.yml", include_str!("collection/action.yml")),
    (".github/workflows/lint.yml", include_str!("../../.github/workflows/lint.yml")),
    (".github/workflows/site.yml", include_str!("../../.github/workflows/site.yml")),
    (".github/workflows/decks.yml", include_str!("../../.github/workflows/decks.yml")),
    (".github/ISSUE_TEMPLATE/question.yml", include_str!("../../.github/ISSUE_TEMPLATE/question.yml")),
    (".github/pull_request_template.md", include_str!("../../.github/pull_request_template.md")),
    ("content/fr/questions/pourquoi-paginer.md", include_str!("collection/pagination-fr.md")),
    ("content/en/questions/why-paginate.md", include_str!("collection/pagination-en.md")),
];

/// A new collection: its settings, one question in each language, and what checks and publishes it on GitHub. `name` sets its decks apart from those of other
/// collections.
///
/// # Errors
/// Never: the paths are known to stay inside.
pub fn collection(name: &str) -> Result<Files, UnsafePath> {
    let mut files = Files::new();
    for (path, text) in COLLECTION {
        files.insert(path, text.replace(SEED, &format!("seed: \"{}\"", slug(name))))?;
    }
    Ok(files)
}

/// What stands in the settings for the collection's own seed.
const SEED: &str = "seed: NAME";

/// A question that has no file yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id, which is its file's name too.
    pub id: String,
    /// Its file in the canonical form, with a place for the answer.
    pub text: String,
}

/// The canonical form of a question to be answered; `taken` are the ids in use or used once, in lower case. `None` when a
/// file with this question could not be read back as one question.
pub fn question(asked: &str, lang: Lang, topic: Option<&str>, taken: &BTreeSet<String>) -> Option<Question> {
    // No-break spaces are the author's; line ends and control characters would end the heading.
    let words = asked.split(|c: char| c.is_ascii_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let asked = words.collect::<Vec<_>>().join(" ");
    let id = free_id(&slug(&asked), taken);
    let asked = with_code(&asked);
    // JSON strings are YAML strings: no topic can be mistaken for syntax.
    let topic = topic.filter(|topic| !topic.trim().is_empty());
    let topic = topic.map(|topic| format!("topic: {}\n", serde_json::Value::from(topic))).unwrap_or_default();
    let place = text(lang, "scaffold-answer", &[]);
    // Sound as it is; once there is an answer, the suppression is unused, and `lint --fix` takes it out.
    let reason = serde_json::Value::from(text(lang, "scaffold-reason", &[]));
    let keys = format!("id: \"{id}\"\nlang: {}\n{topic}allow:\n  missing-answer: {reason}\n", lang.code());
    let text = format!("---\n{keys}---\n# {asked}\n\n{place}\n");
    let source = Source::new("new.md", "new.md", text.as_str());
    let read = normalise(&source, &parse(&source)).entries;
    let sound = read.len() == 1 && read[0].id == id && !read[0].question.is_empty() && read[0].answer.is_none();
    sound.then_some(Question { id, text })
}

/// A question with its tags and generic types as code: a Markdown reader would take them for HTML.
fn with_code(asked: &str) -> Cow<'_, str> {
    static CODE: OnceLock<Regex> = OnceLock::new();
    let code = CODE.get_or_init(|| {
        Regex::new(r"(`+[^`]*`+)|[\w.:]*</?[A-Za-z!][^<>`]*(?:<[^<>`]*(?:<[^<>`]*>[^<>`]*)*>[^<>`]*)*>+")
            .expect("a valid pattern")
    });
    code.replace_all(asked, |found: &Captures<'_>| match found.get(1) {
        // Code already, or an address or a mailbox between angle brackets, which is a link.
        Some(shown) => shown.as_str().to_owned(),
        None if found[0].contains("://") || found[0].contains('@') => found[0].to_owned(),
        None => format!("`{}`", &found[0]),
    })
}

/// `base`, else `base-2`, `base-3`, …
fn free_id(base: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let free = |id: &String| is_valid_id(id) && !taken.contains(&id.to_ascii_lowercase());
    std::iter::once(base.to_owned()).chain(numbered).find(free).unwrap_or_default()
}
