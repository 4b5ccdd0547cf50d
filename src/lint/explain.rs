//! The page of a rule, in the reader's language.

use super::{UnknownRule, find};
use crate::i18n::Lang;

/// The heading that begins a language's part of a page.
fn heading(lang: Lang) -> String {
    format!("\n## {}\n", lang.name())
}

/// The page of `rule` in `lang`, as Markdown: its title and the part in that language.
///
/// # Errors
/// When there is no such rule; the error has the nearest name.
pub fn explain(rule: &str, lang: Lang) -> Result<String, UnknownRule> {
    let page = find(rule).ok_or_else(|| UnknownRule::new(rule))?.page;
    let part = page.split_once(&heading(lang)).map_or("", |(_, rest)| rest);
    let part = part.split_once(&heading(lang.other())).map_or(part, |(part, _)| part);
    Ok(format!("# {rule}\n\n{}\n", part.trim()))
}
