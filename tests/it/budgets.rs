//! What a reader of the collection's own site downloads: bytes, requests, strangers. On a 2G phone each of them is a wait.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use passerelle::discover;
use passerelle::files::Files;
use passerelle::pipeline;

use crate::site_fixture::{attribute, page, pages, tags, target};

/// The site of the repository's own collection.
fn own() -> Files {
    let project = discover::project(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project");
    let (project, input) = project.into_parts(0).expect("a lock");
    let collection = pipeline::collect(input);
    pipeline::site(&collection, &project.config, &project.theme).expect("a site")
}

/// Bytes as a host sends them.
fn sent(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory").len()
}

/// What a page makes the browser fetch before anybody scrolls or clicks, but for the icon of its tab.
fn fetched(html: &str) -> Vec<&str> {
    let wanted = tags(html).filter_map(|tag| match tag.split([' ', '\n', '>']).next()? {
        "<link" => attribute(tag, "href").filter(|_| tag.contains("rel=\"stylesheet\"")),
        "<script" => attribute(tag, "src"),
        "<img" => attribute(tag, "src").filter(|_| !tag.contains("loading=\"lazy\"")),
        "<iframe" | "<video" | "<audio" | "<object" | "<embed" => Some(tag),
        _ => None,
    });
    wanted.collect()
}

#[test]
fn a_question_is_read_at_the_price_that_was_promised() {
    let files = own();
    let mut sizes: Vec<(usize, &str)> = Vec::new();
    for (path, html) in
        pages(&files).filter(|(path, html)| path.contains("/q/") && !html.contains("http-equiv=\"refresh\""))
    {
        let needs = fetched(html);
        assert!(needs.len() < 3, "{path} makes {} requests: {needs:?}", needs.len() + 1);
        let bytes =
            needs.iter().map(|need| sent(files.get(&target(path, need)).unwrap_or_else(|| panic!("{path}: {need}"))));
        sizes.push((sent(html.as_bytes()) + bytes.sum::<usize>(), path));
    }
    sizes.sort_unstable();
    assert!(sizes.len() > 200);
    let at = |share: usize| sizes[(sizes.len() - 1) * share / 100];
    assert!(at(50).0 <= 8 * 1024, "median: {:?}", at(50));
    assert!(at(99).0 <= 14 * 1024, "99th percentile: {:?}", at(99));
    eprintln!("question pages with style and script, gzip: median {}, 99 % {}, most {:?}", at(50).0, at(99).0, at(100));
    let style = sent(page(&files, "assets/style.css").as_bytes());
    assert!(style <= 3 * 1024 + 512, "the style sheet has {style} bytes");
    assert!(sent(page(&files, "assets/site.js").as_bytes()) <= 2 * 1024);
    // Fetched once, after the page.
    assert!(sent(page(&files, "assets/icon.svg").as_bytes()) <= 512);
}

#[test]
fn a_topic_with_its_answers_stays_light() {
    let files = own();
    let mut sizes: Vec<(usize, &str)> = (pages(&files))
        .filter(|(path, _)| path.contains("/topics/") && !path.contains("/print/"))
        .map(|(path, html)| (sent(html.as_bytes()), path))
        .collect();
    sizes.sort_unstable();
    let (most, path) = sizes[sizes.len() - 1];
    // A page of a list has up to a hundred questions.
    assert!(most <= 24 * 1024, "{path}: {most} bytes");
    eprintln!("topic pages, gzip: median {}, most {most} ({path})", sizes[sizes.len() / 2].0);
}

#[test]
fn a_question_is_taken_away_at_the_price_that_was_promised() {
    let files = own();
    let questions = files.iter().filter(|(path, _)| path.contains("/q/") && path.ends_with("/index.json")).count();
    let is_topic = |path: &str| path.starts_with("offline/") && path.contains("-topics-") && path.ends_with(".pack");
    let packs: usize = files.iter().filter(|(path, _)| is_topic(path)).map(|(_, bytes)| bytes.len()).sum();
    let zip: usize = files.iter().filter(|(path, _)| path.ends_with(".zip")).map(|(_, bytes)| bytes.len()).sum();
    eprintln!("packs of topics: {} bytes a question, the zip: {}", packs / questions, zip / questions);
    assert!(questions > 200 && packs > 0 && zip > 0);
    assert!(packs <= questions * 2_560, "{packs} bytes of packs for {questions} questions");
    assert!(zip <= questions * 10 * 1024, "a zip of {zip} bytes for {questions} questions");
}

#[test]
fn no_page_runs_or_fetches_what_is_not_its_own() {
    let files = own();
    for (path, html) in pages(&files) {
        for address in fetched(html) {
            let elsewhere = address.contains("://") || address.starts_with("//");
            assert!(!elsewhere && files.get(&target(path, address)).is_some(), "{path} fetches {address}");
        }
        for tag in tags(html).filter(|tag| tag.starts_with("<script") || tag.starts_with("<style")) {
            let data = attribute(tag, "type") == Some("application/ld+json");
            assert!(data || attribute(tag, "src").is_some(), "{path}: {tag}");
        }
    }
}
