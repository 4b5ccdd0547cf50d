//! Labels between a question and its answer, in every layout; requests in outlines.

use passerelle::i18n::Lang;
use passerelle::lint::Levels;
use passerelle::normalise::{Difficulty, Entry, Status, normalise};
use passerelle::parse::{Role, ledger, parse};
use passerelle::pipeline::{Input, collect};
use passerelle::source::Source;

fn read(text: &str) -> (Vec<Entry>, Vec<Role>) {
    let source = Source::new("x.md", "x.md", text);
    let parsed = parse(&source);
    assert_eq!(ledger::rebuild(&source, &parsed), source.text);
    assert_eq!(ledger::ledger(&source, &parsed).unassigned, 0);
    (normalise(&source, &parsed).entries, parsed.roles)
}

/// Each layout with `{}` where labels may stand.
const LAYOUTS: [(&str, &str); 9] = [
    ("canonical", "# What is a lock?\n\n{}\n\nIt guards.\n"),
    ("labelled", "1) Q: What is a lock?\n   {}\n   A: It guards.\n2) Q: Why?\n   A: No.\n3) Q: How?\n   A: So.\n"),
    (
        "labelled",
        "**Q: What is a lock?**\n\n{}\n\n```text\nA: It guards.\n```\n\n**Q: Why?**\n\n```text\nA: No.\n```\n",
    ),
    ("labelled", "### Q1: What is a lock?\n\n{}\n\nIt guards.\n\n### Q2: Why?\n\nNo.\n\n### Q3: How?\n\nSo.\n"),
    ("heading", "# T\n\n## What is a lock?\n\n{}\n\nIt guards.\n\n## Why so?\n\nNo.\n\n## How so?\n\nSo.\n"),
    ("bold", "**What is a lock?**\n\n{}\n\nIt guards.\n\n**Why so?**\n\nNo.\n\n**How so?**\n\nSo.\n"),
    (
        "container",
        "<expand title=\"What is a lock?\">\n\n{}\n\nIt guards.\n\n</expand>\n\n<expand title=\"Why so?\">\n\nNo.\n\n</expand>\n",
    ),
    ("container", "<details>\n<summary>What is a lock?</summary>\n\n{}\n\nIt guards.\n\n</details>\n"),
    ("outline", "1. Locks:\n\n- What is a lock?\n\n  {}\n\n  It guards.\n\n- Why is it so?\n- How is it so?\n"),
];

#[test]
fn concepts_have_a_label_in_every_layout() {
    for (layout, text) in LAYOUTS {
        for label in
            ["Concepts:", "**Concepts:**", "**Concepts**:", "Concepts\u{a0}:", "**Notions**\u{a0}:", "- Notions :"]
        {
            let text = text.replacen("{}", &format!("{label} lock, `read replica`; Élection."), 1);
            let (entries, roles) = read(&text);
            let entry = entries.first().expect("an entry");
            assert_eq!(entry.question, "What is a lock?", "{layout}: {text}");
            assert_eq!(entry.concepts, ["lock", "read replica", "Élection"], "{layout}: {text}");
            assert_eq!(entry.answer.as_deref(), Some("It guards."), "{layout}: {text}");
            assert_eq!(roles.iter().filter(|role| **role == Role::Meta).count(), 1, "{layout}: {roles:?}");
        }
    }
}

#[test]
fn the_three_labels_stand_in_any_order() {
    let lines = ["**Level:** senior", "**Concepts:** lock", "**Tags:** a, b"];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let labels = order.map(|at| lines[at]).join("\n");
        let (entries, _) = read(&format!("# What is a lock?\n\n{labels}\n\nIt guards.\n"));
        assert_eq!(entries[0].difficulty, Some(Difficulty::Advanced));
        assert_eq!(
            (&entries[0].concepts[..], &entries[0].tags[..]),
            (&["lock".to_owned()][..], &["a".to_owned(), "b".to_owned()][..])
        );
        assert_eq!(entries[0].answer.as_deref(), Some("It guards."));
    }
}

#[test]
fn an_answer_may_begin_with_that_word() {
    for answer in [
        "Concepts: a lock, which guards a section that only one task at a time may enter.",
        "Concepts: which ones?",
        "Concepts:\n\n- lock\n- queue",
        "Concepts are names.",
    ] {
        let (entries, _) = read(&format!("# What do you need to know?\n\n{answer}\n"));
        assert_eq!(entries[0].answer.as_deref(), Some(answer));
        assert!(entries[0].concepts.is_empty(), "{answer}");
    }
}

#[test]
fn a_concept_goes_by_its_id_or_any_label_and_an_unknown_one_is_found() {
    let text = "# Why lock?\n\nConcepts : Idempotence, idempotency, limitation de débit, idempotncy, backpresure\n\nIt guards.\n";
    let sources = vec![Source::new("x.md", "x.md", text)];
    let collection = collect(Input { sources, ..Input::default() });
    assert_eq!(
        collection.library.entries[0].concepts,
        ["idempotency", "rate-limiting", "idempotncy", "backpresure"],
        "once each, by their ids; what is unknown stays"
    );
    let found = collection.lint(&Default::default(), &Levels::default());
    let unknown: Vec<(usize, usize, Option<&str>)> = found
        .iter()
        .filter(|found| found.rule == "unknown-concept")
        .map(|found| {
            let near = found.args.iter().find(|(name, _)| *name == "near").map(|(_, near)| near.as_str());
            (found.place.line, found.place.column, near)
        })
        .collect();
    assert_eq!(unknown, [(3, 59, Some("idempotency")), (3, 71, Some("backpressure"))]);
}

#[test]
fn a_request_in_an_outline_keeps_the_answer_below_it() {
    for (request, lang) in [
        ("Describe how a saga undoes its steps.", Lang::En),
        ("Walk me through a deployment that nobody notices.", Lang::En),
        ("Explain in a few words\n  what an index costs.", Lang::En),
        ("Décrivez comment une saga annule ses étapes.", Lang::Fr),
        ("Distinguez l’authentification de l’autorisation.", Lang::Fr),
        ("**Comparer deux stratégies de cache.**", Lang::Fr),
    ] {
        let answer = match lang {
            Lang::En => "It runs them backwards, as far as it came.",
            Lang::Fr => "Elle les défait dans l’ordre inverse, aussi loin qu’elle est allée.",
        };
        let text = format!(
            "1. Sagas:\n\n- {request}\n\n  {answer}\n\n  ```sql\n  SELECT 1;\n  ```\n\n- Why is it so?\n\n- How is it so?\n"
        );
        let (entries, _) = read(&text);
        assert_eq!(entries.len(), 3, "{text}\n{entries:#?}");
        assert_eq!(entries[0].question, request.replace("\n  ", " ").trim_matches('*'));
        assert_eq!(
            entries[0].answer.as_deref(),
            Some(format!("{answer}\n\n```sql\nSELECT 1;\n```").as_str()),
            "{text}"
        );
        assert_eq!((entries[0].lang, entries[0].status), (lang, Status::Answered));
        assert!(entries[1..].iter().all(|entry| entry.status == Status::Unanswered));
    }
}

#[test]
fn more_of_a_request_is_no_answer() {
    for text in [
        "Describe a cache.\n  It holds ten gigabytes and is asked a thousand times a second.",
        "Describe how a page\n\n  break is survived.",
        "Design a queue.\n\n  - How is it read?\n  - How is it written?",
    ] {
        let text = format!("1. Sizes:\n\n- {text}\n\n- Why is it so?\n\n- How is it so?\n");
        let (entries, _) = read(&text);
        assert!(entries.iter().all(|entry| entry.status == Status::Unanswered), "{text}\n{entries:#?}");
    }
}

#[test]
fn a_question_of_several_lines_stays_whole_above_its_answer() {
    let (entries, _) = read("1. Sizes:\n\n- What is\n  a cache?\n  A copy.\n\n- Why is it so?\n\n- How is it so?\n");
    assert_eq!((entries[0].question.as_str(), entries[0].answer.as_deref()), ("What is a cache?", Some("A copy.")));
}
