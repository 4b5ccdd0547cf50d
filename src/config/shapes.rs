//! Settings that may be written in several ways.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::i18n::Lang;

/// What [`texts`] calls itself in errors.
pub(super) const TEXTS: &str = "texts";
/// What [`languages`] calls itself in errors.
pub(super) const LANGUAGES: &str = "languages";

/// One text for every language, or a mapping of languages to texts.
pub(super) fn texts<'de, D: Deserializer<'de>>(input: D) -> Result<BTreeMap<Lang, String>, D::Error> {
    struct Texts;
    impl<'de> Visitor<'de> for Texts {
        type Value = BTreeMap<Lang, String>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(TEXTS)
        }
        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Lang::ALL.into_iter().map(|lang| (lang, text.to_owned())).collect())
        }
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            BTreeMap::deserialize(MapAccessDeserializer::new(map))
        }
        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(BTreeMap::new())
        }
    }
    input.deserialize_any(Texts)
}

/// One language, or a list of them.
pub(super) fn languages<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<Lang>, D::Error> {
    struct Languages;
    impl<'de> Visitor<'de> for Languages {
        type Value = Vec<Lang>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(LANGUAGES)
        }
        fn visit_str<E: Error>(self, code: &str) -> Result<Self::Value, E> {
            let lang = Lang::ALL.into_iter().find(|lang| lang.code() == code);
            lang.map(|lang| vec![lang]).ok_or_else(|| E::unknown_variant(code, &["fr", "en"]))
        }
        fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(list))
        }
    }
    input.deserialize_any(Languages)
}
