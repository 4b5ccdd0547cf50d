//! `duplicate-question`: two entries in one language that ask for the same thing.

use std::collections::{BTreeMap, BTreeSet};

use super::missing_answer::section_line;
use crate::diagnostic::{Diagnostic, Place};
use crate::i18n::Lang;
use crate::link::LinkKind;
use crate::lint::{Context, Document};
use crate::normalise::{CodeRole, Entry};
use crate::text::{fold, tokens};

/// The score that a link within a language must have to be called a duplicate: two questions may ask for the same thing
/// from two sides, and a contributor who is told so wrongly stops listening. A decided link has 1.
const CERTAIN: f64 = 0.6;

/// The documents by name.
type Documents<'a> = BTreeMap<&'a str, &'a Document>;

pub(super) fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let entries = &context.library.entries;
    let documents: Documents<'_> =
        context.documents.iter().map(|document| (document.source.name.as_str(), document)).collect();
    for (first, second) in pairs(context, &documents) {
        let (first, second) = (&entries[first], &entries[second]);
        let Some(document) = documents.get(second.source.path.as_str()) else { continue };
        let theirs = documents.get(first.source.path.as_str());
        let mut place = asked_at(document, second);
        let mut line = theirs.map_or(first.source.lines.start, |document| asked_at(document, first).line);
        if first.source.path == second.source.path && line == place.line {
            // The questions of one topic are about one thing, and are meant to be: only the same words are too much.
            if asked(first, theirs.copied()) != asked(second, Some(document)) {
                continue;
            }
            place = document.question_place(second);
            line = document.question_place(first).line;
        }
        let finding = document.finding("duplicate-question", place);
        let other = format!("{}:{line}", first.source.path);
        out.push(finding.with("question", first.question.as_str()).with("other", other));
    }
}

/// Where an entry asks: its question, or the title of the section that nothing answers, which is as one question.
fn asked_at(document: &Document, entry: &Entry) -> Place {
    let title = section_line(document, entry).filter(|_| entry.answer.is_none() && entry.options.is_empty());
    title.map_or_else(|| document.question_place(entry), |line| document.line_place(line))
}

/// The pairs of duplicates as indices, the smaller first, whatever decides for them.
pub(super) fn found(context: &Context<'_>) -> BTreeSet<(usize, usize)> {
    let documents = context.documents.iter().map(|document| (document.source.name.as_str(), document)).collect();
    pairs(context, &documents)
}

/// The pairs of duplicates as indices, each with the entry that comes first in front: the same words, or a link that
/// says *same* in one language.
fn pairs(context: &Context<'_>, documents: &Documents<'_>) -> BTreeSet<(usize, usize)> {
    let entries = &context.library.entries;
    let mut pairs = BTreeSet::new();
    let mut seen: BTreeMap<(Lang, String), usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let asked = asked(entry, documents.get(entry.source.path.as_str()).copied());
        if asked.is_empty() {
            continue;
        }
        let first = *seen.entry((entry.lang, asked)).or_insert(at);
        if first != at {
            pairs.insert((first, at));
        }
    }
    let index = context.library.index();
    for link in context.library.links.iter().filter(|link| link.kind == LinkKind::Same && link.score >= CERTAIN) {
        if let (Some(&a), Some(&b)) = (index.get(link.a.as_str()), index.get(link.b.as_str()))
            && entries[a].lang == entries[b].lang
        {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    // Somebody looked at them and decided otherwise.
    pairs.retain(|&(a, b)| {
        let decision = context.library.decision(&entries[a].id, &entries[b].id);
        decision.is_none_or(|decision| decision.kind == Some(LinkKind::Same))
    });
    pairs
}

/// The words of all that an entry asks: "What does this print?" is as many questions as there are codes and choices.
fn asked(entry: &Entry, document: Option<&Document>) -> String {
    let mut text = fold(&entry.question);
    for part in entry.context.iter().chain(entry.options.iter().map(|choice| &choice.text)) {
        text.push('\n');
        text.push_str(&fold(part));
    }
    let words: Vec<&str> = tokens(&text).into_iter().map(|(_, word)| word).collect();
    let mut asked = words.join(" ");
    for code in entry.code.iter().filter(|code| code.role == CodeRole::Question) {
        asked.push('\n');
        asked.extend(document.map(|document| document.text(code.lines)));
    }
    asked
}
