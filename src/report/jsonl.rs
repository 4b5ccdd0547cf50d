//! `jsonl`: one object a line, the contract's record of a finding.

use serde::Serialize;

use super::{Options, Sources};
use crate::diagnostic::{Diagnostic, Fix, Place};

#[derive(Serialize)]
struct Record<'a> {
    rule: &'a str,
    severity: &'a str,
    path: &'a str,
    #[serde(flatten)]
    place: Place,
    message: String,
    help: Option<String>,
    fix: Option<&'a Fix>,
}

pub(super) fn report(found: &[Diagnostic], _: &Sources<'_>, options: &Options) -> String {
    let mut out = String::new();
    for finding in found {
        let record = Record {
            rule: finding.rule,
            severity: finding.severity.name(),
            path: &finding.path,
            place: finding.place,
            message: super::message(finding, options.lang),
            help: super::help(finding, options.lang),
            fix: finding.fix.as_ref(),
        };
        out.push_str(&serde_json::to_string(&record).expect("strings and numbers are always JSON"));
        out.push('\n');
    }
    out
}
