//! Raw inline elements whose text stays as it is typed: code, and text that is said to be in another language.

use crate::i18n::Lang;

/// Elements whose text is code.
const CODE: [&str; 6] = ["code", "kbd", "pre", "samp", "tt", "var"];

/// Which such elements are open.
#[derive(Default)]
pub(super) struct AsTyped(Vec<String>);

impl AsTyped {
    /// Takes note of a tag in a text of this language.
    pub fn see(&mut self, tag: &str, lang: Lang) {
        let ends = tag.starts_with("</");
        let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        if ends {
            if self.0.last() == Some(&name) {
                self.0.pop();
            }
            return;
        }
        let alone = tag.ends_with("/>") || matches!(name.as_str(), "br" | "hr" | "img" | "input" | "wbr");
        let foreign = || said(tag).is_some_and(|said| !said.to_ascii_lowercase().starts_with(lang.code()));
        // Within one, its own kind is counted, so that the right end ends it.
        if !alone && (self.0.last() == Some(&name) || CODE.contains(&name.as_str()) || foreign()) {
            self.0.push(name);
        }
    }

    /// Whether text here stays as it is.
    pub fn holds(&self) -> bool {
        !self.0.is_empty()
    }
}

/// The language that a tag says its text is in.
fn said(tag: &str) -> Option<&str> {
    let (_, value) = tag.split_once(" lang=")?;
    let value = value.trim_start_matches(['"', '\'']);
    Some(value.split(['"', '\'', ' ', '>']).next().unwrap_or(value))
}
