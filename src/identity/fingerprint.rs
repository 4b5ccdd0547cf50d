//! Fingerprints: what the lock file keeps of a text that it does not hold itself.

use crate::normalise::Entry;

/// A BLAKE3 hash over strings, cut to 64 bits, in 16 hexadecimal digits.
#[derive(Default)]
pub(crate) struct Digest(blake3::Hasher);

impl Digest {
    /// Adds a string.
    pub(crate) fn add(&mut self, text: &str) -> &mut Self {
        // A checkout with CRLF line ends is the same text, and so is one that a YAML block ends with a newline. The length
        // keeps `ab`, `c` apart from `a`, `bc`.
        let text = text.trim_end().replace("\r\n", "\n");
        self.0.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        self
    }

    fn add_all(&mut self, texts: &[String]) -> &mut Self {
        self.0.update(&(texts.len() as u64).to_le_bytes());
        texts.iter().fold(self, |digest, text| digest.add(text))
    }

    /// The digits.
    pub(crate) fn finish(&self) -> String {
        self.0.finalize().to_hex()[..16].to_owned()
    }
}

/// The fingerprint of what answers an entry: context, answer, choices. Empty for an entry that has none of them, so that
/// two unanswered questions are not alike.
fn of_answer(entry: &Entry) -> String {
    if entry.context.is_none() && entry.answer.is_none() && entry.options.is_empty() {
        return String::new();
    }
    let mut digest = Digest::default();
    digest.add(entry.context.as_deref().unwrap_or_default()).add(entry.answer.as_deref().unwrap_or_default());
    for choice in &entry.options {
        digest.add(&choice.label).add(&choice.text).add(if choice.correct { "+" } else { "-" });
    }
    digest.finish()
}

/// The fingerprint of everything else that a learner sees on a card: language, kind, level, section, tags, concepts.
fn of_labels(entry: &Entry) -> String {
    let mut digest = Digest::default();
    digest.add(entry.lang.code()).add(&format!("{:?} {:?}", entry.kind, entry.difficulty));
    digest.add_all(&entry.section).add_all(&entry.tags).add_all(&entry.concepts);
    digest.finish()
}

/// What is recorded of an entry's text.
pub(super) struct Print {
    /// The question, line ends as `\n`.
    pub question: String,
    /// The fingerprint of what answers it.
    pub answer: String,
    /// The fingerprint of the rest of its card.
    pub labels: String,
}

impl Print {
    /// The question's text and the fingerprints of the rest.
    pub fn of(entry: &Entry) -> Self {
        Self { question: entry.question.replace("\r\n", "\n"), answer: of_answer(entry), labels: of_labels(entry) }
    }
}

/// Whether an entry says something else than before, as the lock sees it.
pub(crate) fn edited(before: &Entry, after: &Entry) -> bool {
    let (before, after) = (Print::of(before), Print::of(after));
    (before.question, before.answer, before.labels) != (after.question, after.answer, after.labels)
}
