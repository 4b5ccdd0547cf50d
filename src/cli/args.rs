//! What can be said on the command line. Nothing here has a help text: `help` takes them all from `i18n/*.ftl`, so that
//! a doc comment on a field would be shown in English to everybody.
#![allow(missing_docs)]

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, ArgGroup, Parser, Subcommand};
use passerelle::{export, i18n, report};

#[derive(Parser)]
#[command(name = "passerelle", version, disable_help_subcommand = true, disable_help_flag = true)]
#[command(disable_version_flag = true, subcommand_required = true, infer_long_args = false)]
pub(super) struct Args {
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    #[arg(long, global = true, default_value = "auto", value_parser = ["auto", "always", "never"])]
    pub color: String,
    #[arg(short, long, global = true)]
    pub quiet: bool,
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
    #[arg(long, global = true, value_name = "N", value_parser = jobs)]
    pub jobs: Option<usize>,
    #[arg(long, global = true, value_parser = langs())]
    pub locale: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    Build(Build),
    Serve(Serve),
    Lint(Lint),
    Lsp(Lsp),
    Explain(Explain),
    Normalize(Normalize),
    Link(Link),
    Lexicon(Lexicon),
    Export(Export),
    Import(Import),
    Status(Status),
    New(New),
    Init(Init),
}

/// What is used instead of the project's own.
#[derive(clap::Args)]
pub(super) struct Instead {
    #[arg(long, value_name = "FILE")]
    pub concepts: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub lexicon: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(super) struct Build {
    #[arg(short, long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    #[arg(long)]
    pub locked: bool,
    #[arg(long)]
    pub check_links: bool,
    #[arg(long, value_name = "ID", conflicts_with = "locked")]
    pub in_line: Vec<String>,
    #[arg(long, value_parser = levels())]
    pub deny: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub lexicon: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(super) struct Serve {
    #[arg(short, long, default_value_t = 4000, value_name = "N")]
    pub port: u16,
    #[arg(long)]
    pub open: bool,
}

#[derive(clap::Args)]
#[command(group(ArgGroup::new("mending").args(["fix", "diff"]).multiple(true)))]
pub(super) struct Lint {
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    #[arg(long, requires = "baseline", conflicts_with_all = ["since", "fix", "diff"])]
    pub write_baseline: bool,
    #[arg(long, default_value = "human", value_parser = names(report::REPORTERS.iter().map(|r| r.name)))]
    pub format: String,
    #[arg(long)]
    pub fix: bool,
    #[arg(long, requires = "mending")]
    pub r#unsafe: bool,
    #[arg(long)]
    pub diff: bool,
    #[arg(long)]
    pub no_cache: bool,
    #[arg(long, default_value = "error", value_parser = levels())]
    pub deny: String,
    #[command(flatten)]
    pub instead: Instead,
}

#[derive(clap::Args)]
pub(super) struct Lsp {
    // Editors say so; there is no other way to talk.
    #[arg(long)]
    pub stdio: bool,
}

#[derive(clap::Args)]
pub(super) struct Explain {
    #[arg(value_name = "RULE")]
    pub rule: String,
}

#[derive(clap::Args)]
pub(super) struct Normalize {
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long, default_value = "jsonl", value_parser = ["jsonl", "json", "yaml", "markdown"])]
    pub format: String,
    #[arg(long, conflicts_with = "format")]
    pub ledger: bool,
    #[command(flatten)]
    pub instead: Instead,
}

#[derive(clap::Args)]
pub(super) struct Link {
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long, default_value = "human", value_parser = ["jsonl", "human"])]
    pub format: String,
    #[arg(long, value_name = "ID", num_args = 1..=2)]
    pub explain: Vec<String>,
    #[arg(long, conflicts_with_all = ["explain", "format"])]
    pub review: bool,
    #[arg(long, value_name = "GOLD", num_args = 1.., conflicts_with_all = ["explain", "review"])]
    pub eval: Vec<PathBuf>,
    #[command(flatten)]
    pub instead: Instead,
}

#[derive(clap::Args)]
pub(super) struct Status {
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long, default_value = "human", value_parser = ["human", "jsonl"])]
    pub format: String,
    #[command(flatten)]
    pub instead: Instead,
}

#[derive(clap::Args)]
#[command(subcommand_required = true, disable_help_subcommand = true)]
pub(super) struct Lexicon {
    #[command(subcommand)]
    pub command: LexiconCommand,
}

#[derive(Subcommand)]
pub(super) enum LexiconCommand {
    Train(Train),
}

#[derive(clap::Args)]
pub(super) struct Train {
    #[arg(value_name = "PAIRS", required = true)]
    pub pairs: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long, default_value_t = 150, value_name = "KB")]
    pub size: usize,
}

#[derive(clap::Args)]
pub(super) struct Export {
    #[arg(value_name = "FORMAT", value_parser = names(export::EXPORTERS.iter().map(|e| e.name)))]
    pub exporter: String,
    #[arg(long, value_parser = ["fr", "en", "all"])]
    pub lang: Option<String>,
    #[arg(long, value_name = "TOPIC")]
    pub topic: Option<String>,
    #[arg(long, value_parser = ["beginner", "intermediate", "advanced"])]
    pub level: Option<String>,
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    #[arg(long = "for", value_name = "READER", value_parser = ["spreadsheet", "anki"])]
    pub reader: Option<String>,
    #[arg(long)]
    pub bom: bool,
    #[arg(long)]
    pub exact: bool,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub instead: Instead,
    #[arg(long, value_parser = ["legacy", "latest"])]
    pub format: Option<String>,
    #[arg(long, value_parser = ["questions", "terms", "cloze"])]
    pub cards: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    #[arg(long, value_parser = ["human", "jsonl"], requires = "against")]
    pub report_format: Option<String>,
    #[arg(long)]
    pub locked: bool,
}

#[derive(clap::Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE")]
    pub table: PathBuf,
    #[arg(long)]
    pub write: bool,
    #[arg(long)]
    pub new: bool,
}

#[derive(clap::Args)]
pub(super) struct New {
    #[arg(value_name = "QUESTION")]
    pub question: String,
    #[arg(long, value_parser = langs())]
    pub lang: Option<String>,
    #[arg(long, value_name = "TOPIC")]
    pub topic: Option<String>,
}

#[derive(clap::Args)]
pub(super) struct Init {
    #[arg(value_name = "DIR", required_unless_present = "templates")]
    pub folder: Option<PathBuf>,
    #[arg(long)]
    pub templates: bool,
}

fn names(known: impl Iterator<Item = &'static str>) -> PossibleValuesParser {
    PossibleValuesParser::new(known.collect::<Vec<_>>())
}

fn langs() -> PossibleValuesParser {
    names(i18n::Lang::ALL.iter().map(|lang| lang.code()))
}

fn levels() -> PossibleValuesParser {
    PossibleValuesParser::new(["info", "warning", "error"])
}

fn jobs(word: &str) -> Result<usize, String> {
    word.parse().ok().filter(|&n| (1..=1024).contains(&n)).ok_or_else(|| "1–1024".to_owned())
}
