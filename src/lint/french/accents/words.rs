//! The words of French prose, with what their neighbourhood says about them.

use std::borrow::Cow;
use std::ops::Range;

use crate::lint::french::prose::BLOT;
use crate::text::french::french;

/// One word, or several joined by hyphens that the dictionary has as one.
pub(super) struct Word<'a> {
    /// Its bytes in the document.
    pub range: Range<usize>,
    /// As it is written.
    pub typed: &'a str,
    /// In lower case.
    pub lower: Cow<'a, str>,
    /// Which sentence, line or cell it is in: words of one have the same number.
    pub sentence: usize,
    /// Whether it begins a sentence, a line, a title or a part of one.
    pub first: bool,
    /// Whether a digit or a sign of code touches it, or an apostrophe follows.
    pub part: bool,
    /// What stands right behind it, white space left out; `\n` at the end of a line.
    pub after: char,
}

impl Word<'_> {
    /// Whether it is a name, an acronym or an identifier rather than a word of the language.
    pub fn is_name(&self) -> bool {
        let mut letters = self.typed.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        self.part || letters.any(char::is_uppercase) || capital && !self.first
    }

    /// `form` with a capital where the word has one.
    pub fn cased(&self, form: &str) -> String {
        let mut letters = form.chars();
        match letters.next().filter(|_| self.typed.starts_with(char::is_uppercase)) {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => form.to_owned(),
        }
    }
}

/// The words of `text`, in order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word<'_>> = Vec::new();
    let mut sentence = 0;
    let mut first = true;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_alphabetic() {
            if matches!(c, '.' | '?' | '!' | ':' | ';' | '(' | ')' | '|' | '"' | '«' | '»' | '“' | '”' | '\n') {
                sentence += 1;
            }
            // A comma or a word before it is what keeps a capital from beginning anything.
            first = match c {
                ',' | '\'' | '’' | '-' | '0'..='9' => false,
                _ => first || !c.is_whitespace() || c == '\n',
            };
            if c == BLOT {
                first = false;
            }
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|&(_, c)| c.is_alphabetic()) {
            end = at + c.len_utf8();
        }
        let before = text[..start].chars().next_back().unwrap_or('\n');
        let next = text[end..].chars().next().unwrap_or('\n');
        let code = |c: char| c.is_numeric() || "_$@#\\=+~^<>{}[]".contains(c) || c == BLOT;
        let after = text[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']).chars().next().unwrap_or('\n');
        out.push(Word {
            range: start..end,
            typed: &text[start..end],
            lower: lower(&text[start..end]),
            sentence,
            first,
            part: code(before) || code(next) || next == '\'' || next == '’',
            after: if after == '\r' { '\n' } else { after },
        });
        first = false;
    }
    join(text, out)
}

/// A word in lower case; most words of a text are.
fn lower(word: &str) -> Cow<'_, str> {
    match word.chars().any(char::is_uppercase) {
        true => Cow::Owned(word.to_lowercase()),
        false => Cow::Borrowed(word),
    }
}

/// Joins words with hyphens where the dictionary has the whole (peut-être); elsewhere (write-back) each is left alone
/// unless the others are French.
fn join<'a>(text: &'a str, words: Vec<Word<'a>>) -> Vec<Word<'a>> {
    let mut out: Vec<Word<'a>> = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let mut chain = vec![word];
        while let Some(next) =
            words.next_if(|next| chain.last().is_some_and(|last| &text[last.range.end..next.range.start] == "-"))
        {
            chain.push(next);
        }
        if chain.len() == 1 {
            out.append(&mut chain);
            continue;
        }
        let range = chain[0].range.start..chain[chain.len() - 1].range.end;
        let lower = lower(&text[range.clone()]);
        let whole = french().contains(&lower) || !french().accented(&lower).is_empty();
        let foreign = |word: &Word<'_>| !french().contains(&word.lower) && french().accented(&word.lower).is_empty();
        if whole {
            let (sentence, first) = (chain[0].sentence, chain[0].first);
            let (part, after) = (chain.iter().any(|word| word.part), chain[chain.len() - 1].after);
            out.push(Word { range: range.clone(), typed: &text[range], lower, sentence, first, part, after });
        } else {
            let mixed = chain.iter().any(foreign);
            out.extend(chain.into_iter().map(|word| Word { part: word.part || mixed, ..word }));
        }
    }
    out
}
