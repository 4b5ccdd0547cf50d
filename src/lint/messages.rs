//! Interface messages (Project Fluent) as a tree with places.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant};
use fluent_syntax::parser::{self, ParserError};

use crate::diagnostic::{Diagnostic, Place};
use crate::i18n::Lang;
use crate::source::Source;

/// The messages of one language.
pub struct Messages<'a> {
    /// Their language.
    pub lang: Lang,
    /// Their text.
    pub source: Source,
    /// Each value and attribute: its name (`key` or `key.attribute`) with what it says.
    pub values: Vec<(String, Pattern<&'a str>)>,
    /// What does not parse.
    pub errors: Vec<ParserError>,
    text: &'a str,
}

impl<'a> Messages<'a> {
    /// The messages in a text; what does not parse is left out.
    pub fn parse(lang: Lang, text: &'a str) -> Self {
        let (resource, errors) = match parser::parse(text) {
            Ok(resource) => (resource, Vec::new()),
            Err(both) => both,
        };
        let mut values = Vec::new();
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name;
            values.extend(message.value.map(|value| (key.to_owned(), value)));
            let attributes = message.attributes.into_iter();
            values.extend(attributes.map(|attribute| (format!("{key}.{}", attribute.id.name), attribute.value)));
        }
        let name = format!("i18n/{}.ftl", lang.code());
        Self { lang, source: Source::new(&name, &name, text), values, errors, text }
    }

    /// A finding at a stretch of the text.
    pub fn finding(&self, rule: &'static str, range: std::ops::Range<usize>) -> Diagnostic {
        let (line, column) = self.source.position(range.start);
        let (end_line, end_column) = self.source.position(range.end.max(range.start));
        Diagnostic::new(rule, &self.source.name, Place { line, column, end_line, end_column })
    }

    /// Where a piece of a message stands in the text that it was read from.
    pub fn range(&self, piece: &str) -> std::ops::Range<usize> {
        let start = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len());
        start..(start + piece.len()).min(self.text.len())
    }
}

/// The pieces of text of a message, those of all its branches.
pub fn pieces<'a>(pattern: &Pattern<&'a str>) -> Vec<&'a str> {
    let mut out = Vec::new();
    walk(pattern, &mut |element| {
        if let PatternElement::TextElement { value } = element {
            out.push(*value);
        }
    });
    out
}

/// The branchings of a message: the variable that chooses, where one does, and the branches.
pub fn branchings<'p, 'a>(pattern: &'p Pattern<&'a str>) -> Vec<(Option<&'a str>, &'p [Variant<&'a str>])> {
    let mut out = Vec::new();
    walk(pattern, &mut |element| {
        if let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element {
            let by = match selector {
                InlineExpression::VariableReference { id } => Some(id.name),
                _ => None,
            };
            out.push((by, variants.as_slice()));
        }
    });
    out
}

fn walk<'p, 'a>(pattern: &'p Pattern<&'a str>, see: &mut dyn FnMut(&'p PatternElement<&'a str>)) {
    for element in &pattern.elements {
        see(element);
        if let PatternElement::Placeable { expression: Expression::Select { variants, .. } } = element {
            variants.iter().for_each(|variant| walk(&variant.value, see));
        }
    }
}
