//! `code-does-not-parse`: code that is not in the language that its fence names, however it is read.

use crate::diagnostic::Diagnostic;
use crate::lint::code::{self, What};
use crate::lint::fence::{Fence, fences};
use crate::lint::{Context, Document};

use super::smart_quotes_in_code::smart;

/// What authors write beside code that is wrong on purpose.
const ON_PURPOSE: [&str; 10] = [
    "syntaxerror",
    "syntax error",
    "erreur de syntaxe",
    "does not compile",
    "doesn't compile",
    "won't compile",
    "ne compile pas",
    "compile error",
    "compilation error",
    "❌",
];

/// What they write before it.
const ANNOUNCED: [&str; 9] =
    ["n't work", "not work", "marche pas", "fonctionne pas", "wrong", "incorrect", "mistake", "invalid", "not valid"];

pub(super) fn check(context: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    // One fault is told once: code under a wrong label, and quotes that no language knows, have rules of their own.
    let told = |rule: &str| context.levels.at(rule, &document.source.name).is_some();
    let (labels, quotes) = (told("label-content-mismatch"), told("smart-quotes-in-code"));
    for fence in fences(document) {
        let skipped = fence.info.split([' ', ',']).any(|word| matches!(word, "ignore" | "no-check" | "compile_fail"));
        if skipped || labels && fence.mismatch().is_some() || quotes && !smart(&fence).is_empty() {
            continue;
        }
        let Some(fault) = code::fault(fence.label, &fence.code).filter(|_| !is_on_purpose(document, &fence)) else {
            continue;
        };
        let place = fence.place(document, fault.at);
        let finding = document.finding("code-does-not-parse", place).with("lang", fence.label);
        out.push(match fault.what {
            What::Expected(token) => finding.variant("expected").with("token", token),
            What::Unexpected(token) => finding.variant("unexpected").with("token", token),
            What::Unclosed(token) => finding.variant("unclosed").with("token", token),
            What::Await => finding.variant("await"),
            What::Other => finding,
        });
    }
}

/// Whether the code or the paragraph before it says that it is wrong.
fn is_on_purpose(document: &Document, fence: &Fence<'_>) -> bool {
    let said = |text: &str, signs: &[&str]| signs.iter().any(|sign| text.contains(sign));
    let before = fence.announcement(document).to_lowercase().replace('’', "'");
    said(&fence.code.to_lowercase(), &ON_PURPOSE) || said(&before, &ON_PURPOSE) || said(&before, &ANNOUNCED)
}
