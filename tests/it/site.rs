//! The built site: links, languages, hostile content, determinism.

use std::collections::{BTreeMap, BTreeSet};

use passerelle::config::Config;
use passerelle::files::Files;
use passerelle::i18n::Lang;
use passerelle::link::{Evidence, Library, Link, LinkKind};
use passerelle::normalise::Difficulty;
use passerelle::pipeline::{self, Input};
use passerelle::site::{self, Extra, SiteError, Theme};
use passerelle::source::{LineSpan, Source};

use crate::site_fixture::{attribute, built, extra, library, page, pages, tags, target, walk};

#[test]
fn every_link_leads_somewhere() {
    assert!(walk(&built(&Config::default())) > 300);
    let based = Config {
        base_url: Some("https://example.org/sub".to_owned()),
        repository: Some("https://github.com/owner/name".to_owned()),
        ..Config::default()
    };
    assert!(walk(&built(&based)) > 250);
}

#[test]
fn the_addresses_are_those_of_the_contract() {
    let files = built(&Config::default());
    for path in [
        "index.html",
        "fr/index.html",
        "en/index.html",
        "fr/topics/index.html",
        "fr/topics/api/index.html",
        "fr/topics/api/print/index.html",
        "en/topics/advice/index.html",
        "fr/q/idempotence/index.html",
        "en/q/idempotency/index.html",
        "fr/concepts/index.html",
        "fr/concepts/idempotency/index.html",
        "en/concepts/idempotency/index.html",
        "fr/search/index.html",
        "fr/downloads/index.html",
        "404.html",
        "robots.txt",
        ".nojekyll",
        "assets/style.css",
    ] {
        assert!(files.get(path).is_some(), "{path}");
    }
    assert!(files.get("en/q/idempotence/index.html").is_none(), "a question is in its own language only");
    assert!(files.get("fr/concepts/unused/index.html").is_none(), "a concept without a question has no page");
    assert!(files.get("sitemap.xml").is_none(), "a sitemap needs the site's address");
}

#[test]
fn pages_need_nothing_inline() {
    for (path, html) in pages(&built(&Config::default())) {
        assert!(html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"), "{path}");
        assert!(!html.contains("<style"), "{path}");
        let text = html.split("<script");
        for script in text.skip(1) {
            let data = script.trim_start().starts_with("type=\"application/ld+json\"");
            assert!(
                data || script.contains("></script>") && script.trim_start().starts_with("src="),
                "{path}: an inline script"
            );
        }
        for tag in tags(html) {
            assert!(attribute(tag, "style").is_none(), "{path}: {tag}");
            // Every other piece between double quotes is outside the values.
            for names in tag.split('"').step_by(2) {
                let handler = |name: &str| name.to_ascii_lowercase().starts_with("on");
                assert!(
                    !names.split_whitespace().skip(usize::from(names.starts_with('<'))).any(handler),
                    "{path}: {tag}"
                );
            }
        }
    }
}

#[test]
fn pages_say_their_language_and_title() {
    for (path, html) in pages(&built(&Config::default())) {
        let lang = path.split('/').next().filter(|part| part.len() == 2).unwrap_or("fr");
        assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{lang}\">")), "{path}");
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        assert!(title.is_some_and(|title| title.len() > 3), "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        for lost in ["{site-", "{level-", "{lang-", "{ $", "{$", "{n}", "{{", "{%"] {
            assert!(!html.replace("data-msg-many=\"{n}", "").contains(lost), "{path}: {lost}");
        }
        let ids: Vec<&str> = tags(html).filter_map(|tag| attribute(tag, "id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: an id twice");
    }
}

/// The address of the language switch of a page.
fn switch(files: &Files, path: &str) -> String {
    let html = page(files, path);
    let nav = html.split("<nav class=\"langs\"").nth(1).and_then(|rest| rest.split("</nav>").next()).expect("a switch");
    let tag = tags(nav).find(|tag| tag.starts_with("<a ")).expect("a link");
    target(path, attribute(tag, "href").expect("an address"))
}

#[test]
fn the_switch_leads_to_the_counterpart_or_its_nearest_parent() {
    let files = built(&Config::default());
    for (from, to) in [
        ("fr/q/idempotence/index.html", "en/q/idempotency/index.html"),
        ("en/q/idempotency/index.html", "fr/q/idempotence/index.html"),
        ("fr/q/cache/index.html", "en/concepts/idempotency/index.html"),
        ("fr/q/quiz/index.html", "en/topics/http/index.html"),
        ("fr/topics/api/index.html", "en/topics/http/index.html"),
        ("fr/concepts/hard/index.html", "en/concepts/hard/index.html"),
        ("fr/index.html", "en/index.html"),
        ("fr/q/parti/index.html", "en/index.html"),
    ] {
        assert_eq!(switch(&files, from), to, "from {from}");
    }
    let nearest = |path: &str| page(&files, path).contains("title=\"This page does not exist in English");
    assert!(nearest("fr/q/cache/index.html") && nearest("fr/topics/api/index.html"));
    assert!(!nearest("fr/q/parti/index.html"), "a home is no counterpart of a question that is gone");
    assert!(pages(&files).all(|(_, html)| !html.contains("rel=\"alternate\" hreflang")), "they are whole addresses");
    let files = built(&Config { base_url: Some("https://example.org/".to_owned()), ..Config::default() });
    let alternate = |path: &str| page(&files, path).contains("rel=\"alternate\" hreflang=\"en\"");
    assert!(alternate("fr/q/idempotence/index.html"));
    assert!(!alternate("fr/q/cache/index.html"), "what is only near is no alternate");
    assert!(!alternate("fr/topics/api/index.html"));
}

#[test]
fn a_question_shows_what_it_has() {
    let files = built(&Config { repository: Some("https://github.com/o/n".to_owned()), ..Config::default() });
    let html = page(&files, "fr/q/idempotence/index.html");
    for part in [
        "<h1>Qu’est-ce que l’<code>idempotence</code>\u{202f}?</h1>",
        "débutant",
        "href=\"https://github.com/o/n/blob/HEAD/content/autre.md\"",
        "href=\"https://github.com/o/n/blob/HEAD/content/fr/a%20b.md#L3\"",
        "rétablis",
        "rel=\"next\"",
        "même question",
        "<span class=\"k\">if</span>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("unheard-of"));
    assert!(html.contains("et un schéma.</p>") && !html.contains("<img"), "an image that is not there: {html}");
    let quiz = page(&files, "fr/q/quiz/index.html");
    assert!(quiz.contains("Bonne réponse\u{a0}: B"), "{quiz}");
    let none = page(&files, "fr/q/cache/index.html");
    assert!(none.contains("attend encore sa réponse") && none.contains("Aucune question équivalente en anglais"));
}

#[test]
fn numbers_agree_with_their_nouns() {
    let mut library = library();
    library.entries[0].difficulty = Some(Difficulty::Advanced);
    library.entries[1].difficulty = Some(Difficulty::Intermediate);
    library.entries[0].source.lines = LineSpan::new(4, 4);
    let build =
        |library: &Library| site::build(library, &Config::default(), &Theme::builtin(), &extra()).expect("a site");
    let files = build(&library);
    let home = page(&files, "fr/index.html");
    assert!(home.contains(">1 avancée<") && home.contains(">1 intermédiaire<"), "{home}");
    assert!(page(&files, "fr/q/idempotence/index.html").contains(", ligne 4"));
    assert!(page(&files, "en/q/idempotency/index.html").contains(", lines 3 to 9"));
    library.entries[1].difficulty = Some(Difficulty::Advanced);
    library.entries[4].source.lines = LineSpan::new(1, 1);
    let files = build(&library);
    assert!(page(&files, "fr/index.html").contains(">2 avancées<"));
    assert!(page(&files, "en/q/idempotency/index.html").contains(", line 1"));
}

#[test]
fn a_package_tells_how_many_questions_it_holds() {
    let text = "## Caching\n\n### What is a cache?\n\nA fast copy.\n\n### What is a hit?\n\nA found copy.\n\n### What is a miss?\n";
    let input = Input { sources: vec![Source::new("en.md", "en.md", text)], ..Input::default() };
    let config = Config { languages: vec![Lang::En], ..Config::default() };
    let files = pipeline::site(&pipeline::collect(input), &config, &BTreeMap::new()).expect("a site");
    let html = page(&files, "en/downloads/index.html");
    let of = |extension: &str| html.split(extension).nth(1).and_then(|rest| rest.split("</li>").next()).unwrap_or("");
    assert!(of(".apkg").contains("2 notes"), "{html}");
    assert!(of(".csv").contains("3 questions"), "{html}");
}

#[test]
fn each_topic_has_a_deck_and_every_file_says_its_size() {
    let text = "## Caching\n\n### What is a cache?\n\nA fast copy.\n\n### What is a hit?\n\nA found copy.\n\n### What is a miss?\n\nNone.\n\n\
                ## C++\n\n### What is a template?\n\nA pattern for types.\n\n## Bare\n\n### What is not answered?\n";
    let input = Input { sources: vec![Source::new("en.md", "en.md", text)], ..Input::default() };
    let config = Config { languages: vec![Lang::En], ..Config::default() };
    let files = pipeline::site(&pipeline::collect(input), &config, &BTreeMap::new()).expect("a site");
    let html = page(&files, "en/downloads/index.html");
    let decks = files.iter().filter(|(path, _)| path.ends_with(".apkg")).map(|(path, _)| path).collect::<Vec<_>>();
    let name = |end: &str| format!("en/downloads/questions-en{end}.apkg");
    assert_eq!(decks, [name("-caching"), name("-cpp"), name("")]);
    for (path, notes) in [(name(""), "4 notes"), (name("-caching"), "3 notes"), (name("-cpp"), "1 note ")] {
        let bytes = files.get(&path).expect("a deck").len();
        let file = path.rsplit('/').next().expect("a name");
        let line =
            html.split(&format!("\"{file}\"")).nth(1).and_then(|rest| rest.split("</li>").next()).unwrap_or_default();
        assert!(line.contains(notes) && line.contains(&format!("<data value=\"{bytes}\">")), "{path}: {line}");
    }
    let schema = files.get("schema.json").expect("the schema");
    assert_eq!(Some(schema), passerelle::export::schema().ok().as_deref());
    assert!(html.contains("href=\"../../schema.json\""), "{html}");
}

#[test]
fn the_nearest_six_of_the_related_questions_are_shown() {
    let mut library = library();
    for number in 0..12 {
        let mut other = library.entries[1].clone();
        other.id = format!("voisine-{number}");
        let kind = if number < 4 { LinkKind::Close } else { LinkKind::Related };
        let score = 1.0 - f64::from(number) / 100.0;
        library.links.push(Link {
            a: "cache".to_owned(),
            b: other.id.clone(),
            kind,
            score,
            evidence: Vec::new(),
            doubtful: false,
        });
        library.entries.push(other);
        library.mentions.push(Vec::new());
    }
    let files = site::build(&library, &Config::default(), &Theme::builtin(), &extra()).expect("a site");
    let html = page(&files, "fr/q/cache/index.html");
    let near = html.split("<section class=\"near\">").last().and_then(|rest| rest.split("</section>").next());
    let near = near.expect("a list of neighbours");
    let count = |kind: &str| near.matches(&format!("<small class=\"{kind}\">")).count();
    assert_eq!((count("close"), count("related")), (4, 6), "{near}");
    assert!(near.contains("voisine-9/") && !near.contains("voisine-10/"), "{near}");
}

#[test]
fn notes_are_shown_with_their_topic() {
    let files = built(&Config::default());
    assert!(page(&files, "en/topics/advice/index.html").contains("Breathe."));
    assert!(page(&files, "fr/topics/api/index.html").contains("Introduction du document."));
}

#[test]
fn a_file_without_questions_makes_no_topic() {
    let files = built(&Config::default());
    assert!(!page(&files, "en/topics/index.html").contains("How to contribute"));
    assert!(page(&files, "en/topics/http/index.html").contains("More on verbs to come."));
}

#[test]
fn hostile_content_stays_text() {
    let files = built(&Config::default());
    for (path, html) in pages(&files) {
        assert!(!html.contains("<script>") && !html.contains("<img src=x") && !html.contains("javascript:"), "{path}");
    }
    assert!(files.iter().all(|(path, _)| passerelle::files::stays_inside(path) && !path.contains("passwd/..")));
    let safe = files.iter().find(|(path, _)| path.starts_with("fr/q/etc-passwd-")).expect("a page under a safe name");
    assert!(String::from_utf8_lossy(safe.1).contains("&lt;script&gt;"));
}

#[test]
fn old_addresses_lead_on() {
    let files = built(&Config::default());
    for (path, to) in [
        ("fr/q/ancien-id/index.html", "url=../idempotence/index.html"),
        ("faq/verbes.html", "url=../fr/q/idempotence/index.html"),
        ("fr/q/renomme/index.html", "url=../idempotence/index.html"),
    ] {
        assert!(page(&files, path).contains(to), "{path}");
    }
    assert!(page(&files, "fr/q/parti/index.html").contains("retirée"));
    assert!(page(&files, "fr/q/quiz/index.html").contains("Lequel"), "a page that exists is not replaced");
    assert!(page(&files, "fr/q/cache/index.html").contains("Le cache"), "nor by an alias");
}

#[test]
fn the_sitemap_pairs_the_languages() {
    let config = Config { base_url: Some("https://example.org/sub/".to_owned()), ..Config::default() };
    let files = built(&config);
    let sitemap = page(&files, "sitemap.xml");
    assert!(sitemap.contains(
        "<url><loc>https://example.org/sub/fr/q/idempotence/</loc>\
         <xhtml:link rel=\"alternate\" hreflang=\"fr\" href=\"https://example.org/sub/fr/q/idempotence/\"/>\
         <xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/sub/en/q/idempotency/\"/>"
    ));
    assert!(!sitemap.contains("parti") && !sitemap.contains("404") && !sitemap.contains("print"));
    assert!(page(&files, "robots.txt").contains("Sitemap: https://example.org/sub/sitemap.xml"));
    let html = page(&files, "fr/q/idempotence/index.html");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/sub/fr/q/idempotence/\">"));
    // Each alternate of a listed page names that page in return.
    for (_, html) in pages(&files) {
        let own = tags(html).find(|tag| tag.contains("rel=\"canonical\"")).and_then(|tag| attribute(tag, "href"));
        for tag in tags(html).filter(|tag| tag.contains("rel=\"alternate\" hreflang") && !tag.contains("x-default")) {
            let path =
                attribute(tag, "href").expect("an address").replace("https://example.org/sub/", "") + "index.html";
            assert!(page(&files, &path).contains(&format!("href=\"{}\"", own.expect("a canonical address"))), "{path}");
        }
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| built(&Config::default()))
    };
    assert!(on(1) == on(5));
}

#[test]
fn one_language_is_a_site_too() {
    let config = Config { languages: vec![Lang::En], ..Config::default() };
    let files = built(&config);
    assert!(files.iter().all(|(path, _)| !path.starts_with("fr/")));
    assert!(page(&files, "en/q/idempotency/index.html").contains("What is idempotency?"));
}

#[test]
fn an_empty_library_is_a_site_too() {
    let files =
        site::build(&Library::default(), &Config::default(), &Theme::builtin(), &Extra::default()).expect("a site");
    assert!(walk(&files) > 30);
}

#[test]
fn a_wrong_template_is_named_with_its_line() {
    let with = |name: &str, text: &str| {
        let theme = Theme::builtin().with(name, text);
        site::build(&library(), &Config::default(), &theme, &extra()).expect_err("a wrong template")
    };
    for (text, wrong) in
        [("a\n{{ nothing }}", "nothing"), ("a\n{{ t(key=\"no-such\") }}", "no-such"), ("a\n{% if %}", "")]
    {
        match with("question.html", text) {
            SiteError::Template { name, line, message } => {
                assert_eq!((name.as_str(), line), ("question.html", Some(2)), "{message}");
                assert!(message.contains(wrong), "{message}");
            }
            other => panic!("{other}"),
        }
    }
    assert!(with("base.html", "{% extends \"gone.html\" %}").to_string().contains("gone.html"));
}

#[test]
fn a_theme_and_an_accent_change_the_look() {
    let theme = Theme::builtin().with("assets/logo.svg", "<svg/>").with("retired.html", "gone: {{ title }}");
    let mut config = Config::default();
    config.site.accent = Some("#ffcc00".to_owned());
    let files = site::build(&library(), &config, &theme, &extra()).expect("a site");
    assert_eq!(files.get("assets/logo.svg"), Some(b"<svg/>".as_slice()));
    assert_eq!(page(&files, "fr/q/parti/index.html"), "gone: Question retirée");
    assert!(page(&files, "assets/style.css").ends_with("--accent:#ffcc00}\n"));
    config.site.accent = Some("red;}".to_owned());
    assert!(matches!(site::build(&library(), &config, &theme, &extra()), Err(SiteError::Accent(_))));
    config.site.accent = None;
    config.base_url = Some("javascript:alert(1)".to_owned());
    assert!(matches!(site::build(&library(), &config, &theme, &extra()), Err(SiteError::BaseUrl(_))));
}

#[test]
fn the_search_page_meets_its_script() {
    let index = passerelle::search::build(&library());
    let folder = format!("idx/{}", index.hash);
    let extra = Extra { search_index: Some(folder.clone()), ..Extra::default() };
    let mut files = site::build(&library(), &Config::default(), &Theme::builtin(), &extra).expect("a site");
    files.extend(index.files);
    walk(&files);
    assert!(files.get(&format!("{folder}/manifest.js")).is_some());
    let html = page(&files, "fr/search/index.html");
    for part in [
        "<form class=\"find large\" role=\"search\" action=\"index.html\" method=\"get\">",
        "name=\"q\" id=\"q\"",
        "<p id=\"search-status\" role=\"status\" aria-live=\"polite\"></p>",
        "<ol id=\"results\"",
        "src=\"../../assets/search.js\" defer",
        &format!("data-index=\"../../{folder}/\" data-root=\"../../\" data-lang=\"fr\""),
        "data-msg-none=",
        "data-msg-one=",
        "data-msg-many=\"{n} ",
        "{word}",
        "data-msg-offline=",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn pages_are_light() {
    let files = built(&Config::default());
    for (path, most) in
        [("assets/style.css", 12_000), ("assets/site.js", 4_000), ("fr/q/idempotence/index.html", 8_000)]
    {
        let length = files.get(path).expect("a file").len();
        assert!(length < most, "{path} has {length} bytes");
    }
}

/// The site's messages of a language with the variables that each has.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in passerelle::i18n::ftl(lang).lines() {
        if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| !name.contains(' ') && !name.starts_with('#'))
        {
            key = name.to_owned();
            out.entry(key.clone()).or_default();
        }
        for variable in line.split('$').skip(1) {
            let name = variable.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            out.entry(key.clone()).or_default().insert(name);
        }
    }
    let mine = ["site-", "lang-", "level-", "kind-", "status-", "flag-"];
    out.retain(|key, _| mine.iter().any(|start| key.starts_with(start)));
    out
}

#[test]
fn both_languages_say_the_same_things() {
    let (fr, en) = (messages(Lang::Fr), messages(Lang::En));
    assert!(fr.len() > 80);
    assert_eq!(fr, en);
}

#[test]
fn french_words_have_french_spaces() {
    let text = passerelle::i18n::ftl(Lang::Fr);
    for line in text.lines().filter(|line| line.starts_with("site-") || line.starts_with("flag-")) {
        for (before, mark) in [(" ", ":"), (" ", "?"), (" ", "!"), (" ", ";"), ("« ", ""), ("", " »")] {
            assert!(!line.contains(&format!("{before}{mark}")), "{line}");
        }
        assert!(!line.contains('\''), "{line}");
    }
}

#[test]
fn links_tell_their_kind_and_on_demand_their_reason() {
    let evidence = |signal, value: &str, weight| Evidence { signal, value: value.to_owned(), weight };
    let mut library = library();
    let reasons = vec![
        evidence("concept", "idempotency", 0.5),
        evidence("text", "question+answer", 0.2),
        evidence("term", "idempotence~idempotency", 0.1),
        evidence("characters", "question", 0.01),
    ];
    let link = |kind, evidence| Link {
        a: "idempotence".to_owned(),
        b: "idempotency".to_owned(),
        kind,
        score: 0.8,
        evidence,
        doubtful: false,
    };
    library.links = vec![link(LinkKind::Close, reasons)];
    let why = |library: &Library, path: &str| {
        let files = site::build(library, &Config::default(), &Theme::builtin(), &extra()).expect("a site");
        let html = page(&files, path).to_owned();
        let (_, rest) = html.split_once("<details class=\"why\">").unwrap_or_else(|| panic!("no reason in {html}"));
        rest.split_once("</details>").expect("its end").0.to_owned()
    };
    let french = why(&library, "fr/q/idempotence/index.html");
    for part in [
        "<small class=\"close\">très proche</small>",
        "<li>notion commune\u{a0}: idempotence (62\u{a0}%)</li>",
        "<li>mot qui se répond\u{a0}: idempotence ~ idempotency (12\u{a0}%)</li>",
        "<li>question et réponse voisines (25\u{a0}%)</li>",
    ] {
        assert!(french.contains(part), "{part} in {french}");
    }
    assert!(!french.contains("orthographe"), "what counts for nothing is not told: {french}");
    let english = why(&library, "en/q/idempotency/index.html");
    assert!(english.contains("idempotency ~ idempotence (12%)"), "one’s own word first: {english}");
    let concept = why(&library, "en/concepts/idempotency/index.html");
    assert!(concept.contains("very close") && concept.contains("common concept: "), "{concept}");
    library.links = vec![link(LinkKind::Same, vec![evidence("decision", "<b>both</b> ask \"why\"", 1.0)])];
    for path in ["en/q/idempotency/index.html", "en/concepts/idempotency/index.html"] {
        let decided = why(&library, path);
        assert!(
            decided.contains("same question") && decided.contains("decided by an editor: &lt;b&gt;both"),
            "{decided}"
        );
    }
    library.links = vec![link(LinkKind::Related, Vec::new())];
    let files = site::build(&library, &Config::default(), &Theme::builtin(), &extra()).expect("a site");
    assert!(page(&files, "fr/q/idempotence/index.html").contains("<small class=\"related\">"));
    assert!(!pages(&files).any(|(_, html)| html.contains("class=\"why\"")), "no reason, nothing to unfold");
    assert!(!page(&files, "en/concepts/idempotency/index.html").contains("pairs"), "related ones are not listed there");
}
