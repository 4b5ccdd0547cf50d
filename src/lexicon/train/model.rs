//! Translation probabilities by expectation maximisation.
//!
//! Every alignment of a target stem to a source stem of its sentence is a *link*; links of the same two stems belong to
//! one *cell*. Links are kept in the order of the text and, for each cell, as a list in that order too, so that sums are
//! always taken in one order, whatever the number of threads.

use rayon::prelude::*;

use super::corpus::{Corpus, Side};

/// Rounds of expectation maximisation.
const ROUNDS: usize = 5;
/// How much likelier words at the same relative place are (λ of Dyer et al.).
const DIAGONAL: f64 = 4.0;
/// Probability that a word has no counterpart.
const NO_COUNTERPART: f64 = 0.08;
/// Concentration of the Dirichlet prior: near 0, it makes a word have few counterparts.
const CONCENTRATION: f64 = 0.01;

/// Two stems that occur in the same pairs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// The stem to translate; the number of stems stands for no word.
    pub from: u32,
    /// Its counterpart.
    pub to: u32,
    /// How many times it is expected to be the counterpart.
    pub count: f64,
    /// The same as a share of all counterparts of `from`.
    pub probability: f64,
}

/// The cells of `corpus` from the stems of one side to those of the other, sorted by `from`, then `to`.
pub fn translations(corpus: &Corpus, side: Side) -> Vec<Cell> {
    let mut links = Links::new(corpus, side);
    let mut cells = std::mem::take(&mut links.cells);
    let mut shares = vec![0.0_f32; links.cell_of.len()];
    for round in 0..ROUNDS {
        links.expect(corpus, side, &cells, &mut shares);
        links.maximise(&shares, &mut cells, round + 1 == ROUNDS);
    }
    cells.retain(|cell| (cell.from as usize) < corpus.size(side));
    cells
}

struct Links {
    /// Where the links of each pair of sentences begin.
    starts: Vec<usize>,
    /// The cell of each link.
    cell_of: Vec<u32>,
    /// The links, sorted by cell.
    order: Vec<u32>,
    /// Where the links of each cell begin in `order`.
    bounds: Vec<u32>,
    cells: Vec<Cell>,
}

impl Links {
    fn new(corpus: &Corpus, side: Side) -> Self {
        let (from, to) = (side as usize, side.other() as usize);
        let nothing = corpus.size(side) as u32;
        let mut starts = vec![0];
        let mut keyed: Vec<(u64, u32)> = Vec::new();
        for pair in &corpus.pairs {
            for &target in &pair[to] {
                for &source in pair[from].iter().chain([&nothing]) {
                    keyed.push((u64::from(source) << 32 | u64::from(target), keyed.len() as u32));
                }
            }
            starts.push(keyed.len());
        }
        keyed.par_sort_unstable();
        let mut cell_of = vec![0; keyed.len()];
        let mut bounds = Vec::new();
        let mut cells: Vec<Cell> = Vec::new();
        let mut last = None;
        for (at, &(key, link)) in keyed.iter().enumerate() {
            if last != Some(key) {
                last = Some(key);
                bounds.push(at as u32);
                cells.push(Cell { from: (key >> 32) as u32, to: key as u32, count: 0.0, probability: 1.0 });
            }
            cell_of[link as usize] = cells.len() as u32 - 1;
        }
        bounds.push(keyed.len() as u32);
        let order = keyed.into_iter().map(|(_, link)| link).collect();
        Self { starts, cell_of, order, bounds, cells }
    }

    /// The share of each link in the counterparts of its target word.
    fn expect(&self, corpus: &Corpus, side: Side, cells: &[Cell], shares: &mut [f32]) {
        let mut rest = shares;
        let mut sentences = Vec::with_capacity(corpus.pairs.len());
        for (pair, bounds) in corpus.pairs.iter().zip(self.starts.windows(2)) {
            let (own, others) = rest.split_at_mut(bounds[1] - bounds[0]);
            rest = others;
            sentences.push((pair, &self.cell_of[bounds[0]..bounds[1]], own));
        }
        sentences.into_par_iter().for_each(|(pair, cell_of, shares)| {
            let (sources, targets) = (pair[side as usize].len(), pair[side.other() as usize].len());
            let mut prior = vec![NO_COUNTERPART; sources + 1];
            let words = cell_of.chunks(sources + 1).zip(shares.chunks_mut(sources + 1)).enumerate();
            for (target, (cell_of, shares)) in words {
                diagonal(target, targets, &mut prior[..sources]);
                let weights = cell_of.iter().zip(&prior).map(|(&cell, prior)| prior * cells[cell as usize].probability);
                let weights: Vec<f64> = weights.collect();
                let sum = weights.iter().sum::<f64>().max(f64::MIN_POSITIVE);
                shares.iter_mut().zip(weights).for_each(|(share, weight)| *share = (weight / sum) as f32);
            }
        });
    }

    /// Counts and probabilities of the cells from the shares of their links; the `last` round's are plain shares.
    fn maximise(&self, shares: &[f32], cells: &mut [Cell], last: bool) {
        cells.par_iter_mut().zip(self.bounds.par_windows(2)).for_each(|(cell, bounds)| {
            let links = &self.order[bounds[0] as usize..bounds[1] as usize];
            cell.count = links.iter().map(|&link| f64::from(shares[link as usize])).sum();
        });
        let words: Vec<&mut [Cell]> = cells.chunk_by_mut(|x, y| x.from == y.from).collect();
        words.into_par_iter().for_each(|word| {
            let all: f64 = word.iter().map(|cell| cell.count).sum();
            let whole = digamma(all + CONCENTRATION * word.len() as f64);
            for cell in word {
                cell.probability = if last {
                    cell.count / all.max(f64::MIN_POSITIVE)
                } else {
                    (digamma(cell.count + CONCENTRATION) - whole).exp()
                };
            }
        });
    }
}

/// How likely each source word is the counterpart of the word at `target`, by their places alone.
fn diagonal(target: usize, targets: usize, prior: &mut [f64]) {
    let sources = prior.len() as f64;
    let place = (target as f64 + 0.5) / targets as f64;
    for (at, prior) in prior.iter_mut().enumerate() {
        *prior = (-DIAGONAL * ((at as f64 + 0.5) / sources - place).abs()).exp();
    }
    let sum: f64 = prior.iter().sum();
    prior.iter_mut().for_each(|prior| *prior *= (1.0 - NO_COUNTERPART) / sum);
}

/// The derivative of ln Γ for positive numbers: the recurrence up to 6, then the asymptotic series (Abramowitz and Stegun,
/// 6.3.5 and 6.3.18).
fn digamma(x: f64) -> f64 {
    let (mut x, mut below) = (x, 0.0);
    while x < 6.0 {
        below += 1.0 / x;
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    x.ln() - 0.5 / x - square * (1.0 / 12.0 - square * (1.0 / 120.0 - square / 252.0)) - below
}

#[cfg(test)]
mod tests {
    use super::digamma;

    #[test]
    fn digamma_is_known_at_one_and_a_half() {
        assert!((digamma(1.0) + 0.577_215_664_9).abs() < 1e-7);
        assert!((digamma(0.5) + 1.963_510_026).abs() < 1e-7);
    }
}
