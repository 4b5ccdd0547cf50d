//! How the collection writes its terms: what the rules about wording go by besides the glossary.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::failure::Failure;
use crate::i18n::Lang;
use crate::text::fold;

/// The terms of a collection.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Terms {
    /// Names as they are spelt: `PagerDuty`. Other case, spacing and hyphens are wrong.
    pub names: Vec<String>,
    /// Terms that stay as they are written, whatever a rule about wording says.
    pub keep: Vec<String>,
    /// What French texts say.
    pub fr: Wording,
    /// What English texts say.
    pub en: Wording,
}

/// The terms of one language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wording {
    /// The term to write, with those that it replaces.
    pub prefer: BTreeMap<String, Vec<String>>,
    /// Terms that no text has.
    pub forbid: Vec<String>,
}

impl Terms {
    /// The terms of a language.
    pub fn of(&self, lang: Lang) -> &Wording {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

impl Terms {
    /// Says which terms cannot all be written as they are wanted.
    ///
    /// # Errors
    /// When a term is to be replaced by two others, when one to write is forbidden, or when writing one leads back to it:
    /// its mending would never end.
    pub(super) fn check(&self) -> Result<(), Failure> {
        Lang::ALL.into_iter().try_for_each(|lang| self.of(lang).check(lang))
    }
}

impl Wording {
    fn check(&self, lang: Lang) -> Result<(), Failure> {
        let failure = |key, term: &str| Failure::new(key).with("lang", lang.code()).with("term", term);
        let mut instead: BTreeMap<String, &str> = BTreeMap::new();
        for (term, replaced) in &self.prefer {
            for other in replaced {
                match instead.insert(words(other).join(" "), term) {
                    Some(before) if before != term => {
                        return Err(failure("config-terms-two", other)
                            .with("one", before)
                            .with("other", term.as_str()));
                    }
                    _ => {}
                }
            }
            if let Some(forbidden) = self.forbid.iter().find(|forbidden| has(term, forbidden)) {
                return Err(failure("config-terms-forbidden", term).with("forbidden", forbidden.as_str()));
            }
        }
        for term in self.prefer.keys() {
            let (mut next, mut seen) = (self.after(term), BTreeSet::new());
            while let Some((written, meant)) = next.pop() {
                if meant == term {
                    return Err(failure("config-terms-circle", term).with("written", written));
                }
                if seen.insert(meant) {
                    next.extend(self.after(meant));
                }
            }
        }
        Ok(())
    }

    /// The terms inside `term` that are to be replaced, each with what is written instead.
    fn after(&self, term: &str) -> Vec<(&str, &str)> {
        let each = self.prefer.iter().flat_map(|(meant, all)| all.iter().map(move |other| (other.as_str(), meant)));
        each.filter(|(other, _)| has(term, other)).map(|(other, meant)| (other, meant.as_str())).collect()
    }
}

/// The words of a term as texts are looked at: the case and the accents do not count.
fn words(term: &str) -> Vec<String> {
    let folded = fold(term);
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Whether `term` has the words of `inner` one after the other.
fn has(term: &str, inner: &str) -> bool {
    let (term, inner) = (words(term), words(inner));
    !inner.is_empty() && term.windows(inner.len()).any(|run| run == inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(prefer: &[(&str, &[&str])], forbid: &[&str]) -> Option<&'static str> {
        let owned = |list: &[&str]| list.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        let prefer = prefer.iter().map(|(term, replaced)| ((*term).to_owned(), owned(replaced))).collect();
        let en = Wording { prefer, forbid: owned(forbid) };
        Terms { en, ..Terms::default() }.check().err().map(|failure| failure.key)
    }

    #[test]
    fn terms_that_lead_nowhere_else_are_fine() {
        assert_eq!(
            check(&[("allowlist", &["whitelist", "white list"]), ("blocklist", &["blacklist"])], &["foo"]),
            None
        );
        assert_eq!(check(&[("test", &["essay"]), ("unit test", &["unit essay", "unittest"])], &[]), None);
        assert_eq!(check(&[("one", &["two"]), ("two sides", &["both"])], &[]), None, "a chain ends");
    }

    #[test]
    fn terms_that_undo_each_other_are_refused() {
        let circle = Some("config-terms-circle");
        assert_eq!(check(&[("a whitelist", &["Whitelist"])], &[]), circle);
        assert_eq!(check(&[("allowlist", &["whitelist"]), ("whitelist", &["allowlist"])], &[]), circle);
        assert_eq!(check(&[("a", &["c d"]), ("b", &["a"]), ("my c d", &["b"])], &[]), circle);
        assert_eq!(check(&[("a", &["x"]), ("b", &["X"])], &[]), Some("config-terms-two"));
        assert_eq!(check(&[("the list", &["x"])], &["list"]), Some("config-terms-forbidden"));
    }
}
