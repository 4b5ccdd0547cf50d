//! `lang-differs-from-folder`: a question whose `lang` is not that of the folder it stands in.

use crate::diagnostic::Diagnostic;
use crate::i18n::Lang;
use crate::lint::wording::wrong_language::folder;
use crate::lint::{Context, Reading};
use crate::parse::FieldName;

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let Some(expected) = folder(&document.source.name) else { return };
    let mut last = 0;
    for field in document.parsed.drafts.iter().filter_map(|draft| draft.field(FieldName::Lang)) {
        // Front matter over several questions is one fault.
        let Some(said) = Lang::from_code(&field.value).filter(|said| *said != expected && field.lines.start != last)
        else {
            continue;
        };
        last = field.lines.start;
        let finding = document.finding("lang-differs-from-folder", document.line_place(field.lines.start));
        out.push(finding.with("lang", said.code()).with("folder", expected.code()));
    }
}
