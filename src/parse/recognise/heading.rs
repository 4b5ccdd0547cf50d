//! Questions that are headings of one level, without any label: `## What is REST?`, `### 3. Qu'est-ce qu'un index ?`.

use super::super::assemble::{Assembled, Assembly};
use super::super::label::asks;
use super::{Candidate, Context, Group};

/// Finds levels at which most headings ask something.
pub fn propose(context: &Context<'_>) -> Vec<Group> {
    (1..=6u8).filter_map(|level| at_level(context, level)).collect()
}

fn at_level(context: &Context<'_>, level: u8) -> Option<Group> {
    let blocks = &context.document.blocks;
    let all: Vec<usize> = (0..blocks.len())
        .filter(|&at| blocks[at].level() == Some(level) && context.free[at] && !context.is_toc_heading(at))
        .collect();
    let asking = all.iter().filter(|&&at| asks(context.document.text_at(at))).count();
    let numbered = all.iter().filter(|&&at| number(context.document.text_at(at)) > 0).count();
    let share = asking as f64 / all.len().max(1) as f64;
    // The starts, how sure they are, and whether one without anything below counts as an unanswered question.
    let (starts, strength, bare): (Vec<usize>, f64, bool) = match all.len() {
        0 => return None,
        n if n >= 3 && share >= 0.5 => (all, if numbered == n { 0.7 } else { 0.6 }, true),
        // Fewer than three, but nothing else at this level.
        _ if asking == all.len() => (all, 0.48, true),
        // A few questions among other headings: only those that end with a question mark.
        _ => {
            let asks = |at: &usize| context.document.text_at(*at).trim_end().ends_with('?');
            (all.into_iter().filter(asks).collect(), 0.45, false)
        }
    };
    let candidates: Vec<Candidate> = context
        .extents(&starts, |_| level)
        .into_iter()
        .filter(|c| bare || context.document.next_solid(c.blocks.start + 1, c.blocks.end).is_some())
        .collect();
    (!candidates.is_empty()).then_some(Group {
        layout: "heading",
        strength,
        candidates,
        sections: Vec::new(),
        open_ended: true,
        assemble,
    })
}

/// How many bytes at the start of a heading are its number (`12. `, `3) `).
fn number(text: &str) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text[digits..].bytes().next() {
        Some(b'.' | b')') if digits > 0 => {
            let rest = &text[digits + 1..];
            text.len() - rest.trim_start().len()
        }
        _ => 0,
    }
}

fn assemble(context: &Context<'_>, candidate: &Candidate) -> Assembled {
    let start = candidate.blocks.start;
    let text = context.document.blocks[start].text.clone();
    let skip = number(&context.document.source.text[text.clone()]);
    let mut assembly = Assembly::new(context, "heading", candidate.blocks.clone());
    assembly.question(start, text.start + skip..text.end);
    assembly.body(start + 1, candidate.blocks.end);
    assembly.finish()
}
