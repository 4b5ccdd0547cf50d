//! `junit`: the XML of test results that Jenkins and most other systems read: a suite for each document, a case for each
//! finding. What the gate (`--deny`) lets pass is a case that passed, with its text as output; a document without findings
//! is one case that passed.

use std::collections::BTreeMap;

use super::{Options, Sources, message, said};
use crate::diagnostic::Diagnostic;
use crate::render::escape;
use crate::text::harmless;

pub(super) fn report(found: &[Diagnostic], sources: &Sources<'_>, options: &Options) -> String {
    let mut suites: BTreeMap<&str, Vec<&Diagnostic>> = sources.names().map(|name| (name, Vec::new())).collect();
    for finding in found {
        suites.entry(&finding.path).or_default().push(finding);
    }
    let counts = |found: &[&Diagnostic]| {
        let failures = found.iter().filter(|finding| finding.severity >= options.deny).count();
        format!("tests=\"{}\" failures=\"{failures}\" errors=\"0\"", found.len().max(1))
    };
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"passerelle\">\n");
    for (path, found) in suites {
        let path = attribute(path);
        out += &format!("  <testsuite name=\"{path}\" {}>\n", counts(&found));
        if found.is_empty() {
            out += &format!("    <testcase name=\"lint\" classname=\"{path}\"/>\n");
        }
        for finding in found {
            out += &case(finding, &path, options);
        }
        out += "  </testsuite>\n";
    }
    out + "</testsuites>\n"
}

fn case(finding: &Diagnostic, path: &str, options: &Options) -> String {
    let (place, level) = (finding.place, finding.severity.name());
    let at = format!("{}:{}", place.line, place.column);
    let whole = format!("{}:{at}: {level}: {}", finding.path, said(finding, options.lang));
    let whole = escape(&harmless(&whole));
    let inside = if finding.severity >= options.deny {
        format!(
            "<failure type=\"{level}\" message=\"{}\">{whole}</failure>",
            attribute(&message(finding, options.lang))
        )
    } else {
        format!("<system-out>{whole}</system-out>")
    };
    let name = format!("{} {at}", finding.rule);
    format!("    <testcase name=\"{name}\" classname=\"{path}\">{inside}</testcase>\n")
}

/// Text for an attribute, on one line; XML has no control characters, not even escaped.
fn attribute(text: &str) -> String {
    escape(&harmless(text)).replace(['\n', '\t'], " ")
}
