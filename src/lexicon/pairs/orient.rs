//! Which column is French and which English: the texts say it themselves.

use super::Pair;
use crate::i18n::Lang;
use crate::text::detect;

/// Rows that are asked for their language.
const ASKED: usize = 2000;

/// Pairs from the columns of `rows` that are most often French and English; none where there are no two such columns.
pub fn orient(rows: &[Vec<String>]) -> Vec<Pair> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut votes = vec![[0_usize; 2]; width];
    // Spread over the whole text, which may begin with a part in one language only.
    for row in rows.iter().step_by(rows.len() / ASKED + 1) {
        for (field, votes) in row.iter().zip(&mut votes) {
            if let Some(lang) = detect(field) {
                votes[lang as usize] += 1;
            }
        }
    }
    let most = |lang: Lang| {
        let mut best = None;
        for (column, count) in votes.iter().map(|votes| votes[lang as usize]).enumerate() {
            if count > best.map_or(0, |(_, most)| most) {
                best = Some((column, count));
            }
        }
        best.map(|(column, _)| column)
    };
    let (Some(fr), Some(en)) = (most(Lang::Fr), most(Lang::En)) else { return Vec::new() };
    if fr == en {
        return Vec::new();
    }
    let pair = |row: &Vec<String>| Some(Pair { fr: row.get(fr)?.clone(), en: row.get(en)?.clone() });
    rows.iter().filter_map(pair).collect()
}
