//! Fields between tabs, a pair a line; other columns (a source, a number) are left out.

use super::Pair;
use super::orient::orient;

/// The pairs of a table.
pub fn read(text: &str) -> Vec<Pair> {
    let rows: Vec<Vec<String>> = text
        .lines()
        .filter(|line| line.contains('\t'))
        .map(|line| line.split('\t').map(|field| field.trim().to_owned()).collect())
        .collect();
    orient(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_their_language() {
        let pairs = read("x\tthe server is down\tle serveur est en panne\nno pair\nx\tthe cache\tle cache\n");
        assert_eq!(pairs.len(), 2);
        assert_eq!((&*pairs[1].fr, &*pairs[1].en), ("le cache", "the cache"));
        assert_eq!(read("a\tb\nc\td\n"), []);
    }
}
