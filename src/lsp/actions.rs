//! What mends a finding, or allows it.

use std::collections::HashMap;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, DocumentChange, Edit, OptionalVersionedTextDocumentIdentifier, Range,
    SnippetTextEdit, StringValue, TextDocumentEdit, TextDocumentIdentifier, TextEdit, WorkspaceEdit,
};

use super::client::FIX_ALL;
use super::open::Part;
use super::view::View;
use super::{merge, position, publish};
use crate::diagnostic::{self, Diagnostic, Fix};
use crate::i18n::text;
use crate::lint::{allowance, fix};
use crate::report;
use crate::source::Source;

/// Fixes that touch each other wait for the next round; more rounds than this would be a circle.
const ROUNDS: usize = 10;

/// The longest text in characters that a title shows.
const TITLE: usize = 60;

/// What can be done about the findings of a range: their fixes, the safe ones preferred, then their suppressions, then to mend
/// the whole document.
pub fn actions(view: &View<'_>, params: CodeActionParams) -> Vec<CodeAction> {
    let wanted = |kind: &str| {
        let covers = |only: &CodeActionKind| {
            let only = only.to_string();
            only.is_empty() || kind == only || kind.strip_prefix(&only).is_some_and(|rest| rest.starts_with('.'))
        };
        params.context.only.as_ref().is_none_or(|only| only.iter().any(covers))
    };
    let mut out = Vec::new();
    if wanted("quickfix") {
        let here = |finding: &&Diagnostic| {
            let range = position::range(&view.open.source, view.client.units, finding.place);
            range.start <= params.range.end && params.range.start <= range.end
        };
        let found = merge::findings(view.open, view.known);
        let found: Vec<&Diagnostic> = found.iter().filter(here).collect();
        out.extend(found.iter().filter_map(|finding| mend(view, finding)));
        out.extend(found.iter().filter_map(|finding| allow(view, finding)));
    }
    if wanted(FIX_ALL) {
        out.extend(mend_all(view));
    }
    out
}

fn mend(view: &View<'_>, finding: &Diagnostic) -> Option<CodeAction> {
    let fix = finding.fix.as_ref()?;
    let source = &view.open.source;
    let edits = fix.edits.iter().map(|edit| edit_of(view, edit)).collect();
    Some(CodeAction {
        title: title(view, source, finding, fix),
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![publish::shown(view, finding)]),
        is_preferred: fix.safe.then_some(true),
        edit: Some(workspace(view, edits)),
        ..Default::default()
    })
}

/// What a fix does, in words: what it writes where that is short, else what it is for.
fn title(view: &View<'_>, source: &Source, finding: &Diagnostic, fix: &Fix) -> String {
    let lang = view.client.lang;
    let shown = |text: &str| !text.trim().is_empty() && !text.contains(['\n', '\r']) && text.chars().count() <= TITLE;
    let done = match fix.edits.as_slice() {
        [edit] => {
            let place = edit.place;
            let range = source.offset(place.line, place.column)..source.offset(place.end_line, place.end_column);
            let (old, new) = (source.text.get(range).unwrap_or_default(), edit.text.as_str());
            let args = [("old", old.into()), ("new", new.into())];
            match (shown(old), shown(new)) {
                (true, true) => Some(text(lang, "lsp-replace", &args)),
                (true, false) if new.is_empty() => Some(text(lang, "lsp-remove", &args)),
                (false, true) if old.is_empty() => Some(text(lang, "lsp-insert", &args)),
                _ => None,
            }
        }
        _ => None,
    };
    let done = done.unwrap_or_else(|| text(lang, "lsp-mend", &[("message", report::message(finding, lang).into())]));
    if fix.safe { done } else { text(lang, "lsp-look", &[("done", done.into())]) }
}

/// A suppression of a finding where it stands, with a reason that is yet to be said.
fn allow(view: &View<'_>, finding: &Diagnostic) -> Option<CodeAction> {
    let allowance = allowance(view.read()?, finding)?;
    let edit = edit_of(view, &allowance.edit);
    let edit = if view.client.snippets && view.client.versioned {
        let written = &allowance.edit.text;
        let (before, after) = (&written[..allowance.reason.start], &written[allowance.reason.end..]);
        let value = format!("{before}${{1:{}}}{after}", &written[allowance.reason.clone()]);
        let snippet = SnippetTextEdit { range: edit.range, snippet: StringValue::new(value), annotation_id: None };
        versioned(view, vec![Edit::SnippetTextEdit(snippet)])
    } else {
        workspace(view, vec![edit])
    };
    Some(CodeAction {
        title: text(view.client.lang, "lsp-allow", &[("rule", finding.rule.into())]),
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![publish::shown(view, finding)]),
        edit: Some(edit),
        ..Default::default()
    })
}

/// All safe fixes of the document, and those that they make possible.
fn mend_all(view: &View<'_>) -> Option<CodeAction> {
    let source = &view.open.source;
    let joined = view.open.part(&view.known.config) == Part::Alone;
    let mut mended = fix::mended(source, &merge::findings(view.open, view.known), false)?;
    for _ in 0..ROUNDS {
        let next = Source::new(&source.path, source.name.as_str(), mended.as_str());
        let found = view.known.look(next.clone(), joined).findings;
        match fix::mended(&next, &found, false) {
            Some(better) => mended = better,
            None => break,
        }
    }
    Some(CodeAction {
        title: text(view.client.lang, "lsp-mend-all", &[]),
        kind: Some(CodeActionKind::new(FIX_ALL)),
        edit: Some(workspace(view, changes(view, &mended))),
        ..Default::default()
    })
}

/// The lines that differ between the document and a new text of it.
fn changes(view: &View<'_>, new: &str) -> Vec<TextEdit> {
    let source = &view.open.source;
    let diff = similar::TextDiff::from_lines(source.text.as_str(), new);
    let old_starts = starts((0..).map_while(|at| diff.old_slice(at)));
    let new_starts = starts((0..).map_while(|at| diff.new_slice(at)));
    let at = |byte| position::position(source, view.client.units, byte);
    let changed = diff.ops().iter().filter(|op| op.tag() != similar::DiffTag::Equal);
    let edit = |op: &similar::DiffOp| {
        let (from, to) = (op.old_range(), op.new_range());
        TextEdit {
            range: Range { start: at(old_starts[from.start]), end: at(old_starts[from.end]) },
            new_text: new[new_starts[to.start]..new_starts[to.end]].to_owned(),
        }
    };
    changed.map(edit).collect()
}

/// Where each of these lines begins, and where the last ends.
fn starts<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let ends = lines.scan(0, |at, line| {
        *at += line.len();
        Some(*at)
    });
    std::iter::once(0).chain(ends).collect()
}

/// An edit of ours, with the line ends of the document.
fn edit_of(view: &View<'_>, edit: &diagnostic::Edit) -> TextEdit {
    let source = &view.open.source;
    let crlf = source.text.matches("\r\n").count() * 2 > source.text.matches('\n').count();
    let plain = edit.text.replace("\r\n", "\n");
    TextEdit {
        range: position::range(source, view.client.units, edit.place),
        new_text: if crlf { plain.replace('\n', "\r\n") } else { plain },
    }
}

fn workspace(view: &View<'_>, edits: Vec<TextEdit>) -> WorkspaceEdit {
    if view.client.versioned {
        return versioned(view, edits.into_iter().map(Edit::TextEdit).collect());
    }
    let changes = HashMap::from([(view.open.uri.clone(), edits)]);
    WorkspaceEdit { changes: Some(changes), ..Default::default() }
}

/// Edits that the editor refuses when the document has gone on since.
fn versioned(view: &View<'_>, edits: Vec<Edit>) -> WorkspaceEdit {
    let text_document = OptionalVersionedTextDocumentIdentifier {
        version: Some(view.open.version),
        text_document_identifier: TextDocumentIdentifier { uri: view.open.uri.clone() },
    };
    let change = DocumentChange::TextDocumentEdit(TextDocumentEdit { text_document, edits });
    WorkspaceEdit { document_changes: Some(vec![change]), ..Default::default() }
}
