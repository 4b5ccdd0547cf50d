//! How much a word counts for an entry: BM25F, worked out at build time and kept in three bits.
//!
//! S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004. What stays for the
//! browser is the word's rarity, which it knows from the number of postings.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::document::{Document, FIELDS};

/// Title, labels, tags, body.
pub(super) const WEIGHTS: [f64; FIELDS] = [6.0, 4.0, 2.0, 1.0];

/// How far a long field is held against a word in it: short fields little, bodies as BM25 has it.
const LENGTH_PENALTY: [f64; FIELDS] = [0.5, 0.3, 0.3, 0.75];

/// Where further occurrences stop to matter; above BM25's usual 1.2, so that a title stays ahead of a body's repetitions.
const SATURATION: f64 = 3.0;

/// Bits of a quantised weight.
pub(super) const LEVEL_BITS: u32 = 3;

/// One entry that has a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    /// The entry's number in the order of the documents.
    pub document: u32,
    /// From 0 to 7: how much the term counts for it.
    pub level: u32,
}

/// For each term the entries that have it, in order.
pub(super) fn postings(documents: &[Document]) -> BTreeMap<&str, Vec<Posting>> {
    let mut means = [0.0; FIELDS];
    for (field, mean) in means.iter_mut().enumerate() {
        let total: u64 = documents.iter().map(|document| u64::from(document.lengths[field])).sum();
        *mean = (total as f64 / documents.len().max(1) as f64).max(1.0);
    }
    const PART: usize = 512;
    let parts: Vec<BTreeMap<&str, Vec<Posting>>> = documents
        .par_chunks(PART)
        .enumerate()
        .map(|(part, documents)| {
            let mut out: BTreeMap<&str, Vec<Posting>> = BTreeMap::new();
            for (at, document) in documents.iter().enumerate() {
                let number = (part * PART + at) as u32;
                for (term, counts) in &document.terms {
                    let level = level(counts, &document.lengths, &means);
                    out.entry(term).or_default().push(Posting { document: number, level });
                }
            }
            out
        })
        .collect();
    // The parts come in the order of the documents whatever thread made them.
    let mut out: BTreeMap<&str, Vec<Posting>> = BTreeMap::new();
    for (term, postings) in parts.into_iter().flatten() {
        out.entry(term).or_default().extend(postings);
    }
    out
}

fn level(counts: &[u16; FIELDS], lengths: &[u32; FIELDS], means: &[f64; FIELDS]) -> u32 {
    let mut weight = 0.0;
    for field in 0..FIELDS {
        let relative = f64::from(lengths[field]) / means[field];
        let penalty = 1.0 - LENGTH_PENALTY[field] + LENGTH_PENALTY[field] * relative;
        weight += WEIGHTS[field] * f64::from(counts[field]) / penalty;
    }
    let saturated = weight / (SATURATION + weight);
    let levels = 1 << LEVEL_BITS;
    ((saturated * f64::from(levels)) as u32).min(levels - 1)
}

#[cfg(test)]
mod tests {
    use super::level;

    #[test]
    fn a_title_outweighs_a_body() {
        let (lengths, means) = ([5, 0, 0, 80], [5.0, 1.0, 1.0, 80.0]);
        let of = |counts| level(&counts, &lengths, &means);
        assert!(of([1, 0, 0, 0]) > of([0, 0, 0, 3]));
        assert!(of([0, 1, 0, 0]) > of([0, 0, 1, 0]));
        assert!(of([0, 0, 0, 9]) > of([0, 0, 0, 1]));
        assert!(of([9, 9, 9, 9]) <= 7);
    }
}
