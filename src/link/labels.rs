//! Where a text names concepts.

use std::ops::Range;

use super::concepts::{Concept, Glossary};
use super::matcher::Matcher;
use super::words::Reader;
use crate::text::{fold, tokens};

/// Every label of a glossary, to be found in texts as linking finds them.
#[derive(Debug)]
pub struct Labels {
    matcher: Matcher,
}

impl Labels {
    /// The labels of `glossary`.
    pub fn new(glossary: &Glossary) -> Self {
        Self { matcher: Matcher::new(glossary) }
    }

    /// The concepts of `glossary`, the same as of [`Labels::new`], that `text` names, each with its bytes in the text, from
    /// left to right, none overlapping.
    pub fn find<'a>(&self, glossary: &'a Glossary, text: &str) -> Vec<(Range<usize>, &'a Concept)> {
        let spans = spans(text);
        let mut reader = Reader::default();
        let words = reader.words(text, usize::MAX);
        let hits = self.matcher.find(reader.shapes(), &words, false);
        let found = hits.into_iter().filter_map(|hit| {
            let range = spans.get(hit.words().start)?.start..spans.get(hit.words().end - 1)?.end;
            Some((range, glossary.concepts.values().nth(hit.concept as usize)?))
        });
        found.collect()
    }
}

/// The bytes of each word of a text. Words are found in the folded text, which has other lengths.
fn spans(text: &str) -> Vec<Range<usize>> {
    let mut folded = String::with_capacity(text.len());
    // The character that each byte of the folded text comes from.
    let mut origin: Vec<Range<usize>> = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        folded.push_str(&fold(c.encode_utf8(&mut [0; 4])));
        origin.resize(folded.len(), at..at + c.len_utf8());
    }
    let word = |(at, word): (usize, &str)| origin[at].start..origin[at + word.len() - 1].end;
    tokens(&folded).into_iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found_where_they_stand() {
        let glossary = Glossary::builtin();
        let text = "Où garder l’idempotence d’une clé d’idempotence, œuvre du Token Bucket ?";
        let found = Labels::new(glossary).find(glossary, text);
        let named: Vec<(&str, &str)> =
            found.iter().map(|(range, concept)| (&text[range.clone()], concept.id.as_str())).collect();
        assert!(named.contains(&("idempotence", "idempotency")), "{named:?}");
        assert!(named.contains(&("Token Bucket", "token-bucket")), "{named:?}");
    }
}
