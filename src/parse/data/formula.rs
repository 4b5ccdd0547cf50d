//! Cells that a spreadsheet would compute: an answer that is a list begins with `-`, and Excel makes `#NAME?` of it, or
//! runs what somebody else wrote (OWASP, *CSV Injection*). An apostrophe before such a cell makes it text; here it is put
//! on and taken off again, so that nothing is lost on the way there and back.

/// Whether a spreadsheet might compute a cell, after the apostrophes that it has already.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// The cell with an apostrophe before it, if a spreadsheet might compute it.
pub fn guard(cell: String) -> String {
    if is_formula(&cell) { format!("'{cell}") } else { cell }
}

/// The cell without the apostrophe that [`guard`] put there; one that a spreadsheet has swallowed is not missed.
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_formula(cell)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guarded_cells_come_back_and_others_are_left_alone() {
        for text in ["=1+1", "- item", "'- item", "''=x", "'tis", "", "'", "plain", "@x", "\tx", "＝x"] {
            let guarded = guard(text.to_owned());
            assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{guarded}");
            assert_eq!(unguard(&guarded), text);
        }
        assert_eq!(guard("'tis".to_owned()), "'tis");
        assert_eq!(unguard("- item"), "- item");
    }
}
