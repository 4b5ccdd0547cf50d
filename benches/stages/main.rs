//! One bench a stage: `cargo bench`. Figures and the machine are in `docs/benchmarks.md`.

mod corpus;
mod numbers;
mod twins;

use std::collections::BTreeMap;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use passerelle::config::Config;
use passerelle::identity::{self, Lock};
use passerelle::lexicon::{self, Settings};
use passerelle::link::{self, Glossary};
use passerelle::normalise::{self, Normalised};
use passerelle::parse::{self, Parsed};
use passerelle::pipeline::{self, Choice, Collection, Input};
use passerelle::source::Source;
use passerelle::{export, render, search};

fn sets() -> [(&'static str, Vec<Source>); 2] {
    [("own", corpus::own()), ("made-up-2000", corpus::made_up(2000))]
}

fn collect(sources: Vec<Source>) -> Collection {
    pipeline::collect(Input { sources, ..Input::default() })
}

fn reading(c: &mut Criterion) {
    for (name, sources) in sets() {
        let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
        let mut group = c.benchmark_group("read");
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_with_input(BenchmarkId::new("parse", name), &sources, |b, sources| {
            b.iter(|| sources.iter().map(parse::parse).collect::<Vec<Parsed>>());
        });
        let parsed: Vec<Parsed> = sources.iter().map(parse::parse).collect();
        group.bench_function(BenchmarkId::new("normalise", name), |b| {
            let each = || sources.iter().zip(&parsed).map(|(s, p)| normalise::normalise(s, p));
            b.iter(|| each().collect::<Vec<Normalised>>());
        });
        group.finish();
    }
}

fn joining(c: &mut Criterion) {
    for (name, sources) in sets() {
        let read = |source: &Source| normalise::normalise(source, &parse::parse(source)).entries;
        let entries: Vec<_> = sources.iter().flat_map(read).collect();
        let mut group = c.benchmark_group("join");
        group.throughput(Throughput::Elements(entries.len() as u64));
        group.bench_function(BenchmarkId::new("identity", name), |b| {
            b.iter(|| identity::assign(entries.clone(), &Lock::default(), 0));
        });
        let named = identity::assign(entries, &Lock::default(), 0).entries;
        group.bench_function(BenchmarkId::new("link", name), |b| {
            b.iter(|| link::link(named.clone(), Vec::new(), Glossary::builtin().clone()));
        });
        group.finish();
    }
}

/// Twins in both languages, each collection four times as large as the one before.
fn growing(c: &mut Criterion) {
    let mut group = c.benchmark_group("link-twins");
    group.sample_size(10);
    for count in [250, 1000, 4000] {
        let library = collect(twins::questions(count)).library;
        group.throughput(Throughput::Elements(library.entries.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(count), |b| {
            b.iter(|| link::link(library.entries.clone(), Vec::new(), Glossary::builtin().clone()));
        });
    }
    group.finish();
}

fn learning(c: &mut Criterion) {
    let mut group = c.benchmark_group("lexicon-train");
    group.sample_size(10);
    for count in [2500, 10_000] {
        let pairs = twins::sentences(count);
        group.throughput(Throughput::Elements(pairs.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(count), |b| {
            b.iter(|| lexicon::train(&pairs, &Settings::default()));
        });
    }
    group.finish();
}

fn making(c: &mut Criterion) {
    let config = Config::default();
    for (name, sources) in sets() {
        let collection = collect(sources);
        let mut group = c.benchmark_group("make");
        group.sample_size(10).throughput(Throughput::Elements(collection.library.entries.len() as u64));
        group.bench_function(BenchmarkId::new("render", name), |b| {
            b.iter(|| {
                let answers = collection.library.entries.iter().filter_map(|e| e.shown_answer().map(|a| (e, a)));
                answers.map(|(e, a)| render::markdown(a, render::Style::of(e, 1)).len()).sum::<usize>()
            });
        });
        group.bench_function(BenchmarkId::new("search", name), |b| b.iter(|| search::build(&collection.library)));
        for format in ["anki", "csv", "jsonl"] {
            let exporter = export::exporter(format).expect("a known format");
            group.bench_function(BenchmarkId::new(format, name), |b| {
                b.iter(|| collection.export(&config, exporter, &Choice::default()).expect("an export"));
            });
        }
        let anki = export::exporter("anki").expect("a known format");
        let latest = Choice { format: export::Format::Latest, ..Choice::default() };
        group.bench_function(BenchmarkId::new("anki-latest", name), |b| {
            b.iter(|| collection.export(&config, anki, &latest).expect("an export"));
        });
        group.bench_function(BenchmarkId::new("site", name), |b| {
            b.iter(|| pipeline::site(&collection, &config, &BTreeMap::new()).expect("a site"));
        });
        group.finish();
    }
}

criterion_group!(stages, reading, joining, growing, learning, making);
criterion_main!(stages);
