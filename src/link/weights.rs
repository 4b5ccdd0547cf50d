//! The few figures that linking is tuned by.

/// Weights and thresholds of linking. They are the same for every pair of entries.
///
/// The defaults were learnt by `examples/tune_links.rs` on five translated collections and two files of judged links. The
/// weights of the score come from a grid, by the mean of top-1 and mean reciprocal rank over the files; thresholds from
/// a search of one after the other, by top-1, strict F1 and the F1 of the kinds. Leaving out any one file leaves the
/// choice as it is or next to it; `docs/linking.md` has the figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// Weight of the questions' concepts and terms in the score.
    pub question: f64,
    /// Weight of the questions' letters.
    pub letters: f64,
    /// Weight of the whole texts; the three add up to 1.
    pub text: f64,
    /// A pair of the lexicon matches as much as its weight to this power: below 1, weak pairs count more.
    pub lexicon: f64,
    /// Entries that the lexicon's training text stands for when the rarity of a word is told.
    pub background: f64,
    /// How much of the score hangs on nothing else being nearer, from 0 to 1.
    pub hubs: f64,
    /// Score from which two of one main concept are the same question, when they are each other's nearest.
    pub same_concept: f64,
    /// The same without a common main concept.
    pub same: f64,
    /// Score from which two of one main concept are close.
    pub close_concept: f64,
    /// The same without a common main concept.
    pub close: f64,
    /// Score that a related question needs.
    pub related: f64,
    /// Score that is enough for what is nearest to either.
    pub nearest: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            question: 0.45,
            letters: 0.25,
            text: 0.3,
            lexicon: 0.2,
            background: 100.0,
            hubs: 1.0,
            same_concept: 0.6,
            same: 0.65,
            close_concept: 0.32,
            close: 0.36,
            related: 0.18,
            nearest: 0.05,
        }
    }
}
