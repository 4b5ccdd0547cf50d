//! Findings as the editor shows them.

use std::path::PathBuf;

use lsp_server::{Message, Notification};
use lsp_types::{
    DiagnosticRelatedInformation, DiagnosticSeverity, Location, MessageType, Position, PublishDiagnosticsParams, Range,
    ShowMessageParams, Uri,
};

use super::session::Session;
use super::trouble::Trouble;
use super::view::View;
use super::{address, merge, position};
use crate::diagnostic::{Diagnostic, Severity};
use crate::report;
use crate::source::{LineSpan, Source};

/// Publishes everything that is known to be found in an open document.
pub fn document(session: &Session, uri: &str, out: &mut Vec<Message>) {
    let Some(view) = session.view(uri) else { return };
    let mut diagnostics: Vec<_> =
        merge::findings(view.open, view.known).iter().map(|finding| shown(&view, finding)).collect();
    let trouble = view.open.root.as_ref().and_then(|root| session.projects.get(root)?.trouble.as_ref());
    if let Some(trouble) = trouble.filter(|trouble| trouble.path == view.open.source.path) {
        diagnostics.push(of_trouble(session, trouble, Some(&view.open.source)));
    }
    let (uri, version) = (view.open.uri.clone(), Some(view.open.version));
    out.push(message(PublishDiagnosticsParams { uri, version, diagnostics }));
}

/// Takes the findings of a document away.
pub fn nothing(uri: Uri, out: &mut Vec<Message>) {
    out.push(message(PublishDiagnosticsParams { uri, version: None, diagnostics: Vec::new() }));
}

/// Tells why the project in `root` cannot be read, once, and at the file that is to be mended even where it is not open;
/// `before` is what was told last.
pub fn trouble(session: &mut Session, root: &PathBuf, before: Option<Trouble>, out: &mut Vec<Message>) {
    let Some(client) = session.client else { return };
    let now = session.projects.get(root).and_then(|project| project.trouble.clone());
    if now == before {
        return;
    }
    let opened = |path: &PathBuf| session.open.values().any(|open| open.source.path == *path);
    if let Some(before) = before.filter(|before| session.marked.contains(&before.path)) {
        session.marked.remove(&before.path);
        if !opened(&before.path) {
            nothing(address::uri(&before.path), out);
        }
    }
    let Some(now) = now else { return };
    let said = now.message(client.lang);
    let (kind, place) = (MessageType::Error, now.path.display());
    let params = ShowMessageParams { kind, message: format!("{place}: {said}") };
    out.push(Notification::new("window/showMessage".to_owned(), params).into());
    if now.path.is_file() && !opened(&now.path) {
        let diagnostics = vec![of_trouble(session, &now, None)];
        out.push(message(PublishDiagnosticsParams { uri: address::uri(&now.path), version: None, diagnostics }));
        session.marked.insert(now.path);
    }
}

fn message(params: PublishDiagnosticsParams) -> Message {
    Notification::new("textDocument/publishDiagnostics".to_owned(), params).into()
}

fn of_trouble(session: &Session, trouble: &Trouble, source: Option<&Source>) -> lsp_types::Diagnostic {
    let (lang, units) = session.client.map_or_else(Default::default, |client| (Some(client.lang), Some(client.units)));
    let (line, column) = trouble.at;
    let at = match source.zip(units) {
        Some((source, units)) => position::position(source, units, source.offset(line, column)),
        None => Position { line: line.saturating_sub(1) as u32, character: column.saturating_sub(1) as u32 },
    };
    lsp_types::Diagnostic {
        range: Range { start: at, end: at },
        severity: Some(DiagnosticSeverity::Error),
        code: Some(trouble.code().to_owned().into()),
        source: Some(env!("CARGO_PKG_NAME").to_owned()),
        message: lang.map(|lang| trouble.message(lang)).unwrap_or_default().into(),
        ..Default::default()
    }
}

/// A finding with what it says and how to mend it.
pub fn shown(view: &View<'_>, finding: &Diagnostic) -> lsp_types::Diagnostic {
    let said = report::message(finding, view.client.lang);
    let message = match report::help(finding, view.client.lang) {
        Some(help) => format!("{said}\n{help}"),
        None => said,
    };
    lsp_types::Diagnostic {
        range: position::range(&view.open.source, view.client.units, finding.place),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
            Severity::Info => DiagnosticSeverity::Information,
        }),
        code: Some(finding.rule.to_owned().into()),
        source: Some(env!("CARGO_PKG_NAME").to_owned()),
        message: message.into(),
        related_information: view.client.related.then(|| related(view, finding)).filter(|list| !list.is_empty()),
        ..Default::default()
    }
}

/// The other question that a finding speaks of, as `NAME:LINE`.
fn related(view: &View<'_>, finding: &Diagnostic) -> Vec<DiagnosticRelatedInformation> {
    let other = finding.args.iter().filter(|(name, _)| *name == "other");
    let place = |value: &str| -> Option<DiagnosticRelatedInformation> {
        let (name, line) = value.rsplit_once(':')?;
        let line: usize = line.parse().ok()?;
        let own = view.read().filter(|document| document.source.name == name);
        let document = own.or_else(|| view.document(name))?;
        let message = document.text(LineSpan::new(line, line)).trim().to_owned();
        let location: Location = view.location(document, document.line_place(line));
        Some(DiagnosticRelatedInformation { location, message })
    };
    other.filter_map(|(_, value)| place(value)).collect()
}
