//! Text that Anki shows as it is.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Field text that Anki takes as it is: composed (NFC), without field separators, and with the brackets escaped that
/// Anki obeys even inside code.
pub fn inert(html: &str) -> String {
    const TRAPS: &[&str] = &["[latex]", "[/latex]", "[$", "[/$", "[sound:", "[anki:"];
    let kept = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    // Below U+0300, and in the punctuation that French spacing uses, every character is composed: no table is needed.
    let composed = |c: char| c < '\u{300}' || ('\u{2002}'..='\u{206f}').contains(&c);
    let html: String = if html.chars().all(|c| composed(c) && kept(c)) || is_nfc(html) && html.chars().all(kept) {
        html.to_owned()
    } else {
        // A character that no text has is shown as one, instead of ending the field.
        html.nfc().map(|c| if c == '\0' { '\u{fffd}' } else { c }).filter(|&c| kept(c)).collect()
    };
    if !html.contains(['[', '{']) {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    for (at, c) in html.char_indices() {
        let trap = |trap: &&str| html.get(at..at + trap.len()).is_some_and(|text| text.eq_ignore_ascii_case(trap));
        match c {
            '[' if TRAPS.iter().any(trap) => out.push_str("&#91;"),
            '{' if html[at + 1..].starts_with('{') => out.push_str("&#123;"),
            _ => out.push(c),
        }
    }
    out
}

/// Field text for the inside of a gap, where `}}` would end it and `::` begin a hint.
pub fn inert_in_cloze(html: &str) -> String {
    inert(html).replace("}", "&#125;").replace("::", "&#58;&#58;").replace("{", "&#123;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_field_is_obeyed() {
        assert_eq!(
            inert("[sound:a.mp3] [LaTeX]x[/latex] [$]y[/$] a[0]"),
            "&#91;sound:a.mp3] &#91;LaTeX]x&#91;/latex] &#91;$]y&#91;/$] a[0]"
        );
        assert_eq!(inert("{{Front}} e\u{301}\u{1f}\0"), "&#123;{Front}} é\u{fffd}");
        assert_eq!(inert("{{{"), "&#123;&#123;{");
        assert_eq!(inert_in_cloze("std::x {{c1::y}}"), "std&#58;&#58;x &#123;&#123;c1&#58;&#58;y&#125;&#125;");
    }
}
