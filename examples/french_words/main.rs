//! Makes the word lists of `src/text/french/` anew:
//! `cargo run --release --example french_words -- FR.DIC FR.AFF ENGLISH content/fr src/text/french`, where FR.DIC and FR.AFF
//! are Dicollecte's (Debian: `hunspell-fr-classical`) and ENGLISH has one word a line (Debian: `wamerican`).

mod hunspell;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use passerelle::text::french::Words;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [dictionary, affixes, english, content, out] = &arguments[..] else {
        eprintln!("usage: french_words FR.DIC FR.AFF ENGLISH CONTENT OUT");
        std::process::exit(2)
    };
    let words = hunspell::forms(&fs::read_to_string(dictionary)?, &fs::read_to_string(affixes)?);
    let list = automaton(&words)?;
    let french = Words::new(&list)?;
    let known = |word: &str| french.contains(word) || !french.accented(word).is_empty();
    let english: BTreeSet<String> = fs::read_to_string(english)?
        .lines()
        .filter(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
        .filter(|word| known(word))
        .map(str::to_owned)
        .collect();
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    count(Path::new(content), &mut counts)?;
    counts.retain(|word, _| {
        let bare = passerelle::text::fold(word);
        let forms = french.accented(&bare).len() + usize::from(french.contains(&bare));
        forms > 1 && (french.contains(word))
    });
    println!("{} French forms, {} also English, {} counted", words.len(), english.len(), counts.len());
    fs::write(Path::new(out).join("words.fst"), &list)?;
    fs::write(Path::new(out).join("english.fst"), automaton(&english)?)?;
    let rows: String = counts.iter().map(|(word, n)| format!("{word} {n}\n")).collect();
    fs::write(Path::new(out).join("frequency.txt"), rows)?;
    Ok(())
}

fn automaton(words: &BTreeSet<String>) -> Result<Vec<u8>, fst::Error> {
    Ok(fst::Set::from_iter(words)?.into_fst().into_inner())
}

/// Counts the words of all Markdown below `folder`, in lower case.
fn count(folder: &Path, counts: &mut BTreeMap<String, u32>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            count(&path, counts)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            let text = fs::read_to_string(path)?.to_lowercase();
            for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
    }
    Ok(())
}
