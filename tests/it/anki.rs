//! What learners get, in the real Anki: the newest, and one of 2023.

mod spare;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::programs;
use crate::cli::{passerelle, stderr};

/// The Pythons with an Anki each, newest first; empty where the test is skipped.
pub fn clients() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pythons = vec![programs::python(), root.join(".venv-old/bin/python")];
    let there = |python: &PathBuf| programs::runs(python, &["-c", "import anki.collection"]);
    let needs = [("the Python package `anki`", there(&pythons[0])), ("its release of 2023", there(&pythons[1]))];
    if programs::all_there(&needs) { pythons } else { Vec::new() }
}

/// What each of these steps does to a new learner's collection, see `tests/anki/learner.py`.
fn learner(python: &Path, steps: &[Value]) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anki/learner.py");
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Python runs");
    let mut input = child.stdin.take().expect("its input");
    input.write_all(Value::from(steps).to_string().as_bytes()).expect("steps");
    drop(input);
    let out = child.wait_with_output().expect("Python ends");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("results")
}

/// A collection in a folder, and the day that its packages are made on.
struct Project(tempfile::TempDir);

impl Project {
    fn new(files: &[(&str, String)]) -> Self {
        let project = Self(tempfile::tempdir().expect("a folder"));
        project.write("passerelle.yaml", "title: Essai\nanki: {seed: essai, deck: Essai}\n");
        files.iter().for_each(|(name, text)| project.write(name, text));
        project
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }

    /// Exports on the day `day` after 1 January 2025.
    fn export(&self, name: &str, day: u64, args: &[&str]) -> Value {
        let now = (1_735_689_600 + day * 86_400).to_string();
        let output = passerelle(self.0.path())
            .args(["export", "anki", "-o", name])
            .args(args)
            .env("SOURCE_DATE_EPOCH", now)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        Value::from(self.path(name).to_string_lossy().as_ref())
    }
}

const WORDS: [&str; 8] = ["kernel", "socket", "cursor", "branch", "widget", "ledger", "packet", "shader"];
const VERBS: [&str; 8] = ["freeze", "rotate", "shrink", "vanish", "repeat", "collide", "wander", "explode"];

/// Sixty-four questions that have nothing in common.
fn questions() -> Vec<(String, String)> {
    let each = WORDS.iter().flat_map(|word| VERBS.iter().map(move |verb| (word, verb)));
    each.map(|(word, verb)| {
        (
            format!("Why may a {word} {verb}?"),
            format!("A {word} may {verb} because its owner **wants** it.\n\n```js\nlet {word} = 1;\n```"),
        )
    })
    .collect()
}

/// A document with a topic and its questions.
fn document(topic: &str, questions: &[(String, String)]) -> String {
    let entry = |(question, answer): &(String, String)| format!("### {question}\n\n{answer}\n\n");
    format!("# {topic}\n\n## {topic}\n\n{}", questions.iter().map(entry).collect::<String>())
}

fn set(ids: &Value) -> BTreeSet<&str> {
    ids.as_array().expect("ids").iter().map(|id| id.as_str().expect("an id")).collect()
}

fn counts(import: &Value) -> [usize; 4] {
    ["new", "updated", "duplicate", "conflicting"].map(|kind| import[kind].as_array().map_or(0, Vec::len))
}

/// The notes of a snapshot by id, without the learner's own.
fn notes(snapshot: &Value) -> std::collections::BTreeMap<&str, &Value> {
    let all = snapshot["notes"].as_object().expect("notes").values();
    let by_id: std::collections::BTreeMap<_, _> =
        all.clone().map(|note| (note["id"].as_str().expect("an id"), note)).collect();
    assert_eq!(by_id.len(), all.count(), "nothing is there twice");
    by_id
}

#[test]
fn the_next_release_costs_a_learner_nothing() {
    let mut all = questions();
    let pair = |lang: &str, question: &str, answer: &str| {
        format!(
            "---\nid: pair-{lang}\nlang: {lang}\ntopic: APIs\nconcepts: [idempotency]\n---\n# {question}\n\n{answer}\n"
        )
    };
    let project = Project::new(&[
        ("content/en/a.md", document("Machines", &all[..40])),
        ("content/en/b.md", document("Networks", &all[40..])),
        ("content/en/pair.md", pair("en", "What is idempotency?", "The same request, repeated, changes nothing more.")),
        (
            "content/fr/pair.md",
            pair("fr", "Qu'est-ce que l'idempotence ?", "La même requête, répétée, ne change rien de plus."),
        ),
    ]);
    let first = project.export("first.apkg", 1, &[]);
    let id = |at: usize| passerelle::text::slug(&questions()[at].0);
    // Reworded, answered otherwise, new, removed, reordered, moved between files and between topics.
    all[20].0 = "Why might a cursor ever repeat?".to_owned();
    all[21].1 += "\n\nOr not.";
    all.swap(30, 31);
    let moved_topic = all.remove(35);
    let moved_file = all.remove(34);
    all.remove(10);
    let at = 37;
    all.push(("Where do compilers sleep?".to_owned(), "In a warm cache.".to_owned()));
    all.push(moved_topic);
    let (machines, networks) = all.split_at(at);
    project.write("content/en/a.md", document("Machines", machines));
    project.write("content/en/b.md", document("Networks", networks));
    project.write("content/en/c.md", document("Machines", &[moved_file]));
    project.write("content/fr/pair.md", pair("fr", "Qu'est-ce que l'idempotence ?", "Répéter ne change rien."));
    let second = project.export("second.apkg", 2, &[]);
    spare::in_use(&project.path("second.apkg"), &id(5));
    let removed = id(10);
    let changed = [id(5), removed.clone(), id(20), id(21), id(35), "pair-en".to_owned(), "pair-fr".to_owned()];
    let changed: BTreeSet<&str> = changed.iter().map(String::as_str).collect();

    for python in clients() {
        let import = |path: &Value| json!({ "import": path });
        let (check, render, snapshot) = (json!({"check": true}), json!({"render": true}), json!({"snapshot": true}));
        let steps = [
            import(&first),
            import(&first),
            check.clone(),
            render.clone(),
            json!({"study": 50}),
            snapshot.clone(),
            import(&second),
            snapshot,
            check,
            render,
            import(&second),
        ];
        let [one, again, clean, shown, studied, before, two, after, sound, seen, last] =
            <[Value; 11]>::try_from(learner(&python, &steps)).expect("a result each");
        assert_eq!(counts(&one), [66, 0, 0, 0], "{one}");
        assert_eq!(counts(&again), [0, 0, 66, 0], "the same package again changes nothing");
        let fine = json!({"mended": [], "missing": [], "unused": [], "empty": 0});
        assert_eq!((&clean, &sound), (&fine, &fine));
        for card in shown.as_array().into_iter().chain(seen.as_array()).flatten() {
            assert_eq!(card["faults"], json!([]), "{card}");
        }
        assert_eq!(set(&studied).len(), 50);

        assert_eq!(set(&two["updated"]), changed, "exactly what changed");
        assert_eq!(set(&two["new"]), BTreeSet::from(["where-do-compilers-sleep"]));
        assert_eq!(counts(&two)[3], 0, "{two}");
        assert_eq!(counts(&last), [0, 0, 67, 0]);
        let (before_notes, after_notes) = (notes(&before), notes(&after));
        for (id, old) in &before_notes {
            let new = after_notes[id];
            assert_eq!(new["cards"], old["cards"], "{id}: due, interval, FSRS state, flags, suspension and deck");
            assert_eq!(new["reviews"], old["reviews"], "{id}");
            let (old, new) = (&old["fields"], &new["fields"]);
            let mut expected = old.clone();
            let fields = expected.as_object_mut().expect("fields");
            let spare = fields.remove("Spare1").expect("a spare");
            fields.insert("Diagram".to_owned(), spare);
            assert_eq!(expected == *new, !changed.contains(id), "{id}");
        }
        let studied: Vec<&str> = studied.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let state = |at: usize| &after_notes[studied[at]]["cards"][0]["state"];
        assert_eq!(state(0)[8], json!(3), "the flag");
        assert_eq!(state(1)[1], json!(-1), "the suspension");
        assert!(state(0)[9].as_str().is_some_and(|data| data.contains("\"s\":")), "the FSRS state: {}", state(0));
        assert!(!changed.contains(studied[2]) && after_notes[studied[2]]["tags"].to_string().contains("mine::hard"));
        assert!(after_notes[removed.as_str()]["tags"].to_string().contains("essai::retired"));
        assert_eq!(
            after_notes["pair-en"]["fields"]["OtherAnswer"],
            json!("<div lang=\"fr\"><p>Répéter ne change rien.</p>\n</div>")
        );
        let used = seen.as_array().into_iter().flatten().find(|card| card["id"] == id(5).as_str()).expect("a card");
        assert!(used["back"].as_str().is_some_and(|back| back.contains("<aside>box and arrows</aside>")), "{used}");
        assert_eq!(after["types"], before["types"], "no second note type");
        assert_eq!(after["decks"], before["decks"], "no second deck");
    }
}

#[test]
fn each_language_and_then_both_give_each_card_once() {
    let (half, rest) = (questions()[..6].to_vec(), questions()[6..9].to_vec());
    let french: Vec<(String, String)> = rest
        .iter()
        .map(|(question, answer)| (format!("Pourquoi donc et comment, {question}"), answer.clone()))
        .collect();
    let project = Project::new(&[
        ("content/en/a.md", document("Machines", &half)),
        ("content/fr/a.md", format!("---\nlang: fr\n---\n{}", document("Machines", &french))),
    ]);
    for format in ["legacy", "latest"] {
        let fr = project.export("fr.apkg", 1, &["--lang", "fr", "--format", format]);
        let en = project.export("en.apkg", 2, &["--lang", "en", "--format", format]);
        let all = project.export("all.apkg", 3, &["--lang", "all", "--format", "legacy"]);
        for python in clients() {
            let steps = [json!({"import": fr}), json!({"import": en}), json!({"import": all}), json!({"render": true})];
            let out = learner(&python, &steps);
            assert_eq!(out[..3].iter().map(counts).collect::<Vec<_>>(), [[3, 0, 0, 0], [6, 0, 0, 0], [0, 0, 9, 0]]);
            assert_eq!(out[3].as_array().map(Vec::len), Some(9));
        }
    }
}

const HOSTILE: &str =
    "$x$ \\ {{x}} {{c1::y}} {{FrontSide}} [sound:x.mp3] [latex]z[/latex] [$]w[/$] a::b }} \"q\" 'r' & 🦀 \u{0}";

/// The text of a side of a card.
fn text(side: &Value) -> String {
    let html = side.as_str().expect("HTML");
    let style = html.find("</style>").map_or(0, |at| at + 8);
    let (mut text, mut inside) = (String::new(), false);
    for c in html[style..].chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    for (entity, c) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#58;", ":"),
        ("&#91;", "["),
        ("&#123;", "{"),
        ("&#125;", "}"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, c);
    }
    text
}

#[test]
fn hostile_text_comes_out_as_text() {
    let code = format!("`{}`", HOSTILE.replace("[$]", "<script>alert(1)</script> [$]"));
    let seen = |text: &str| text.replace('\u{0}', "\u{fffd}").trim().to_owned();
    let record = json!({
        "id": "hostile", "lang": "en", "question": format!("What is {code}?"), "context": code,
        "answer": format!("**Hint:** {code}\n\n{code}\n\n```tex\n{HOSTILE}\n```\n\n**Key points:** {code}"),
        "section": [HOSTILE.replace('`', "")], "tags": [HOSTILE], "difficulty": "advanced", "concepts": ["trap"],
        "options": [{"label": "A", "text": code, "correct": true}],
    });
    let tame = HOSTILE.replace('\u{0}', "") + " <script>alert(1)</script>";
    let concept = json!({
        "id": "trap", "prefLabel": {"en": tame, "fr": format!("{tame} fr")}, "altLabel": {"en": [format!("{tame} alt")]},
        "definition": {"en": format!("A `{tame}` thing."), "fr": format!("Une chose `{tame}`.")},
    });
    let project = Project::new(&[
        ("content/en/a.jsonl", format!("{record}\n")),
        ("content/concepts.yaml", json!([concept]).to_string()),
    ]);
    let paths: Vec<Value> = [["questions", "legacy"], ["terms", "latest"], ["cloze", "legacy"]]
        .iter()
        .map(|[cards, format]| project.export(&format!("{cards}.apkg"), 1, &["--cards", cards, "--format", format]))
        .collect();
    for python in clients() {
        for (path, cards) in paths.iter().zip([1, 4, 4]) {
            let out = learner(&python, &[json!({"import": path}), json!({"render": true}), json!({"check": true})]);
            assert_eq!(counts(&out[0])[1..], [0, 0, 0]);
            assert_eq!(out[2]["mended"], json!([]), "{}", out[2]);
            let shown = out[1].as_array().expect("cards");
            assert_eq!(shown.len(), cards, "{path}");
            for card in shown {
                let faults: Vec<&Value> = card["faults"].as_array().into_iter().flatten().collect();
                // What the author wrote is there, braces and all: only Anki's own syntax is a fault.
                assert!(faults.is_empty(), "{faults:?} {}", card["back"]);
                let (front, back) = (text(&card["front"]), text(&card["back"]));
                if cards == 1 {
                    let code = seen(code.trim_matches('`'));
                    assert_eq!(
                        front.matches(code.as_str()).count(),
                        4,
                        "question, context, choice, hint: {front}\n{code}"
                    );
                    assert!(back.matches(code.as_str()).count() >= 7, "{back}");
                    assert!(back.contains(&seen(HOSTILE)), "in the block of code: {back}");
                    assert!(front.trim_start().starts_with(&seen(HOSTILE)), "the topic: {front}");
                } else {
                    assert!(back.contains(&tame), "{tame}\n{back}");
                }
            }
        }
    }
}

/// One pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

#[test]
fn images_beside_the_sources_are_in_the_package() {
    let answer = "Like this:\n\n![One](images/one%20pixel.png) <img src=\"../two.PNG\" alt=\"Two\"> ![Gone](gone.png)\n\n![Far](https://example.org/far.png)";
    let project = Project::new(&[(
        "content/en/a.md",
        document("Machines", &[("What does it look like?".to_owned(), answer.to_owned())]),
    )]);
    project.write("content/en/images/one pixel.png", PNG);
    project.write("content/two.PNG", [PNG, b"x"].concat());
    project.write("content/draft.png", b"nobody mentions it");
    let linted = passerelle(project.0.path()).args(["lint", "--format", "jsonl"]).output().expect("the program runs");
    let found = String::from_utf8_lossy(&linted.stdout).into_owned();
    assert!(
        found.contains("missing-image") && found.contains("gone.png") && found.matches('\n').count() == 1,
        "{found}"
    );
    for format in ["legacy", "latest"] {
        let first = project.export("first.apkg", 1, &["--format", format]);
        project.write("content/two.PNG", [PNG, b"y"].concat());
        let second = project.export("second.apkg", 2, &["--format", format]);
        project.write("content/two.PNG", [PNG, b"x"].concat());
        for python in clients() {
            let out = learner(
                &python,
                &[json!({"import": first}), json!({"render": true}), json!({"check": true}), json!({"import": second})],
            );
            let card = &out[1][0];
            assert_eq!(card["faults"], json!([]));
            let back = card["back"].as_str().expect("HTML");
            assert_eq!(back.matches("src=\"passerelle-").count(), 2, "{back}");
            assert!(
                back.contains("Gone") && !back.contains("gone.png") && back.contains("https://example.org/far.png")
            );
            assert_eq!((&out[2]["missing"], &out[2]["unused"]), (&json!([]), &json!([])));
            assert_eq!(counts(&out[3]), [0, 1, 0, 0], "another image is another card");
        }
    }
}
