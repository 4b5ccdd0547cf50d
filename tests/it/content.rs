//! The repository's own collection keeps what it promises: concepts in both languages, layouts in real use, answers of a
//! readable length, drawings that are light and described. What its examples print is tested in `runnable`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use passerelle::discover;
use passerelle::i18n::Lang;
use passerelle::normalise::{Entry, Status};
use passerelle::parse::{Draft, FieldName};
use passerelle::pipeline::{Collection, collect};
use passerelle::source::Source;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// At least this much of a question is about a concept that it asks about, where its source does not name it.
const ASKED: f64 = 0.2;

/// Entries whose answers are shorter or longer than all others on purpose, each with the reason.
const OTHER_LENGTHS: &[(&str, &str)] = &[];

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The collection of the repository, read once.
pub fn collection() -> &'static Collection {
    static READ: OnceLock<Collection> = OnceLock::new();
    READ.get_or_init(|| {
        let project = discover::project(root()).expect("the project");
        collect(project.into_parts(0).expect("the lock file").1)
    })
}

#[test]
fn every_concept_is_defined_and_asked_about_in_both_languages() {
    let library = &collection().library;
    assert!(library.glossary.concepts.len() >= 150, "{} concepts", library.glossary.concepts.len());
    let (mut asked, mut named) = (BTreeSet::new(), BTreeSet::new());
    for (entry, mentions) in library.entries.iter().zip(&library.mentions) {
        for mention in mentions.iter().filter(|_| entry.status == Status::Answered) {
            named.insert((mention.concept.as_str(), entry.lang));
            if mention.weight >= ASKED {
                asked.insert((mention.concept.as_str(), entry.lang));
            }
        }
    }
    let mut lacking = Vec::new();
    for (id, concept) in &library.glossary.concepts {
        for lang in Lang::ALL {
            let defined = concept.definition.get(&lang).is_some_and(|text| text.split_whitespace().count() >= 5);
            if !concept.pref_label.contains_key(&lang) || !defined {
                lacking.push(format!("{id}: no label or definition in {}", lang.code()));
            }
            if !named.contains(&(id.as_str(), lang)) {
                lacking.push(format!("{id}: in no answered question in {}", lang.code()));
            }
        }
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
    let ids = library.glossary.concepts.keys();
    let both = ids.filter(|id| Lang::ALL.into_iter().all(|lang| asked.contains(&(id.as_str(), lang)))).count();
    assert!(both >= 150, "{both} concepts are asked about in both languages");
}

#[test]
fn every_question_is_answered_in_one_of_two_languages_of_equal_standing() {
    let entries = &collection().library.entries;
    assert!(entries.len() >= 400, "{} entries", entries.len());
    let open: Vec<&str> =
        entries.iter().filter(|entry| entry.status != Status::Answered).map(|entry| entry.id.as_str()).collect();
    assert!(open.is_empty(), "{open:?}");
    let french = entries.iter().filter(|entry| entry.lang == Lang::Fr).count();
    assert!(french * 5 >= entries.len() * 2 && french * 5 <= entries.len() * 3, "{french} of {}", entries.len());
}

/// The layout of a question as a contributor would name it.
fn layout(source: &Source, draft: &Draft) -> &'static str {
    let line = draft.field(FieldName::Question).map_or(draft.lines.start, |field| field.lines.start);
    let text = source.line(line).trim_start();
    match draft.layout {
        "labelled" if text.starts_with('#') => "heading",
        "labelled" if text.starts_with("**") => "bold labels",
        "labelled" if text.starts_with(|c: char| c.is_ascii_digit()) => "numbered labels",
        other => other,
    }
}

#[test]
fn every_layout_is_in_real_use() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for document in &collection().documents {
        for draft in &document.parsed.drafts {
            *counts.entry(layout(&document.source, draft)).or_default() += 1;
        }
    }
    for name in ["numbered labels", "bold labels", "container", "heading", "outline", "canonical"] {
        assert!(counts.get(name).is_some_and(|n| *n >= 40), "{name}: {counts:?}");
    }
    let names: Vec<&str> = collection().documents.iter().map(|document| document.source.name.as_str()).collect();
    for extension in [".yaml", ".csv", ".jsonl"] {
        assert!(names.iter().any(|name| name.ends_with(extension)), "no {extension}");
    }
}

/// How many words a reader reads in an answer: runs of characters between white space that have a letter or a digit, in its
/// text without code blocks, images, addresses of links and the paragraph that cites sources.
fn words(answer: &str) -> usize {
    let (mut text, mut hidden) = (String::new(), 0);
    for event in Parser::new_ext(answer, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }) => hidden += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image) => hidden -= 1,
            Event::Text(part) | Event::Code(part) if hidden == 0 => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => text.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableRow,
            ) => text.push('\n'),
            _ => {}
        }
    }
    let cites = |line: &&str| {
        !["Source:", "Sources:", "Source\u{a0}:", "Sources\u{a0}:"]
            .iter()
            .any(|name| line.trim_start().starts_with(name))
    };
    let words = text.lines().filter(cites).flat_map(str::split_whitespace);
    words.filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[test]
fn words_are_counted_as_they_are_read() {
    let answer = "One `two` [three](https://four.example) : l’un !\n\n```python\nfive\n```\n\n![six](x.svg)\n\n| a | b |\n|---|---|\n| c | d |\n\n\
                  Sources\u{a0}: [RFC 9110](https://e.org).";
    assert_eq!(words(answer), 8);
}

#[test]
fn answers_are_long_enough_to_explain_and_short_enough_to_say() {
    let excepted: BTreeMap<&str, &str> = OTHER_LENGTHS.iter().copied().collect();
    let count = |entry: &Entry| words(entry.shown_answer().unwrap_or_default());
    let other = |entry: &&Entry| !(60..=250).contains(&count(entry));
    let found: Vec<String> = (collection().library.entries.iter().filter(other))
        .filter(|entry| !excepted.contains_key(entry.id.as_str()))
        .map(|entry| format!("{} words: {} ({})", count(entry), entry.id, entry.source.path))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    for id in excepted.keys() {
        let entry = collection().library.entries.iter().find(|entry| entry.id == *id);
        assert!(entry.is_some_and(|entry| other(&entry)), "{id} needs no exception any more");
    }
}

#[test]
fn drawings_are_light_described_and_shown_in_their_language() {
    let mut shown: BTreeMap<&str, BTreeSet<Lang>> = BTreeMap::new();
    let images = collection().images.as_ref().expect("images");
    for entry in &collection().library.entries {
        for picture in passerelle::images::of_entry(entry) {
            let drawing =
                images.iter().find(|(_, image)| images.find(&entry.source.path, &picture.address) == Some(image));
            let (path, _) = drawing.unwrap_or_else(|| panic!("{} shows {}", entry.id, picture.address));
            shown.entry(path).or_default().insert(entry.lang);
        }
    }
    assert!(images.iter().count() >= 30, "fifteen in each language");
    for (path, image) in images.iter() {
        let text = std::str::from_utf8(&image.bytes).unwrap_or_else(|_| panic!("{path} is no drawing"));
        assert!(text.len() <= 4096, "{path}: {} bytes", text.len());
        assert!(image.size.is_some() && image.adapts, "{path} has no size or no colours for dark screens");
        for name in ["title", "desc"] {
            let content = text.split_once(&format!("</{name}>")).and_then(|(before, _)| before.rsplit('>').next());
            assert!(content.is_some_and(|content| content.trim().len() > 5), "{path} has no <{name}>");
        }
        let lang = Lang::ALL.into_iter().find(|lang| path.ends_with(&format!(".{}.svg", lang.code())));
        let lang = lang.unwrap_or_else(|| panic!("{path} does not say its language"));
        assert!(text.contains(&format!("lang=\"{}\"", lang.code())), "{path} does not say its language inside");
        assert_eq!(shown.get(path), Some(&BTreeSet::from([lang])), "{path} is shown in its language alone");
    }
    for path in std::fs::read_dir(root().join("content/img")).expect("drawings") {
        let name = path.expect("a drawing").file_name().to_string_lossy().into_owned();
        assert!(shown.contains_key(format!("content/img/{name}").as_str()), "{name} is shown nowhere");
    }
}
