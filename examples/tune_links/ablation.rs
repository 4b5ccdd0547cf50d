//! What is lost without each signal.

use std::sync::Arc;

use passerelle::evaluate::Report;
use passerelle::lexicon::Lexicon;
use passerelle::link::Weights;
use rayon::prelude::*;

use super::views::View;

/// A signal and the weights without it.
type Without = (&'static str, fn(Weights) -> Weights);

const SIGNALS: [Without; 7] = [
    ("everything", |w| w),
    ("no shared units", |w| Weights { question: 0.0, ..w }),
    ("no grammar", |w| Weights { grammar: 0.0, ..w }),
    ("no letters", |w| Weights { letters: 0.0, ..w }),
    ("no whole texts", |w| Weights { text: 0.0, ..w }),
    ("no discount of hubs", |w| Weights { hubs: 0.0, ..w }),
    ("no background", |w| Weights { background: 0.0, ..w }),
];

/// Prints a table with a line for each signal left out.
pub fn print(views: &[View]) {
    println!(
        "| without | questions | with answers | fr→en, glossary | fr→en, none | F strict fr–en | F strict en–en |"
    );
    println!("|---|---|---|---|---|---|---|");
    for (name, without) in SIGNALS {
        line(views, name, None, without(Weights::default()));
    }
    line(views, "no lexicon", Some(Arc::new(Lexicon::default())), Weights::default());
}

fn line(views: &[View], name: &str, lexicon: Option<Arc<Lexicon>>, weights: Weights) {
    let reports: Vec<(&View, Report)> =
        views.par_iter().map(|view| (view, view.report(lexicon.clone(), weights))).collect();
    let top =
        |report: &Report| report.ranking.iter().map(|way| way.top1).sum::<f64>() / report.ranking.len().max(1) as f64;
    let across = |report: &Report| report.ranking.iter().any(|way| way.from != way.to);
    let mean = |of: &dyn Fn(&View, &Report) -> Option<f64>| {
        let all: Vec<f64> = reports.iter().filter_map(|(view, report)| of(view, report)).collect();
        all.iter().sum::<f64>() / all.len().max(1) as f64
    };
    let translated = |whole: bool| mean(&|v, r| (!v.judged && v.whole == whole).then(|| top(r)));
    let ranked = |whole: bool| mean(&|v, r| (v.judged && v.whole == whole && across(r)).then(|| top(r)));
    let strict = |wanted: bool| mean(&|v, r| (v.judged && v.whole && across(r) == wanted).then_some(r.strict.f1));
    println!(
        "| {name} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} |",
        translated(false),
        translated(true),
        ranked(true),
        ranked(false),
        strict(true),
        strict(false)
    );
}
