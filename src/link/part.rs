//! The parts of an entry as words with the concepts in them.

use std::sync::LazyLock;

use regex::Regex;

use super::matcher::{Hit, Matcher};
use super::words::{Reader, Word};
use crate::normalise::Entry;

/// Words of an answer that are read: what it is about is said in its beginning.
const ANSWER_WORDS: usize = 600;
/// Weight of section titles and tags beside the question's own words.
const SECTION: f64 = 0.3;
/// Weight of the situation that a question describes.
const CONTEXT: f64 = 0.5;
/// Weight of concepts that only the answer names.
pub const ANSWER: f64 = 0.25;

/// An address in running text or in a link's target.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"https?://[^\s)>"\]]+"#).expect("a sound pattern"));

/// A part of an entry, read.
#[derive(Debug)]
pub struct Part {
    /// Whether it is a section title, which stands above many entries and may name what this one is not about.
    pub title: bool,
    /// How much it counts beside the question.
    pub weight: f64,
    /// Its words.
    pub words: Box<[Word]>,
    /// The concepts that they name.
    pub hits: Box<[Hit]>,
}

/// The parts of an entry, its question first.
pub fn read(entry: &Entry, matcher: &Matcher, reader: &mut Reader) -> Box<[Part]> {
    let mut part = |title: bool, weight: f64, text: &str, limit: usize| {
        let words = reader.words(text, limit);
        let hits = matcher.find(reader.shapes(), &words, weight == 1.0).into();
        Part { title, weight, words, hits }
    };
    let mut parts = vec![part(false, 1.0, entry.shown_question(), usize::MAX)];
    parts.extend(entry.shown_context().into_iter().map(|text| part(false, CONTEXT, text, ANSWER_WORDS)));
    parts.extend(entry.section.iter().map(|title| part(true, SECTION, title, usize::MAX)));
    parts.extend(entry.tags.iter().map(|tag| part(false, SECTION, tag, usize::MAX)));
    parts.extend(entry.options.iter().map(|choice| part(false, ANSWER, &choice.text, ANSWER_WORDS)));
    parts.extend(entry.shown_answer().into_iter().map(|text| part(false, ANSWER, &prose(text), ANSWER_WORDS)));
    parts.into()
}

/// Markdown without its fenced code, whose words are names of variables, and without addresses: whatever is linked over
/// HTTPS is not about HTTPS.
fn prose(markdown: &str) -> String {
    let mut inside = false;
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        inside ^= fence;
        if !inside && !fence {
            out.push_str(&ADDRESS.replace_all(line, ""));
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn code_and_addresses_are_no_prose() {
        let text = "Over https, see [a page](https://a.example/http) and <http://b.example>.\n```\nlet tls;\n```\nEnd.";
        assert_eq!(prose(text), "Over https, see [a page]() and <>.\nEnd.\n");
    }
}
