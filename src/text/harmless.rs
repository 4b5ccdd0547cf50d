//! Text that a terminal shows and does not obey.

use std::borrow::Cow;

/// `text` with its control characters (but line ends and tabs) and its marks of writing direction made visible: `ESC` as
/// `␛`, others without a picture of their own (Unicode block "Control Pictures") as `�`.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| shown(c) == c) { text.into() } else { text.chars().map(shown).collect::<String>().into() }
}

fn shown(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '␡',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_to_obey() {
        assert_eq!(harmless("\u{1b}[31mé\r\u{7f}\u{9b}\u{202e}\n\t"), "␛[31mé␍␡��\n\t");
        assert!(matches!(harmless("plain – « text »\n"), Cow::Borrowed(_)));
    }
}
