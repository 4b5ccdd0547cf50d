//! `duplicate-question`: two entries in one language that ask for the same thing.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::i18n::Lang;
use crate::link::LinkKind;
use crate::lint::Context;
use crate::text::{fold, tokens};

pub(super) fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let entries = &context.library.entries;
    for (first, second) in pairs(context) {
        let (first, second) = (&entries[first], &entries[second]);
        let Some(document) = context.document(&second.source.path) else { continue };
        let place = document.question_place(second);
        let line = context
            .document(&first.source.path)
            .map_or(first.source.lines.start, |document| document.question_place(first).line);
        let other = format!("{}:{line}", first.source.path);
        let finding = document.finding("duplicate-question", place);
        out.push(finding.with("question", first.question.as_str()).with("other", other));
    }
}

/// The pairs of duplicates as indices, each with the entry that comes first in front: the same words, or a link that
/// says *same* in one language.
fn pairs(context: &Context<'_>) -> BTreeSet<(usize, usize)> {
    let entries = &context.library.entries;
    let mut pairs = BTreeSet::new();
    let mut seen: BTreeMap<(Lang, String), usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let folded = fold(&entry.question);
        let words: Vec<&str> = tokens(&folded).into_iter().map(|(_, word)| word).collect();
        if words.is_empty() {
            continue;
        }
        match seen.get(&(entry.lang, words.join(" "))) {
            Some(&first) => {
                pairs.insert((first, at));
            }
            None => {
                seen.insert((entry.lang, words.join(" ")), at);
            }
        }
    }
    let index = context.library.index();
    for link in context.library.links.iter().filter(|link| link.kind == LinkKind::Same) {
        if let (Some(&a), Some(&b)) = (index.get(link.a.as_str()), index.get(link.b.as_str()))
            && entries[a].lang == entries[b].lang
        {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    pairs
}
