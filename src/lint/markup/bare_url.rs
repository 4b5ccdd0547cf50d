//! `bare-url`: an address in the text that is no link.

use std::sync::OnceLock;

use regex::Regex;

use super::Markup;
use super::links::Link;
use crate::diagnostic::{Diagnostic, Edit, Fix};

pub(super) fn check(markup: &Markup<'_>, links: &[Link], out: &mut Vec<Diagnostic>) {
    static ADDRESS: OnceLock<Regex> = OnceLock::new();
    let pattern = r"(?-u:\b)(?:https?|ftp)://[^\s<>\x01]+";
    let address = ADDRESS.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    for found in address.find_iter(&markup.plain) {
        // The text of a link may be an address too: `[https://…](https://…)`.
        let before = &markup.plain[..found.start()];
        let linked = |link: &Link| link.range.start <= found.start() && found.start() < link.range.end;
        if before.ends_with(['[', '"', '\'', '=']) || links.iter().any(linked) {
            continue;
        }
        let written = trimmed(found.as_str());
        let place = markup.document.place(found.start()..found.start() + written.len());
        let fix = Fix::safe(vec![Edit::replace(place, format!("<{written}>"))]);
        out.push(markup.document.finding("bare-url", place).with("address", written).fix(fix));
    }
}

/// An address without the punctuation of the sentence that it ends.
fn trimmed(address: &str) -> &str {
    let end = address.trim_end_matches(|c: char| ".,;:!?*_'\"»”’".contains(c));
    let open = end.matches('(').count();
    if end.ends_with(')') && end.matches(')').count() > open { trimmed(&end[..end.len() - 1]) } else { end }
}
