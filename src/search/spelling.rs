//! The words that a query may have meant, without their postings: where the browser looks for the nearest spelling.
//!
//! A slip moves a word far from its place among the terms (`rdeux` and `redux` are whole shards apart), but seldom touches
//! its first letter (J. Pollock, A. Zamora, "Collection and characterization of spelling errors", JASIS 1983: 3 to 8 % do).
//! So one file has all words of a first letter, and those of its neighbours while it is small.

use super::postings::Postings;
use super::shard::{DIGITS, Shard, push_term};

/// Characters from which on a file takes no further letter, about 4 KB once compressed.
const FILE: usize = 8_000;

/// The level of a term that stands in more than a body. One that stands only there, and only once, is rarely what was meant.
const PROMINENT: u32 = 4;

/// The files of words: each term is followed by one digit, how many entries have it as a power of two.
pub(super) fn spellings(postings: &Postings) -> Vec<Shard> {
    let mut out = vec![Shard::default()];
    let mut before = "";
    for (term, list) in postings.iter() {
        let likely = list.len() > 1 || list.iter().any(|posting| posting.level() >= PROMINENT);
        if !likely || term.chars().count() < 3 || !term.chars().all(char::is_alphabetic) {
            continue;
        }
        let first = term.chars().next();
        if out[out.len() - 1].text.len() >= FILE && first != before.chars().next() {
            out.push(Shard { start: first.into_iter().collect(), text: String::new() });
            before = "";
        }
        let at = out.len() - 1;
        let text = &mut out[at].text;
        push_term(text, before, term);
        text.push(DIGITS[list.len().ilog2() as usize] as char);
        before = term;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_never_cut_and_chance_words_are_left_out() {
        let mut lists: Vec<(&str, &[(u32, u32)])> = vec![
            ("cach", &[(0, 1), (1, 1), (9, 1)]),
            ("cacophonix", &[(0, 1)]),
            ("caddy", &[(0, PROMINENT)]),
            ("http2", &[(0, 7)]),
            ("io", &[(0, 7)]),
        ];
        let files = spellings(&Postings::of(&lists));
        assert_eq!(files.iter().map(|file| &*file.text).collect::<Vec<_>>(), ["Acach B Cddy A"]);
        let many: Vec<String> = (0..3000).map(|n| format!("b{}", letters(n))).collect();
        lists.extend(many.iter().map(|term| (term.as_str(), [(0, 7)].as_slice())));
        lists.push(("dns", &[(0, 7)]));
        let starts: Vec<String> = spellings(&Postings::of(&lists)).into_iter().map(|file| file.start).collect();
        assert_eq!(starts, ["", "c"]);
    }

    /// `n` in letters.
    fn letters(n: usize) -> String {
        n.to_string().bytes().map(|digit| (digit - b'0' + b'a') as char).collect()
    }
}
