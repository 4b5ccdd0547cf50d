//! `missing-h1`: a document of several questions without a title.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading, lines};
use crate::parse::Role;

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let prose = lines::prose(document);
    let Some(&first) = prose.iter().find(|&&line| !document.source.line(line).trim().is_empty()) else { return };
    let titled = |&line: &usize| {
        let underlined = || {
            let next = document.source.line(line + 1).trim();
            next.len() >= 3 && next.bytes().all(|b| b == b'=')
        };
        let html = || document.source.line(line).to_lowercase().contains("<h1");
        document.source.line(line).starts_with("# ") || html() || line < document.source.line_count() && underlined()
    };
    let keyed = document.parsed.roles.first() == Some(&Role::Meta);
    if context.entries(document).len() > 1 && !keyed && !prose.iter().any(titled) {
        out.push(document.finding("missing-h1", document.line_place(first)));
    }
}
