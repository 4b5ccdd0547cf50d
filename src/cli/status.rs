//! `passerelle status`: what exists in which language, and what is missing.

use std::path::Path;

use passerelle::i18n::{Arg, Lang, text};
use passerelle::pipeline::{self, Input};
use passerelle::status::{Concept, Coverage, Lack, Lacking, Term, coverage};
use serde::Serialize;

use super::args;
use super::terminal::Terminal;
use super::{Status, Stop, input};

/// Rows shown of each list; the records have them all.
const ROWS: usize = 12;
/// Columns of a line.
const WIDTH: usize = 80;

pub(super) fn run(options: &args::Status, root: Option<&Path>, terminal: &Terminal) -> Result<Status, Stop> {
    // Coverage is about concepts.
    let collect = |input| pipeline::collect(Input { unlinked: true, ..input });
    let loaded = input::load_by(collect, &options.paths, &options.instead, root, terminal)?;
    let coverage = coverage(&loaded.collection.library, &loaded.config.languages);
    let out = if options.format == "jsonl" { records(&coverage)? } else { tables(&coverage, terminal.lang) };
    terminal.result(out.as_bytes())?;
    Ok(Status::Clean)
}

/// One object a line, each with what it is a record of.
fn records(coverage: &Coverage) -> Result<String, Stop> {
    #[derive(Serialize)]
    struct Record<'a, T> {
        record: &'static str,
        #[serde(flatten)]
        value: &'a T,
    }
    fn lines<T: Serialize>(record: &'static str, values: &[T]) -> Result<String, Stop> {
        let line = |value| serde_json::to_string(&Record { record, value }).map(|line| line + "\n");
        values.iter().map(line).collect::<Result<String, _>>().map_err(|error| Stop::Said(error.to_string()))
    }
    Ok(lines("language", &coverage.languages)?
        + &lines("concept", &coverage.concepts)?
        + &lines("question", &coverage.lacking)?
        + &lines("term", &coverage.terms)?)
}

fn tables(coverage: &Coverage, lang: Lang) -> String {
    let say = |key: &str| text(lang, &format!("coverage-{key}"), &[]);
    let name = |of: Lang| text(lang, &format!("lang-{}", of.code()), &[]);
    let mut rows = vec![["language", "questions", "unanswered", "without-concept"].map(say).to_vec()];
    for of in &coverage.languages {
        let counts = [of.questions, of.unanswered, of.without_concept].map(|count| count.to_string());
        rows.push([vec![name(of.lang)], counts.to_vec()].concat());
    }
    let mut out = table(&rows);
    let asked = coverage.concepts.iter().filter(|concept| concept.total() > 0);
    let mut only: Vec<&Concept> = asked.clone().filter(|concept| concept.only().is_some()).collect();
    let counts: [(&str, Arg<'_>); 3] = [
        ("known", coverage.concepts.len().into()),
        ("asked", asked.clone().count().into()),
        ("both", (asked.count() - only.len()).into()),
    ];
    let key = if coverage.languages.len() > 1 { "coverage-concepts" } else { "coverage-concepts.one" };
    out += &format!("\n{}\n", text(lang, key, &counts));
    if coverage.languages.len() > 1 {
        only.sort_by(|x, y| y.total().cmp(&x.total()).then_with(|| x.concept.cmp(&y.concept)));
        let row = |concept: &&Concept| {
            let label = concept.label.get(&lang).unwrap_or(&concept.concept);
            let counts = coverage.languages.iter().map(|of| concept.questions[&of.lang].to_string());
            [vec![short(label, 40)], counts.collect()].concat()
        };
        let head = [vec![say("concept")], coverage.languages.iter().map(|of| name(of.lang)).collect()].concat();
        out += &list("one-language", head, &only, row, lang);
    }
    for (key, lack) in [("no-concept", Lack::Concept), ("no-answer", Lack::Answer)] {
        let found: Vec<&Lacking> = coverage.lacking.iter().filter(|question| question.lacks.contains(&lack)).collect();
        let row = |question: &&Lacking| {
            let place = format!("{}:{}", question.path, question.line);
            vec![short(&question.question, 47), short_head(&place, WIDTH - 2 - 47 - 2)]
        };
        out += &list(key, vec![say("question"), say("place")], &found, row, lang);
    }
    let row = |term: &Term| {
        let other = term.counterpart.as_deref().unwrap_or("–");
        vec![short(&term.term, 30), short(other, 24), term.lang.code().to_owned(), term.questions.to_string()]
    };
    let head = vec![say("term"), say("counterpart"), say("term-language"), say("questions")];
    out + &list("terms", head, &coverage.terms, row, lang)
}

/// A titled table of the first rows; nothing where there are none.
fn list<T>(key: &str, head: Vec<String>, items: &[T], row: impl Fn(&T) -> Vec<String>, lang: Lang) -> String {
    if items.is_empty() {
        return String::new();
    }
    let count = [("count", items.len().into())];
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(items.iter().take(ROWS).map(row)).collect();
    let mut out = format!("\n{}\n{}", text(lang, &format!("coverage-{key}"), &count), table(&rows));
    if let Some(rest) = items.len().checked_sub(ROWS).filter(|rest| *rest > 0) {
        out += &format!("  {}\n", text(lang, "coverage-more", &[("count", rest.into())]));
    }
    out
}

/// Rows in columns; those of numbers are set to the right.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let number = |at: usize| rows.iter().skip(1).all(|row| row[at].bytes().all(|b| b.is_ascii_digit()));
    let columns: Vec<(usize, bool)> = (0..columns).map(|at| (width(at), number(at))).collect();
    let mut out = String::new();
    for row in rows {
        let cell = |(cell, &(width, number)): (&String, &(usize, bool))| match number {
            true => format!("  {cell:>width$}"),
            false => format!("  {cell:<width$}"),
        };
        out += row.iter().zip(&columns).map(cell).collect::<String>().trim_end();
        out.push('\n');
    }
    out
}

/// The beginning of a text, on one line.
fn short(text: &str, width: usize) -> String {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    if line.chars().count() <= width { line } else { line.chars().take(width - 1).chain(['…']).collect() }
}

/// The end of a text: of a place, the file and the line.
fn short_head(text: &str, width: usize) -> String {
    let count = text.chars().count();
    if count <= width {
        text.to_owned()
    } else {
        ['…'].into_iter().chain(text.chars().skip(count - width + 1)).collect()
    }
}
