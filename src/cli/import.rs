//! `passerelle import`: the edits of a spreadsheet into the sources.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use passerelle::discover;
use passerelle::failure::Failure;
use passerelle::i18n::{Arg, text};
use passerelle::import::{self, Plan, Remark};
use passerelle::lint::fix;
use passerelle::{pipeline, write};

use super::args::Import;
use super::names::Names;
use super::terminal::Terminal;
use super::{Status, Stop, input};

pub(super) fn run(options: &Import, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let progress = terminal.progress("cli-progress-reading");
    let table = discover::file(&options.table)?;
    let root = input::root(root)?;
    let (project, mut input, _) = input::project(&root, terminal)?;
    // A table that lies in the content folder is not a source of its own edits.
    let own = options.table.canonicalize().ok();
    input.sources.retain(|source| source.path.canonicalize().ok() != own);
    let (lock, now) = (input.lock.clone(), input.now);
    let collection = pipeline::collect(input);
    let mut plan = import::plan(&table, &collection.documents, &collection.library, &lock, now).map_err(|problem| {
        let line = problem.place.line;
        Failure::new("not-a-table").at(table.name.clone()).position(line, problem.place.column)
    })?;
    drop(progress);

    let names = Names::from_here(&root, None);
    let mut diff = String::new();
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for edited in &plan.edited {
        let source = &edited.source;
        diff += &fix::diff(&names.shown(&source.name), &source.text, &edited.text);
        files.extend(source.encoding.encode(&edited.text).map(|bytes| (source.path.clone(), bytes)));
    }
    if options.new {
        for (path, text) in new_files(&mut plan, &collection) {
            diff += &fix::diff(&names.shown(&format!("{}/{path}", project.config.content)), "", &text)
                .replacen("--- a/", "--- /dev/null\n", 1)
                .lines()
                .enumerate()
                // The name of a file that is not there yet is not one.
                .filter(|(at, _)| *at != 1)
                .map(|(_, line)| format!("{line}\n"))
                .collect::<String>();
            files.push((root.join(&project.config.content).join(path), text.into_bytes()));
        }
    }
    terminal.result(diff.as_bytes())?;
    if options.write && !files.is_empty() {
        unchanged(&plan)?;
        if let Some(lock) = &plan.lock {
            files.push((root.join(discover::LOCK), lock.to_text().into_bytes()));
        }
        write::files(&files)?;
    }
    tell(&plan, &names, options.write, terminal);
    let open = plan.remarks.iter().any(|remark| remark.open);
    Ok(if open { Status::Findings } else { Status::Clean })
}

/// Refuses to write over what somebody else saved since the sources were read.
fn unchanged(plan: &Plan) -> Result<(), Stop> {
    for source in plan.edited.iter().map(|edited| &edited.source) {
        let bytes = std::fs::read(&source.path).map_err(|error| Failure::io("read", &source.path, &error))?;
        if source.encoding.encode(&source.text).is_none_or(|read| read != bytes) {
            return Err(Failure::new("changed-meanwhile").at(source.name.clone()).into());
        }
    }
    Ok(())
}

/// Files for the rows of new questions; the remarks about those that get one go.
fn new_files(plan: &mut Plan, collection: &pipeline::Collection) -> Vec<(String, String)> {
    let live = collection.library.entries.iter().map(|entry| entry.id.to_ascii_lowercase());
    let mut taken: BTreeSet<String> =
        collection.lock.records.keys().map(|id| id.to_ascii_lowercase()).chain(live).collect();
    let mut out = Vec::new();
    for entry in &plan.new {
        if let Some(file) = import::file(entry, &mut taken) {
            let line = entry.source.lines.start;
            plan.remarks.retain(|remark| !(matches!(remark.key, "new" | "unknown") && remark.line == line));
            out.push(file);
        }
    }
    out
}

fn tell(plan: &Plan, names: &Names, written: bool, terminal: &Terminal) {
    let lang = terminal.lang;
    for remark in &plan.remarks {
        let say = |line: &str| if remark.open { terminal.ask(line) } else { terminal.note(line) };
        say(&format!("{}:{}: {}", shown(remark, names), remark.line, remark.message(lang)));
        if let Some(help) = remark.help(lang) {
            say(&format!("  {} {help}", text(lang, "cli-help", &[])));
        }
    }
    let count = &plan.count;
    let numbers: [(&str, Arg<'_>); 5] = [
        ("rows", count.rows.into()),
        ("changed", count.changed.into()),
        ("placed", count.placed.into()),
        ("files", plan.edited.len().into()),
        ("missing", count.missing.into()),
    ];
    if count.missing > 0 {
        terminal.note(&text(lang, "import-missing", &numbers));
    }
    let key = match (count.placed, written) {
        (0, _) => "import-summary-nothing",
        (_, true) => "import-summary-written",
        (_, false) => "import-summary-dry",
    };
    terminal.note(&text(lang, key, &numbers));
}

/// What the document is called from here; a table is called as the user did.
fn shown(remark: &Remark, names: &Names) -> String {
    let of_table = matches!(remark.key, "new" | "unknown" | "retired" | "row-twice" | "no-question");
    if of_table { remark.path.clone() } else { names.shown(&remark.path) }
}
