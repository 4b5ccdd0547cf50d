//! `unfenced-code`: code that stands in the text without a fence around it.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::code_language::guess;
use crate::lint::{Context, Reading};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let source = &document.source;
    for code in document.parsed.drafts.iter().flat_map(|draft| &draft.code).filter(|code| !code.fenced) {
        let text = document.text(code.lines);
        let lang = guess(&text).unwrap_or("text");
        let first = text.lines().next().unwrap_or_default();
        let indent = &first[..first.len() - first.trim_start().len()];
        let edits = vec![
            Edit::insert_line(source, code.lines.start, &format!("{indent}```{lang}")),
            Edit::insert_line(source, code.lines.end + 1, &format!("{indent}```")),
        ];
        let finding = document.finding("unfenced-code", document.lines_place(code.lines));
        out.push(finding.with("lang", lang).fix(Fix::unsafe_(edits)));
    }
}
