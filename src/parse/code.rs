//! The lines of an answer as Markdown, and the code in it: fenced, unfenced after a label, or not closed.

use std::ops::Range;

use super::block::BlockKind;
use super::draft::CodeBlock;
use super::label::Label;
use super::recognise::Context;
use crate::source::LineSpan;

/// What a run of blocks says.
pub struct Region {
    /// One stretch of the source a line.
    pub pieces: Vec<Range<usize>>,
    /// Its code blocks.
    pub code: Vec<CodeBlock>,
    /// Whether a fence in it was not closed.
    pub recovered: bool,
    /// The same Markdown with the missing fences put in, where any is missing.
    pub display: Option<String>,
}

impl Region {
    /// Reads the blocks `kept`, after the stretch `first` on the label's line.
    pub fn read(context: &Context<'_>, kept: &[usize], first: Option<Range<usize>>) -> Self {
        let source = context.document.source;
        let lines: Vec<usize> = kept
            .iter()
            .flat_map(|&at| context.document.blocks[at].lines.start..=context.document.blocks[at].lines.end)
            .collect();
        let indent = lines
            .iter()
            .map(|&line| source.line(line))
            .filter(|line| !line.trim().is_empty())
            .map(|line| line.len() - line.trim_start_matches([' ', '\t']).len())
            .min()
            .unwrap_or(0);
        let piece = |line: usize| {
            let range = source.line_range(line);
            let text = &source.text[range.clone()];
            let blank = text.len() - text.trim_start_matches([' ', '\t']).len();
            range.start + indent.min(blank)..range.end
        };
        let code = blocks(context, kept);
        let (mut pieces, mut shown, mut mended): (Vec<Range<usize>>, Vec<String>, bool) =
            (Vec::new(), Vec::new(), false);
        if let Some(first) = first {
            shown.push(source.text[first.clone()].to_owned());
            pieces.push(first);
        }
        for &line in &lines {
            let unfenced = |at: usize, end: bool| {
                code.iter()
                    .any(|(block, _)| !block.fenced && at == if end { block.lines.end } else { block.lines.start })
            };
            if unfenced(line, false) {
                shown.push("```".to_owned());
            }
            shown.push(source.text[piece(line)].to_owned());
            pieces.push(piece(line));
            if unfenced(line, true) {
                shown.push("```".to_owned());
                mended = true;
            }
            if let Some((block, _)) =
                code.iter().find(|(block, closed)| block.fenced && !closed && block.lines.end == line)
            {
                let opening = source.line(block.lines.start);
                let sign: String =
                    opening.chars().skip_while(|c| c.is_whitespace()).take_while(|c| matches!(c, '`' | '~')).collect();
                let space = opening.len() - opening.trim_start().len();
                shown.push(format!("{}{sign}", " ".repeat(space.saturating_sub(indent))));
                mended = true;
            }
        }
        let empty = |range: &Range<usize>| source.text[range.clone()].trim().is_empty();
        let head = pieces.iter().take_while(|range| empty(range)).count();
        let tail = pieces.iter().rev().take_while(|range| empty(range)).count();
        let pieces = pieces[head..pieces.len().max(head + tail) - tail].to_vec();
        let recovered = code.iter().any(|(_, closed)| !closed);
        let display = mended.then(|| shown.join("\n").trim_matches('\n').to_owned());
        Self { pieces, code: code.into_iter().map(|(block, _)| block).collect(), recovered, display }
    }
}

/// The code blocks among `kept`, each with whether it ends as it should.
fn blocks(context: &Context<'_>, kept: &[usize]) -> Vec<(CodeBlock, bool)> {
    let all = &context.document.blocks;
    let mut out = Vec::new();
    let mut at = 0;
    while at < kept.len() {
        let block = &all[kept[at]];
        if let BlockKind::Fence { lang, closed } = &block.kind {
            out.push((CodeBlock { lang: lang.clone(), in_question: false, fenced: true, lines: block.lines }, *closed));
        } else if context.has(kept[at], Label::Code)
            && context.marks[kept[at]].as_ref().is_some_and(|mark| mark.rest.is_empty())
            && let Some(end) = unfenced(context, kept, at + 1)
        {
            let first = (at + 1..end).find(|&i| !all[kept[i]].is_blank()).unwrap_or(at + 1);
            let lines = LineSpan::new(all[kept[first]].lines.start, all[kept[end - 1]].lines.end);
            out.push((CodeBlock { lang: None, in_question: false, fenced: false, lines }, true));
            at = end;
            continue;
        }
        at += 1;
    }
    out
}

/// Where code without a fence that begins at `kept[from]` ends: before the next label or fence, at the latest at the end
/// of the region. `None` when what stands there does not look like code.
fn unfenced(context: &Context<'_>, kept: &[usize], from: usize) -> Option<usize> {
    let all = &context.document.blocks;
    let stop = |at: usize| {
        matches!(all[at].kind, BlockKind::Fence { .. } | BlockKind::Heading(1..=6) if !is_comment(context, at))
            || context.marks[at].as_ref().is_some_and(|mark| mark.bold)
            || super::label::bold_line(&context.document.source.text, all[at].text.clone()).is_some()
    };
    let end = (from..kept.len()).find(|&i| stop(kept[i])).unwrap_or(kept.len());
    let end = (from..end).rev().find(|&i| !all[kept[i]].is_blank())? + 1;
    let text = |i: usize| context.document.source.line(all[kept[i]].lines.start).trim();
    (from..end).any(|i| is_code(text(i))).then_some(end)
}

/// Whether a heading may be a comment of a script (`# install`), inside unfenced code.
fn is_comment(context: &Context<'_>, at: usize) -> bool {
    context.document.blocks[at].level() == Some(1)
}

/// Whether a line has the signs of code rather than of prose.
fn is_code(line: &str) -> bool {
    const STARTS: &[&str] = &[
        "//", "#", "--", "/*", "$ ", "SELECT ", "CREATE ", "INSERT ", "UPDATE ", "def ", "import ", "const ", "let ",
        "func ",
    ];
    line.ends_with([';', '{', '}', ')', ']', ','])
        || STARTS.iter().any(|start| line.starts_with(start))
        || [" = ", "=>", "()", "==", "->", "+= "].iter().any(|sign| line.contains(sign))
}
