//! `passerelle link`: which questions belong together, and why.

use std::path::Path;

use passerelle::failure::Failure;
use passerelle::i18n::{Lang, text};
use passerelle::link::{self, Evidence, Explanation, Library, Link, LinkKind, Requirement};
use passerelle::text::nearest;
use rayon::prelude::*;

use super::args;
use super::terminal::Terminal;
use super::{Status, Stop, evaluate, input};

pub(super) fn run(options: &args::Link, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    if !options.eval.is_empty() {
        return evaluate::run(options, root, terminal);
    }
    let loaded = input::load(&options.paths, &options.instead, root, terminal)?;
    let library = &loaded.collection.library;
    let out = match (options.explain.as_slice(), options.format == "jsonl") {
        _ if options.review => review(library, terminal.lang)?,
        ([], true) => records(&library.links)?,
        ([], false) => links(library, &library.links, terminal.lang),
        ([first, rest @ ..], as_json) => {
            let told = link::explain(library, first, rest.first().map(String::as_str));
            check(&told, library)?;
            if as_json { json(&told)? } else { explanation(library, &told, terminal.lang) }
        }
    };
    if options.format == "jsonl" {
        terminal.result(out.as_bytes())?
    } else {
        terminal.words(&out)?
    }
    Ok(loaded.reading_findings(terminal))
}

fn json(value: &impl serde::Serialize) -> Result<String, Stop> {
    serde_json::to_string(value).map(|line| line + "\n").map_err(|error| Stop::Said(error.to_string()))
}

/// All links, a line each; there may be millions.
fn records(links: &[Link]) -> Result<String, Stop> {
    let parts = links.par_chunks(4096).map(|some| some.iter().map(json).collect::<Result<String, Stop>>());
    Ok(parts.collect::<Result<Vec<String>, Stop>>()?.concat())
}

/// Every id asked about has to be there.
fn check(told: &Explanation, library: &Library) -> Result<(), Stop> {
    let Some(id) = told.unknown.first() else { return Ok(()) };
    let near = nearest(id, library.entries.iter().map(|entry| entry.id.as_str()));
    let failure = Failure::new(if library.entries.is_empty() { "no-questions" } else { "unknown-id" });
    Err(failure.with("id", id.as_str()).with("nearest", near.unwrap_or("none")).into())
}

/// All links, each with its two questions and the reasons.
fn links(library: &Library, links: &[Link], lang: Lang) -> String {
    if links.is_empty() {
        return text(lang, "cli-link-none", &[]) + "\n";
    }
    let index = library.index();
    let question = |id: &str| index.get(id).map_or("", |&at| library.entries[at].question.as_str());
    let mut out = String::new();
    for link in links {
        out += &format!("{} {:.2}  {}  {}\n", kind(link.kind, lang), link.score, link.a, link.b);
        out += &format!("    {}\n    {}\n{}\n", question(&link.a), question(&link.b), reasons(&link.evidence, lang));
    }
    out
}

/// The doubtful links that nobody has decided on, strongest first, as decisions that lack their reason.
fn review(library: &Library, lang: Lang) -> Result<String, Stop> {
    let mut doubtful: Vec<&Link> = library.links.iter().filter(|link| link.doubtful).collect();
    doubtful.sort_by(|x, y| y.score.total_cmp(&x.score).then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b))));
    let index = library.index();
    // A question of several lines, or one with a control character, must not end its comment.
    let question = |id: &str| {
        let text = index.get(id).map_or("", |&at| library.entries[at].question.as_str());
        let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    let head = text(lang, "cli-link-review-head", &[("count", doubtful.len().into())]);
    let mut out: String = head.lines().map(|line| format!("# {line}\n")).collect();
    for link in doubtful {
        let why: Vec<String> = link.evidence.iter().take(3).map(|e| format!("{} {:.2}", e.value, e.weight)).collect();
        out += &format!("\n# {}\n# {}\n", question(&link.a), question(&link.b));
        out += &format!("# {:.2}: {}\n", link.score, why.join(", "));
        // JSON strings are YAML strings.
        let [a, b, kind] = [json(&link.a)?, json(&link.b)?, json(&link.kind)?];
        let kind = kind.trim().trim_matches('"');
        out += &format!("- {{a: {}, b: {}, kind: {kind}, reason: \"\"}}\n", a.trim_end(), b.trim_end());
    }
    Ok(out)
}

/// What is known of one question with its links, or of two with what is between them and what is lacking.
fn explanation(library: &Library, told: &Explanation, lang: Lang) -> String {
    let mut out = String::new();
    for entry in &told.entries {
        let concepts: Vec<String> =
            entry.concepts.iter().map(|mention| format!("{} ({:.2})", mention.concept, mention.weight)).collect();
        let concepts = if concepts.is_empty() { "–".to_owned() } else { concepts.join(", ") };
        let line = text(lang, "cli-link-about", &[("concepts", concepts.into())]);
        out += &format!("{}  {}\n    {line}\n\n", entry.id, entry.question);
    }
    let Some(pair) = &told.pair else { return out + &links(library, &told.links, lang) };
    let verdict = pair.link.as_ref().map_or_else(|| text(lang, "cli-link-none", &[]), |link| kind(link.kind, lang));
    out += &format!("{verdict} {:.2}\n{}\n", pair.score, reasons(&pair.evidence, lang));
    if let Some(decision) = &pair.decision {
        out += &format!("    {}\n", text(lang, "cli-link-decided", &[("reason", decision.reason.as_str().into())]));
    }
    for need in &pair.requirements {
        let mark = if need.met() { '✓' } else { '✗' };
        out += &format!("    {mark} {}: {}\n", kind(need.kind, lang), needed(need, lang));
    }
    out
}

/// What a kind of link needs and what the pair has, in words.
fn needed(need: &Requirement, lang: Lang) -> String {
    let decimals = if need.name == "rank" { 0 } else { 2 };
    let number = |value: f64| format!("{value:.decimals$}");
    let (value, needs) = (number(need.value), number(need.needs));
    let met = if need.met() { "yes" } else { "no" };
    let args = [("value", value.as_str().into()), ("needs", needs.as_str().into()), ("met", met.into())];
    text(lang, &format!("cli-link-need-{}", need.name), &args)
}

fn reasons(evidence: &[Evidence], lang: Lang) -> String {
    let words = |reason: &Evidence| {
        text(lang, &format!("cli-link-why-{}", reason.signal), &[("value", reason.value.as_str().into())])
    };
    evidence.iter().map(|reason| format!("    {:.2}  {}\n", reason.weight, words(reason))).collect()
}

fn kind(kind: LinkKind, lang: Lang) -> String {
    let key = match kind {
        LinkKind::Same => "cli-link-same",
        LinkKind::Close => "cli-link-close",
        LinkKind::Related => "cli-link-related",
    };
    text(lang, key, &[])
}
