//! Names for concepts and questions that hold outside of the collection: addresses of the site, else URNs.

use crate::config::Config;
use crate::i18n::Lang;
use crate::text::slug;

/// Makes the names of a collection's things (RFC 3987).
pub(super) struct Names {
    /// What every name begins with.
    base: Base,
}

enum Base {
    /// The address of the site, with a slash at its end.
    Site(String),
    /// A URN with the seed that the collection never changes.
    Urn(String),
}

impl Names {
    /// The names of a collection: below its `base_url`, or `urn:x-passerelle:SEED:…`, which leads nowhere but stays.
    pub fn new(config: &Config) -> Self {
        let base = match &config.base_url {
            Some(url) => Base::Site(escape(url, "/:?#[]@!$&'()*+,;=%")),
            None => Base::Urn(format!("urn:x-passerelle:{}", slug(config.anki_seed()))),
        };
        Self { base }
    }

    /// The whole concept scheme. A concept has a page in each language: its own name is a fragment of the home page.
    pub fn scheme(&self) -> String {
        match &self.base {
            Base::Site(site) => format!("{site}#concepts"),
            Base::Urn(urn) => format!("{urn}:concepts"),
        }
    }

    /// A concept.
    pub fn concept(&self, id: &str) -> String {
        match &self.base {
            Base::Site(site) => format!("{site}#concept-{}", escape(id, "")),
            Base::Urn(urn) => format!("{urn}:concept:{}", escape(id, "")),
        }
    }

    /// The questions of a language.
    pub fn questions(&self, lang: Lang) -> String {
        match &self.base {
            Base::Site(site) => format!("{site}{}/#questions", lang.code()),
            Base::Urn(urn) => format!("{urn}:questions:{}", lang.code()),
        }
    }

    /// A question: its page.
    pub fn question(&self, lang: Lang, id: &str) -> String {
        match &self.base {
            Base::Site(site) => format!("{site}{}/q/{}/", lang.code(), escape(id, "")),
            Base::Urn(urn) => format!("{urn}:question:{}", escape(id, "")),
        }
    }
}

/// `text` with everything but unreserved characters and those of `kept` as `%XX` (RFC 3986).
fn escape(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}
