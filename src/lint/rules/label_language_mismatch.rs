//! `label-language-mismatch`: an English label in a French entry, or a French one in an English entry.

use std::sync::OnceLock;

use regex::Regex;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::i18n::Lang;
use crate::lint::{Context, Document, Reading};
use crate::normalise::Entry;
use crate::parse::{FieldName, Format, Role, sniff};
use crate::text::fold;

/// Labels of French and what English says, both as they are written.
const LABELS: &[(&str, &str)] = &[
    ("R", "A"),
    ("Rép", "Ans"),
    ("Réponse", "Answer"),
    ("Difficulté", "Difficulty"),
    ("Niveau", "Level"),
    ("Contexte", "Context"),
    ("Exemple de code", "Code example"),
    ("Étiquettes", "Tags"),
    ("Notions", "Concepts"),
];

pub(super) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    if sniff(&document.source) != Format::Text {
        return;
    }
    for entry in context.entries(document) {
        out.extend(labelled(document, entry).filter_map(|line| about(document, entry.lang, line)));
    }
}

/// The lines of an entry that may begin with a label.
fn labelled<'a>(document: &'a Document, entry: &Entry) -> impl Iterator<Item = usize> + 'a {
    let lines = entry.source.lines;
    let answer = document.draft(entry).and_then(|draft| draft.field(FieldName::Answer)).map(|field| field.lines.start);
    (lines.start..=lines.end.min(document.source.line_count())).filter(move |&line| {
        let role = document.parsed.roles.get(line - 1);
        matches!(role, Some(Role::Label | Role::Difficulty | Role::Context)) || answer == Some(line)
    })
}

fn about(document: &Document, lang: Lang, line: usize) -> Option<Diagnostic> {
    static LABEL: OnceLock<Regex> = OnceLock::new();
    let pattern = r"^\s*(?:(?:[-*+>•]|#{1,6}|\d{1,4}[.)])\s+)*(?:\*\*|__)?(?P<word>\p{L}+(?: \p{L}+){0,2})(?P<space>[ \u{a0}\u{202f}]*(?P<mid>\*\*|__)?[ \u{a0}\u{202f}]*):";
    let label = LABEL.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    let found = label.captures(document.source.line(line))?;
    let (word, space) = (found.name("word")?, found.name("space")?);
    let written = word.as_str();
    let (own, other) = LABELS
        .iter()
        .map(|&(fr, en)| if lang == Lang::Fr { (fr, en) } else { (en, fr) })
        .find(|(_, other)| fold(other) == fold(written))?;
    // `Tags` and `Concepts` are French words too.
    if lang == Lang::Fr && ["Tags", "Concepts"].contains(&other) {
        return None;
    }
    let own = if written.chars().all(|c| !c.is_uppercase()) { own.to_lowercase() } else { own.to_owned() };
    let start = document.source.line_range(line).start;
    let place = document.place(start + word.start()..start + space.end());
    let mid = found.name("mid").map_or("", |mid| mid.as_str());
    // French has a space before the colon, English has none.
    let text = format!("{own}{mid}{}", if lang == Lang::Fr { "\u{a0}" } else { "" });
    let finding = document.finding("label-language-mismatch", document.place(start + word.start()..start + word.end()));
    let finding = finding.with("label", written).with("own", own).with("lang", lang.code());
    Some(finding.fix(Fix::safe(vec![Edit::replace(place, text)])))
}
