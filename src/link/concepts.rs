//! The concept scheme: `content/concepts.yaml`, in the words of SKOS (W3C, 2009).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::normalise::Entry;
use crate::text::{fold, nearest};

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

/// What the concepts of a glossary may be called: by their ids, and by their labels whatever the case and accents.
#[derive(Debug)]
pub struct Names<'a> {
    glossary: &'a Glossary,
    labels: BTreeMap<String, &'a str>,
}

impl<'a> Names<'a> {
    /// The names in `glossary`. Where two concepts share a label, the one whose preferred label it is has it, then the
    /// first by id.
    pub fn new(glossary: &'a Glossary) -> Self {
        let mut labels = BTreeMap::new();
        let preferred = glossary.concepts.values().flat_map(|concept| {
            let each = concept.pref_label.values();
            each.map(|label| (label.as_str(), concept.id.as_str()))
        });
        let all = glossary.concepts.values().flat_map(|concept| {
            let each = Lang::ALL.into_iter().flat_map(|lang| concept.labels(lang));
            each.map(|label| (label, concept.id.as_str()))
        });
        for (label, id) in preferred.chain(all) {
            labels.entry(fold(label)).or_insert(id);
        }
        Self { glossary, labels }
    }

    /// The id of the concept called `name`.
    pub fn id(&self, name: &str) -> Option<&'a str> {
        let own = self.glossary.concepts.get_key_value(name).map(|(id, _)| id.as_str());
        own.or_else(|| self.labels.get(&fold(name)).copied())
    }

    /// Calls the concepts that entries name by their ids, as [`settle`] does.
    pub fn settle(&self, entries: &mut [Entry]) {
        for entry in entries.iter_mut().filter(|entry| !entry.concepts.is_empty()) {
            let mut settled: Vec<String> = Vec::with_capacity(entry.concepts.len());
            for name in std::mem::take(&mut entry.concepts) {
                let id = self.id(&name).map_or(name, str::to_owned);
                if !settled.contains(&id) {
                    settled.push(id);
                }
            }
            entry.concepts = settled;
        }
    }

    /// The id or label that was most likely meant by `name`, which is neither.
    pub fn nearest(&self, name: &str) -> Option<&'a str> {
        let ids = self.glossary.concepts.keys().map(String::as_str);
        let labels =
            self.glossary.concepts.values().flat_map(|c| Lang::ALL.into_iter().flat_map(|lang| c.labels(lang)));
        nearest(name, ids.chain(labels))
    }
}

/// Calls the concepts that entries name by their ids, each once; a name that no concept has stays as it is.
pub fn settle(entries: &mut [Entry], glossary: &Glossary) {
    Names::new(glossary).settle(entries);
}
