//! `passerelle lexicon train`: a lexicon from parallel text.

use std::fs;

use passerelle::failure::Failure;
use passerelle::i18n::text;
use passerelle::lexicon::{self, Settings, pairs};
use passerelle::write;

use super::args::{Lexicon, LexiconCommand, Train};
use super::terminal::Terminal;
use super::{Status, Stop};

pub(super) fn run(options: &Lexicon, terminal: &Terminal) -> Result<Status, Stop> {
    match &options.command {
        LexiconCommand::Train(options) => train(options, terminal),
    }
}

fn train(options: &Train, terminal: &Terminal) -> Result<Status, Stop> {
    let mut read = Vec::new();
    for path in &options.pairs {
        // Parallel text is far larger than any document, and none of it is kept.
        let bytes = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
        let name = path.to_string_lossy();
        let found = pairs::read(&name, &String::from_utf8_lossy(&bytes));
        if found.is_empty() {
            return Err(Failure::new("no-pairs").at(name).into());
        }
        read.extend(found);
    }
    let settings = Settings { bytes: options.size * 1000, ..Settings::default() };
    let learnt = {
        let _progress = terminal.progress("cli-progress-learning");
        lexicon::train(&read, &settings)
    };
    let words = learnt.to_string();
    match &options.output {
        Some(path) => write::file(path, words.as_bytes())?,
        None => terminal.result(words.as_bytes())?,
    }
    let counts =
        [("sentences", read.len().into()), ("words", learnt.words.len().into()), ("pairs", learnt.pairs().into())];
    terminal.note(&text(terminal.lang, "cli-learnt", &counts));
    Ok(Status::Clean)
}
