//! The same entries rewritten in another layout, or disturbed in ways that change nothing, are read as the same entries.

use passerelle::normalise::{Entry, normalise};
use passerelle::parse::{Role, ledger, parse};
use passerelle::source::Source;

/// An entry to write: question, answer (one line), code or nothing.
type Written = (&'static str, &'static str, Option<&'static str>);

const ENTRIES: &[Written] = &[
    ("What does a cache key have to contain?", "Everything that the response depends on, and nothing else.", None),
    (
        "Why is a retry without jitter dangerous?",
        "All clients come back at the same moment: see the spike below.",
        Some("const wait = base * 2 ** n;\n\nawait sleep(wait + Math.random() * wait);"),
    ),
    (
        "Explain what a tombstone is in a replicated store",
        "A marker that says \"deleted\", kept until every replica has seen it.",
        None,
    ),
    (
        "When do you shard by hash?",
        "When range queries matter less than an even load: `hash(key) % n` is the naive form.",
        Some("shard = crc32(key) % shards"),
    ),
];

const MORE: &[Written] = &[
    ("À quoi sert une clé étrangère ?", "Elle garantit que la ligne référencée existe vraiment.", None),
    (
        "Comment choisit-on la taille d'un pool de connexions ?",
        "On part du nombre de cœurs, puis on mesure l'attente.",
        None,
    ),
    (
        "Décrivez une migration sans interruption",
        "On ajoute, on copie, on bascule, on retire : quatre déploiements.",
        None,
    ),
];

type Layout = (&'static str, fn(&[Written]) -> String);

const LAYOUTS: &[Layout] = &[
    ("numbered", numbered),
    ("bold with fence", bold_fence),
    ("container", container),
    ("headings", headings),
    ("headings, code bare", headings_bare),
    ("details", details),
];

fn fenced(code: Option<&str>) -> String {
    code.map(|code| format!("\n\n```js\n{code}\n```")).unwrap_or_default()
}

fn numbered(entries: &[Written]) -> String {
    let mut out = String::from("# A list\n\n");
    for (at, (question, answer, _)) in entries.iter().enumerate() {
        out += &format!("{}) Q: {question}\n   A: {answer}\n", at + 1);
    }
    out
}

fn bold_fence(entries: &[Written]) -> String {
    let mut out = String::from("# A guide\n\n## Part\n\n");
    for (question, answer, _) in entries {
        out += &format!("**Q: {question}**\n```text\nAnswer:\n{answer}\n```\n\n");
    }
    out
}

fn container(entries: &[Written]) -> String {
    let mut out = String::from("# Folded\n\n");
    for (question, answer, code) in entries {
        out += &format!(
            "<expand title=\"{}\">\n**Question:** {question}\n\n**Answer:**\n{answer}{}\n</expand>\n\n",
            question.replace('"', "'"),
            fenced(*code)
        );
    }
    out
}

fn details(entries: &[Written]) -> String {
    let mut out = String::from("# Folded\n\n");
    for (question, answer, code) in entries {
        out += &format!("<details>\n<summary>{question}</summary>\n\n{answer}{}\n\n</details>\n\n", fenced(*code));
    }
    out
}

fn headings(entries: &[Written]) -> String {
    let mut out = String::from("# Headings\n\n## Table of Contents\n\n");
    for (at, (question, _, _)) in entries.iter().enumerate() {
        out += &format!("{0}. [{question}](#q{0}) <span class=\"level\">Beginner</span>\n", at + 1);
    }
    out += "\n---\n\n";
    for (at, (question, answer, code)) in entries.iter().enumerate() {
        out += &format!(
            "### Q{}: {question}\n\n**Difficulty**: Beginner\n\n{answer}{}\n\n[Back to Top](#table-of-contents)\n\n---\n\n",
            at + 1,
            fenced(*code)
        );
    }
    out
}

fn headings_bare(entries: &[Written]) -> String {
    let mut out = String::from("# Headings\n\n");
    for (at, (question, answer, code)) in entries.iter().enumerate() {
        let code = code.map(|code| format!("\n\n**Code Example:**\n{code}")).unwrap_or_default();
        out += &format!(
            "### Q{}: {question}\n\n{answer}{code}\n\n<div align=\"right\"><a href=\"#top\">Back to Top</a></div>\n\n---\n\n",
            at + 1
        );
    }
    out
}

fn read(text: &str) -> Vec<Entry> {
    let source = Source::new("sample.md", "sample.md", text);
    let parsed = parse(&source);
    assert!(!parsed.roles.contains(&Role::Unassigned), "a line without a role in\n{text}");
    assert_eq!(parsed.roles.len(), source.line_count());
    assert_eq!(ledger::ledger(&source, &parsed).unassigned, 0);
    assert_eq!(ledger::rebuild(&source, &parsed), source.text);
    normalise(&source, &parsed).entries
}

/// Question, first line of the answer, whether there is code where the layout can hold it.
fn gist(entries: &[Entry]) -> Vec<(String, String)> {
    entries
        .iter()
        .map(|entry| {
            let answer = entry.answer.clone().unwrap_or_default();
            (entry.question.clone(), answer.lines().next().unwrap_or_default().to_owned())
        })
        .collect()
}

fn expected(entries: &[Written]) -> Vec<(String, String)> {
    entries.iter().map(|(question, answer, _)| ((*question).to_owned(), (*answer).to_owned())).collect()
}

#[test]
fn every_layout_gives_the_same_entries() {
    for entries in [ENTRIES, MORE] {
        for (name, write) in LAYOUTS {
            assert_eq!(gist(&read(&write(entries))), expected(entries), "{name}");
        }
    }
}

#[test]
fn code_is_found_in_every_layout_that_can_hold_it() {
    for (name, write) in LAYOUTS.iter().filter(|(name, _)| !name.starts_with("numbered") && !name.starts_with("bold")) {
        let counts: Vec<usize> = read(&write(ENTRIES)).iter().map(|entry| entry.code.len()).collect();
        assert_eq!(counts, [0, 1, 0, 1], "{name}");
    }
}

#[test]
fn disturbances_change_nothing() {
    for (name, write) in LAYOUTS {
        let plain = write(ENTRIES);
        let variants = [
            ("CRLF", plain.replace('\n', "\r\n")),
            ("no final newline", plain.trim_end().to_owned()),
            (
                "indented by two",
                plain.lines().map(|line| if line.is_empty() { "\n".into() } else { format!("  {line}\n") }).collect(),
            ),
            ("wrapped in details", format!("<details>\n<summary>All of it</summary>\n\n{plain}\n</details>\n")),
            ("byte order mark", format!("\u{feff}{plain}")),
            ("blank lines before and after", format!("\n\n{plain}\n\n\n")),
        ];
        for (variant, text) in variants {
            assert_eq!(gist(&read(&text)), expected(ENTRIES), "{name}, {variant}:\n{text}");
        }
    }
}

#[test]
fn two_layouts_in_one_file_come_out_whole() {
    let both: Vec<(String, String)> = expected(ENTRIES).into_iter().chain(expected(MORE)).collect();
    for (first, write_first) in LAYOUTS {
        for (second, write_second) in LAYOUTS {
            let text = format!("{}\n{}", write_first(ENTRIES), write_second(MORE));
            assert_eq!(gist(&read(&text)), both, "{first}, then {second}");
        }
    }
}

#[test]
fn an_open_fence_does_not_take_the_next_question() {
    let broken = container(ENTRIES).replacen("\n```\n</expand>", "\n</expand>", 1);
    let entries = read(&broken);
    assert_eq!(gist(&entries), expected(ENTRIES));
    assert!(entries[1].has_flag("fence-recovered"));
    let shown = entries[1].shown_answer().expect("an answer");
    assert_eq!(shown.matches("```").count(), 2, "closed for display: {shown}");
    assert_eq!(entries[1].answer.as_deref().expect("an answer").matches("```").count(), 1, "exact in the record");
}

#[test]
fn the_order_of_sections_does_not_matter() {
    let reversed: Vec<Written> = ENTRIES.iter().rev().copied().collect();
    for (name, write) in LAYOUTS {
        let mut found = gist(&read(&write(&reversed)));
        found.reverse();
        assert_eq!(found, expected(ENTRIES), "{name}");
    }
}
