//! Learns the weights of linking by cross-validation: `cargo run --release --example tune_links -- GOLD… [-- PATH…]`.
//!
//! GOLD are files as `passerelle link --eval` takes them; PATH the documents that judged links are about. Every file
//! is a fold. Weights of the score are chosen from a grid by the mean of top-1 and mean reciprocal rank over the folds,
//! with and without answers and glossary; then thresholds by F1 on the judged files, strict and of the kinds, one after the other. For each
//! fold the choice of all other folds is printed with what it gives on the fold itself: that is the figure to expect on
//! collections that nobody has seen. The last line is the choice of all folds.
//!
//! `cargo run --release --example tune_links -- --ablation GOLD… [-- PATH…]` prints instead what is lost without each signal.

mod ablation;
mod views;

use std::path::PathBuf;

use passerelle::evaluate::Report;
use passerelle::link::Weights;
use rayon::prelude::*;
use views::{View, views};

type Change = fn(&mut Weights, f64);

fn main() {
    let mut arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let ablation = arguments.first().is_some_and(|word| word.as_os_str() == "--ablation");
    arguments.drain(..usize::from(ablation));
    let (files, paths) = match arguments.iter().position(|word| word.as_os_str() == "--") {
        Some(at) => (&arguments[..at], &arguments[at + 1..]),
        None => (&arguments[..], &[][..]),
    };
    let views: Vec<View> = files.iter().enumerate().flat_map(|(file, path)| views(file, path, paths)).collect();
    if ablation {
        return ablation::print(&views);
    }
    let all: Vec<usize> = (0..files.len()).collect();

    let grid = grid();
    let ranked: Vec<Vec<f64>> = grid.par_iter().map(|weights| scores(&views, files.len(), *weights, ranking)).collect();
    for left_out in &all {
        let others: Vec<usize> = all.iter().copied().filter(|file| file != left_out).collect();
        let at = best(&ranked, &others);
        println!("{}: {:.4} by {}", files[*left_out].display(), ranked[at][*left_out], shown(&grid[at]));
    }
    let chosen = best(&ranked, &all);
    let with_grammar = |grammar: &f64| Weights { grammar: *grammar, ..grid[chosen] };
    for weights in [0.0, 0.1, 0.2, 0.3, 0.4, 0.5].iter().map(with_grammar) {
        let each = scores(&views, files.len(), weights, ranking);
        println!("grammar {}: {:.4}, {each:.4?}", weights.grammar, mean(&each, &all));
    }
    println!("all: {:.4} by {}\n", mean(&ranked[chosen], &all), shown(&grid[chosen]));

    let judged: Vec<usize> =
        all.into_iter().filter(|file| views.iter().any(|view| view.file == *file && view.judged)).collect();
    for left_out in &judged {
        let others: Vec<usize> = judged.iter().copied().filter(|file| file != left_out).collect();
        let weights = thresholds(&views, files.len(), grid[chosen], &others);
        let own = scores(&views, files.len(), weights, agreement)[*left_out];
        println!("{}: {own:.4} by {}", files[*left_out].display(), shown_thresholds(&weights));
    }
    let weights = thresholds(&views, files.len(), grid[chosen], &judged);
    println!(
        "all: {:.4} by {}",
        mean(&scores(&views, files.len(), weights, agreement), &judged),
        shown_thresholds(&weights)
    );
    println!("{weights:#?}");
}

fn grid() -> Vec<Weights> {
    let mut out = Vec::new();
    for letters in [0.1, 0.2, 0.3] {
        for text in [0.4, 0.5, 0.6, 0.7] {
            for lexicon in [0.2, 0.33] {
                for hubs in [2.0, 3.0] {
                    let question = 1.0 - letters - text;
                    // Less would leave a link without the words and concepts that explain it.
                    if question > 0.19 {
                        out.push(Weights { question, letters, text, lexicon, hubs, ..Weights::default() });
                    }
                }
            }
        }
    }
    out
}

/// What is agreed by, then each threshold in turn, twice over, set to the best of its values.
fn thresholds(views: &[View], files: usize, weights: Weights, over: &[usize]) -> Weights {
    let steps: [(Change, &[f64]); 5] = [
        (|w, v| w.close[0] = v, &[0.34, 0.36, 0.38, 0.4, 0.42, 0.44]),
        (|w, v| w.close[1] = v, &[0.32, 0.34, 0.36, 0.38, 0.4, 0.42]),
        (|w, v| w.same[0] = v, &[0.5, 0.55, 0.6, 0.65, 0.7]),
        (|w, v| w.same[1] = v, &[0.65, 0.7, 0.75, 0.8]),
        (|w, v| w.related = v, &[6.0, 8.0, 10.0, 12.0]),
    ];
    let choose = |tried: Vec<Weights>| {
        let scored: Vec<Vec<f64>> = tried.par_iter().map(|weights| scores(views, files, *weights, agreement)).collect();
        let at = best(&scored, over);
        (mean(&scored[at], over), tried[at])
    };
    let search = |by: [f64; 3]| {
        let mut found = (0.0, Weights { agreement: by, ..weights });
        for (change, values) in steps.iter().chain(&steps[..4]) {
            let tried = values.iter().map(|value| {
                let mut tried = found.1;
                change(&mut tried, *value);
                tried
            });
            found = choose(tried.collect());
        }
        found
    };
    let shares = [[0.2, 0.6, 0.2], [0.3, 0.5, 0.2], [0.3, 0.4, 0.3], [0.4, 0.4, 0.2]];
    let found = shares.map(search);
    found.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best }).map_or(weights, |found| found.1)
}

fn scores(views: &[View], files: usize, weights: Weights, of: fn(&View, &Report) -> f64) -> Vec<f64> {
    let each: Vec<(usize, f64)> =
        views.par_iter().map(|view| (view.file, of(view, &view.report(None, weights)))).collect();
    let own = |file: usize| each.iter().filter(move |(at, _)| *at == file).map(|(_, score)| score);
    (0..files).map(|file| own(file).sum::<f64>() / own(file).count().max(1) as f64).collect()
}

fn ranking(_: &View, report: &Report) -> f64 {
    let ways = &report.ranking;
    ways.iter().map(|way| (way.top1 + way.mrr) / 2.0).sum::<f64>() / ways.len().max(1) as f64
}

/// The mean of strict F1 and of the kinds' F1, where they were judged.
fn agreement(_: &View, report: &Report) -> f64 {
    let judged: Vec<f64> = report.kinds.values().filter(|kind| kind.judged > 0).map(|kind| kind.f1).collect();
    let kinds = judged.iter().sum::<f64>() / judged.len().max(1) as f64;
    (report.strict.f1 + kinds) / 2.0
}

fn mean(scores: &[f64], over: &[usize]) -> f64 {
    over.iter().map(|&file| scores[file]).sum::<f64>() / over.len() as f64
}

/// The first of the best.
fn best(scored: &[Vec<f64>], over: &[usize]) -> usize {
    let better = |best: usize, at: usize| if mean(&scored[at], over) > mean(&scored[best], over) { at } else { best };
    (0..scored.len()).fold(0, better)
}

fn shown(w: &Weights) -> String {
    let (question, letters, text) = (w.question, w.letters, w.text);
    format!(
        "question {question:.2} letters {letters:.2} text {text:.2} lexicon {:.2} background {} hubs {}",
        w.lexicon, w.background, w.hubs
    )
}

fn shown_thresholds(w: &Weights) -> String {
    format!("agreement {:?} same {:?} close {:?} related {}", w.agreement, w.same, w.close, w.related)
}
