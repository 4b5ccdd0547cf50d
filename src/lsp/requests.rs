//! What an editor asks about a document: one row a method.

use lsp_server::ErrorCode;
use lsp_types::{CodeActionParams, DocumentSymbolParams, TextDocumentPositionParams, Uri};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::session::Session;
use super::view::View;
use super::{actions, complete, hover, navigate, position, symbols};

/// One method.
struct Method {
    name: &'static str,
    run: fn(&Session, Value) -> Result<Value, serde_json::Error>,
}

static METHODS: &[Method] = &[
    Method { name: "textDocument/codeAction", run: |session, params| of(session, params, actions::actions) },
    Method { name: "textDocument/completion", run: |session, params| at(session, params, complete::items) },
    Method { name: "textDocument/definition", run: |session, params| at(session, params, navigate::definition) },
    Method { name: "textDocument/documentSymbol", run: |session, params| of(session, params, symbols::symbols) },
    Method { name: "textDocument/hover", run: |session, params| at(session, params, hover::hover) },
    Method { name: "textDocument/references", run: |session, params| at(session, params, navigate::references) },
    Method { name: "textDocument/typeDefinition", run: |session, params| at(session, params, navigate::concept) },
];

/// Answers a request; null where there is nothing to say.
pub fn answer(session: &Session, method: &str, params: Value) -> Result<Value, (ErrorCode, String)> {
    let known = METHODS.iter().find(|known| known.name == method);
    let known = known.ok_or_else(|| (ErrorCode::MethodNotFound, format!("unknown method {method}")))?;
    (known.run)(session, params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

/// The document that a request is about.
trait About: DeserializeOwned {
    fn uri(&self) -> &Uri;
}

impl About for CodeActionParams {
    fn uri(&self) -> &Uri {
        &self.text_document.uri
    }
}

impl About for DocumentSymbolParams {
    fn uri(&self) -> &Uri {
        &self.text_document.uri
    }
}

/// An answer about a document.
fn of<P: About, R: serde::Serialize>(
    session: &Session,
    params: Value,
    run: fn(&View<'_>, P) -> R,
) -> Result<Value, serde_json::Error> {
    let params: P = serde_json::from_value(params)?;
    session.view(&params.uri().0).map_or(Ok(Value::Null), |view| serde_json::to_value(run(&view, params)))
}

/// An answer about a byte of a document.
fn at<R: serde::Serialize>(
    session: &Session,
    params: Value,
    run: fn(&View<'_>, usize) -> R,
) -> Result<Value, serde_json::Error> {
    let params: TextDocumentPositionParams = serde_json::from_value(params)?;
    let Some(view) = session.view(&params.text_document.uri.0) else { return Ok(Value::Null) };
    let offset = position::offset(&view.open.source, view.client.units, params.position);
    serde_json::to_value(run(&view, offset))
}
