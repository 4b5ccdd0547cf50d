//! GNU gettext's catalogues: `msgid` and its translation `msgstr`, each perhaps on several lines.

use super::Pair;
use super::orient::orient;

/// The translated messages of a catalogue; unfinished (`fuzzy`), obsolete and empty ones are left out.
pub fn read(text: &str) -> Vec<Pair> {
    let mut rows = Vec::new();
    let mut message = Message::default();
    for line in text.lines().map(str::trim) {
        if line.starts_with('#') {
            message.close(&mut rows);
            message.fuzzy |= line.starts_with("#,") && line.contains("fuzzy");
        } else if let Some(rest) = line.strip_prefix("msgid ") {
            message.close(&mut rows);
            message.id = unquoted(rest);
            message.part = Part::Id;
        } else if let Some(rest) = line.strip_prefix("msgstr ").or_else(|| line.strip_prefix("msgstr[0] ")) {
            message.translation = unquoted(rest);
            message.part = Part::Translation;
        } else if line.starts_with('"') {
            match message.part {
                Part::Id => message.id += &unquoted(line),
                Part::Translation => message.translation += &unquoted(line),
                Part::Other => {}
            }
        } else if line.is_empty() {
            message.close(&mut rows);
        } else {
            message.part = Part::Other;
        }
    }
    message.close(&mut rows);
    orient(&rows)
}

#[derive(Default, PartialEq)]
enum Part {
    #[default]
    Other,
    Id,
    Translation,
}

#[derive(Default)]
struct Message {
    id: String,
    translation: String,
    fuzzy: bool,
    part: Part,
}

impl Message {
    /// Keeps the message once its translation is there; comments before it stay with it.
    fn close(&mut self, rows: &mut Vec<Vec<String>>) {
        let begun = self.part != Part::Other || !self.translation.is_empty();
        let done = std::mem::take(self);
        if !begun {
            self.fuzzy = done.fuzzy;
        } else if !done.fuzzy && !done.id.is_empty() && !done.translation.is_empty() {
            rows.push(vec![done.id, done.translation]);
        }
    }
}

/// The text in a quoted string of C.
fn unquoted(quoted: &str) -> String {
    let mut out = String::new();
    let mut chars = quoted.trim().trim_start_matches('"').chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n' | 't' | 'r') => out.push(' '),
                other => out.extend(other),
            },
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_finished_messages_are_pairs() {
        let text = r#"
msgid ""
msgstr "Language: fr\n"

#: a.py:1
msgid "The server "
"is \"down\"."
msgstr "Le serveur "
"est en panne."

#, fuzzy
msgid "The cache"
msgstr "Le serveur"

msgid "one of the files"
msgid_plural "%d of the files"
msgstr[0] "un des fichiers"
msgstr[1] "%d des fichiers"

#~ msgid "the old"
#~ msgstr "le vieux"
"#;
        let pairs = read(text);
        let seen: Vec<_> = pairs.iter().map(|pair| (&*pair.fr, &*pair.en)).collect();
        assert_eq!(
            seen,
            [("Le serveur est en panne.", "The server is \"down\"."), ("un des fichiers", "one of the files")]
        );
    }
}
