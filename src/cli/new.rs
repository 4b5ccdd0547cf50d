//! `passerelle new`: a file for a question, to be completed.

use std::path::Path;

use passerelle::config::Config;
use passerelle::diagnostic::Fix;
use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::link::Library;
use passerelle::lint::{Levels, fix};
use passerelle::pipeline::{Reviewer, Scene};
use passerelle::source::Source;
use passerelle::text::{detect, slug};
use passerelle::{pipeline, scaffold, write};

use super::args::New;
use super::terminal::Terminal;
use super::{Status, Stop, input};

pub(super) fn run(options: &New, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let root = input::root(root)?;
    let (project, input, _) = input::project(&root, terminal)?;
    let collection = pipeline::collect(input);
    let taken = collection.lock.records.keys().map(|id| id.to_ascii_lowercase()).collect();
    let asked = options.lang.as_deref().and_then(super::lang);
    let lang = asked.unwrap_or_else(|| lang(&options.question, &project.config, terminal.lang));
    let question = scaffold::question(&options.question, lang, options.topic.as_deref(), &taken)
        .ok_or_else(|| Failure::new("no-question").with("question", options.question.as_str()))?;
    let folder = root.join(&project.config.content).join(lang.code()).join("questions");
    let path = folder.join(format!("{}.md", question.id));
    // The same question may be there already, under the name without a number.
    let same = folder.join(format!("{}.md", slug(&options.question)));
    if let Some(there) = [&same, &path].into_iter().find(|path| std::fs::symlink_metadata(path).is_ok()) {
        return Err(Failure::new("exists").at(shown(there)).into());
    }
    std::fs::create_dir_all(&folder).map_err(|error| Failure::io("write", &folder, &error))?;
    let levels = input::levels(&project.config, Some(&root), terminal.lang)?;
    let tidy = tidy(question.text, &project.config, &levels, &collection.library);
    write::file(&path, tidy.as_bytes())?;
    let seen = detect(&options.question).filter(|seen| asked.is_none() && *seen != lang);
    if let Some(seen) = seen {
        let name = |lang: Lang| text(terminal.lang, &format!("lang-{}", lang.code()), &[]);
        let args = [("seen", name(seen).into()), ("lang", lang.code().into())];
        terminal.ask(&text(terminal.lang, "cli-new-other-language", &args));
    }
    terminal.result(format!("{}\n", shown(&path)).as_bytes())?;
    Ok(Status::Clean)
}

/// The file with what can be mended safely in its heading: nobody should be told of what `new` itself has written.
fn tidy(file: String, config: &Config, levels: &Levels, library: &Library) -> String {
    let scene = Scene { config, levels, glossary: &library.glossary, lexicon: None, images: None };
    let reviewer = Reviewer::new(scene, library);
    let mut text = file;
    // One fix may wait for another that touches it.
    for _ in 0..3 {
        let source = Source::new("new.md", "new.md", text.as_str());
        let heading = source.lines().position(|line| line.starts_with("# ")).map(|at| at + 1);
        let here = |fix: &Fix| fix.edits.iter().all(|edit| Some(edit.place.line) == heading);
        let told = reviewer.facts(vec![source]);
        let found = told.iter().flat_map(|(_, facts)| &facts.found);
        let fixes: Vec<Fix> = found.filter_map(|finding| finding.fix.clone()).filter(here).collect();
        text = fix::apply(&text, &fixes, false);
    }
    text
}

/// The language that a question is in: the one that it shows, else the reader's, if the collection has it.
fn lang(question: &str, config: &Config, reader: Lang) -> Lang {
    let known = |lang: &Lang| config.languages.contains(lang);
    let first = config.languages.first().copied();
    detect(question).filter(known).or(Some(reader).filter(known)).or(first).unwrap_or(reader)
}

/// The path as one would type it here.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
    let below = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.as_deref().unwrap_or(path).display().to_string()
}
