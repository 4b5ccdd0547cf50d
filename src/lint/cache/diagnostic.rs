//! Findings as bytes.

use std::collections::BTreeSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::bytes::{Reader, Writer};
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::lint::find;

const SEVERITIES: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

pub(super) fn write(out: &mut Writer, finding: &Diagnostic) {
    out.text(finding.rule);
    out.number(finding.severity as u64);
    out.text(&finding.path);
    out.place(finding.place);
    out.text(finding.variant.unwrap_or_default());
    out.list(&finding.args, |out, (name, value)| {
        out.text(name);
        out.text(value);
    });
    out.truth(finding.fix.is_some());
    if let Some(one) = &finding.fix {
        write_fix(out, one);
    }
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Diagnostic> {
    Some(Diagnostic {
        rule: find(reader.text()?)?.name,
        severity: *SEVERITIES.get(reader.count()?)?,
        path: reader.text()?.to_owned(),
        place: reader.place()?,
        variant: Some(reader.text()?).filter(|name| !name.is_empty()).map(name),
        args: reader.list(|reader| Some((name(reader.text()?), reader.text()?.to_owned())))?,
        fix: if reader.truth()? { Some(read_fix(reader)?) } else { None },
    })
}

pub(super) fn write_fix(out: &mut Writer, fix: &Fix) {
    out.truth(fix.safe);
    out.list(&fix.edits, |out, edit| {
        out.place(edit.place);
        out.text(&edit.text);
    });
}

pub(super) fn read_fix(reader: &mut Reader<'_>) -> Option<Fix> {
    let edit = |reader: &mut Reader<'_>| Some(Edit { place: reader.place()?, text: reader.text()?.to_owned() });
    Some(Fix { safe: reader.truth()?, edits: reader.list(edit)? })
}

/// The name of a variant or an argument, which the program has for ever: there are some dozens of them.
fn name(text: &str) -> &'static str {
    static NAMES: LazyLock<Mutex<BTreeSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.get(text) {
        return known;
    }
    let new: &'static str = Box::leak(text.into());
    names.insert(new);
    new
}
