//! Pages across topics: levels, tags, what is missing, long lists; and the switch and the way home on each of them.

use std::collections::BTreeMap;

use passerelle::config::Config;
use passerelle::files::Files;
use passerelle::i18n::Lang;
use passerelle::link::{Concept, Library, Mention};
use passerelle::normalise::{Difficulty, Status};
use passerelle::site::{self, Theme};

use crate::bare;
use crate::site_fixture::{attribute, built, extra, library, page, pages, tags, target, walk};

fn build(library: &Library) -> Files {
    site::build(library, &Config::default(), &Theme::builtin(), &extra()).expect("a site")
}

/// The questions of a list, in order.
fn listed(files: &Files, path: &str) -> Vec<String> {
    let main = page(files, path).split("<main").nth(1).expect("a main part");
    let links = tags(main).filter(|tag| tag.starts_with("<a ")).filter_map(|tag| attribute(tag, "href"));
    links.map(|link| target(path, link)).filter(|to| to.contains("/q/")).collect()
}

/// `count` questions of one topic.
fn long(count: usize) -> Library {
    let entry = |number: usize| {
        let mut entry =
            bare::entry(&format!("q{number:04}"), Lang::En, &format!("What is {number}?"), Some("A number."), "en.md");
        entry.section = vec!["Numbers".to_owned(), format!("Part {}", number / 450)];
        entry
    };
    let entries: Vec<_> = (0..count).map(entry).collect();
    Library { mentions: vec![Vec::new(); entries.len()], entries, ..Library::default() }
}

#[test]
fn levels_and_tags_gather_their_questions() {
    let mut library = library();
    for (at, tags) in
        [(0, vec!["HTTP", "Sûreté"]), (1, vec!["http", "http"]), (3, vec!["c++", "cpp", " "]), (4, vec!["HTTP"])]
    {
        library.entries[at].tags = tags.into_iter().map(str::to_owned).collect();
    }
    let files = build(&library);
    walk(&files);
    assert_eq!(listed(&files, "fr/levels/beginner/index.html"), ["fr/q/idempotence/index.html"]);
    assert!(listed(&files, "en/levels/beginner/index.html").is_empty());
    assert_eq!(listed(&files, "fr/tags/http/index.html"), ["fr/q/idempotence/index.html", "fr/q/quiz/index.html"]);
    assert_eq!(listed(&files, "en/tags/http/index.html"), ["en/q/idempotency/index.html"]);
    let names = |start: &str| files.iter().filter(|(path, _)| path.starts_with(start)).count();
    assert_eq!(names("fr/tags/"), 5, "the index, http, surete, and two with one slug");
    assert!(
        page(&files, "fr/q/idempotence/index.html")
            .contains("<a class=\"tag\" href=\"../../tags/http/index.html\">HTTP</a>")
    );
    assert!(page(&files, "fr/q/idempotence/index.html").contains("href=\"../../levels/beginner/index.html\""));
}

#[test]
fn what_is_missing_is_asked_for() {
    let files = built(&Config::default());
    assert_eq!(listed(&files, "fr/unanswered/index.html").len(), 2);
    assert!(page(&files, "en/unanswered/index.html").contains("Every question in English has its answer."));
    let only_french = listed(&files, "en/only-elsewhere/index.html");
    assert_eq!(only_french.len(), 2, "{only_french:?}");
    assert!(only_french.iter().all(|path| path.starts_with("fr/q/")));
    assert!(listed(&files, "fr/only-elsewhere/index.html").is_empty());
    let mut alone = library();
    alone.entries.retain(|entry| entry.lang == Lang::Fr && entry.status == Status::Answered);
    alone.mentions = vec![Vec::new(); alone.entries.len()];
    let config = Config { languages: vec![Lang::Fr], ..Config::default() };
    let files = site::build(&alone, &config, &Theme::builtin(), &extra()).expect("a site");
    walk(&files);
    assert!(files.get("fr/only-elsewhere/index.html").is_none() && files.get("fr/about/index.html").is_some());
}

#[test]
fn every_page_has_a_switch_a_way_home_and_an_existing_target() {
    let files = built(&Config::default());
    for (path, html) in pages(&files).filter(|(path, _)| path.contains('/')) {
        let nav = html.split("<nav class=\"langs\"").nth(1).unwrap_or_else(|| panic!("{path}: no switch"));
        let nav = nav.split("</nav>").next().expect("its end");
        let link = tags(nav).find_map(|tag| attribute(tag, "href")).unwrap_or_else(|| panic!("{path}: {nav}"));
        assert!(files.get(&target(path, link)).is_some(), "{path}: {link}");
        let home = format!("{}/index.html", &path[..2]);
        if ["fr/", "en/"].iter().any(|lang| path.starts_with(lang)) {
            let links: Vec<String> = tags(html)
                .filter(|tag| tag.starts_with("<a "))
                .filter_map(|tag| attribute(tag, "href"))
                .map(|link| target(path, link))
                .collect();
            assert!(links.contains(&home), "{path}");
        }
    }
}

#[test]
fn neighbours_go_from_easy_to_hard() {
    let mut library = long(5);
    for (at, level) in [(0, Difficulty::Advanced), (2, Difficulty::Beginner), (3, Difficulty::Intermediate)] {
        library.entries[at].difficulty = Some(level);
    }
    let files = build(&library);
    let mut way = vec!["en/q/q0002/index.html".to_owned()];
    loop {
        let path = way.last().expect("a page").clone();
        let next =
            tags(page(&files, &path)).find(|tag| tag.contains("rel=\"next\"")).and_then(|tag| attribute(tag, "href"));
        let Some(next) = next else { break };
        way.push(target(&path, next));
    }
    assert_eq!(way, ["q0002", "q0001", "q0003", "q0004", "q0000"].map(|id| format!("en/q/{id}/index.html")));
}

#[test]
fn three_thousand_questions_of_one_topic_come_in_pages() {
    let mut library = long(3_000);
    library.entries.iter_mut().for_each(|entry| entry.difficulty = Some(Difficulty::Advanced));
    let files = build(&library);
    for list in ["topics/numbers/", "topics/numbers/print/", "levels/advanced/"] {
        let name = |number: usize| match number {
            1 => format!("en/{list}index.html"),
            _ => format!("en/{list}{number}/index.html"),
        };
        let all: Vec<String> = (1..=30).flat_map(|number| listed(&files, &name(number))).collect();
        let expected: Vec<String> =
            library.entries.iter().map(|entry| format!("en/q/{}/index.html", entry.id)).collect();
        assert_eq!(all, expected, "{list}");
        assert!(files.get(&name(31)).is_none());
        assert!(page(&files, &name(30)).len() < 60_000);
        assert!(page(&files, &name(2)).contains("Page 2 of 30"));
    }
    // The section of the question is on the page that its link names.
    let path = "en/q/q2345/index.html";
    let link = tags(page(&files, path))
        .find_map(|tag| attribute(tag, "href").filter(|link| link.contains("#part")))
        .expect("a section");
    let to = target(path, link);
    assert!(listed(&files, &to).contains(&path.to_owned()), "{to}");
    assert!(page(&files, &to).contains("id=\"part-5\""), "{to}");
}

#[test]
fn a_concept_of_very_many_questions_comes_in_pages() {
    let mut library = long(120);
    let of = Mention { concept: "number".to_owned(), weight: 1.0 };
    library.mentions = vec![vec![of]; 120];
    let names = [Lang::Fr, Lang::En].map(|lang| (lang, "number".to_owned())).into();
    let concept = Concept {
        id: "number".to_owned(),
        pref_label: names,
        alt_label: BTreeMap::new(),
        definition: BTreeMap::new(),
        broader: Vec::new(),
        related: Vec::new(),
    };
    library.glossary.concepts.insert(concept.id.clone(), concept);
    let files = build(&library);
    walk(&files);
    let parts = ["", "2/", "3/"].map(|part| listed(&files, &format!("fr/concepts/number/{part}index.html")));
    assert_eq!(parts.each_ref().map(Vec::len), [50, 50, 20]);
    assert_eq!(parts.concat().len(), 120);
    assert!(page(&files, "fr/concepts/number/index.html").contains("120 questions"));
    assert!(files.get("fr/concepts/number/4/index.html").is_none());
}
