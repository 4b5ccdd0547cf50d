//! What is shown about the place under the pointer.

use std::fmt::Write;

use lsp_types::{Hover, MarkupContent, MarkupKind, Range};

use super::under::{Under, under};
use super::view::View;
use super::{navigate, position};
use crate::i18n::{Lang, text};
use crate::link::{Concept, LinkKind};
use crate::normalise::Entry;

/// How many counterparts are named; going to them shows all.
const COUNTERPARTS: usize = 5;

/// About a byte of the document: the key of front matter, the concept or the question that stands there.
pub fn hover(view: &View<'_>, offset: usize) -> Option<Hover> {
    let lang = view.client.lang;
    let (value, range) = match under(view, offset) {
        Some(Under::Key(name, range)) => (text(lang, &format!("lsp-key-{name}"), &[]), range),
        Some(Under::Concept(concept, range)) => (about_concept(view, concept), range),
        None => {
            let line = view.open.source.position(offset).0;
            let entry = view.entry(line)?;
            let asked = view.read()?.question_place(entry);
            if asked.line != line {
                return None;
            }
            let source = &view.open.source;
            let range = source.offset(asked.line, asked.column)..source.offset(asked.end_line, asked.end_column);
            (about_question(view, entry), range)
        }
    };
    let at = |byte| position::position(&view.open.source, view.client.units, byte);
    Some(Hover {
        contents: MarkupContent { kind: MarkupKind::Markdown, value }.into(),
        range: Some(Range { start: at(range.start), end: at(range.end) }),
    })
}

/// Its names in both languages, what it is, and how many questions are about it.
fn about_concept(view: &View<'_>, concept: &Concept) -> String {
    let lang = view.client.lang;
    let mut out = String::new();
    for other in Lang::ALL {
        let mut labels = concept.labels(other);
        let Some(first) = labels.next() else { continue };
        let rest: Vec<&str> = labels.collect();
        let more = if rest.is_empty() { String::new() } else { format!(" ({})", rest.join(", ")) };
        let _ = writeln!(out, "- **{first}**{more} · {}", other.name());
    }
    let definition = concept.definition.get(&lang).or_else(|| concept.definition.get(&lang.other()));
    if let Some(definition) = definition {
        let _ = write!(out, "\n{definition}\n");
    }
    if !view.is_complete() {
        return out;
    }
    let [fr, en] = Lang::ALL.map(|lang| navigate::about(view, &concept.id).filter(|at| at.lang == lang).count());
    let _ = write!(out, "\n{}", text(lang, "lsp-questions", &[("fr", fr.into()), ("en", en.into())]));
    out
}

/// Its concepts and its counterparts.
fn about_question(view: &View<'_>, entry: &Entry) -> String {
    let lang = view.client.lang;
    let mut out = String::new();
    let library = view.library();
    let known = view.index(entry).zip(library);
    let mentions = known.map_or(&[][..], |(at, library)| &library.mentions[at]);
    let concepts = mentions.iter().filter_map(|mention| view.known.glossary.concepts.get(&mention.concept));
    for concept in concepts {
        let (own, other) = (concept.label(entry.lang), concept.label(entry.lang.other()));
        let both = if own == other { format!("**{own}**") } else { format!("**{own}** · {other}") };
        let _ = writeln!(out, "- {both}");
    }
    if !view.is_complete() {
        return out;
    }
    let near: Vec<_> = view.index(entry).map(|at| navigate::counterparts(view, at)).unwrap_or_default();
    let heading = if near.is_empty() { "site-no-counterpart" } else { "site-in" };
    if !out.is_empty() {
        out.push('\n');
    }
    let _ = write!(out, "{}\n\n", text(lang, &format!("{heading}-{}", entry.lang.other().code()), &[]));
    for (other, link) in near.iter().take(COUNTERPARTS) {
        let kind = match link.kind {
            LinkKind::Same => "site-link-same",
            LinkKind::Close => "site-link-close",
            LinkKind::Related => "site-link-related",
        };
        let kind = text(lang, kind, &[]);
        let _ = writeln!(out, "- {} ({kind}, {:.2})", other.shown_question(), link.score);
    }
    let id = known.map_or(entry.id.as_str(), |(at, library)| library.entries[at].id.as_str());
    let _ = write!(out, "\n`{id}`");
    out
}
