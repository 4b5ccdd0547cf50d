//! `forbidden-term`: a term that the collection's settings replace by another or have no place for.

use std::collections::BTreeMap;

use super::kept;
use super::words::words;
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::i18n::Lang;
use crate::lint::{Context, Reading};
use crate::text::fold;

/// For each language the terms that are not written, folded and with one space between words, and what is written instead.
type Terms<'a> = BTreeMap<(Lang, String), Option<&'a str>>;

pub(in crate::lint) fn check(context: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let terms = terms(context);
    let longest = terms.keys().map(|(_, term)| term.split(' ').count()).max().unwrap_or(0);
    if longest == 0 {
        return;
    }
    let Some(prose) = document.prose() else { return };
    let kept = kept(&context.config.terms);
    let words = words(&prose.text);
    let mut at = 0;
    while at < words.len() {
        let line = document.source.position(words[at].range.start).0;
        let lang = prose.langs.get(line).copied().flatten();
        let run = 1 + words[at + 1..].iter().take(longest - 1).take_while(|word| word.follows).count();
        let found = (1..=run).rev().find_map(|length| {
            let range = words[at].range.start..words[at + length - 1].range.end;
            let term = fold(&prose.text[range.clone()]);
            // What is kept is kept whole, with what is inside it.
            if kept.contains(&term) {
                return Some((length, None));
            }
            let meant = terms.get(&(lang?, term))?;
            Some((length, Some((range, *meant))))
        });
        let Some((length, hit)) = found else {
            at += 1;
            continue;
        };
        at += length;
        let Some((range, meant)) = hit else { continue };
        let place = document.place(range.clone());
        let finding = document.finding("forbidden-term", place).with("written", &prose.text[range]);
        out.push(match meant {
            Some(meant) => {
                finding.variant("prefer").with("meant", meant).fix(Fix::unsafe_(vec![Edit::replace(place, meant)]))
            }
            None => finding,
        });
    }
}

fn terms<'a>(context: &Context<'a>) -> Terms<'a> {
    let mut out = Terms::new();
    for lang in Lang::ALL {
        let wording = context.config.terms.of(lang);
        let folded = |term: &String| (lang, fold(term).split_whitespace().collect::<Vec<_>>().join(" "));
        out.extend(wording.forbid.iter().map(|term| (folded(term), None)));
        for (term, replaced) in &wording.prefer {
            out.extend(replaced.iter().map(|other| (folded(other), Some(term.as_str()))));
        }
    }
    out
}
