//! What a document is, by its content; the extension only breaks ties.

use crate::source::Source;

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown or plain text.
    Text,
    /// One JSON value.
    Json,
    /// One JSON object a line.
    JsonLines,
    /// YAML records.
    Yaml,
    /// Comma- or semicolon-separated values with a header.
    Csv,
}

/// Says how a document is written.
pub fn sniff(source: &Source) -> Format {
    let extension = source.path.extension().and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
    let first = source.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("");
    let second = source.lines().map(str::trim).filter(|line| !line.is_empty()).nth(1).unwrap_or("");
    if first.starts_with('{') && (first.ends_with('}') || extension == "jsonl") {
        let lines = second.starts_with('{') || second.is_empty();
        if first.contains("\"question\"") && lines {
            return Format::JsonLines;
        }
    }
    let quoted = |text: &str| text.trim_start_matches(['[', '{']).trim_start().starts_with('"');
    if (first == "[" || first == "{" || first == "[{") && (second.starts_with(['{', '"', '[']))
        || first.starts_with("[{") && quoted(first)
    {
        return Format::Json;
    }
    let header = first.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"').to_ascii_lowercase());
    if header.clone().any(|cell| cell == "question")
        && header.count() >= 2
        && !first.contains(": ")
        && !first.starts_with('|')
    {
        return Format::Csv;
    }
    let keyed = ["- question:", "- id:", "- lang:", "questions:", "entries:"].iter().any(|key| first.starts_with(key));
    let commented = first.starts_with('#') || first == "---";
    match extension.as_str() {
        "yaml" | "yml" => Format::Yaml,
        _ if keyed => Format::Yaml,
        "json" => Format::Json,
        "jsonl" | "ndjson" => Format::JsonLines,
        "csv" if !commented => Format::Csv,
        _ => Format::Text,
    }
}
