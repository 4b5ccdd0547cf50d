//! The canonical form: one question a file, front matter, a level-1 heading, the answer below.

use super::super::assemble::{Assembled, Assembly};
use super::super::block::BlockKind;
use super::super::front_matter;
use super::super::label::{Label, asks};
use super::{Candidate, Context, Group};

/// Finds the one question of a file in the canonical form, or each of several that follow one another with front matter
/// of their own.
pub fn propose(context: &Context<'_>) -> Vec<Group> {
    let blocks = &context.document.blocks;
    let above = |at: usize| {
        let before = context.document.previous_solid(at)?;
        (blocks[before].kind == BlockKind::FrontMatter).then_some(before)
    };
    let headings: Vec<usize> =
        (0..blocks.len()).filter(|&at| blocks[at].level() == Some(1) && context.free[at]).collect();
    let headed: Vec<(usize, usize)> = headings.iter().filter_map(|&at| above(at).map(|before| (at, before))).collect();
    // An id can only be meant for one question, whatever its answer is made of.
    let named = headed.iter().any(|(_, before)| front_matter::names_one(context.document, &blocks[*before]));
    let several = headed.len() > 1;
    let (starts, strength) = if several || named {
        (headed.iter().map(|(at, _)| *at).collect(), 0.99)
    } else {
        let [title] = headings[..] else { return Vec::new() };
        if is_collection(context, title) || (headed.is_empty() && context.document.previous_solid(title).is_some()) {
            return Vec::new();
        }
        let telling =
            headed.first().is_some_and(|(_, at)| front_matter::speaks_of_questions(context.document, &blocks[*at]));
        match (telling, context.document.text_at(title).trim_end().ends_with('?')) {
            (true, _) => (vec![title], 0.99),
            (false, true) => (vec![title], 0.4),
            (false, false) => return Vec::new(),
        }
    };
    let candidates = starts
        .iter()
        .map(|&start| {
            let next = (start..blocks.len()).find(|&at| blocks[at].kind == BlockKind::FrontMatter);
            let end = context.document.trim_end(start, next.unwrap_or(blocks.len())).max(start + 1);
            Candidate { blocks: start..end, context: None }
        })
        .collect();
    vec![Group { layout: "canonical", strength, candidates, sections: Vec::new(), open_ended: false, assemble }]
}

/// Whether a document with one title is a collection of questions rather than one question.
fn is_collection(context: &Context<'_>, title: usize) -> bool {
    let (document, blocks) = (context.document, &context.document.blocks);
    let count = |test: &dyn Fn(usize) -> bool| (0..blocks.len()).filter(|&at| test(at)).count();
    let item = |at: usize| matches!(blocks[at].kind, BlockKind::Item(_));
    count(&|at| at != title && context.has(at, Label::Question)) >= 1
        || count(&|at| blocks[at].level() == Some(2) && asks(document.text_at(at))) >= 3
        || count(&|at| item(at) && document.text_at(at).trim_end().ends_with('?')) >= 5
}

fn assemble(context: &Context<'_>, candidate: &Candidate) -> Assembled {
    let start = candidate.blocks.start;
    let mut assembly = Assembly::new(context, "canonical", candidate.blocks.clone());
    assembly.question(start, context.document.blocks[start].text.clone());
    assembly.body(start + 1, candidate.blocks.end);
    assembly.finish()
}
