//! Ids given by authors, and retired ones.

use super::*;

#[test]
fn an_id_that_comes_back_leaves_the_old_address_behind_too() {
    let (mut entries, mut lock) = first();
    for id in ["mutex", "lock", "mutex"] {
        entries[0].id = id.to_owned();
        lock = assign(entries.clone(), &lock, TUESDAY).lock;
    }
    let built = assign(entries, &lock, TUESDAY);
    assert_eq!(built.entries[0].aliases, ["lock", "what-is-a-mutex"]);
    assert!(!built.changed() && built.diagnostics.is_empty());
}

#[test]
fn the_id_of_a_retired_question_is_not_given_to_another() {
    let lock = assign(vec![named("a.md", 1, "mutex", "What is a mutex?")], &Lock::default(), MONDAY).lock;
    let lock = assign(Vec::new(), &lock, TUESDAY).lock;
    let text = "Explain the CAP theorem.";
    let other = Entry { answer: Some("Pick two.".to_owned()), ..named("z.md", 7, "mutex", text) };
    for id in ["mutex", "Mutex"] {
        let built = assign(vec![Entry { id: id.to_owned(), ..other.clone() }], &lock, TUESDAY);
        assert_eq!(ids(&built), ["explain-the-cap-theorem"]);
        let finding = &built.diagnostics[0];
        assert_eq!((finding.rule, finding.variant, finding.place.line), ("duplicate-id", Some("retired"), 7));
        for lang in Lang::ALL {
            let message = passerelle::report::message(finding, lang);
            assert!(message.contains("mutex") && message.contains("What is a mutex?"), "{message}");
        }
        let again = assign(vec![Entry { id: id.to_owned(), ..other.clone() }], &built.lock, TUESDAY);
        assert!(!again.changed() && again.diagnostics.len() == 1);
    }
    // The question itself may have it back: with its text, with a similar one, with its answer.
    for (question, answer) in
        [("What is a mutex?", "x"), ("Explain what a mutex is.", "x"), ("Why lock?", "An answer.")]
    {
        let back = Entry { answer: Some(answer.to_owned()), ..named("z.md", 7, "mutex", question) };
        let built = assign(vec![back], &lock, TUESDAY);
        assert_eq!((ids(&built), built.diagnostics.len()), (vec!["mutex"], 0), "{question}");
    }
}

#[test]
fn a_retired_question_is_found_again_by_its_answer_alone_in_its_document() {
    let (entries, lock) = first();
    let lock = assign(entries[1..].to_vec(), &lock, TUESDAY).lock;
    let with = |path: &str, answer: &str| {
        let mut all = entries[1..].to_vec();
        all.push(entry(path, 1, "Who may enter a critical section?", answer));
        assign(all, &lock, TUESDAY + 9)
    };
    let back = with("a.md", "A lock.");
    assert_eq!(ids(&back)[4], "what-is-a-mutex");
    assert!(back.changes.iter().any(|change| change.kind == ChangeKind::Revived));
    assert_eq!(ids(&with("b.md", "A lock."))[4], "who-may-enter-a-critical-section");
    assert_eq!(ids(&with("a.md", "One thread."))[4], "who-may-enter-a-critical-section");
    // An answer that several questions have tells nothing.
    let mut all = entries[1..].to_vec();
    all.push(entry("a.md", 1, "Who may enter a critical section?", "A lock."));
    all.push(entry("c.md", 1, "What is on a door?", "A lock."));
    assert_eq!(ids(&assign(all, &lock, TUESDAY))[4], "who-may-enter-a-critical-section");
}

#[test]
fn findings_about_ids_stand_on_their_lines_and_name_what_is_given() {
    let read = |name: &str, text: &str| {
        let source = Source::new(name, name, text);
        let input = passerelle::pipeline::Input { sources: vec![source], now: MONDAY, ..Default::default() };
        let built = passerelle::pipeline::collect(input);
        let finding = built.findings[0].clone();
        let place = finding.place;
        (finding, (place.line, place.column, place.end_column), built.library.entries[0].id.clone())
    };
    let (finding, place, id) = read("a.md", "---\ntopic: Idle\nid: con\n---\n# What is a console?\n\nA device.\n");
    assert_eq!((finding.rule, place, id.as_str()), ("invalid-id", (3, 5, 8), "con-2"));
    assert!(finding.args.contains(&("replacement", id)), "{:?}", finding.args);
    let (_, place, _) = read("a.yaml", "- question: What is an id?\n  answer: A name.\n  id: a b\n");
    assert_eq!(place, (3, 7, 10));
    let line = r#"{"question": "What is a q?", "id": "q", "answer": "A line."}"#;
    let (finding, place, _) = read("a.jsonl", &format!("{line}\n{line}\n"));
    assert_eq!((finding.rule, place), ("duplicate-id", (2, 37, 38)));
}

#[test]
fn an_id_used_twice_is_reported_and_nothing_is_lost() {
    let (a, b) = (named("a.md", 3, "cache", "What is a cache?"), named("b.md", 7, "cache", "Why evict?"));
    let built = assign(vec![a.clone(), b.clone()], &Lock::default(), MONDAY);
    assert_eq!(ids(&built), ["cache", "cache-2"]);
    let finding = &built.diagnostics[0];
    assert_eq!((finding.rule, finding.path.as_str(), finding.place.line), ("duplicate-id", "b.md", 7));
    assert!(finding.args.contains(&("path", "a.md".to_owned())) && finding.args.contains(&("line", "3".to_owned())));
    // The one that has it keeps it, even when the other comes first one day.
    let swapped = assign(vec![b, a], &built.lock, TUESDAY);
    assert_eq!(ids(&swapped), ["cache-2", "cache"]);
    assert!(!swapped.changed());
    let cases =
        assign(vec![named("a.md", 1, "Cache", "A?"), named("a.md", 4, "cache", "B?")], &Lock::default(), MONDAY);
    assert_eq!(cases.diagnostics.len(), 1, "ids that differ in case only share a folder on many systems");
}
