//! Why two questions are linked, in words.

use super::entry_view::label;
use crate::i18n::{self, Arg, Lang};
use crate::link::{Evidence, Library, Link};
use crate::normalise::Entry;
use crate::render::typeset;
use crate::text::fold;

/// Concepts, or words, that are named.
const NAMED: usize = 3;
/// What counted for less than this share is not told.
const SHARE: f64 = 0.03;

/// The reasons for the link of the entries `at`, for readers of `lang`, one a line: what the score is made of, with shares in
/// percent, or the reason of whoever decided it. Where a word of each is named, that of the first entry comes first.
pub(super) fn reasons(library: &Library, link: &Link, at: (usize, usize), lang: Lang) -> Vec<String> {
    let (own, other) = (&library.entries[at.0], &library.entries[at.1]);
    let say = |key: &str, args: &[(&str, Arg<'_>)]| i18n::text(lang, &format!("site-why-{key}"), args);
    let all: f64 = link.evidence.iter().map(|evidence| evidence.weight).sum();
    let of = |signal: &'static str| {
        link.evidence
            .iter()
            .filter(move |e| e.signal == signal && e.weight >= SHARE * all && !e.value.trim().is_empty())
    };
    let percent = |e: &Evidence| (100.0 * e.weight / all).round() as i64;
    let with_share = |what: String, e: &Evidence| {
        say("share", &[("what", what.as_str().into()), ("percent", Arg::Number(percent(e)))])
    };
    let label = |id: &str, _: &Entry| {
        library.glossary.concepts.get(id).map_or_else(|| id.to_owned(), |of| label(of, lang).into_owned())
    };
    type Name<'a> = &'a dyn Fn(&str, &Entry) -> String;
    let pair = |value: &str, name: Name<'_>| match value.split_once('~') {
        Some((a, b)) => {
            let (a, b) = if link.a == own.id { (a, b) } else { (b, a) };
            format!("{} ~ {}", name(a, own), name(b, other))
        }
        None => name(value, own),
    };
    let list = |signal, name: Name<'_>| {
        let named: Vec<String> = of(signal).take(NAMED).map(|e| with_share(pair(&e.value, name), e)).collect();
        let args = [("n", Arg::Number(named.len() as i64)), ("list", named.join(", ").into())];
        (!named.is_empty()).then(|| say(signal, &args))
    };
    let mut out: Vec<String> = Vec::new();
    out.extend(of("decision").map(|e| say("decision", &[("reason", typeset(&e.value, lang).as_ref().into())])));
    out.extend(list("concept", &label));
    out.extend(list("term", &written));
    out.extend(["grammar", "characters", "text"].into_iter().flat_map(of).map(|e| with_share(say(e.signal, &[]), e)));
    out
}

/// A folded word as the question has it.
fn written(word: &str, entry: &Entry) -> String {
    let words = entry.shown_question().split(|c: char| !c.is_alphanumeric());
    words.into_iter().find(|written| fold(written) == word).unwrap_or(word).to_owned()
}
