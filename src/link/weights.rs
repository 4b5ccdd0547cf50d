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
    /// How much a word of grammar counts beside one of the subject: it tells *where* from *how* and *with* from *without*,
    /// and some questions have nothing else (`What happens when we do this?`).
    pub grammar: f64,
    /// Entries that the lexicon's training text stands for when the rarity of a word is told.
    pub background: f64,
    /// How much the score hangs on nothing else being nearer: a power of the ratio to the nearest neighbours.
    pub hubs: f64,
    /// Weight of the questions' units, of the whole texts and of the margin in the agreement that kinds go by.
    pub agreement: [f64; 3],
    /// Agreement from which two that are each other's nearest are the same question, in two languages and in one, where
    /// questions about one thing are worded more alike.
    pub same: [f64; 2],
    /// Agreement from which two are close, in two languages and in one.
    pub close: [f64; 2],
    /// The largest product of the two ranks of related questions.
    pub related: f64,
    /// Sum of the signals that close ones need, and related ones.
    pub least: [f64; 2],
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            question: 0.3,
            letters: 0.1,
            text: 0.6,
            lexicon: 0.2,
            grammar: 0.3,
            background: 100.0,
            hubs: 2.0,
            agreement: [0.4, 0.4, 0.2],
            same: [0.6, 0.75],
            close: [0.38, 0.36],
            related: 8.0,
            least: [0.15, 0.05],
        }
    }
}
