//! `passerelle lsp`: findings, fixes and counterparts in an editor.

use std::io::{self, BufReader};
use std::path::Path;

use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::lsp::{self, Ended, Options};

use super::input;
use super::terminal::Terminal;
use super::{Status, Stop};

pub(super) fn run(root: Option<&Path>, asked: Option<Lang>, terminal: &Terminal) -> Result<Status, Stop> {
    let root = root.map(|root| input::root(Some(root))).transpose()?;
    let options = Options { root, asked, usual: terminal.lang, now: input::now() };
    match lsp::run(BufReader::new(io::stdin()), io::stdout().lock(), options) {
        Ok(Ended::Orderly) => Ok(Status::Clean),
        // The protocol wants 1 for an editor that left without a word.
        Ok(Ended::Abruptly) => Ok(Status::Findings),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Status::Findings),
        Err(error) => Err(Failure::io("write", text(terminal.lang, "cli-standard-output", &[]), &error).into()),
    }
}
