//! `serve` shows what `build` writes, also after an edit; what it shows at once is the edit.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use passerelle::config::Config;
use passerelle::discover;
use passerelle::files::Files;
use passerelle::pipeline::{self, Collection};

use crate::cli::{passerelle, run, stderr};
use crate::site_fixture::{attribute, tags};

const NOW: i64 = 1_800_000_000;

/// A project with a topic of several pages, tags, levels, an image, an old address, a question that is gone, and a
/// template and an accent of its own.
fn written() -> tempfile::TempDir {
    let folder = crate::cli::project();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    };
    write(
        "passerelle.yaml",
        "title: {fr: Essai, en: Trial}\nbase_url: https://e.example/x/\nsite: {accent: \"#225588\"}\n",
    );
    let many: String =
        (1..=130).map(|n| format!("## Que vaut le cas numéro {n} ?\n\nIl vaut {n}, ou `{n}`.\n\n")).collect();
    write("content/fr/cas.md", &format!("---\ntopic: Les cas\ntags: [cas, HTTP]\ndifficulty: beginner\n---\n\n{many}"));
    write(
        "content/fr/vide.md",
        "# Sujet sans réponse\n\n## Que dire d'un cache froid ?\n\n## Que dire d'un cache chaud ?\n",
    );
    write(
        "content/en/cache.md",
        "---\nid: cache-en\ntopic: Caches\naliases: [old-cache, /faq/cache.html]\n---\n# What is a cache?\n\nA copy. ![plan](plan.svg)\n",
    );
    write("content/en/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\"></svg>");
    write("content/en/gone.md", "---\nid: gone\n---\n# What has gone?\n\nThis.\n");
    write("templates/about.html", "{% extends \"base.html\" %}{% block main %}<h1>{{ title }}</h1>{% endblock %}");
    assert!(run(folder.path(), &["build"]).status.success());
    fs::remove_file(folder.path().join("content/en/gone.md")).expect("removed");
    folder
}

type Whole = (Collection, Config, BTreeMap<String, Vec<u8>>);

fn read(root: &Path) -> Whole {
    let project = discover::project(root).expect("a project");
    let (project, input) = project.into_parts(NOW).expect("a lock");
    let collection = pipeline::collect(input);
    (collection, project.config, project.theme)
}

/// One file of the preview.
fn one((collection, config, theme): &Whole, path: &str) -> Option<Vec<u8>> {
    let get = |shown: &pipeline::Preview<'_>| shown.get(path, ToString::to_string).expect("sound templates");
    pipeline::preview(collection, config, theme, get).expect("sound templates")
}

/// The files whose bytes are others in the preview.
fn differing(read: &Whole, files: &Files) -> Vec<String> {
    let (collection, config, theme) = read;
    let compare = |shown: &pipeline::Preview<'_>| -> Vec<String> {
        let other =
            |path: &str, bytes: &[u8]| shown.get(path, ToString::to_string).expect("a page").as_deref() != Some(bytes);
        files.iter().filter(|(path, bytes)| other(path, bytes)).map(|(path, _)| path.to_owned()).collect()
    };
    pipeline::preview(collection, config, theme, compare).expect("sound templates")
}

#[test]
fn every_file_of_a_preview_is_that_of_the_build() {
    let folder = written();
    let read = read(folder.path());
    let files = pipeline::site(&read.0, &read.1, &read.2).expect("a site");
    let has = |part: &str| files.iter().any(|(path, _)| path.contains(part));
    for part in ["fr/topics/les-cas/2/", "les-cas/print/2/", "fr/tags/cas/2/", "fr/levels/beginner/2/", "img/plan-"] {
        assert!(has(part), "{part}");
    }
    for part in
        ["en/q/old-cache/", "faq/cache.html", "en/q/gone/", "fr/unanswered/", "idx/", "offline/", ".zip", "sitemap.xml"]
    {
        assert!(has(part), "{part}: {:?}", files.iter().map(|(path, _)| path).collect::<Vec<_>>());
    }
    assert_eq!(differing(&read, &files), [""; 0]);
    for path in [
        "fr/topics/les-cas/3/index.html",
        "fr/nothing/index.html",
        "fr/q/index.html",
        "fr/topics/index.json",
        "assets/nothing.js",
        "img/nothing.svg",
        "idx/0/manifest.js",
        "downloads/nothing.zip",
        "nothing",
    ] {
        assert!(files.get(path).is_none() && one(&read, path).is_none(), "{path}");
    }
}

#[test]
fn a_document_read_again_shows_its_edit_and_nothing_that_the_build_has_not() {
    let folder = written();
    let root = folder.path();
    let mut shown = read(root);
    let path = root.join("content/fr/cas.md");
    let old = fs::read_to_string(&path).expect("a file");
    let again = |shown: &mut Whole, text: &str| {
        fs::write(&path, text).expect("written");
        let sources = discover::documents(root, std::slice::from_ref(&path));
        sources.into_iter().fold(false, |_, source| shown.0.reread(source, NOW))
    };
    // A longer answer moves the lines of all that follow.
    let edited = old.replace("Il vaut 7, ou", "Il vaut sept (7),\nsinon");
    assert!(again(&mut shown, &edited));
    let page =
        String::from_utf8(one(&shown, "fr/q/que-vaut-le-cas-numero-7/index.html").expect("a page")).expect("UTF-8");
    assert!(page.contains("Il vaut sept (7)"), "{page}");
    let fresh = read(root);
    assert!(shown.0.library.entries == fresh.0.library.entries && shown.0.library.notes == fresh.0.library.notes);
    let changed = |read: &Whole| read.0.lock.records.values().map(|record| record.changed).collect::<Vec<_>>();
    assert!(changed(&shown) == changed(&fresh) && changed(&fresh).contains(&Some(NOW)));
    // Two questions change places: each keeps its own name.
    let swapped = edited
        .replace("cas numéro 8 ?\n\nIl vaut 8, ou `8`", "X")
        .replace("cas numéro 9 ?\n\nIl vaut 9, ou `9`", "cas numéro 8 ?\n\nIl vaut 8, ou `8`")
        .replace('X', "cas numéro 9 ?\n\nIl vaut 9, ou `9`");
    assert!(again(&mut shown, &swapped));
    assert!(shown.0.library.entries == read(root).0.library.entries);
    // What one document cannot say is left to the reading of all.
    for other in [
        format!("{swapped}\n## Et un de plus ?\n\nOui.\n"),
        swapped.replace("## Que vaut le cas numéro 130 ?\n\nIl vaut 130, ou `130`.\n", ""),
        swapped.replace("topic: Les cas\n", "topic: Les cas\nlang: en\n"),
    ] {
        let before = shown.0.library.entries.clone();
        assert!(!again(&mut shown, &other) && shown.0.library.entries == before);
    }
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("written");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).split_once("\r\n\r\n").map_or_else(String::new, |(_, body)| body.to_owned())
}

/// A page without what `serve` adds, and without the policy that it widens.
fn plain(html: &str) -> String {
    let without = |html: &str, from: &str, to: &str| {
        let Some((before, rest)) = html.split_once(from) else { return html.to_owned() };
        before.to_owned() + rest.split_once(to).expect("an end").1
    };
    without(
        &without(html, "<script src=\"/_passerelle/", "</script>"),
        "<meta http-equiv=\"Content-Security-Policy\"",
        ">",
    )
}

/// The version that the page on the screen has.
fn version(html: &str) -> &str {
    html.split("reload.js?version=").nth(1).and_then(|rest| rest.split('"').next()).expect("the script")
}

#[test]
fn after_an_edit_serve_shows_what_build_writes() {
    let folder = written();
    let root = folder.path();
    let mut child = passerelle(root)
        .args(["--locale", "en", "serve", "--port", "0"])
        .env("SOURCE_DATE_EPOCH", NOW.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    out.read_line(&mut line).expect("an address");
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect("an address").to_owned();
    let mut said = BufReader::new(child.stderr.take().expect("a pipe")).lines().map_while(Result::ok);

    let edited = "/fr/q/que-vaut-le-cas-numero-7/";
    let (before, other) = (get(&address, edited), get(&address, "/en/q/cache-en/"));
    // A page in a browser asks for its own changes.
    let wait = {
        let (address, asked) =
            (address.clone(), format!("/_passerelle/changes?version={}&page={edited}", version(&before)));
        std::thread::spawn(move || get(&address, &asked))
    };
    // The watch begins a moment after the address is said.
    let path = root.join("content/fr/cas.md");
    let text = fs::read_to_string(&path).expect("a file").replace("Il vaut 7,", "Il vaut sept,");
    let end = Instant::now() + Duration::from_secs(20);
    while !wait.is_finished() {
        assert!(Instant::now() < end, "the page was never told");
        fs::write(&path, &text).expect("written");
        std::thread::sleep(Duration::from_millis(400));
    }
    let told = wait.join().expect("an answer");
    assert!(get(&address, edited).contains("Il vaut sept,") && told != version(&before), "{told}");
    assert!(said.any(|line| line.contains("up to date")), "the collection is read as a whole");

    assert!(run(root, &["build"]).status.success());
    // The dates of what changed: those of this test.
    let mut pages = 0;
    let (collection, config, theme) = read(root);
    let files = pipeline::site(&collection, &config, &theme).expect("a site");
    std::thread::sleep(Duration::from_millis(1_500));
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html") && *path != "404.html") {
        let (shown, built) = (get(&address, &format!("/{path}")), String::from_utf8_lossy(bytes));
        assert_eq!(plain(&shown), plain(&built), "{path}");
        pages += 1;
    }
    assert!(pages > 150, "{pages}");
    // What is missing leads on below the path of `base_url`, which is here too.
    let lost = get(&address, "/fr/q/nowhere/");
    let names = ["href", "src", "action"];
    let links: Vec<&str> =
        tags(&lost).flat_map(|tag| names.into_iter().filter_map(|name| attribute(tag, name))).collect();
    let mut below = 0;
    for link in links.iter().filter(|link| link.starts_with('/') && !link.starts_with("/_passerelle/")) {
        let there = get(&address, &link.replace("&#x2F;", "/"));
        assert!(!there.is_empty() && !there.contains("<title>Page introuvable"), "{link} of {lost}");
        below += usize::from(link.starts_with("/x/"));
    }
    assert!(below > 5, "{lost}");
    // A page that shows the same is not told of anything.
    assert_eq!(version(&get(&address, "/en/q/cache-en/")), version(&other));

    // A template that is wrong is told in the terminal and on the page, and the way out of it too.
    fs::write(root.join("templates/concept.html"), "\n{{ no_such_thing }}").expect("written");
    assert!(said.any(|line| line.contains("template concept.html, line 2") && line.contains("no_such_thing")));
    fs::write(root.join("templates/question.html"), "{{ item.lang }}\n{{ no_such_thing }}").expect("written");
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        let page = get(&address, edited);
        if page.contains("template question.html, line 2") && page.contains("no_such_thing") {
            break;
        }
        assert!(Instant::now() < end, "{page}");
        std::thread::sleep(Duration::from_millis(100));
    }
    child.kill().expect("ended");
    child.wait().expect("ended");
    assert_eq!(run(root, &["build"]).status.code(), Some(2), "{}", stderr(&run(root, &["build"])));
}
