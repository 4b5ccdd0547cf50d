//! `passerelle explain`: a rule's page, in the reader's language.

use passerelle::lint;

use super::args::Explain;
use super::terminal::Terminal;
use super::{Status, Stop};

pub(super) fn run(options: &Explain, terminal: &Terminal) -> Result<Status, Stop> {
    let page = lint::explain(&options.rule, terminal.lang).map_err(|rule| Stop::Said(rule.message(terminal.lang)))?;
    terminal.result(page.as_bytes())?;
    Ok(Status::Clean)
}
