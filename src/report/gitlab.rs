//! `gitlab`: a Code Quality report, which GitLab shows on merge requests. Of two findings with one fingerprint it would
//! show one, so that the path goes into it.

use serde_json::{Value, json};

use super::{Options, Sources, said};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::fingerprints;

pub(super) fn report(found: &[Diagnostic], sources: &Sources<'_>, options: &Options) -> String {
    let prints = fingerprints(found, |path| sources.get(path));
    let all = found.iter().zip(prints).map(|(finding, print)| {
        let severity = match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        };
        let place = finding.place;
        let begin = place.line.max(1);
        json!({
            "description": said(finding, options.lang),
            "check_name": finding.rule,
            "fingerprint": blake3::hash(format!("{}\0{print}", finding.path).as_bytes()).to_hex().as_str(),
            "severity": severity,
            "location": {"path": finding.path, "lines": {"begin": begin, "end": place.end_line.max(begin)}},
        })
    });
    format!("{:#}\n", all.collect::<Value>())
}
