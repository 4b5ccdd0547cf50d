//! `missing-counterpart`: a question that nobody asks in the other language.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, counterpart};

pub(super) fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // A collection in one language lacks nothing.
    if context.config.languages.len() < 2 {
        return;
    }
    let there = counterpart::counterparts(context);
    for document in context.documents {
        for (line, entries) in counterpart::asked(context, document) {
            if entries.clone().any(|at| there.contains(&at)) {
                continue;
            }
            let lang = context.library.entries[entries.start].lang.other();
            let finding = document.finding("missing-counterpart", document.line_place(line));
            out.push(finding.with("lang", lang.code()));
        }
    }
}
