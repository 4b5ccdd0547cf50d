//! Files for other programs: the same bytes each time, read back without loss, and taken by the real Anki.

mod table;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use passerelle::config::Config;
use passerelle::export::{
    Cards, CsvForm, ExportOptions, FIELDS, Format, Published, Retired, exporter, notes, unanswered,
};
use passerelle::i18n::Lang;
use passerelle::images::Images;
use passerelle::link::{Glossary, Library, Link, LinkKind};
use passerelle::normalise::{Choice, Code, CodeRole, Difficulty, Entry, Kind, normalise};
use passerelle::parse::parse;
use passerelle::source::{LineSpan, Source};
use serde_json::Value;

use super::programs;
use crate::bare;

fn entry(id: &str, lang: Lang, question: &str, answer: Option<&str>) -> Entry {
    Entry {
        section: vec!["API".to_owned()],
        difficulty: Some(Difficulty::Intermediate),
        ..bare::entry(id, lang, question, answer, "content/x.md")
    }
}

/// Entries with everything that a format could stumble over.
fn library() -> Library {
    let mut choice = entry("choix", Lang::Fr, "Que renvoie `typeof null` ?", None);
    choice.kind = Kind::Mcq;
    choice.options = ["\"object\"", "\"null\""]
        .iter()
        .zip(["A", "B"])
        .map(|(text, label)| Choice { label: label.to_owned(), text: (*text).to_owned(), correct: label == "A" })
        .collect();
    let mut traps = entry(
        "traps",
        Lang::En,
        "What do [sound:x.mp3], [latex]x[/latex] and {{Front}} do in <div>?",
        Some(
            "=1+1; \"quoted\",\r\nline\n\n```latex\n[sound:a.mp3] [latex]\\frac{{a}}{b}[/latex] [$]x[/$]\n```\n\n<script>x</script>",
        ),
    );
    traps.section = vec!["C++ :: \"std\"".to_owned(), "a; b".to_owned()];
    traps.tags = vec!["one".to_owned(), "two words".to_owned()];
    traps.code =
        vec![Code { lang: Some("latex".to_owned()), role: CodeRole::Answer, fenced: true, lines: LineSpan::new(4, 6) }];
    let mut plain = entry("texte", Lang::Fr, "Où ?", Some("Ligne un\nligne deux"));
    plain.source.path = "content/fr/x.txt".to_owned();
    plain.section.clear();
    plain.difficulty = None;
    plain.context = Some("Un *contexte*.".to_owned());
    let entries = vec![
        entry(
            "idempotence",
            Lang::Fr,
            "Qu'est-ce que l'idempotence ?",
            Some("La **même** requête.\n\n```js\nlet a = 1;\n```"),
        ),
        entry("idempotency", Lang::En, "What is idempotency?", Some("The *same* request.")),
        choice,
        traps,
        plain,
        entry("vide", Lang::Fr, "Et sans réponse ?", None),
    ];
    let link = Link {
        a: "idempotence".to_owned(),
        b: "idempotency".to_owned(),
        kind: LinkKind::Same,
        score: 0.9,
        evidence: Vec::new(),
        doubtful: false,
    };
    Library { mentions: vec![Vec::new(); entries.len()], entries, links: vec![link], ..Library::default() }
}

/// What `run` needs besides the library.
struct Setting {
    config: Config,
    releases: BTreeMap<String, i64>,
    retired: Vec<Retired>,
    published: Published,
    images: Images,
}

impl Setting {
    fn new() -> Self {
        Self {
            config: Config::default(),
            releases: BTreeMap::new(),
            retired: Vec::new(),
            published: Published::new(),
            images: Images::default(),
        }
    }

    fn options(&self) -> ExportOptions<'_> {
        ExportOptions {
            config: &self.config,
            lang: None,
            topic: None,
            level: None,
            releases: &self.releases,
            retired: &self.retired,
            csv: CsvForm::default(),
            published: &self.published,
            images: &self.images,
            format: Format::Legacy,
            cards: Cards::Questions,
        }
    }

    fn export(&self, name: &str, library: &Library) -> Vec<u8> {
        (exporter(name).expect("an exporter").run)(library, &self.options()).expect("a file")
    }
}

#[test]
fn the_same_library_gives_the_same_bytes() {
    let library = Library { glossary: Glossary::builtin().clone(), ..library() };
    let setting = Setting::new();
    for name in ["anki", "csv", "json", "jsonl", "markdown", "schema", "skos", "tbx", "yaml"] {
        let first = setting.export(name, &library);
        assert!(!first.is_empty());
        assert!(first == setting.export(name, &library), "{name}");
    }
}

#[test]
fn records_come_back_whole() {
    let (library, setting) = (library(), Setting::new());
    let records: Vec<Value> = library.entries.iter().map(|e| serde_json::to_value(e).expect("a record")).collect();
    let jsonl = String::from_utf8(setting.export("jsonl", &library)).expect("UTF-8");
    let lines: Vec<Value> = jsonl.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines, records);
    let json: Vec<Value> = serde_json::from_slice(&setting.export("json", &library)).expect("JSON");
    assert_eq!(json, records);
    let yaml = String::from_utf8(setting.export("yaml", &library)).expect("UTF-8");
    let yaml: Vec<Value> = serde_yaml::from_str(&yaml).expect("YAML");
    assert_eq!(yaml, records);
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

/// The entries of a document in which nothing is wrong.
fn read_back(name: &str, text: String) -> Vec<Entry> {
    let source = Source::new(name, name, text);
    let parsed = parse(&source);
    assert_eq!(parsed.diagnostics.len(), 0, "{:?}", parsed.diagnostics);
    normalise(&source, &parsed).entries
}

/// Whether two entries say the same, wherever they were read.
fn same_entry(back: &Entry, entry: &Entry) {
    let key = |e: &Entry| {
        let texts = (e.id.clone(), e.question.clone(), e.context.clone(), e.answer.clone());
        (texts, e.lang, e.kind, e.status, e.section.clone(), e.difficulty, e.tags.clone(), e.options.clone())
    };
    assert_eq!(key(back), key(entry));
}

#[test]
fn csv_and_canonical_markdown_are_sources_again() {
    let (library, setting) = (library(), Setting::new());
    let back = read_back("all.csv", text(setting.export("csv", &library)));
    assert_eq!(back.len(), library.entries.len());
    back.iter().zip(&library.entries).for_each(|(back, entry)| same_entry(back, entry));
    for entry in library.entries.iter().filter(|entry| entry.kind != Kind::Mcq) {
        // A Markdown file is read line by line: its line ends are not the answer's.
        let entry = Entry { answer: entry.answer.as_ref().map(|answer| answer.replace("\r\n", "\n")), ..entry.clone() };
        let one = Library { entries: vec![entry.clone()], ..Library::default() };
        let back = read_back("one.md", text(setting.export("markdown", &one)));
        assert_eq!(back.len(), 1, "{}", entry.id);
        same_entry(&back[0], &entry);
    }
}

#[test]
fn selections_narrow_every_format() {
    let (library, setting) = (library(), Setting::new());
    let options = ExportOptions { lang: Some(Lang::Fr), topic: Some("api"), ..setting.options() };
    let text = (exporter("jsonl").expect("jsonl").run)(&library, &options).expect("a file");
    assert_eq!(String::from_utf8(text).expect("UTF-8").lines().count(), 3);
    assert_eq!(notes(&library, &options).len(), 2);
    assert_eq!(unanswered(&library, &options), 1);
    assert_eq!(notes(&library, &ExportOptions { level: Some(Difficulty::Advanced), ..options }).len(), 0);
}

#[test]
fn a_note_carries_its_counterpart() {
    let (library, setting) = (library(), Setting::new());
    let notes = notes(&library, &setting.options());
    let field = |at: usize, name: &str| &notes[at].fields[FIELDS.iter().position(|f| *f == name).expect("a field")];
    assert_eq!(field(0, "OtherQuestion"), "<span lang=\"en\">What is idempotency?</span>");
    assert_eq!(field(1, "OtherAnswer"), &format!("<div lang=\"fr\">{}</div>", field(0, "Answer")));
    assert_eq!(field(0, "Level"), "Intermédiaire");
    assert!(field(0, "Answer").contains("<span class=\"k\">let</span>"));
    assert_eq!(notes[0].deck, "Questions d’entretien::Français::API");
    assert_eq!(notes[4].deck, "Questions d’entretien::Français");
    assert!(field(4, "Answer").contains("<br"), "{}", field(4, "Answer"));
    assert!(field(2, "Answer").contains("object"));
    let ids: Vec<&str> = notes.iter().map(|note| note.id.as_str()).collect();
    assert_eq!(ids, ["idempotence", "idempotency", "choix", "traps", "texte"]);
}

/// A Python that has Anki, or `None` where the test is skipped.
fn python() -> Option<PathBuf> {
    let python = programs::python();
    let has_anki = programs::runs(&python, &["-c", "import anki.collection"]);
    programs::all_there(&[("the Python package `anki`", has_anki)]).then_some(python)
}

/// What Anki makes of these packages, imported one after the other.
fn import(python: &Path, packages: &[Vec<u8>]) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = packages.iter().enumerate().map(|(at, bytes)| {
        let path = folder.path().join(format!("{at}.apkg"));
        std::fs::write(&path, bytes).expect("a package");
        path
    });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/anki/import.py");
    let out = Command::new(python).arg(script).args(paths).output().expect("Python runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("a report")
}

fn counts(import: &Value) -> [usize; 4] {
    ["new", "updated", "duplicate", "conflicting"].map(|kind| import[kind].as_array().map_or(0, Vec::len))
}

#[test]
fn anki_takes_the_package_and_its_updates() {
    let Some(python) = python() else { return };
    let (mut library, mut setting) = (library(), Setting::new());
    let first = setting.export("anki", &library);
    let expected = notes(&library, &setting.options());

    // A release in which one text changed, one question was added and one was retired.
    library.entries[4].answer = Some("Nouvelle réponse".to_owned());
    library.entries[3].id = "new".to_owned();
    setting.releases.insert("texte".to_owned(), 1_800_000_000);
    setting.releases.insert("traps".to_owned(), 1_800_000_000);
    setting.retired.push(Retired { id: "traps".to_owned(), lang: Lang::En, question: "What do traps do?".to_owned() });
    setting.retired.push(Retired { id: "old".to_owned(), lang: Lang::En, question: "What was there?".to_owned() });
    let second = setting.export("anki", &library);
    let report = import(&python, &[first, second]);

    let imports = report["imports"].as_array().expect("imports");
    assert_eq!(counts(&imports[0]), [expected.len(), 0, 0, 0], "{report:#}");
    assert_eq!(counts(&imports[1]), [0, 0, expected.len(), 0], "the same package again changes nothing");
    assert_eq!(imports[2]["updated"], serde_json::json!(["texte", "traps"]));
    assert_eq!(imports[2]["new"], serde_json::json!(["new", "old"]));
    assert_eq!(imports[2]["conflicting"], serde_json::json!([]));
    assert_eq!(report["integrity"], serde_json::json!([]));

    let cards = report["cards"].as_array().expect("cards");
    let seen: Vec<&str> = cards.iter().filter_map(|card| card["id"].as_str()).collect();
    let authored: Vec<&str> = expected.iter().map(|note| note.id.as_str()).collect();
    assert_eq!(seen, authored, "cards are due in the authored order");
    for (card, note) in cards.iter().zip(&expected) {
        assert_ne!(card["front"], "", "{}", note.id);
        assert_eq!(card["unresolved"], false, "{}", card["answer"]);
        assert_eq!(card["sounds"], 0, "{}", note.id);
        assert_eq!(card["deck"], note.deck);
        assert_eq!(card["tags"], serde_json::json!(note.tags));
        assert!(card["answer"].as_str().is_some_and(|html| html.contains(&note.fields[2])), "{}", card["answer"]);
        assert!(!card["answer"].as_str().is_some_and(|html| html.contains("<script") || html.contains("latex.png")));
    }
    assert_eq!(report["checked"], report["cards"], "the database check changes nothing");

    let after = report["after"].as_array().expect("cards");
    let card = |id: &str| after.iter().find(|card| card["id"] == id).expect("a card");
    assert!(card("texte")["answer"].as_str().is_some_and(|html| html.contains("Nouvelle réponse")));
    assert!(card("traps")["question"].as_str().is_some_and(|html| html.contains("no longer part")));
    assert!(card("traps")["tags"].to_string().contains("::retired"));
    assert!(after.iter().all(|card| card["id"] != "old"), "nobody learns a question that is gone");
    let answered = card(report["answered"].as_str().expect("an id"));
    assert_eq!(answered["reps"], 1, "an update keeps the schedule");
}
