//! Which language a piece of code is in, for the labels that fixes propose.

use std::sync::OnceLock;

use regex::Regex;

/// What speaks for a language, the most telling first: the first row that matches a line decides.
const SIGNS: &[(&str, &str)] = &[
    (
        "bash",
        r"^(\$ |#!/bin/|#!/usr/bin/env (ba)?sh|(sudo|npm|npx|docker|kubectl|curl|git|cargo|pip|apt-get|export) \S)",
    ),
    (
        "http",
        r"^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) +(/|https?:)|^HTTP/[0-9]|^/api/|^[a-z0-9]+(\.[a-z0-9-]+)*\.(com|org|net)(/|$|\s)",
    ),
    ("text", r"→|⇒|[├└│┌┐─]|^[A-Za-z ]+ --?> [A-Za-z ]+$"),
    (
        "sql",
        r"(?i)^(-- .*|select .+ from|select \*|insert into|update \w+ set|delete from|create (unique )?(table|index|view)|alter table|explain( analyze)? |begin;|with \w+ as \()",
    ),
    ("protobuf", r#"^(syntax = "proto|message \w+ \{|service \w+ \{|\s*rpc \w+)"#),
    ("nginx", r"^\s*(location [~^=]*\s*/|upstream \w+ \{|server \{|proxy_\w+ |limit_req|add_header |listen [0-9])"),
    ("redis", r"^(SET|GET|INCR|EXPIRE|ZADD|ZRANGE|HSET|LPUSH|XADD|SADD|MULTI|WATCH|SETEX|BRPOP) [\w:$]+"),
    ("python", r"^\s*(def \w+\(.*\).*:|from \w[\w.]* import |import \w+$|class \w+(\(.*\))?:|print\(|@\w+$|elif .*:)"),
    ("go", r"^(package \w+$|func (\(\w+ \*?\w+\) )?\w+\(|\s*\w+(, \w+)* := )"),
    ("rust", r"^\s*(pub )?(fn \w+|let mut |impl |use \w+::|struct \w+ \{$)"),
    ("java", r"^\s*(@\w+.*|(public|private|protected) (static |final )*[\w<>\[\], ]+[ (]\w*.*)$"),
    ("typescript", r"^\s*(interface \w+ \{|type \w+ = |.*: (string|number|boolean|Promise<\w+>)[;,)= ])"),
    (
        "javascript",
        r"^\s*((const|let|var) \S|(async )?function\b|await |return\b.*;|try \{|if \(.*\)|\}? ?(else|catch)|[\w.]+\(.*\);?|[\w.]+\(.*[({]$)|=>|\);$|console\.|require\(",
    ),
    ("css", r"^\s*[.#]?[\w-]+ \{$|^\s*[a-z-]+: [^;]+;$"),
    ("http", r"^[A-Z][A-Za-z]*(-[A-Za-z]+)+: \S|^(Accept|Authorization|Cookie|Host|Location|Link): \S|^HTTP"),
    ("html", r"(?i)^\s*<(!doctype|html|head|body|div|p|a|form|script|link|meta)\b"),
    ("yaml", r"^\s*(- )?[a-zA-Z_][\w-]*:( \S.*)?$"),
];

fn signs() -> &'static [(&'static str, Regex)] {
    static COMPILED: OnceLock<Vec<(&'static str, Regex)>> = OnceLock::new();
    COMPILED.get_or_init(|| {
        let compile = |pattern: &str| Regex::new(&format!("(?m){pattern}")).expect("a valid pattern");
        SIGNS.iter().map(|&(lang, pattern)| (lang, compile(pattern))).collect()
    })
}

/// The language that `code` is probably in, or `None` when nothing in it says.
pub fn guess(code: &str) -> Option<&'static str> {
    let code = &dedent(code);
    let structured = code.trim_start().starts_with(['{', '[']);
    if structured && serde_json::from_str::<serde_json::Value>(code).is_ok() {
        return Some("json");
    }
    signs().iter().find(|(_, sign)| sign.is_match(code)).map(|&(lang, _)| lang)
}

/// `code` without the indentation that all its lines have.
fn dedent(code: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let common = code.lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    code.lines().map(|line| line.get(common..).unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn telling_lines() {
        for (code, lang) in [
            ("GET /orders/7 HTTP/1.1\nAccept: application/json", "http"),
            ("SELECT name FROM parts WHERE id = 3;", "sql"),
            ("const total = lines.reduce((sum, line) => sum + line.price, 0);", "javascript"),
            ("{\"sku\": 12}", "json"),
            ("browser → cache → shop", "text"),
            ("def total(lines):\n    return sum(lines)", "python"),
            ("services:\n  shop:\n    image: shop", "yaml"),
        ] {
            assert_eq!(guess(code), Some(lang), "{code}");
        }
        assert_eq!(guess("some words"), None);
    }
}
