//! Questions that are lines in bold from end to end: `**What is REST?**`.

use super::super::assemble::{Assembled, Assembly};
use super::super::block::BlockKind;
use super::super::label::{asks, bold_line};
use super::{Candidate, Context, Group};

/// Finds bold lines most of which ask something.
pub fn propose(context: &Context<'_>) -> Vec<Group> {
    let document = context.document;
    let bold = |at: usize| {
        let block = &document.blocks[at];
        matches!(block.kind, BlockKind::Text | BlockKind::Item(_))
            && bold_line(&document.source.text, block.text.clone()).is_some()
    };
    let starts: Vec<usize> = (0..document.blocks.len())
        .filter(|&at| context.free[at] && context.marks[at].is_none() && bold(at) && asks(document.text_at(at)))
        .collect();
    let all = (0..document.blocks.len()).filter(|&at| context.free[at] && bold(at)).count();
    if starts.len() < 3 || starts.len() * 2 < all {
        return Vec::new();
    }
    let candidates = context.extents(&starts, |_| 0);
    vec![Group { layout: "bold", strength: 0.5, candidates, sections: Vec::new(), open_ended: true, assemble }]
}

fn assemble(context: &Context<'_>, candidate: &Candidate) -> Assembled {
    let start = candidate.blocks.start;
    let text = context.document.blocks[start].text.clone();
    let inner = bold_line(&context.document.source.text, text.clone()).unwrap_or(text);
    let mut assembly = Assembly::new(context, "bold", candidate.blocks.clone());
    assembly.question(start, inner);
    assembly.body(start + 1, candidate.blocks.end);
    assembly.finish()
}
