//! The look: templates and assets by name, those of the program unless a project brings its own.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Templates (`question.html`) and assets (`assets/style.css`) by their path in the `templates` folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    files: BTreeMap<String, Vec<u8>>,
}

macro_rules! builtin {
    ($($name:literal)*) => {
        [$(($name, include_bytes!(concat!("../../templates/", $name)).as_slice())),*]
    };
}

impl Theme {
    /// The theme compiled into the program.
    pub fn builtin() -> Self {
        let files = builtin! {
            "base.html" "item.html" "marks.html" "answer.html" "why.html" "root.html" "home.html" "topics.html" "topic.html" "print.html" "question.html"
            "list.html" "turning.html" "tags.html" "about.html" "concepts.html" "concept.html" "search.html" "downloads.html" "file.html" "404.html" "redirect.html" "retired.html"
            "study.html" "study-back.html" "away.html" "pack.html"
            "assets/style.css" "assets/icon.svg" "assets/site.js" "assets/lost.js" "assets/search.js" "assets/search.css" "assets/downloads.css" "assets/study.css" "assets/study.js" "assets/offline.js" "assets/sw.js"
        };
        Self { files: files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect() }
    }

    /// The same theme with a file added or replaced. `name` is its path in the `templates` folder, with `/`.
    pub fn with(mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(name.into(), bytes.into());
        self
    }

    /// The templates: every `.html` file outside `assets/`.
    pub(super) fn templates(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.iter().filter(|(name, _)| name.ends_with(".html") && !name.starts_with("assets/"))
    }

    /// The files that pages load, by their path on the site, as they are served: the program's own scripts lose their
    /// comments, which are a sixth of their bytes. Those of a project stay as they are.
    pub fn assets(&self) -> impl Iterator<Item = (&str, Cow<'_, [u8]>)> {
        let own = Self::builtin();
        self.iter().filter(|(name, _)| name.starts_with("assets/")).map(move |(name, bytes)| {
            let is_own = name.ends_with(".js") && own.files.get(name).is_some_and(|file| file == bytes);
            (name, if is_own { Cow::Owned(without_comments(bytes)) } else { Cow::Borrowed(bytes) })
        })
    }

    /// Every file by its path in the `templates` folder.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

/// A script without the lines that are comments, without empty ones and without indentation. Not for every script: a string
/// over several lines would lose its own.
fn without_comments(script: &[u8]) -> Vec<u8> {
    let lines = script.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with(b"//"));
    kept.flat_map(|line| line.iter().copied().chain([b'\n'])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_own_scripts_are_served_without_comments() {
        let script = "// Why.\nlet a = `\n  b`; // c\n";
        let theme = Theme::builtin().with("assets/study.js", script).with("assets/more.js", script);
        let served: BTreeMap<&str, Cow<'_, [u8]>> = theme.assets().collect();
        assert_eq!(&*served["assets/study.js"], script.as_bytes());
        assert_eq!(&*served["assets/more.js"], script.as_bytes());
        let search = String::from_utf8_lossy(&served["assets/search.js"]);
        assert!(search.lines().all(|line| !line.starts_with([' ', '/']) && !line.is_empty()), "{search}");
        assert!(search.contains("passerelleSearch"));
        // What makes it safe: no string of theirs spans lines, and no comment does.
        for (name, bytes) in Theme::builtin().iter().filter(|(name, _)| name.ends_with(".js")) {
            let text = String::from_utf8_lossy(bytes);
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                let count = |mark: &str| line.matches(mark).count();
                assert!(count("`") % 2 == 0 && count("/*") == count("*/"), "{name}: {line}");
            }
        }
    }
}
