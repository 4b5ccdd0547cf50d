//! A small library made by hand with every kind of page, and readers of what is built of it.

use std::collections::BTreeMap;

use passerelle::config::Config;
use passerelle::files::Files;
use passerelle::i18n::Lang;
use passerelle::images::Images;
use passerelle::link::{Concept, Glossary, Library, Link, LinkKind, Mention};
use passerelle::normalise::{Choice, Difficulty, Entry, Kind, Origin, SectionNote};
use passerelle::site::{self, Download, Extra, Retired, Theme};
use passerelle::source::LineSpan;

use crate::bare;

fn entry(id: &str, lang: Lang, topic: &[&str], question: &str, answer: Option<&str>) -> Entry {
    let mut entry = bare::entry(id, lang, question, answer, &format!("content/{}/a b.md", lang.code()));
    entry.section = topic.iter().map(|part| (*part).to_owned()).collect();
    entry.source.lines = LineSpan::new(3, 9);
    entry
}

fn concept(id: &str, fr: &str, en: &str) -> Concept {
    let each = |fr: &str, en: &str| BTreeMap::from([(Lang::Fr, fr.to_owned()), (Lang::En, en.to_owned())]);
    Concept {
        id: id.to_owned(),
        pref_label: each(fr, en),
        alt_label: BTreeMap::from([(Lang::En, vec!["retry-safe".to_owned()])]),
        definition: each("Une définition.", "A definition."),
        broader: Vec::new(),
        related: Vec::new(),
    }
}

fn link(a: &str, b: &str, kind: LinkKind) -> Link {
    Link { a: a.to_owned(), b: b.to_owned(), kind, score: 0.9, evidence: Vec::new(), doubtful: false }
}

fn mention(concept: &str) -> Mention {
    Mention { concept: concept.to_owned(), weight: 1.0 }
}

/// Every kind of page, hostile names and broken references included.
pub fn library() -> Library {
    let code =
        "Un PUT.\n\n```js\nif (a < b) { retry(); }\n```\n\nVoir [la suite](../autre.md#x) et ![un schéma](schema.png).";
    let mut idempotence =
        entry("idempotence", Lang::Fr, &["API", "1. Verbes"], "Qu'est-ce que l'`idempotence` ?", Some(code));
    idempotence.difficulty = Some(Difficulty::Beginner);
    idempotence.aliases =
        vec!["ancien-id".to_owned(), "/faq/verbes.html".to_owned(), "../../fuite".to_owned(), "cache".to_owned()];
    idempotence.flags = vec!["mojibake".to_owned(), "unheard-of".to_owned()];
    let mut quiz = entry("quiz", Lang::Fr, &["API", "2. Choix"], "Lequel ?", None);
    quiz.kind = Kind::Mcq;
    quiz.options = ["A", "B"]
        .map(|label| Choice { label: label.to_owned(), text: format!("Le `{label}`"), correct: label == "B" })
        .to_vec();
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let entries = vec![
        idempotence,
        quiz,
        entry("../../../etc/passwd", Lang::Fr, &[hostile, hostile], hostile, Some(hostile)),
        entry("cache", Lang::Fr, &[], "Le cache ?", None),
        entry("idempotency", Lang::En, &["HTTP"], "What is idempotency?", Some("Same state. [x](javascript:alert(3))")),
        entry("c++ & c#", Lang::En, &["HTTP"], "What about C++?", Some("It is fine.")),
    ];
    let mut hard = concept("hard", "dur", hostile);
    hard.broader = vec!["idempotency".to_owned(), "unused".to_owned(), "missing".to_owned()];
    let mut concepts = BTreeMap::new();
    for of in [concept("idempotency", "idempotence", "idempotency"), hard, concept("unused", "inutile", "unused")] {
        concepts.insert(of.id.clone(), of);
    }
    let notes = vec![
        SectionNote {
            lang: Lang::En,
            section: vec!["Advice".to_owned()],
            text: "Breathe. [More](more.md)".to_owned(),
            source: Origin { path: "content/en/a b.md".to_owned(), lines: LineSpan::new(1, 1) },
        },
        SectionNote {
            lang: Lang::En,
            section: vec!["How to contribute".to_owned()],
            text: "Write a file.".to_owned(),
            source: Origin { path: "content/README.md".to_owned(), lines: LineSpan::new(1, 1) },
        },
        SectionNote {
            lang: Lang::En,
            section: vec!["http".to_owned(), "Plan".to_owned()],
            text: "More on verbs to come.".to_owned(),
            source: Origin { path: "content/en/plan.md".to_owned(), lines: LineSpan::new(1, 1) },
        },
        SectionNote {
            lang: Lang::Fr,
            section: Vec::new(),
            text: "Introduction du document.".to_owned(),
            source: Origin { path: "content/fr/a b.md".to_owned(), lines: LineSpan::new(1, 1) },
        },
    ];
    Library {
        lexicon: None,
        decisions: Vec::new(),
        mentions: vec![
            vec![mention("idempotency"), mention("missing")],
            Vec::new(),
            vec![mention("hard")],
            vec![mention("idempotency")],
            vec![mention("idempotency")],
            Vec::new(),
        ],
        links: vec![
            link("../../../etc/passwd", "c++ & c#", LinkKind::Close),
            link("cache", "idempotency", LinkKind::Related),
            link("idempotence", "idempotency", LinkKind::Same),
            link("idempotence", "quiz", LinkKind::Related),
        ],
        entries,
        glossary: Glossary { concepts },
        notes,
    }
}

pub fn extra() -> Extra {
    Extra {
        images: Images::default(),
        search_index: None,
        offline: None,
        downloads: vec![Download {
            path: "fr/index.html".to_owned(),
            label_key: "no-such-message".to_owned(),
            lang: Some(Lang::Fr),
            topic: None,
            notes: 1234,
            bytes: 2_345_678,
        }],
        retired: vec![
            Retired { id: "parti".to_owned(), lang: Lang::Fr, successor: None },
            Retired { id: "renomme".to_owned(), lang: Lang::Fr, successor: Some("idempotence".to_owned()) },
            Retired { id: "quiz".to_owned(), lang: Lang::Fr, successor: None },
        ],
        changed: BTreeMap::from([("quiz".to_owned(), 1_772_353_800), ("c++ & c#".to_owned(), 951_782_400)]),
    }
}

pub fn built(config: &Config) -> Files {
    site::build(&library(), config, &Theme::builtin(), &extra()).expect("a site")
}

pub fn page<'a>(files: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8")
}

pub fn pages(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("UTF-8")))
}

/// The tags of a page: the markup outside texts.
pub fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.match_indices('<').map(|(at, _)| {
        let mut quote = None;
        let length = html[at..].bytes().position(|byte| {
            match (quote, byte) {
                (Some(open), _) if open == byte => quote = None,
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'>') => return true,
                _ => {}
            }
            false
        });
        &html[at..at + length.map_or(html.len() - at, |length| length + 1)]
    })
}

pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let value = &tag[tag.find(&format!(" {name}=\""))? + name.len() + 3..];
    value.split('"').next()
}

/// The file that a link of the page `from` leads to. 404.html, which is shown at any depth, may look above the site, where
/// browsers stop at the root; or it names paths from the root, those of a site at `/sub/`.
pub fn target(from: &str, link: &str) -> String {
    let below = link.strip_prefix("/sub/").filter(|_| from == "404.html");
    let link = match below {
        Some(path) if path.is_empty() || path.ends_with('/') => &format!("{path}index.html"),
        Some(path) => path,
        None => link,
    };
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let path = link.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() {
        return from.to_owned();
    }
    for part in path.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some() || from == "404.html", "{from}: {link} leaves the site"),
            "." => {}
            part => parts.push(part),
        }
    }
    let mut bytes = Vec::new();
    let joined = parts.join("/");
    let mut rest = joined.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: Vec<u8> = rest.by_ref().take(2).collect();
            let digits = std::str::from_utf8(&digits).expect("hex");
            bytes.push(u8::from_str_radix(digits, 16).expect("hex"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// Follows every link of every page; gives how many there were.
pub fn walk(files: &Files) -> usize {
    let mut followed = 0;
    for (path, html) in pages(files) {
        for tag in tags(html) {
            for name in ["href", "src", "action"] {
                let Some(link) = attribute(tag, name) else { continue };
                if ["https://", "data:"].iter().any(|scheme| link.starts_with(scheme)) {
                    continue;
                }
                let to = target(path, &link.replace("&amp;", "&").replace("&#x2F;", "/"));
                assert!(files.get(&to).is_some(), "{path}: {link} leads to {to}, which does not exist");
                if let Some((_, anchor)) = link.split_once('#') {
                    let html = page(files, &to);
                    assert!(tags(html).any(|tag| attribute(tag, "id") == Some(anchor)), "{path}: no anchor {link}");
                }
                followed += 1;
            }
        }
    }
    followed
}
