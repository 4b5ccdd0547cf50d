//! From the words of entries to the entries of words.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::weigh::{LEVEL_BITS, scales};
use super::words::Counted;

/// One entry that has a term: its number in the order of the documents, and from 0 to 7 how much the term counts for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting(u32);

impl Posting {
    pub fn new(document: u32, level: u32) -> Self {
        Self(document << LEVEL_BITS | level)
    }

    pub fn document(self) -> u32 {
        self.0 >> LEVEL_BITS
    }

    pub fn level(self) -> u32 {
        self.0 % (1 << LEVEL_BITS)
    }
}

/// For each term the entries that have it, in one list for all: a list each would take as much again.
#[derive(Default)]
pub(super) struct Postings {
    /// The terms in the order of JavaScript strings.
    terms: Vec<Box<str>>,
    /// Where the postings of each term end.
    ends: Vec<usize>,
    all: Vec<Posting>,
}

impl Postings {
    /// The postings of entries read in parts, the parts in the order of the documents.
    pub fn new(mut parts: Vec<Counted>) -> Self {
        let scales = scales(parts.iter().flat_map(|part| &part.entries).map(|entry| &entry.lengths));
        let (terms, numbers) = merged(&mut parts);
        let uses =
            || parts.iter().zip(&numbers).flat_map(|(part, numbers)| part.entries.iter().map(move |e| (e, numbers)));
        let mut starts = vec![0; terms.len() + 1];
        for (entry, numbers) in uses() {
            entry.uses.iter().for_each(|used| starts[numbers[used.term as usize] as usize + 1] += 1);
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut all = vec![Posting(0); sum];
        // Each start moves to the end of its term, which is the start of the next.
        for (document, ((entry, numbers), scale)) in uses().zip(&scales).enumerate() {
            for used in &entry.uses {
                let next = &mut starts[numbers[used.term as usize] as usize];
                all[*next] = Posting::new(document as u32, scale.level(used.counts));
                *next += 1;
            }
        }
        starts.pop();
        Self { terms, ends: starts, all }
    }

    /// The terms, in the order of JavaScript strings, with their entries.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Posting])> {
        let starts = std::iter::once(&0).chain(&self.ends);
        let lists = starts.zip(&self.ends).map(|(start, end)| &self.all[*start..*end]);
        self.terms.iter().map(|term| &**term).zip(lists)
    }
}

/// The terms of all parts, each once and in order, and for each part the numbers that its own have there.
fn merged(parts: &mut [Counted]) -> (Vec<Box<str>>, Vec<Vec<u32>>) {
    let mut numbers: Vec<Vec<u32>> = parts.iter().map(|part| vec![0; part.terms.len()]).collect();
    let mut found: Vec<(Box<str>, u32, u32)> = Vec::new();
    for (at, part) in parts.iter_mut().enumerate() {
        let terms = std::mem::take(&mut part.terms).into_iter().enumerate();
        found.extend(terms.map(|(number, term)| (term, at as u32, number as u32)));
    }
    found.par_sort_unstable_by(|(a, ..), (b, ..)| compare(a, b));
    let mut terms: Vec<Box<str>> = Vec::new();
    for (term, part, number) in found {
        if terms.last() != Some(&term) {
            terms.push(term);
        }
        numbers[part as usize][number as usize] = terms.len() as u32 - 1;
    }
    (terms, numbers)
}

/// The order of JavaScript strings, by UTF-16 unit.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}

#[cfg(test)]
impl Postings {
    /// Postings made by hand: terms with their entries and levels.
    pub fn of(lists: &[(&str, &[(u32, u32)])]) -> Self {
        let mut sorted: Vec<_> = lists.to_vec();
        sorted.sort_by(|(a, _), (b, _)| compare(a, b));
        let mut out = Self::default();
        for (term, list) in sorted {
            out.terms.push(term.into());
            out.all.extend(list.iter().map(|(document, level)| Posting::new(*document, *level)));
            out.ends.push(out.all.len());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::{Field, Words};
    use super::*;

    #[test]
    fn parts_are_one_index() {
        let read = |texts: &[&str]| {
            let mut words = Words::default();
            for text in texts {
                words.add(Field::Title, text);
                words.end_entry();
            }
            words.finish()
        };
        let texts = ["zone cache", "cache", "quorum", "index cache", "zone \u{10400} \u{ff41}"];
        let told = |postings: &Postings| {
            let list = |list: &[Posting]| list.iter().map(|p| (p.document(), p.level())).collect::<Vec<_>>();
            postings.iter().map(|(term, of)| (term.to_owned(), list(of))).collect::<Vec<_>>()
        };
        let parted = told(&Postings::new(texts.chunks(2).map(read).collect()));
        assert_eq!(parted, told(&Postings::new(vec![read(&texts)])));
        let terms: Vec<&str> = parted.iter().map(|(term, _)| &**term).collect();
        // Above U+FFFF, yet first by UTF-16 units.
        assert_eq!(terms, ["cach", "index", "quorum", "zone", "\u{10428}", "\u{ff41}"]);
        assert_eq!(parted[0].1.iter().map(|(document, _)| *document).collect::<Vec<_>>(), [0, 1, 3]);
    }
}
