//! `list-marker-artefact`: what a word processor leaves where a list was: `- o`, `- 1.`, `•`, a lone space.

use std::sync::OnceLock;

use regex::Regex;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading, lines};

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    static MARKER: OnceLock<Regex> = OnceLock::new();
    let pattern = r"^[ \t]*(?:(?P<double>[-*+][ \t]+o[ \t]+)\S|(?P<numbered>[-*+][ \t]+)\d{1,3}[.)][ \t]+\p{L}|(?P<letter>o[ \t]+)\p{Lu}|(?P<sign>[•◦▪‣][ \t\u{a0}]*)\S)";
    let marker = MARKER.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    let prose = lines::prose(document);
    // Where every line begins with a space, a space says nothing.
    let spaced = prose.iter().filter(|&&line| is_spaced(document.source.line(line))).count();
    let said = prose.iter().filter(|&&line| !document.source.line(line).trim().is_empty()).count();
    for line in prose {
        let text = document.source.line(line);
        let start = document.source.line_range(line).start;
        let Some(found) = marker.captures(text) else {
            if is_spaced(text) && spaced * 2 < said {
                let place = document.place(start..start + 1);
                out.push(document.finding("list-marker-artefact", place).variant("space"));
            }
            continue;
        };
        let own = ["double", "numbered", "letter", "sign"].into_iter().find_map(|name| Some((name, found.name(name)?)));
        let Some((name, written)) = own else { continue };
        let place = document.place(start + written.start()..start + written.end());
        let new = if name == "numbered" { "" } else { "- " };
        let finding = document.finding("list-marker-artefact", place).with("marker", written.as_str().trim());
        out.push(finding.fix(Fix::safe(vec![Edit::replace(place, new)])));
    }
}

/// Whether a line of words is set off by one lone space: too much for a paragraph, too little for an item's second line.
pub(super) fn is_spaced(text: &str) -> bool {
    text.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic() || "(\"«“".contains(c)))
}
