//! The search index: one for both languages, in shards loaded on demand.
//!
//! Every file is a script that calls `passerelleSearch` (`templates/assets/search.js`), since scripts are all that a browser
//! loads both from a server under `script-src 'self'` and from `file://`. The folder is named by the hash of its contents: a
//! manifest from a cache never meets the shards of another build.

mod document;
mod manifest;
mod plain;
mod postings;
mod shard;
mod spelling;
mod weigh;
mod words;

use rayon::prelude::*;
use serde::Serialize;

use crate::files::Files;
use crate::link::Library;

/// A built index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchIndex {
    /// The hash of the contents, 16 hexadecimal digits.
    pub hash: String,
    /// The scripts, under `idx/<hash>/`: `manifest.js`, `t0.js`… (terms), `w0.js`… (words, for typing errors),
    /// `r0.js`… (rows of results).
    pub files: Files,
}

/// The index of a library: what is searched are questions, the names of their concepts in both languages, tags, section
/// titles and answers.
pub fn build(library: &Library) -> SearchIndex {
    let (documents, counted) = document::documents(library);
    let postings = postings::Postings::new(counted);
    let (shards, words) = (shard::shards(&postings), spelling::spellings(&postings));
    drop(postings);
    let manifest = manifest::manifest(&documents, &shards, &words);
    let mut scripts = vec![("manifest.js".to_owned(), call("manifest", None, &manifest))];
    let file = |letter, function| {
        move |(at, shard): (usize, shard::Shard)| (format!("{letter}{at}.js"), call(function, Some(at), &shard.text))
    };
    scripts.par_extend(shards.into_par_iter().enumerate().map(file('t', "shard")));
    scripts.par_extend(words.into_par_iter().enumerate().map(file('w', "words")));
    let rows = documents.par_chunks(manifest::ROWS).enumerate().map(|(at, chunk)| {
        let rows: Vec<[&str; 3]> = chunk.iter().map(|row| [row.id, &*row.title, &*row.lead]).collect();
        (format!("r{at}.js"), call("rows", Some(at), &rows))
    });
    scripts.par_extend(rows);

    let mut hasher = blake3::Hasher::new();
    for (name, script) in &scripts {
        hasher.update(name.as_bytes()).update(&(script.len() as u64).to_le_bytes()).update(script.as_bytes());
    }
    let hash = hasher.finalize().to_hex()[..16].to_owned();
    let mut files = Files::new();
    for (name, script) in scripts {
        files.insert(format!("idx/{hash}/{name}"), script).expect("the names are made of letters and digits");
    }
    SearchIndex { hash, files }
}

/// A script that hands `value` to the page's search. JSON is JavaScript, but for two line separators that older browsers
/// do not take in a string.
fn call(function: &str, number: Option<usize>, value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).expect("strings and numbers are JSON");
    let json = match json.contains(['\u{2028}', '\u{2029}']) {
        true => json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"),
        false => json,
    };
    let number = number.map(|n| format!("{n},")).unwrap_or_default();
    format!("passerelleSearch.{function}({number}{json});\n")
}
