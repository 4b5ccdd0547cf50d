//! `github`: workflow commands, which GitHub Actions shows beside the changed lines.
//!
//! The escapes are those of `@actions/core`: `%`, CR and LF everywhere, `:` and `,` in properties too.

use super::{Options, Sources};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) fn report(found: &[Diagnostic], _: &Sources<'_>, options: &Options) -> String {
    let mut out = String::new();
    for finding in found {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let text = super::said(finding, options.lang);
        let place = finding.place;
        out.push_str(&format!(
            "::{command} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
            property(&finding.path),
            place.line,
            place.column,
            place.end_line,
            place.end_column,
            property(finding.rule),
            data(&text)
        ));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
