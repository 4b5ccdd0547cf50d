//! What the editor told about itself, and what it is told about the server.

use lsp_types::{
    CodeActionKind, CodeActionOptions, CompletionOptions, InitializeResult, Save, SaveOptions, ServerCapabilities,
    ServerInfo, TextDocumentSyncKind, TextDocumentSyncOptions,
};
use serde_json::Value;

use super::position::Units;
use crate::i18n::Lang;

/// The source action that mends all that can be mended without a look.
pub const FIX_ALL: &str = "source.fixAll.passerelle";

/// What the editor can do and wants.
#[derive(Debug, Clone, Copy)]
pub struct Client {
    /// The language of the messages.
    pub lang: Lang,
    /// What columns count.
    pub units: Units,
    /// Whether it wants the reason of a suppression as a place to type in.
    pub snippets: bool,
    /// Whether it takes edits with the version of the document that they are for.
    pub versioned: bool,
    /// Whether it shows symbols inside others.
    pub nested_symbols: bool,
    /// Whether it shows places with a finding.
    pub related: bool,
    /// Whether it can be asked to watch files.
    pub watches: bool,
}

impl Client {
    /// What `initialize` says, read leniently: what is missing or odd is taken for no. `asked` is the language that the
    /// server was started with, `usual` the one where the editor says none.
    pub fn new(params: &Value, asked: Option<Lang>, usual: Lang) -> Self {
        let said = |path: &str| params.pointer(&format!("/capabilities/{path}"));
        let can = |path: &str| said(path).and_then(Value::as_bool).unwrap_or(false);
        let own =
            params.get("locale").and_then(Value::as_str).and_then(|code| Lang::from_code(&code.replace('-', "_")));
        let wishes = said("general/positionEncodings").and_then(Value::as_array).into_iter().flatten();
        Self {
            lang: asked.or(own).unwrap_or(usual),
            units: Units::chosen(wishes.filter_map(Value::as_str)),
            snippets: can("workspace/workspaceEdit/snippetEditSupport"),
            versioned: can("workspace/workspaceEdit/documentChanges"),
            nested_symbols: can("textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            related: can("textDocument/publishDiagnostics/relatedInformation"),
            watches: can("workspace/didChangeWatchedFiles/dynamicRegistration"),
        }
    }

    /// What the server can do for it.
    pub fn served(&self) -> InitializeResult {
        let sync = TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::Incremental),
            save: Some(Save::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..Default::default()
        };
        let actions = CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QuickFix, CodeActionKind::new(FIX_ALL)]),
            ..Default::default()
        };
        InitializeResult {
            capabilities: ServerCapabilities {
                position_encoding: Some(self.units.kind()),
                text_document_sync: Some(sync.into()),
                code_action_provider: Some(actions.into()),
                hover_provider: Some(true.into()),
                definition_provider: Some(true.into()),
                type_definition_provider: Some(true.into()),
                references_provider: Some(true.into()),
                document_symbol_provider: Some(true.into()),
                completion_provider: Some(CompletionOptions::default()),
                ..Default::default()
            },
            server_info: Some(ServerInfo {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        }
    }
}
