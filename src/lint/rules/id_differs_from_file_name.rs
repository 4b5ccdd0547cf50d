//! `id-differs-from-file-name`: a file of one question whose id is another than its name.

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Reading};
use crate::parse::{FieldName, Role};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let [draft] = &document.parsed.drafts[..] else { return };
    let Some(id) = draft.field(FieldName::Id) else { return };
    let in_front_matter = document.parsed.roles.get(id.lines.start - 1) == Some(&Role::Meta);
    let file = document.source.name.rsplit('/').next().unwrap_or_default();
    let name = file.split('.').next().unwrap_or_default();
    if in_front_matter && !name.is_empty() && id.value.trim() != name {
        let finding = document.finding("id-differs-from-file-name", document.line_place(id.lines.start));
        out.push(finding.with("id", id.value.trim()).with("file", file));
    }
}
