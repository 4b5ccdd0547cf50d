//! `missing-message`: an interface message that one language has and another lacks, or that takes other values there.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::diagnostic::{Diagnostic, Place};
use crate::i18n::Lang;
use crate::lint::Interface;

/// The variables that each message (`key` or `key.attribute`) takes.
type Messages = BTreeMap<String, BTreeSet<String>>;

pub(super) fn check(interface: &Interface<'_>, out: &mut Vec<Diagnostic>) {
    let all: Vec<(Lang, &str, Messages)> =
        interface.messages.iter().map(|&(lang, text)| (lang, text, read(text))).collect();
    for (lang, text, known) in &all {
        for (other, _, theirs) in all.iter().filter(|(other, ..)| other != lang) {
            for (key, variables) in known {
                let finding = || {
                    Diagnostic::new("missing-message", &format!("i18n/{}.ftl", lang.code()), place(text, key))
                        .with("key", key.as_str())
                        .with("other", format!("i18n/{}.ftl", other.code()))
                };
                match theirs.get(key) {
                    None => out.push(finding()),
                    Some(taken) if taken != variables && lang < other => {
                        let differ: Vec<&str> = taken.symmetric_difference(variables).map(String::as_str).collect();
                        out.push(finding().variant("variables").with("variables", differ.join(", ")));
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

/// Where the message `key` begins.
fn place(text: &str, key: &str) -> Place {
    let id = key.split('.').next().unwrap_or(key);
    let begins = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    let line = text.lines().position(begins).map_or(1, |at| at + 1);
    Place { line, column: 1, end_line: line, end_column: id.chars().count() + 1 }
}

fn read(text: &str) -> Messages {
    // What does not parse is junk in the tree, and so missing here: the other language's file says which it is.
    let resource = parser::parse(text).unwrap_or_else(|(partial, _)| partial);
    let mut out = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        if let Some(value) = &message.value {
            out.insert(message.id.name.to_owned(), variables(value));
        }
        for attribute in &message.attributes {
            out.insert(format!("{}.{}", message.id.name, attribute.id.name), variables(&attribute.value));
        }
    }
    out
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    collect(pattern, &mut out);
    out
}

fn collect(pattern: &Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        collect_expression(expression, out);
    }
}

fn collect_expression(expression: &Expression<&str>, out: &mut BTreeSet<String>) {
    let inline = match expression {
        Expression::Inline(inline) => inline,
        Expression::Select { selector, variants } => {
            variants.iter().for_each(|variant| collect(&variant.value, out));
            selector
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            out.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                if let InlineExpression::VariableReference { id } = argument {
                    out.insert(id.name.to_owned());
                }
            }
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, out),
        _ => {}
    }
}
