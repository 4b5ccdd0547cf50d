//! What a document says, as it is written: named strings with their places.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::LineSpan;

/// What a string of a draft is. A layout only names and locates strings; their meaning is settled by `normalise`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldName {
    /// An identifier given by the author.
    Id,
    /// The language, as given.
    Lang,
    /// The kind of question, as given.
    Kind,
    /// The question's text without markers, label, number or emphasis.
    Question,
    /// The situation that the question is about.
    Context,
    /// The answer's Markdown without label and container.
    Answer,
    /// The level, in the author's words.
    Difficulty,
    /// One section title, outermost first.
    Section,
    /// The topic given by the author, above any section.
    Topic,
    /// One tag.
    Tag,
    /// One concept's id or label.
    Concept,
    /// One choice of a multiple-choice question, with its label.
    Choice,
    /// The label of a right choice.
    Correct,
    /// The status, as given.
    Status,
    /// One address that used to lead to this question.
    Alias,
}

/// A named string and where it stands.
#[derive(Debug, Clone)]
pub struct Field {
    /// What it is.
    pub name: FieldName,
    /// The string.
    pub value: String,
    /// The lines that it was read from.
    pub lines: LineSpan,
    /// The stretches of the source that make up `value` when joined with `\n`; empty where the value was decoded
    /// (JSON, YAML, CSV).
    pub pieces: Vec<Range<usize>>,
}

/// A block of code inside a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeBlock {
    /// The fence's first word, or `None`.
    pub lang: Option<String>,
    /// Whether it belongs to the question rather than to the answer.
    pub in_question: bool,
    /// Whether the source has a fence around it.
    pub fenced: bool,
    /// Its lines, fences included.
    pub lines: LineSpan,
}

/// One question as it stands in a document.
#[derive(Debug, Clone)]
pub struct Draft {
    /// From the question or its container to the last non-blank line of its answer or container.
    pub lines: LineSpan,
    /// The strings found, in document order.
    pub fields: Vec<Field>,
    /// The code blocks found, in document order.
    pub code: Vec<CodeBlock>,
    /// What the reader should know about how it was read: `fence-recovered`, `text-fence`, `scenario`, `truncated`, …
    pub flags: Vec<&'static str>,
    /// The answer's Markdown with missing fences put in, where the source lacks any: for display only.
    pub display: Option<String>,
    /// The layout that recognised it.
    pub layout: &'static str,
}

impl Draft {
    /// The first field of this name.
    pub fn field(&self, name: FieldName) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The value of the first field of this name.
    pub fn value(&self, name: FieldName) -> Option<&str> {
        self.field(name).map(|field| field.value.as_str())
    }

    /// The values of every field of this name, in order.
    pub fn values(&self, name: FieldName) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |field| field.name == name).map(|field| field.value.as_str())
    }
}

/// What a line of a document is; every line has exactly one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The document's title.
    Title,
    /// A section title.
    Section,
    /// A question.
    Question,
    /// An answer.
    Answer,
    /// Code inside an answer or question.
    Code,
    /// A choice of a multiple-choice question.
    Choice,
    /// The situation that questions are about.
    Context,
    /// A level.
    Difficulty,
    /// A label alone on its line.
    Label,
    /// The opening or closing line of a container.
    Container,
    /// Front matter or another record of keys.
    Meta,
    /// A table of contents.
    Toc,
    /// A link back to the top and the like.
    Navigation,
    /// A thematic break between entries.
    Rule,
    /// A comment.
    Comment,
    /// Text that belongs to no question.
    Note,
    /// Nothing but white space, outside answers.
    Blank,
    /// Nothing recognised it: a defect of the reader, never of the document.
    Unassigned,
}

impl Role {
    /// The role's name in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Section => "section",
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Code => "code",
            Self::Choice => "choice",
            Self::Context => "context",
            Self::Difficulty => "difficulty",
            Self::Label => "label",
            Self::Container => "container",
            Self::Meta => "meta",
            Self::Toc => "toc",
            Self::Navigation => "navigation",
            Self::Rule => "rule",
            Self::Comment => "comment",
            Self::Note => "note",
            Self::Blank => "blank",
            Self::Unassigned => "unassigned",
        }
    }
}

/// Text of a document that belongs to no question: advice, an introduction. It is shown, never dropped.
#[derive(Debug, Clone)]
pub struct Note {
    /// Section titles, outermost first.
    pub section: Vec<String>,
    /// Its Markdown, exactly.
    pub text: String,
    /// Its lines.
    pub lines: LineSpan,
}

/// A whole document, read: every line has a role, and everything with a meaning is a draft, a note or a title.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The document's own title.
    pub title: Option<String>,
    /// The questions, in document order.
    pub drafts: Vec<Draft>,
    /// What belongs to no question, in document order.
    pub notes: Vec<Note>,
    /// One role a source line.
    pub roles: Vec<Role>,
    /// Fences that are not closed where they should be: the line that opens each.
    pub open_fences: Vec<usize>,
    /// What could not be read (malformed data, unknown keys).
    pub diagnostics: Vec<Diagnostic>,
}
