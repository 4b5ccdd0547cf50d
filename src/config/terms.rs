//! How the collection writes its terms: what the rules about wording go by besides the glossary.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::i18n::Lang;

/// The terms of a collection.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Terms {
    /// Names as they are spelt: `PagerDuty`. Other case, spacing and hyphens are wrong.
    pub names: Vec<String>,
    /// Terms that stay as they are written, whatever a rule about wording says.
    pub keep: Vec<String>,
    /// What French texts say.
    pub fr: Wording,
    /// What English texts say.
    pub en: Wording,
}

/// The terms of one language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wording {
    /// The term to write, with those that it replaces.
    pub prefer: BTreeMap<String, Vec<String>>,
    /// Terms that no text has.
    pub forbid: Vec<String>,
}

impl Terms {
    /// The terms of a language.
    pub fn of(&self, lang: Lang) -> &Wording {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}
