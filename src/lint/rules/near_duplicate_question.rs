//! `near-duplicate-question`: two questions, or two sections of questions, that may ask for the same thing. Those that are
//! most alike are reported as `duplicate-question`.

use std::collections::{BTreeMap, BTreeSet};

use super::duplicate_question;
use crate::diagnostic::Diagnostic;
use crate::lint::Context;
use crate::lint::likeness::{self, Pair, Unit};

/// Odds from which two are shown: rather than not.
const LIKELY: f64 = 0.0;

/// Odds from which two are said to be duplicates: nine to one.
const SURE: f64 = 2.2;

/// At most this many findings are at one question.
const MOST: usize = 3;

pub(super) fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let units = likeness::units(context);
    let certain: BTreeSet<(usize, usize)> = duplicate_question::found(context);
    let mut near: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
    for pair in likeness::pairs(context, &units, LIKELY) {
        let (a, b) = (&units[pair.first], &units[pair.second]);
        let reported = a.entries.iter().any(|&x| b.entries.iter().any(|&y| certain.contains(&(x.min(y), x.max(y)))));
        if !reported && !likeness::is_refused(context, a, b) {
            near.entry(pair.second).or_default().push(pair);
        }
    }
    for (second, mut pairs) in near {
        pairs.sort_by(|a, b| b.odds.total_cmp(&a.odds).then(a.first.cmp(&b.first)));
        for pair in pairs.iter().take(MOST) {
            let rule = if pair.odds >= SURE { "duplicate-question" } else { "near-duplicate-question" };
            out.push(finding(context, rule, &units[pair.first], &units[second]));
        }
    }
}

fn finding(context: &Context<'_>, rule: &'static str, first: &Unit<'_>, second: &Unit<'_>) -> Diagnostic {
    let entries = &context.library.entries;
    let place = |unit: &Unit<'_>| match unit.line {
        Some(line) => unit.document.line_place(line),
        None => unit.document.question_place(&entries[unit.entries[0]]),
    };
    let earlier = &entries[first.entries[0]];
    let asked = match first.line {
        Some(_) => earlier.section.last().map_or(earlier.question.as_str(), String::as_str),
        None => &earlier.question,
    };
    let other = format!("{}:{}", first.document.source.name, place(first).line);
    let finding = second.document.finding(rule, place(second));
    finding.with("question", asked).with("other", other)
}
