//! `technical-term-spelling`: a name or a term of the glossary that is spelt otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::joined::Joined;
use super::kept;
use super::names::Names;
use super::near::Near;
use super::words::{Word, words};
use crate::config::Terms;
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::i18n::Lang;
use crate::link::Library;
use crate::lint::Reading;
use crate::lint::french::prose::Prose;
use crate::lint::whole::Whole;
use crate::text::{fold, french};

const RULE: &str = "technical-term-spelling";

/// A new word that stands in so many documents is no slip.
const MEANT: usize = 3;

/// How terms are spelt.
pub(in crate::lint) struct Spelling<'a> {
    names: Names<'a>,
    longest: usize,
    joined: Joined,
    near: Near<'a>,
    kept: BTreeSet<String>,
}

/// Something that is spelt otherwise.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::lint) struct Spelt {
    /// The finding.
    pub finding: Diagnostic,
    /// Whether it is taken for a slip.
    pub slip: bool,
}

pub(in crate::lint) fn check(whole: &Whole<'_>, out: &mut Vec<Diagnostic>) {
    // Slips are counted over the collection: what many documents say is a word that the glossary does not have.
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, facts) in whole.documents {
        let written: BTreeSet<&str> = facts.spelt.iter().filter(|spelt| spelt.slip).map(Spelt::written).collect();
        written.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
    }
    let often = |spelt: &Spelt| spelt.slip && counts.get(spelt.written()).is_some_and(|&count| count >= MEANT);
    let all = whole.documents.iter().flat_map(|(_, facts)| &facts.spelt);
    out.extend(all.filter(|spelt| !often(spelt)).map(|spelt| spelt.finding.clone()));
}

impl Spelt {
    fn written(&self) -> &str {
        self.finding.args.first().map_or("", |(_, written)| written)
    }
}

impl<'a> Spelling<'a> {
    /// The spelling of names and of the terms of a glossary.
    pub(in crate::lint) fn new(library: &'a Library, terms: &'a Terms) -> Self {
        let glossary = &library.glossary;
        let names = Names::new(&terms.names);
        let labels = glossary.concepts.values().flat_map(|c| Lang::ALL.into_iter().flat_map(|lang| c.labels(lang)));
        let defined = glossary.concepts.values().flat_map(|concept| concept.definition.values());
        let parts = |text: &str| -> Vec<String> {
            let parts = words(text).into_iter().flat_map(|word| word.typed.split('-'));
            parts.map(str::to_owned).collect()
        };
        let own: BTreeSet<String> = labels.chain(names.all()).flat_map(parts).collect();
        let mut known: BTreeSet<String> = own.iter().map(|word| word.to_lowercase()).collect();
        let joined = Joined::new(glossary, known.iter().cloned().collect());
        known.extend(defined.flat_map(|text| parts(text)).map(|word| word.to_lowercase()));
        let longest = names.longest();
        Self { names, longest, joined, near: Near::new(&own, known, library), kept: kept(terms) }
    }

    /// What is spelt otherwise in a document.
    pub(in crate::lint) fn look(&self, document: &Reading<'_>) -> Vec<Spelt> {
        let Some(prose) = document.prose() else { return Vec::new() };
        let words = words(&prose.text);
        let mut out = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let (length, finding) = self.name(prose, &words, at);
            let finding =
                finding.map(|finding| Spelt { finding, slip: false }).or_else(|| self.term(prose, &words[at]));
            out.extend(finding);
            at += length;
        }
        out
    }

    /// The name that begins at a word: how many words it has, and what is wrong with it.
    fn name(&self, prose: &Prose<'_>, words: &[Word<'_>], at: usize) -> (usize, Option<Diagnostic>) {
        let text = &prose.text;
        let more = if self.names.opens(words[at].typed) { self.longest - 1 } else { 0 };
        let run = 1 + words[at + 1..].iter().take(more).take_while(|word| word.follows).count();
        for length in (1..=run).rev() {
            let range = words[at].range.start..words[at + length - 1].range.end;
            let typed = &text[range.clone()];
            // The scheme of an address, a namespace, a key.
            let bound = text[range.end..].starts_with(':') && !text[range.end + 1..].starts_with([' ', '\n', '*']);
            if bound || self.is_kept(typed) {
                continue;
            }
            if let Some(name) = self.names.meant(typed) {
                return (length, Some(finding(prose, range, typed, name).fix_by(name, true)));
            }
        }
        (1, None)
    }

    fn is_kept(&self, typed: &str) -> bool {
        !self.kept.is_empty() && self.kept.contains(&fold(typed))
    }

    fn term(&self, prose: &Prose<'_>, word: &Word<'_>) -> Option<Spelt> {
        let typed = word.typed;
        if self.is_kept(typed) {
            return None;
        }
        let forms = self.joined.apart(typed);
        if let Some(form) = forms.first() {
            let finding = finding(prose, word.range.clone(), typed, form);
            return Some(Spelt { finding: finding.fix_by(form, forms.len() == 1), slip: false });
        }
        let begins = || {
            prose.text[..word.range.start]
                .trim_end_matches([' ', '*', '_', '«', '('])
                .ends_with(['.', '\n', '!', '?', ':', '#', '-'])
        };
        let name = typed.starts_with(char::is_uppercase);
        if !typed.bytes().all(|b| b.is_ascii_alphabetic()) || name && begins() || word.range.start == 0 {
            return None;
        }
        let meant = self.near.meant(typed).filter(|_| !french::french().contains(&typed.to_lowercase()))?;
        let finding = finding(prose, word.range.clone(), typed, meant).variant("near").fix_by(meant, false);
        Some(Spelt { finding, slip: true })
    }
}

fn finding(prose: &Prose<'_>, range: std::ops::Range<usize>, typed: &str, meant: &str) -> Diagnostic {
    let place = prose.document.place(range);
    prose.document.finding(RULE, place).with("written", typed).with("meant", meant)
}

impl Diagnostic {
    /// The same with `text` in the stead of what it is about.
    fn fix_by(self, text: &str, safe: bool) -> Self {
        let edits = vec![Edit::replace(self.place, text)];
        self.fix(if safe { Fix::safe(edits) } else { Fix::unsafe_(edits) })
    }
}
