//! What a page is about, for machines: JSON-LD in the vocabulary of schema.org. It says nothing that the page does not show.

use serde_json::{Value, json};

use super::address;
use super::entry_view::{excerpt, label, other_labels};
use super::page::{Crumb, Page, Site};
use crate::i18n::{self, Lang};
use crate::identity::rfc3339;
use crate::link::Concept;
use crate::normalise::Entry;
use crate::render::plain_set;

/// Texts longer than this (in characters) are cut: the page itself is there to be read.
const LONGEST: usize = 1_500;

/// A question with its answer, if it has one.
pub(super) fn question(site: &Site<'_>, page: &Page, entry: &Entry, concepts: &[&Concept]) -> Value {
    let lang = entry.lang;
    let mut node = json!({
        "@type": "Question",
        "@id": site.address(&page.path, &page.path),
        "name": page.title,
        "inLanguage": lang.code(),
        "answerCount": 0,
    });
    if let Some(level) = entry.difficulty {
        node["educationalLevel"] = i18n::text(lang, &format!("level-{}", level.name()), &[]).into();
    }
    if let Some(&changed) = site.extra.changed.get(&entry.id) {
        node["dateModified"] = rfc3339(changed).into();
    }
    if !entry.tags.is_empty() {
        node["keywords"] = json!(entry.tags);
    }
    let about: Vec<Value> = concepts.iter().map(|concept| term(site, &page.path, lang, concept)).collect();
    if !about.is_empty() {
        node["about"] = about.into();
    }
    let answer = |text: &str| json!({"@type": "Answer", "text": excerpt(text, lang, LONGEST)});
    let choice = |of: &crate::normalise::Choice| answer(&format!("{}. {}", of.label, of.text));
    let right: Vec<Value> = entry.options.iter().filter(|of| of.correct).map(choice).collect();
    let wrong: Vec<Value> = entry.options.iter().filter(|of| !of.correct).map(choice).collect();
    let written = entry.shown_answer().filter(|text| !text.trim().is_empty()).map(answer);
    let accepted: Vec<Value> = if right.is_empty() { written.into_iter().collect() } else { right };
    node["answerCount"] = (accepted.len() + wrong.len()).into();
    if !accepted.is_empty() {
        node["eduQuestionType"] = if entry.options.is_empty() { "Flashcard" } else { "Multiple choice" }.into();
        node["acceptedAnswer"] = if accepted.len() == 1 { accepted[0].clone() } else { accepted.into() };
    }
    if !wrong.is_empty() {
        node["suggestedAnswer"] = wrong.into();
    }
    node
}

/// A concept by its name and address.
fn term(site: &Site<'_>, from: &str, lang: Lang, concept: &Concept) -> Value {
    let page = site.address(from, &address::concept(lang, &concept.id));
    json!({"@type": "DefinedTerm", "@id": page, "name": label(concept, lang)})
}

/// A concept with its other names and its definition.
pub(super) fn concept(site: &Site<'_>, lang: Lang, concept: &Concept) -> Value {
    let path = address::concept(lang, &concept.id);
    let mut node = term(site, &path, lang, concept);
    node["inLanguage"] = lang.code().into();
    node["termCode"] = concept.id.as_str().into();
    node["inDefinedTermSet"] = site.address(&path, &address::concepts(lang)).into();
    let others = other_labels(concept, lang);
    if !others.is_empty() {
        node["alternateName"] = json!(others);
    }
    if let Some(definition) = concept.definition.get(&lang) {
        node["description"] = plain_set(definition, lang).into();
    }
    node
}

/// A whole: the site in a language, or the set of its concepts.
pub(super) fn whole(site: &Site<'_>, kind: &str, page: &Page) -> Value {
    json!({
        "@type": kind,
        "@id": site.address(&page.path, &page.path),
        "name": page.title,
        "description": page.description,
        "inLanguage": page.lang.code(),
    })
}

/// The way from the home to the page at `path`.
fn breadcrumbs(site: &Site<'_>, lang: Lang, path: &str, title: &str, crumbs: &[Crumb]) -> Value {
    let home = i18n::text(lang, "site-home", &[]);
    let home_path = address::home(lang);
    let steps = std::iter::once((home.as_str(), home_path.as_str()))
        .chain(crumbs.iter().map(|crumb| (crumb.title.as_str(), crumb.to.as_str())))
        .chain([(title, path)]);
    let item = |(at, (name, to)): (usize, (&str, &str))| json!({"@type": "ListItem", "position": at + 1, "name": name, "item": site.address(path, to)});
    json!({"@type": "BreadcrumbList", "itemListElement": steps.enumerate().map(item).collect::<Vec<Value>>()})
}

/// The block of a page, safe between `<script>` and `</script>`; nothing where there is nothing to say.
pub(super) fn block(site: &Site<'_>, page: &Page) -> Option<String> {
    let crumbs = (!page.crumbs.is_empty()).then(|| breadcrumbs(site, page.lang, &page.path, &page.title, &page.crumbs));
    let graph: Vec<&Value> = page.data.iter().chain(&crumbs).collect();
    if !page.listed || graph.is_empty() {
        return None;
    }
    let text = json!({"@context": "https://schema.org", "@graph": graph}).to_string();
    Some(text.replace('<', "\\u003c"))
}
