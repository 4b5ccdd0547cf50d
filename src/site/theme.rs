//! The look: templates and assets by name, those of the program unless a project brings its own.

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
            "assets/style.css" "assets/icon.svg" "assets/site.js" "assets/lost.js" "assets/search.js" "assets/study.css" "assets/study.js" "assets/offline.js" "assets/sw.js"
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

    /// The files that pages load, by their path on the site.
    pub(super) fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.iter().filter(|(name, _)| name.starts_with("assets/"))
    }

    /// Every file by its path in the `templates` folder.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}
