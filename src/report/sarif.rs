//! `sarif`: a log of the Static Analysis Results Interchange Format 2.1.0 (OASIS), which code scanning of GitHub and
//! others reads: the rules with their pages, the findings with their fixes, and fingerprints that survive moved lines.

use serde_json::{Value, json};

use super::{Options, Sources, percent_encoded, said};
use crate::config::Level;
use crate::diagnostic::{Diagnostic, Fix, Place, Severity};
use crate::i18n::text;
use crate::lint::{self, fingerprints};

/// The name of our fingerprints; a change of what they cover must change its number.
const FINGERPRINT: &str = "ruleAndText/v1";
/// Paths are relative to the root of what was checked out.
const ROOT: &str = "%SRCROOT%";

pub(super) fn report(found: &[Diagnostic], sources: &Sources<'_>, options: &Options) -> String {
    let mut rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let prints = fingerprints(found, |path| sources.get(path));
    let results: Vec<Value> = found
        .iter()
        .zip(&prints)
        .map(|(finding, print)| {
            let index = rules.binary_search(&finding.rule).unwrap_or_default();
            result(finding, index, print, options)
        })
        .collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "passerelle",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": options.lang.code(),
                "rules": rules.iter().map(|rule| descriptor(rule, options)).collect::<Vec<_>>(),
            }},
            "automationDetails": {"id": "passerelle/"},
            "language": options.lang.code(),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn descriptor(rule: &str, options: &Options) -> Value {
    let page = lint::explain(rule, options.lang).unwrap_or_default();
    // Title, level, then the paragraph that says what the rule finds.
    let what = page.split("\n\n").nth(2).unwrap_or(rule).split_whitespace().collect::<Vec<_>>().join(" ");
    let short = what.split_inclusive(". ").next().unwrap_or(&what).trim_end();
    let level = lint::find(rule).map_or(Level::Warning, |rule| rule.default);
    let mut out = json!({
        "id": rule,
        "shortDescription": {"text": short},
        "fullDescription": {"text": what},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"enabled": level != Level::Off, "level": level.severity().map_or("none", self::level)},
    });
    if let Some(address) = options.page(rule) {
        out["helpUri"] = address.into();
    }
    out
}

fn result(finding: &Diagnostic, index: usize, print: &str, options: &Options) -> Value {
    let path = percent_encoded(&finding.path);
    let location = match path.starts_with('/') {
        true => json!({"uri": format!("file://{path}")}),
        false => json!({"uri": path, "uriBaseId": ROOT}),
    };
    let mut out = json!({
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": {"text": said(finding, options.lang)},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": region(finding.place)}}],
        "partialFingerprints": {FINGERPRINT: print},
    });
    if let Some(fix) = &finding.fix {
        out["fixes"] = json!([mending(fix, &location, options)]);
    }
    out
}

fn mending(fix: &Fix, location: &Value, options: &Options) -> Value {
    let key = if fix.safe { "lint-fix-safe" } else { "lint-fix-unsafe" };
    let replacement = |edit: &crate::diagnostic::Edit| json!({"deletedRegion": region(edit.place), "insertedContent": {"text": edit.text}});
    json!({
        "description": {"text": text(options.lang, key, &[])},
        "artifactChanges": [{
            "artifactLocation": location,
            "replacements": fix.edits.iter().map(replacement).collect::<Vec<_>>(),
        }],
    })
}

/// A region, which begins at 1:1 at the earliest and does not end before it begins.
fn region(place: Place) -> Value {
    let (line, column) = (place.line.max(1), place.column.max(1));
    let (end_line, end_column) = (place.end_line, place.end_column.max(1)).max((line, column));
    json!({"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column})
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}
