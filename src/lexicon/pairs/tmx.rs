//! TMX 1.4, the exchange format of translation memories: in each `tu` a `tuv` a language with its `seg`.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Pair;
use crate::i18n::Lang;

/// Elements whose text is the markup of the document that the memory was made from.
const MARKUP: [&str; 5] = ["bpt", "ept", "it", "ph", "ut"];

/// The units that have both languages, up to the first place where the file is not XML.
pub fn read(text: &str) -> Vec<Pair> {
    let mut reader = Reader::from_str(text);
    let mut pairs = Vec::new();
    let mut unit: BTreeMap<Lang, String> = BTreeMap::new();
    let (mut lang, mut inside) = (None, false);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "tu" => unit.clear(),
                "tuv" => {
                    let codes = tag.attributes().flatten().filter(|a| a.key.local_name().as_ref() == "lang");
                    lang = codes.into_iter().find_map(|a| Lang::from_code(&a.value));
                }
                "seg" => inside = true,
                name if MARKUP.contains(&name) => inside = false,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "seg" => inside = false,
                name if MARKUP.contains(&name) => inside = true,
                "tu" => {
                    if let (Some(fr), Some(en)) = (unit.remove(&Lang::Fr), unit.remove(&Lang::En)) {
                        pairs.push(Pair { fr, en });
                    }
                }
                _ => {}
            },
            Event::Text(words) if inside => {
                if let Some(lang) = lang {
                    unit.entry(lang).or_default().push_str(&words);
                }
            }
            Event::GeneralRef(name) if inside => {
                if let Some(lang) = lang {
                    unit.entry(lang).or_default().push_str(&entity(&name));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    pairs
}

/// The character that a reference (`&amp;`, `&#233;`) stands for; a space where that is unknown.
fn entity(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return c.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(name).unwrap_or(" ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_with_both_languages_are_pairs() {
        let text = r#"<?xml version="1.0"?><tmx version="1.4"><header/><body>
            <tu><tuv xml:lang="en-US"><seg>Read &amp; <ph x="1">{b}</ph>write</seg></tuv>
                <tuv xml:lang="FR"><seg>Lire et &#233;crire</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu>
            <tu><tuv lang="fr"><seg>le cache</seg></tuv><tuv lang="en"><seg>the cache</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>broken"#;
        let pairs = read(text);
        let seen: Vec<_> = pairs.iter().map(|pair| (&*pair.fr, &*pair.en)).collect();
        assert_eq!(seen, [("Lire et écrire", "Read & write"), ("le cache", "the cache")]);
    }
}
