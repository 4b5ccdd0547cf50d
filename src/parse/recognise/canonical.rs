//! The canonical form: one question a file, front matter, a level-1 heading, the answer below.

use super::super::assemble::{Assembled, Assembly};
use super::super::block::BlockKind;
use super::super::front_matter;
use super::super::label::{Label, asks};
use super::{Candidate, Context, Group};

/// Finds the one question of a file in the canonical form.
pub fn propose(context: &Context<'_>) -> Vec<Group> {
    let blocks = &context.document.blocks;
    let headings: Vec<usize> = (0..blocks.len()).filter(|&at| blocks[at].level() == Some(1)).collect();
    let [title] = headings[..] else { return Vec::new() };
    if !context.free[title] {
        return Vec::new();
    }
    let before = context.document.previous_solid(title);
    let front_matter = before.is_some_and(|at| blocks[at].kind == BlockKind::FrontMatter);
    let first = before.is_none() || front_matter;
    let labelled = (0..blocks.len()).filter(|&at| at != title && context.has(at, Label::Question)).count();
    let inner: Vec<&str> =
        (0..blocks.len()).filter(|&at| blocks[at].level() == Some(2)).map(|at| context.document.text_at(at)).collect();
    let asking = inner.iter().filter(|text| asks(text)).count();
    let listed = (0..blocks.len())
        .filter(|&at| {
            matches!(blocks[at].kind, BlockKind::Item(_)) && context.document.text_at(at).trim_end().ends_with('?')
        })
        .count();
    let collection = labelled >= 1 || asking >= 3 || listed >= 5;
    // An id can only be meant for one question, whatever its answer is made of.
    let named = front_matter && before.is_some_and(|at| front_matter::names_one(context.document, &blocks[at]));
    if !first || (collection && !named) {
        return Vec::new();
    }
    let telling =
        front_matter && before.is_some_and(|at| front_matter::speaks_of_questions(context.document, &blocks[at]));
    let strength = match (telling, context.document.text_at(title).trim_end().ends_with('?')) {
        (true, _) => 0.99,
        (false, true) => 0.4,
        (false, false) => return Vec::new(),
    };
    let end = context.document.trim_end(title, blocks.len()).max(title + 1);
    let candidates = vec![Candidate { blocks: title..end, context: None }];
    vec![Group { layout: "canonical", strength, candidates, sections: Vec::new(), open_ended: false, assemble }]
}

fn assemble(context: &Context<'_>, candidate: &Candidate) -> Assembled {
    let start = candidate.blocks.start;
    let mut assembly = Assembly::new(context, "canonical", candidate.blocks.clone());
    assembly.question(start, context.document.blocks[start].text.clone());
    assembly.body(start + 1, candidate.blocks.end);
    assembly.finish()
}
