//! The search index of a collection alone, and what it takes to make it:
//!
//! ```text
//! cargo run --release --example search -- DIR OUT
//! node benches/search.js OUT
//! ```
//!
//! `OUT` also gets the script as it is served, and `concepts.json`, the names of each concept and the addresses of the
//! questions about it, so that the measurement knows what a name should find.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use passerelle::discover;
use passerelle::i18n::Lang;
use passerelle::link::Library;
use passerelle::pipeline;
use passerelle::search;
use passerelle::site::{Theme, address};
use serde_json::{Value, json};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, out] = words.as_slice() else { return Err("usage: search DIR OUT".into()) };
    let begun = Instant::now();
    let project = discover::project(Path::new(folder)).map_err(|failure| failure.message(Lang::En))?;
    let (_, input) = project.into_parts(0).map_err(|error| error.message(Lang::En))?;
    println!("read from the disk: {}", took(begun, 0.0));
    let (start, busy) = (Instant::now(), cpu().unwrap_or_default());
    let library = pipeline::joined_to_concepts(input);
    println!("parsed and joined to concepts: {}", took(start, busy));
    let before = memory();
    let (start, busy) = (Instant::now(), cpu().unwrap_or_default());
    let index = search::build(&library);
    println!("{} questions indexed on {} threads: {}", library.entries.len(), threads(), took(start, busy));
    if let (Some((before, _)), Some((_, most))) = (before, memory()) {
        println!("memory of the process: {} MB before, {} MB at the most", before / 1024, most / 1024);
    }
    println!(
        "{} files, {} KB",
        index.files.len(),
        index.files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() / 1000
    );

    let out = Path::new(out);
    std::fs::create_dir_all(out)?;
    let prefix = format!("idx/{}/", index.hash);
    for (path, bytes) in index.files.iter() {
        std::fs::write(out.join(path.trim_start_matches(&prefix)), bytes)?;
    }
    for (name, script) in Theme::builtin().assets().filter(|(name, _)| *name == "assets/search.js") {
        std::fs::write(out.join(name.trim_start_matches("assets/")), script)?;
    }
    std::fs::write(out.join("concepts.json"), concepts(&library).to_string())?;
    Ok(())
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The time since `start`, and what the process has worked since it had worked `busy` seconds.
fn took(start: Instant, busy: f64) -> String {
    let wall = format!("{:.2} s", start.elapsed().as_secs_f64());
    cpu().map_or(wall.clone(), |now| format!("{wall}, {:.2} s of CPU", now - busy))
}

/// Seconds that the process has worked, user and system, in steps of 10 ms; `None` where the system does not tell.
fn cpu() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / 100.0)
}

/// What the process holds now and has held at the most, in KiB; `None` where the system does not tell.
fn memory() -> Option<(u64, u64)> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let of = |key: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(key))?;
        line.split_whitespace().next()?.parse().ok()
    };
    Some((of("VmRSS:")?, of("VmHWM:")?))
}

/// The names of each concept that a question is about, the preferred one first, and the addresses of those questions.
fn concepts(library: &Library) -> Value {
    let mut about: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (entry, mentions) in library.entries.iter().zip(&library.mentions) {
        for mention in mentions {
            about.entry(&mention.concept).or_default().push(address::question(entry.lang, &entry.id));
        }
    }
    let named = about.iter().filter_map(|(id, questions)| {
        let concept = library.glossary.concepts.get(*id)?;
        let names = |lang| concept.labels(lang).collect::<Vec<_>>();
        Some(json!({ "id": id, "fr": names(Lang::Fr), "en": names(Lang::En), "questions": questions }))
    });
    named.collect()
}
