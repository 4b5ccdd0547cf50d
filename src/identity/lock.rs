//! `passerelle.lock`: one record a line, sorted by id, so that two branches which each add a question merge in git.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::instant::optional;
use super::name::is_valid_id;
use crate::config::Config;
use crate::failure::Failure;
use crate::i18n::{Arg, Lang, text};
use crate::source::Source;

const HEADER: &str = "# passerelle.lock, version ";
const VERSION: &str = "1";

/// What is known of one id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The permanent name.
    pub id: String,
    /// The language of the entry.
    pub lang: Lang,
    /// The document that it was last read from.
    pub path: String,
    /// The question's text, line ends as `\n`.
    pub question: String,
    /// Fingerprint of context, answer and choices: 16 hexadecimal digits, or empty where there are none.
    pub answer: String,
    /// Fingerprint of language, kind, level, section, tags and concepts: 16 hexadecimal digits.
    pub labels: String,
    /// When it was added or anything above but `path` last changed, in seconds since 1970; `None` while nothing has since the
    /// collection's first build, so that a first build writes the same bytes on any day.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub changed: Option<i64>,
    /// When the entry disappeared, in seconds since 1970: the record is a tombstone.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub retired: Option<i64>,
    /// For a tombstone, the id under which the question lives on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
}

/// What learners have of a note that was published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shipped {
    /// Fingerprint of what the note shows: 16 hexadecimal digits; empty where its entry is gone.
    pub card: String,
    /// The last level of the deck that its cards were published in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deck: Option<String>,
    /// The entry in the other language that it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// When what it shows last changed, in seconds since 1970; `None` while it never has.
    #[serde(default, with = "optional", skip_serializing_if = "Option::is_none")]
    pub changed: Option<i64>,
}

/// Two entries of which one translates the other, by their ids in order.
pub type Pair = (String, String);

/// What a collection was first published as in Anki: other names would make other decks and notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnkiNames {
    /// What the ids of notes, decks and note types are derived from.
    pub seed: String,
    /// The name of the top deck.
    pub deck: String,
}

/// The ids of a collection, live and retired, and what was published of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// The records by id.
    pub records: BTreeMap<String, Record>,
    /// What learners have, by the id of the entry, or what names the concept.
    pub notes: BTreeMap<String, Shipped>,
    /// The names under which it was published; `None` while it never was.
    pub anki: Option<AnkiNames>,
    /// For each declared translation the fingerprints of what the two said when they were last in line, 16 hexadecimal digits each.
    pub translations: BTreeMap<Pair, [String; 2]>,
}

/// A line about a note.
#[derive(Serialize, Deserialize)]
struct NoteLine {
    note: String,
    #[serde(flatten)]
    shipped: Shipped,
}

/// A line about a translation.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TranslationLine {
    translation: Pair,
    in_line: [String; 2],
}

/// The line about the names.
#[derive(Serialize, Deserialize)]
struct AnkiLine {
    anki: AnkiNames,
}

/// Why a lock file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockError {
    /// The file's shown name.
    pub path: String,
    /// The line, 1-based.
    pub line: usize,
    /// What is wrong with it.
    pub problem: LockProblem,
}

/// What can be wrong with a line of a lock file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockProblem {
    /// A marker of an unresolved merge.
    Conflict,
    /// Nothing is in it; to take it for a fresh start would change every id that has a number or was kept by hand.
    Empty,
    /// The first line is not the header.
    Header,
    /// The file was written by a version that this one does not know.
    Version(String),
    /// The line is not a record; what the JSON reader says.
    Malformed(String),
    /// The id could not be an address.
    Id(String),
    /// The id has a record already.
    Duplicate(String),
}

impl LockError {
    /// The message in `lang`, with file and line.
    pub fn message(&self, lang: Lang) -> String {
        let (key, detail) = match &self.problem {
            LockProblem::Conflict => ("lock-conflict", ""),
            LockProblem::Empty => ("lock-empty", ""),
            LockProblem::Header => ("lock-header", ""),
            LockProblem::Version(version) => ("lock-version", version.as_str()),
            LockProblem::Malformed(why) => ("lock-malformed", why.as_str()),
            LockProblem::Id(id) => ("lock-id", id.as_str()),
            LockProblem::Duplicate(id) => ("lock-duplicate", id.as_str()),
        };
        format!("{}:{}: {}", self.path, self.line, text(lang, key, &[("detail", Arg::from(detail))]))
    }
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for LockError {}

impl Lock {
    /// Makes the names in Anki those that the collection was first published under, and remembers them if it never was.
    ///
    /// # Errors
    /// When the settings have another seed: every note would be new to learners.
    pub fn settle_names(&mut self, config: &mut Config) -> Result<(), Failure> {
        let own = || AnkiNames { seed: config.anki_seed().to_owned(), deck: config.deck().to_owned() };
        let names = self.anki.get_or_insert_with(own).clone();
        if let Some(seed) = config.anki.seed.as_ref().filter(|seed| **seed != names.seed) {
            return Err(Failure::new("lock-seed").with("seed", seed.as_str()).with("known", names.seed));
        }
        (config.anki.seed, config.anki.deck) = (Some(names.seed), Some(names.deck));
        Ok(())
    }

    /// Reads a lock file. A collection without ids yet has no file; one that is there has at least its header.
    ///
    /// # Errors
    /// On the first line that is not what [`Lock::to_text`] writes; the order of the records does not matter.
    pub fn parse(source: &Source) -> Result<Self, LockError> {
        let mut lock = Self::default();
        if source.text.trim().is_empty() {
            return Err(LockError { path: source.name.clone(), line: 1, problem: LockProblem::Empty });
        }
        for (at, line) in source.lines().enumerate() {
            let wrong = |problem| LockError { path: source.name.clone(), line: at + 1, problem };
            if ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|marker| line.starts_with(marker)) {
                return Err(wrong(LockProblem::Conflict));
            }
            if at == 0 {
                let rest = line.strip_prefix(HEADER).ok_or_else(|| wrong(LockProblem::Header))?;
                let version = rest.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
                if version != VERSION {
                    return Err(wrong(LockProblem::Version(version.to_owned())));
                }
            } else if line.starts_with("{\"anki\":") {
                let line: AnkiLine =
                    serde_json::from_str(line).map_err(|why| wrong(LockProblem::Malformed(why.to_string())))?;
                if lock.anki.replace(line.anki).is_some() {
                    return Err(wrong(LockProblem::Duplicate("anki".to_owned())));
                }
            } else if line.starts_with("{\"note\":") {
                let NoteLine { note, shipped } =
                    serde_json::from_str(line).map_err(|why| wrong(LockProblem::Malformed(why.to_string())))?;
                if lock.notes.insert(note.clone(), shipped).is_some() {
                    return Err(wrong(LockProblem::Duplicate(note)));
                }
            } else if line.starts_with("{\"translation\":") {
                let TranslationLine { translation, in_line } =
                    serde_json::from_str(line).map_err(|why| wrong(LockProblem::Malformed(why.to_string())))?;
                let shown = format!("{} {}", translation.0, translation.1);
                if lock.translations.insert(translation, in_line).is_some() {
                    return Err(wrong(LockProblem::Duplicate(shown)));
                }
            } else if !line.trim().is_empty() {
                let record: Record =
                    serde_json::from_str(line).map_err(|why| wrong(LockProblem::Malformed(why.to_string())))?;
                if !is_valid_id(&record.id) {
                    return Err(wrong(LockProblem::Id(record.id)));
                }
                let id = record.id.clone();
                if lock.records.insert(id.clone(), record).is_some() {
                    return Err(wrong(LockProblem::Duplicate(id)));
                }
            }
        }
        Ok(lock)
    }

    /// The file's text: a header, then one JSON object a line: the names, the records in the order of their ids, the
    /// notes in the order of theirs, the translations in that of theirs.
    pub fn to_text(&self) -> String {
        let mut out = format!("{HEADER}{VERSION}: the permanent ids of the questions. Commit it; do not edit it.\n");
        let mut line = |line: Result<String, serde_json::Error>| {
            out += &line.expect("a line has only strings");
            out.push('\n');
        };
        self.anki.iter().for_each(|anki| line(serde_json::to_string(&AnkiLine { anki: anki.clone() })));
        self.records.values().for_each(|record| line(serde_json::to_string(record)));
        for (note, shipped) in &self.notes {
            line(serde_json::to_string(&NoteLine { note: note.clone(), shipped: shipped.clone() }));
        }
        for (translation, in_line) in self.translations.clone() {
            line(serde_json::to_string(&TranslationLine { translation, in_line }));
        }
        out
    }

    /// The tombstones in the order of their ids: for redirect pages and the "retired" notes of a deck.
    pub fn tombstones(&self) -> impl Iterator<Item = &Record> {
        self.records.values().filter(|record| record.retired.is_some())
    }

    /// The live record under which a tombstone's question lives on, through other tombstones too.
    pub fn heir(&self, tombstone: &Record) -> Option<&Record> {
        let mut record = self.records.get(tombstone.successor.as_ref()?)?;
        // A lock merged by hand may lead in a circle; nothing leads further than there are records.
        for _ in 0..self.records.len() {
            if record.retired.is_none() {
                return Some(record);
            }
            record = self.records.get(record.successor.as_ref()?)?;
        }
        None
    }

    /// When each published note last changed, in seconds since 1970, its retirement included, by the name of the note; one
    /// that never has is absent.
    pub fn releases(&self) -> BTreeMap<String, i64> {
        let last = |record: &Record| record.changed.max(record.retired);
        let records = self.records.values().filter_map(|record| Some((record.id.clone(), last(record)?)));
        let mut releases: BTreeMap<String, i64> = records.collect();
        for (id, note) in &self.notes {
            match note.changed {
                Some(changed) => releases.insert(id.clone(), changed),
                None => releases.remove(id),
            };
        }
        releases
    }
}
