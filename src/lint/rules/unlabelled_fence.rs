//! `unlabelled-fence`: a fence that does not say which language its code is in.

use crate::diagnostic::{Diagnostic, Edit, Fix, Place};
use crate::lint::code_language::guess;
use crate::lint::{Context, Reading};
use crate::source::LineSpan;

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let code = document.parsed.drafts.iter().flat_map(|draft| &draft.code);
    for code in code.filter(|code| code.fenced && code.lang.is_none()) {
        let place = document.line_place(code.lines.start);
        let finding = document.finding("unlabelled-fence", place);
        let inside = LineSpan::new(code.lines.start + 1, code.lines.end.saturating_sub(1));
        out.push(match guess(&document.text(inside)) {
            Some(lang) => {
                let end = Place { line: place.end_line, column: place.end_column, ..place };
                finding.variant("guess").with("lang", lang).fix(Fix::unsafe_(vec![Edit::replace(end, lang)]))
            }
            None => finding,
        });
    }
}
