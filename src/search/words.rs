//! The words of entries, counted by field. Each is folded, looked up and stemmed once for a whole run of entries.

use rustc_hash::FxHashMap;

use crate::text::{fold, is_stop_word, stem, tokens};

/// Where a word stands; the order is that of [`super::weigh::WEIGHTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The question.
    Title,
    /// The names, in both languages, of the concepts that the entry is about: what makes a French query find English pages.
    Labels,
    /// Tags and section titles.
    Tags,
    /// Answer, context, choices.
    Body,
}

/// How many fields there are.
pub(super) const FIELDS: usize = 4;

/// Longer tokens are keys, digests or encoded data, which nobody types.
const LONGEST_TERM: usize = 40;

/// Words of the longest label that is also a term of its own. The script tries every run of as many words.
const LONGEST_LABEL: usize = 4;

/// A stem of an entry: its number among the stems of the part, and how often it stands in each field. No weight tells 255
/// occurrences from more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Use {
    pub term: u32,
    pub counts: [u8; FIELDS],
}

/// What was counted of one entry.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub uses: Box<[Use]>,
    /// How many words each field has.
    pub lengths: [u32; FIELDS],
}

/// The words of a run of entries.
pub(super) struct Counted {
    /// The stems, in no order that means anything.
    pub terms: Vec<Box<str>>,
    pub entries: Vec<Entry>,
}

/// The name of a concept.
pub(super) struct Name {
    terms: Vec<String>,
    /// The label as one term, so that `verrou distribué` is told from a lock here and something distributed there.
    /// In the order of terms it follows its first word: most often in the same shard, which a query loads anyway.
    whole: Option<String>,
}

impl Name {
    pub fn new(label: &str) -> Self {
        let folded = fold(label);
        let kept = tokens(&folded).into_iter().map(|(_, word)| word).filter(|word| is_term(word));
        let terms: Vec<String> = kept.map(|word| stem(word).to_owned()).collect();
        let whole = (1..=LONGEST_LABEL).contains(&terms.len()).then(|| format!("{}_", terms.join("_")));
        Self { terms, whole }
    }
}

fn is_term(word: &str) -> bool {
    !is_stop_word(word) && word.len() <= LONGEST_TERM
}

/// Counts the words of one entry after the other.
#[derive(Default)]
pub(super) struct Words {
    /// The numbers of the stems.
    stems: FxHashMap<Box<str>, u32>,
    /// The number of each word's stem; `None` for those that are left out.
    known: FxHashMap<Box<str>, Option<u32>>,
    /// The counts of the entry at hand, by stem; all zero but for those in `met`.
    counts: Vec<[u8; FIELDS]>,
    met: Vec<u32>,
    lengths: [u32; FIELDS],
    entries: Vec<Entry>,
}

impl Words {
    /// Takes in a text of the entry at hand.
    pub fn add(&mut self, field: Field, text: &str) {
        for (_, word) in tokens(&fold(text)) {
            let term = match self.known.get(word) {
                Some(term) => *term,
                None => {
                    let term = is_term(word).then(|| self.number(stem(word)));
                    self.known.insert(word.into(), term);
                    term
                }
            };
            let Some(term) = term else { continue };
            self.lengths[field as usize] += 1;
            let count = &mut self.meet(term)[field as usize];
            *count = count.saturating_add(1);
        }
    }

    /// Takes in a name of a concept. Concepts share words (`cache`, `cache invalidation`): a name says what the entry is
    /// about, not how often.
    pub fn name(&mut self, name: &Name) {
        self.lengths[Field::Labels as usize] += name.terms.len() as u32;
        for term in name.terms.iter().chain(&name.whole) {
            let term = self.number(term);
            self.meet(term)[Field::Labels as usize] = 1;
        }
    }

    /// What comes next belongs to another entry.
    pub fn end_entry(&mut self) {
        let uses = self.met.drain(..).map(|term| Use { term, counts: std::mem::take(&mut self.counts[term as usize]) });
        self.entries.push(Entry { uses: uses.collect(), lengths: std::mem::take(&mut self.lengths) });
    }

    /// All that was counted.
    pub fn finish(self) -> Counted {
        let mut terms: Vec<(Box<str>, u32)> = self.stems.into_iter().collect();
        terms.sort_unstable_by_key(|(_, number)| *number);
        Counted { terms: terms.into_iter().map(|(term, _)| term).collect(), entries: self.entries }
    }

    fn number(&mut self, stem: &str) -> u32 {
        if let Some(number) = self.stems.get(stem) {
            return *number;
        }
        let number = self.counts.len() as u32;
        self.stems.insert(stem.into(), number);
        self.counts.push([0; FIELDS]);
        number
    }

    /// The counts of a stem of the entry at hand.
    fn meet(&mut self, term: u32) -> &mut [u8; FIELDS] {
        let counts = &mut self.counts[term as usize];
        if *counts == [0; FIELDS] {
            self.met.push(term);
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_is_counted_for_itself() {
        let mut words = Words::default();
        words.add(Field::Title, "Le cache");
        words.add(Field::Body, "Des caches, un cache : le serveur.");
        words.name(&Name::new("cache"));
        words.name(&Name::new("invalidation de cache"));
        words.end_entry();
        words.add(Field::Body, "Un serveur");
        words.end_entry();
        let Counted { terms, entries } = words.finish();
        let lengths: Vec<_> = entries.iter().map(|entry| entry.lengths).collect();
        assert_eq!(lengths, [[1, 3, 0, 3], [0, 0, 0, 1]]);
        let told = |entry: &Entry| entry.uses.iter().map(|u| (&*terms[u.term as usize], u.counts)).collect::<Vec<_>>();
        assert_eq!(
            told(&entries[0]),
            [
                ("cach", [1, 1, 0, 2]),
                ("serv", [0, 0, 0, 1]),
                ("cach_", [0, 1, 0, 0]),
                ("invalid", [0, 1, 0, 0]),
                ("invalid_cach_", [0, 1, 0, 0]),
            ]
        );
        assert_eq!(told(&entries[1]), [("serv", [0, 0, 0, 1])]);
    }

    #[test]
    fn a_count_does_not_run_over() {
        let mut words = Words::default();
        words.add(Field::Body, &"cache ".repeat(300));
        words.end_entry();
        let entries = words.finish().entries;
        assert_eq!(*entries[0].uses, [Use { term: 0, counts: [0, 0, 0, 255] }]);
        assert_eq!(entries[0].lengths, [0, 0, 0, 300]);
    }
}
