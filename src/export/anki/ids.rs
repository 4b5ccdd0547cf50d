//! Names for Anki that never change: derived from the collection's seed and an entry's id, not from texts or times.

use std::collections::BTreeSet;

/// The first number of the range that ids are taken from. Anki reads ids as milliseconds, and renumbers those of the future:
/// the whole range (2001 to 2017) is past.
const FIRST: i64 = 1_000_000_000_000;

/// How many ids there are.
const RANGE: u64 = 500_000_000_000;

fn hash(parts: &[&str]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    hasher.finalize()
}

/// The number of a thing named by `parts`.
pub fn number(parts: &[&str]) -> i64 {
    let mut first = [0; 8];
    first.copy_from_slice(&hash(parts).as_bytes()[..8]);
    FIRST + (u64::from_le_bytes(first) % RANGE) as i64
}

/// The number of a thing named by `parts`, or the next free one when it is `taken`.
pub fn free_number(parts: &[&str], taken: &mut BTreeSet<i64>) -> i64 {
    let mut id = number(parts);
    while !taken.insert(id) {
        id += 1;
    }
    id
}

/// What Anki knows a note by for ever: 13 characters of base 32 (RFC 4648, lower case).
pub fn guid(parts: &[&str]) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let hash = hash(parts);
    let mut bits = hash.as_bytes().iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    (0..13)
        .map(|_| {
            let at = bits.by_ref().take(5).fold(0, |value, bit| value << 1 | usize::from(bit));
            char::from(ALPHABET[at])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guids_never_change() {
        assert_eq!(guid(&["deck", "idempotence", "fr"]), "2oxfvqfk2wcdh");
        assert_ne!(guid(&["deck", "a", "fr"]), guid(&["deck", "a", "en"]));
        assert_ne!(guid(&["ab", "c"]), guid(&["a", "bc"]));
    }

    #[test]
    fn a_taken_number_gives_the_next() {
        let mut taken = BTreeSet::new();
        let first = free_number(&["a"], &mut taken);
        assert_eq!(free_number(&["a"], &mut taken), first + 1);
    }
}
