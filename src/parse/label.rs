//! Labels: `Q:`, `**Answer:**`, `**Difficulté** : Débutant`, `### Q1: …`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::block::{Block, BlockKind, Document, Marker};
use crate::text::fold;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// A question.
    Question,
    /// An answer.
    Answer,
    /// A level.
    Difficulty,
    /// Code.
    Code,
    /// The situation of the whole document.
    Context,
    /// Tags.
    Tags,
    /// Concepts.
    Concepts,
}

/// Label words of both languages, folded.
const WORDS: &[(&str, Label)] = &[
    ("q", Label::Question),
    ("question", Label::Question),
    ("a", Label::Answer),
    ("r", Label::Answer),
    ("ans", Label::Answer),
    ("answer", Label::Answer),
    ("rep", Label::Answer),
    ("reponse", Label::Answer),
    ("difficulty", Label::Difficulty),
    ("level", Label::Difficulty),
    ("difficulte", Label::Difficulty),
    ("niveau", Label::Difficulty),
    ("code", Label::Code),
    ("code example", Label::Code),
    ("example code", Label::Code),
    ("sample code", Label::Code),
    ("exemple de code", Label::Code),
    ("context", Label::Context),
    ("contexte", Label::Context),
    ("tags", Label::Tags),
    ("etiquettes", Label::Tags),
    ("concepts", Label::Concepts),
    ("notions", Label::Concepts),
];

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?P<bold>\*\*|__)?(?P<word>\p{L}+(?:[ \u{a0}]\p{L}+){0,2})(?:[ \u{a0}]?(?P<number>\d{1,4}))?(?:[ \u{a0}]*\([^)]*\))?(?P<mid>\*\*|__)?[ \u{a0}\u{202f}]*(?P<sep>[:.)])(?P<end>\*\*|__)?(?:\s+|$|(?P<glued>\S))",
    )
    .expect("a fixed pattern")
});

/// A label found at the start of a block, and what follows it on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it announces.
    pub label: Label,
    /// The number in the label (`Q12:`) or in the list marker before it (`12) Q:`).
    pub number: Option<u32>,
    /// The text after the label, without the emphasis around it.
    pub rest: Range<usize>,
    /// Whether the label, or the whole line, is bold.
    pub bold: bool,
}

/// The label that a block begins with. Only lines that can carry one are looked at.
pub fn mark(document: &Document<'_>, block: &Block) -> Option<Mark> {
    if !matches!(block.kind, BlockKind::Text | BlockKind::Item(_) | BlockKind::Heading(_)) {
        return None;
    }
    let mut mark = mark_text(&document.source.text, block.text.clone())?;
    if let (BlockKind::Item(Marker::Number(n)), None) = (&block.kind, mark.number) {
        mark.number = Some(*n);
    }
    Some(mark)
}

/// The label that the text at `range` begins with.
pub fn mark_text(text: &str, range: Range<usize>) -> Option<Mark> {
    let line = &text[range.clone()];
    // Most lines are ruled out by this before the pattern is tried.
    if !line.bytes().take(60).any(|b| matches!(b, b':' | b'.' | b')')) {
        return None;
    }
    let found = LABEL.captures(line)?;
    let word = fold(&found["word"]);
    let label = WORDS.iter().find(|(name, _)| *name == word)?.1;
    let number = found.name("number").and_then(|n| n.as_str().parse().ok());
    let colon = &found["sep"] == ":";
    let numbered = number.is_some() && label == Label::Question;
    if !colon && !numbered {
        return None;
    }
    let bold = found.name("bold").is_some();
    let end = found.get(0).map_or(0, |m| m.end()) - found.name("glued").map_or(0, |m| m.len());
    let mut rest = range.start + end..range.end;
    let closed = found.name("mid").is_some() || found.name("end").is_some();
    if bold && !closed {
        let inner = text[rest.clone()].trim_end();
        let inner = inner.strip_suffix("**").or_else(|| inner.strip_suffix("__"))?;
        rest = rest.start..rest.start + inner.trim_end().len();
    }
    Some(Mark { label, number, rest, bold })
}

/// The names in a list that a label announces (`caching, « mise en cache »; TTL`), without code marks and emphasis around
/// them; nothing where it is prose.
pub fn names(text: &str) -> Option<Vec<&str>> {
    let text = text.trim().trim_end_matches('.');
    let around = |c: char| c.is_whitespace() || "`*_\"«»“”".contains(c);
    let names: Vec<&str> = text.split([',', ';']).map(|name| name.trim_matches(around)).collect();
    let is_name = |name: &str| !name.is_empty() && !name.contains(['?', ':']) && name.split_whitespace().count() <= 6;
    names.iter().all(|name| is_name(name)).then_some(names)
}

/// The inside of a line that is bold from end to end.
pub fn bold_line(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let line = &text[range.clone()];
    let inner = line.strip_prefix("**").and_then(|l| l.strip_suffix("**"))?;
    (!inner.is_empty() && !inner.contains("**")).then(|| range.start + 2..range.end - 2)
}

/// Words that begin a question or a request, folded, in both languages.
const ASKING: &[&str] = &[
    "what",
    "why",
    "how",
    "when",
    "where",
    "which",
    "who",
    "whom",
    "whose",
    "is",
    "are",
    "do",
    "does",
    "did",
    "can",
    "could",
    "would",
    "should",
    "will",
    "explain",
    "describe",
    "define",
    "compare",
    "discuss",
    "give",
    "tell",
    "design",
    "implement",
    "write",
    "name",
    "list",
    "qu",
    "que",
    "quoi",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "pourquoi",
    "comment",
    "quand",
    "ou",
    "qui",
    "est",
    "expliquez",
    "explique",
    "expliquer",
    "decrivez",
    "decris",
    "definissez",
    "comparez",
    "citez",
    "donnez",
    "concevez",
    "implementez",
    "ecrivez",
    "presentez",
    "racontez",
];

/// Whether a text asks something: it has a question mark at the end of a sentence, or begins as a question or request.
pub fn asks(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['*', '_', ' ']);
    text.ends_with('?') || text.contains("? ") || begins_asking(text)
}

/// Words that only begin a request, folded, in both languages; by themselves they are too common to tell a question.
const REQUESTING: &[&str] = &[
    "analyse",
    "analyser",
    "analysez",
    "analyze",
    "argumentez",
    "calculate",
    "calculez",
    "choose",
    "choisissez",
    "citer",
    "cite",
    "comparer",
    "compare",
    "concevoir",
    "contrast",
    "critique",
    "critiquez",
    "decrire",
    "definir",
    "detaillez",
    "derive",
    "dessinez",
    "detail",
    "distinguez",
    "donner",
    "draw",
    "ecrire",
    "enumerez",
    "esquissez",
    "estimate",
    "estimez",
    "evaluate",
    "evaluez",
    "exposez",
    "formulez",
    "identify",
    "identifiez",
    "illustrate",
    "illustrez",
    "implementer",
    "indiquez",
    "justify",
    "justifiez",
    "listez",
    "mention",
    "montrez",
    "nommez",
    "outline",
    "precisez",
    "presenter",
    "proposez",
    "propose",
    "prove",
    "prouvez",
    "racontez",
    "raconter",
    "resume",
    "resumez",
    "rappelez",
    "show",
    "sketch",
    "state",
    "summarise",
    "summarize",
    "talk",
    "tracez",
    "walk",
];

/// Whether a text begins by asking for something, in one of many more words than those that tell a question.
pub fn requests(text: &str) -> bool {
    begins_asking(text) || REQUESTING.contains(&first_word(text).as_str())
}

/// Whether a text begins as a question or request.
pub fn begins_asking(text: &str) -> bool {
    ASKING.contains(&first_word(text).as_str())
}

/// The first word of a text, folded.
fn first_word(text: &str) -> String {
    let folded = fold(text);
    folded.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().take_while(|c| c.is_alphanumeric()).collect()
}
