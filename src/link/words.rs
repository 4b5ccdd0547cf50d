//! The words of a text as linking sees them: folded, stemmed, hashed, with what their spelling says.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{fold, is_stop_word, stem, tokens};

/// Folded words that frame a question without being its subject. They count for [`FRAME_WEIGHT`]: an interview question
/// that shares only these with another has nothing in common with it.
const FRAME: &[&str] = &[
    "approach",
    "approche",
    "backend",
    "build",
    "building",
    "choisir",
    "choose",
    "concept",
    "concevoir",
    "concevriez",
    "consider",
    "decrire",
    "decrivez",
    "describe",
    "design",
    "designing",
    "difference",
    "differences",
    "different",
    "differents",
    "discuss",
    "ensure",
    "example",
    "exemple",
    "explain",
    "expliquer",
    "expliquez",
    "faire",
    "garantir",
    "gerer",
    "give",
    "good",
    "handle",
    "helpful",
    "implement",
    "implementer",
    "importance",
    "important",
    "indiquer",
    "main",
    "make",
    "manage",
    "mean",
    "meilleur",
    "meilleure",
    "mettre",
    "need",
    "oeuvre",
    "place",
    "practice",
    "practices",
    "pratique",
    "pratiques",
    "principal",
    "principe",
    "principle",
    "principles",
    "problem",
    "probleme",
    "provide",
    "question",
    "questions",
    "reponse",
    "reponses",
    "role",
    "sert",
    "servir",
    "signifie",
    "solution",
    "strategie",
    "strategies",
    "strategy",
    "system",
    "systeme",
    "take",
    "tasked",
    "technique",
    "techniques",
    "type",
    "types",
    "use",
    "used",
    "using",
    "utile",
    "utilise",
    "utiliser",
    "utilite",
    "various",
    "want",
    "work",
    "works",
];

/// Whether a folded word frames a question without being its subject.
pub fn is_frame(word: &str) -> bool {
    static WORDS: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| FRAME.iter().copied().collect()).contains(word)
}

/// How much a framing word counts beside a word of the subject.
pub const FRAME_WEIGHT: f64 = 0.3;

/// Particles that labels and texts put between words or leave out: `passerelle d'API`, `passerelle API`.
const PARTICLES: &[&str] = &["a", "an", "au", "aux", "de", "des", "du", "la", "le", "les", "the", "un", "une"];

/// One word of a text: the number of its shape, which all its occurrences share, and how this one is written. A collection has
/// a thousand times as many words as shapes.
#[derive(Debug, Clone, Copy)]
pub struct Word(u32);

impl Word {
    fn new(shape: u32, capitals: bool) -> Self {
        Self(shape << 1 | u32::from(capitals))
    }

    /// The place of what is known about it in [`Reader::shapes`].
    pub fn shape(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether it is written in capitals somewhere in the text.
    pub fn capitals(self) -> bool {
        self.0 & 1 == 1
    }
}

/// What is known about a word wherever it stands.
#[derive(Debug)]
pub struct Shape {
    /// Folded, as it stands.
    pub text: Box<str>,
    /// Hash of its stem.
    pub stem: u64,
    /// Hash of the word itself, for acronyms.
    pub exact: u64,
    /// Hash of the word without a plural `s`, for acronyms (`JWTs`).
    pub singular: Option<u64>,
    /// Hash of its skeleton, for longer words.
    pub skeleton: Option<u64>,
    /// Whether it is only grammar.
    pub stop: bool,
    /// Whether it only frames the question.
    pub frame: bool,
    /// Whether labels may or may not have it.
    pub particle: bool,
}

impl Shape {
    /// How much of the subject it can carry: 0 for grammar, little for framing words.
    pub fn share(&self) -> f64 {
        match (self.stop, self.frame) {
            (true, _) => 0.0,
            (_, true) => FRAME_WEIGHT,
            _ => 1.0,
        }
    }
}

/// Reads texts, and remembers what it has found out about a word.
#[derive(Debug, Default)]
pub struct Reader {
    known: FxHashMap<Box<str>, u32>,
    shapes: Vec<Shape>,
}

impl Reader {
    /// The first `limit` words of a text, in order.
    pub fn words(&mut self, text: &str, limit: usize) -> Box<[Word]> {
        let capitals = capitalised(text);
        let folded = fold(text);
        let words = tokens(&folded).into_iter().take(limit).map(|(_, text)| {
            let capitals = capitals.binary_search_by(|capital| capital.as_str().cmp(text)).is_ok();
            Word::new(self.number(text), capitals)
        });
        words.collect()
    }

    /// What is known about the words read so far, by number.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// The same, when everything is read.
    pub fn into_shapes(self) -> Vec<Shape> {
        self.shapes
    }

    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.known.get(text) {
            return *number;
        }
        let number = self.shapes.len() as u32;
        self.known.insert(text.into(), number);
        self.shapes.push(shape(text));
        number
    }
}

fn shape(text: &str) -> Shape {
    let root = stem(text);
    let stop = is_stop_word(text) && !technical(text);
    Shape {
        text: text.into(),
        stem: hash("~", root),
        exact: hash("=", text),
        singular: text.strip_suffix('s').filter(|w| w.len() >= 2).map(|w| hash("=", w)),
        skeleton: skeleton(text, root).map(|bones| hash("#", &bones)),
        stop,
        frame: !stop && is_frame(text),
        particle: stop && PARTICLES.binary_search(&text).is_ok(),
    }
}

/// Names that look like grammar once folded keep their sense through signs or digits.
fn technical(word: &str) -> bool {
    !word.bytes().all(|b| b.is_ascii_lowercase())
}

/// The words written in capitals (`REST`, `2PC`, `JWTs`), folded and sorted; none in a text that has nothing but
/// capitals, where they tell nothing.
fn capitalised(text: &str) -> Vec<String> {
    if !text.chars().any(char::is_lowercase) && text.split_whitespace().nth(3).is_some() {
        return Vec::new();
    }
    let mut out: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| is_acronym(w)).map(fold).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Whether a word is spelt as an acronym: capitals and digits, at least one capital, two characters or more, perhaps
/// with a plural `s`.
pub fn is_acronym(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    word.chars().nth(1).is_some()
        && word.chars().any(char::is_uppercase)
        && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '+')
}

/// The consonants of a word's stem, doubled ones once, behind its first letter: what French and English spellings of one
/// word share (`fonction` and `function`, `serveur` and `server`). `None` for words too short to tell.
pub fn skeleton(word: &str, stem: &str) -> Option<String> {
    if word.len() < 5 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    bones(stem)
}

/// The skeleton of a stem whose word is long enough to have one.
pub fn bones(stem: &str) -> Option<String> {
    let mut bones = String::new();
    for (at, c) in stem.chars().enumerate() {
        let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h');
        if at == 0 || !vowel && !bones.ends_with(c) {
            bones.push(c);
        }
    }
    (bones.len() >= 3).then_some(bones)
}

/// 64-bit FNV-1a (Fowler, Noll, Vo) of a marked string: the same on every machine and in every release.
pub fn hash(mark: &str, text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    mark.bytes().chain(text.bytes()).fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        let mut sorted = FRAME.to_vec();
        sorted.sort_unstable();
        assert_eq!(sorted, FRAME);
        assert!(PARTICLES.is_sorted());
    }

    #[test]
    fn skeletons_of_cognates_meet() {
        let skeleton = |word| skeleton(word, stem(word));
        assert_eq!(skeleton("fonction"), skeleton("function"));
        assert_eq!(skeleton("configurer"), skeleton("configure"));
        assert_ne!(skeleton("serveur"), skeleton("service"));
        assert_eq!(skeleton("vue"), None);
    }

    #[test]
    fn capitals_are_seen() {
        let mut reader = Reader::default();
        let all = reader.words("Que reste-t-il de REST et des JWTs ?", 99);
        let seen: Vec<&str> = all.iter().filter(|w| w.capitals()).map(|w| &*reader.shapes()[w.shape()].text).collect();
        assert_eq!(seen, ["rest", "jwts"]);
    }
}
