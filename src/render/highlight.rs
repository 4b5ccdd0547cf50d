//! Code to HTML with one-letter classes, by tree-sitter grammars: made once at build time, no script in the page.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use tree_sitter_highlight::{HighlightConfiguration, HighlightEvent, Highlighter};

use super::{escape, escape_into};

/// Names of the grammars' captures and the class that each gets; a capture with several parts takes the longest that fits.
pub(super) const CLASSES: [(&str, &str); 23] = [
    ("keyword", "k"),
    ("conditional", "k"),
    ("storageclass", "k"),
    ("type.qualifier", "k"),
    ("operator", "o"),
    ("string", "s"),
    ("escape", "s"),
    ("comment", "c"),
    ("number", "n"),
    ("float", "n"),
    ("boolean", "n"),
    ("constant", "n"),
    ("function", "f"),
    ("constructor", "t"),
    ("type", "t"),
    ("property", "v"),
    ("field", "v"),
    ("parameter", "v"),
    ("attribute", "v"),
    ("tag", "k"),
    ("label", "v"),
    ("variable.builtin", "v"),
    ("variable.parameter", "v"),
];

/// Code longer than this (bytes) is data rather than something to read, and is left plain.
const LONGEST: usize = 64 * 1024;

/// At most this many blocks are remembered, so that a long `serve` does not grow without bound.
const REMEMBERED: usize = 50_000;

/// A language that is highlighted.
struct Grammar {
    /// What authors call it after a fence.
    names: &'static [&'static str],
    load: fn() -> Option<HighlightConfiguration>,
    ready: OnceLock<Option<HighlightConfiguration>>,
}

impl Grammar {
    const fn new(names: &'static [&'static str], load: fn() -> Option<HighlightConfiguration>) -> Self {
        Self { names, load, ready: OnceLock::new() }
    }
}

static GRAMMARS: [Grammar; 10] = [
    Grammar::new(&["javascript", "js", "jsx", "mjs", "cjs", "node"], || {
        use tree_sitter_javascript as js;
        let query = [js::HIGHLIGHT_QUERY, js::JSX_HIGHLIGHT_QUERY].concat();
        ready(HighlightConfiguration::new(js::LANGUAGE.into(), "javascript", &query, "", ""))
    }),
    Grammar::new(&["typescript", "ts", "tsx"], || {
        use {tree_sitter_javascript as js, tree_sitter_typescript as ts};
        let query = [js::HIGHLIGHT_QUERY, js::JSX_HIGHLIGHT_QUERY, ts::HIGHLIGHTS_QUERY].concat();
        ready(HighlightConfiguration::new(ts::LANGUAGE_TSX.into(), "typescript", &query, "", ""))
    }),
    Grammar::new(&["python", "py", "python3"], || {
        use tree_sitter_python as python;
        ready(HighlightConfiguration::new(python::LANGUAGE.into(), "python", python::HIGHLIGHTS_QUERY, "", ""))
    }),
    Grammar::new(&["json", "jsonc", "json5", "jsonl"], || {
        use tree_sitter_json as json;
        // The last pattern wins, and the grammar's own has every string last.
        let query = [json::HIGHLIGHTS_QUERY, "\n(pair key: (_) @property)"].concat();
        ready(HighlightConfiguration::new(json::LANGUAGE.into(), "json", &query, "", ""))
    }),
    Grammar::new(&["yaml", "yml"], || {
        use tree_sitter_yaml as yaml;
        ready(HighlightConfiguration::new(yaml::LANGUAGE.into(), "yaml", yaml::HIGHLIGHTS_QUERY, "", ""))
    }),
    Grammar::new(&["bash", "sh", "shell", "zsh"], || {
        use tree_sitter_bash as bash;
        ready(HighlightConfiguration::new(bash::LANGUAGE.into(), "bash", bash::HIGHLIGHT_QUERY, "", ""))
    }),
    Grammar::new(&["go", "golang"], || {
        use tree_sitter_go as go;
        // The last pattern wins, and the grammar's own has every identifier last.
        let functions = "
            (function_declaration name: (identifier) @function)
            (method_declaration name: (field_identifier) @function)
            (call_expression function: (identifier) @function)
            (call_expression function: (selector_expression field: (field_identifier) @function))";
        let query = [go::HIGHLIGHTS_QUERY, functions].concat();
        ready(HighlightConfiguration::new(go::LANGUAGE.into(), "go", &query, "", ""))
    }),
    Grammar::new(&["rust", "rs"], || {
        use tree_sitter_rust as rust;
        ready(HighlightConfiguration::new(rust::LANGUAGE.into(), "rust", rust::HIGHLIGHTS_QUERY, "", ""))
    }),
    Grammar::new(&["sql", "mysql", "postgresql", "postgres", "sqlite", "plpgsql"], || {
        use tree_sitter_sequel as sql;
        ready(HighlightConfiguration::new(sql::LANGUAGE.into(), "sql", sql::HIGHLIGHTS_QUERY, "", ""))
    }),
    Grammar::new(&["java"], || {
        use tree_sitter_java as java;
        ready(HighlightConfiguration::new(java::LANGUAGE.into(), "java", java::HIGHLIGHTS_QUERY, "", ""))
    }),
];

fn ready<E>(made: Result<HighlightConfiguration, E>) -> Option<HighlightConfiguration> {
    let mut configuration = made.ok()?;
    configuration.configure(&CLASSES.map(|(name, _)| name));
    Some(configuration)
}

fn grammar(lang: &str) -> Option<(usize, &'static HighlightConfiguration)> {
    let lang = lang.to_ascii_lowercase();
    let at = GRAMMARS.iter().position(|grammar| grammar.names.contains(&lang.as_str()))?;
    let configuration = GRAMMARS[at].ready.get_or_init(GRAMMARS[at].load).as_ref()?;
    Some((at, configuration))
}

/// `code` as HTML text: escaped, and marked with `<span class="…">` where its language is known (`k` keyword, `s` string,
/// `c` comment, `n` number or constant, `f` function, `t` type, `v` property, `o` operator).
///
/// The same block is highlighted once a process. Any input will do: what no grammar takes is escaped text.
pub fn highlight(code: &str, lang: Option<&str>) -> String {
    static KNOWN: OnceLock<RwLock<HashMap<[u8; 32], String>>> = OnceLock::new();
    let Some((at, configuration)) = lang.and_then(grammar).filter(|_| code.len() <= LONGEST) else {
        return escape(code);
    };
    let key = *blake3::Hasher::new().update(&[at as u8]).update(code.as_bytes()).finalize().as_bytes();
    let known = KNOWN.get_or_init(RwLock::default);
    // A poisoned lock only means that another thread panicked between two whole insertions.
    if let Some(html) = known.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return html.clone();
    }
    let html = spans(code, configuration).unwrap_or_else(|| escape(code));
    let mut known = known.write().unwrap_or_else(PoisonError::into_inner);
    if known.len() >= REMEMBERED {
        known.clear();
    }
    known.insert(key, html.clone());
    html
}

/// Flat spans: the innermost capture gives the class, neighbours of one class share a span.
fn spans(code: &str, configuration: &HighlightConfiguration) -> Option<String> {
    thread_local! {
        static HIGHLIGHTER: RefCell<Highlighter> = RefCell::new(Highlighter::new());
    }
    HIGHLIGHTER.with_borrow_mut(|highlighter| {
        let events = highlighter.highlight(configuration, code.as_bytes(), None, None, |_| None).ok()?;
        let mut out = String::with_capacity(code.len() * 2);
        let mut stack: Vec<&str> = Vec::new();
        let mut open = None;
        for event in events {
            match event.ok()? {
                HighlightEvent::HighlightStart(highlight) => stack.push(CLASSES[highlight.0].1),
                HighlightEvent::HighlightEnd => {
                    stack.pop();
                }
                HighlightEvent::Source { start, end } => {
                    let text = code.get(start..end)?;
                    // White space has no colour: it opens no span, and only a line end closes one.
                    let blank = text.trim().is_empty();
                    let class = if blank { open.filter(|_| !text.contains('\n')) } else { stack.last().copied() };
                    if class != open {
                        if open.is_some() {
                            out.push_str("</span>");
                        }
                        open = class;
                        if let Some(class) = open {
                            out.push_str("<span class=\"");
                            out.push_str(class);
                            out.push_str("\">");
                        }
                    }
                    escape_into(&mut out, text);
                }
            }
        }
        if open.is_some() {
            out.push_str("</span>");
        }
        Some(out)
    })
}
