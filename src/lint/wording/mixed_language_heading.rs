//! `mixed-language-heading`: a title of a French text with English words that are no terms, or the other way round.

use std::collections::BTreeSet;

use super::kept;
use super::words::{Word, words};
use crate::diagnostic::Diagnostic;
use crate::i18n::Lang;
use crate::lint::{Context, Reading};
use crate::parse::Role;
use crate::text::french::french;
use crate::text::{balance, fold};

/// Shorter words are articles, acronyms and abbreviations.
const SHORTEST: usize = 4;
/// French function words that make an English title French.
const FRENCH_WORDS: f64 = 2.0;

pub(in crate::lint) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let is_heading = |role: &Role| matches!(role, Role::Title | Role::Section);
    let headings: Vec<usize> =
        (1..=document.parsed.roles.len()).filter(|&line| is_heading(&document.parsed.roles[line - 1])).collect();
    let entries = context.entries(document);
    if headings.is_empty() || entries.is_empty() {
        return;
    }
    let Some(prose) = document.prose() else { return };
    let french_entries = entries.iter().filter(|entry| entry.lang == Lang::Fr).count();
    let main = if french_entries * 2 > entries.len() { Lang::Fr } else { Lang::En };
    let mut terms = kept(&context.config.terms);
    if main == Lang::Fr {
        let labels = context.library.glossary.concepts.values().flat_map(|concept| concept.labels(Lang::Fr));
        terms.extend(labels.map(fold));
    }
    for line in headings {
        let range = document.source.line_range(line);
        let text = &prose.text[range.clone()];
        let found = match main {
            Lang::Fr => english(text, &terms),
            Lang::En if balance(text) >= FRENCH_WORDS => {
                Some(text.len() - text.trim_start_matches(['#', ' ']).len()..text.trim_end().len())
            }
            Lang::En => None,
        };
        let Some(found) = found else { continue };
        let place = document.place(range.start + found.start..range.start + found.end);
        let finding = document.finding("mixed-language-heading", place).with("written", &text[found]);
        out.push(finding.with("expected", main.code()));
    }
}

/// The first run of neighbouring words of a French title that are no French words and that no terms make up.
fn english(text: &str, terms: &BTreeSet<String>) -> Option<std::ops::Range<usize>> {
    let words = words(text);
    let foreign = |word: &Word<'_>| {
        let lower = word.typed.to_lowercase();
        let plain = lower.len() >= SHORTEST && lower.bytes().all(|b| b.is_ascii_lowercase());
        // All capitals are an acronym, capitals inside a name.
        let ordinary = word.typed.chars().skip(1).all(char::is_lowercase);
        // French has loans in -ing, which are English all the same.
        let is_french = !lower.ends_with("ing") && french().contains(&lower);
        plain && ordinary && !is_french && french().accented(&lower).is_empty()
    };
    let mut at = 0;
    while at < words.len() {
        let run = words[at..]
            .iter()
            .enumerate()
            .take_while(|(nth, word)| foreign(word) && (*nth == 0 || word.follows))
            .count();
        if run >= 2 && !covered(&words[at..at + run], terms) {
            return Some(words[at].range.start..words[at + run - 1].range.end);
        }
        at += run.max(1);
    }
    None
}

/// Whether some words are terms, one after the other, the longest first.
fn covered(words: &[Word<'_>], terms: &BTreeSet<String>) -> bool {
    let phrase = |words: &[Word<'_>]| fold(&words.iter().map(|word| word.typed).collect::<Vec<_>>().join(" "));
    let mut at = 0;
    while at < words.len() {
        match (at + 1..=words.len()).rev().find(|&end| terms.contains(&phrase(&words[at..end]))) {
            Some(end) => at = end,
            None => return false,
        }
    }
    true
}
