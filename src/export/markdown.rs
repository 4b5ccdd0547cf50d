//! Markdown: each entry in the canonical form of a contributed question, front matter and all. That form has no place for
//! the choices of a multiple-choice question: they are a task list at the head of the answer.

use super::{ExportError, ExportOptions, Exporter};
use crate::link::Library;
use crate::normalise::{Entry, Kind, Status};

pub(super) const EXPORTER: Exporter =
    Exporter { name: "markdown", extension: "md", media_type: "text/markdown", count: super::count, run };

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let documents: Result<Vec<String>, ExportError> = options.entries(library).into_iter().map(document).collect();
    Ok(documents?.join("\n").into_bytes())
}

/// The file of a contributed question that says what an entry says.
///
/// # Errors
/// Never: JSON can hold any string.
pub fn document(entry: &Entry) -> Result<String, ExportError> {
    let quoted = |text: &str| serde_json::to_string(text).map_err(ExportError::of("markdown"));
    let list = |words: &[String]| {
        let words: Result<Vec<String>, ExportError> = words.iter().map(|word| quoted(word)).collect();
        words.map(|words| format!("[{}]", words.join(", ")))
    };
    // JSON strings are YAML strings: no title or tag can be mistaken for syntax.
    let mut out = format!("---\nid: {}\nlang: {}\n", quoted(&entry.id)?, entry.lang.code());
    if entry.kind != Kind::Open {
        out += &format!("kind: {}\n", entry.kind.name());
    }
    if let Some(topic) = entry.topic() {
        out += &format!("topic: {}\n", quoted(topic)?);
    }
    if entry.section.len() > 1 {
        out += &format!("section: {}\n", list(&entry.section)?);
    }
    if let Some(context) = &entry.context {
        out += &format!("context: {}\n", quoted(context)?);
    }
    if let Some(difficulty) = entry.difficulty {
        out += &format!("difficulty: {}\n", difficulty.name());
    }
    for (key, words) in [("tags", &entry.tags), ("concepts", &entry.concepts), ("aliases", &entry.aliases)] {
        if !words.is_empty() {
            out += &format!("{key}: {}\n", list(words)?);
        }
    }
    if matches!(entry.status, Status::Truncated | Status::Placeholder) {
        out += &format!("status: {}\n", entry.status.name());
    }
    out += &format!("---\n# {}\n", entry.question.split_whitespace().collect::<Vec<_>>().join(" "));
    if !entry.options.is_empty() {
        out.push('\n');
        for choice in &entry.options {
            out += &format!("- [{}] {}. {}\n", if choice.correct { 'x' } else { ' ' }, choice.label, choice.text);
        }
    }
    if let Some(answer) = &entry.answer {
        out += &format!("\n{}\n", answer.trim_end());
    }
    Ok(out)
}
