//! `markdown-swallowed-by-html-block`: Markdown that stands in an HTML block, where it is not read as Markdown.
//!
//! Blocks of the types 6 and 7 of CommonMark 0.31, section 4.6: they begin with a tag and end at the next blank line.

use std::sync::OnceLock;

use regex::Regex;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading, lines};

/// Tags that begin a block wherever they stand at the start of a line, also in a paragraph (type 6); those of them that
/// people write around Markdown.
const BLOCK: &str = "address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|html|iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul";

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let prose = lines::prose(document);
    let text = |line: usize| document.source.line(line);
    let mut at = 0;
    while at < prose.len() {
        let line = prose[at];
        at += 1;
        let after_blank = line == 1 || text(line - 1).trim().is_empty();
        if !begins(text(line), after_blank) {
            continue;
        }
        let mut last = line;
        while at < prose.len() && prose[at] == last + 1 && !text(prose[at]).trim().is_empty() {
            last = prose[at];
            at += 1;
        }
        let swallowed = (line + 1..=last).find(|&line| is_markdown(text(line)));
        if let Some(line) = swallowed {
            let finding = document.finding("markdown-swallowed-by-html-block", document.line_place(line));
            // A blank line helps where only whole tags stand above.
            let alone = text(line - 1).trim_start().starts_with('<') && text(line - 1).trim_end().ends_with('>');
            let fix = || Fix::safe(vec![Edit::insert_line(&document.source, line, "")]);
            out.push(if alone { finding.fix(fix()) } else { finding });
        }
    }
}

/// Whether a line begins an HTML block.
fn begins(text: &str, after_blank: bool) -> bool {
    static SIX: OnceLock<Regex> = OnceLock::new();
    static SEVEN: OnceLock<Regex> = OnceLock::new();
    let six =
        SIX.get_or_init(|| Regex::new(&format!(r"(?i)^ {{0,3}}</?(?:{BLOCK})(?:\s|/?>|$)")).expect("a valid pattern"));
    let seven = SEVEN.get_or_init(|| {
        let pattern = r#"^ {0,3}<(?:/[A-Za-z][\w-]*|[A-Za-z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*/?)>\s*$"#;
        Regex::new(pattern).expect("a valid pattern")
    });
    text.trim_start().starts_with('<') && (six.is_match(text) || after_blank && seven.is_match(text))
}

/// Whether a line has signs of Markdown and is no HTML.
fn is_markdown(text: &str) -> bool {
    static SIGN: OnceLock<Regex> = OnceLock::new();
    let pattern = r"^\s*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|```|~~~)|\*\*\S|__\S|`[^`]+`|\[[^\]]+\]\([^)]+\)";
    let sign = SIGN.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    !text.trim_start().starts_with('<') && sign.is_match(text)
}
