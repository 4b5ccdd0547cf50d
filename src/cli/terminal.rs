//! Results to standard output, everything else to standard error.

use std::io::{self, IsTerminal, Write};
use std::time::Instant;

use passerelle::diagnostic::{Diagnostic, Severity};
use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::report;
use passerelle::text::harmless;

use super::args::Args;
use super::{Status, Stop};

/// Where the command speaks, and how.
pub(super) struct Terminal {
    /// The language of the messages.
    pub lang: Lang,
    /// Only results and errors.
    pub quiet: bool,
    /// More than one needs to know.
    pub verbose: bool,
    color: Option<bool>,
}

impl Terminal {
    pub fn new(args: &Args, lang: Lang) -> Self {
        let color = match args.color.as_str() {
            "always" => Some(true),
            "never" => Some(false),
            _ => None,
        };
        Self { lang, quiet: args.quiet, verbose: args.verbose > 0, color }
    }

    /// Before the arguments are known.
    pub fn plain(lang: Lang) -> Self {
        Self { lang, quiet: false, verbose: false, color: None }
    }

    /// Whether results are coloured.
    pub fn color(&self) -> bool {
        self.colored(&io::stdout())
    }

    /// `NO_COLOR` (no-color.org) counts where the user did not say otherwise.
    fn colored(&self, stream: &impl IsTerminal) -> bool {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        self.color.unwrap_or_else(|| wanted && stream.is_terminal())
    }

    /// Writes a result to standard output. Whoever reads it may go away, which is their right: the exit status is that of
    /// what was found all the same.
    pub fn result(&self, bytes: &[u8]) -> Result<(), Stop> {
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::io("write", text(self.lang, "cli-standard-output", &[]), &error).into())
            }
            _ => Ok(()),
        }
    }

    /// Writes a result for people to standard output.
    pub fn words(&self, text: &str) -> Result<(), Stop> {
        self.result(harmless(text).as_bytes())
    }

    /// A line for people on standard error, unless they want quiet.
    pub fn note(&self, line: &str) {
        if !self.quiet {
            self.say(&harmless(line));
        }
    }

    /// A line for people on standard error that asks something of them, so that quiet does not hide it.
    pub fn ask(&self, line: &str) {
        self.say(&harmless(line));
    }

    /// What stopped the command.
    pub fn error(&self, message: &str, help: Option<&str>) {
        let color = self.colored(&io::stderr());
        let paint = |code: &str, word: String| if color { format!("\x1b[{code}m{word}\x1b[0m") } else { word };
        self.say(&format!("{} {}", paint("1;31", text(self.lang, "cli-error", &[])), harmless(message)));
        if let Some(help) = help {
            self.say(&format!("{} {}", paint("1;36", text(self.lang, "cli-help", &[])), harmless(help)));
        }
    }

    /// Shows a step of long work, on a terminal only; the next output replaces it. With `-v` its time is kept.
    pub fn progress(&self, key: &str) -> Progress {
        let step = text(self.lang, key, &[]);
        let shown = !self.quiet && io::stderr().is_terminal();
        if shown {
            let _ = write!(io::stderr(), "\r\x1b[2K{step}");
        }
        Progress { shown, timed: self.verbose.then(|| (step, Instant::now())) }
    }

    /// Reports findings for people on standard error, and says whether one is at or above the gate.
    pub fn findings(&self, found: &[Diagnostic], sources: &report::Sources<'_>, deny: Severity) -> Status {
        if !found.is_empty() && (!self.quiet || gate(found, deny) == Status::Findings) {
            let options = report::Options { lang: self.lang, color: self.colored(&io::stderr()), ..Default::default() };
            let human = report::find("human").map(|reporter| (reporter.run)(found, sources, &options));
            self.say(human.unwrap_or_default().trim_end());
        }
        gate(found, deny)
    }

    /// Standard error that is closed is nothing to fail for.
    fn say(&self, line: &str) {
        let _ = writeln!(io::stderr(), "{line}");
    }
}

/// Whether one of these findings is at or above the gate.
pub(super) fn gate(found: &[Diagnostic], deny: Severity) -> Status {
    if found.iter().any(|finding| finding.severity >= deny) { Status::Findings } else { Status::Clean }
}

/// The severity of a `--deny`, which the arguments' parser has checked.
pub(super) fn severity(name: &str) -> Severity {
    [Severity::Info, Severity::Warning].into_iter().find(|severity| severity.name() == name).unwrap_or(Severity::Error)
}

/// A step being shown; dropping it takes the line away.
pub(super) struct Progress {
    shown: bool,
    timed: Option<(String, Instant)>,
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[2K");
        }
        if let Some((step, begun)) = &self.timed {
            let _ = writeln!(io::stderr(), "{step} {:.3} s", begun.elapsed().as_secs_f64());
        }
    }
}
