//! What the grammars of JavaScript and TypeScript let pass and the languages do not: words that are reserved as names, and
//! literals of objects as statements, where a brace opens a block.

use tree_sitter::{Node, Tree};

use crate::lint::code::{Fault, What};

/// Words that name nothing (ECMAScript 2024, 12.7.2).
const RESERVED: [&str; 36] = [
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "import",
    "in",
    "instanceof",
    "new",
    "null",
    "return",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "var",
    "void",
    "while",
    "with",
];

/// The first fault of a tree that its grammar does not see.
pub fn first(code: &str, tree: &Tree) -> Option<Fault> {
    let mut cursor = tree.walk();
    loop {
        let node = cursor.node();
        if let Some(at) = fault(code, node) {
            let shown = code[at..].split(|c: char| c.is_whitespace() || ",:{}[]()".contains(c)).next();
            return Some(Fault { at, what: What::Unexpected(shown.unwrap_or_default().to_owned()) });
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

fn fault(code: &str, node: Node<'_>) -> Option<usize> {
    match node.kind() {
        "identifier" if RESERVED.contains(&&code[node.byte_range()]) => Some(node.start_byte()),
        "object" if opens_statement(node) => no_block(node),
        _ => None,
    }
}

fn opens_statement(node: Node<'_>) -> bool {
    let mut above = std::iter::successors(node.parent(), Node::parent);
    above
        .find(|node| node.kind() == "expression_statement")
        .is_some_and(|found| found.start_byte() == node.start_byte())
}

/// The first member of an object that is nothing in a block: there `a: 1` is a statement with a label, `a, b` a sequence.
fn no_block(object: Node<'_>) -> Option<usize> {
    let mut cursor = object.walk();
    let mut members = object.named_children(&mut cursor).filter(|member| !member.is_extra()).enumerate();
    let fits = |at: usize, member: Node<'_>| match member.kind() {
        "shorthand_property_identifier" => true,
        "pair" => at == 0 && member.child_by_field_name("key").is_some_and(|key| key.kind() == "property_identifier"),
        _ => false,
    };
    members.find(|&(at, member)| !fits(at, member)).map(|(_, member)| member.start_byte())
}
