//! `code-does-not-parse`: code that is not in the language that its fence names, however it is read. One look serves
//! `label-content-mismatch` too.

use super::label_content_mismatch;
use crate::diagnostic::Diagnostic;
use crate::lint::code::What;
use crate::lint::fence::{Fence, fences};
use crate::lint::{Context, Document};

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
pub(super) fn check(_: &Context<'_>, document: &Document, out: &mut Vec<Diagnostic>) {
    for fence in fences(document) {
        let skipped = fence.info.split([' ', ',']).any(|word| matches!(word, "ignore" | "no-check" | "compile_fail"));
        let (mismatch, fault) = fence.judged();
        out.extend(mismatch.map(|lang| label_content_mismatch::finding(document, &fence, lang)));
        let Some(fault) = fault.filter(|_| !skipped && !is_on_purpose(document, &fence)) else { continue };
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
