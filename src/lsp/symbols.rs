//! The outline of a document: its questions, below their sections.

use lsp_types::{
    BaseSymbolInformation, DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, Range,
    SymbolInformation, SymbolKind,
};

use super::position;
use super::view::View;
use crate::i18n::text;
use crate::lint::Document;
use crate::normalise::Entry;

/// Between the titles of a section and of those around it.
const INSIDE: &str = " › ";

/// The questions of a document.
pub fn symbols(view: &View<'_>, _: DocumentSymbolParams) -> DocumentSymbolResponse {
    let Some(document) = view.read() else { return DocumentSymbolResponse::DocumentSymbolList(Vec::new()) };
    let entries = view.entries();
    if !view.client.nested_symbols {
        let flat = entries.iter().map(|entry| flat(view, document, entry)).collect();
        return DocumentSymbolResponse::SymbolInformationList(flat);
    }
    let mut out: Vec<DocumentSymbol> = Vec::new();
    for group in entries.chunk_by(|a, b| a.section == b.section) {
        let questions: Vec<DocumentSymbol> = group.iter().map(|entry| question(view, document, entry)).collect();
        let (Some(first), Some(last)) = (questions.first(), questions.last()) else { continue };
        if group[0].section.is_empty() {
            out.extend(questions);
            continue;
        }
        let range = Range { start: first.range.start, end: last.range.end };
        let (name, selection) = (group[0].section.join(INSIDE), first.selection_range);
        out.push(symbol(name, None, SymbolKind::Namespace, range, selection, Some(questions)));
    }
    DocumentSymbolResponse::DocumentSymbolList(out)
}

fn question(view: &View<'_>, document: &Document, entry: &Entry) -> DocumentSymbol {
    let place = |place| position::range(&view.open.source, view.client.units, place);
    let range = place(document.lines_place(entry.source.lines));
    let asked = place(document.question_place(entry));
    // The protocol wants the one inside the other.
    let selection = if range.start <= asked.start && asked.end <= range.end { asked } else { range };
    let level = entry.difficulty.map(|level| text(view.client.lang, &format!("level-{}", level.name()), &[]));
    let detail = [Some(entry.lang.code().to_owned()), level].into_iter().flatten().collect::<Vec<_>>().join(", ");
    symbol(name(entry), Some(detail), SymbolKind::String, range, selection, None)
}

fn flat(view: &View<'_>, document: &Document, entry: &Entry) -> SymbolInformation {
    let range = position::range(&view.open.source, view.client.units, document.lines_place(entry.source.lines));
    #[expect(deprecated, reason = "the type has the field all the same")]
    SymbolInformation {
        deprecated: None,
        location: Location { uri: view.open.uri.clone(), range },
        base_symbol_information: BaseSymbolInformation {
            name: name(entry),
            kind: SymbolKind::String,
            tags: None,
            container_name: (!entry.section.is_empty()).then(|| entry.section.join(INSIDE)),
        },
    }
}

/// A question on one line; the protocol wants something.
fn name(entry: &Entry) -> String {
    let words: Vec<&str> = entry.shown_question().split_whitespace().collect();
    if words.is_empty() { "?".to_owned() } else { words.join(" ") }
}

fn symbol(
    name: String,
    detail: Option<String>,
    kind: SymbolKind,
    range: Range,
    selection_range: Range,
    children: Option<Vec<DocumentSymbol>>,
) -> DocumentSymbol {
    #[expect(deprecated, reason = "the type has the field all the same")]
    DocumentSymbol { name, detail, kind, tags: None, deprecated: None, range, selection_range, children }
}
