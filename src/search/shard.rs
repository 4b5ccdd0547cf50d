//! Terms in order, front-coded, cut into shards that a browser loads one at a time.
//!
//! A shard is `<shared><rest> <postings> <shared><rest> <postings> …`: how many UTF-16 units a term shares with the one
//! before, as one digit of [`DIGITS`], the rest of the term, then for each posting `delta << 3 | level` in groups of five
//! bits, low groups first, bit 6 set on all but the last. Order and lengths are those of JavaScript strings.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::postings::{Posting, Postings, compare};
use super::weigh::LEVEL_BITS;

/// The 64 digits of the coding: none needs an escape in a script's string.
pub(super) const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Characters of a shard, about 10 KB once compressed; a term alone can be longer.
const SHARD: usize = 16_000;

/// From here on a shard may end where that makes the next one's start short: the manifest has all starts.
const LEAST: usize = 10_000;

/// What a start may share with the one before: digits up to here are capitals, which no folded term has.
const SHARED_BY_STARTS: usize = 25;

/// A run of terms.
#[derive(Default)]
pub(super) struct Shard {
    /// The shortest string that is above every term of the shard before and not above any of this one; `""` for the first.
    pub start: String,
    /// The coded terms.
    pub text: String,
}

/// The shards of an index, at least one.
pub(super) fn shards(postings: &Postings) -> Vec<Shard> {
    let terms: Vec<(&str, &[Posting])> = postings.iter().collect();
    let mut runs = Vec::new();
    let mut from = 0;
    while from < terms.len() {
        let to = end(&terms, from);
        runs.push(from..to);
        from = to;
    }
    if runs.is_empty() {
        runs.push(0..0);
    }
    let shard = |run: std::ops::Range<usize>| Shard {
        start: if run.start == 0 {
            String::new()
        } else {
            boundary(terms[run.start - 1].0, terms[run.start].0).to_owned()
        },
        text: coded(&terms[run]),
    };
    runs.into_par_iter().map(shard).collect()
}

/// Where the shard ends that begins with the term `from`: of the places that make it large enough, the last of those that
/// give the next one the shortest start.
fn end(terms: &[(&str, &[Posting])], from: usize) -> usize {
    let (mut size, mut best, mut shortest) = (0, from + 1, usize::MAX);
    for at in from..terms.len() {
        size += terms[at].0.len() + digits(terms[at].1);
        if size > SHARD {
            return best;
        }
        let start = terms.get(at + 1).map_or(0, |(next, _)| boundary(terms[at].0, next).len());
        if size < LEAST || start <= shortest {
            best = at + 1;
            shortest = if size < LEAST { usize::MAX } else { start };
        }
    }
    terms.len()
}

fn coded(terms: &[(&str, &[Posting])]) -> String {
    let mut text = String::new();
    let mut before = "";
    for (term, list) in terms {
        push_term(&mut text, before, term);
        deltas(list).for_each(|number| push_number(&mut text, number));
        before = term;
    }
    text
}

/// What is written of each posting.
fn deltas(list: &[Posting]) -> impl Iterator<Item = u32> {
    let before = std::iter::once(0).chain(list.iter().map(|posting| posting.document()));
    list.iter().zip(before).map(|(posting, before)| (posting.document() - before) << LEVEL_BITS | posting.level())
}

/// How many digits that takes.
fn digits(list: &[Posting]) -> usize {
    deltas(list).map(|number| 1 + (number.max(1).ilog2() / 5) as usize).sum()
}

/// Where each shard begins, front-coded as terms are, without spaces: each number of shared units is a capital.
pub(super) fn starts(shards: &[Shard]) -> String {
    let mut out = String::new();
    let mut before = "";
    for Shard { start, .. } in shards {
        push_rest(&mut out, before, start, SHARED_BY_STARTS);
        before = start;
    }
    out
}

/// Adds `term`, coded as what follows `before`, and the space behind it.
pub(super) fn push_term(text: &mut String, before: &str, term: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    push_rest(text, before, term, DIGITS.len() - 1);
    text.push(' ');
}

fn push_rest(text: &mut String, before: &str, term: &str, most: usize) {
    let (units, bytes) = shared(before, term, most);
    text.push(DIGITS[units] as char);
    text.push_str(&term[bytes..]);
}

/// What two terms share at their beginning, at most `most` UTF-16 units: units and bytes.
fn shared(a: &str, b: &str, most: usize) -> (usize, usize) {
    let (mut units, mut bytes) = (0, 0);
    for (x, y) in a.chars().zip(b.chars()) {
        if x != y || units + x.len_utf16() > most {
            break;
        }
        units += x.len_utf16();
        bytes += x.len_utf8();
    }
    (units, bytes)
}

/// The shortest beginning of `first` that is above `last`.
fn boundary<'a>(last: &str, first: &'a str) -> &'a str {
    let ends = first.char_indices().map(|(at, c)| at + c.len_utf8());
    let shortest = ends.map(|end| &first[..end]).find(|start| compare(start, last) == Ordering::Greater);
    shortest.unwrap_or(first)
}

fn push_number(out: &mut String, mut number: u32) {
    loop {
        let group = (number & 31) as usize;
        number >>= 5;
        if number == 0 {
            out.push(DIGITS[group] as char);
            return;
        }
        out.push(DIGITS[group | 32] as char);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_front_coded_in_the_order_of_the_browser() {
        let postings = Postings::of(&[
            ("cach", &[(0, 7), (9, 1)]),
            ("cachet", &[(1, 0)]),
            // Above U+FFFF, yet first by UTF-16 units.
            ("\u{ff41}", &[(2, 0)]),
            ("\u{10400}", &[(3, 0)]),
        ]);
        let shards = shards(&postings);
        assert_eq!(shards.len(), 1);
        assert_eq!(shards[0].text, "Acach HpC Eet I A\u{10400} Y A\u{ff41} Q");
        assert_eq!(super::shards(&Postings::default())[0].text, "");
    }

    #[test]
    fn boundaries_are_as_short_as_they_can_be() {
        assert_eq!(boundary("idempot", "identit"), "iden");
        assert_eq!(boundary("cach", "cachet"), "cache");
        assert_eq!(boundary("zo", "été"), "é");
        let shard = |start: &str| Shard { start: start.to_owned(), text: String::new() };
        assert_eq!(starts(&[shard(""), shard("ca"), shard("cac"), shard("d")]), "AAcaCcAd");
    }

    #[test]
    fn a_shard_ends_where_the_next_start_is_short() {
        let names: Vec<String> = (0..6000).map(|n| format!("{}{:04}", if n < 2000 { "a" } else { "b" }, n)).collect();
        let lists: Vec<(&str, &[(u32, u32)])> = names.iter().map(|name| (name.as_str(), [(0, 7)].as_slice())).collect();
        let shards = shards(&Postings::of(&lists));
        assert!(shards.len() > 2);
        assert!(shards.iter().any(|shard| shard.start == "b"), "one ends with the last a");
        assert!(shards.iter().all(|shard| shard.text.len() <= 2 * SHARD));
        assert_eq!(shards.iter().map(|shard| shard.text.split(' ').count() / 2).sum::<usize>(), names.len());
    }
}
