//! What may stand in front matter, and after `allow` in a comment.

use lsp_types::{CompletionItem, CompletionItemKind, Range, TextEdit};

use super::position;
use super::under::{self, CONCEPTS};
use super::view::View;
use crate::i18n::{Lang, text};
use crate::lint::RULES;
use crate::normalise::{Difficulty, Kind, Status};
use crate::parse::{ALLOW, KNOWN_KEYS, Role, is_key};

/// Something to be written, with what it is and by which words it is found.
struct Proposal {
    word: String,
    detail: Option<String>,
    search: Option<String>,
    kind: CompletionItemKind,
}

impl Proposal {
    fn new(word: &str, kind: CompletionItemKind) -> Self {
        Self { word: word.to_owned(), detail: None, search: None, kind }
    }
}

/// What may go on at a byte of the document.
pub fn items(view: &View<'_>, offset: usize) -> Vec<CompletionItem> {
    let source = &view.open.source;
    if source.line_count() == 0 {
        return Vec::new();
    }
    let line = source.position(offset).0;
    let start = source.line_range(line).start;
    let before = &source.text[start..offset];
    let meta = view.role(line) == Some(Role::Meta);
    let suppression = before.rsplit_once("passerelle: allow ").map(|(_, rest)| rest);
    let (proposals, typed) = if let Some(rest) = suppression {
        (if rest.contains(' ') { Vec::new() } else { rules() }, rest)
    } else if meta && before.chars().all(|c| c.is_ascii_lowercase()) {
        (keys(view, line), before)
    } else if let Some((key, range)) = under::key(view, line).filter(|_| meta) {
        let own = range.start == start;
        let whole = if own { before.split_once(':').map_or("", |(_, value)| value) } else { before };
        let cut = |signs: &[char]| whole.rsplit(signs).next().unwrap_or_default().trim_start();
        let is_phrase = matches!(key, "topic" | "section");
        (values(view, key, line), if is_phrase { cut(&['"', '\'']) } else { cut(&['[', ',', '"', '\'', ' ']) })
    } else {
        (Vec::new(), "")
    };
    let at = |byte| position::position(source, view.client.units, byte);
    let range = Range { start: at(offset - typed.len()), end: at(offset) };
    let item = |proposal: Proposal| CompletionItem {
        text_edit: Some(TextEdit { range, new_text: proposal.word.clone() }.into()),
        label: proposal.word,
        detail: proposal.detail,
        filter_text: proposal.search,
        kind: Some(proposal.kind),
        ..Default::default()
    };
    proposals.into_iter().map(item).collect()
}

fn rules() -> Vec<Proposal> {
    RULES.iter().map(|rule| Proposal::new(rule.name, CompletionItemKind::Value)).collect()
}

/// The keys that the front matter around a line lacks.
fn keys(view: &View<'_>, line: usize) -> Vec<Proposal> {
    let source = &view.open.source;
    let inside = |line: &usize| view.role(*line) == Some(Role::Meta) && source.line(*line).trim() != "---";
    let above = (1..line).rev().take_while(inside);
    let below = (line + 1..=source.line_count()).take_while(inside);
    let given: Vec<&str> = above.chain(below).filter_map(|line| source.line(line).split(':').next()).collect();
    let known = KNOWN_KEYS.iter().map(|(name, _)| *name).filter(|name| is_key(name)).chain([ALLOW]);
    let proposal = |name: &str| Proposal {
        word: format!("{name}:"),
        detail: Some(text(view.client.lang, &format!("lsp-key-{name}"), &[])),
        ..Proposal::new(name, CompletionItemKind::Property)
    };
    known.filter(|name| !given.contains(name)).map(proposal).collect()
}

/// The values that a key may have.
fn values(view: &View<'_>, key: &str, line: usize) -> Vec<Proposal> {
    let words = |list: &[&str]| list.iter().map(|word| Proposal::new(word, CompletionItemKind::Value)).collect();
    match key {
        "lang" => words(&Lang::ALL.map(Lang::code)),
        "difficulty" => {
            words(&[Difficulty::Beginner, Difficulty::Intermediate, Difficulty::Advanced].map(Difficulty::name))
        }
        "kind" => words(&[Kind::Open, Kind::Mcq, Kind::Exercise, Kind::Flashcard].map(Kind::name)),
        "status" => {
            words(&[Status::Answered, Status::Unanswered, Status::Truncated, Status::Placeholder].map(Status::name))
        }
        "topic" => words(&topics(view, view.entry(line).map(|entry| entry.lang))),
        ALLOW => rules(),
        CONCEPTS => view.known.glossary.concepts.values().map(concept).collect(),
        _ => Vec::new(),
    }
}

/// A concept, found by its names of both languages.
fn concept(concept: &crate::link::Concept) -> Proposal {
    let labels: Vec<&str> = Lang::ALL.into_iter().flat_map(|lang| concept.labels(lang)).collect();
    Proposal {
        detail: Some(Lang::ALL.map(|lang| concept.label(lang)).join(" · ")),
        search: Some(format!("{} {}", concept.id, labels.join(" "))),
        ..Proposal::new(&concept.id, CompletionItemKind::EnumMember)
    }
}

/// The topics of the collection in a language, each once.
fn topics<'a>(view: &View<'a>, lang: Option<Lang>) -> Vec<&'a str> {
    let entries = view.library().into_iter().flat_map(|library| &library.entries);
    let entries = entries.filter(|entry| lang.is_none_or(|lang| lang == entry.lang));
    let topics: std::collections::BTreeSet<&str> = entries.filter_map(|entry| entry.topic()).collect();
    topics.into_iter().collect()
}
