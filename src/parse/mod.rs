//! Sources become drafts without losing a line: front-end → blocks → recognisers → arbitration → ledger.
//!
//! A document is read as what its content says it is (`sniff`), not by its name. Text goes through one front-end whatever
//! its layout: a tolerant scanner makes blocks (`scan`), recognisers propose questions (`recognise`), the best that do not
//! overlap stand (`arbitrate`), and what is left is looked at once more, so that a file with two layouts comes out whole.
//! Every line ends up with one role; what belongs to no question is a note.

mod arbitrate;
mod assemble;
mod block;
mod code;
pub mod data;
mod draft;
mod fence;
mod front_matter;
mod label;
pub mod ledger;
mod recognise;
mod scan;
mod sections;
mod sniff;

pub use draft::{CodeBlock, Draft, Field, FieldName, Note, Parsed, Role};
pub use front_matter::{ALLOW, KNOWN_KEYS, is_key};
pub use label::requests;
pub use recognise::RECOGNISERS;
pub use sniff::{Format, sniff};

use arbitrate::arbitrate;
use assemble::Assembled;
use block::{BlockKind, Document};
use recognise::{Candidate, Context, Group};
use sections::Sections;

use crate::source::{LineSpan, Source};

/// How often the rest is looked at again; a document with more layouts than this is read as far as it goes.
const PASSES: usize = 3;

/// Reads a document. Total: whatever cannot be read is a diagnostic beside the value.
pub fn parse(source: &Source) -> Parsed {
    match sniff(source) {
        Format::Text => text(source),
        format => data::parse(source, format).unwrap_or_else(|problem| {
            // Malformed data is still text that someone wrote: nothing of it is lost.
            let mut parsed = text(source);
            parsed.diagnostics.push(problem.diagnostic(source));
            parsed
        }),
    }
}

fn text(source: &Source) -> Parsed {
    let document = scan::scan(source);
    let mut context = Context::new(&document);
    let mut found: Vec<(Candidate, Assembled)> = Vec::new();
    let mut plain: Vec<(usize, u8)> = Vec::new();
    for _ in 0..PASSES {
        let groups: Vec<Group> = recognise::RECOGNISERS.iter().flat_map(|r| (r.propose)(&context)).collect();
        let chosen = arbitrate(&context, &groups);
        if chosen.is_empty() {
            break;
        }
        let mut used: Vec<usize> = chosen.iter().map(|c| c.group).collect();
        used.dedup();
        plain.extend(used.iter().flat_map(|&group| groups[group].sections.iter().copied()));
        for choice in chosen {
            let assembled = (groups[choice.group].assemble)(&context, &choice.candidate);
            found.push((choice.candidate, assembled));
        }
        for (candidate, _) in &found {
            let situation = candidate.context.clone().into_iter().flatten();
            candidate.blocks.clone().chain(situation).for_each(|at| context.free[at] = false);
        }
        plain.iter().for_each(|&(at, _)| context.free[at] = false);
    }
    plain.sort_unstable();
    plain.dedup();
    found.sort_by_key(|(candidate, _)| candidate.blocks.start);
    let claimed: Vec<bool> = {
        let mut claimed = vec![false; document.blocks.len()];
        found.iter().flat_map(|(candidate, _)| candidate.blocks.clone()).for_each(|at| claimed[at] = true);
        claimed
    };
    finish(&document, &context, found, &claimed, &plain)
}

/// Gives every line its role, every draft its section, and makes notes of the rest.
fn finish(
    document: &Document<'_>,
    context: &Context<'_>,
    found: Vec<(Candidate, Assembled)>,
    claimed: &[bool],
    plain: &[(usize, u8)],
) -> Parsed {
    let source = document.source;
    let sections = Sections::new(document, claimed, plain);
    let mut roles: Vec<Role> = vec![Role::Unassigned; source.line_count()];
    let set = |roles: &mut Vec<Role>, lines: LineSpan, role| roles[lines.start - 1..lines.end].fill(role);
    for (at, block) in document.blocks.iter().enumerate() {
        set(&mut roles, block.lines, loose_role(context, at));
    }
    for (at, role) in sections.roles() {
        set(&mut roles, document.blocks[at].lines, role);
    }
    let mut parsed = Parsed { title: sections.title.clone(), ..Parsed::default() };
    for (candidate, mut assembled) in found {
        for &(lines, role) in &assembled.roles {
            set(&mut roles, lines, role);
        }
        for title in sections.path(candidate.blocks.start) {
            let lines = assembled.draft.lines;
            assembled.draft.fields.push(Field { name: FieldName::Section, value: title, lines, pieces: Vec::new() });
        }
        parsed.drafts.push(assembled.draft);
    }
    parsed.notes = notes(document, &sections, &roles);
    parsed.open_fences = document
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Fence { closed: false, .. }))
        .map(|block| block.lines.start)
        .collect();
    parsed.roles = roles;
    front_matter::apply(document, &mut parsed);
    parsed
}

/// The role of a block that no draft explains.
fn loose_role(context: &Context<'_>, at: usize) -> Role {
    match context.document.blocks[at].kind {
        BlockKind::Blank => Role::Blank,
        BlockKind::FrontMatter => Role::Meta,
        BlockKind::Comment => Role::Comment,
        BlockKind::Rule => Role::Rule,
        BlockKind::Navigation => Role::Navigation,
        BlockKind::TocItem => Role::Toc,
        BlockKind::Open { .. } | BlockKind::Close { .. } | BlockKind::Summary => Role::Container,
        BlockKind::Heading(_) if context.is_toc_heading(at) => Role::Toc,
        BlockKind::Heading(_) => Role::Section,
        _ if context.has(at, label::Label::Context) => Role::Context,
        _ => Role::Note,
    }
}

/// Runs of text that belong to no question, by section.
fn notes(document: &Document<'_>, sections: &Sections, roles: &[Role]) -> Vec<Note> {
    let source = document.source;
    let mut out: Vec<Note> = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let loose = matches!(roles[block.lines.start - 1], Role::Note)
            || (roles[block.lines.start - 1] == Role::Context
                && matches!(block.kind, BlockKind::Text)
                && is_document_context(document, at));
        if !loose {
            continue;
        }
        let between = |note: &Note| (note.lines.end + 1..block.lines.start).all(|line| roles[line - 1] == Role::Blank);
        let text = &source.text[source.line_range(block.lines.start).start..source.line_range(block.lines.end).end];
        let path = sections.path(at);
        match out.last_mut().filter(|note| note.section == path && between(note)) {
            Some(note) => {
                let gap = block.lines.start - note.lines.end;
                note.text.push_str(&"\n".repeat(gap));
                note.text.push_str(text);
                note.lines.end = block.lines.end;
            }
            None => out.push(Note { section: path, text: text.to_owned(), lines: block.lines }),
        }
    }
    out
}

/// Whether a line with the context role speaks of the whole document (`Contexte : …`) rather than of one question.
fn is_document_context(document: &Document<'_>, at: usize) -> bool {
    label::mark(document, &document.blocks[at]).is_some_and(|mark| mark.label == label::Label::Context)
}

/// The languages of the fenced code blocks of a Markdown text, in order.
pub fn fences(source: &Source) -> Vec<Option<String>> {
    let blocks = scan::scan(source).blocks.into_iter();
    blocks.filter_map(|block| if let BlockKind::Fence { lang, .. } = block.kind { Some(lang) } else { None }).collect()
}
