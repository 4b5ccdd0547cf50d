//! `passerelle init`: a new collection, or the built-in templates to change in one.

use std::path::Path;

use passerelle::files::Files;
use passerelle::i18n::text;
use passerelle::site::Theme;
use passerelle::{discover, scaffold, write};

use super::args::Init;
use super::terminal::Terminal;
use super::{Status, Stop, input};

pub(super) fn run(options: &Init, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    match &options.folder {
        folder if options.templates => templates(folder.as_deref().or(root), terminal),
        Some(folder) => collection(folder, terminal),
        None => Ok(Status::Clean),
    }
}

fn collection(folder: &Path, terminal: &Terminal) -> Result<Status, Stop> {
    let place = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let files = scaffold::collection(&name).map_err(|error| Stop::Said(error.to_string()))?;
    write::fresh(&files, folder)?;
    let next = text(terminal.lang, "cli-init-next", &[("folder", quoted(&folder.display().to_string()).into())]);
    told(&files, folder, &next, terminal)
}

/// A path as one types it to a shell.
fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '\\' | ':');
    if path.chars().all(plain) { path.to_owned() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

/// The built-in templates and assets in the templates folder of the project `asked`, which must not have anything in it.
fn templates(asked: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let root = input::root(asked)?;
    let folder = root.join(discover::config(&root)?.templates);
    let mut files = Files::new();
    for (name, bytes) in Theme::builtin().iter() {
        files.insert(name, bytes).map_err(|error| Stop::Said(error.to_string()))?;
    }
    write::fresh(&files, &folder)?;
    told(&files, &folder, &text(terminal.lang, "cli-init-templates-next", &[]), terminal)
}

/// Tells which files there are now and what to do next.
fn told(files: &Files, folder: &Path, next: &str, terminal: &Terminal) -> Result<Status, Stop> {
    let mut out: String = files.iter().map(|(name, _)| format!("{}\n", folder.join(name).display())).collect();
    if !terminal.quiet {
        out += &format!("{next}\n");
    }
    terminal.result(out.as_bytes())?;
    Ok(Status::Clean)
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn paths_can_be_pasted_into_a_shell() {
        assert_eq!(quoted("a/é-b.c"), "a/é-b.c");
        assert_eq!(quoted("sp ace's"), r"'sp ace'\''s'");
    }
}
