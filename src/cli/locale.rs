//! The language of the messages.

use std::ffi::OsString;

use passerelle::i18n::Lang;

/// `--locale` if there is one (found before the arguments are parsed, since help and usage errors need it), else the
/// environment, by the rules of POSIX; English where nothing says.
pub(super) fn of(words: &[OsString]) -> Lang {
    asked(words).or_else(environment).unwrap_or(Lang::En)
}

fn asked(words: &[OsString]) -> Option<Lang> {
    let mut words = words.iter().skip(1).map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        if word == "--locale" {
            return Lang::from_code(&words.next()?);
        }
        if let Some(code) = word.strip_prefix("--locale=") {
            return Lang::from_code(code);
        }
    }
    None
}

/// The first of these that is set decides, even when it is `C`.
fn environment() -> Option<Lang> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    Lang::from_code(&set?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_is_found_in_both_forms() {
        let words = |list: &[&str]| list.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(asked(&words(&["p", "lint", "--locale", "fr"])), Some(Lang::Fr));
        assert_eq!(asked(&words(&["p", "--locale=en", "lint"])), Some(Lang::En));
        assert_eq!(asked(&words(&["p", "--", "--locale", "fr"])), None);
    }
}
