//! `untranslated-message`: an interface message that says the same in both languages.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::i18n::Lang;
use crate::lint::Interface;
use crate::lint::messages::{Messages, pieces};
use crate::text::{fold, french::french, tokens};

pub(super) fn check(interface: &Interface<'_>, out: &mut Vec<Diagnostic>) {
    let read: Vec<Messages<'_>> = interface.messages.iter().map(|&(lang, text)| Messages::parse(lang, text)).collect();
    let Some(english) = read.iter().find(|messages| messages.lang == Lang::En) else { return };
    let source: BTreeMap<&str, Vec<&str>> =
        english.values.iter().map(|(key, pattern)| (key.as_str(), pieces(pattern))).collect();
    let shared = shared(interface);
    for messages in read.iter().filter(|messages| messages.lang == Lang::Fr) {
        for (key, pattern) in &messages.values {
            let said = pieces(pattern);
            let (Some(first), Some(theirs)) = (said.first(), source.get(key.as_str())) else { continue };
            let is_same = *theirs == said && said.iter().any(|piece| is_english(piece, &shared));
            if is_same {
                let finding = messages.finding("untranslated-message", messages.range(first));
                out.push(finding.with("key", key.as_str()));
            }
        }
    }
}

/// Words that are the same in both languages: those of the terms that are kept, and of labels that both languages have.
fn shared(interface: &Interface<'_>) -> BTreeSet<String> {
    let labels = |lang: Lang| interface.glossary.concepts.values().flat_map(move |concept| concept.labels(lang));
    let english: BTreeSet<&str> = labels(Lang::En).collect();
    let both = labels(Lang::Fr).filter(|label| english.contains(label));
    let kept = interface.config.terms.keep.iter().map(String::as_str);
    let folded: Vec<String> = both.chain(kept).map(fold).collect();
    folded.iter().flat_map(|term| tokens(term)).map(|(_, word)| word.to_owned()).collect()
}

/// Whether a text has a word that French lacks. Names, acronyms and single letters are in both languages.
fn is_english(text: &str, shared: &BTreeSet<String>) -> bool {
    let text: String = text.split('`').step_by(2).collect();
    let words = text.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| word.len() > 2);
    words
        .filter(|word| word.chars().all(char::is_lowercase))
        .any(|word| !french().contains(word) && french().accented(word).is_empty() && !shared.contains(&fold(word)))
}
