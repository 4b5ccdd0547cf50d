//! The lexicon's file: a French stem a line with its English counterparts, readable in a diff.
//!
//! ```text
//! # Passerelle lexicon, version 1: …
//! serveur3 server3f host52
//! ```
//!
//! The first line says what the file is, in which version; later readers will refuse what they cannot read.
//! The digit behind each stem is its rarity: the inverse document frequency in the training text on a scale from 0 (in
//! every sentence) to 9 (in hardly any). The hexadecimal digit behind an English stem is the weight of the pair in
//! fifteenths. Lines that begin with `#` are comments.

use std::fmt;

/// What the first line begins with, before the version.
const MARK: &str = "# Passerelle lexicon, version ";
/// The version that is read and written.
const VERSION: u32 = 1;

/// Steps of a weight: four bits.
pub const WEIGHTS: u8 = 15;

/// A stem of one language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// Folded and stemmed.
    pub stem: String,
    /// From 0 (everywhere) to 9 (hardly anywhere).
    pub rarity: u8,
}

/// What a stem may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The stem of the other language.
    pub word: Word,
    /// How strongly, in fifteenths: 1 to 15.
    pub weight: u8,
}

/// French stems with their English counterparts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lexicon {
    /// By French stem; the counterparts strongest first.
    pub words: Vec<(Word, Vec<Translation>)>,
}

/// Why a file is not a lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Malformed {
    /// The first line does not say that it is one.
    Unmarked,
    /// It is of this version, which is not read.
    Version(String),
    /// This line, from 1, is not one of a lexicon.
    Line(usize),
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmarked => write!(f, "the first line is not that of a lexicon"),
            Self::Version(version) => write!(f, "version {version} is not read, only {VERSION}"),
            Self::Line(line) => write!(f, "line {line} is not one of a lexicon"),
        }
    }
}

impl std::error::Error for Malformed {}

impl Lexicon {
    /// Reads a lexicon, in whatever order its lines are but for the first.
    ///
    /// # Errors
    /// Where the first line is not that of a lexicon of this version, and at the first other line that is not one.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let version = text.strip_prefix(MARK).ok_or(Malformed::Unmarked)?;
        let version: String = version.chars().take_while(char::is_ascii_alphanumeric).take(8).collect();
        if version != VERSION.to_string() {
            return Err(Malformed::Version(version));
        }
        let mut words = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            words.push(row(line).ok_or(Malformed::Line(number))?);
        }
        words.sort_by(|x, y| x.0.cmp(&y.0));
        words.dedup_by(|x, y| x.0.stem == y.0.stem);
        Ok(Self { words })
    }

    /// How many pairs of words it has.
    pub fn pairs(&self) -> usize {
        self.words.iter().map(|(_, translations)| translations.len()).sum()
    }
}

impl fmt::Display for Lexicon {
    /// The file's text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{MARK}{VERSION}: French stem and rarity, English stems with rarity and weight.")?;
        for (word, translations) in &self.words {
            write!(f, "{}{}", word.stem, word.rarity)?;
            for Translation { word, weight } in translations {
                write!(f, " {}{}{weight:x}", word.stem, word.rarity)?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

fn row(line: &str) -> Option<(Word, Vec<Translation>)> {
    let mut fields = line.split_whitespace();
    let first = word(fields.next()?)?;
    let translations = fields.map(translation).collect::<Option<Vec<_>>>()?;
    (!translations.is_empty()).then_some((first, translations))
}

fn word(field: &str) -> Option<Word> {
    let (stem, rarity) = ending(field, 10)?;
    Some(Word { stem: stem.to_owned(), rarity })
}

fn translation(field: &str) -> Option<Translation> {
    let (word_field, weight) = ending(field, 16)?;
    Some(Translation { word: word(word_field)?, weight: (1..=WEIGHTS).contains(&weight).then_some(weight)? })
}

/// A field without its last digit, and the digit.
fn ending(field: &str, radix: u32) -> Option<(&str, u8)> {
    let last = field.chars().next_back()?;
    let rest = &field[..field.len() - last.len_utf8()];
    Some((rest, last.to_digit(radix)? as u8)).filter(|_| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_may_end_in_digits() {
        let text = format!("{MARK}1\r\n# c\nserveur3 server3f utf852\n\n");
        let lexicon = Lexicon::parse(&text).expect("a lexicon");
        assert_eq!(lexicon.words[0].1[1].word, Word { stem: "utf8".to_owned(), rarity: 5 });
        assert_eq!(Lexicon::parse(&lexicon.to_string()), Ok(lexicon));
    }

    #[test]
    fn what_is_not_a_lexicon_says_where() {
        for (text, line) in [("serveur", 2), ("serveur3", 2), ("a1 b20", 2), ("a1 b25\né", 3), ("a1 b25\na1 25", 3)] {
            assert_eq!(Lexicon::parse(&format!("{MARK}1\n{text}")), Err(Malformed::Line(line)), "{text}");
        }
        for text in ["", "serveur3 server3f\n", "# Passerelle\n", "\u{0}"] {
            assert_eq!(Lexicon::parse(text), Err(Malformed::Unmarked), "{text}");
        }
        for version in ["2", "10", ""] {
            let expected = Err(Malformed::Version(version.to_owned()));
            assert_eq!(Lexicon::parse(&format!("{MARK}{version}: x\na1 b25\n")), expected);
        }
    }
}
