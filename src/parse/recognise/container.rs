//! Questions in collapsible containers: `<expand title="…">`, `<details><summary>…`, `{{% name "…" %}}`.

use super::super::assemble::{Assembled, Assembly, plain_title};
use super::super::block::BlockKind;
use super::super::label::{Label, asks};
use super::{Candidate, Context, Group};
use crate::text::fold;

/// Titles that only say that an answer is inside, folded: the question stands before the container.
const GENERIC: &[&str] = &[
    "answer",
    "answers",
    "show answer",
    "view answer",
    "see answer",
    "solution",
    "show solution",
    "click to see",
    "reponse",
    "reponses",
    "voir la reponse",
    "afficher la reponse",
    "corrige",
    "details",
    "show",
    "reveal",
    "voir",
];

/// How many containers inside one another are looked into; nobody nests questions deeper.
const DEEPEST: usize = 16;

/// A container from its opening to its closing block.
struct Container {
    open: usize,
    close: usize,
}

/// Finds containers that hold one question each.
pub fn propose(context: &Context<'_>) -> Vec<Group> {
    let found: Vec<Container> = outermost(context, 0..context.document.blocks.len(), DEEPEST);
    // A title that many containers share names what is inside, as "View answer" does: it is no question.
    let titles: Vec<Option<String>> = found.iter().map(|c| title(context, c.open)).collect();
    let shared = |own: &Option<String>| own.is_some() && titles.iter().filter(|other| *other == own).count() >= 2;
    let candidates: Vec<Candidate> = found
        .iter()
        .zip(&titles)
        .filter_map(|(container, own)| candidate(context, container, own.as_deref(), shared(own)))
        .collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let labelled = found.iter().filter(|c| (c.open..c.close).any(|at| context.has(at, Label::Question))).count();
    let asking = found.iter().filter(|c| title(context, c.open).is_some_and(|t| asks(&t))).count();
    let strength = match candidates.len() {
        n if n >= 3 => 0.95,
        _ if labelled > 0 => 0.93,
        n if asking == n => 0.6,
        _ => 0.35,
    };
    vec![Group { layout: "container", strength, candidates, sections: Vec::new(), open_ended: false, assemble }]
}

/// The containers between two blocks that hold a question each: outermost first, but one that only wraps others or a run
/// of labelled questions is looked into.
fn outermost(context: &Context<'_>, range: std::ops::Range<usize>, deepest: usize) -> Vec<Container> {
    let blocks = &context.document.blocks;
    let mut out = Vec::new();
    let (mut at, to) = (range.start, range.end);
    if deepest == 0 {
        return out;
    }
    while at < to {
        if !matches!(blocks[at].kind, BlockKind::Open { .. }) || !context.free[at] {
            at += 1;
            continue;
        }
        let close = (at + 1..to)
            .find(|&i| matches!(blocks[i].kind, BlockKind::Close { .. }) && context.depth[i] == context.depth[at])
            .unwrap_or(to);
        let inside = at + 1..close;
        let labels = inside.clone().filter(|&i| context.has(i, Label::Question)).count();
        let nested = outermost(context, inside.clone(), deepest - 1);
        let questions = nested.iter().filter(|c| title(context, c.open).is_some_and(|t| asks(&t))).count();
        let explained = inside.clone().any(|i| !context.free[i]);
        if labels >= 2 || questions >= 2 || explained {
            out.extend(nested);
        } else {
            out.push(Container { open: at, close });
        }
        at = close + 1;
    }
    out
}

/// The title of the container that opens at `open`, as text.
fn title(context: &Context<'_>, open: usize) -> Option<String> {
    title_range(context, open).map(|(_, range)| plain_title(&context.document.source.text[range]))
}

/// The block that holds a container's title, and the title's bytes.
fn title_range(context: &Context<'_>, open: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let blocks = &context.document.blocks;
    if let BlockKind::Open { title: Some(range), .. } = &blocks[open].kind {
        return Some((open, range.clone()));
    }
    let next = context.document.next_solid(open + 1, blocks.len())?;
    (blocks[next].kind == BlockKind::Summary).then(|| (next, blocks[next].text.clone()))
}

/// Whether a title only says that an answer is inside.
pub fn is_generic(title: &str) -> bool {
    let folded = fold(title);
    let name = folded.trim_matches(|c: char| !c.is_alphanumeric());
    name.is_empty() || GENERIC.contains(&name)
}

/// A container that holds the answer to the question above it.
pub struct AnswerContainer {
    /// The block that opens it.
    pub start: usize,
    /// The first block inside, after its title.
    pub body: usize,
    /// The block that closes it.
    pub close: usize,
}

/// The first container between two blocks whose title only says that an answer is inside.
pub fn answer(context: &Context<'_>, from: usize, end: usize) -> Option<AnswerContainer> {
    let blocks = &context.document.blocks;
    let opens = |at: &usize| {
        matches!(blocks[*at].kind, BlockKind::Open { .. })
            && title(context, *at).is_some_and(|title| is_generic(&title))
    };
    let start = (from..end).find(opens)?;
    let closes =
        |at: &usize| matches!(blocks[*at].kind, BlockKind::Close { .. }) && context.depth[*at] == context.depth[start];
    let close = (start + 1..end).find(closes)?;
    let (title, _) = title_range(context, start)?;
    Some(AnswerContainer { start, body: title.max(start) + 1, close })
}

fn candidate(context: &Context<'_>, container: &Container, title: Option<&str>, shared: bool) -> Option<Candidate> {
    let end = (container.close + 1).min(context.document.blocks.len());
    let labelled = (container.open..container.close).any(|at| context.has(at, Label::Question));
    if labelled {
        return Some(Candidate { blocks: container.open..end, context: None });
    }
    match title {
        Some(title) if !shared && !is_generic(title) => Some(Candidate { blocks: container.open..end, context: None }),
        Some(_) => {
            // Below a heading that asks, the heading's own layout takes the container as (part of) its answer.
            let heading = (0..container.open).rev().find(|&at| context.document.blocks[at].level().is_some());
            if heading.is_some_and(|at| asks(context.document.text_at(at))) {
                return None;
            }
            let before = context.document.previous_solid(container.open)?;
            let kind = &context.document.blocks[before].kind;
            let question = matches!(kind, BlockKind::Heading(_) | BlockKind::Text | BlockKind::Item(_));
            (question && context.free[before]).then_some(Candidate { blocks: before..end, context: None })
        }
        None => None,
    }
}

fn assemble(context: &Context<'_>, candidate: &Candidate) -> Assembled {
    let blocks = &context.document.blocks;
    let mut assembly = Assembly::new(context, "container", candidate.blocks.clone());
    let open = candidate
        .blocks
        .clone()
        .find(|&at| matches!(blocks[at].kind, BlockKind::Open { .. }))
        .unwrap_or(candidate.blocks.start);
    let closed = matches!(blocks[candidate.blocks.end - 1].kind, BlockKind::Close { .. });
    let close = if closed { candidate.blocks.end - 1 } else { candidate.blocks.end };
    assembly.container(open);
    if closed {
        assembly.container(close);
    }
    let title = title_range(context, open);
    let mut body = open + 1;
    if let Some((at, _)) = &title {
        assembly.container(*at);
        body = at + 1;
    }
    let text = title.as_ref().map(|(_, range)| plain_title(&context.document.source.text[range.clone()]));
    if text.as_deref().is_some_and(|t| scenario_prefix(t).is_some()) {
        assembly.flag("scenario");
        assembly.tag("scenario", open);
    }
    let labelled = (body..close).find(|&at| context.has(at, Label::Question));
    if let Some(at) = labelled {
        let rest = context.marks[at].as_ref().map(|mark| mark.rest.clone()).unwrap_or_default();
        if rest.is_empty() {
            assembly.label(at);
            body = assembly.question_paragraph(at + 1, close);
        } else {
            assembly.question(at, rest);
            body = at + 1;
        }
    } else if open > candidate.blocks.start {
        let start = candidate.blocks.start;
        assembly.question(start, blocks[start].text.clone());
    } else if let Some((at, range)) = title {
        let skip = text.as_deref().and_then(scenario_prefix).unwrap_or(0);
        assembly.question(at, range.start + skip..range.end);
    }
    assembly.body(body, close);
    assembly.finish()
}

/// How many bytes of a title are the prefix `Scenario: ` (or `Scénario : `).
fn scenario_prefix(title: &str) -> Option<usize> {
    let (head, tail) = title.split_once(':')?;
    let name = fold(head);
    (matches!(name.trim(), "scenario" | "mise en situation")).then(|| title.len() - tail.trim_start().len())
}
