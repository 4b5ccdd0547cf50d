//! French spacing, at render time only: sources are typed with plain spaces or none, and a `?` must never begin a line.
//!
//! A narrow no-break space (U+202F) before `;` `!` `?`, a no-break space (U+00A0) before `:` and inside « », and the
//! apostrophe (’) that few keyboards have, as in the Imprimerie nationale's *Lexique des règles typographiques*.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::text::ELISIONS;

const NARROW: char = '\u{202f}';
const WIDE: char = '\u{a0}';

/// A name, a title or another text without markup, set as its language wants.
pub fn typeset(text: &str, lang: Lang) -> Cow<'_, str> {
    match lang {
        Lang::Fr => typography(text, None),
        Lang::En => Cow::Borrowed(text),
    }
}

/// French prose with its no-break spaces and apostrophes; `before` is the character that stands before `text` on its line, if any.
///
/// A plain space in the right place becomes a no-break one; a `?`, `!` or `;` glued to the end of a word gets one; a typewriter's
/// apostrophe between letters becomes a printer's.
/// Code-like text (`a != b`, `x?.y`, addresses) is left alone.
pub fn typography(text: &str, before: Option<char>) -> Cow<'_, str> {
    if !text.contains(['?', '!', ';', ':', '«', '»', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut previous = before;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            ' ' => {
                let mut after = rest.chars();
                let mark = after.next();
                let space = match mark {
                    Some('?' | '!' | ';') if ends_clause(after.next()) => NARROW,
                    Some(':') if ends_clause(after.next()) => WIDE,
                    Some('»') => WIDE,
                    _ if previous == Some('«') => WIDE,
                    _ => ' ',
                };
                // A line may break after a hyphen, even before a space that is none (Unicode Standard Annex 14, LB12a).
                if space != ' ' && previous == Some('-') {
                    out.push('\u{2060}');
                }
                out.push(if previous == Some(' ') { ' ' } else { space });
            }
            '?' | '!' | ';' => {
                if previous.is_some_and(ends_word) && closes(rest) && !in_address(text, at) {
                    out.push(NARROW);
                }
                out.push(c);
            }
            ':' => {
                if glued(&text[..at]) && rest.chars().next().is_none_or(char::is_whitespace) {
                    out.push(WIDE);
                }
                out.push(c);
            }
            '\'' => out.push(if elides(&text[..at], rest) && !in_address(text, at) { '’' } else { c }),
            '»' => {
                if previous.is_some_and(|p| !p.is_whitespace() && p != '«') {
                    out.push(WIDE);
                }
                out.push(c);
            }
            '«' => {
                out.push(c);
                if rest.chars().next().is_some_and(|next| !next.is_whitespace()) {
                    out.push(WIDE);
                }
            }
            _ => out.push(c),
        }
        previous = Some(c);
    }
    Cow::Owned(out)
}

/// Whether the character after a mark shows that the mark ends a clause rather than being part of an operator.
fn ends_clause(after: Option<char>) -> bool {
    after.is_none_or(|c| c.is_whitespace() || matches!(c, '»' | '”' | '"' | ')' | ']' | '*' | '…' | '?' | '!'))
}

/// Whether a colon right after this is glued to a word of prose, as English has it: letters alone, or the end of a quotation.
/// The name of a header or a key has other signs in it.
fn glued(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '«' | '“' | '’' | '\''))
        .next()
        .unwrap_or_default();
    word.ends_with('»') || word.chars().nth(1).is_some() && word.chars().all(char::is_alphabetic)
}

fn ends_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ')' | ']' | '»' | '”' | '"' | '…' | '%')
}

/// Whether a run of marks (`?!`, `???`) is followed by the end of a clause.
fn closes(rest: &str) -> bool {
    ends_clause(rest.trim_start_matches(['?', '!']).chars().next())
}

/// Whether an apostrophe between these two joins words. At the end of a text, code or emphasis may follow: what stands before it
/// tells.
fn elides(before: &str, rest: &str) -> bool {
    match rest.chars().next() {
        Some(next) => (next.is_alphabetic() || next == '«') && before.ends_with(char::is_alphabetic),
        None => {
            let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            ELISIONS.contains(&word.to_lowercase().as_str())
        }
    }
}

fn in_address(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(char::is_whitespace).unwrap_or(0);
    text[start..at].contains("://")
}

#[cfg(test)]
mod tests {
    use super::typography;

    #[test]
    fn spaces_before_high_punctuation() {
        for (plain, set) in [
            ("Pourquoi ?", "Pourquoi\u{202f}?"),
            ("Pourquoi?", "Pourquoi\u{202f}?"),
            ("Quoi?!", "Quoi\u{202f}?!"),
            ("Non ; oui !", "Non\u{202f}; oui\u{202f}!"),
            ("Deux cas : un, deux", "Deux cas\u{a0}: un, deux"),
            ("« ça » ou «ça»", "«\u{a0}ça\u{a0}» ou «\u{a0}ça\u{a0}»"),
            ("(vraiment?)", "(vraiment\u{202f}?)"),
            ("déjà\u{202f}?", "déjà\u{202f}?"),
            ("X- : un", "X-\u{2060}\u{a0}: un"),
            ("Attention: danger", "Attention\u{a0}: danger"),
            ("«un»: deux", "«\u{a0}un\u{a0}»\u{a0}: deux"),
            ("L'API d'aujourd'hui", "L’API d’aujourd’hui"),
            ("l'«état»", "l’«\u{a0}état\u{a0}»"),
            // Code follows.
            ("Lorsqu'", "Lorsqu’"),
        ] {
            assert_eq!(typography(plain, None), set);
        }
    }

    #[test]
    fn code_and_addresses_are_left_alone() {
        for text in [
            "a != b",
            "x?.y, f(a)!.b",
            "https://exemple.fr/?q=1",
            "https://exemple.fr/page?",
            "std::vec",
            "12:30",
            "Cache-Control: no-store",
            "user_id: 7",
            "'a'",
            "f'(x)",
            "https://exemple.fr/l'été",
            "''",
            "x'",
        ] {
            assert_eq!(typography(text, None), text);
        }
    }

    #[test]
    fn a_mark_after_other_markup_sees_what_stands_before_it() {
        assert_eq!(typography("?", Some('e')), "\u{202f}?");
        assert_eq!(typography("?", None), "?");
    }
}
