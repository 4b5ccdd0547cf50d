//! How alike two questions are: stems and character trigrams of their content words, the rare ones counting most.

use std::collections::{BTreeMap, HashMap};

use crate::text::{fold, is_stop_word, stem, tokens};

/// A feature is a hash: features are only ever compared.
type Feature = u64;

/// The features of a question, sorted, each once.
fn features(question: &str) -> Vec<Feature> {
    let folded = fold(question);
    let words: Vec<&str> = tokens(&folded).into_iter().map(|(_, word)| word).collect();
    let content: Vec<&str> = words.iter().copied().filter(|word| !is_stop_word(word)).collect();
    let mut out = Vec::new();
    // "What is it for?" has stop words only: they are all there is to compare.
    for word in if content.is_empty() { words } else { content } {
        let stem = stem(word);
        out.push(hash(b's', stem));
        let padded: Vec<char> = format!(" {stem} ").chars().collect();
        out.extend(padded.windows(3).map(|three| hash(b't', &three.iter().collect::<String>())));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// FNV-1a, 64 bits, with a kind in front.
fn hash(kind: u8, text: &str) -> Feature {
    std::iter::once(kind)
        .chain(text.bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A feature that more old questions of a place have brings no candidates, which keeps the search near-linear.
const COMMON: usize = 64;

/// How many old questions are compared in full with a new one in each place.
const CANDIDATES: usize = 8;

/// A question to be compared: its text and the number of its document.
pub(super) struct Placed<'a> {
    pub question: &'a str,
    pub document: usize,
}

/// Two sets of questions, the `new` and the `old`. Features are numbered by their rank, so that all tables are plain.
pub(super) struct Comparison {
    new: Vec<(usize, Vec<usize>)>,
    old: Vec<(usize, Vec<usize>)>,
    /// How much a feature says: the logarithm of how rare it is in the set where it is commoner.
    weights: Vec<f64>,
    /// For each document and feature the old questions that have it; `None` for all documents together.
    postings: HashMap<(Option<usize>, usize), Vec<usize>>,
}

impl Comparison {
    pub fn new(new: &[Placed], old: &[Placed]) -> Self {
        let raw = |set: &[Placed]| set.iter().map(|q| (q.document, features(q.question))).collect::<Vec<_>>();
        let (new, old) = (raw(new), raw(old));
        let mut known: Vec<Feature> = new.iter().chain(&old).flat_map(|(_, features)| features).copied().collect();
        known.sort_unstable();
        known.dedup();
        let ranked = |set: Vec<(usize, Vec<Feature>)>| -> Vec<(usize, Vec<usize>)> {
            let rank = |feature: &Feature| known.partition_point(|other| other < feature);
            set.into_iter().map(|(document, features)| (document, features.iter().map(rank).collect())).collect()
        };
        let (new, old) = (ranked(new), ranked(old));
        let rarity = |set: &[(usize, Vec<usize>)]| {
            let mut counts = vec![0_usize; known.len()];
            set.iter().flat_map(|(_, features)| features).for_each(|&feature| counts[feature] += 1);
            counts
        };
        let most = new.len().max(old.len()) as f64;
        let commoner = rarity(&new).into_iter().zip(rarity(&old)).map(|(a, b)| a.max(b));
        let weights = commoner.map(|count| (1.0 + most / count.max(1) as f64).ln()).collect();
        let mut postings: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, (document, features)) in old.iter().enumerate() {
            for &feature in features {
                postings.entry((Some(*document), feature)).or_default().push(at);
                postings.entry((None, feature)).or_default().push(at);
            }
        }
        Self { new, old, weights, postings }
    }

    /// The old questions that are worth comparing with a new one: those that share the most with it, in its document and
    /// anywhere.
    pub fn candidates(&self, new: usize) -> Vec<usize> {
        let (document, features) = &self.new[new];
        let mut out = Vec::new();
        for place in [Some(*document), None] {
            let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
            for &feature in features {
                let posting = self.postings.get(&(place, feature)).filter(|posting| posting.len() <= COMMON);
                for &old in posting.into_iter().flatten() {
                    *shared.entry(old).or_default() += self.weights[feature];
                }
            }
            let mut best: Vec<(usize, f64)> = shared.into_iter().collect();
            best.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
            out.extend(best.into_iter().take(CANDIDATES).map(|(old, _)| old));
        }
        out
    }

    /// From 0 (nothing in common) to 1 (the same words): Dice's coefficient over the weighted features.
    pub fn similarity(&self, new: usize, old: usize) -> f64 {
        let (a, b) = (&self.new[new].1, &self.old[old].1);
        let all: f64 = a.iter().chain(b).map(|&feature| self.weights[feature]).sum();
        let shared = a.iter().filter(|feature| b.binary_search(feature).is_ok());
        let shared: f64 = shared.map(|&feature| self.weights[feature]).sum();
        if all > 0.0 { 2.0 * shared / all } else { 0.0 }
    }
}

/// How alike two questions are by themselves, from 0 to 1.
pub(super) fn alike(a: &str, b: &str) -> f64 {
    let placed = |question| [Placed { question, document: 0 }];
    Comparison::new(&placed(a), &placed(b)).similarity(0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rewordings_are_alike_and_other_questions_are_not() {
        for (a, b) in [
            ("What is a mutex?", "Explain what a mutex is."),
            ("What is the difference between TCP and UDP?", "TCP versus UDP: what differs?"),
            ("Qu'est-ce que l'idempotence ?", "Pourquoi une API doit-elle être idempotente ?"),
            ("Cote serveur", "Côté serveur ?"),
        ] {
            assert!(alike(a, b) > 0.5, "{a} {b} {}", alike(a, b));
        }
        for (a, b) in [
            ("What is a mutex?", "What is a semaphore?"),
            ("What is the difference between TCP and UDP?", "What is the difference between HTTP and gRPC?"),
            ("Quand un cache est-il périlleux ?", "Quand un monolithe vaut-il mieux ?"),
        ] {
            assert!(alike(a, b) < 0.5, "{a} {b} {}", alike(a, b));
        }
    }
}
