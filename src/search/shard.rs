//! Terms in order, front-coded, cut into shards that a browser loads one at a time.
//!
//! A shard is `<shared><rest> <postings> <shared><rest> <postings> …`: how many UTF-16 units a term shares with the one
//! before, as one digit of [`DIGITS`], the rest of the term, then for each posting `delta << 3 | level` in groups of five
//! bits, low groups first, bit 6 set on all but the last. Order and lengths are those of JavaScript strings.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::weigh::{LEVEL_BITS, Posting};

/// The 64 digits of the coding: none needs an escape in a script's string.
pub(super) const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Characters of a shard, about 10 KB once compressed; a term alone can be longer.
const SHARD: usize = 14_000;

/// A run of terms.
pub(super) struct Shard {
    /// The shortest string that is above every term of the shard before and not above any of this one; `""` for the first.
    pub start: String,
    /// The coded terms.
    pub text: String,
}

/// The shards of an index, at least one.
pub(super) fn shards(postings: &BTreeMap<&str, Vec<Posting>>) -> Vec<Shard> {
    let mut out = vec![Shard { start: String::new(), text: String::new() }];
    let mut before = "";
    for (term, list) in in_order(postings) {
        let open = &out[out.len() - 1].text;
        if !open.is_empty() && open.len() + list.len() * 2 > SHARD {
            out.push(Shard { start: boundary(before, term), text: String::new() });
            before = "";
        }
        let at = out.len() - 1;
        let text = &mut out[at].text;
        push_term(text, before, term);
        let mut last = 0;
        for posting in list {
            push_number(text, (posting.document - last) << LEVEL_BITS | posting.level);
            last = posting.document;
        }
        before = term;
    }
    out
}

/// The terms in the order of JavaScript strings.
pub(super) fn in_order<'a>(postings: &'a BTreeMap<&'a str, Vec<Posting>>) -> Vec<(&'a str, &'a [Posting])> {
    let mut terms: Vec<(&str, &[Posting])> = postings.iter().map(|(term, list)| (*term, list.as_slice())).collect();
    terms.sort_by(|(a, _), (b, _)| compare(a, b));
    terms
}

/// Adds `term`, coded as what follows `before`, and the space behind it.
pub(super) fn push_term(text: &mut String, before: &str, term: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    let (units, bytes) = shared(before, term);
    text.push(DIGITS[units] as char);
    text.push_str(&term[bytes..]);
    text.push(' ');
}

/// The order of JavaScript strings, by UTF-16 unit.
fn compare(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}

/// What two terms share at their beginning: UTF-16 units (at most 63) and bytes.
fn shared(a: &str, b: &str) -> (usize, usize) {
    let (mut units, mut bytes) = (0, 0);
    for (x, y) in a.chars().zip(b.chars()) {
        if x != y || units + x.len_utf16() > 63 {
            break;
        }
        units += x.len_utf16();
        bytes += x.len_utf8();
    }
    (units, bytes)
}

/// The shortest beginning of `first` that is above `last`.
fn boundary(last: &str, first: &str) -> String {
    let ends = first.char_indices().map(|(at, c)| at + c.len_utf8());
    let shortest = ends.map(|end| &first[..end]).find(|start| compare(start, last) == Ordering::Greater);
    shortest.unwrap_or(first).to_owned()
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
        let one = |document, level| vec![Posting { document, level }];
        let postings = BTreeMap::from([
            ("cach", vec![Posting { document: 0, level: 7 }, Posting { document: 9, level: 1 }]),
            ("cachet", one(1, 0)),
            // Above U+FFFF, yet first by UTF-16 units.
            ("\u{ff41}", one(2, 0)),
            ("\u{10400}", one(3, 0)),
        ]);
        let shards = shards(&postings);
        assert_eq!(shards.len(), 1);
        assert_eq!(shards[0].text, "Acach HpC Eet I A\u{10400} Y A\u{ff41} Q");
    }

    #[test]
    fn boundaries_are_as_short_as_they_can_be() {
        assert_eq!(boundary("idempot", "identit"), "iden");
        assert_eq!(boundary("cach", "cachet"), "cache");
        assert_eq!(boundary("zo", "été"), "é");
    }
}
