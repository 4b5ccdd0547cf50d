//! The concept scheme: `content/concepts.yaml`, in the words of SKOS (W3C, 2009).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::i18n::Lang;

/// One concept with its names and neighbours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// Its permanent name, in kebab-case.
    pub id: String,
    /// The preferred name in each language.
    #[serde(rename = "prefLabel")]
    pub pref_label: BTreeMap<Lang, String>,
    /// Other names in each language.
    #[serde(rename = "altLabel", default)]
    pub alt_label: BTreeMap<Lang, Vec<String>>,
    /// What it is, in a sentence or two of each language.
    #[serde(default)]
    pub definition: BTreeMap<Lang, String>,
    /// More general concepts.
    #[serde(default)]
    pub broader: Vec<String>,
    /// Concepts that one wants to know too.
    #[serde(default)]
    pub related: Vec<String>,
}

impl Concept {
    /// The preferred name in `lang`, else in the other language, else the id.
    pub fn label(&self, lang: Lang) -> &str {
        self.pref_label.get(&lang).or_else(|| self.pref_label.get(&lang.other())).unwrap_or(&self.id)
    }

    /// Every name in `lang`, the preferred one first.
    pub fn labels(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let alternatives = self.alt_label.get(&lang).into_iter().flatten();
        self.pref_label.get(&lang).into_iter().chain(alternatives).map(String::as_str)
    }
}

/// All concepts, by id.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    /// The concepts in the order of their ids.
    pub concepts: BTreeMap<String, Concept>,
}
