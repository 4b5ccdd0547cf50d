//! `smart-quotes-in-code`: typographic quotes and spaces where a language wants its own.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use crate::diagnostic::{Diagnostic, Edit, Fix, Place};
use crate::lint::fence::{Fence, fences};
use crate::lint::{Context, Reading, code};

/// Languages in which strings and comments look alike enough to be told from the rest.
const ALIKE: [&str; 19] = [
    "bash",
    "sh",
    "shell",
    "zsh",
    "console",
    "c",
    "cpp",
    "c++",
    "cs",
    "csharp",
    "c#",
    "kotlin",
    "swift",
    "scala",
    "sql",
    "mysql",
    "postgresql",
    "powershell",
    "dockerfile",
];

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for fence in fences(document) {
        let found = smart(&fence);
        let (Some(first), Some(last)) = (found.first(), found.last()) else { continue };
        let one = |at: usize| -> Place {
            let place = fence.place(document, at);
            Place { end_column: place.column + 1, ..place }
        };
        let start = one(first.start);
        let end = one(last.start);
        let edits = found.iter().map(|at| Edit::replace(one(at.start), straight(&fence.code[at.clone()])));
        let written = fence.code[first.clone()].to_owned();
        let place = Place { end_line: start.line, end_column: start.column + 1, ..start };
        let place = if end.line == start.line { Place { end_column: end.end_column, ..place } } else { place };
        let finding = document.finding("smart-quotes-in-code", place).with("written", written);
        let finding = if first.len() == 2 || fence.code[first.clone()].trim().is_empty() {
            finding.variant("space")
        } else {
            finding
        };
        out.push(finding.with("lang", fence.label).fix(Fix::unsafe_(edits.collect())));
    }
}

/// The typographic marks of a block that its language cannot take, where they are the fault.
pub(in crate::lint) fn smart(fence: &Fence<'_>) -> Vec<Range<usize>> {
    let label = fence.label.to_ascii_lowercase();
    // The grammar of JavaScript takes them for letters of a name; between two tags they are text.
    let script = ["javascript", "js", "mjs", "node", "typescript", "ts"].contains(&label.as_str());
    let tags = fence.code.contains("</") || fence.code.contains("/>");
    let alike = ALIKE.contains(&label.as_str()) || script && !tags;
    if fence.code.is_ascii() || !(alike || code::known(&label)) || matches!(label.as_str(), "yaml" | "yml") {
        return Vec::new();
    }
    let found = outside(&fence.code, &label);
    if found.is_empty() || alike {
        return found;
    }
    let mut mended = fence.code.clone();
    for at in found.iter().rev() {
        mended.replace_range(at.clone(), straight(&fence.code[at.clone()]));
    }
    // A grammar knows best: text between two tags may have any quotes.
    if code::fault(&label, &fence.code).is_some() && code::fault(&label, &mended).is_none() {
        found
    } else {
        Vec::new()
    }
}

fn straight(mark: &str) -> &'static str {
    match mark {
        "“" | "”" | "„" | "«" | "»" => "\"",
        "‘" | "’" => "'",
        _ => " ",
    }
}

/// The typographic marks outside of strings and comments.
fn outside(code: &str, label: &str) -> Vec<Range<usize>> {
    static PARTS: OnceLock<Regex> = OnceLock::new();
    let pattern = r#""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|/\*[\s\S]*?\*/|//[^\n]*|(?m:(?:^|\s)\#[^\n]*)|--[ \t][^\n]*|[“”„‘’\u{a0}\u{202f}]"#;
    let parts = PARTS.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    let sql = matches!(label, "sql" | "mysql" | "postgresql");
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = parts.find_at(code, at) {
        at = found.end();
        let part = found.as_str();
        if part.starts_with("--") && !sql {
            at = found.start() + 2;
            continue;
        }
        let around = (code[..found.start()].chars().next_back(), code[found.end()..].chars().next());
        let apostrophe = part == "’" && matches!(around, (Some(a), Some(b)) if a.is_alphabetic() && b.is_alphabetic());
        if part.chars().count() == 1 && !apostrophe {
            out.push(found.range());
        }
    }
    out
}
