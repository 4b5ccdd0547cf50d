//! Other texts of a snippet, byte for byte as long, in which what is left out or put in later is something a parser takes.

use std::sync::OnceLock;

use regex::Regex;

/// The texts to try, the snippet itself first.
pub fn readings(code: &str) -> Vec<String> {
    let mut out = vec![code.to_owned()];
    for text in
        [elided(code, false), elided(code, true), elided(&placeholders(code), false), elided(&placeholders(code), true)]
    {
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

/// What closes code of a single line that only opens something: the head of a loop, the first tag of an element.
pub fn cut_off(code: &str) -> Option<String> {
    let line = code.trim();
    if line.contains('\n') {
        return None;
    }
    match line.strip_prefix('<') {
        Some(tag) => {
            let name: String = tag.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-')).collect();
            Some(format!("</{name}>"))
        }
        None => line.ends_with('{').then(|| "\n}".to_owned()),
    }
}

/// `code` without its marks for what is left out: an operand where one must stand (everywhere with `operands`), else blank.
pub fn elided(code: &str, operands: bool) -> String {
    static MARK: OnceLock<Regex> = OnceLock::new();
    let mark = MARK.get_or_init(|| Regex::new(r"\.{3,}|…|\[(?:\.\.\.|…)\]").expect("a valid pattern"));
    masked(code, mark, |before, after, all| {
        let alone = line_of(before, after).is_empty();
        let spread =
            after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '[' | '{' | '\'' | '"'));
        if spread && !alone {
            return all.to_owned();
        }
        let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let needed = before.trim_end().ends_with(['=', ':', '?', '+', '-', '*', '/', '&', '|', '<', '>', '!'])
            || matches!(
                word.to_ascii_lowercase().as_str(),
                "return" | "in" | "of" | "case" | "select" | "from" | "where"
            );
        if needed || operands && !alone { operand(all.len()) } else { " ".repeat(all.len()) }
    })
}

/// `code` with a name for each `<what to put here>`, `{{ value }}`, `${VALUE}` and `(/* condition */)`.
pub fn placeholders(code: &str) -> String {
    static MARK: OnceLock<Regex> = OnceLock::new();
    let pattern = r"<@?\p{L}[^<>\n=;{}]{0,48}>|\{\{[^{}\n]*\}\}|\$\{\w+\}|\[[a-z]+(?:[ _-][a-z]+)+\]|%\w+%|[(=]\s*/\*[^*\n]*\*/|\?[,)]";
    let mark = MARK.get_or_init(|| Regex::new(pattern).expect("a valid pattern"));
    masked(code, mark, |_, _, all| match all.strip_prefix(['(', '=', '?']) {
        // A parameter that may be left out: `open(name, mode?)`.
        Some(rest) if all.starts_with('?') => format!(" {rest}"),
        Some(rest) => format!("{}{}", &all[..1], operand(rest.len())),
        None => operand(all.len()),
    })
}

/// The commands of a session: without prompts, and without the output between them. As it is when no line has a prompt.
pub fn session(code: &str, prompts: &[&str]) -> String {
    let prompt = |line: &str| {
        let start = line.trim_start();
        let sign = prompts.iter().find(|prompt| start.starts_with(**prompt)).map(|prompt| prompt.len());
        // `user@host:~$ ` before a command of a shell.
        let host = || {
            let end = start.find("$ ").filter(|_| prompts.contains(&"$ "))?;
            (start[..end].contains('@') && !start[..end].contains(' ')).then_some(end + 2)
        };
        sign.or_else(host).map(|length| line.len() - start.len() + length)
    };
    if !code.lines().any(|line| prompt(line).is_some()) {
        return code.to_owned();
    }
    let mut out = String::with_capacity(code.len());
    let mut continued = false;
    for line in code.split_inclusive('\n') {
        let (blank, kept) = match prompt(line) {
            Some(end) => line.split_at(end),
            None if continued => ("", line),
            None => line.split_at(line.trim_end_matches('\n').len()),
        };
        out.push_str(&" ".repeat(blank.len()));
        out.push_str(kept);
        continued = kept.trim_end().ends_with('\\');
    }
    out
}

/// Code with the lines that `rustdoc` hides in a page, `# use x;`, shown.
pub fn unhidden(code: &str) -> String {
    let line = |line: &str| match line.strip_prefix("# ") {
        Some(rest) => format!("  {rest}"),
        None if line.trim_end() == "#" => line.replacen('#', " ", 1),
        None => line.to_owned(),
    };
    code.split_inclusive('\n').map(line).collect()
}

/// What stands on the line around a mark.
fn line_of(before: &str, after: &str) -> String {
    let left = before.rsplit('\n').next().unwrap_or_default().trim();
    let right = after.split('\n').next().unwrap_or_default().trim();
    [left, right].concat()
}

/// A name of `length` bytes, as a number too where a language has no names.
fn operand(length: usize) -> String {
    format!("{:<length$}", "x")
}

fn masked(code: &str, mark: &Regex, with: impl Fn(&str, &str, &str) -> String) -> String {
    let mut out = String::with_capacity(code.len());
    let mut at = 0;
    for found in mark.find_iter(code) {
        out.push_str(&code[at..found.start()]);
        out.push_str(&with(&code[..found.start()], &code[found.end()..], found.as_str()));
        at = found.end();
    }
    out.push_str(&code[at..]);
    out
}
