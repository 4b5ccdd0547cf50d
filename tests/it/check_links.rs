//! No link of a built site leads nowhere, whatever the content; one that does stops the build.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use passerelle::config::Config;
use passerelle::files::Files;
use passerelle::pipeline::{self, Input};
use passerelle::site::broken_links;
use passerelle::source::Source;

use crate::site_fixture::{built, page, pages};

/// The site of documents: name and text.
fn site(documents: &[(&str, String)], config: &Config) -> Files {
    let sources = documents.iter().map(|(name, text)| Source::new(*name, *name, text)).collect();
    pipeline::site(&pipeline::collect(Input { sources, ..Input::default() }), config, &BTreeMap::new()).expect("a site")
}

#[test]
fn the_built_in_pages_are_whole() {
    for base_url in [None, Some("https://example.org/sub/".to_owned())] {
        let config = Config { base_url, ..Config::default() };
        assert_eq!(broken_links(&built(&config), config.base_url.as_deref()), []);
    }
}

#[test]
fn hard_content_gives_a_sound_site() {
    let long = "word ".repeat(40_000);
    let document = |id: &str, topic: &str, tags: &str, title: &str, text: &str| {
        format!("---\nid: {id}\nlang: en\ntopic: \"{topic}\"\ntags: [{tags}]\n---\n# {title}\n\n{text}\n")
    };
    let documents = [
        (
            "en/a.md",
            document("Cache", "C++", "'c++', x", "What is a cache?", "See [this](#nowhere) and [that](../b.md#x)."),
        ),
        ("en/b.md", document("cache", "C", "cpp, 'ÉTÉ'", "What is <b onclick=x>a *cache*</b> & \"why\"?", "A copy.")),
        ("en/c.md", document("rtl", "מטמון", "'שלום'", "מהו מטמון (cache)?", "עותק.")),
        ("en/d.md", document("emoji", "🚀 Launch", "'🚀'", "What does 🚀👩‍💻 mean?", "Go.")),
        ("en/e.md", document("long", "c++", "été", "What is long?", &long)),
        (
            "en/f.md",
            "## Twice\n\n### What is it?\n\nThis.\n\n### What is it?\n\nThat.\n\n## twice\n\n### And then?\n\nDone.\n"
                .to_owned(),
        ),
    ];
    for base_url in [None, Some("https://example.org/sub/".to_owned())] {
        let config = Config { base_url, ..Config::default() };
        let files = site(&documents, &config);
        assert_eq!(broken_links(&files, config.base_url.as_deref()), []);
        let mut folded: Vec<String> = files.iter().map(|(path, _)| path.to_lowercase()).collect();
        folded.sort();
        folded.dedup();
        assert_eq!(folded.len(), files.len(), "no two paths differ in case only");
        let questions =
            pages(&files).filter(|(path, html)| path.starts_with("en/q/") && html.contains("\"@type\":\"Question\""));
        assert_eq!(questions.count(), 8);
        let html = page(&files, "en/q/long/index.html");
        assert!((200_000..230_000).contains(&html.len()), "{}: an answer is on its page once", html.len());
        assert!(pages(&files).all(|(_, html)| !html.contains("onclick")));
        assert!(page(&files, "en/q/emoji/index.html").contains("🚀👩‍💻"));
        assert!(page(&files, "en/q/rtl/index.html").contains("<h1>מהו מטמון (cache)?</h1>"));
        assert!(
            page(&files, "assets/style.css").contains("h1,h2,h3,p,li,.questions a,.turn a{unicode-bidi:plaintext}")
        );
    }
}

fn build(root: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
    command.args(["build", "--check-links", "--locale", "en", "--root"]).arg(root).output().expect("the binary starts")
}

#[test]
fn a_broken_link_stops_the_build_before_anything_is_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path();
    let write = |name: &str, text: &str| {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("written");
    };
    write("passerelle.yaml", "title: {en: Test}\n");
    write("content/en/a.md", "# What is a cache?\n\nA fast copy of data kept near its reader.\n");
    assert!(build(root).status.success());
    write("templates/why.html", "");
    write(
        "templates/tags.html",
        "{% extends \"base.html\" %}{% block main %}<h1>x</h1><a href=\"gone.html\">x</a><a href=\"#no\">y</a>{% endblock %}",
    );
    let before = std::fs::read(root.join("public/en/tags/index.html")).expect("the page");
    let output = build(root);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    for part in [
        "4 links of the site lead nowhere:",
        "en/tags/index.html: gone.html leads to a page that does not exist",
        "fr/tags/index.html: #no leads to an anchor that is not on the page",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert_eq!(std::fs::read(root.join("public/en/tags/index.html")).expect("the page"), before);
}
