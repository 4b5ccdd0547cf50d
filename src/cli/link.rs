//! `passerelle link`: which questions belong together, and why.

use std::fmt::Write;
use std::path::Path;

use passerelle::diagnostic::Severity;
use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::link::{Library, Link, LinkKind};
use passerelle::report;
use passerelle::text::nearest;

use super::args;
use super::terminal::Terminal;
use super::{Status, Stop, input};

pub(super) fn run(options: &args::Link, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    let loaded = input::load(&options.paths, options.concepts.as_deref(), root, terminal)?;
    let library = &loaded.collection.library;
    check(&options.explain, library)?;
    let wanted: Vec<&Link> =
        library.links.iter().filter(|link| options.explain.iter().all(|id| link.a == *id || link.b == *id)).collect();
    let out = if options.format == "jsonl" {
        let lines: Result<Vec<String>, _> = wanted.iter().map(|link| serde_json::to_string(link)).collect();
        lines.map_err(|error| Stop::Said(error.to_string()))?.into_iter().map(|line| line + "\n").collect()
    } else {
        human(library, &options.explain, &wanted, terminal.lang)
    };
    terminal.result(out.as_bytes())?;
    let documents: report::Sources<'_> = loaded.collection.documents.iter().map(|document| &document.source).collect();
    Ok(terminal.findings(&loaded.collection.reading_findings(&loaded.levels), &documents, Severity::Error))
}

/// Every id asked about has to be there.
fn check(ids: &[String], library: &Library) -> Result<(), Stop> {
    for id in ids {
        if library.entries.iter().all(|entry| entry.id != *id) {
            let near = nearest(id, library.entries.iter().map(|entry| entry.id.as_str())).unwrap_or_default();
            return Err(Failure::new("unknown-id").with("id", id.as_str()).with("nearest", near).into());
        }
    }
    Ok(())
}

fn human(library: &Library, asked: &[String], links: &[&Link], lang: Lang) -> String {
    let index = library.index();
    let question = |id: &str| index.get(id).map_or("", |&at| library.entries[at].question.as_str());
    let mut out = String::new();
    for id in asked {
        let Some(&at) = index.get(id.as_str()) else { continue };
        let concepts: Vec<String> =
            library.mentions[at].iter().map(|mention| format!("{} ({:.2})", mention.concept, mention.weight)).collect();
        let concepts = if concepts.is_empty() { "–".to_owned() } else { concepts.join(", ") };
        let line = text(lang, "cli-link-concepts", &[("concepts", concepts.into())]);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{id}  {}\n    {line}\n", question(id));
    }
    for link in links {
        let kind = match link.kind {
            LinkKind::Same => "cli-link-same",
            LinkKind::Close => "cli-link-close",
            LinkKind::Related => "cli-link-related",
        };
        let _ = writeln!(out, "{} {:.2}  {}  {}", text(lang, kind, &[]), link.score, link.a, link.b);
        let _ = writeln!(out, "    {}\n    {}", question(&link.a), question(&link.b));
        for evidence in &link.evidence {
            let _ = writeln!(out, "    {:.2}  {}: {}", evidence.weight, evidence.signal, evidence.value);
        }
        out.push('\n');
    }
    if links.is_empty() {
        out.push_str(&text(lang, "cli-link-none", &[]));
        out.push('\n');
    }
    out
}
