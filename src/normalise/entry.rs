//! The one schema: a question that is valid, located and in one language.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Place;
use crate::i18n::Lang;
use crate::source::LineSpan;

/// What a learner is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A free answer.
    Open,
    /// A choice among options.
    Mcq,
    /// Something to build or to solve.
    Exercise,
    /// A term and its meaning.
    Flashcard,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 4] = [Kind::Open, Kind::Mcq, Kind::Exercise, Kind::Flashcard];

    /// The word of the schema: `open`, `mcq`, `exercise`, `flashcard`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Mcq => "mcq",
            Self::Exercise => "exercise",
            Self::Flashcard => "flashcard",
        }
    }
}

/// Whether there is an answer, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// There is an answer.
    Answered,
    /// There is none.
    Unanswered,
    /// The text breaks off.
    Truncated,
    /// What stands there only keeps the place (`TODO`, `…`).
    Placeholder,
}

impl Status {
    /// The word of the schema: `answered`, `unanswered`, `truncated`, `placeholder`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Unanswered => "unanswered",
            Self::Truncated => "truncated",
            Self::Placeholder => "placeholder",
        }
    }
}

/// How hard a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    /// For those who begin.
    Beginner,
    /// For those who have worked with it.
    Intermediate,
    /// For those who design it.
    Advanced,
}

impl Difficulty {
    /// The word of the schema: `beginner`, `intermediate`, `advanced`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Beginner => "beginner",
            Self::Intermediate => "intermediate",
            Self::Advanced => "advanced",
        }
    }
}

/// One choice of a multiple-choice question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Choice {
    /// `A`, `B`, …
    pub label: String,
    /// Its Markdown.
    pub text: String,
    /// Whether it is right.
    pub correct: bool,
}

/// Whether code belongs to the question or to the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CodeRole {
    /// Part of what is asked.
    Question,
    /// Part of what is answered.
    Answer,
}

/// A block of code of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Code {
    /// Its language, where the source says it.
    pub lang: Option<String>,
    /// Whose it is.
    pub role: CodeRole,
    /// Whether the source has a fence around it.
    pub fenced: bool,
    /// Its lines in the source, fences included.
    #[serde(with = "pair")]
    #[schemars(with = "[std::num::NonZeroUsize; 2]")]
    pub lines: LineSpan,
}

/// Where an entry was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Origin {
    /// The document's shown name.
    #[schemars(length(min = 1))]
    pub path: String,
    /// From the question or its container to the last non-blank line of its answer.
    #[serde(with = "pair")]
    #[schemars(with = "[std::num::NonZeroUsize; 2]")]
    pub lines: LineSpan,
}

/// One question of the collection. Its JSON is the contract's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, extend(
    "if" = { "properties": { "status": { "const": "answered" } } },
    "then" = { "properties": { "answer": { "type": "string" } } },
    "else" = { "properties": { "answer": { "type": "null" } } },
))]
pub struct Entry {
    /// Its permanent name: in addresses, in the lock file, in guids.
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,100}$"))]
    pub id: String,
    /// The language it is written in.
    pub lang: Lang,
    /// What a learner is asked to do.
    pub kind: Kind,
    /// The question's exact text.
    #[schemars(length(min = 1))]
    pub question: String,
    /// The situation it is about, as Markdown.
    pub context: Option<String>,
    /// The answer's exact Markdown.
    pub answer: Option<String>,
    /// Whether there is an answer.
    pub status: Status,
    /// Section titles, outermost first.
    pub section: Vec<String>,
    /// How hard it is, where the source says it.
    pub difficulty: Option<Difficulty>,
    /// Tags as written.
    pub tags: Vec<String>,
    /// Concepts named by the source.
    pub concepts: Vec<String>,
    /// The choices of a multiple-choice question.
    pub options: Vec<Choice>,
    /// Its code blocks.
    pub code: Vec<Code>,
    /// Where it was read.
    pub source: Origin,
    /// How it was read, where that matters: `fence-recovered`, `text-fence`, `mojibake`, …
    pub flags: Vec<String>,
    /// Old ids or addresses that lead here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Whether the source gave the id itself.
    #[serde(skip)]
    pub explicit_id: bool,
    /// Where the source gives the id.
    #[serde(skip)]
    pub id_place: Option<Place>,
    /// What is shown instead of the exact text, where that needs a repair (mojibake, missing fences).
    #[serde(skip)]
    pub display: Display,
}

/// Repaired texts, for display only: the source and the records keep what is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Display {
    /// The question.
    pub question: Option<String>,
    /// The situation.
    pub context: Option<String>,
    /// The answer.
    pub answer: Option<String>,
}

impl Entry {
    /// Whether a flag is set.
    pub fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|f| f == flag)
    }

    /// The question as it is shown.
    pub fn shown_question(&self) -> &str {
        self.display.question.as_deref().unwrap_or(&self.question)
    }

    /// The situation as it is shown.
    pub fn shown_context(&self) -> Option<&str> {
        self.display.context.as_deref().or(self.context.as_deref())
    }

    /// The answer's Markdown as it is shown.
    pub fn shown_answer(&self) -> Option<&str> {
        self.display.answer.as_deref().or(self.answer.as_deref())
    }

    /// The topic: its outermost section title.
    pub fn topic(&self) -> Option<&str> {
        self.section.first().map(String::as_str)
    }
}

/// Spans as `[first, last]` in records.
mod pair {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::source::LineSpan;

    pub fn serialize<S: Serializer>(span: &LineSpan, out: S) -> Result<S::Ok, S::Error> {
        [span.start, span.end].serialize(out)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<LineSpan, D::Error> {
        <[usize; 2]>::deserialize(input).map(|[start, end]| LineSpan { start, end })
    }
}
