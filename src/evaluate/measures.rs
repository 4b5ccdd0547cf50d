//! Ranking and agreement, in the measures that information retrieval goes by (C. Manning, P. Raghavan, H. Schütze,
//! "Introduction to Information Retrieval", 2008, chapter 8).

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::gold::Gold;
use crate::i18n::Lang;
use crate::link::{Library, LinkKind};

/// How many counterparts are looked at for recall.
const FIRST: usize = 5;

/// How far predicted and judged links agree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Agreement {
    /// Links that the judge made too.
    pub right: usize,
    /// Links made.
    pub predicted: usize,
    /// Links that the judge made.
    pub judged: usize,
    /// The share of the links made that are right.
    pub precision: f64,
    /// The share of the judge's links that were made.
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
}

/// How well the counterparts in one language are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Direction {
    /// The language of the questions.
    pub from: Lang,
    /// The language of their counterparts.
    pub to: Lang,
    /// Questions that have a counterpart.
    pub asked: usize,
    /// Questions whose first link is a counterpart.
    pub hits: usize,
    /// The same as a share.
    pub top1: f64,
    /// Mean of the reciprocal rank of the first counterpart.
    pub mrr: f64,
    /// Mean share of the counterparts among the first five links.
    pub recall5: f64,
}

/// Everything measured on one file of judgements.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// How the counterparts are ranked, by score.
    pub ranking: Vec<Direction>,
    /// *same* and *close* against everything else.
    pub strict: Agreement,
    /// The same, with what the judge called related left out.
    pub lenient: Agreement,
    /// Each kind of link.
    pub kinds: BTreeMap<&'static str, Agreement>,
}

/// Compares the links of `library` with `gold`. Judgements that were doubted count neither way, but as counterparts in a
/// ranking.
pub fn measure(library: &Library, gold: &Gold) -> Report {
    let index = library.index();
    let mut made: BTreeMap<(usize, usize), LinkKind> = BTreeMap::new();
    let mut near: BTreeMap<(usize, Lang), Vec<(f64, usize)>> = BTreeMap::new();
    let asked: BTreeSet<(usize, Lang)> = gold.asked.iter().copied().collect();
    for link in &library.links {
        let (x, y) = (index[link.a.as_str()], index[link.b.as_str()]);
        let (a, b) = (x.min(y), x.max(y));
        let (one, two) = (&library.entries[a], &library.entries[b]);
        if (one.lang != two.lang) != gold.across || !gold.across && one.source.path == two.source.path {
            continue;
        }
        if asked.contains(&(a, two.lang)) || gold.across && asked.contains(&(b, one.lang)) {
            made.insert((a, b), link.kind);
        }
        near.entry((a, two.lang)).or_default().push((link.score, b));
        near.entry((b, one.lang)).or_default().push((link.score, a));
    }
    let doubtful = judged(gold, &|_, doubtful| doubtful);
    let related = judged(gold, &|kind, _| kind == LinkKind::Related);
    let sure = judged(gold, &|kind, doubtful| kind <= LinkKind::Close && !doubtful);
    let predicted: BTreeSet<_> =
        made.iter().filter(|(_, kind)| **kind <= LinkKind::Close).map(|(pair, _)| *pair).collect();
    let ignored: BTreeSet<_> = doubtful.union(&related).copied().collect();
    let kind = |name, kind: LinkKind| {
        let predicted = made.iter().filter(|(_, made)| **made == kind).map(|(pair, _)| *pair).collect();
        (name, agreement(&predicted, &judged(gold, &|judged, doubtful| judged == kind && !doubtful), &doubtful))
    };
    let kinds = [("same", LinkKind::Same), ("close", LinkKind::Close), ("related", LinkKind::Related)];
    Report {
        ranking: ranking(library, gold, &near),
        strict: agreement(&predicted, &sure, &doubtful),
        lenient: agreement(&predicted, &sure, &ignored),
        kinds: kinds.into_iter().map(|(name, which)| kind(name, which)).collect(),
    }
}

type Pairs = BTreeSet<(usize, usize)>;

fn judged(gold: &Gold, which: &dyn Fn(LinkKind, bool) -> bool) -> Pairs {
    gold.pairs.iter().filter(|(_, (kind, doubtful))| which(*kind, *doubtful)).map(|(pair, _)| *pair).collect()
}

fn agreement(predicted: &Pairs, judged: &Pairs, ignored: &Pairs) -> Agreement {
    let predicted: Pairs = predicted.difference(ignored).copied().collect();
    let right = predicted.intersection(judged).count();
    let share = |part: usize, all: usize| if all > 0 { part as f64 / all as f64 } else { 0.0 };
    Agreement {
        right,
        predicted: predicted.len(),
        judged: judged.len(),
        precision: share(right, predicted.len()),
        recall: share(right, judged.len()),
        f1: share(2 * right, predicted.len() + judged.len()),
    }
}

fn ranking(library: &Library, gold: &Gold, near: &BTreeMap<(usize, Lang), Vec<(f64, usize)>>) -> Vec<Direction> {
    let mut counterparts: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (&(a, b), _) in gold.pairs.iter().filter(|(_, (kind, _))| *kind <= LinkKind::Close) {
        counterparts.entry(a).or_default().insert(b);
        counterparts.entry(b).or_default().insert(a);
    }
    let mut out: BTreeMap<(Lang, Lang), Direction> = BTreeMap::new();
    for &(at, to) in &gold.asked {
        let from = library.entries[at].lang;
        let Some(good) = counterparts.get(&at) else { continue };
        let all = good.iter().filter(|other| library.entries[**other].lang == to).count();
        if all == 0 {
            continue;
        }
        let mut list = near.get(&(at, to)).cloned().unwrap_or_default();
        list.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        let first = list.iter().position(|(_, other)| good.contains(other));
        let five = list.iter().take(FIRST).filter(|(_, other)| good.contains(other)).count();
        let direction = out.entry((from, to)).or_insert(Direction {
            from,
            to,
            asked: 0,
            hits: 0,
            top1: 0.0,
            mrr: 0.0,
            recall5: 0.0,
        });
        direction.asked += 1;
        direction.hits += usize::from(first == Some(0));
        direction.mrr += first.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        direction.recall5 += five as f64 / all.min(FIRST) as f64;
    }
    let mean = |direction: Direction| Direction {
        top1: direction.hits as f64 / direction.asked as f64,
        mrr: direction.mrr / direction.asked as f64,
        recall5: direction.recall5 / direction.asked as f64,
        ..direction
    };
    out.into_values().map(mean).collect()
}
