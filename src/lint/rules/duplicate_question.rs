//! `duplicate-question`: two entries in one language that ask for the same thing.

use std::collections::{BTreeSet, HashMap};

use super::copy_not_translated::{Said, said};
use super::missing_answer::section_line;
use crate::diagnostic::{Diagnostic, Place};
use crate::i18n::Lang;
use crate::lint::whole::{Entry, Whole};
use crate::lint::{Context, Document, Reading};
use crate::normalise::{self, CodeRole};
use crate::text::{fold, tokens};

/// What an entry asks, and the words in which it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its language.
    pub lang: Lang,
    /// The hash of the words of all that it asks; `None` when there are none.
    pub asked: Option<[u8; 16]>,
    /// Where it is asked.
    pub place: Place,
    /// The same, or the title of the section that nothing answers.
    pub asked_at: Place,
    /// As it is written.
    pub question: String,
    /// What its answer says.
    pub said: Said,
}

/// What the entries of a document ask.
pub fn questions(context: &Context<'_>, document: &Reading<'_>) -> Vec<Question> {
    let copies = context.levels.anywhere("copy-not-translated");
    let question = |(nth, entry): (usize, &normalise::Entry)| Question {
        lang: entry.lang,
        asked: asked(entry, document),
        place: document.question_place(entry),
        asked_at: asked_at(document, entry),
        question: entry.question.clone(),
        said: if copies { said(&document.speech()[nth]) } else { Said::default() },
    };
    context.entries(document).iter().enumerate().map(question).collect()
}

pub(super) fn check(whole: &Whole<'_>, out: &mut Vec<Diagnostic>) {
    let question = |(document, nth): Entry| {
        let (name, facts) = whole.documents[document];
        facts.questions.get(nth).map(|question| (name, question))
    };
    for (first, second) in found(whole) {
        let (Some((theirs, first)), Some((name, second))) = (question(first), question(second)) else { continue };
        let (mut place, mut line) = (second.asked_at, first.asked_at.line);
        if theirs == name && line == place.line {
            // The questions of one topic are about one thing, and are meant to be: only the same words are too much.
            if first.asked != second.asked {
                continue;
            }
            (place, line) = (second.place, first.place.line);
        }
        let finding = Diagnostic::new("duplicate-question", name, place);
        let other = format!("{theirs}:{line}");
        out.push(finding.with("question", first.question.as_str()).with("other", other));
    }
}

/// Where an entry asks: its question, or the title of the section that nothing answers, which is as one question.
fn asked_at(document: &Document, entry: &normalise::Entry) -> Place {
    let title = section_line(document, entry).filter(|_| entry.answer.is_none() && entry.options.is_empty());
    title.map_or_else(|| document.question_place(entry), |line| document.line_place(line))
}

/// The pairs of duplicates, the one that comes first in front: the same words, or somebody decided so. What
/// somebody decided otherwise is none.
pub(super) fn found(whole: &Whole<'_>) -> BTreeSet<(Entry, Entry)> {
    let mut pairs = BTreeSet::new();
    let mut seen: HashMap<(Lang, [u8; 16]), Entry> = HashMap::new();
    for (at, (_, facts)) in whole.documents.iter().enumerate() {
        for (nth, question) in facts.questions.iter().enumerate() {
            let Some(asked) = question.asked else { continue };
            let first = *seen.entry((question.lang, asked)).or_insert((at, nth));
            if first != (at, nth) {
                pairs.insert((first, (at, nth)));
            }
        }
    }
    let lang = |(document, nth): Entry| Some(whole.documents[document].1.questions.get(nth)?.lang);
    for (a, b) in whole.same().into_iter().filter(|&(a, b)| lang(a) == lang(b)) {
        pairs.insert((a.min(b), a.max(b)));
    }
    pairs.retain(|&(a, b)| !whole.is_refused(a, b));
    pairs
}

/// The words of all that an entry asks: "What does this print?" is as many questions as there are codes and choices.
fn asked(entry: &normalise::Entry, document: &Document) -> Option<[u8; 16]> {
    let mut text = fold(&entry.question);
    for part in entry.context.iter().chain(entry.options.iter().map(|choice| &choice.text)) {
        text.push('\n');
        text.push_str(&fold(part));
    }
    let words: Vec<&str> = tokens(&text).into_iter().map(|(_, word)| word).collect();
    let mut asked = words.join(" ");
    for code in entry.code.iter().filter(|code| code.role == CodeRole::Question) {
        asked.push('\n');
        asked.push_str(&document.text(code.lines));
    }
    let hash = blake3::hash(asked.as_bytes());
    hash.as_bytes().first_chunk().copied().filter(|_| !asked.is_empty())
}
