//! Notes as data: one an entry, with its counterpart in the other language.

use rayon::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{BASELINE, FIELDS, ids};
use crate::config::Config;
use crate::export::{ExportOptions, Retired};
use crate::i18n::{self, Arg, Lang};
use crate::link::{Library, LinkKind};
use crate::normalise::Entry;
use crate::render::{Style, escape, inline, markdown, plain};
use crate::text::slug;

/// One note; it makes one card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What Anki knows it by, whatever its text becomes.
    pub guid: String,
    /// The entry's id.
    pub id: String,
    /// The entry's language.
    pub lang: Lang,
    /// The full name of its deck, levels joined with `::`.
    pub deck: String,
    /// The values of [`FIELDS`], in their order, as HTML.
    pub fields: [String; FIELDS.len()],
    /// Its tags.
    pub tags: Vec<String>,
    /// The release that last changed it, in Unix seconds.
    pub modified: i64,
    /// Whether its question is no longer in the collection.
    pub retired: bool,
}

/// How many concepts a card names.
const CONCEPTS: usize = 5;

/// The notes of the selected entries that have an answer, in the library's order, then those of retired questions.
pub fn notes(library: &Library, options: &ExportOptions<'_>) -> Vec<Note> {
    let near = library.neighbours();
    let counterpart = |at: usize| {
        near[at].iter().map(|(other, link)| (&library.entries[*other], link.kind)).find_map(|(other, kind)| {
            (kind <= LinkKind::Close && other.lang != library.entries[at].lang && answered(other)).then_some(other)
        })
    };
    let chosen: Vec<usize> = (0..library.entries.len())
        .filter(|&at| options.selects(&library.entries[at]) && answered(&library.entries[at]))
        .collect();
    let mut notes: Vec<Note> = chosen.par_iter().map(|&at| note(library, options, at, counterpart(at))).collect();
    let live = library.index();
    let retired = options.retired.iter().filter(|old| {
        let everything = options.topic.is_none() && options.level.is_none();
        everything && options.lang.is_none_or(|lang| lang == old.lang) && !live.contains_key(old.id.as_str())
    });
    notes.extend(retired.map(|old| tombstone(options, old)));
    notes
}

/// How many of the selected entries have no answer, and so no note: a card without an answer teaches nothing.
pub fn unanswered(library: &Library, options: &ExportOptions<'_>) -> usize {
    library.entries.iter().filter(|entry| options.selects(entry) && !answered(entry)).count()
}

fn answered(entry: &Entry) -> bool {
    entry.answer.as_deref().is_some_and(|answer| !answer.trim().is_empty())
        || entry.options.iter().any(|choice| choice.correct)
}

fn note(library: &Library, options: &ExportOptions<'_>, at: usize, other: Option<&Entry>) -> Note {
    let entry = &library.entries[at];
    let config = options.config;
    let released = |id: &str| options.releases.get(id).copied().unwrap_or(BASELINE);
    // In the other language's own `lang`, so that screen readers and hyphenation change with it.
    let foreign = |html: String, lang: Lang, tag| format!("<{tag} lang=\"{}\">{html}</{tag}>", lang.code());
    let topic = topic(entry);
    let mut tags = vec![tag(config, "lang", entry.lang.code())];
    tags.extend(topic.as_deref().map(|topic| tag(config, "topic", &slug(topic))));
    tags.extend(entry.difficulty.map(|level| tag(config, "level", level.name())));
    tags.sort();
    Note {
        guid: guid(config, &entry.id, entry.lang),
        id: entry.id.clone(),
        lang: entry.lang,
        deck: deck(config, entry.lang, topic.as_deref()),
        fields: fields(|name| match name {
            "Id" => escape(&entry.id),
            "Question" => question(entry),
            "Answer" => answer(entry),
            "OtherQuestion" => {
                other.map(|o| foreign(inline(o.shown_question(), o.lang), o.lang, "span")).unwrap_or_default()
            }
            "OtherAnswer" => other.map(|o| foreign(answer(o), o.lang, "div")).unwrap_or_default(),
            "Lang" => entry.lang.code().to_owned(),
            "Topic" => escape(topic.as_deref().unwrap_or_default()),
            "Level" => entry.difficulty.map(|level| level_word(level.name(), entry.lang)).unwrap_or_default(),
            "Concepts" => escape(&concepts(library, at)),
            "Source" => source(config, entry),
            _ => String::new(),
        }),
        tags,
        modified: released(&entry.id).max(other.map_or(BASELINE, |other| released(&other.id))),
        retired: false,
    }
}

/// What is left of a question that was published once: Anki never deletes a note, so the card has to say it.
fn tombstone(options: &ExportOptions<'_>, old: &Retired) -> Note {
    let config = options.config;
    let mut tags = vec![tag(config, "lang", old.lang.code()), format!("{}::retired", slug(config.deck()))];
    tags.sort();
    Note {
        guid: guid(config, &old.id, old.lang),
        id: old.id.clone(),
        lang: old.lang,
        deck: deck(config, old.lang, None),
        fields: fields(|name| match name {
            "Id" => escape(&old.id),
            "Question" => inline(&old.question, old.lang),
            "Lang" => old.lang.code().to_owned(),
            "Retired" => escape(&i18n::text(old.lang, "export-anki-retired", &[])),
            _ => String::new(),
        }),
        tags,
        modified: options.releases.get(&old.id).copied().unwrap_or(BASELINE),
        retired: true,
    }
}

fn fields(value: impl Fn(&str) -> String) -> [String; FIELDS.len()] {
    FIELDS.map(|name| inert(&value(name)))
}

fn question(entry: &Entry) -> String {
    let mut html = inline(entry.shown_question(), entry.lang);
    if let Some(context) = entry.shown_context() {
        html += &format!("<div class=\"context\">{}</div>", markdown(context, Style::of(entry, 2)));
    }
    html + &choices(entry, |_| true)
}

fn answer(entry: &Entry) -> String {
    let written = entry.shown_answer().map(|answer| markdown(answer, Style::of(entry, 2))).unwrap_or_default();
    choices(entry, |choice| choice.correct) + &written
}

fn choices(entry: &Entry, shown: impl Fn(&crate::normalise::Choice) -> bool) -> String {
    let items: String = entry
        .options
        .iter()
        .filter(|choice| shown(choice))
        .map(|choice| format!("<li><b>{}</b> {}</li>", escape(&choice.label), inline(&choice.text, entry.lang)))
        .collect();
    if items.is_empty() { items } else { format!("<ul class=\"choices\">{items}</ul>") }
}

fn topic(entry: &Entry) -> Option<String> {
    entry.topic().map(plain).filter(|topic| !topic.is_empty())
}

fn level_word(level: &str, lang: Lang) -> String {
    escape(&i18n::text(lang, "export-anki-level", &[("level", Arg::from(level))]))
}

/// The names of the concepts that an entry is about, in its language.
fn concepts(library: &Library, at: usize) -> String {
    let entry = &library.entries[at];
    let mentioned = library.mentions.get(at).into_iter().flatten().map(|mention| mention.concept.as_str());
    let mut ids: Vec<&str> = Vec::new();
    for id in entry.concepts.iter().map(String::as_str).chain(mentioned) {
        if !ids.contains(&id) && ids.len() < CONCEPTS {
            ids.push(id);
        }
    }
    let label = |id| library.glossary.concepts.get(id).map_or(id, |concept| concept.label(entry.lang));
    ids.into_iter().map(label).collect::<Vec<_>>().join(", ")
}

/// The question's page where the site has an address, else the file that it was read from.
fn source(config: &Config, entry: &Entry) -> String {
    match config.base_url.as_deref() {
        Some(base) => {
            let base = escape(base.trim_end_matches('/'));
            format!("<a href=\"{base}/{0}/q/{1}/\">{1}</a>", entry.lang.code(), escape(&entry.id))
        }
        None => escape(&entry.source.path),
    }
}

fn guid(config: &Config, id: &str, lang: Lang) -> String {
    ids::guid(&[config.anki_seed(), id, lang.code()])
}

fn tag(config: &Config, kind: &str, value: &str) -> String {
    format!("{}::{kind}::{value}", slug(config.deck()))
}

fn deck(config: &Config, lang: Lang, topic: Option<&str>) -> String {
    [Some(config.deck()), Some(lang.name()), topic].into_iter().flatten().map(level_name).collect::<Vec<_>>().join("::")
}

/// One level of a deck's name: `::` would make two of it, and Anki drops quotes and control characters.
fn level_name(name: &str) -> String {
    let kept: String = name.nfc().filter(|c| !c.is_control() && *c != '"').collect();
    let words: Vec<&str> = kept.split("::").map(str::trim).filter(|part| !part.is_empty()).collect();
    if words.is_empty() { "–".to_owned() } else { words.join(" – ") }
}

/// Field text that Anki takes as it is: composed (NFC), without field separators, and with the brackets escaped that
/// Anki obeys even inside code.
fn inert(html: &str) -> String {
    const TRAPS: &[&str] = &["[latex]", "[/latex]", "[$", "[/$", "[sound:", "[anki:"];
    let kept = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    // Below U+0300, and in the punctuation that French spacing uses, every character is composed: no table is needed.
    let composed = |c: char| c < '\u{300}' || ('\u{2002}'..='\u{206f}').contains(&c);
    let html: String = if html.chars().all(|c| composed(c) && kept(c)) || is_nfc(html) && html.chars().all(kept) {
        html.to_owned()
    } else {
        html.nfc().filter(|&c| kept(c)).collect()
    };
    if !html.contains(['[', '{']) {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    for (at, c) in html.char_indices() {
        let trap = |trap: &&str| html.get(at..at + trap.len()).is_some_and(|text| text.eq_ignore_ascii_case(trap));
        match c {
            '[' if TRAPS.iter().any(trap) => out.push_str("&#91;"),
            '{' if html[at + 1..].starts_with('{') => out.push_str("&#123;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_field_is_obeyed() {
        assert_eq!(
            inert("[sound:a.mp3] [LaTeX]x[/latex] [$]y[/$] a[0]"),
            "&#91;sound:a.mp3] &#91;LaTeX]x&#91;/latex] &#91;$]y&#91;/$] a[0]"
        );
        assert_eq!(inert("{{Front}} e\u{301}\u{1f}\0"), "&#123;{Front}} é");
        assert_eq!(inert("{{{"), "&#123;&#123;{");
    }

    #[test]
    fn deck_names_are_one_level_each() {
        assert_eq!(level_name("C++ :: \"std::vec\""), "C++ – std – vec");
        assert_eq!(level_name("::"), "–");
    }
}
