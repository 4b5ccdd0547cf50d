//! Drafts become entries: valid, in one language, in the one schema.

mod difficulty;
mod display;
mod entry;
mod status;

pub use difficulty::level;
pub use entry::{Choice, Code, CodeRole, Difficulty, Display, Entry, Kind, Origin, Status};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::i18n::Lang;
use crate::parse::{Draft, Field, FieldName, Parsed};
use crate::source::Source;
use crate::text::{Verdict, detect, detect_with_prior, nearest};

/// Text of a document that belongs to no question, with its place and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionNote {
    /// The language it is written in.
    pub lang: Lang,
    /// Section titles, outermost first; empty for the head of a document.
    pub section: Vec<String>,
    /// Its Markdown, exactly.
    pub text: String,
    /// Where it was read.
    pub source: Origin,
}

/// What a document says, in the one schema.
#[derive(Debug, Clone, Default)]
pub struct Normalised {
    /// Its questions, in document order. Ids are those that the source gives, else empty: `identity` gives the rest.
    pub entries: Vec<Entry>,
    /// What belongs to no question.
    pub notes: Vec<SectionNote>,
    /// Values that mean nothing (an unknown language or level).
    pub diagnostics: Vec<Diagnostic>,
}

/// Brings the drafts of a document into the one schema.
pub fn normalise(source: &Source, parsed: &Parsed) -> Normalised {
    let prior = document_language(parsed);
    let mut out = Normalised { entries: Vec::with_capacity(parsed.drafts.len()), ..Normalised::default() };
    for draft in &parsed.drafts {
        let entry = entry(source, parsed, draft, prior, &mut out.diagnostics);
        out.entries.push(entry);
    }
    let fallback = prior.unwrap_or(Lang::En);
    out.notes = parsed
        .notes
        .iter()
        .map(|note| SectionNote {
            lang: detect_with_prior(&note.text, prior).unwrap_or(fallback),
            section: note.section.clone(),
            text: note.text.clone(),
            source: Origin { path: source.name.clone(), lines: note.lines },
        })
        .collect();
    out
}

/// The language that most of a document's text is in; code does not vote.
fn document_language(parsed: &Parsed) -> Option<Lang> {
    let mut text = String::new();
    for draft in &parsed.drafts {
        if let Some(lang) = draft.value(FieldName::Lang).and_then(Lang::from_code) {
            return Some(lang);
        }
        for name in [FieldName::Question, FieldName::Context, FieldName::Answer] {
            if let Some(value) = draft.value(name) {
                let prose = value.split("```").step_by(2);
                prose.for_each(|part| {
                    text.push_str(part);
                    text.push('\n');
                });
            }
        }
    }
    parsed.notes.iter().for_each(|note| text.push_str(&note.text));
    detect(&text)
}

fn entry(
    source: &Source,
    parsed: &Parsed,
    draft: &Draft,
    prior: Option<Lang>,
    problems: &mut Vec<Diagnostic>,
) -> Entry {
    let own = |name: FieldName| draft.value(name).map(str::to_owned);
    let list = |name: FieldName| draft.values(name).map(str::to_owned).collect::<Vec<_>>();
    let question = own(FieldName::Question).unwrap_or_default().trim().to_owned();
    let written = own(FieldName::Answer).filter(|answer| !answer.trim().is_empty());
    let (answer, status) = status::settle(source, parsed, draft, &question, written);
    let mut unknown = |name: FieldName, key: &'static str, value: &str, known: &[&'static str]| {
        let line = draft.field(name).map_or(draft.lines.start, |field| field.lines.start);
        let found = Diagnostic::new("unknown-value", &source.name, place(source, line, value));
        let found = Diagnostic { severity: Severity::Error, ..found };
        let found = match nearest(value, known.iter().copied()) {
            Some(near) => found.variant("near").with("near", near),
            None => found,
        };
        problems.push(found.with("key", key).with("value", value).with("known", known.join(", ")));
    };
    let said = own(FieldName::Lang);
    let mut foreign = false;
    let lang = said.as_deref().and_then(Lang::from_code);
    if let (Some(value), None) = (&said, lang) {
        unknown(FieldName::Lang, "lang", value, &["fr", "en"]);
    }
    let lang = lang.unwrap_or_else(|| {
        let text = format!("{question}\n{}", answer.as_deref().unwrap_or(""));
        match Verdict::of(&text, prior) {
            Verdict::Known(lang) => lang,
            Verdict::Unsaid => Lang::En,
            Verdict::Neither => {
                foreign = said.is_none();
                Lang::En
            }
        }
    });
    let level = own(FieldName::Difficulty);
    let difficulty = level.as_deref().and_then(difficulty::level);
    if let (Some(value), None) = (&level, difficulty) {
        unknown(FieldName::Difficulty, "difficulty", value, &["beginner", "intermediate", "advanced"]);
    }
    let said = draft.value(FieldName::Kind);
    let named = said.and_then(|said| Kind::ALL.into_iter().find(|kind| kind.name() == said));
    if let (Some(value), None) = (said, named) {
        unknown(FieldName::Kind, "kind", value, &Kind::ALL.map(Kind::name));
    }
    let kind = named.unwrap_or_else(|| kind(draft));
    if foreign {
        let found = Diagnostic::new("unknown-value", &source.name, place(source, draft.lines.start, &question));
        problems.push(Diagnostic { severity: Severity::Warning, ..found }.variant("language"));
    }
    let mut section = list(FieldName::Section);
    if let Some(topic) = own(FieldName::Topic)
        && section.first() != Some(&topic)
    {
        section.insert(0, topic);
    }
    let options = choices(draft);
    let mut flags: Vec<String> = draft.flags.iter().map(|flag| (*flag).to_owned()).collect();
    let shown = display::repair_entry(
        &question,
        own(FieldName::Context).as_deref(),
        answer.as_deref(),
        draft.display.as_deref(),
    );
    if shown.mojibake {
        flags.push("mojibake".to_owned());
    }
    if status == Status::Truncated {
        flags.push("truncated".to_owned());
    }
    let id = own(FieldName::Id);
    Entry {
        explicit_id: id.is_some(),
        id_place: draft.field(FieldName::Id).map(|field| id_place(source, field)),
        id: id.unwrap_or_default(),
        lang,
        kind,
        question,
        context: own(FieldName::Context).filter(|context| !context.trim().is_empty()),
        status,
        section,
        difficulty,
        tags: dedup(list(FieldName::Tag)),
        concepts: dedup(list(FieldName::Concept)),
        options,
        code: code(draft, source, answer.as_deref()),
        source: Origin { path: source.name.clone(), lines: draft.lines },
        flags,
        aliases: list(FieldName::Alias),
        display: shown.display,
        answer,
    }
}

fn dedup(mut list: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    list.retain(|item| seen.insert(item.clone()));
    list
}

/// Where an id stands: after its key on the line that has it, which the field of a record does not say; else the first
/// line of what it was read from.
fn id_place(source: &Source, field: &Field) -> Place {
    let first = field.lines.start;
    let found = (first..=field.lines.end).find_map(|line| {
        let text = source.line(line);
        let after_key = text.match_indices("id").find_map(|(at, key)| {
            let apart = !text[..at].ends_with(|c: char| c.is_alphanumeric() || "_-".contains(c));
            let rest = text[at + key.len()..].trim_start_matches(['"', '\'']).trim_start();
            rest.strip_prefix(':').filter(|_| apart).map(|rest| text.len() - rest.len())
        })?;
        let at = after_key + text[after_key..].find(&field.value)?;
        let column = text[..at].chars().count() + 1;
        Some(Place { line, column, end_line: line, end_column: column + field.value.chars().count() })
    });
    found.unwrap_or_else(|| place(source, first, &field.value))
}

/// Where a value stands on its line.
fn place(source: &Source, line: usize, value: &str) -> Place {
    let text = source.line(line);
    let at = text.rfind(value).unwrap_or(0);
    let column = text[..at].chars().count() + 1;
    let width = if at > 0 { value.chars().count() } else { text.chars().count() };
    Place { line, column, end_line: line, end_column: column + width }
}

/// What an entry that does not say its kind, or says none that exists, asks for.
fn kind(draft: &Draft) -> Kind {
    if draft.field(FieldName::Choice).is_some() { Kind::Mcq } else { Kind::Open }
}

fn choices(draft: &Draft) -> Vec<Choice> {
    draft
        .values(FieldName::Choice)
        .map(|written| {
            let (label, text) = written.split_once(") ").unwrap_or(("", written));
            let correct = draft.values(FieldName::Correct).any(|right| right == label);
            Choice { label: label.to_owned(), text: text.to_owned(), correct }
        })
        .collect()
}

/// The code blocks of a draft; of an answer that was decoded (JSON, YAML, CSV) those of its Markdown, with the lines of
/// the whole entry, as the lines inside cannot be told.
fn code(draft: &Draft, source: &Source, answer: Option<&str>) -> Vec<Code> {
    if draft.layout != "data" {
        let role = |in_question| if in_question { CodeRole::Question } else { CodeRole::Answer };
        return draft
            .code
            .iter()
            .map(|block| Code {
                lang: block.lang.clone(),
                role: role(block.in_question),
                fenced: block.fenced,
                lines: block.lines,
            })
            .collect();
    }
    let inner = Source::new(&source.path, "", answer.unwrap_or_default());
    crate::parse::fences(&inner)
        .into_iter()
        .map(|lang| Code { lang, role: CodeRole::Answer, fenced: true, lines: draft.lines })
        .collect()
}
