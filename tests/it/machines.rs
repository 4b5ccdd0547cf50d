//! What the site says to machines: feeds, linked data, records, old addresses.

use passerelle::config::Config;
use passerelle::files::Files;
use passerelle::site::{self, Theme};
use serde_json::Value;

use crate::site_fixture::{attribute, built, extra, library, page, pages, tags, target};

fn based() -> Config {
    Config { base_url: Some("https://example.org/sub/".to_owned()), ..Config::default() }
}

/// The linked data of a page, by type.
fn data(files: &Files, path: &str, kind: &str) -> Value {
    let html = page(files, path);
    let (_, rest) =
        html.split_once("<script type=\"application/ld+json\">").unwrap_or_else(|| panic!("{path}: no data"));
    let block: Value = serde_json::from_str(rest.split("</script>").next().expect("its end")).expect("JSON");
    assert_eq!(block["@context"], "https://schema.org");
    let graph = block["@graph"].as_array().expect("a graph");
    graph.iter().find(|node| node["@type"] == kind).unwrap_or_else(|| panic!("{path}: no {kind} in {block}")).clone()
}

#[test]
fn questions_and_concepts_are_what_they_say() {
    let files = built(&based());
    let question = data(&files, "fr/q/idempotence/index.html", "Question");
    assert_eq!(question["@id"], "https://example.org/sub/fr/q/idempotence/");
    assert_eq!((&question["inLanguage"], &question["educationalLevel"]), (&"fr".into(), &"débutant".into()));
    assert!(question["acceptedAnswer"]["text"].as_str().is_some_and(|text| text.starts_with("Un PUT.")), "{question}");
    assert_eq!(question["about"][0]["@id"], "https://example.org/sub/fr/concepts/idempotency/");
    assert!(question.get("dateModified").is_none());

    let quiz = data(&files, "fr/q/quiz/index.html", "Question");
    assert_eq!(
        (&quiz["acceptedAnswer"]["text"], &quiz["suggestedAnswer"][0]["text"]),
        (&"B. Le B".into(), &"A. Le A".into())
    );
    assert_eq!((&quiz["answerCount"], &quiz["dateModified"]), (&2.into(), &"2026-03-01T08:30:00Z".into()));

    let open = data(&files, "fr/q/cache/index.html", "Question");
    assert!(open["answerCount"] == 0 && open.get("acceptedAnswer").is_none() && open.get("eduQuestionType").is_none());

    let term = data(&files, "en/concepts/idempotency/index.html", "DefinedTerm");
    assert_eq!((&term["name"], &term["alternateName"][0]), (&"idempotency".into(), &"retry-safe".into()));
    assert_eq!(term["inDefinedTermSet"], data(&files, "en/concepts/index.html", "DefinedTermSet")["@id"]);
    assert_eq!(data(&files, "fr/index.html", "WebSite")["inLanguage"], "fr");
}

#[test]
fn breadcrumbs_are_those_that_are_shown() {
    for config in [Config::default(), based()] {
        let files = built(&config);
        let way = data(&files, "fr/q/quiz/index.html", "BreadcrumbList");
        let steps = way["itemListElement"].as_array().expect("steps");
        let names: Vec<&str> = steps.iter().filter_map(|step| step["name"].as_str()).collect();
        assert_eq!((&names[..3], names.len()), (["Accueil", "Thèmes", "API"].as_slice(), 4));
        let html = page(&files, "fr/q/quiz/index.html");
        for name in &names[..3] {
            assert!(html.contains(&format!(">{name}</a>")), "{name}");
        }
    }
}

#[test]
fn hostile_texts_stay_in_their_block() {
    let files = built(&Config::default());
    let mut blocks = 0;
    for (path, html) in pages(&files) {
        for block in html.split("<script type=\"application/ld+json\">").skip(1) {
            let text = block.split("</script>").next().expect("its end");
            assert!(!text.contains('<'), "{path}: {text}");
            serde_json::from_str::<Value>(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            blocks += 1;
        }
    }
    assert!(blocks > 15);
}

/// The texts of an element of a feed, in order, and proof that the feed is XML.
fn texts(feed: &str, element: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(feed);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {feed}")) {
            quick_xml::events::Event::Eof => break,
            _ => continue,
        }
    }
    let open = format!("<{element}>");
    feed.split(&open).skip(1).filter_map(|rest| Some(rest.split_once("</")?.0.to_owned())).collect()
}

#[test]
fn feeds_have_names_and_dates_that_last() {
    let files = built(&Config::default());
    let moved = built(&based());
    for lang in ["fr", "en"] {
        let path = format!("{lang}/atom.xml");
        let feed = page(&files, &path);
        let again = page(&moved, &path);
        assert_eq!(texts(feed, "id"), texts(again, "id"), "names do not hang on the address");
        assert_eq!(texts(feed, "updated"), texts(again, "updated"));
        assert!(feed.contains(&format!("xml:lang=\"{lang}\"")));
        for tag in tags(feed).filter(|tag| tag.starts_with("<link")) {
            let href = attribute(tag, "href").expect("an address");
            let to = target(&path, href);
            assert!(files.get(&to).is_some(), "{href}");
        }
        assert!(again.contains(&format!("<link rel=\"self\" type=\"application/atom+xml\" hreflang=\"{lang}\" href=\"https://example.org/sub/{path}\"/>")));
    }
    let french = page(&files, "fr/atom.xml");
    assert_eq!(texts(french, "updated")[..2], ["2026-03-01T08:30:00Z", "2026-03-01T08:30:00Z"], "the newest first");
    assert!(texts(french, "id")[1].ends_with(":question:quiz"));
    assert!(!french.contains("idempotency"), "one language only");
    for (path, html) in pages(&files).filter(|(path, _)| path.starts_with("en/")) {
        let link = tags(html).find(|tag| tag.contains("application/atom+xml"));
        assert_eq!(target(path, link.and_then(|tag| attribute(tag, "href")).expect("a feed")), "en/atom.xml");
    }
}

#[test]
fn a_control_character_breaks_no_feed() {
    let mut library = library();
    library.entries[0].question = "Qu’est-ce\u{1} que \u{8}cela\u{fffe} ?".to_owned();
    let files = site::build(&library, &Config::default(), &Theme::builtin(), &extra()).expect("a site");
    let feed = page(&files, "fr/atom.xml");
    assert!(!feed.contains(['\u{1}', '\u{8}', '\u{fffe}']) && texts(feed, "title").len() == 5);
}

#[test]
fn each_question_has_its_record() {
    let library = library();
    let files = built(&Config::default());
    for entry in &library.entries {
        let address = passerelle::site::address::record(entry.lang, &entry.id);
        let record: Value = serde_json::from_str(page(&files, &address)).expect("JSON");
        assert_eq!(record, serde_json::to_value(entry).expect("JSON"));
        let html = page(&files, &address.replace(".json", ".html"));
        assert!(html.contains("<link rel=\"alternate\" type=\"application/json\" href=\"index.json\">"), "{address}");
    }
}

#[test]
fn the_sitemap_has_the_dates_of_the_lock() {
    let files = built(&based());
    let sitemap = page(&files, "sitemap.xml");
    assert_eq!(sitemap.matches("<lastmod>").count(), 2, "a page without a date has none");
    assert!(sitemap.contains("/fr/q/quiz/</loc><lastmod>2026-03-01T08:30:00Z</lastmod>"));
}

#[test]
fn the_page_of_errors_works_at_any_depth() {
    let files = built(&based());
    for tag in tags(page(&files, "404.html")) {
        for name in ["href", "src", "action"] {
            let Some(link) = attribute(tag, name) else { continue };
            assert!(link.starts_with("/sub/") || link == "#main", "{tag}");
        }
    }
    // Without the site's address the page looks for the site above itself.
    let files = built(&Config::default());
    let html = page(&files, "404.html");
    for up in 0..6 {
        assert!(html.contains(&format!("<script src=\"{}assets/lost.js\"></script>", "../".repeat(up))), "{html}");
    }
    assert!(html.contains("<noscript>") && !page(&files, "fr/index.html").contains("lost.js"));
    assert!(!page(&built(&based()), "404.html").contains("lost.js"));
}
