//! `passerelle.yaml`: everything has a default, an unknown key is an error that names the nearest known one.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::Severity;
use crate::i18n::Lang;

/// The settings of a collection.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The site's title in each language.
    pub title: BTreeMap<Lang, String>,
    /// One sentence about the collection in each language.
    pub description: BTreeMap<Lang, String>,
    /// Where the site will live (`https://example.org/sub/`); only for what needs absolute addresses.
    pub base_url: Option<String>,
    /// The languages of the site.
    pub languages: Vec<Lang>,
    /// The folder of the sources.
    pub content: String,
    /// The folder of the template and asset overrides.
    pub templates: String,
    /// Web address of the repository's files, `{path}` and `{line}` replaced, or a GitHub or GitLab repository address.
    pub repository: Option<String>,
    /// Lint levels by rule: `off`, `info`, `warning`, `error`.
    pub lint: BTreeMap<String, Level>,
    /// Anki settings.
    pub anki: AnkiConfig,
    /// Site settings.
    pub site: SiteConfig,
}

/// The level of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The rule does not run.
    Off,
    /// Findings are for information.
    Info,
    /// Findings are warnings.
    Warning,
    /// Findings are errors.
    Error,
}

impl Level {
    /// The severity of the findings, or `None` when the rule is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// Settings of the Anki export.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AnkiConfig {
    /// The name of the top deck; default: the site's title in the first language.
    pub deck: Option<String>,
    /// What the ids of note type and decks are derived from; default: the deck's name. Never change it once published.
    pub seed: Option<String>,
}

/// Settings of the site.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SiteConfig {
    /// The accent colour as `#rrggbb`.
    pub accent: Option<String>,
    /// Links of the page head in each language: label and address.
    pub navigation: BTreeMap<Lang, Vec<NavigationLink>>,
}

/// One link of the page head.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NavigationLink {
    /// What is read.
    pub label: String,
    /// Where it leads: relative to the language's home, or absolute.
    pub url: String,
}

impl Default for Config {
    fn default() -> Self {
        let each = |fr: &str, en: &str| BTreeMap::from([(Lang::Fr, fr.to_owned()), (Lang::En, en.to_owned())]);
        Self {
            title: each("Questions d’entretien", "Interview questions"),
            description: each(
                "Questions et réponses pour préparer un entretien technique, en français et en anglais.",
                "Questions and answers to prepare a technical interview, in French and in English.",
            ),
            base_url: None,
            languages: Lang::ALL.to_vec(),
            content: "content".to_owned(),
            templates: "templates".to_owned(),
            repository: None,
            lint: BTreeMap::new(),
            anki: AnkiConfig::default(),
            site: SiteConfig::default(),
        }
    }
}

impl Config {
    /// The site's title in `lang`, else in any language.
    pub fn title(&self, lang: Lang) -> &str {
        self.title.get(&lang).or_else(|| self.title.values().next()).map_or("Passerelle", String::as_str)
    }

    /// The name that the top deck has.
    pub fn deck(&self) -> &str {
        let first = self.languages.first().copied().unwrap_or(Lang::Fr);
        self.anki.deck.as_deref().unwrap_or_else(|| self.title(first))
    }
    /// What the ids of Anki's notes, decks and note type are derived from.
    pub fn anki_seed(&self) -> &str {
        self.anki.seed.as_deref().unwrap_or_else(|| self.deck())
    }
}
