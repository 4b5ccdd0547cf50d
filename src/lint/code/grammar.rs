//! The languages that can be checked, and what a snippet of each may be part of.

use tree_sitter::Tree;
use tree_sitter_language::LanguageFn;

use super::tree::tolerated;
use super::{Fault, sql};

/// What reads a language.
pub enum Grammar {
    /// JSON's parser.
    Json,
    /// YAML's parser.
    Yaml,
    /// A tree-sitter grammar.
    Tree(&'static Language),
}

/// A language with tree-sitter grammars.
pub struct Language {
    /// What authors call it after a fence.
    names: &'static [&'static str],
    /// Its grammars, the usual one first.
    pub grammars: &'static [LanguageFn],
    /// What may stand around a snippet: before it and after it.
    pub around: &'static [(&'static str, &'static str)],
    /// What stands before commands that were typed in.
    pub prompts: &'static [&'static str],
    /// Whether the grammar is sure enough for its own errors to count, beside brackets that do not match.
    pub strict: bool,
    /// What finds in a tree what its grammar tolerates and the language does not.
    pub tolerated: Option<fn(&str, &Tree) -> Option<Fault>>,
    /// What looks again at code with which the grammar, where it is not strict, has nothing but its own errors.
    pub second: Option<fn(&str) -> Option<Fault>>,
    /// Whether people show synopses under its name, `install [OPTION] <file>`, which are no code.
    pub synopses: bool,
    /// Whether lines hidden from readers begin with `# `.
    pub hidden: bool,
}

/// The parts of a program that people quote, in JavaScript and TypeScript.
const SCRIPT: &[(&str, &str)] = &[
    ("async function* f() {\n", "\n}"),
    ("(", "\n);"),
    ("({\n", "\n});"),
    ("class C {\n", "\n}"),
    ("<>\n", "\n</>;"),
    ("interface I {\n", "\n}"),
    ("type T = ", "\n;"),
    ("switch (x) {\n", "\n}"),
    ("if (x) {\n", ""),
    ("if (x) {", "\n}"),
    ("try {", ""),
    ("x = {", ""),
    ("x", ";"),
    ("", " {}"),
    ("class C {\n", " {} }"),
    ("const x = ", ";"),
];

static LANGUAGES: [Language; 8] = [
    Language {
        names: &["javascript", "js", "jsx", "mjs", "cjs", "node", "nodejs"],
        grammars: &[
            tree_sitter_javascript::LANGUAGE,
            tree_sitter_typescript::LANGUAGE_TSX,
            tree_sitter_typescript::LANGUAGE_TYPESCRIPT,
        ],
        around: SCRIPT,
        prompts: &["> "],
        strict: true,
        tolerated: Some(tolerated::first),
        second: None,
        synopses: false,
        hidden: false,
    },
    Language {
        names: &["typescript", "ts", "tsx"],
        grammars: &[tree_sitter_typescript::LANGUAGE_TSX, tree_sitter_typescript::LANGUAGE_TYPESCRIPT],
        around: SCRIPT,
        prompts: &["> "],
        strict: true,
        tolerated: Some(tolerated::first),
        second: None,
        synopses: false,
        hidden: false,
    },
    Language {
        names: &["python", "py", "python3"],
        grammars: &[tree_sitter_python::LANGUAGE],
        around: &[
            ("if x:\n", "\n"),
            ("(\n", "\n)"),
            ("{\n", "\n}"),
            ("f(\n", "\n)"),
            ("", "\ndef f(): pass"),
            ("", "\n    pass"),
            ("if x:\n    pass\n", ""),
            ("try:\n    pass\n", ""),
            ("x = ", ""),
        ],
        prompts: &[">>> ", "... ", ">>>", "..."],
        strict: true,
        tolerated: None,
        second: None,
        synopses: false,
        hidden: false,
    },
    Language {
        names: &["bash", "sh", "shell", "zsh"],
        grammars: &[tree_sitter_bash::LANGUAGE],
        around: &[("if x; then\n", "\nfi"), ("case x in\n", "\nesac"), ("x=(\n", "\n)")],
        prompts: &["$ ", "$> ", "# ", "% ", "> ", "~$ "],
        strict: true,
        tolerated: None,
        second: None,
        synopses: true,
        hidden: false,
    },
    Language {
        names: &["go", "golang"],
        grammars: &[tree_sitter_go::LANGUAGE],
        around: &[
            ("func f() {\n", "\n}\n"),
            ("type T struct {\n", "\n}\n"),
            ("type T interface {\n", "\n}\n"),
            ("var x = ", "\n"),
            ("var x = T{\n", "\n}\n"),
            ("switch x {\n", "\n}\n"),
            ("func f() { if x {\n", "\n}\n"),
            ("", " {}"),
        ],
        prompts: &[],
        strict: true,
        tolerated: None,
        second: None,
        synopses: false,
        hidden: false,
    },
    Language {
        names: &["rust", "rs"],
        grammars: &[tree_sitter_rust::LANGUAGE],
        around: &[
            ("fn f() {\n", "\n}"),
            ("impl T {\n", "\n}"),
            ("trait T {\n", "\n}"),
            ("fn f() { match x {\n", "\n} }"),
            ("struct T {\n", "\n}"),
            ("enum T {\n", "\n}"),
            ("const X: T = ", ";"),
            ("const X: T = T {\n", "\n};"),
            ("", " {}"),
        ],
        prompts: &[],
        strict: true,
        tolerated: None,
        second: None,
        synopses: false,
        hidden: true,
    },
    Language {
        names: &["java"],
        grammars: &[tree_sitter_java::LANGUAGE],
        around: &[
            ("class C {\n", "\n}"),
            ("class C { void f() {\n", "\n} }"),
            ("class C { Object x = ", "\n; }"),
            ("interface C {\n", "\n}"),
            ("enum C {\n", "\n}"),
            ("class C {\n", "\nvoid f() {} }"),
            ("", "\nclass C {}"),
            ("", "{}"),
            ("class C {\n", "{} }"),
            ("class C { void f() { switch (x) {\n", "\n} } }"),
            ("class C { void f() { if (x) {\n", "\n} }"),
        ],
        prompts: &["jshell> ", "...> "],
        strict: true,
        tolerated: None,
        second: None,
        synopses: false,
        hidden: false,
    },
    Language {
        names: &["sql", "mysql", "postgresql", "postgres", "sqlite"],
        grammars: &[tree_sitter_sequel::LANGUAGE],
        around: &[
            ("SELECT * FROM t\n", "\n;"),
            ("SELECT * FROM t WHERE ", "\n;"),
            ("SELECT ", "\n;"),
            ("CREATE TABLE t (\n", "\n);"),
            ("ALTER TABLE t\n", "\n;"),
        ],
        prompts: &["mysql> ", "sqlite> ", "=> ", "-> "],
        // Its grammar has no notion of many a dialect's statements.
        strict: false,
        tolerated: None,
        second: Some(sql::fault),
        synopses: false,
        hidden: false,
    },
];

/// What reads code labelled `label`.
pub fn find(label: &str) -> Option<Grammar> {
    let label = label.to_ascii_lowercase();
    match label.as_str() {
        "json" | "jsonc" | "json5" | "jsonl" | "ndjson" => Some(Grammar::Json),
        "yaml" | "yml" => Some(Grammar::Yaml),
        _ => LANGUAGES.iter().find(|language| language.names.contains(&label.as_str())).map(Grammar::Tree),
    }
}
