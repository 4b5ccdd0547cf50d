//! `near-duplicate-question`: two questions, or two sections of questions, that may ask for the same thing. Those that are
//! most alike are reported as `duplicate-question`.

use std::collections::BTreeMap;

use super::duplicate_question;
use crate::diagnostic::Diagnostic;
use crate::lint::likeness::{Pair, Unit};
use crate::lint::whole::{Entry, Whole};

/// Odds from which two are said to be duplicates: three to one. On judged pairs six findings in seven are right then.
const SURE: f64 = 1.1;

/// Agreement of heads and whole texts from which two that are alike are said to be duplicates: who asks the same gets the same
/// answer, however it is worded.
const AGREED: f64 = 1.4;

/// At most this many findings are at one question.
const MOST: usize = 3;

pub(super) fn check(whole: &Whole<'_>, out: &mut Vec<Diagnostic>) {
    let units = whole.units();
    let certain = duplicate_question::found(whole);
    let mut near: BTreeMap<usize, Vec<&Pair>> = BTreeMap::new();
    for pair in whole.alike() {
        let (a, b) = (units[pair.first], units[pair.second]);
        let told = pairs(a, b).any(|(x, y)| certain.contains(&(x.min(y), x.max(y))));
        if !told && !pairs(a, b).any(|(x, y)| whole.is_refused(x, y)) {
            near.entry(pair.second).or_default().push(pair);
        }
    }
    for (second, mut pairs) in near {
        pairs.sort_by(|a, b| b.odds.total_cmp(&a.odds).then(a.first.cmp(&b.first)));
        for pair in pairs.iter().take(MOST) {
            let ((theirs, first), (own, second)) = (units[pair.first], units[second]);
            let sure = pair.odds >= SURE || pair.agreement >= AGREED;
            let rule = if sure { "duplicate-question" } else { "near-duplicate-question" };
            let finding = Diagnostic::new(rule, whole.documents[own].0, second.place);
            let other = format!("{}:{}", whole.documents[theirs].0, first.place.line);
            out.push(finding.with("question", first.asked.as_str()).with("other", other));
        }
    }
}

/// The entries of one unit with those of another.
fn pairs<'a>(a: (usize, &'a Unit), b: (usize, &'a Unit)) -> impl Iterator<Item = (Entry, Entry)> + 'a {
    let (of_a, of_b) = (a.1.entries.clone(), b.1.entries.clone());
    of_a.flat_map(move |x| of_b.clone().map(move |y| ((a.0, x), (b.0, y))))
}
