//! Declared translations: which side changed since the two were in line.
//!
//! `passerelle.lock` has, for each pair that `links.yaml` declares, a fingerprint of what either side said. When one side says
//! something else and the other does not, the other is stale; when both do, they were changed together and are in line again.
//! So the lock changes once for both, and not while one waits for the other.

use std::collections::{BTreeMap, BTreeSet};

use super::library::Library;
use crate::identity::{Change, ChangeKind, Digest, Lock, Pair};
use crate::normalise::Entry;
use crate::text::fold;

/// What became of the declared translations.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    /// The stale sides with the sides that changed, as indices of the library's entries, in order.
    pub stale: Vec<(usize, usize)>,
    /// How the lock differs from what it was.
    pub changes: Vec<Change>,
    /// Of the ids whose pairs were to be taken as in line, those that no declared translation has.
    pub unknown: Vec<String>,
}

/// Compares the translations that `library` declares with what `lock` has of them, and records there which are in line: new
/// ones, those of which both sides changed, and those with an id that somebody says is `in_line`.
pub fn follow(library: &Library, lock: &mut Lock, in_line: &BTreeSet<String>) -> Followed {
    let before = renamed(lock);
    let mut out = Followed::default();
    let mut unknown = in_line.clone();
    let mut now: BTreeMap<Pair, [String; 2]> = BTreeMap::new();
    let declared = || library.decisions.iter().filter(|decision| decision.translation);
    let index = if declared().next().is_some() { library.index() } else { BTreeMap::new() };
    for decision in declared() {
        let (Some(&a), Some(&b)) = (index.get(decision.a.as_str()), index.get(decision.b.as_str())) else { continue };
        let said = [a, b].map(|at| fingerprint(&library.entries[at]));
        let pair = (decision.a.clone(), decision.b.clone());
        let confirmed = [&pair.0, &pair.1].into_iter().fold(false, |any, id| {
            unknown.remove(id);
            any || in_line.contains(id)
        });
        let same = before.get(&pair).map(|then| [then[0] == said[0], then[1] == said[1]]);
        let kept = match same {
            Some([true, false]) if !confirmed => {
                out.stale.push((a, b));
                before[&pair].clone()
            }
            Some([false, true]) if !confirmed => {
                out.stale.push((b, a));
                before[&pair].clone()
            }
            _ => said,
        };
        now.insert(pair, kept);
    }
    let differs = |pair: &&Pair| lock.translations.get(pair) != now.get(pair);
    let gone = lock.translations.keys().filter(|pair| !now.contains_key(pair));
    let changed: BTreeSet<&Pair> = now.keys().filter(differs).chain(gone).collect();
    out.changes = changed.into_iter().map(|(id, _)| Change { id: id.clone(), kind: ChangeKind::InLine }).collect();
    out.stale.sort_unstable();
    out.unknown = unknown.into_iter().collect();
    lock.translations = now;
    out
}

/// What the lock has, by the ids that its entries have today.
fn renamed(lock: &Lock) -> BTreeMap<Pair, [String; 2]> {
    let live = |id: &str| {
        let retired = lock.records.get(id).filter(|record| record.retired.is_some());
        retired.and_then(|record| lock.heir(record)).map_or_else(|| id.to_owned(), |heir| heir.id.clone())
    };
    let each = lock.translations.iter().map(|((a, b), [of_a, of_b])| {
        let (a, b) = ((live(a), of_a.clone()), (live(b), of_b.clone()));
        let (a, b) = if a.0 <= b.0 { (a, b) } else { (b, a) };
        ((a.0, b.0), [a.1, b.1])
    });
    each.collect()
}

/// A fingerprint of what an entry says: 16 hexadecimal digits. Case, accents, marks, layout, levels and tags say nothing.
fn fingerprint(entry: &Entry) -> String {
    let mut digest = Digest::default();
    for part in [Some(&entry.question), entry.context.as_ref(), entry.answer.as_ref()] {
        digest.add(&said(part.map_or("", String::as_str)));
    }
    for choice in &entry.options {
        digest.add(&said(&choice.text)).add(if choice.correct { "+" } else { "-" });
    }
    digest.finish()
}

/// The words of Markdown, and its code but for white space.
fn said(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut fence: Option<&str> = None;
    for line in markdown.lines().map(str::trim) {
        let marks = ["```", "~~~"].into_iter().find(|marks| line.starts_with(marks));
        match (fence, marks) {
            (None, Some(marks)) => fence = Some(marks),
            (Some(open), Some(marks)) if open == marks => fence = None,
            (Some(_), _) => out.extend(line.chars().filter(|c| !c.is_whitespace())),
            (None, None) => words(line, &mut out),
        }
        out.push(' ');
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds the folded words of a line of prose; between backticks every sign counts.
fn words(line: &str, out: &mut String) {
    for (at, part) in line.split('`').enumerate() {
        match at % 2 {
            0 => out.extend(fold(part).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' })),
            _ => out.push_str(part),
        }
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn only_words_and_code_say_something() {
        let text = "Un cache *partage* :\n\n- `a < b`\n- rapide\n\n```js\nlet a = 1;\n```\n";
        let tidied = "Un cache **partagé** :\n* `a < b`\n* Rapide.\n```javascript\n  let a  = 1;\n```";
        assert_eq!(said(text), said(tidied));
        for other in [text.replace("a < b", "a > b"), text.replace("= 1", "= -1"), text.replace("rapide", "lent")] {
            assert_ne!(said(text), said(&other), "{other}");
        }
    }
}
