//! The site without a network: packs that a service worker keeps in the browser, and a zip to pass on.
//!
//! A pack is a JSON object of pages by path, compressed as a whole, so that what pages have in common travels once and its
//! size is the same on any host. Its name has its hash: whoever keeps another one keeps an older one.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufWriter, Cursor, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::address;
use super::error::SiteError;
use super::page::Site;
use crate::files::Files;
use crate::i18n::{self, Lang};

/// Where packs are, and the list of them.
const FOLDER: &str = "offline/";
/// The file that browsers ask for by this name at the site's root: a service worker rules over its own folder.
const WORKER: &str = "sw.js";
/// What begins the lines of a page that are not for its readers.
const FOR_MACHINES: [&str; 4] = [
    "<link rel=\"alternate\"",
    "<link rel=\"canonical\"",
    "<meta property=\"og:",
    "<script type=\"application/ld+json\">",
];
/// Of Deflate. Readers' data is dear, but the next level takes half as long again and saves 3 % of a pack, 0.3 % of the zip.
const LEVEL: u32 = 6;
/// Bytes that go into the compressor at a time.
const BUFFER: usize = 64 * 1024;
/// Files of the zip that one thread compresses at a time.
const CHUNK: usize = 128;

/// The files of the site so far, by path.
type Pages<'p> = BTreeMap<&'p str, &'p [u8]>;

/// A set of pages to keep.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Pack {
    /// `core`, `LANG/topics/SLUG`, `LANG/concepts` or `search`.
    pub name: String,
    /// What it is called; empty for the core, which goes with every other one.
    pub title: String,
    #[serde(skip)]
    pub lang: Option<Lang>,
    /// How many questions are in it.
    pub count: usize,
    /// Its name with its hash.
    pub file: String,
    /// What it weighs on the way.
    pub bytes: usize,
}

/// What can be taken away whole.
pub(super) struct Offline {
    pub files: Files,
    pub packs: Vec<Pack>,
    /// The path of the zip and its size.
    pub zip: (String, usize),
}

/// What goes into a pack.
struct Plan {
    name: String,
    title: String,
    lang: Option<Lang>,
    paths: Vec<String>,
    count: usize,
}

/// Packs and zip of `pages`; `copies` are pages that are different in the zip.
pub(super) fn offline(site: &Site<'_>, pages: &Pages<'_>, copies: &Files) -> Result<Offline, SiteError> {
    let made: Vec<(Pack, Vec<u8>)> = plans(site, pages).into_par_iter().map(|plan| pack(plan, pages)).collect();
    let mut files = Files::new();
    let mut packs = Vec::with_capacity(made.len());
    for (pack, bytes) in made {
        files.insert(format!("{FOLDER}{}.pack", pack.file), bytes)?;
        packs.push(pack);
    }
    let list: BTreeMap<&str, &str> = packs.iter().map(|pack| (pack.name.as_str(), pack.file.as_str())).collect();
    files.insert(format!("{FOLDER}packs.json"), serde_json::to_vec(&list).expect("names have a JSON form"))?;
    if let Some(worker) = pages.get("assets/sw.js") {
        files.insert(WORKER, worker.to_vec())?;
    }
    let first = site.catalogue.langs.first().copied().unwrap_or(Lang::Fr);
    let folder = crate::text::slug(site.config.title(first));
    let zip = zip(&folder, pages, copies).expect("memory is all that is needed");
    let (path, size) = (format!("downloads/{folder}.zip"), zip.len());
    files.insert(path.clone(), zip)?;
    Ok(Offline { files, packs, zip: (path, size) })
}

/// The core first, then each language's topics and concepts, then the search index.
fn plans(site: &Site<'_>, pages: &Pages<'_>) -> Vec<Plan> {
    let catalogue = &site.catalogue;
    let below = |folder: &str| -> Vec<String> {
        pages.keys().filter(|path| path.starts_with(folder)).map(|path| (*path).to_owned()).collect()
    };
    let mut core = below("assets/");
    core.retain(|path| path != "assets/sw.js");
    core.push("index.html".to_owned());
    let mut plans = Vec::new();
    for &lang in &catalogue.langs {
        core.extend(
            [address::home, address::topics, address::study, address::search, address::away].map(|to| to(lang)),
        );
        for (_, topic) in catalogue.topics_of(lang) {
            let questions = topic.order().map(|at| address::question(lang, &catalogue.library.entries[at].id));
            // A long topic has several pages; its print version says the same once more.
            let mut paths = below(&format!("{}/topics/{}/", lang.code(), topic.slug));
            paths.retain(|path| *path != address::print(lang, &topic.slug));
            paths.extend(questions);
            paths.push(address::study_topic(lang, &topic.slug));
            let pictures: BTreeSet<String> = paths.iter().flat_map(|path| pictures(pages, path)).collect();
            paths.extend(pictures);
            let (name, title) = (format!("{}/topics/{}", lang.code(), topic.slug), topic.title.clone());
            let count = topic.order().count();
            plans.push(Plan { name, title, lang: Some(lang), paths, count });
        }
        let name = format!("{}/concepts", lang.code());
        let title = i18n::text(lang, "site-concepts", &[]);
        plans.push(Plan { paths: below(&format!("{name}/")), name, title, lang: Some(lang), count: 0 });
    }
    if let Some(index) = &site.extra.search_index {
        let (name, title) = ("search".to_owned(), String::new());
        plans.push(Plan {
            name,
            title,
            lang: None,
            paths: below(&format!("{}/", index.trim_end_matches('/'))),
            count: 0,
        });
    }
    core.sort();
    plans.insert(0, Plan { name: "core".to_owned(), title: String::new(), lang: None, paths: core, count: 0 });
    plans
}

/// Pages by path as one JSON object.
struct Contents<'c, 'p>(&'c [(&'p str, &'p [u8])]);

impl Serialize for Contents<'_, '_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(self.0.len()))?;
        for (path, bytes) in self.0 {
            match std::str::from_utf8(bytes) {
                Ok(text) => map.serialize_entry(path, text)?,
                // What is no text stands in brackets.
                Err(_) => map.serialize_entry(path, &[STANDARD.encode(bytes)])?,
            }
        }
        map.end()
    }
}

fn pack(plan: Plan, pages: &Pages<'_>) -> (Pack, Vec<u8>) {
    let Plan { name, title, lang, paths, count } = plan;
    // In the order of the plan: what is alike stands near.
    let mut known = BTreeSet::new();
    let first = paths.iter().map(String::as_str).filter(|path| known.insert(*path));
    let kept: Vec<(&str, &[u8])> = first.filter_map(|path| Some((path, *pages.get(path)?))).collect();
    let gzip = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::new(LEVEL));
    // A page as it is written goes into the compressor, which is not called for every escape in it.
    let mut out = BufWriter::with_capacity(BUFFER, gzip);
    Contents(&kept).serialize(&mut serde_json::Serializer::new(&mut out)).expect("texts have a JSON form");
    let gzip = out.into_inner().map_err(|error| error.into_error());
    let bytes = gzip.and_then(|gzip| gzip.finish()).expect("memory is all that is needed");
    let hash = blake3::hash(&bytes).to_hex();
    let file = format!("{}-{}", name.replace('/', "-"), &hash[..12]);
    (Pack { name, title, lang, count, file, bytes: bytes.len() }, bytes)
}

/// The images that a page shows.
fn pictures(pages: &Pages<'_>, path: &str) -> Vec<String> {
    let html = pages.get(path).filter(|_| path.ends_with(".html")).and_then(|page| std::str::from_utf8(page).ok());
    let sources = html.unwrap_or_default().split("<img src=\"").skip(1);
    let named = sources.filter_map(|rest| rest.split('"').next()?.rsplit_once(address::IMAGES));
    named.map(|(_, name)| format!("{}{name}", address::IMAGES)).collect()
}

/// A page as it is unpacked on a disk, where no search engine, no feed reader and no other site will meet it: without what
/// it says to these alone. Nothing that a reader sees is missing.
fn for_disk(html: &[u8]) -> Vec<u8> {
    let Ok(html) = std::str::from_utf8(html) else { return html.to_vec() };
    // Lines of markup: in a text, `<` would be escaped.
    let told = |line: &str| FOR_MACHINES.iter().any(|tag| line.starts_with(tag)) && line.trim_end().ends_with('>');
    let mut out = Vec::with_capacity(html.len());
    html.split_inclusive('\n').filter(|line| !told(line)).for_each(|line| out.extend_from_slice(line.as_bytes()));
    out
}

/// The pages in a folder of that name, dated 1980-01-01, in the order of their paths.
fn zip(folder: &str, pages: &Pages<'_>, copies: &Files) -> ZipResult<Vec<u8>> {
    // Signs for hosts and records for programs, which nobody reads from a disk.
    let for_hosts = ["404.html", ".nojekyll", "assets/sw.js", "assets/offline.js"];
    let is_read = |path: &str| {
        let record = path.contains("/q/") && path.ends_with(".json");
        !for_hosts.contains(&path) && !record
    };
    let mut members: BTreeMap<&str, &[u8]> = BTreeMap::new();
    members.extend(pages.iter().filter(|(path, _)| is_read(path)));
    members.extend(copies.iter());
    let members: Vec<(&str, &[u8])> = members.into_iter().collect();
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(LEVEL.into()))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let part = |members: &[(&str, &[u8])]| -> ZipResult<Vec<u8>> {
        let raw: usize = members.iter().map(|(_, bytes)| bytes.len()).sum();
        let mut part = ZipWriter::new(Cursor::new(Vec::with_capacity(raw / 3)));
        for (path, bytes) in members {
            part.start_file(format!("{folder}/{path}"), options)?;
            match path.ends_with(".html") {
                true => part.write_all(&for_disk(bytes))?,
                false => part.write_all(bytes)?,
            }
        }
        Ok(part.finish()?.into_inner())
    };
    let parts: Vec<Vec<u8>> = members.par_chunks(CHUNK).map(part).collect::<ZipResult<_>>()?;
    let size: usize = parts.iter().map(Vec::len).sum();
    let mut whole = ZipWriter::new(Cursor::new(Vec::with_capacity(size)));
    for part in parts {
        whole.merge_archive(ZipArchive::new(Cursor::new(part))?)?;
    }
    Ok(whole.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_text() {
        // RFC 4648, section 10.
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(STANDARD.encode(bytes.as_bytes()), text);
        }
        assert_eq!(STANDARD.encode([0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn a_copy_says_nothing_to_machines_alone() {
        let page = "<head>\n<title>T</title>\n<link rel=\"alternate\" hreflang=\"fr\" href=\"a\">\n<link rel=\"icon\">\n</head>\n\
            <p>x</p>\n<script type=\"application/ld+json\">{}</script>\n<pre>\n&lt;meta property=\"og:\"></pre>\n";
        let copy = String::from_utf8(for_disk(page.as_bytes())).expect("text");
        assert_eq!(
            copy,
            "<head>\n<title>T</title>\n<link rel=\"icon\">\n</head>\n<p>x</p>\n<pre>\n&lt;meta property=\"og:\"></pre>\n"
        );
        assert_eq!(for_disk(b"\xff"), b"\xff");
    }
}
