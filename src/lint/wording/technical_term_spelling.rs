//! `technical-term-spelling`: a name or a term of the glossary that is spelt otherwise.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::joined::Joined;
use super::kept;
use super::names::Names;
use super::near::Near;
use super::words::{Word, words};
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::i18n::Lang;
use crate::lint::french::prose::Prose;
use crate::lint::{Context, Document};
use crate::text::{fold, french};

const RULE: &str = "technical-term-spelling";

/// A new word that stands in so many documents is no slip.
const MEANT: usize = 3;

struct Spelling<'a> {
    names: Names<'a>,
    longest: usize,
    joined: Joined,
    near: Near<'a>,
    kept: BTreeSet<String>,
}

pub(in crate::lint) fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let spelling = Spelling::new(context);
    let found: Vec<Vec<(Diagnostic, bool)>> =
        context.documents.par_iter().map(|document| spelling.look(context, document)).collect();
    // Slips are counted over the collection: what many documents say is a word that the glossary does not have.
    let slips = || found.iter().map(|found| found.iter().filter(|(_, slip)| *slip));
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for document in slips() {
        let written: BTreeSet<&str> = document.map(|(finding, _)| finding.args[0].1.as_str()).collect();
        written.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
    }
    let often: BTreeSet<String> =
        counts.into_iter().filter(|(_, count)| *count >= MEANT).map(|(word, _)| word.to_owned()).collect();
    let all = found.into_iter().flatten();
    out.extend(all.filter(|(finding, slip)| !slip || !often.contains(&finding.args[0].1)).map(|(finding, _)| finding));
}

impl<'a> Spelling<'a> {
    fn new(context: &Context<'a>) -> Self {
        let glossary = &context.library.glossary;
        let names = Names::new(&context.config.terms.names);
        let labels = glossary.concepts.values().flat_map(|c| Lang::ALL.into_iter().flat_map(|lang| c.labels(lang)));
        let defined = glossary.concepts.values().flat_map(|concept| concept.definition.values());
        let parts = |text: &str| -> Vec<String> {
            let parts = words(text).into_iter().flat_map(|word| word.typed.split('-'));
            parts.map(str::to_owned).collect()
        };
        let own: BTreeSet<String> = labels.chain(names.all()).flat_map(parts).collect();
        let mut known: BTreeSet<String> = own.iter().map(|word| word.to_lowercase()).collect();
        let joined = Joined::new(glossary, known.clone());
        known.extend(defined.flat_map(|text| parts(text)).map(|word| word.to_lowercase()));
        let longest = names.longest();
        Self {
            names,
            longest,
            joined,
            near: Near::new(&own, known, context.library.lexicon()),
            kept: kept(&context.config.terms),
        }
    }

    /// What is spelt otherwise in a document, and whether each is taken for a slip.
    fn look(&self, context: &Context<'_>, document: &Document) -> Vec<(Diagnostic, bool)> {
        let Some(prose) = Prose::any(context, document) else { return Vec::new() };
        let words = words(&prose.text);
        let mut out = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let (length, finding) = self.name(&prose, &words, at);
            let finding = finding.map(|finding| (finding, false)).or_else(|| self.term(&prose, &words[at]));
            out.extend(finding);
            at += length;
        }
        out
    }

    /// The name that begins at a word: how many words it has, and what is wrong with it.
    fn name(&self, prose: &Prose<'_>, words: &[Word<'_>], at: usize) -> (usize, Option<Diagnostic>) {
        let text = &prose.text;
        let run = 1 + words[at + 1..].iter().take(self.longest - 1).take_while(|word| word.follows).count();
        for length in (1..=run).rev() {
            let range = words[at].range.start..words[at + length - 1].range.end;
            let typed = &text[range.clone()];
            // The scheme of an address, a namespace, a key.
            let bound = text[range.end..].starts_with(':') && !text[range.end + 1..].starts_with([' ', '\n', '*']);
            if bound || self.kept.contains(&fold(typed)) {
                continue;
            }
            if let Some(name) = self.names.meant(typed) {
                return (length, Some(finding(prose, range, typed, name).fix_by(name, true)));
            }
        }
        (1, None)
    }

    fn term(&self, prose: &Prose<'_>, word: &Word<'_>) -> Option<(Diagnostic, bool)> {
        let typed = word.typed;
        if self.kept.contains(&fold(typed)) {
            return None;
        }
        let forms = self.joined.apart(typed);
        if let Some(form) = forms.first() {
            let finding = finding(prose, word.range.clone(), typed, form);
            return Some((finding.fix_by(form, forms.len() == 1), false));
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
        Some((finding(prose, word.range.clone(), typed, meant).variant("near").fix_by(meant, false), true))
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
