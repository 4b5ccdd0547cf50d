//! The command line: one file a command.

mod anki;
mod args;
mod build;
mod evaluate;
mod explain;
mod export;
mod help;
mod import;
mod init;
mod input;
mod lexicon;
mod link;
mod lint;
mod locale;
mod lsp;
mod mend;
mod names;
mod new;
mod normalize;
mod review;
mod serve;
mod since;
mod status;
mod terminal;
mod usage;

use std::process::ExitCode;

use clap::FromArgMatches;
use clap::error::ErrorKind;
use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};

use args::{Args, Command};
use terminal::Terminal;

/// How a command that could run went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// Nothing found at the gate.
    Clean,
    /// Something found at the gate.
    Findings,
}

/// Why a command stopped.
enum Stop {
    /// Disk, network, configuration.
    Failure(Box<Failure>),
    /// Anything else that is told in words of the reader's language: templates, the lock file, unknown names.
    Said(String),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(Box::new(failure))
    }
}

/// Reads the arguments, runs the command, says how it went: 0 clean, 1 findings at the gate, 2 could not run.
pub fn run() -> ExitCode {
    let words: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let lang = locale::of(&words);
    let parsed = help::command(lang).try_get_matches_from(words).and_then(|found| Args::from_arg_matches(&found));
    let (terminal, ended) = match parsed {
        Ok(args) => {
            let terminal = Terminal::new(&args, lang);
            let ended = dispatch(args, &terminal);
            (terminal, ended)
        }
        Err(error) if error.use_stderr() => {
            let terminal = Terminal::plain(lang);
            match error.kind() {
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                    terminal.note(error.render().to_string().trim_end())
                }
                _ => terminal.error(&usage::explain(&error, lang), None),
            }
            return ExitCode::from(2);
        }
        Err(help) => {
            let terminal = Terminal::plain(lang);
            let ended = terminal.result(help.render().to_string().as_bytes()).map(|()| Status::Clean);
            (terminal, ended)
        }
    };
    match ended {
        Ok(Status::Clean) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Err(Stop::Failure(failure)) => {
            let place = failure.place().map(|place| format!("{place}: ")).unwrap_or_default();
            terminal.error(&format!("{place}{}", failure.message(lang)), failure.help(lang).as_deref());
            ExitCode::from(2)
        }
        Err(Stop::Said(words)) => {
            terminal.error(&words, None);
            ExitCode::from(2)
        }
    }
}

fn dispatch(args: Args, terminal: &Terminal) -> Result<Status, Stop> {
    let lang = terminal.lang;
    rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.unwrap_or(0))
        .build_global()
        .map_err(|error| Stop::Said(text(lang, "cli-no-threads", &[("reason", error.to_string().into())])))?;
    let root = args.root.as_deref();
    match args.command {
        Command::Build(options) => build::run(&options, root, terminal),
        Command::Serve(options) => serve::run(&options, root, terminal),
        Command::Normalize(options) => normalize::run(&options, root, terminal),
        Command::Link(options) => link::run(&options, root, terminal),
        Command::Lexicon(options) => lexicon::run(&options, terminal),
        Command::Export(options) => export::run(&options, root, terminal),
        Command::Import(options) => import::run(&options, root, terminal),
        Command::New(options) => new::run(&options, root, terminal),
        Command::Init(options) => init::run(&options, root, terminal),
        Command::Status(options) => status::run(&options, root, terminal),
        Command::Lint(options) => lint::run(&options, root, terminal),
        Command::Lsp(_) => lsp::run(root, args.locale.as_deref().and_then(self::lang), terminal),
        Command::Explain(options) => explain::run(&options, terminal),
    }
}

/// The language of a `--lang` or `--locale`, checked before.
fn lang(code: &str) -> Option<Lang> {
    Lang::from_code(code)
}
