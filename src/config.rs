//! `passerelle.yaml`: everything has a default, an unknown key is an error that names the nearest known one.

mod malformed;
mod shapes;
mod terms;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::Severity;
use crate::failure::Failure;
use crate::files::stays_inside;
use crate::i18n::Lang;
use crate::source::Source;
use malformed::malformed;
pub use terms::{Terms, Wording};

/// The settings of a collection.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The site's title in each language; one text is that of all.
    #[serde(deserialize_with = "shapes::texts")]
    pub title: BTreeMap<Lang, String>,
    /// One sentence about the collection in each language; one text is that of all.
    #[serde(deserialize_with = "shapes::texts")]
    pub description: BTreeMap<Lang, String>,
    /// Where the site will live (`https://example.org/sub/`); only for what needs absolute addresses.
    pub base_url: Option<String>,
    /// The languages of the site; a single one needs no list.
    #[serde(deserialize_with = "shapes::languages")]
    pub languages: Vec<Lang>,
    /// The folder of the sources.
    pub content: String,
    /// The folder of the template and asset overrides.
    pub templates: String,
    /// Web address of the repository's files, `{path}` and `{line}` replaced, or a GitHub or GitLab repository address.
    pub repository: Option<String>,
    /// Settings of linking.
    pub link: LinkConfig,
    /// Lint levels by rule: `off`, `info`, `warning`, `error`.
    pub lint: BTreeMap<String, Level>,
    /// Other lint levels for some documents: by path from the project's root, then by rule.
    pub lint_paths: BTreeMap<String, BTreeMap<String, Level>>,
    /// How terms are written.
    pub terms: Terms,
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

/// Settings of linking.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LinkConfig {
    /// The file of a lexicon to use instead of the built-in one, from the project's folder; `none` is one without words.
    pub lexicon: Option<String>,
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
            link: LinkConfig::default(),
            lint: BTreeMap::new(),
            lint_paths: BTreeMap::new(),
            terms: Terms::default(),
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

    /// The settings that `passerelle.yaml` holds; an empty file is the defaults.
    ///
    /// # Errors
    /// On malformed YAML, an unknown key (with the nearest known one), a value that cannot be, or a file that would
    /// unfold to something huge.
    pub fn parse(source: &Source) -> Result<Self, Failure> {
        let options = serde_yaml::options! {
            budget: serde_yaml::budget! { max_nodes: 10_000, max_depth: 32, max_documents: 1 },
            alias_limits: serde_yaml::alias_limits! { max_total_replayed_events: 1_000 },
            with_snippet: false,
        };
        let config: Option<Self> = serde_yaml::from_str_with_options(&source.text, options)
            .map_err(|error| malformed(&error, source).at(source.name.as_str()))?;
        let mut config = config.unwrap_or_default();
        config.check().map_err(|(key, failure)| match Self::position(source, key) {
            Some((line, column)) => failure.at(source.name.as_str()).position(line, column),
            None => failure.at(source.name.as_str()),
        })?;
        Ok(config)
    }

    /// Line and column of a key in a configuration file, both 1-based: the first line that begins with it.
    pub fn position(source: &Source, key: &str) -> Option<(usize, usize)> {
        source.lines().enumerate().find_map(|(at, line)| {
            let start = line.trim_start();
            let found = start.strip_prefix(key)?.trim_start().starts_with(':');
            found.then(|| (at + 1, line.chars().count() - start.chars().count() + 1))
        })
    }

    /// Sets the address that the site will live at, with a slash at its end.
    ///
    /// # Errors
    /// When it is not an absolute `http` or `https` address without query and fragment.
    pub fn set_base_url(&mut self, url: &str) -> Result<(), Failure> {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
        let host = rest.split('/').next().unwrap_or_default();
        if host.is_empty() || url.contains(|c: char| c.is_whitespace() || c.is_control() || "?#\"<>\\".contains(c)) {
            return Err(Failure::new("config-base-url").with("value", url));
        }
        self.base_url = Some(format!("{}/", url.trim_end_matches('/')));
        Ok(())
    }

    /// Checks and tidies the values; an error comes with the key that it is about.
    fn check(&mut self) -> Result<(), (&'static str, Failure)> {
        if let Some(url) = self.base_url.take() {
            self.set_base_url(&url).map_err(|failure| ("base_url", failure))?;
        }
        let mut seen = Vec::new();
        for lang in &self.languages {
            if seen.contains(lang) {
                return Err(("languages", Failure::new("config-language-twice").with("value", lang.code())));
            }
            seen.push(*lang);
        }
        if seen.is_empty() {
            return Err(("languages", Failure::new("config-no-language")));
        }
        for (key, folder) in [("content", &mut self.content), ("templates", &mut self.templates)] {
            let tidy = folder.trim_start_matches("./").trim_end_matches('/').to_owned();
            if !stays_inside(&tidy) {
                return Err((key, Failure::new("config-folder").with("key", key).with("value", folder.as_str())));
            }
            *folder = tidy;
        }
        if let Some(file) = &mut self.link.lexicon {
            let tidy = file.trim_start_matches("./").to_owned();
            if !stays_inside(&tidy) {
                return Err((
                    "lexicon",
                    Failure::new("config-file").with("key", "lexicon").with("value", file.as_str()),
                ));
            }
            *file = tidy;
        }
        self.terms.check().map_err(|failure| ("terms", failure))?;
        if let Some(colour) = &self.site.accent {
            let digits = colour.strip_prefix('#').unwrap_or_default();
            if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                return Err(("accent", Failure::new("config-accent").with("value", colour.as_str())));
            }
        }
        for (key, name) in [("deck", &self.anki.deck), ("seed", &self.anki.seed)] {
            let Some(name) = name else { continue };
            let levels = key == "deck" && (name.contains("::") || name.contains('"'));
            if levels || name.trim().is_empty() || name.contains(char::is_control) {
                return Err((
                    key,
                    Failure::new("config-anki-name").with("key", key).with("value", name.escape_debug().to_string()),
                ));
            }
        }
        if let Some(address) = &self.repository
            && !address.starts_with("https://")
            && !address.starts_with("http://")
        {
            return Err(("repository", Failure::new("config-repository").with("value", address.as_str())));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, Failure> {
        Config::parse(&Source::new("passerelle.yaml", "passerelle.yaml", text))
    }

    fn failure(text: &str) -> Failure {
        parse(text).expect_err("must be refused")
    }

    #[test]
    fn nothing_said_is_the_defaults() {
        for text in ["", "# nothing yet\n", "{}\n", "---\n"] {
            assert_eq!(parse(text).expect("defaults").content, "content");
        }
    }

    #[test]
    fn an_unknown_key_names_the_nearest_known_one() {
        let found = failure("content: content\nbase_ulr: https://example.org/\n");
        assert_eq!((found.key, found.position), ("config-unknown-key", Some((2, 1))));
        let message = found.message(Lang::En) + &found.help(Lang::En).unwrap_or_default();
        assert!(message.contains("base_ulr") && message.contains("base_url"), "{message}");
        let nested = failure("site:\n  acent: '#112233'\n");
        assert_eq!((nested.key, nested.position), ("config-unknown-key", Some((2, 3))));
        assert!(nested.args.contains(&("nearest", "accent".to_owned())));
    }

    #[test]
    fn values_are_checked_where_they_stand() {
        for (text, key, at) in [
            ("languages: [fr, de]\n", "config-unknown-value", (1, 17)),
            ("\nlanguages: []\n", "config-no-language", (2, 1)),
            ("languages: [fr, fr]\n", "config-language-twice", (1, 1)),
            ("site:\n  accent: red\n", "config-accent", (2, 3)),
            ("base_url: example.org\n", "config-base-url", (1, 1)),
            ("content: ../elsewhere\n", "config-folder", (1, 1)),
            ("languages: [\n", "config-malformed", (1, 12)),
        ] {
            let found = failure(text);
            assert_eq!((found.key, found.position), (key, Some(at)), "{text}");
        }
        assert_eq!(
            parse("base_url: https://example.org/sub\n").expect("fine").base_url.as_deref(),
            Some("https://example.org/sub/")
        );
    }

    #[test]
    fn one_text_and_one_language_need_no_list() {
        let config = parse("title: My questions\ndescription: Good ones\nlanguages: fr\n").expect("fine");
        assert_eq!((config.title(Lang::Fr), config.title(Lang::En)), ("My questions", "My questions"));
        assert_eq!((config.description[&Lang::En].as_str(), config.languages), ("Good ones", vec![Lang::Fr]));
        assert_eq!(parse("title: {fr: Essai}\n").expect("fine").title(Lang::En), "Essai");
    }

    #[test]
    fn wrong_types_are_told_in_our_words() {
        for (text, key, at) in [
            ("title: 3\n", "title", (1, 1)),
            ("content: c\ntitle: [a]\n", "title", (2, 1)),
            ("description: true\n", "description", (1, 1)),
            ("languages: {a: b}\n", "languages", (1, 12)),
            ("site:\ntitle: 3\n", "title", (2, 1)),
            ("languages:\n  a: b\n", "languages", (2, 3)),
            ("languages: 3\n", "languages", (1, 1)),
            ("content: [x]\n", "content", (1, 10)),
            ("content:\n", "content", (1, 8)),
            ("lint: foo\n", "lint", (1, 7)),
            ("lint:\n  mojibake: [x]\n", "mojibake", (2, 13)),
            ("site:\n  navigation:\n    fr: x\n", "fr", (3, 9)),
            ("title:\n  fr: [x]\n", "fr", (2, 7)),
            ("site:\n  - a\n", "site", (2, 3)),
            ("hello\n", "none", (1, 1)),
        ] {
            let found = failure(text);
            assert_eq!((found.key, found.position), ("config-type", Some(at)), "{text}");
            assert!(found.args.contains(&("key", key.to_owned())), "{text} {:?}", found.args);
            for lang in Lang::ALL {
                let message = found.message(lang);
                assert!(!message.contains("scalar") && !message.contains("expect"), "{message}");
                assert!(!message.contains("{config") && !message.contains("{failure"), "{message}");
                assert!(key == "none" || message.contains(key), "{message}");
            }
        }
        assert_eq!(failure("languages: de\n").key, "config-unknown-value");
        assert_eq!(failure("site: {navigation: {fr: [{label: x}]}}\n").key, "config-missing");
    }

    #[test]
    fn a_bomb_is_refused() {
        let mut text = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for (name, before) in ["b", "c", "d", "e", "f", "g"].iter().zip(["a", "b", "c", "d", "e", "f"]) {
            text += &format!("{name}: &{name} [*{before}, *{before}, *{before}, *{before}, *{before}, *{before}]\n");
        }
        assert!(["config-too-large", "config-unknown-key"].contains(&failure(&text).key));
        let inside = text.replace('\n', "\n  ");
        assert!(failure(&format!("lint:\n  {inside}")).position.is_some());
    }
}
