//! Interface words in French and English, from `i18n/*.ftl` (Project Fluent). A language exists because its file exists.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of the site, of an entry or of the messages, by its ISO 639-1 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Every language, French first as on the site.
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    /// `fr` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Fr,
            Self::Fr => Self::En,
        }
    }

    /// The language of a code such as `fr`, `fr-CA` or `en_GB.UTF-8`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::En),
            "fr" => Some(Self::Fr),
            _ => None,
        }
        .filter(|_| code.len() == 2 || !code.as_bytes()[2].is_ascii_alphabetic())
    }
}

const FTL: [(Lang, &str); 2] = [(Lang::Fr, include_str!("../i18n/fr.ftl")), (Lang::En, include_str!("../i18n/en.ftl"))];

/// The text of the interface messages of a language, as compiled in.
pub fn ftl(lang: Lang) -> &'static str {
    FTL.iter().find(|(l, _)| *l == lang).map_or("", |(_, text)| text)
}

fn bundles() -> &'static BTreeMap<Lang, FluentBundle<FluentResource>> {
    static BUNDLES: OnceLock<BTreeMap<Lang, FluentBundle<FluentResource>>> = OnceLock::new();
    BUNDLES.get_or_init(|| {
        FTL.iter()
            .map(|&(lang, text)| {
                let id = lang.code().parse().expect("a language code is a language identifier");
                let mut bundle = FluentBundle::new_concurrent(vec![id]);
                // Isolation marks (U+2068, U+2069) would end up in titles, attributes and terminals.
                bundle.set_use_isolating(false);
                let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
                bundle.add_resource_overriding(resource);
                (lang, bundle)
            })
            .collect()
    })
}

/// A value to put into a message: a number (for plurals) or a text.
pub enum Arg<'a> {
    /// Chooses the plural and is printed as it is.
    Number(i64),
    /// Any text.
    Text(Cow<'a, str>),
}

impl From<usize> for Arg<'_> {
    fn from(n: usize) -> Self {
        Self::Number(n as i64)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// The message `key` (or its attribute, as `key.attribute`) in `lang`, or `None` where the file lacks it.
pub fn message(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let bundle = bundles().get(&lang)?;
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut values = FluentArgs::new();
    for (name, value) in args {
        values.set(
            (*name).to_owned(),
            match value {
                Arg::Number(n) => FluentValue::from(*n),
                Arg::Text(text) => FluentValue::from(text.as_ref().to_owned()),
            },
        );
    }
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned())
}

/// The message `key` in `lang`; the key itself between braces where it is missing, so that the lack is seen.
pub fn text(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    message(lang, key, args).unwrap_or_else(|| format!("{{{key}}}"))
}
