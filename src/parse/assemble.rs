//! Assembly: the blocks of a candidate become a draft; labels, navigation and containers go to the ledger.

use std::ops::Range;

use super::block::BlockKind;
use super::code;
use super::draft::{CodeBlock, Draft, Field, FieldName, Role};
use super::label::{Label, mark_text, names};
use super::recognise::{Context, container};
use crate::source::LineSpan;

/// A draft and the roles of its lines.
pub struct Assembled {
    /// The draft; its section is filled in afterwards.
    pub draft: Draft,
    /// The lines that it explains.
    pub roles: Vec<(LineSpan, Role)>,
}

/// A draft in the making.
pub struct Assembly<'a, 'b> {
    context: &'a Context<'b>,
    draft: Draft,
    roles: Vec<(LineSpan, Role)>,
}

/// A title without the emphasis around it.
pub fn plain_title(title: &str) -> String {
    strip_tags(title).trim().trim_matches(['*', '_']).trim().to_owned()
}

fn strip_tags(title: &str) -> String {
    let mut out = title.to_owned();
    for tag in ["<b>", "</b>", "<strong>", "</strong>", "<i>", "</i>", "<em>", "</em>"] {
        out = out.replace(tag, "");
    }
    out
}

impl<'a, 'b> Assembly<'a, 'b> {
    /// Begins a draft of these blocks.
    pub fn new(context: &'a Context<'b>, layout: &'static str, blocks: Range<usize>) -> Self {
        let all = &context.document.blocks;
        let last = context.document.trim_end(blocks.start, blocks.end).max(blocks.start + 1) - 1;
        let lines = LineSpan::new(all[blocks.start].lines.start, all[last].lines.end);
        let draft = Draft { lines, fields: Vec::new(), code: Vec::new(), flags: Vec::new(), display: None, layout };
        Self { context, draft, roles: Vec::new() }
    }

    fn lines(&self, at: usize) -> LineSpan {
        self.context.document.blocks[at].lines
    }

    fn role(&mut self, at: usize, role: Role) {
        self.roles.push((self.lines(at), role));
    }

    fn field(&mut self, name: FieldName, lines: LineSpan, pieces: Vec<Range<usize>>, joiner: &str) {
        let text = &self.context.document.source.text;
        let value = pieces.iter().map(|piece| &text[piece.clone()]).collect::<Vec<_>>().join(joiner);
        self.draft.fields.push(Field { name, value, lines, pieces });
    }

    /// Block `at` is (part of) the question, whose text is `range`, without the emphasis around it.
    pub fn question(&mut self, at: usize, range: Range<usize>) {
        let range = self.strip(range);
        let lines = self.lines(at);
        // A heading or a container keeps its own role for its line only when the question stands elsewhere.
        self.role(at, Role::Question);
        let text = &self.context.document.source.text;
        match self.draft.fields.iter_mut().find(|field| field.name == FieldName::Question) {
            Some(field) => {
                field.value.push(' ');
                field.value.push_str(&text[range.clone()]);
                field.lines.end = lines.end;
                field.pieces.push(range);
            }
            None => self.field(FieldName::Question, lines, vec![range], " "),
        }
    }

    /// The range without white space, `**…**` and `__…__` around it.
    fn strip(&self, range: Range<usize>) -> Range<usize> {
        let text = &self.context.document.source.text;
        let mut range = range;
        // An anchor after a heading (`{#what-is-rest}`) is an attribute, not a word.
        if let Some(at) = text[range.clone()].rfind("{#").filter(|_| text[range.clone()].ends_with('}')) {
            range.end = range.start + at;
        }
        loop {
            let slice = &text[range.clone()];
            let trimmed = slice.trim();
            let start = range.start + (slice.len() - slice.trim_start().len());
            range = start..start + trimmed.len();
            let inner = ["**", "__"].iter().find(|sign| {
                trimmed.len() > 4
                    && trimmed.starts_with(**sign)
                    && trimmed.ends_with(**sign)
                    && !trimmed[2..trimmed.len() - 2].contains(**sign)
            });
            match inner {
                Some(_) => range = range.start + 2..range.end - 2,
                None => return range,
            }
        }
    }

    /// The next paragraph from block `from` is the question; returns the block after it.
    pub fn question_paragraph(&mut self, from: usize, end: usize) -> usize {
        let Some(first) = self.context.document.next_solid(from, end) else { return end };
        let mut at = first;
        while at < end
            && self.context.document.blocks[at].kind == BlockKind::Text
            && !self.context.has(at, Label::Answer)
        {
            self.question(at, self.context.document.blocks[at].text.clone());
            at += 1;
        }
        if at == first {
            self.question(at, self.context.document.blocks[at].text.clone());
            at += 1;
        }
        at
    }

    /// Block `at` is a label alone on its line.
    pub fn label(&mut self, at: usize) {
        self.role(at, Role::Label);
    }

    /// Block `at` opens, names or closes the container.
    pub fn container(&mut self, at: usize) {
        self.role(at, Role::Container);
    }

    /// Sets a flag.
    pub fn flag(&mut self, flag: &'static str) {
        if !self.draft.flags.contains(&flag) {
            self.draft.flags.push(flag);
        }
    }

    /// Adds a tag that block `at` stands for.
    pub fn tag(&mut self, tag: &str, at: usize) {
        let lines = self.lines(at);
        self.draft.fields.push(Field { name: FieldName::Tag, value: tag.to_owned(), lines, pieces: Vec::new() });
    }

    /// The blocks are the situation that the question is about; it is shared with the questions beside it.
    pub fn situation(&mut self, blocks: Range<usize>) {
        let all = &self.context.document.blocks;
        let lines = LineSpan::new(all[blocks.start].lines.start, all[blocks.end - 1].lines.end);
        let pieces = all[blocks.clone()].iter().filter(|b| !b.is_blank()).map(|b| b.text.clone()).collect();
        self.roles.push((lines, Role::Context));
        self.field(FieldName::Context, lines, pieces, " ");
    }

    /// Reads everything below the question: continuation, levels, the answer with its code.
    pub fn body(&mut self, from: usize, end: usize) {
        let document = self.context.document;
        let answer = (from..end).find(|&at| self.context.has(at, Label::Answer));
        let mut at = from;
        if let Some(label) = answer {
            while at < label && document.blocks[at].kind == BlockKind::Text && self.context.marks[at].is_none() {
                self.question(at, document.blocks[at].text.clone());
                at += 1;
            }
            let between = self.leading(at, label);
            self.region(FieldName::Context, between, label, None);
            let rest = self.context.marks[label].as_ref().map(|mark| mark.rest.clone()).unwrap_or_default();
            if rest.is_empty() {
                self.label(label);
                self.region(FieldName::Answer, label + 1, end, None);
            } else {
                self.role(label, Role::Answer);
                self.region(FieldName::Answer, label + 1, end, Some((label, rest)));
            }
        } else if let Some(inner) = container::answer(self.context, at, end) {
            let start = self.leading(at, inner.start);
            self.region(FieldName::Context, start, inner.start, None);
            (inner.start..inner.body).for_each(|at| self.container(at));
            self.region(FieldName::Answer, inner.body, inner.close, None);
            self.container(inner.close);
        } else {
            let start = self.leading(at, end);
            self.region(FieldName::Answer, start, end, None);
        }
    }

    /// Reads the lines of levels, tags and concepts above an answer; returns the first block after them.
    fn leading(&mut self, from: usize, end: usize) -> usize {
        let mut at = from;
        while let Some(next) = self.context.document.next_solid(at, end) {
            let Some(mark) = &self.context.marks[next] else { return next };
            let (rest, lines) = (mark.rest.clone(), self.lines(next));
            match mark.label {
                Label::Difficulty => {
                    self.role(next, Role::Difficulty);
                    self.field(FieldName::Difficulty, lines, vec![rest], "");
                }
                Label::Tags => {
                    self.role(next, Role::Meta);
                    let text = &self.context.document.source.text;
                    let tags: Vec<String> = text[rest].split([',', ';']).map(|t| t.trim().to_owned()).collect();
                    tags.iter().filter(|tag| !tag.is_empty()).for_each(|tag| self.tag(tag, next));
                }
                Label::Concepts => {
                    let text = &self.context.document.source.text;
                    // An answer may begin with that word too.
                    let Some(found) = names(&text[rest]) else { return next };
                    let values: Vec<String> = found.into_iter().map(str::to_owned).collect();
                    self.role(next, Role::Meta);
                    for value in values {
                        self.draft.fields.push(Field { name: FieldName::Concept, value, lines, pieces: Vec::new() });
                    }
                }
                _ => return next,
            }
            at = next + 1;
        }
        end
    }

    /// Reads blocks as one Markdown text: navigation and comments are left out, indentation that all lines share is taken
    /// away, a fence that is nothing but the wrapper of prose is opened.
    fn region(&mut self, name: FieldName, from: usize, end: usize, first: Option<(usize, Range<usize>)>) {
        let document = self.context.document;
        let end = document.trim_end(from, end).max(from);
        let mut kept: Vec<usize> = Vec::new();
        for at in from..end {
            match document.blocks[at].kind {
                BlockKind::Navigation => self.role(at, Role::Navigation),
                BlockKind::Comment => self.role(at, Role::Comment),
                _ => kept.push(at),
            }
        }
        let solid: Vec<usize> = kept.iter().copied().filter(|&at| !document.blocks[at].is_blank()).collect();
        if solid.is_empty() && first.is_none() {
            return;
        }
        if let (None, [only]) = (&first, &solid[..])
            && self.text_fence(name, *only)
        {
            return;
        }
        let region = code::Region::read(self.context, &kept, first.as_ref().map(|(_, range)| range.clone()));
        let start = first.as_ref().map_or_else(|| self.lines(solid[0]).start, |(at, _)| self.lines(*at).start);
        let last = solid.last().map_or(start, |&at| self.lines(at).end);
        for &at in &kept {
            self.role(at, if name == FieldName::Context { Role::Context } else { Role::Answer });
        }
        for block in &region.code {
            self.roles.push((block.lines, Role::Code));
            self.draft.code.push(CodeBlock { in_question: name == FieldName::Context, ..block.clone() });
        }
        if region.recovered {
            self.flag("fence-recovered");
        }
        if region.code.iter().any(|block| !block.fenced) {
            self.flag("code-unfenced");
        }
        if name == FieldName::Answer {
            self.draft.display = region.display;
        }
        self.field(name, LineSpan::new(start, last), region.pieces, "\n");
    }

    /// Opens a fence that holds a whole answer in prose (` ```text `), without the answer's label inside it.
    fn text_fence(&mut self, name: FieldName, at: usize) -> bool {
        let document = self.context.document;
        let block = &document.blocks[at];
        let BlockKind::Fence { lang: Some(lang), closed } = &block.kind else { return false };
        if !matches!(lang.as_str(), "text" | "txt" | "plain" | "plaintext") {
            return false;
        }
        let last = if *closed { block.lines.end - 1 } else { block.lines.end };
        let mut lines: Vec<usize> = (block.lines.start + 1..=last).collect();
        let blank = |line: &usize| document.source.line(*line).trim().is_empty();
        while lines.last().is_some_and(blank) {
            lines.pop();
        }
        // Lines inside a fence lose the indentation of the fence itself (CommonMark 0.31, section 4.5).
        let opening = document.source.line(block.lines.start);
        let indent = opening.len() - opening.trim_start().len();
        let inner = |&line: &usize| {
            let range = document.source.line_range(line);
            let text = document.source.line(line);
            let space = text.len() - text.trim_start_matches([' ', '\t']).len();
            range.start + indent.min(space)..range.end
        };
        let mut pieces: Vec<Range<usize>> = lines.iter().map(inner).collect();
        let labelled = pieces.first().and_then(|range| mark_text(&document.source.text, range.clone()));
        if let Some(mark) = labelled.filter(|mark| mark.label == Label::Answer) {
            if mark.rest.is_empty() {
                pieces.remove(0);
            } else {
                pieces[0] = mark.rest;
            }
        }
        self.flag("text-fence");
        self.role(at, Role::Answer);
        if !pieces.is_empty() {
            let (lines, recovered) = (block.lines, !closed);
            self.field(name, lines, pieces, "\n");
            if recovered {
                self.flag("fence-recovered");
            }
        }
        true
    }

    /// The draft and its roles.
    pub fn finish(mut self) -> Assembled {
        self.draft.fields.sort_by_key(|field| (field.lines.start, field.name));
        Assembled { draft: self.draft, roles: self.roles }
    }
}
