//! What the YAML reader found wrong with a configuration, in words of ours.

use super::shapes;
use crate::failure::Failure;
use crate::source::Source;
use crate::text::nearest;

/// What the YAML reader found wrong, in our words where they help more than its own.
pub(super) fn malformed(error: &serde_yaml::Error, source: &Source) -> Failure {
    use serde_yaml::Error;
    let suggest = |key, word: &str, known: &[&'static str]| {
        Failure::new(key)
            .with("word", word)
            .with("nearest", nearest(word, known.iter().copied()).unwrap_or("none"))
            .with("known", known.join(", "))
    };
    let error = error.without_snippet();
    let at = error.location().filter(|at| at.line() > 0).map(|at| (at.line() as usize, at.column().max(1) as usize));
    let wrong_type = |expected: &'static str| {
        let key = at.and_then(|at| key_before(source, at)).unwrap_or_else(|| "none".to_owned());
        Failure::new("config-type").with("key", key).because(expected)
    };
    // Of a scalar where several shapes may stand the reader knows the place of the key, not its own.
    let several_ways = |expected: &'static str| {
        let key = at.and_then(|at| key_before(source, at).or_else(|| key_at(source, at)));
        Failure::new("config-type").with("key", key.unwrap_or_else(|| "none".to_owned())).because(expected)
    };
    let failure = match error {
        Error::SerdeUnknownField { field, expected, .. } => suggest("config-unknown-key", field, expected),
        Error::SerdeUnknownVariant { variant, expected, .. } => suggest("config-unknown-value", variant, expected),
        Error::Budget { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => Failure::new("config-too-large"),
        Error::SerdeInvalidType { expected, .. } if expected == shapes::TEXTS => several_ways("config-expected-texts"),
        Error::SerdeInvalidType { expected, .. } if expected == shapes::LANGUAGES => {
            several_ways("config-expected-languages")
        }
        Error::Unexpected { expected: "string scalar", .. } | Error::NullIntoString { .. } => {
            wrong_type("config-expected-text")
        }
        Error::Unexpected { expected: "sequence start", .. } => wrong_type("config-expected-list"),
        Error::Unexpected { expected: "mapping start", .. } => wrong_type("config-expected-mapping"),
        Error::ExternallyTaggedEnumExpectedScalarOrMapping { .. } => wrong_type("config-expected-word"),
        Error::SerdeMissingField { field, .. } => Failure::new("config-missing").with("word", *field),
        other => Failure::new("config-malformed").with("detail", first_line(&other.to_string())),
    };
    match at {
        Some((line, column)) => failure.position(line, column),
        None => failure,
    }
}

/// The key whose value begins at a place, or `None` for the items of a list and the whole document.
fn key_before(source: &Source, (line, column): (usize, usize)) -> Option<String> {
    let whole = source.line(line.min(source.line_count()));
    // An empty value has the place of the colon before it.
    let width = if whole.chars().nth(column - 1) == Some(':') { column } else { column - 1 };
    let before: String = whole.chars().take(width).collect();
    let before = match before.trim_end() {
        // A block begins on the line after its key.
        "" => source
            .lines()
            .take(line - 1)
            .filter(|line| !line.trim().is_empty())
            .last()
            .filter(|key| indent(key) < column - 1)?
            .trim_end(),
        _ => before.trim_end(),
    };
    let word = before.strip_suffix(':')?.trim_end().trim_end_matches(['"', '\'']);
    let start = word.rfind(|c: char| !c.is_alphanumeric() && !"_-".contains(c)).map_or(0, |at| at + 1);
    Some(word[start..].to_owned()).filter(|word| !word.is_empty())
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// The key that stands at a place.
fn key_at(source: &Source, (line, column): (usize, usize)) -> Option<String> {
    let rest = source.line(line.min(source.line_count())).chars().skip(column - 1);
    let key: String = rest.take_while(|c| c.is_alphanumeric() || "_-".contains(*c)).collect();
    Some(key).filter(|key| !key.is_empty())
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|c| *c == ' ').count()
}
