//! An entry made by hand with nothing but a question and perhaps an answer; each subject fills in what it is about.

use passerelle::i18n::Lang;
use passerelle::normalise::{Display, Entry, Kind, Origin, Status};
use passerelle::source::LineSpan;

/// The entry `id` at the head of `path`, its id given by its author.
pub fn entry(id: &str, lang: Lang, question: &str, answer: Option<&str>, path: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        lang,
        kind: Kind::Open,
        question: question.to_owned(),
        context: None,
        answer: answer.map(str::to_owned),
        status: if answer.is_some() { Status::Answered } else { Status::Unanswered },
        section: Vec::new(),
        difficulty: None,
        tags: Vec::new(),
        concepts: Vec::new(),
        options: Vec::new(),
        code: Vec::new(),
        source: Origin { path: path.to_owned(), lines: LineSpan::new(1, 3) },
        flags: Vec::new(),
        aliases: Vec::new(),
        explicit_id: true,
        id_place: None,
        display: Display::default(),
    }
}
