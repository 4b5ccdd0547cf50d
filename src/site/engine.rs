//! The template engine with the functions that templates call: `t` for words, `link` for addresses, `num` for numbers.

use tera::{Kwargs, State, Tera, TeraResult};

use super::address;
use super::error::SiteError;
use super::guard;
use super::theme::Theme;
use crate::i18n::{self, Arg, Lang};

/// All templates of a theme, checked together: an unknown function, parent or include is found here.
pub(super) fn engine(theme: &Theme) -> Result<Tera, SiteError> {
    let mut tera = Tera::new();
    tera.register_function("t", words);
    tera.register_function("link", link);
    guard::register(&mut tera);
    tera.register_function("num", |kw: Kwargs, state: &State<'_>| -> TeraResult<String> {
        Ok(grouped(kw.must_get("n")?, language(&kw, state)?))
    });
    let mut texts = Vec::new();
    for (name, bytes) in theme.templates() {
        let text = std::str::from_utf8(bytes).map_err(|error| SiteError::Template {
            name: name.to_owned(),
            line: Some(bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1),
            message: error.to_string(),
        })?;
        texts.push((name, guard::guarded(text)));
    }
    tera.add_raw_templates(texts).map_err(|error| SiteError::template("templates", &error))?;
    Ok(tera)
}

/// `lang=…`, else the page's language.
fn language(kw: &Kwargs, state: &State<'_>) -> TeraResult<Lang> {
    let code = match kw.get::<String>("lang")? {
        Some(code) => code,
        None => state.get::<String>("lang")?.unwrap_or_default(),
    };
    Lang::from_code(&code).ok_or_else(|| tera::Error::message(format!("no language {code:?}")))
}

/// `t(key=…)`: the words of that name. `n` chooses the plural and is shown as `{ $count }`, grouped as the language does;
/// any other argument is put in under its own name.
fn words(kw: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let key: &str = kw.must_get("key")?;
    let lang = language(&kw, state)?;
    let mut args: Vec<(&str, Arg<'_>)> = Vec::new();
    if let Some(n) = kw.get::<i64>("n")? {
        args.push(("n", Arg::Number(n)));
        args.push(("count", grouped(n, lang).into()));
    }
    for (name, value) in kw.iter() {
        if let (Some(name), Some(text)) = (name.as_str(), value.as_str()) {
            args.push((name, text.into()));
        }
    }
    i18n::message(lang, key, &args)
        .ok_or_else(|| tera::Error::message(format!("no message {key:?} in {}", lang.code())))
}

/// `link(to=…)`: from the page that is being written to a file of the site; below the `base` of a page that has one.
fn link(kw: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let to: &str = kw.must_get("to")?;
    if let Some(base) = state.get::<String>("base")? {
        return Ok(address::absolute(&base, to));
    }
    Ok(address::relative(&state.get::<String>("path")?.unwrap_or_default(), to))
}

/// A number with its thousands grouped: by a narrow no-break space in French, by a comma in English.
pub(super) fn grouped(n: i64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Fr => '\u{202f}',
        Lang::En => ',',
    };
    let digits = n.unsigned_abs().to_string();
    let mut out = if n < 0 { "\u{2212}".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(1_234_567, Lang::En), "1,234,567");
        assert_eq!(grouped(12_345, Lang::Fr), "12\u{202f}345");
        assert_eq!(grouped(999, Lang::Fr), "999");
    }
}
