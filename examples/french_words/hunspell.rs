//! Every form of a hunspell dictionary with two-character flags, elided articles and pronouns (`l'`, `qu'`) left out.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

/// One suffix rule of a flag.
struct Suffix {
    strip: String,
    add: String,
    flags: Vec<String>,
    condition: Regex,
}

fn flags(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(2).map(|pair| pair.iter().collect()).collect()
}

fn suffixes(affixes: &str) -> BTreeMap<String, Vec<Suffix>> {
    let mut out: BTreeMap<String, Vec<Suffix>> = BTreeMap::new();
    for line in affixes.lines() {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let ["SFX", flag, strip, add, condition, ..] = parts[..] else { continue };
        let (add, more) = add.split_once('/').unwrap_or((add, ""));
        let none = |text: &str| if text == "0" { String::new() } else { text.to_owned() };
        out.entry(flag.to_owned()).or_default().push(Suffix {
            strip: none(strip),
            add: none(add),
            flags: flags(more),
            condition: Regex::new(&format!("{condition}$")).expect("a condition is a pattern"),
        });
    }
    out
}

/// All forms made of letters and hyphens.
pub fn forms(dictionary: &str, affixes: &str) -> BTreeSet<String> {
    let suffixes = suffixes(affixes);
    let mut out = BTreeSet::new();
    for line in dictionary.lines().skip(1) {
        let entry = line.split_whitespace().next().unwrap_or_default();
        let (word, own) = entry.split_once('/').unwrap_or((entry, ""));
        let own = flags(own);
        if own.iter().any(|flag| flag == "{}") {
            continue;
        }
        if !own.iter().any(|flag| flag == "()") {
            out.insert(word.to_owned());
        }
        add(word, &own, &suffixes, 2, &mut out);
    }
    // `-è` is the old first person before `je` (aimè-je); it would compete with every participle.
    out.retain(|word| {
        let lettered = word.chars().all(|c| c.is_alphabetic() || c == '-') && word.starts_with(char::is_alphabetic);
        lettered && !(word.ends_with('è') && word.chars().count() > 3)
    });
    out
}

fn add(word: &str, own: &[String], all: &BTreeMap<String, Vec<Suffix>>, depth: usize, out: &mut BTreeSet<String>) {
    for suffix in own.iter().filter_map(|flag| all.get(flag)).flatten() {
        let Some(stem) = word.strip_suffix(suffix.strip.as_str()).filter(|_| suffix.condition.is_match(word)) else {
            continue;
        };
        let form = format!("{stem}{}", suffix.add);
        if depth > 1 {
            add(&form, &suffix.flags, all, depth - 1, out);
        }
        out.insert(form);
    }
}
