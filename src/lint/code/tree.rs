//! Programs, by tree-sitter: the ladder of what a snippet may be, and where the tree says that it is none of it.

pub mod tolerated;

use tree_sitter::{Node, Parser, Tree};
use tree_sitter_language::LanguageFn;

use super::grammar::Language;
use super::{Fault, What, snippet};

/// The first fault of `code`, unless some reading of it parses. With `strictly`, what a grammar only tolerates is a fault too.
pub fn fault(language: &Language, code: &str, strictly: bool) -> Option<Fault> {
    let mut parser = Parser::new();
    let whole = parse(&mut parser, language.grammars[0], code)?;
    let tolerated = |text: &str, tree: &Tree| language.tolerated.filter(|_| strictly).and_then(|look| look(text, tree));
    let fits = |text: &str, tree: &Tree| !tree.root_node().has_error() && tolerated(text, tree).is_none();
    if fits(code, &whole) {
        return unawaited(code, &whole);
    }
    let mut commands = snippet::session(code, language.prompts);
    if language.hidden {
        commands = snippet::unhidden(&commands);
    }
    if language.synopses && snippet::placeholders(code) != code {
        return None;
    }
    let mut ends = vec![("", String::new())];
    // Between two tags any words are text: only what begins with a tag is tried there.
    let tags = code.trim_start().starts_with('<');
    let around = language.around.iter().filter(|(before, _)| tags || !before.starts_with('<'));
    ends.extend(around.map(|&(before, after)| (before, after.to_owned())));
    ends.extend(snippet::cut_off(code).map(|rest| ("", rest)));
    for text in snippet::readings(&commands) {
        for &grammar in language.grammars {
            for (before, after) in &ends {
                let part = [before, text.as_str(), after].concat();
                if fits(&part, &parse(&mut parser, grammar, &part)?) {
                    return None;
                }
            }
        }
    }
    // What is left out on purpose is not the fault.
    let text = snippet::elided(&commands, false);
    let tree = parse(&mut parser, language.grammars[0], &text)?;
    let (text, tree) = if tree.root_node().has_error() { (text.as_str(), tree) } else { (code, whole) };
    let found = brackets(&text_of_leaves(text, &tree));
    if !language.strict {
        return found;
    }
    let found = found.or_else(|| first(text, tree.root_node()));
    found.into_iter().chain(tolerated(text, &tree)).min_by_key(|fault| fault.at)
}

/// Whether a grammar has nothing against `code`.
pub fn parses(grammar: LanguageFn, code: &str) -> bool {
    parse(&mut Parser::new(), grammar, code).is_some_and(|tree| !tree.root_node().has_error())
}

fn parse(parser: &mut Parser, grammar: LanguageFn, code: &str) -> Option<Tree> {
    parser.set_language(&grammar.into()).ok()?;
    parser.parse(code, None)
}

/// The leaves of a tree with their first bytes, in order.
fn text_of_leaves<'a>(code: &'a str, tree: &Tree) -> Vec<(usize, &'a str)> {
    let mut out = Vec::new();
    let mut cursor = tree.walk();
    loop {
        let node = cursor.node();
        let kind = node.kind();
        let opaque = kind.contains("comment") || kind.contains("string") || kind.contains("template");
        // What a template computes is code again; its literal parts are leaves of their own.
        if cursor.node().child_count() > 0 && cursor.goto_first_child() {
            continue;
        }
        if !opaque && !node.is_missing() {
            out.push((node.start_byte(), &code[node.byte_range()]));
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return out;
            }
        }
    }
}

/// The first bracket that does not match: one that closes nothing, or one that is never closed.
fn brackets(leaves: &[(usize, &str)]) -> Option<Fault> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    for &(at, text) in leaves {
        let closes = match text {
            "(" | "[" | "{" | "${" => {
                open.push((at, text));
                continue;
            }
            ")" => "(",
            "]" => "[",
            "}" => "{",
            _ => continue,
        };
        match open.pop() {
            Some((_, text)) if text.ends_with(closes) => {}
            Some((at, text)) => return Some(Fault { at, what: What::Unclosed(text.to_owned()) }),
            None => return Some(Fault { at, what: What::Unexpected(text.to_owned()) }),
        }
    }
    open.pop().map(|(at, text)| Fault { at, what: What::Unclosed(text.to_owned()) })
}

/// The first error of the tree, the innermost where one is in another.
fn first(code: &str, node: Node<'_>) -> Option<Fault> {
    if node.is_missing() {
        // Names of the grammar's own mean nothing to an author.
        let what = if node.is_named() { What::Other } else { What::Expected(node.kind().to_owned()) };
        return Some(Fault { at: node.start_byte(), what });
    }
    let mut cursor = node.walk();
    let inside = node.children(&mut cursor).filter(|child| child.has_error() || child.is_error() || child.is_missing());
    if let Some(fault) = inside.into_iter().find_map(|child| first(code, child)) {
        return Some(fault);
    }
    if !node.is_error() {
        return None;
    }
    let text = &code[node.byte_range()];
    let at = node.start_byte() + text.len() - text.trim_start().len();
    let shown: String = text.trim().lines().next().unwrap_or_default().chars().take(32).collect();
    Some(Fault { at, what: What::Unexpected(shown) })
}

/// `await` right inside a function that is not `async`: the grammars take it for fine.
fn unawaited(code: &str, tree: &Tree) -> Option<Fault> {
    let mut cursor = tree.walk();
    loop {
        let node = cursor.node();
        if node.kind() == "await_expression"
            && is_in_plain_function(node)
            && code[node.byte_range()].starts_with("await")
        {
            return Some(Fault { at: node.start_byte(), what: What::Await });
        }
        if cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return None;
            }
        }
    }
}

fn is_in_plain_function(node: Node<'_>) -> bool {
    const FUNCTIONS: [&str; 6] = [
        "arrow_function",
        "function_declaration",
        "function_expression",
        "method_definition",
        "generator_function",
        "generator_function_declaration",
    ];
    let function = std::iter::successors(node.parent(), Node::parent).find(|node| FUNCTIONS.contains(&node.kind()));
    function.is_some_and(|function| {
        let mut cursor = function.walk();
        !function.children(&mut cursor).any(|child| child.kind() == "async")
    })
}
