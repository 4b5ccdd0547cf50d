//! Questions that a label announces: `1) Q: …`, `**Question:** …`, `**Q: …**`, `### Q1: …`, with or without `A:`.

use super::super::assemble::{Assembled, Assembly};
use super::super::block::{BlockKind, Marker};
use super::super::label::Label;
use super::{Candidate, Context, Group};

/// What labelled questions of one kind look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    heading: u8,
    item: u8,
    bold: bool,
    numbered: bool,
}

fn shape(context: &Context<'_>, at: usize) -> Option<Shape> {
    let mark = context.marks[at].as_ref().filter(|mark| mark.label == Label::Question)?;
    let block = &context.document.blocks[at];
    // A label with nothing behind it (`## Question 3`) needs the text below it.
    let item = match block.kind {
        BlockKind::Item(Marker::Bullet) => 1,
        BlockKind::Item(Marker::Number(_)) => 2,
        _ => 0,
    };
    Some(Shape { heading: block.level().unwrap_or(0), item, bold: mark.bold, numbered: mark.number.is_some() })
}

/// Groups labelled questions by their shape.
pub fn propose(context: &Context<'_>) -> Vec<Group> {
    let all: Vec<(usize, Shape)> = (0..context.document.blocks.len())
        .filter(|&at| context.free[at])
        .filter_map(|at| shape(context, at).map(|s| (at, s)))
        .collect();
    let mut shapes: Vec<Shape> = all.iter().map(|(_, shape)| *shape).collect();
    shapes.sort_unstable();
    shapes.dedup();
    shapes
        .into_iter()
        .filter_map(|shape| {
            let starts: Vec<usize> = all.iter().filter(|(_, s)| *s == shape).map(|(at, _)| *at).collect();
            // Every labelled question ends the one before it, whatever its shape.
            let bounds: Vec<usize> = all.iter().map(|(at, _)| *at).collect();
            let level = |at: usize| context.document.blocks[at].level().unwrap_or(0);
            let candidates: Vec<Candidate> =
                context.extents(&bounds, level).into_iter().filter(|c| starts.contains(&c.blocks.start)).collect();
            let answered =
                candidates.iter().filter(|c| c.blocks.clone().any(|at| context.has(at, Label::Answer))).count();
            let strength = match (candidates.len(), answered) {
                (n, _) if n >= 3 => 0.9,
                (_, a) if a >= 1 => 0.85,
                // One or two questions without any answer label: a title that reads "Question: …".
                _ => 0.5,
            };
            (!candidates.is_empty()).then_some(Group {
                layout: "labelled",
                strength,
                candidates,
                sections: Vec::new(),
                open_ended: true,
                assemble,
            })
        })
        .collect()
}

fn assemble(context: &Context<'_>, candidate: &Candidate) -> Assembled {
    let start = candidate.blocks.start;
    let mut assembly = Assembly::new(context, "labelled", candidate.blocks.clone());
    let rest = context.marks[start].as_ref().map(|mark| mark.rest.clone()).unwrap_or_default();
    let mut body = start + 1;
    if rest.is_empty() {
        // The label stands alone: the question is the next paragraph.
        assembly.label(start);
        body = assembly.question_paragraph(body, candidate.blocks.end);
    } else {
        assembly.question(start, rest);
    }
    assembly.body(body, candidate.blocks.end);
    assembly.finish()
}
