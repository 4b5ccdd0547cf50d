//! `passerelle normalize`: every question in the one schema, or what became of every line.

use std::path::Path;

use passerelle::parse::ledger::ledger;
use passerelle::pipeline::Choice;

use super::args::Normalize;
use super::terminal::Terminal;
use super::{Status, Stop, export, input};

pub(super) fn run(options: &Normalize, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let loaded = input::load(&options.paths, &options.instead, root, terminal)?;
    let collection = &loaded.collection;
    let bytes = if options.ledger {
        let mut text = String::new();
        for document in &collection.documents {
            let line = serde_json::to_string(&ledger(&document.source, &document.parsed));
            text += &line.map_err(|error| Stop::Said(error.to_string()))?;
            text.push('\n');
        }
        text.into_bytes()
    } else {
        export::bytes(&loaded, &options.format, &Choice::default())?
    };
    terminal.result(&bytes)?;
    Ok(loaded.reading_findings(terminal))
}
