//! Ids survive what happens to questions: rewording, reordering, moving, leaving and coming back.

mod given;

use passerelle::i18n::Lang;
use passerelle::identity::{Assigned, ChangeKind, Lock, LockProblem, assign, is_valid_id};
use passerelle::normalise::Entry;
use passerelle::source::{LineSpan, Source};

use crate::bare;

const MONDAY: i64 = 1_767_600_000;
const TUESDAY: i64 = MONDAY + 86_400;

fn entry(path: &str, line: usize, question: &str, answer: &str) -> Entry {
    let answer = Some(answer).filter(|answer| !answer.is_empty());
    let mut entry = bare::entry("", Lang::En, question, answer, path);
    entry.section = vec!["Basics".to_owned()];
    entry.source.lines = LineSpan::new(line, line + 1);
    entry.explicit_id = false;
    entry
}

fn named(path: &str, line: usize, id: &str, question: &str) -> Entry {
    Entry { id: id.to_owned(), explicit_id: true, ..entry(path, line, question, "An answer.") }
}

/// Five questions in two documents.
fn collection() -> Vec<Entry> {
    vec![
        entry("a.md", 1, "What is a mutex?", "A lock."),
        entry("a.md", 4, "When does a cache hurt?", "When it is stale."),
        entry("a.md", 7, "How do you version an API?", "In its address."),
        entry("b.md", 1, "What does a load balancer do?", "It spreads requests."),
        entry("b.md", 4, "Why are indexes not free?", "Writes pay for them."),
    ]
}

fn ids(assigned: &Assigned) -> Vec<&str> {
    assigned.entries.iter().map(|entry| entry.id.as_str()).collect()
}

fn kinds(assigned: &Assigned) -> Vec<(&str, &ChangeKind)> {
    assigned.changes.iter().map(|change| (change.id.as_str(), &change.kind)).collect()
}

/// The collection after a first build, with its lock as written and read again.
fn first() -> (Vec<Entry>, Lock) {
    let built = assign(collection(), &Lock::default(), MONDAY);
    (collection(), read(&built.lock.to_text()).expect("what was written is read"))
}

fn read(text: &str) -> Result<Lock, passerelle::identity::LockError> {
    Lock::parse(&Source::new("passerelle.lock", "passerelle.lock", text))
}

#[test]
fn a_first_build_has_slugs_and_the_same_bytes_on_any_day() {
    let (monday, tuesday) =
        (assign(collection(), &Lock::default(), MONDAY), assign(collection(), &Lock::default(), TUESDAY));
    assert_eq!(ids(&monday)[0], "what-is-a-mutex");
    assert_eq!(monday.lock.to_text(), tuesday.lock.to_text());
    assert_eq!(read(&monday.lock.to_text()).expect("a lock"), monday.lock);
    assert!(monday.changed());
    let again = assign(collection(), &monday.lock, TUESDAY);
    assert!(!again.changed());
    assert_eq!(again.lock, monday.lock);
    assert!(again.lock.releases().is_empty());
}

#[test]
fn a_reworded_question_keeps_its_id_and_gets_a_date() {
    for question in ["Explain what a mutex is.", "What is a mutx?", "Completely other words, the answer as before"] {
        let (mut entries, lock) = first();
        entries[0].question = question.to_owned();
        let built = assign(entries, &lock, TUESDAY);
        assert_eq!(ids(&built)[0], "what-is-a-mutex", "{question}");
        let from = "What is a mutex?".to_owned();
        assert_eq!(kinds(&built), [("what-is-a-mutex", &ChangeKind::Reworded { from })]);
        assert_eq!(built.lock.releases().into_iter().collect::<Vec<_>>(), [("what-is-a-mutex".to_owned(), TUESDAY)]);
    }
}

#[test]
fn a_question_and_its_answer_may_change_together() {
    let (mut entries, lock) = first();
    entries[4].question = "Why is an index not free of charge?".to_owned();
    entries[4].answer = Some("Each write has to keep it up to date.".to_owned());
    assert_eq!(ids(&assign(entries, &lock, TUESDAY))[4], "why-are-indexes-not-free");
}

#[test]
fn another_question_in_the_same_place_is_another_question() {
    let (mut entries, lock) = first();
    entries[0].question = "What is a semaphore?".to_owned();
    entries[0].answer = Some("A counter.".to_owned());
    let built = assign(entries, &lock, TUESDAY);
    assert_eq!(ids(&built)[0], "what-is-a-semaphore");
    let retired = ChangeKind::Retired { successor: None };
    assert_eq!(kinds(&built), [("what-is-a-mutex", &retired), ("what-is-a-semaphore", &ChangeKind::Added)]);
}

#[test]
fn order_and_lines_leave_no_trace() {
    let (mut entries, lock) = first();
    entries.reverse();
    for (at, entry) in entries.iter_mut().enumerate() {
        entry.source.lines = LineSpan::new(100 + at, 101 + at);
    }
    let built = assign(entries, &lock, TUESDAY);
    assert!(!built.changed());
    assert_eq!(built.lock.to_text(), lock.to_text());
    assert_eq!(ids(&built)[4], "what-is-a-mutex");
}

#[test]
fn a_moved_question_keeps_its_id_and_is_no_news_to_learners() {
    let (mut entries, lock) = first();
    entries[1].source.path = "c/new.md".to_owned();
    let built = assign(entries, &lock, TUESDAY);
    let moved = ChangeKind::Moved { from: "a.md".to_owned() };
    assert_eq!(kinds(&built), [("when-does-a-cache-hurt", &moved)]);
    assert!(built.lock.releases().is_empty());
}

#[test]
fn a_renamed_file_with_touched_up_questions_keeps_its_ids() {
    let (mut entries, lock) = first();
    for entry in &mut entries[..3] {
        entry.source.path = "z.md".to_owned();
        entry.question = entry.question.replace('?', " exactly?");
    }
    let built = assign(entries, &lock, TUESDAY);
    assert_eq!(ids(&built)[..3], ["what-is-a-mutex", "when-does-a-cache-hurt", "how-do-you-version-an-api"]);
}

#[test]
fn what_leaves_is_a_tombstone_and_what_comes_back_is_revived() {
    let (entries, lock) = first();
    let without = assign(entries[1..].to_vec(), &lock, TUESDAY);
    assert_eq!(without.lock.tombstones().map(|record| record.id.as_str()).collect::<Vec<_>>(), ["what-is-a-mutex"]);
    assert_eq!(without.lock.releases()["what-is-a-mutex"], TUESDAY);
    assert!(!assign(entries[1..].to_vec(), &without.lock, TUESDAY + 9).changed());

    // Another question with the same slug does not get the id of the retired one.
    let mut newcomer = entries.clone();
    newcomer[0].question = "What is a «mutex»?".to_owned();
    newcomer[0].answer = Some("Something else that is called so.".to_owned());
    assert_eq!(ids(&assign(newcomer, &without.lock, TUESDAY))[0], "what-is-a-mutex-2");

    // The same text is the same question; its date rises even when the clock was set back.
    let back = assign(entries, &without.lock, MONDAY);
    assert_eq!(kinds(&back), [("what-is-a-mutex", &ChangeKind::Revived)]);
    assert_eq!(back.lock.releases()["what-is-a-mutex"], TUESDAY + 1);
    assert_eq!(back.lock.tombstones().count(), 0);
}

#[test]
fn a_near_duplicate_is_new_and_takes_nothing_from_the_old_one() {
    let (mut entries, lock) = first();
    entries.insert(0, entry("a.md", 1, "What is a mutex, really?", "A lock."));
    let built = assign(entries, &lock, TUESDAY);
    assert_eq!(ids(&built)[..2], ["what-is-a-mutex-really", "what-is-a-mutex"]);
    assert_eq!(kinds(&built), [("what-is-a-mutex-really", &ChangeKind::Added)]);
}

#[test]
fn swapped_answers_stay_with_their_questions() {
    let (mut entries, lock) = first();
    let answer = entries[0].answer.clone();
    entries[0].answer = entries[1].answer.clone();
    entries[1].answer = answer;
    let built = assign(entries, &lock, TUESDAY);
    assert_eq!(ids(&built)[..2], ["what-is-a-mutex", "when-does-a-cache-hurt"]);
    let edited = &ChangeKind::Edited;
    assert_eq!(kinds(&built), [("what-is-a-mutex", edited), ("when-does-a-cache-hurt", edited)]);
}

#[test]
fn equal_questions_are_told_apart_by_their_answers() {
    let twins = || (0..12).map(|n| entry("a.md", 3 * n + 1, "True or false?", &format!("Because {n}."))).collect();
    let mut entries: Vec<Entry> = twins();
    let lock = assign(twins(), &Lock::default(), MONDAY).lock;
    entries.reverse();
    let built = assign(entries.clone(), &lock, TUESDAY);
    assert!(!built.changed());
    assert_eq!((ids(&built)[11], ids(&built)[0]), ("true-or-false", "true-or-false-12"));
    // Without an answer to tell them apart they keep their order, `-2` before `-10`.
    let bare = |mut entry: Entry| {
        entry.answer = None;
        entry
    };
    let lock = assign(twins().into_iter().map(bare).collect(), &Lock::default(), MONDAY).lock;
    let built = assign(twins().into_iter().map(bare).collect(), &lock, TUESDAY);
    assert!(!built.changed());
    assert_eq!((ids(&built)[1], ids(&built)[9]), ("true-or-false-2", "true-or-false-10"));
}

#[test]
fn languages_are_not_confused() {
    let mut french = entry("a.md", 1, "API gateway", "Une passerelle.");
    french.lang = Lang::Fr;
    let english = entry("a.md", 4, "API gateway", "A gateway.");
    let lock = assign(vec![french.clone(), english.clone()], &Lock::default(), MONDAY).lock;
    let built = assign(vec![english, french], &lock, TUESDAY);
    assert!(!built.changed());
    assert_eq!(ids(&built), ["api-gateway-2", "api-gateway"]);
}

#[test]
fn an_id_given_by_the_author_is_kept_whatever_happens() {
    let lock = assign(vec![named("a.md", 1, "Q_12.b", "What is a mutex?")], &Lock::default(), MONDAY).lock;
    let other = Entry { answer: None, ..named("z.md", 80, "Q_12.b", "Quelque chose d'autre ?") };
    let built = assign(vec![other], &lock, TUESDAY);
    assert_eq!(ids(&built), ["Q_12.b"]);
    assert_eq!(built.lock.records.len(), 1);
    assert!(built.diagnostics.is_empty());
}

#[test]
fn an_id_given_later_leaves_the_old_address_behind() {
    let (mut entries, lock) = first();
    entries[0].id = "mutex".to_owned();
    entries[0].explicit_id = true;
    for now in [TUESDAY, TUESDAY + 9] {
        let built = assign(entries.clone(), &lock, now);
        assert_eq!(ids(&built)[0], "mutex");
        assert_eq!(built.entries[0].aliases, ["what-is-a-mutex"]);
        let again = assign(entries.clone(), &built.lock, now + 1);
        assert!(!again.changed());
        assert_eq!(again.entries[0].aliases, ["what-is-a-mutex"]);
        // Renamed once more: the first address leads to the last one.
        let mut renamed = entries.clone();
        renamed[0].id = "lock".to_owned();
        assert_eq!(assign(renamed, &built.lock, now + 2).entries[0].aliases, ["mutex", "what-is-a-mutex"]);
    }
}

#[test]
fn hostile_ids_are_refused() {
    let long = "very-long-".repeat(40);
    for id in ["../x", "/etc/passwd", "a b", "a\\b", "NUL", "é", ".", "…", "a\u{0}b", "<script>", long.as_str()] {
        let built = assign(vec![named("a.md", 1, id, "What is a mutex?")], &Lock::default(), MONDAY);
        let given = &built.entries[0].id;
        assert!(is_valid_id(given) && given != id && given.len() <= 64, "{id:?} became {given:?}");
        assert_eq!(built.diagnostics[0].rule, "invalid-id");
        let again = assign(vec![named("a.md", 1, id, "Something else?")], &built.lock, TUESDAY);
        assert!(is_valid_id(&again.entries[0].id));
    }
}

#[test]
fn every_message_is_in_both_languages() {
    for lang in Lang::ALL {
        for (text, problem) in [
            ("<<<<<<< HEAD\n", LockProblem::Conflict),
            ("what\n", LockProblem::Header),
            ("", LockProblem::Empty),
            ("# passerelle.lock, version 9\n", LockProblem::Version("9".to_owned())),
        ] {
            let wrong = read(text).expect_err("not a lock");
            assert_eq!((wrong.line, &wrong.problem), (1, &problem));
            assert!(wrong.message(lang).starts_with("passerelle.lock:1: ") && !wrong.message(lang).contains('{'));
        }
        for key in ["lint-invalid-id", "lint-invalid-id-help"] {
            assert!(passerelle::i18n::message(lang, key, &[]).is_some(), "{key} in {}", lang.code());
        }
    }
}

#[test]
fn a_damaged_lock_says_where() {
    let text = first().1.to_text();
    let lines: Vec<&str> = text.lines().collect();
    let conflict = text.replace(lines[2], &format!("<<<<<<< ours\n{}\n=======\n>>>>>>> theirs", lines[2]));
    let wrong = read(&conflict).expect_err("a conflict");
    assert_eq!((wrong.line, wrong.problem), (3, LockProblem::Conflict));
    let twice = read(&format!("{text}{}\n", lines[2])).expect_err("a record twice");
    assert_eq!((twice.line, twice.problem), (7, LockProblem::Duplicate("what-does-a-load-balancer-do".to_owned())));
    let escape = read(&text.replace("\"what-is-a-mutex\"", "\"../x\"")).expect_err("a path");
    assert_eq!(escape.problem, LockProblem::Id("../x".to_owned()));
    for (from, to) in [("\"lang\":\"en\"", "\"lang\":\"xx\""), ("\"path\"", "\"file\""), ("}", "")] {
        assert!(matches!(read(&text.replace(from, to)).map_err(|e| e.problem), Err(LockProblem::Malformed(_))), "{to}");
    }
    assert_eq!(read(&text.replace('\n', "\r\n")).expect("a Windows checkout"), first().1);
    for text in ["", "\n", " \r\n"] {
        assert_eq!(read(text).expect_err("every id could change").problem, LockProblem::Empty);
    }
}

#[test]
fn two_branches_that_each_add_a_question_merge_line_by_line() {
    let (entries, lock) = first();
    let with = |question: &str| {
        let mut all = entries.clone();
        all.push(entry("b.md", 9, question, "Yes."));
        assign(all, &lock, TUESDAY).lock.to_text()
    };
    let (ours, theirs) = (with("Are queues fair?"), with("Is XML dead?"));
    let merged: std::collections::BTreeSet<&str> = ours.lines().chain(theirs.lines()).collect();
    let merged = read(&merged.into_iter().collect::<Vec<_>>().join("\n")).expect("a merged lock");
    let mut all = entries.clone();
    all.push(entry("b.md", 9, "Is XML dead?", "Yes."));
    all.push(entry("b.md", 12, "Are queues fair?", "Yes."));
    assert!(!assign(all, &merged, TUESDAY).changed());
}

/// A small generator of numbers (xorshift), so that each run tries the same edits.
fn next(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state >> 33).expect("31 bits")
}

#[test]
fn random_edits_keep_ids_unique_and_locks_stable() {
    let words = ["cache", "queue", "index", "shard", "token", "proxy", "replica", "saga", "quorum", "lease"];
    let mut state = 42;
    let mut entries: Vec<Entry> = Vec::new();
    let mut lock = Lock::default();
    for round in 0..200 {
        let (at, word) = (next(&mut state), words[next(&mut state) % words.len()]);
        let path = format!("{}.md", at % 3);
        match next(&mut state) % 6 {
            _ if entries.len() < 5 => entries.push(entry(&path, 1, &format!("Why a {word} {round}?"), word)),
            0 => entries.push(entry(&path, 1, &format!("Why a {word}?"), "")),
            1 => drop(entries.remove(at % entries.len())),
            2 => entries.rotate_left(1),
            3 => entries[at % 5].question += &format!(" And what of a {word}?"),
            4 => entries[at % 5].source.path = path,
            _ => entries[at % 5].answer = Some(format!("{word} {round}")),
        }
        let now = MONDAY + i64::from(round);
        let built = assign(entries.clone(), &lock, now);
        let unique: std::collections::BTreeSet<&str> = ids(&built).into_iter().collect();
        assert_eq!(unique.len(), entries.len(), "round {round}");
        assert!(lock.records.keys().all(|id| built.lock.records.contains_key(id)), "round {round} forgets an id");
        assert_eq!(built.changed(), built.lock != lock, "round {round}");
        let live = built.lock.records.values().filter(|record| record.retired.is_none()).count();
        assert_eq!(live, entries.len(), "round {round}");
        let again = assign(entries.clone(), &built.lock, now + 1);
        assert!(!again.changed() && ids(&again) == ids(&built), "round {round} does not settle");
        lock = read(&built.lock.to_text()).expect("what was written is read");
    }
}

#[test]
fn every_question_of_a_large_collection_may_be_reworded_at_once() {
    let many = |count: usize, suffix: &str| -> Vec<Entry> {
        let question = |n: usize| format!("How does component {n} of service {} behave{suffix}?", n % 97);
        (0..count).map(|n| entry(&format!("{}.md", n % 40), n, &question(n), &format!("Answer{suffix} {n}"))).collect()
    };
    let lock = assign(many(5_000, ""), &Lock::default(), MONDAY).lock;
    let kept = assign(many(5_000, ""), &lock, TUESDAY);
    let matched = assign(many(5_000, " under load"), &lock, TUESDAY);
    assert_eq!(ids(&kept), ids(&matched), "every reworded question is found again");
}
