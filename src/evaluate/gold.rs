//! Files of judgements, one JSON record a line, in two shapes.
//!
//! * *Translated collections*: `{id, lang, question, answer, gold_id}`; entries of one `gold_id` are translations of each
//!   other. The file is its own collection.
//! * *Judged links*: `{fr_question, en_file, en_question, kind}`, or `{a_file, a_question, b_file, b_question, kind}` in one
//!   language, with `doubtful` where the judge was. Questions belong to a collection that is given beside; `…_file` is how
//!   the name of their document begins.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::i18n::Lang;
use crate::link::{Library, LinkKind};
use crate::text::fold;

/// What should be linked in a collection, by indices of its entries.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Gold {
    /// The judged pairs `a < b` with the kind of link and whether the judge doubted; every other pair is no link.
    pub pairs: BTreeMap<(usize, usize), (LinkKind, bool)>,
    /// The questions whose links are judged, each with the language that its counterparts are in.
    pub asked: Vec<(usize, Lang)>,
    /// Whether only links across languages are judged.
    pub across: bool,
    /// Judgements about questions that the collection does not have.
    pub missing: usize,
}

/// A line that is not a judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// The line, from 1.
    pub line: usize,
    /// What the JSON reader says.
    pub detail: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Record {
    Entry {
        id: String,
        lang: Lang,
        gold_id: Option<serde_json::Value>,
    },
    Across {
        fr_question: String,
        fr_file: Option<String>,
        en_file: String,
        en_question: String,
        kind: Kind,
        #[serde(default)]
        doubtful: bool,
    },
    Within {
        a_file: String,
        a_question: String,
        b_file: String,
        b_question: String,
        kind: Kind,
        #[serde(default)]
        doubtful: bool,
    },
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Same,
    Close,
    Related,
}

impl From<Kind> for LinkKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Same => Self::Same,
            Kind::Close => Self::Close,
            Kind::Related => Self::Related,
        }
    }
}

impl Gold {
    /// Whether the records of `text` are entries themselves, so that the file is its own collection.
    pub fn is_collection(text: &str) -> bool {
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        matches!(serde_json::from_str(first), Ok(Record::Entry { .. }))
    }

    /// The judgements of `text` about the entries of `library`.
    ///
    /// # Errors
    /// At the first line that is not a judgement.
    pub fn parse(text: &str, library: &Library) -> Result<Self, Malformed> {
        let mut gold = Self { across: true, ..Self::default() };
        let find = Finder::new(library);
        let mut translations: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
            let record =
                serde_json::from_str(line).map_err(|error| Malformed { line: number, detail: error.to_string() })?;
            match record {
                Record::Entry { id, lang, gold_id } => {
                    let at = find.ids.get(id.as_str()).copied().filter(|&at| library.entries[at].lang == lang);
                    if let (Some(at), Some(gold_id)) = (at, gold_id.filter(|id| !id.is_null())) {
                        translations.entry(gold_id.to_string()).or_default().push(at);
                    }
                }
                Record::Across { fr_question, fr_file, en_file, en_question, kind, doubtful } => {
                    let fr = find.question(Lang::Fr, fr_file.as_deref().unwrap_or_default(), &fr_question);
                    let en = find.question(Lang::En, &en_file, &en_question);
                    gold.judge(fr, en, kind.into(), doubtful, Lang::En);
                }
                Record::Within { a_file, a_question, b_file, b_question, kind, doubtful } => {
                    gold.across = false;
                    let a = find.question(Lang::En, &a_file, &a_question);
                    let b = find.question(Lang::En, &b_file, &b_question);
                    if a_file != b_file {
                        gold.judge(a, b, kind.into(), doubtful, Lang::En);
                    }
                }
            }
        }
        for group in translations.values() {
            for (&a, &b) in group.iter().flat_map(|a| group.iter().map(move |b| (a, b))) {
                if library.entries[a].lang != library.entries[b].lang {
                    gold.judge(Some(a), Some(b), LinkKind::Same, false, library.entries[b].lang);
                }
            }
        }
        gold.asked.sort_unstable();
        gold.asked.dedup();
        Ok(gold)
    }

    /// The same without the questions that the collection has more than once, which only their answers tell apart.
    pub fn of_distinct_questions(mut self, library: &Library) -> Self {
        let find = Finder::new(library);
        let once = |at: usize| {
            let entry = &library.entries[at];
            find.questions.get(&(entry.lang, letters(&entry.question))).is_some_and(|all| all.len() == 1)
        };
        self.asked.retain(|(at, _)| once(*at));
        self
    }

    fn judge(&mut self, a: Option<usize>, b: Option<usize>, kind: LinkKind, doubtful: bool, lang: Lang) {
        let (Some(a), Some(b)) = (a, b) else {
            self.missing += 1;
            return;
        };
        self.asked.push((a, lang));
        self.pairs.insert((a.min(b), a.max(b)), (kind, doubtful));
    }
}

struct Finder<'a> {
    ids: BTreeMap<&'a str, usize>,
    questions: BTreeMap<(Lang, String), Vec<usize>>,
    library: &'a Library,
}

impl<'a> Finder<'a> {
    fn new(library: &'a Library) -> Self {
        let mut questions: BTreeMap<(Lang, String), Vec<usize>> = BTreeMap::new();
        for (at, entry) in library.entries.iter().enumerate() {
            questions.entry((entry.lang, letters(&entry.question))).or_default().push(at);
        }
        Self { ids: library.index(), questions, library }
    }

    /// The first entry with this question in a document whose name begins so.
    fn question(&self, lang: Lang, file: &str, question: &str) -> Option<usize> {
        let named = |at: &usize| {
            let path = &self.library.entries[*at].source.path;
            path.rsplit('/').next().is_some_and(|name| name.starts_with(file))
        };
        self.questions.get(&(lang, letters(question)))?.iter().copied().find(named)
    }
}

/// A question without what typography or case may change.
fn letters(question: &str) -> String {
    fold(question).chars().filter(char::is_ascii_alphanumeric).collect()
}
