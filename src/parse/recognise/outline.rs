//! Outlines: bulleted questions under numbered topics, mostly without answers, as text out of a PDF has them.
//!
//! One bullet is one question, however many sentences it holds. Bullets may be lost, doubled or put where a page broke in
//! the middle of a sentence; a topic's first item may state the situation that the others are about.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::super::assemble::{Assembled, Assembly};
use super::super::block::{Block, BlockKind, Document, Marker};
use super::super::label::{asks, begins_asking, requests};
use super::{Candidate, Context, Group};

static PART: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:part|partie|chapter|chapitre|module|section)[ \u{a0}]+(?:\d+|[ivx]+)[ \u{a0}]*[:.–—-]")
        .expect("a fixed pattern")
});

/// A paragraph or list item with the lines that continue it.
struct Item {
    blocks: Range<usize>,
    text: String,
    indent: usize,
    bulleted: bool,
    /// The block that its answer begins with.
    answer: Option<usize>,
}

/// Finds the questions of an outline.
pub fn propose(context: &Context<'_>) -> Vec<Group> {
    let document = context.document;
    let heads: Vec<(usize, u8)> = (0..document.blocks.len())
        .filter(|&at| context.free[at])
        .filter_map(|at| head(document, at).map(|l| (at, l)))
        .collect();
    // Paragraphs without a bullet count as questions only where the whole document is plainly an outline.
    let plain = heads.iter().filter(|(at, _)| document.blocks[*at].level().is_none()).count() >= 2;
    let mut candidates = Vec::new();
    let mut asked = 0;
    let mut from = 0;
    for next in heads.iter().map(|(at, _)| *at).chain([document.blocks.len()]) {
        let headed = from > 0;
        for run in free_runs(context, from..next) {
            let (found, asking) = questions(context, run, plain && headed);
            candidates.extend(found);
            asked += asking;
        }
        from = next + 1;
    }
    if candidates.len() < 3 || asked * 5 < candidates.len() * 3 {
        return Vec::new();
    }
    let sections = heads.into_iter().filter(|(at, _)| document.blocks[*at].level().is_none()).collect();
    let strength = if plain { 0.4 } else { 0.3 };
    vec![Group { layout: "outline", strength, candidates, sections, open_ended: false, assemble }]
}

/// The level of the section title that block `at` is: a heading, `Part 2: …` or a numbered topic that ends with a colon.
fn head(document: &Document<'_>, at: usize) -> Option<u8> {
    let block = &document.blocks[at];
    if let Some(level) = block.level() {
        return Some(level);
    }
    let alone = document.blocks.get(at + 1).is_none_or(Block::is_blank)
        || matches!(document.blocks[at + 1].kind, BlockKind::Item(_));
    let text = document.text(block);
    match block.kind {
        BlockKind::Text if alone && text.len() < 120 && PART.is_match(text) => Some(1),
        BlockKind::Item(marker) if alone && text.len() < 120 => {
            let inner = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let nested = inner.len() < text.len() && inner.starts_with(['.', ')']);
            let numbered = matches!(marker, Marker::Number(_)) || nested;
            (numbered && text.ends_with(':') && !text.contains('?')).then_some(2)
        }
        _ => None,
    }
}

/// The runs of blocks in a range that nothing explains yet.
fn free_runs(context: &Context<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    for at in range.clone() {
        match (context.free[at], start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    out.extend(start.map(|from| from..range.end));
    out
}

/// The questions of one topic, and how many of them plainly ask.
fn questions(context: &Context<'_>, range: Range<usize>, paragraphs: bool) -> (Vec<Candidate>, usize) {
    let items = items(context.document, range);
    let item_like = |item: &Item| item.bulleted || paragraphs;
    let asking = items.iter().filter(|item| item_like(item) && (asks(&item.text) || item.answer.is_some())).count();
    let mut scenario: Option<Range<usize>> = None;
    let mut out = Vec::new();
    let counted = items.iter().filter(|item| item_like(item)).count();
    for (at, item) in items.iter().enumerate() {
        if !item_like(item) {
            continue;
        }
        let states = !item.text.contains('?') && !begins_asking(&item.text) && item.answer.is_none();
        if states && at == 0 && asking > 0 {
            scenario = Some(item.blocks.clone());
        } else if item.bulleted || asks(&item.text) {
            out.push(Candidate { blocks: item.blocks.clone(), context: scenario.clone() });
        }
    }
    let stated = usize::from(scenario.is_some());
    let settled = asking > 0 && asking * 5 >= (counted - stated) * 3;
    if settled { (out, asking) } else { (Vec::new(), 0) }
}

fn unfinished(text: &str) -> bool {
    !text.trim_end().ends_with(['.', '?', '!', ':', '»', '"', '…', ';'])
}

/// Paragraphs and items in a range, with broken sentences joined.
fn items(document: &Document<'_>, range: Range<usize>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::new();
    let mut after_blank = true;
    let mut at = range.start;
    while at < range.end {
        let block = &document.blocks[at];
        let text = document.text(block);
        let bulleted = matches!(block.kind, BlockKind::Item(_));
        match block.kind {
            BlockKind::Blank => after_blank = true,
            BlockKind::Text | BlockKind::Item(_) => {
                let continues = out.last().is_some_and(|last| {
                    let direct = !after_blank && !bulleted;
                    let broken = after_blank
                        && last.answer.is_none()
                        && (unfinished(&last.text) || text.starts_with(|c: char| c.is_lowercase()));
                    last.blocks.end + usize::from(after_blank) >= at && (direct || broken)
                });
                match out.last_mut() {
                    Some(last) if continues => {
                        last.blocks.end = at + 1;
                        last.text.push(' ');
                        last.text.push_str(text);
                    }
                    _ => {
                        let item = Item {
                            blocks: at..at + 1,
                            text: text.to_owned(),
                            indent: block.indent,
                            bulleted,
                            answer: None,
                        };
                        out.push(item);
                    }
                }
                after_blank = false;
                if let Some(answer) = answer_below(document, at, range.end, out.last()) {
                    at = answer.end;
                    if let Some(last) = out.last_mut() {
                        last.blocks.end = answer.end;
                        last.answer = Some(answer.start);
                    }
                    after_blank = true;
                    continue;
                }
            }
            _ => after_blank = true,
        }
        at += 1;
    }
    out
}

/// The answer below an item whose text ends at block `at`, if the item asks and deeper text that does not ask stands below
/// it. What follows a request (`Describe how … .`) without a blank line may be more of it, as what follows a `?` is not.
fn answer_below(document: &Document<'_>, at: usize, end: usize, item: Option<&Item>) -> Option<Range<usize>> {
    let item = item.filter(|item| item.bulleted)?;
    let text = item.text.trim_end().trim_end_matches('*');
    let apart = document.blocks.get(at + 1).is_some_and(Block::is_blank);
    let requested = apart && requests(text) && !unfinished(text);
    if !text.ends_with('?') && !requested {
        return None;
    }
    let deeper = |at: usize| document.blocks[at].is_blank() || document.blocks[at].indent >= item.indent + 2;
    let first = document.next_solid(at + 1, end)?;
    let prose = matches!(document.blocks[first].kind, BlockKind::Text | BlockKind::Fence { .. } | BlockKind::Item(_));
    if !prose || !deeper(first) || asks(document.text_at(first)) {
        return None;
    }
    let stop = (first..end).find(|&i| !deeper(i)).unwrap_or(end);
    Some(first..document.trim_end(first, stop))
}

fn assemble(context: &Context<'_>, candidate: &Candidate) -> Assembled {
    let document = context.document;
    let mut assembly = Assembly::new(context, "outline", candidate.blocks.clone());
    if let Some(situation) = &candidate.context {
        assembly.situation(situation.clone());
    }
    let found = items(document, candidate.blocks.clone());
    let body = found.first().and_then(|item| item.answer).unwrap_or(candidate.blocks.end);
    for at in candidate.blocks.start..body {
        if !document.blocks[at].is_blank() {
            assembly.question(at, document.blocks[at].text.clone());
        }
    }
    assembly.body(body, candidate.blocks.end);
    assembly.finish()
}
