//! SKOS (W3C, 2009) in Turtle (W3C, 2014): the concept scheme, and the questions as concepts of a scheme for each language,
//! mapped onto each other by their links.
//!
//! What the SKOS reference forbids is left out: a label that is preferred and alternative at once (S13), `related` along
//! `broader` (S27), `relatedMatch` between questions that `exactMatch` joins (S46).

use std::collections::{BTreeMap, BTreeSet};

use super::resource::Names;
use super::{ExportError, ExportOptions, Exporter};
use crate::i18n::Lang;
use crate::link::{Concept, Glossary, Library, LinkKind};
use crate::normalise::Entry;

pub(super) const EXPORTER: Exporter =
    Exporter { name: "skos", extension: "ttl", media_type: "text/turtle", count: super::count, run };

const PREFIXES: &str = "@prefix dct: <http://purl.org/dc/terms/> .\n\
                        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n";

/// The statements about one resource, in the order in which they are written.
struct Resource {
    statements: Vec<(&'static str, Vec<String>)>,
}

impl Resource {
    fn new(class: &str) -> Self {
        Self { statements: vec![("a", vec![class.to_owned()])] }
    }

    /// Says `predicate` of each of `objects`; nothing where there are none.
    fn say(&mut self, predicate: &'static str, objects: Vec<String>) {
        if !objects.is_empty() {
            self.statements.push((predicate, objects));
        }
    }

    fn write(&self, iri: &str, out: &mut String) {
        *out += &format!("\n<{iri}>");
        for (at, (predicate, objects)) in self.statements.iter().enumerate() {
            let mark = if at == 0 { " " } else { " ;\n    " };
            *out += &format!("{mark}{predicate} {}", objects.join(", "));
        }
        *out += " .\n";
    }
}

fn run(library: &Library, options: &ExportOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let names = Names::new(options.config);
    let entries = options.entries(library);
    let mut out = PREFIXES.to_owned();
    schemes(library, options, &names, &entries, &mut out);
    let narrower = narrower(&library.glossary);
    let related = related(&library.glossary);
    for concept in library.glossary.concepts.values() {
        let iris = |ids: Option<&BTreeSet<&str>>| {
            ids.into_iter().flatten().map(|id| format!("<{}>", names.concept(id))).collect::<Vec<_>>()
        };
        let known: BTreeSet<&str> = broader(&library.glossary, concept).collect();
        let mut resource = Resource::new("skos:Concept");
        resource.say("skos:inScheme", vec![format!("<{}>", names.scheme())]);
        if known.is_empty() {
            resource.say("skos:topConceptOf", vec![format!("<{}>", names.scheme())]);
        }
        resource.say("skos:prefLabel", labels(|lang| concept.pref_label.get(&lang).cloned().into_iter().collect()));
        resource.say("skos:altLabel", labels(|lang| alternatives(concept, lang)));
        let definition = |lang| concept.definition.get(&lang).cloned().into_iter().collect();
        resource.say("skos:definition", labels(definition));
        resource.say("skos:broader", iris(Some(&known)));
        resource.say("skos:narrower", iris(narrower.get(concept.id.as_str())));
        resource.say("skos:related", iris(related.get(concept.id.as_str())));
        resource.write(&names.concept(&concept.id), &mut out);
    }
    questions(library, &names, &entries, &mut out);
    Ok(out.into_bytes())
}

/// The concept scheme, and a scheme for the questions of each language that has any.
fn schemes(library: &Library, options: &ExportOptions<'_>, names: &Names, entries: &[&Entry], out: &mut String) {
    let titles = Lang::ALL.into_iter().filter_map(|lang| Some((lang, options.config.title.get(&lang)?)));
    let titles: Vec<String> = titles.map(|(lang, title)| literal(title, lang)).collect();
    let concepts = library.glossary.concepts.values();
    let top = concepts.filter(|concept| broader(&library.glossary, concept).next().is_none());
    let mut scheme = Resource::new("skos:ConceptScheme");
    scheme.say("dct:title", titles);
    scheme.say("skos:hasTopConcept", top.map(|concept| format!("<{}>", names.concept(&concept.id))).collect());
    scheme.write(&names.scheme(), out);
    for lang in Lang::ALL.into_iter().filter(|lang| entries.iter().any(|entry| entry.lang == *lang)) {
        let mut scheme = Resource::new("skos:ConceptScheme");
        scheme.say("dct:title", vec![literal(options.config.title(lang), lang)]);
        scheme.say("dct:language", vec![format!("\"{}\"", lang.code())]);
        scheme.write(&names.questions(lang), out);
    }
}

/// The questions, each with what it is about and how it maps onto others that are written too.
fn questions(library: &Library, names: &Names, entries: &[&Entry], out: &mut String) {
    let chosen: BTreeMap<&str, &Entry> = entries.iter().map(|entry| (entry.id.as_str(), *entry)).collect();
    let same = groups(library, &chosen);
    let mut matches: BTreeMap<&str, BTreeMap<&'static str, Vec<String>>> = BTreeMap::new();
    for link in &library.links {
        let (Some(a), Some(b)) = (chosen.get(link.a.as_str()), chosen.get(link.b.as_str())) else { continue };
        let predicate = match link.kind {
            LinkKind::Same => "skos:exactMatch",
            LinkKind::Close => "skos:closeMatch",
            LinkKind::Related if same.get(a.id.as_str()) == same.get(b.id.as_str()) => continue,
            LinkKind::Related => "skos:relatedMatch",
        };
        for (from, to) in [(a, b), (b, a)] {
            let iri = format!("<{}>", names.question(to.lang, &to.id));
            matches.entry(&from.id).or_default().entry(predicate).or_default().push(iri);
        }
    }
    for (at, entry) in library.entries.iter().enumerate() {
        if !chosen.contains_key(entry.id.as_str()) {
            continue;
        }
        let mentions = library.mentions.get(at).into_iter().flatten();
        let known = mentions.filter(|mention| library.glossary.concepts.contains_key(&mention.concept));
        let mut resource = Resource::new("skos:Concept");
        resource.say("skos:inScheme", vec![format!("<{}>", names.questions(entry.lang))]);
        resource.say("skos:prefLabel", vec![literal(entry.shown_question(), entry.lang)]);
        resource.say("dct:subject", known.map(|mention| format!("<{}>", names.concept(&mention.concept))).collect());
        for (predicate, iris) in matches.remove(entry.id.as_str()).into_iter().flatten() {
            resource.say(predicate, iris);
        }
        resource.write(&names.question(entry.lang, &entry.id), out);
    }
}

/// For each question the first of those that it is the same as, directly or through others: `exactMatch` is transitive.
fn groups<'a>(library: &'a Library, chosen: &BTreeMap<&'a str, &'a Entry>) -> BTreeMap<&'a str, &'a str> {
    let mut near: BTreeMap<&str, Vec<&str>> = chosen.keys().map(|id| (*id, Vec::new())).collect();
    for link in library.links.iter().filter(|link| link.kind == LinkKind::Same) {
        if chosen.contains_key(link.a.as_str()) && chosen.contains_key(link.b.as_str()) {
            near.entry(&link.a).or_default().push(&link.b);
            near.entry(&link.b).or_default().push(&link.a);
        }
    }
    let mut group: BTreeMap<&str, &str> = BTreeMap::new();
    for &first in near.keys() {
        let mut open = vec![first];
        while let Some(id) = open.pop() {
            if !group.contains_key(id) {
                group.insert(id, first);
                open.extend(&near[id]);
            }
        }
    }
    group
}

/// The concepts above one, but itself.
fn broader<'a>(glossary: &'a Glossary, concept: &'a Concept) -> impl Iterator<Item = &'a str> {
    let known = concept.broader.iter().filter(|id| **id != concept.id && glossary.concepts.contains_key(*id));
    known.map(String::as_str)
}

fn narrower(glossary: &Glossary) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut out: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for concept in glossary.concepts.values() {
        for above in broader(glossary, concept) {
            out.entry(above).or_default().insert(&concept.id);
        }
    }
    out
}

/// Related concepts, both ways, but for those of which one is above the other.
fn related(glossary: &Glossary) -> BTreeMap<&str, BTreeSet<&str>> {
    let above: BTreeMap<&str, BTreeSet<&str>> =
        glossary.concepts.values().map(|concept| (concept.id.as_str(), ancestors(glossary, concept))).collect();
    let mut out: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for concept in glossary.concepts.values() {
        let id = concept.id.as_str();
        for other in concept.related.iter().map(String::as_str).filter(|other| *other != id) {
            let Some(over) = above.get(other) else { continue };
            if !over.contains(id) && !above[id].contains(other) {
                out.entry(id).or_default().insert(other);
                out.entry(other).or_default().insert(id);
            }
        }
    }
    out
}

/// Everything above a concept; a glossary may lead in a circle.
fn ancestors<'a>(glossary: &'a Glossary, concept: &'a Concept) -> BTreeSet<&'a str> {
    let mut out = BTreeSet::new();
    let mut open: Vec<&str> = broader(glossary, concept).collect();
    while let Some(id) = open.pop() {
        if let Some(next) = glossary.concepts.get(id).filter(|_| out.insert(id)) {
            open.extend(broader(glossary, next));
        }
    }
    out
}

/// The other names of a concept, each once.
fn alternatives(concept: &Concept, lang: Lang) -> Vec<String> {
    let preferred = concept.pref_label.get(&lang);
    let others: BTreeSet<&String> = concept.alt_label.get(&lang).into_iter().flatten().collect();
    others.into_iter().filter(|label| Some(*label) != preferred).cloned().collect()
}

fn labels(of: impl Fn(Lang) -> Vec<String>) -> Vec<String> {
    Lang::ALL.into_iter().flat_map(|lang| of(lang).into_iter().map(move |text| literal(&text, lang))).collect()
}

/// A string of Turtle with its language.
fn literal(text: &str, lang: Lang) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out += "\\n",
            '\r' => out += "\\r",
            '\t' => out += "\\t",
            c if c.is_control() => out += &format!("\\u{:04X}", u32::from(c)),
            c => out.push(c),
        }
    }
    out + "\"@" + lang.code()
}
