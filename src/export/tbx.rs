//! TBX-Basic (ISO 30042:2019, dialect TBX-Basic, style DCA): the glossary as the termbase that translators' tools read.

use std::collections::BTreeSet;

use super::{ExportError, ExportOptions, Exporter};
use crate::failure::Failure;
use crate::i18n::{Lang, text};
use crate::link::{Concept, Library, is_acronym};

pub(super) const EXPORTER: Exporter =
    Exporter { name: "tbx", extension: "tbx", media_type: "application/x-tbx", count, run };

/// A termbase holds terms, and no question.
fn count(_: &Library, _: &ExportOptions<'_>) -> usize {
    0
}

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let lang = options.lang.or(options.config.languages.first().copied()).unwrap_or(Lang::En);
    let concepts: Vec<&Concept> = concepts(library, options);
    if concepts.is_empty() {
        // The structure of TBX asks for one entry at least.
        return Err(ExportError::of("tbx")(Failure::new("no-terms")));
    }
    let written: BTreeSet<&str> = concepts.iter().map(|concept| concept.id.as_str()).collect();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" type=\"TBX-Basic\" style=\"dca\" xml:lang=\"{}\">\n\
         \x20 <tbxHeader>\n    <fileDesc>\n      <titleStmt>\n        <title>{}</title>\n      </titleStmt>\n\
         \x20     <sourceDesc>\n        <p>{}</p>\n      </sourceDesc>\n    </fileDesc>\n  </tbxHeader>\n\
         \x20 <text>\n    <body>\n",
        lang.code(),
        escape(options.config.title(lang)),
        escape(&text(lang, "export-tbx-source", &[])),
    );
    for concept in concepts {
        out += &format!("      <conceptEntry id=\"{}\">\n", xml_id(&concept.id));
        let others: BTreeSet<&str> = concept.broader.iter().chain(&concept.related).map(String::as_str).collect();
        for other in others.into_iter().filter(|other| *other != concept.id && written.contains(other)) {
            let label = library.glossary.concepts.get(other).map_or(other, |other| other.label(lang));
            let target = xml_id(other);
            out += &format!("        <ref type=\"crossReference\" target=\"{target}\">{}</ref>\n", escape(label));
        }
        langs(concept, options).into_iter().for_each(|lang| section(concept, lang, &mut out));
        out += "      </conceptEntry>\n";
    }
    Ok((out + "    </body>\n  </text>\n</tbx>\n").into_bytes())
}

/// What one language calls a concept and says about it.
fn section(concept: &Concept, lang: Lang, out: &mut String) {
    *out += &format!("        <langSec xml:lang=\"{}\">\n", lang.code());
    if let Some(definition) = concept.definition.get(&lang).filter(|text| !text.trim().is_empty()) {
        *out += &format!("          <descrip type=\"definition\">{}</descrip>\n", escape(definition));
    }
    let mut seen = BTreeSet::new();
    for label in concept.labels(lang).filter(|label| !label.trim().is_empty()) {
        if !seen.insert(label) {
            continue;
        }
        let preferred = concept.pref_label.get(&lang).is_some_and(|own| own == label);
        let status = if preferred { "preferredTerm-admn-sts" } else { "admittedTerm-admn-sts" };
        *out += &format!("          <termSec>\n            <term>{}</term>\n", escape(label));
        if is_acronym(label) {
            *out += "            <termNote type=\"termType\">acronym</termNote>\n";
        }
        *out +=
            &format!("            <termNote type=\"administrativeStatus\">{status}</termNote>\n          </termSec>\n");
    }
    *out += "        </langSec>\n";
}

/// The concepts that have a term in the languages asked for: all, or where questions are narrowed by topic or level, those
/// that these are about.
fn concepts<'a>(library: &'a Library, options: &ExportOptions<'_>) -> Vec<&'a Concept> {
    let narrowed = options.topic.is_some() || options.level.is_some();
    let asked: BTreeSet<&str> = (library.entries.iter().zip(&library.mentions))
        .filter(|(entry, _)| options.selects(entry))
        .flat_map(|(_, mentions)| mentions.iter().map(|mention| mention.concept.as_str()))
        .collect();
    let wanted = |concept: &&Concept| !narrowed || asked.contains(concept.id.as_str());
    library.glossary.concepts.values().filter(wanted).filter(|concept| !langs(concept, options).is_empty()).collect()
}

/// The languages asked for in which a concept has a name.
fn langs(concept: &Concept, options: &ExportOptions<'_>) -> Vec<Lang> {
    let named = |lang: &Lang| concept.labels(*lang).any(|label| !label.trim().is_empty());
    Lang::ALL.into_iter().filter(|lang| options.lang.is_none_or(|only| only == *lang)).filter(named).collect()
}

/// A name that XML takes for an `id`, another one for each id: what is not a letter, digit, `-` or `.` becomes `_HEX_`.
fn xml_id(id: &str) -> String {
    let mut out = String::from("c-");
    for c in id.chars() {
        if c.is_ascii_alphanumeric() || c == '-' || c == '.' {
            out.push(c);
        } else {
            out += &format!("_{:X}_", u32::from(c));
        }
    }
    out
}

/// Text for elements and attributes; characters that XML 1.0 has no way to write become U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\t' | '\n' => out.push(c),
            // A bare carriage return would be read as a line feed.
            '\r' => out += "&#13;",
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
