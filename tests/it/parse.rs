//! Layouts read one by one, on documents of our own; and the real documents beside the project, where they stand.

use std::path::Path;

use passerelle::i18n::Lang;
use passerelle::normalise::{Difficulty, Entry, Kind, Status, normalise};
use passerelle::parse::{Role, ledger, parse};
use passerelle::source::Source;

fn read(name: &str, text: &str) -> (Vec<Entry>, Vec<String>, Vec<Role>) {
    let source = Source::new(name, name, text);
    let parsed = parse(&source);
    assert_eq!(ledger::rebuild(&source, &parsed), source.text);
    assert_eq!(ledger::ledger(&source, &parsed).unassigned, 0);
    let normalised = normalise(&source, &parsed);
    let rules = parsed
        .diagnostics
        .iter()
        .chain(&normalised.diagnostics)
        .map(|d| format!("{}:{}", d.rule, d.place.line))
        .collect();
    (normalised.entries, rules, parsed.roles)
}

const OUTLINE: &str = "\
The team runs a marketplace and hires its first platform engineer.

Part 1: Running it

1. Deployments:

- How would you release ten times a day without an outage? What has to be true of the schema
before you dare?
- Describe the last rollback that you had to do.

2. Capacity:

- The marketplace doubles its traffic every December, and the database is already at its limit.
 - Which part would you scale first, and how do you know?

- How do you prove, before December, that the plan holds under

- twice the load that you have ever seen?

 Explain how you would tell the business what it costs.

Part 2: Living with it

- 1. On call:

You are called at three in the morning and the dashboard is red. Where do you look first? Whom do you wake?

2. After the incident:

- What belongs in a post-mortem?
- Who should read it, and what happens when nobody";

#[test]
fn an_outline_is_read_bullet_by_bullet() {
    let (entries, _, roles) = read("outline.txt", OUTLINE);
    let questions: Vec<&str> = entries.iter().map(|entry| entry.question.as_str()).collect();
    assert_eq!(
        questions,
        [
            "How would you release ten times a day without an outage? What has to be true of the schema before you dare?",
            "Describe the last rollback that you had to do.",
            "Which part would you scale first, and how do you know?",
            "How do you prove, before December, that the plan holds under twice the load that you have ever seen?",
            "Explain how you would tell the business what it costs.",
            "You are called at three in the morning and the dashboard is red. Where do you look first? Whom do you wake?",
            "What belongs in a post-mortem?",
            "Who should read it, and what happens when nobody",
        ]
    );
    assert_eq!(entries[0].section, ["Part 1: Running it", "1. Deployments"]);
    assert_eq!(entries[6].section, ["Part 2: Living with it", "2. After the incident"]);
    assert_eq!(entries[1].context, None);
    let situation = "The marketplace doubles its traffic every December, and the database is already at its limit.";
    assert!(entries[2..5].iter().all(|entry| entry.context.as_deref() == Some(situation)));
    assert!(entries[..7].iter().all(|entry| entry.status == Status::Unanswered && entry.answer.is_none()));
    assert_eq!(entries[7].status, Status::Truncated);
    assert_eq!((entries[0].source.lines.start, entries[0].source.lines.end), (7, 8));
    assert_eq!(roles[0], Role::Note);
    assert_eq!(roles[12], Role::Context);
}

#[test]
fn advice_is_a_note_and_not_a_question() {
    let text = "# Guide\n\n## Caching\n\n**Q: Why cache?**\n```text\nReads are dear.\n```\n\n**Q: What to evict?**\n```text\nThe cold.\n```\n\n## Before you go\n\n### In the room\n1. Ask about the team\n2. Draw before you talk\n3. Say what you do not know\n";
    let source = Source::new("guide.md", "guide.md", text);
    let parsed = parse(&source);
    assert_eq!(parsed.drafts.len(), 2);
    assert_eq!(parsed.notes.len(), 1);
    assert_eq!(parsed.notes[0].section, ["Before you go", "In the room"]);
    assert!(parsed.notes[0].text.starts_with("1. Ask about the team\n2. Draw"));
}

#[test]
fn the_canonical_form() {
    let text = "---\nid: verrou\nlang: fr\ntopic: Concurrence\ndifficulty: avancé\ntags: [sql, verrous]\nconcepts: [lock]\n---\n# Quand prendre un verrou pessimiste ?\n\nQuand les conflits sont fréquents.\n\n## Le piège\n\nL'ordre des verrous.\n";
    let (entries, rules, _) = read("verrou.md", text);
    assert_eq!(rules, Vec::<String>::new());
    let [entry] = &entries[..] else { panic!("one entry") };
    assert_eq!((entry.id.as_str(), entry.explicit_id, entry.lang), ("verrou", true, Lang::Fr));
    assert_eq!(entry.question, "Quand prendre un verrou pessimiste ?");
    assert_eq!(
        entry.answer.as_deref(),
        Some("Quand les conflits sont fréquents.\n\n## Le piège\n\nL'ordre des verrous.")
    );
    assert_eq!(entry.section, ["Concurrence"]);
    assert_eq!(entry.difficulty, Some(Difficulty::Advanced));
    assert_eq!((entry.tags.len(), entry.concepts.as_slice()), (2, &["lock".to_owned()][..]));
}

#[test]
fn unknown_keys_and_values_are_errors_that_name_the_nearest() {
    let (entries, rules, _) =
        read("a.md", "---\nid: a\ndificulty: easy\nlang: german\n---\n# What is a lease?\n\nA lock that expires.\n");
    assert_eq!(entries.len(), 1, "the entry is kept");
    assert_eq!(rules, ["unknown-front-matter-key:3", "unknown-value:4"]);
    let kind = |kind: &str| {
        let (entries, rules, _) =
            read("a.md", &format!("---\nkind: {kind}\n---\n# What is a lease?\n\nA lock that expires.\n"));
        (entries[0].kind, rules)
    };
    assert_eq!(kind("foo"), (Kind::Open, vec!["unknown-value:2".to_owned()]));
    for known in Kind::ALL {
        assert_eq!(kind(known.name()), (known, vec![]));
    }
    let (entries, rules, _) = read("a.md", "---\nid: [unclosed\n---\n# What is a lease?\n\nA lock that expires.\n");
    assert_eq!(entries.len(), 1);
    assert!(rules[0].starts_with("invalid-data:"), "{rules:?}");
}

#[test]
fn data_files_are_sources_of_the_same_keys() {
    let records = [
        (
            "bank.jsonl",
            "{\"question\": \"What is a WAL?\", \"answer\": \"A log.\", \"lang\": \"en\", \"section\": [\"Storage\", \"Logs\"], \"tags\": [\"db\"]}\n",
        ),
        (
            "bank.json",
            "[\n  {\"question\": \"What is a WAL?\", \"answer\": \"A log.\", \"lang\": \"en\",\n   \"section\": [\"Storage\", \"Logs\"], \"tags\": [\"db\"]}\n]\n",
        ),
        (
            "bank.yaml",
            "- question: What is a WAL?\n  answer: A log.\n  lang: en\n  section: [Storage, Logs]\n  tags: [db]\n",
        ),
        ("bank.csv", "question,answer,lang,section,tags\r\nWhat is a WAL?,A log.,en,Storage;Logs,db\r\n"),
    ];
    for (name, text) in records {
        let (entries, rules, _) = read(name, text);
        assert_eq!(rules, Vec::<String>::new(), "{name}");
        let [entry] = &entries[..] else { panic!("{name}: one entry") };
        assert_eq!((entry.question.as_str(), entry.answer.as_deref()), ("What is a WAL?", Some("A log.")), "{name}");
        assert_eq!(
            (entry.section.join("/"), entry.tags.join("/")),
            ("Storage/Logs".to_owned(), "db".to_owned()),
            "{name}"
        );
    }
}

#[test]
fn malformed_data_is_reported_and_kept() {
    let (entries, rules, roles) =
        read("bank.jsonl", "{\"question\": \"A?\"}\n{\"question\": oops}\n{\"question\": \"B?\"}\n");
    assert_eq!((entries.len(), rules), (2, vec!["invalid-data:2".to_owned()]));
    assert_eq!(roles[1], Role::Note);
    let (_, rules, roles) = read("bank.yaml", "- question: [a\n  b\n");
    assert!(rules[0].starts_with("invalid-data"), "{rules:?}");
    assert!(roles.iter().all(|role| *role != Role::Unassigned));
    let (entries, rules, _) = read("bank.csv", "question,answer\nWhy?,\"because\n");
    assert!(entries.len() <= 1 && rules.len() <= 1);
}

#[test]
fn multiple_choice_from_data() {
    let (entries, _, _) = read(
        "q.yaml",
        "- question: Which is idempotent?\n  options:\n    - {label: A, text: PUT, correct: true}\n    - {label: B, text: POST}\n",
    );
    assert_eq!(entries[0].kind, Kind::Mcq);
    assert_eq!(entries[0].options.iter().map(|o| o.correct).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn generic_summaries_take_the_heading_before() {
    let text = "### What is a quorum?\n\n<details>\n<summary>View answer</summary>\n\nA majority that agrees.\n\n</details>\n\n### What is a lease?\n\n<details>\n<summary>View answer</summary>\n\nA lock that ends by itself.\n\n</details>\n\n### What is a fencing token?\n\n<details>\n<summary>View answer</summary>\n\nA number that only grows.\n\n</details>\n";
    let (entries, _, _) = read("q.md", text);
    let gist: Vec<_> = entries.iter().map(|e| (e.question.as_str(), e.answer.as_deref().unwrap_or(""))).collect();
    assert_eq!(gist[0], ("What is a quorum?", "A majority that agrees."));
    assert_eq!(gist[2], ("What is a fencing token?", "A number that only grows."));
}

#[test]
fn placeholders_are_not_answers() {
    let (entries, _, _) = read(
        "q.md",
        "1) Q: What is a WAL?\n   A: TODO\n2) Q: What is an LSN?\n   A: A place in the log.\n3) Q: What is fsync?\n   A: …\n",
    );
    let states: Vec<Status> = entries.iter().map(|entry| entry.status).collect();
    assert_eq!(states, [Status::Placeholder, Status::Answered, Status::Placeholder]);
    assert_eq!(entries[0].answer, None);
}

#[test]
fn notes_of_what_remains_to_be_written_are_not_answers() {
    let state = |question: &str, answer: &str| {
        let (entries, _, _) = read("q.md", &format!("# Locks\n\n## {question}\n\n{answer}\n"));
        entries[0].status
    };
    for answer in [
        "TODO: write this up properly with examples and more.",
        "**TODO** – ask the database team.",
        "[TBD] depends on the version.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
        "XXX",
        "N/A",
        "TBD",
        "Coming soon!",
        "This answer is to be written.",
        "Réponse à venir",
        "En cours de rédaction.",
        "_(à compléter plus tard)_",
        "À compléter",
        "À RÉDIGER\u{a0}: les trois cas, avec un exemple.",
        "Votre réponse ici",
    ] {
        assert_eq!(state("What is a lock?", answer), Status::Placeholder, "{answer}");
    }
    for (question, answer) in [
        ("What is a TODO comment?", "TODO: marks work that remains, for whoever reads the code next."),
        ("Which comments should be kept?", "TODO comments rot: write a ticket instead, and link it."),
        ("What is lorem ipsum for?", "Lorem ipsum fills a page whose text is not written yet."),
        ("Which state has a review?", "In progress, until two people have agreed."),
        ("Que dit la bannière ?", "Bientôt disponible, avec la date et un lien vers l’annonce."),
        (
            "What is a lock?",
            "TODO: shorten.\n\nA lock lets one thread in at a time, so that nobody sees half a change.",
        ),
    ] {
        assert_eq!(state(question, answer), Status::Answered, "{answer}");
    }
}

#[test]
fn odd_documents_do_not_break_the_reader() {
    let long = "x".repeat(200_000);
    for text in [
        "",
        "\n",
        "   ",
        "---",
        "---\n---\n",
        "```",
        "<details>",
        "</details>",
        "<!-- open",
        "#",
        "- ",
        "| a |",
        "\u{feff}",
        "Q:",
        "**Q:**",
        "1) Q:",
        "# \n## \n",
        long.as_str(),
        "\r\r\n\r",
        "[](#)",
        "{{% name \"x\" %}}",
    ] {
        read("odd.md", text);
        read("odd", &text.repeat(3));
    }
}

/// The five documents beside the project: every question at its line, with its section, level, situation and code.
#[test]
fn the_real_documents_are_read_exactly() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(truths) = std::fs::read_dir(shared.join("truth")) else {
        println!("skipped: the real documents are not beside the project");
        return;
    };
    let mut seen = 0;
    for path in truths.map(|entry| entry.expect("an entry").path()) {
        let truth: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(&path).expect("a file")).expect("JSON");
        let (Some(questions), Some(file)) = (truth["questions"].as_array(), truth["source"].as_str()) else { continue };
        let text = std::fs::read_to_string(shared.join("seeds").join(file)).expect("a document");
        let (entries, _, _) = read(file, &text);
        assert_eq!(entries.len(), questions.len(), "{file}");
        for (want, entry) in questions.iter().zip(&entries) {
            let place = format!("{file}:{}", want["start_line"]);
            assert_eq!(want["question"], entry.question, "{place}");
            assert_eq!(want["answered"], entry.answer.is_some(), "{place}");
            assert_eq!(want["start_line"], entry.source.lines.start, "{place}");
            assert_eq!(want["end_line"], entry.source.lines.end, "{place}");
            assert_eq!(want["section_path"], serde_json::json!(entry.section), "{place}");
            assert_eq!(want["lang"], entry.lang.code(), "{place}");
            let code: Vec<_> = entry.code.iter().map(|code| (code.lines.start, code.lines.end)).collect();
            let blocks = want["code_blocks"].as_array().cloned().unwrap_or_default();
            let line = |block: &serde_json::Value, key: &str| block[key].as_u64().expect("a line") as usize;
            assert_eq!(blocks.iter().map(|b| (line(b, "start"), line(b, "end"))).collect::<Vec<_>>(), code, "{place}");
            if let Some(situation) = want["scenario"].as_str() {
                assert_eq!(Some(situation), entry.context.as_deref(), "{place}");
            }
        }
        seen += entries.len();
    }
    assert_eq!(seen, 237);
}

#[test]
fn several_canonical_entries_may_follow_one_another() {
    let one = |id: &str, question: &str, answer: &str| format!("---\nid: {id}\nlang: en\n---\n# {question}\n{answer}");
    let text = [
        one("wal", "What is a WAL?", "\nA log.\n\n# Why first\n\nBecause pages tear.\n"),
        one("lsn", "What is an LSN?", ""),
        one("torn", "What is a torn page?", "\n```text\nhalf of it\n"),
        one("sum", "What is a checksum for?", "\n```c\ncrc(page);\n```\n"),
        one("fsync", "What does fsync promise?", "\nThat the disk has it.\n"),
    ]
    .join("\n");
    let (entries, rules, _) = read("all.md", &text);
    assert_eq!(rules, Vec::<String>::new());
    assert_eq!(
        entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(),
        ["wal", "lsn", "torn", "sum", "fsync"]
    );
    assert_eq!(entries[0].answer.as_deref(), Some("A log.\n\n# Why first\n\nBecause pages tear."));
    assert_eq!((entries[1].answer.as_deref(), entries[1].status), (None, Status::Unanswered));
}

#[test]
fn front_matter_that_is_not_closed_is_said() {
    let (entries, rules, _) = read("q.md", "---\nid: wal\nlang: en\n# What is a WAL?\n\nA log.\n");
    assert_eq!(entries.len(), 1);
    assert_eq!(rules, ["invalid-data:1"]);
}

#[test]
fn a_heading_that_asks_and_has_no_answer_is_a_question_too() {
    let (entries, _, _) = read("q.md", "# Caches\n\n## What is a cache?\n\nA copy.\n\n## What is a mutex?\n");
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[1].status, Status::Unanswered);
    let (entries, _, _) = read("q.md", "# Locks\n\n## What is a mutex?\n");
    assert_eq!(entries.len(), 1);
}

#[test]
fn a_carriage_return_alone_ends_a_line() {
    let (entries, _, _) = read("q.md", "# Old\r\r## What is a carriage return?\r\rA line end of old.\r");
    assert_eq!(entries[0].question, "What is a carriage return?");
    assert_eq!(entries[0].answer.as_deref(), Some("A line end of old."));
}

#[test]
fn containers_without_end_do_not_exhaust_the_stack() {
    let text = format!("# T\n\n## What is deep?\n\n{}", "<details>\n".repeat(20_000));
    let thread = std::thread::Builder::new().stack_size(512 * 1024);
    let read = thread.spawn(move || read("deep.md", &text).0.len()).expect("a thread");
    assert!(read.join().is_ok());
}

#[test]
fn a_quotation_mark_that_nothing_closes_is_said() {
    let (_, rules, _) = read("q.csv", "id,question\r\na,What is a cell?\r\nb,\"What is open?\r\n");
    assert_eq!(rules, ["invalid-data:3"]);
}
