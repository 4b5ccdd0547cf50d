//! Usage errors in the reader's language.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use passerelle::i18n::{Arg, Lang, text};
use passerelle::text::nearest;

/// What is wrong with the arguments, what was probably meant, and where to read more.
pub(super) fn explain(error: &Error, lang: Lang) -> String {
    let get = |kind| error.get(kind).map(words).unwrap_or_default();
    let first = |kind| get(kind).into_iter().next().unwrap_or_default();
    let say = |key: &str, args: &[(&str, String)]| {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        text(lang, key, &args)
    };
    let option = first(ContextKind::InvalidArg);
    let wrong = match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = near(&option, &get(ContextKind::SuggestedArg));
            with_nearest(say("cli-error-unknown-option", &[("option", option)]), near, lang)
        }
        ErrorKind::InvalidSubcommand => {
            let command = first(ContextKind::InvalidSubcommand);
            let near = near(&command, &get(ContextKind::SuggestedSubcommand));
            with_nearest(say("cli-error-unknown-command", &[("command", command)]), near, lang)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (value, known) = (first(ContextKind::InvalidValue), get(ContextKind::ValidValue));
            let meant = near(&value, &known);
            match (value.is_empty(), known.is_empty()) {
                (true, _) => say("cli-error-no-value", &[("option", option)]),
                (false, true) => say("cli-error-bad-value", &[("option", option), ("value", value)]),
                (false, false) => with_nearest(
                    say(
                        "cli-error-unknown-value",
                        &[("option", option), ("value", value), ("known", known.join(", "))],
                    ),
                    meant,
                    lang,
                ),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            say("cli-error-missing", &[("arguments", get(ContextKind::InvalidArg).join(" "))])
        }
        ErrorKind::MissingSubcommand => {
            say("cli-error-missing-command", &[("known", get(ContextKind::ValidSubcommand).join(", "))])
        }
        ErrorKind::ArgumentConflict => {
            say("cli-error-conflict", &[("option", option), ("other", get(ContextKind::PriorArg).join(" "))])
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say("cli-error-number-of-values", &[("option", option)])
        }
        _ => error.render().to_string().trim_start_matches("error: ").trim_end().to_owned(),
    };
    format!("{wrong}\n{}", text(lang, "cli-error-see-help", &[]))
}

/// The one of `known` that was probably meant; what the parser itself suggests is often far off.
fn near(word: &str, known: &[String]) -> Option<String> {
    nearest(word, known.iter().map(String::as_str)).map(str::to_owned)
}

fn with_nearest(wrong: String, near: Option<String>, lang: Lang) -> String {
    match near {
        Some(near) => format!("{wrong} {}", text(lang, "cli-error-nearest", &[("nearest", near.into())])),
        None => wrong,
    }
}

fn words(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(word) => vec![word.clone()],
        ContextValue::Strings(words) => words.clone(),
        other => Some(other.to_string()).filter(|word| !word.is_empty()).into_iter().collect(),
    }
}
