//! `code-differs-between-languages`: two questions that are the same in two languages, with examples that are not.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::lint::{Context, Document, counterpart};
use crate::normalise::{Code, Entry};

pub(super) fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let documents = counterpart::Documents::of(context);
    for pair in counterpart::pairs(context) {
        let (first, second) = (&context.library.entries[pair.first], &context.library.entries[pair.second]);
        let both = (documents.document(pair.first), documents.document(pair.second));
        let (Some(here), Some(there)) = both else { continue };
        let (own, theirs) = (blocks(first), blocks(second));
        // Other languages, or another number of examples: they were not meant to be the same.
        if own.is_empty() || !own.iter().map(|code| &code.lang).eq(theirs.iter().map(|code| &code.lang)) {
            continue;
        }
        for (a, b) in own.iter().zip(&theirs) {
            if skeleton(here, a) != skeleton(there, b) {
                let finding = here.finding("code-differs-between-languages", here.lines_place(a.lines));
                out.push(finding.with("other", format!("{}:{}", there.source.name, b.lines.start)));
            }
        }
    }
}

/// The fenced code of an entry whose lines are known.
fn blocks(entry: &Entry) -> Vec<&Code> {
    let is_text = |code: &Code| code.lang.as_deref().is_none_or(|lang| ["text", "txt", "plain"].contains(&lang));
    let known = |code: &&Code| code.fenced && code.lines != entry.source.lines && !is_text(code);
    entry.code.iter().filter(known).collect()
}

/// What begins a comment to the end of the line in a language.
fn comment(lang: &str) -> &'static str {
    match lang {
        "bash" | "sh" | "shell" | "zsh" | "console" | "python" | "py" | "ruby" | "yaml" | "yml" | "toml"
        | "dockerfile" | "nginx" | "r" | "perl" => "#",
        "sql" | "lua" | "haskell" | "elm" => "--",
        _ => "//",
    }
}

/// The code of a block without comments, texts and white space. Names are the numbers of their first uses: they may be
/// translated, as long as the same stay the same.
fn skeleton(document: &Document, code: &Code) -> String {
    let source = &document.source;
    let inside = (code.lines.start + 1..code.lines.end.min(source.line_count() + 1)).map(|line| source.line(line));
    let text = inside.collect::<Vec<_>>().join("\n");
    let comment = comment(code.lang.as_deref().unwrap_or_default());
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with(comment) {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if "\"'`".contains(c) {
            out.push(c);
            quoted(rest, c)
        } else if c.is_alphabetic() || c == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            let next = names.len();
            out.push_str(&format!("n{} ", names.entry(&rest[..end]).or_insert(next)));
            end
        } else {
            if !c.is_whitespace() {
                out.push(c);
            }
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    out
}

/// The length of a text in quotation marks; of a mark that nothing closes on its line, the mark alone.
fn quoted(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '\n' if mark != '`' => break,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return at + c.len_utf8(),
            _ => {}
        }
    }
    mark.len_utf8()
}
