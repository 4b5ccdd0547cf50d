//! `code-does-not-parse`: code that is not in the language that its fence names, however it is read. One look serves
//! `label-content-mismatch` too.

use super::label_content_mismatch;
use crate::diagnostic::Diagnostic;
use crate::lint::code::{self, What};
use crate::lint::fence::{Fence, fences};
use crate::lint::{Context, Document, Reading};

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

/// The findings of both rules; those of one that is off are dropped with the levels.
pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    // One fault is told once: quotes that no language knows have a rule of their own.
    let quotes = context.levels.at("smart-quotes-in-code", &document.source.name).is_some();
    for fence in fences(document) {
        let skipped = fence.info.split([' ', ',']).any(|word| matches!(word, "ignore" | "no-check" | "compile_fail"));
        let (other, fault) = fence.judged();
        out.extend(other.map(|lang| label_content_mismatch::finding(document, &fence, lang)));
        if skipped || quotes && !smart(&fence).is_empty() {
            continue;
        }
        // A tolerant grammar may take code of another language for something of its own.
        let fault = other.map_or(fault, |_| code::fault_of_other(fence.label, &fence.code));
        let Some(fault) = fault.filter(|_| !is_on_purpose(document, &fence)) else { continue };
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
