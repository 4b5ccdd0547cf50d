//! How much a word counts for an entry: BM25F, worked out at build time and kept in three bits.
//!
//! S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004. What stays for the
//! browser is the word's rarity, which it knows from the number of postings.

use super::words::FIELDS;

/// Title, labels, tags, body.
pub(super) const WEIGHTS: [f64; FIELDS] = [6.0, 4.0, 2.0, 1.0];

/// How far a long field is held against a word in it: short fields little, bodies as BM25 has it.
const LENGTH_PENALTY: [f64; FIELDS] = [0.5, 0.3, 0.3, 0.75];

/// Where further occurrences stop to matter; above BM25's usual 1.2, so that a title stays ahead of a body's repetitions.
const SATURATION: f64 = 3.0;

/// Bits of a quantised weight.
pub(super) const LEVEL_BITS: u32 = 3;

/// What a field's words count in one entry, for each field.
pub(super) struct Scale([f64; FIELDS]);

/// The scale of every entry, from how many words each of its fields has.
pub(super) fn scales<'a>(lengths: impl Iterator<Item = &'a [u32; FIELDS]> + Clone) -> Vec<Scale> {
    let count = lengths.clone().count().max(1);
    let mut totals = [0_u64; FIELDS];
    for lengths in lengths.clone() {
        totals.iter_mut().zip(lengths).for_each(|(total, length)| *total += u64::from(*length));
    }
    let means = totals.map(|total| (total as f64 / count as f64).max(1.0));
    lengths.map(|lengths| Scale::new(lengths, &means)).collect()
}

impl Scale {
    fn new(lengths: &[u32; FIELDS], means: &[f64; FIELDS]) -> Self {
        Self(std::array::from_fn(|field| {
            let relative = f64::from(lengths[field]) / means[field];
            WEIGHTS[field] / (1.0 - LENGTH_PENALTY[field] + LENGTH_PENALTY[field] * relative)
        }))
    }

    /// From 0 to 7: how much a word counts for the entry that has it so often in each field.
    pub fn level(&self, counts: [u8; FIELDS]) -> u32 {
        let weight: f64 = self.0.iter().zip(counts).map(|(scale, count)| scale * f64::from(count)).sum();
        let saturated = weight / (SATURATION + weight);
        let levels = 1 << LEVEL_BITS;
        ((saturated * f64::from(levels)) as u32).min(levels - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn a_title_outweighs_a_body() {
        let scale = Scale::new(&[5, 0, 0, 80], &[5.0, 1.0, 1.0, 80.0]);
        let of = |counts| scale.level(counts);
        assert!(of([1, 0, 0, 0]) > of([0, 0, 0, 3]));
        assert!(of([0, 1, 0, 0]) > of([0, 0, 1, 0]));
        assert!(of([0, 0, 0, 9]) > of([0, 0, 0, 1]));
        assert!(of([9, 9, 9, 9]) <= 7);
    }
}
