//! Finding concepts in a text: the longest label wins, word by word, without accents, case or inflection.
//!
//! Labels of both languages are looked for in every text, since French texts use English terms. Words that a label
//! writes in capitals (`REST`, `2PC`) are acronyms: they are compared whole, so that the French *reste* is not REST, and
//! those that are ordinary words in lower case need their capitals, unless the text asks about nothing else.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::concepts::Glossary;
use super::words::{Reader, Shape, Word, is_acronym};
use crate::i18n::Lang;

/// Acronyms that are ordinary words of one of the languages when they are written in lower case.
const ORDINARY: &[&str] = &[
    "acid", "base", "cap", "dry", "elk", "gin", "gist", "grasp", "kiss", "join", "poo", "raft", "rest", "saga", "sec",
    "soap", "solid", "spa", "spot", "tan", "tor", "wal",
];

/// One concept found in a text: the words `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Index of the concept in the order of ids.
    pub concept: u32,
    /// First word.
    start: u32,
    /// After the last word.
    end: u32,
}

impl Hit {
    /// The words, by their places in the text.
    pub fn words(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

#[derive(Debug, Default, Clone)]
struct Node {
    concept: Option<u32>,
    /// Whether a lone word must be in capitals to count.
    capitals: bool,
}

/// All labels of a glossary as one tree of words.
#[derive(Debug)]
pub struct Matcher {
    nodes: Vec<Node>,
    edges: FxHashMap<(u32, u64), u32>,
}

impl Matcher {
    /// The tree for the labels of `glossary`. Where two concepts share a label, the one whose preferred label it is
    /// has it, then the first by id.
    pub fn new(glossary: &Glossary) -> Self {
        let mut out = Self { nodes: vec![Node::default()], edges: FxHashMap::default() };
        let mut reader = Reader::default();
        for concept in glossary.concepts.values().zip(0..) {
            for lang in Lang::ALL {
                out.add(&mut reader, concept.0.pref_label.get(&lang).map_or("", String::as_str), concept.1);
            }
        }
        for concept in glossary.concepts.values().zip(0..) {
            for lang in Lang::ALL {
                concept.0.labels(lang).for_each(|label| out.add(&mut reader, label, concept.1));
            }
        }
        out
    }

    fn add(&mut self, reader: &mut Reader, label: &str, concept: u32) {
        let words = reader.words(label, usize::MAX);
        let kept = words.iter().map(|word| (&reader.shapes()[word.shape()], word.capitals()));
        let label_words: Vec<(&Shape, bool)> = kept.filter(|(shape, _)| !shape.particle).collect();
        let mut node = 0;
        for (shape, capitals) in &label_words {
            let acronym = *capitals || label_words.len() == 1 && is_acronym(label);
            let key = if acronym { shape.exact } else { shape.stem };
            let next = self.nodes.len() as u32;
            node = *self.edges.entry((node, key)).or_insert(next);
            if node == next {
                self.nodes.push(Node::default());
            }
        }
        let [(first, _), ..] = label_words.as_slice() else { return };
        let lone = label_words.len() == 1 && is_acronym(label);
        let short = first.text.len() <= 2 && first.text.bytes().all(|b| b.is_ascii_alphabetic());
        let end = &mut self.nodes[node as usize];
        if end.concept.is_none() {
            *end = Node { concept: Some(concept), capitals: lone && (short || ORDINARY.contains(&&*first.text)) };
        }
    }

    /// The concepts named in a text, whose words have these `shapes`, from left to right, none overlapping. In a `question`, an
    /// acronym in lower case counts when the text has no other subject.
    pub fn find(&self, shapes: &[Shape], text: &[Word], question: bool) -> Vec<Hit> {
        let shape = |at: usize| &shapes[text[at].shape()];
        let forgiving = question && (0..text.len()).filter(|&at| shape(at).share() == 1.0).count() <= 1;
        let mut out = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let skipped = shape(at).particle && !text[at].capitals();
            let longest = if skipped { None } else { self.longest(0, shapes, text, at) };
            let sound = |(_, _, capitals): &(usize, u32, bool)| {
                !capitals || text[at].capitals() || forgiving && shape(at).text.len() > 2
            };
            match longest.filter(sound) {
                Some((end, concept, _)) => {
                    out.push(Hit { concept, start: at as u32, end: end as u32 });
                    at = end;
                }
                None => at += 1,
            }
        }
        out
    }

    /// The longest label from `node` on at word `at`: its end, concept and whether it needs capitals.
    fn longest(&self, node: u32, shapes: &[Shape], text: &[Word], at: usize) -> Option<(usize, u32, bool)> {
        let here = &self.nodes[node as usize];
        let own = here.concept.map(|concept| (at, concept, here.capitals));
        let Some(word) = text.get(at) else { return own };
        let shape = &shapes[word.shape()];
        let singular = shape.singular.filter(|_| !word.capitals() || shape.text.ends_with('s'));
        let keys = [Some(shape.exact), singular, Some(shape.stem)];
        let further = keys
            .into_iter()
            .flatten()
            .filter_map(|key| self.edges.get(&(node, key)))
            .filter_map(|&next| self.longest(next, shapes, text, at + 1))
            // The first of the equally long ones: the exact spelling.
            .reduce(|best, other| if other.0 > best.0 { other } else { best });
        let skipping = || {
            if node != 0 && shape.particle {
                self.longest(node, shapes, text, at + 1).filter(|x| x.0 > at + 1)
            } else {
                None
            }
        };
        further.or_else(skipping).or(own)
    }
}
