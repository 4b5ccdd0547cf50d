//! What is taken away whole: packs for the browser, and the zip.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use flate2::read::GzDecoder;
use passerelle::config::Config;
use passerelle::files::Files;
use passerelle::images::Images;
use passerelle::site::{self, Extra, Theme};
use serde_json::Value;

use crate::site_fixture::{extra, library, page, walk};

/// The site with packs and zip, and a search index of one file.
fn built() -> Files {
    let mut index = Files::new();
    index.insert("idx/0/manifest.js", "0").expect("a path");
    let extra = Extra { search_index: Some("idx/0".to_owned()), offline: Some(index.clone()), ..extra() };
    let mut files = site::build(&library(), &Config::default(), &Theme::builtin(), &extra).expect("a site");
    files.extend(index);
    files
}

fn packs(files: &Files) -> BTreeMap<String, String> {
    serde_json::from_str(page(files, "offline/packs.json")).expect("names")
}

fn opened(files: &Files, file: &str) -> BTreeMap<String, Value> {
    let bytes = files.get(&format!("offline/{file}.pack")).unwrap_or_else(|| panic!("no {file}"));
    serde_json::from_reader(GzDecoder::new(bytes)).expect("pages by path")
}

fn unzipped(files: &Files) -> Files {
    let (_, bytes) = files.iter().find(|(path, _)| path.ends_with(".zip")).expect("a zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut out = Files::new();
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).expect("a member");
        let path = member.name().expect("UTF-8").split_once('/').expect("one folder").1.to_owned();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).expect("its bytes");
        out.insert(path, bytes).expect("a path");
    }
    out
}

#[test]
fn every_question_is_in_the_pack_of_its_topic_as_it_is_on_the_site() {
    let files = built();
    let packs = packs(&files);
    let mut kept = BTreeMap::new();
    for (name, file) in &packs {
        let hash = blake3::hash(files.get(&format!("offline/{file}.pack")).expect("the pack")).to_hex();
        assert!(file.ends_with(&hash[..12]), "{name}: the name is that of the content");
        for (path, text) in opened(&files, file) {
            assert_eq!(text.as_str(), Some(page(&files, &path)), "{path}");
            kept.insert(path, name);
        }
    }
    assert_eq!(kept["fr/q/idempotence/index.html"], "fr/topics/api");
    assert_eq!(kept["fr/study/api.js"], "fr/topics/api");
    assert_eq!(kept["en/concepts/idempotency/index.html"], "en/concepts");
    assert_eq!(kept["assets/style.css"], "core");
    assert_eq!(kept["idx/0/manifest.js"], "search");
    let left = files.iter().map(|(path, _)| path).filter(|path| !kept.contains_key(*path));
    for path in left.filter(|path| path.contains("/q/") && path.ends_with(".html")) {
        let html = page(&files, path);
        assert!(html.contains("noindex"), "{path} is a question, and in no pack");
    }
}

#[test]
fn the_zip_is_the_whole_site_without_what_it_lacks() {
    let files = built();
    let copy = unzipped(&files);
    assert!(walk(&copy) > 300);
    // What pages say to search engines alone is of no use on a disk.
    let machines = [
        "<link rel=\"alternate\"",
        "<link rel=\"canonical\"",
        "<meta property=\"og:",
        "<script type=\"application/ld+json\">",
    ];
    for (path, bytes) in copy.iter().filter(|(path, _)| !path.ends_with("downloads/index.html")) {
        let site = files.get(path).unwrap_or_else(|| panic!("{path} is not on the site"));
        if path.ends_with(".html") {
            let (site, copy) = (std::str::from_utf8(site).expect("UTF-8"), page(&copy, path));
            let lines = site.lines().filter(|line| !machines.iter().any(|begin| line.starts_with(begin)));
            assert!(lines.eq(copy.lines()), "{path}");
        } else {
            assert_eq!(site, bytes, "{path}");
        }
    }
    for (path, _) in files.iter().filter(|(path, _)| path.contains("/q/") || path.starts_with("idx/")) {
        assert_eq!(copy.get(path).is_none(), path.ends_with(".json"), "{path}");
    }
    assert!(page(&copy, "fr/downloads/index.html").contains("Ceci est une copie du site"));
}

#[test]
fn packs_and_zip_are_the_same_bytes_on_any_number_of_threads() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(built)
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn sizes_are_said_before_anything_is_loaded() {
    let files = built();
    let html = page(&files, "fr/downloads/index.html");
    for (name, file) in packs(&files).iter().filter(|(name, _)| *name != "core") {
        let row = html
            .split(&format!("data-pack=\"{name}\" data-file=\"{file}\""))
            .nth(1)
            .map(|rest| rest.split("</li>").next().unwrap_or_default());
        assert!(row.is_some_and(|row| row.contains("<small>") && row.contains("o</small>")), "{name}: {row:?}");
    }
    assert!(walk(&files) > 300);
    let without = site::build(&library(), &Config::default(), &Theme::builtin(), &extra()).expect("a site");
    assert!(!page(&without, "fr/downloads/index.html").contains("data-pack"));
    assert!(without.get("sw.js").is_none());
}

#[test]
fn a_pack_has_the_images_of_its_pages() {
    let mut images = Files::new();
    let (photo, drawing) = (b"\x89PNG\r\n\x1a\n\xff\x00".as_slice(), "<svg viewBox=\"0 0 3 2\"></svg>");
    let mut library = library();
    let entry = library.entries.iter_mut().find(|entry| entry.id == "idempotence").expect("a question");
    entry.answer = Some("![photo](photo.png) ![plan](plan.svg)".to_owned());
    let folder = entry.source.path.rsplit_once('/').expect("a folder").0.to_owned();
    images.insert(format!("{folder}/photo.png"), photo).expect("a path");
    images.insert(format!("{folder}/plan.svg"), drawing).expect("a path");
    let extra = Extra { images: Images::new(&images), offline: Some(Files::new()), ..extra() };
    let files = site::build(&library, &Config::default(), &Theme::builtin(), &extra).expect("a site");
    let packs = packs(&files);
    let pack = opened(&files, &packs["fr/topics/api"]);
    let found =
        |name: &str| pack.iter().find(|(path, _)| path.starts_with(&format!("img/{name}-"))).expect("the image");
    assert_eq!(found("photo").1, &serde_json::json!(["iVBORw0KGgr/AA=="]));
    assert_eq!(found("plan").1, &serde_json::json!(drawing));
    assert!(files.get(found("photo").0).is_some());
    let others = packs.iter().filter(|(name, _)| *name != "fr/topics/api");
    for (name, file) in others {
        assert!(!opened(&files, file).keys().any(|path| path.starts_with("img/")), "{name}");
    }
    // Of what is left out the page says so.
    let html = page(&files, "en/downloads/index.html");
    assert!(html.contains("versions for paper do not") && !pack.keys().any(|path| path.contains("/print/")));
}
