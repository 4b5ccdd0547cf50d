//! `passerelle link --eval`: how good the links are, measured on files of judgements.

use std::path::{Path, PathBuf};

use passerelle::discover;
use passerelle::evaluate::{Agreement, Gold, Report, measure};
use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::link::{Library, Weights, link_by};

use super::args;
use super::terminal::Terminal;
use super::{Status, Stop, input};

pub(super) fn run(options: &args::Link, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let mut out = String::new();
    let load = |paths: &[PathBuf]| input::load(paths, &options.instead, root, terminal);
    // Judgements about links are about the documents named, or the project's own; both are read once.
    let mut judged = None;
    for path in &options.eval {
        let source = discover::file(path)?;
        let own = Gold::is_collection(&source.text).then(|| load(std::slice::from_ref(path))).transpose()?;
        let loaded = match &own {
            Some(own) => own,
            None if judged.is_some() => judged.as_ref().expect("it was just looked at"),
            None => judged.insert(load(&options.paths)?),
        };
        let library = &loaded.collection.library;
        let gold = Gold::parse(&source.text, library).map_err(|error| {
            Failure::new("gold-malformed").at(&*source.name).position(error.line, 1).with("detail", error.detail)
        })?;
        if gold.pairs.is_empty() {
            return Err(Failure::new("gold-empty").at(&*source.name).into());
        }
        let mut tell = |what: &str, report: &Report| -> Result<(), Stop> {
            out += &if options.format == "jsonl" {
                let record = serde_json::json!({ "file": source.name, "texts": what, "report": report });
                record.to_string() + "\n"
            } else {
                told(&source.name, what, report, terminal.lang)
            };
            Ok(())
        };
        tell("question+answer", &measure(library, &gold))?;
        if own.is_some() {
            let bare = without_answers(library);
            tell("question", &measure(&bare, &gold.of_distinct_questions(&bare)))?;
        } else if gold.missing > 0 {
            terminal.note(&text(terminal.lang, "cli-eval-missing", &[("count", gold.missing.into())]));
        }
    }
    terminal.result(out.as_bytes())?;
    Ok(Status::Clean)
}

/// The same entries, linked by their questions alone.
fn without_answers(library: &Library) -> Library {
    let mut entries = library.entries.clone();
    for entry in &mut entries {
        entry.answer = None;
        entry.display.answer = None;
    }
    link_by(entries, Vec::new(), library.glossary.clone(), library.lexicon.clone(), Weights::default())
}

fn told(name: &str, texts: &str, report: &Report, lang: Lang) -> String {
    let mut out = format!("{name}  {texts}\n");
    for way in &report.ranking {
        out += &format!(
            "  {} → {}   top-1 {:.3} ({}/{})   MRR {:.3}   R@5 {:.3}\n",
            way.from.code(),
            way.to.code(),
            way.top1,
            way.hits,
            way.asked,
            way.mrr,
            way.recall5
        );
    }
    let mut row = |label: String, found: &Agreement| {
        let (p, r, f) = (found.precision, found.recall, found.f1);
        out += &format!("  P {p:.3}   R {r:.3}   F1 {f:.3}   {label}\n");
    };
    row(text(lang, "cli-eval-strict", &[]), &report.strict);
    row(text(lang, "cli-eval-lenient", &[]), &report.lenient);
    for (kind, found) in &report.kinds {
        row(text(lang, &format!("cli-link-{kind}"), &[]), found);
    }
    out
}
