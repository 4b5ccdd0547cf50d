//! The command line with its help in the reader's language: every text is a message of `i18n/*.ftl`.

use clap::{Arg, ArgAction, Command, CommandFactory};
use passerelle::i18n::{Lang, message, text};

use super::args::Args;

/// The whole command line. Texts are `cli-COMMAND` for a command and `cli-COMMAND-ARGUMENT` or `cli-arg-ARGUMENT` for an
/// argument.
pub(super) fn command(lang: Lang) -> Command {
    let version = own_flag("version", 'V', ArgAction::Version);
    localise(Args::command().arg(version), lang, true)
}

/// `--help` and `--version` of our own, because the built-in ones speak English only.
fn own_flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).short(short).long(name).action(action)
}

fn localise(command: Command, lang: Lang, top: bool) -> Command {
    let name = command.get_name().to_owned();
    let say = |key: &str| text(lang, key, &[]);
    let usage = say("cli-heading-usage");
    let commands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .about(say(&format!("cli-{name}")))
        .arg(own_flag("help", 'h', ArgAction::Help))
        .help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"))
        .subcommand_help_heading(say("cli-heading-commands"))
        .subcommand_value_name(say("cli-value-command"));
    if top {
        command = command.after_help(say("cli-after-help"));
    }
    let args: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for id in args {
        command = command.mut_arg(&id, |arg| localise_arg(arg, &name, lang));
    }
    for sub in commands {
        command = command.mut_subcommand(&sub, |sub| localise(sub, lang, false));
    }
    command
}

fn localise_arg(arg: Arg, command: &str, lang: Lang) -> Arg {
    let id = arg.get_id().to_string().replace('_', "-");
    let key = [format!("cli-{command}-{id}"), format!("cli-arg-{id}")];
    let said = key.iter().find_map(|key| message(lang, key, &[]));
    let mut help = said.unwrap_or_else(|| text(lang, &key[1], &[]));
    let takes_values = arg.get_action().takes_values();
    let list = |values: &[String]| values.join(", ");
    let known: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if !known.is_empty() && takes_values {
        help += &format!(" [{}]", text(lang, "cli-known-values", &[("values", list(&known).into())]));
    }
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if !defaults.is_empty() && takes_values {
        help += &format!(" [{}]", text(lang, "cli-default-value", &[("value", list(&defaults).into())]));
    }
    let heading = match (arg.is_positional(), arg.is_global_set()) {
        (true, _) => "cli-heading-arguments",
        (false, false) => "cli-heading-options",
        (false, true) => "cli-heading-global",
    };
    let arg = arg.help(help).help_heading(text(lang, heading, &[]));
    if takes_values { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        fn check(command: &Command) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && !about.contains('{'), "{}: {about}", command.get_name());
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty() && !help.contains('{'), "{} {}: {help}", command.get_name(), arg.get_id());
            }
            command.get_subcommands().for_each(check);
        }
        for lang in Lang::ALL {
            let command = command(lang);
            check(&command);
            command.debug_assert();
        }
    }
}
