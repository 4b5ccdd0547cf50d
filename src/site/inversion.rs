//! Titles are broken into lines where that reads well.

use std::sync::OnceLock;

use regex::{Captures, Regex};

use crate::i18n::Lang;

/// Longer words (in characters) may break at their hyphen: the narrowest screens have no room for them.
const LONGEST: usize = 20;

/// A title's HTML with French inversions (`évite-t-il`, `est-ce`) kept on one line. Markup rather than no-break hyphens or
/// joiners: whoever copies the title or looks for it in the page means plain hyphens.
pub(super) fn unbroken(html: &str, lang: Lang) -> String {
    static INVERSION: OnceLock<Regex> = OnceLock::new();
    if lang != Lang::Fr || !html.contains('-') {
        return html.to_owned();
    }
    // Tags and code are matched first, and left alone.
    let inversion = INVERSION.get_or_init(|| {
        let pattern = r"<code>[^<]*</code>|<[^>]*>|(?i:\p{L}[\p{L}’]*(?:-t)?-(?:ce|elles?|ils?|je|nous|on|tu|vous))\b";
        Regex::new(pattern).expect("the pattern is a constant")
    });
    let keep = |found: &Captures<'_>| match &found[0] {
        // The first word never stands at the end of a line.
        first if html.starts_with(first) => first.to_owned(),
        other if other.starts_with('<') || other.chars().count() > LONGEST => other.to_owned(),
        word => format!("<span class=\"whole\">{word}</span>"),
    };
    inversion.replace_all(html, keep).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inversions_stay_whole() {
        let fr = |html: &str| unbroken(html, Lang::Fr);
        assert_eq!(
            fr("Qu’est-ce que le cache évite-t-il\u{202f}?"),
            "Qu’est-ce que le cache <span class=\"whole\">évite-t-il</span>\u{202f}?"
        );
        for left in [
            "L’aller-retour et le sous-réseau",
            "<code>est-ce</code> et <em title=\"dit-on\">-il</em>",
            "redistribueraient-elles",
            "porte-ilot",
        ] {
            assert_eq!(fr(left), left);
        }
        assert_eq!(unbroken("est-ce", Lang::En), "est-ce");
    }
}
