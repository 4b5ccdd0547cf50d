//! `passerelle init`: a new collection.

use passerelle::i18n::text;
use passerelle::{scaffold, write};

use super::args::Init;
use super::terminal::Terminal;
use super::{Status, Stop};

pub(super) fn run(options: &Init, terminal: &Terminal) -> Result<Status, Stop> {
    let place = std::path::absolute(&options.folder).unwrap_or_else(|_| options.folder.clone());
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let files = scaffold::collection(&name).map_err(|error| Stop::Said(error.to_string()))?;
    write::fresh(&files, &options.folder)?;
    let folder = options.folder.display().to_string();
    let mut out: String = files.iter().map(|(name, _)| format!("{}\n", options.folder.join(name).display())).collect();
    if !terminal.quiet {
        out += &format!("{}\n", text(terminal.lang, "cli-init-next", &[("folder", folder.into())]));
    }
    terminal.result(out.as_bytes())?;
    Ok(Status::Clean)
}
