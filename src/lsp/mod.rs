//! The language server: in an editor, what `lint`, `link` and the concepts know about what is being written.
//!
//! A session is a loop over messages and deadlines with its state in one plain struct. A changed document is looked at by
//! itself at once; the whole collection is read again a moment later, on a thread of its own, from the disk with the
//! editor's texts over it. So settings, concepts and decisions need no notice of change of their own.

mod actions;
mod address;
mod client;
mod complete;
mod hover;
mod known;
mod merge;
mod navigate;
mod open;
mod position;
mod publish;
mod requests;
mod session;
mod symbols;
mod transport;
mod trouble;
mod under;
mod view;

use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use crate::i18n::Lang;

/// How a server is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The project to serve; else each document's own, the nearest folder upwards.
    pub root: Option<PathBuf>,
    /// The language of the messages, where the user asked for one.
    pub asked: Option<Lang>,
    /// The language of the messages where neither user nor editor says.
    pub usual: Lang,
    /// The present, in seconds since 1970.
    pub now: i64,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// As the protocol wants it: `shutdown`, then `exit`.
    Orderly,
    /// Without `shutdown`, or the stream broke off.
    Abruptly,
}

/// Serves one editor over a stream in each direction until it leaves.
///
/// # Errors
/// When the output cannot be written.
pub fn run(input: impl BufRead + Send + 'static, output: impl Write, options: Options) -> io::Result<Ended> {
    session::run(input, output, options)
}
