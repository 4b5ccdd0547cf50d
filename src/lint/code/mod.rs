//! Whether a piece of code is in the language that its label says, as it stands or as part of something larger.
//!
//! Interview questions show snippets: an expression, some statements, members of a class, an object's fields, with `...` for
//! what is left out and `<id>` for what the reader puts in. A snippet is at fault only when no such reading of it parses.

mod data;
mod grammar;
mod snippet;
mod sql;
mod tree;

pub use grammar::Grammar;

/// Code longer than this (bytes) is data or a whole program, and is not looked at.
const LONGEST: usize = 64 * 1024;

/// Where a piece of code stops making sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Byte of the code, at a character's border.
    pub at: usize,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong with a piece of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// This bracket or word is missing.
    Expected(String),
    /// This does not belong here.
    Unexpected(String),
    /// This bracket is never closed.
    Unclosed(String),
    /// `await` in a function that is not `async`.
    Await,
    /// Something that has no short name.
    Other,
}

/// The first fault of `code` as the language `label`; `None` when some reading of it parses, or when nothing here knows the
/// language.
pub fn fault(label: &str, code: &str) -> Option<Fault> {
    judge(label, code, false)
}

/// The same of code that is known to be in another language, so that what a grammar only tolerates is no reading of it:
/// `Body: { a: 1, b: 2 }` is a label and a literal to it.
pub fn fault_of_other(label: &str, code: &str) -> Option<Fault> {
    judge(label, code, true)
}

fn judge(label: &str, code: &str, strictly: bool) -> Option<Fault> {
    let grammar = grammar::find(label)?;
    if code.trim().is_empty() || code.len() > LONGEST {
        return None;
    }
    match grammar {
        Grammar::Json => data::json(code),
        Grammar::Yaml => data::yaml(code),
        // Brackets that do not match are the plainer fault.
        Grammar::Tree(language) => {
            tree::fault(language, code, strictly).or_else(|| language.second.and_then(|look| look(code)))
        }
    }
}

/// Whether something here can tell code in the language `label` from what is not.
pub fn known(label: &str) -> bool {
    grammar::find(label).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_programs_are_code() {
        let mut wrong = Vec::new();
        for (label, code) in [
            ("js", "{ id: 7, name: 'Zoé' }"),
            ("js", "id: 7,\nname: 'Zoé',\n..."),
            ("js", "const rows = await db.query(...);\nreturn rows;"),
            ("js", "get total() { return this.sum; }\nreset() { ... }"),
            ("js", "try { ... } finally { close(); }"),
            ("js", "function f(x: number): string { return `${x}`; }"),
            ("js", "open(name, mode?);"),
            ("jsx", "<Row key={id} />\n<Row key={other} />"),
            ("ts", "name: string;\nage?: number;"),
            ("python", "return await fetch(url)"),
            ("python", "    indented = True\n    again()"),
            ("python", ">>> def f(x):\n...     return x\n>>> f(2)\n2 is what it prints (yes"),
            ("python", "'key': 1,\n'other': [...],"),
            ("json", "{ \"data\": [...], // more\n  \"next\": <cursor> }"),
            ("json", "\"a\": 1,\n\"b\": 2"),
            ("json", "{\"a\": 1}\n{\"a\": 2}"),
            ("yaml", "a: 1\n---\nb: {{ value }}\n..."),
            ("bash", "$ curl -H 'X: y' <url>\n{\"ok\": (yes\n$ echo done"),
            ("go", "if err != nil {\n\treturn err\n}"),
            ("go", "Name string `json:\"name\"`\nAge int"),
            ("rust", "let x = y?;\nSome(x)"),
            ("rust", "Some(0) => stop(),\n_ => {}"),
            ("java", "@Override public int size() { return 0; }"),
            ("java", "var list = List.of(1, 2);\nfor (var x : list) { ... }"),
            ("sql", "WHERE id = <id>"),
            ("sql", "SELECT ... FROM orders WHERE ..."),
            ("sql", "SELECT id FROM jobs WHERE due < now() - interval '1 day' FOR UPDATE SKIP LOCKED;"),
            ("sql", "ALTER TABLE t ADD INDEX i (a), ALGORITHM=INPLACE; EXPLAIN (ANALYZE, BUFFERS) SELECT 1;"),
        ] {
            wrong.extend(fault(label, code).map(|fault| format!("{label}: {code}: {fault:?}")));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn faults_have_a_place_and_a_reason() {
        let place = |code: &str, fault: Fault| (code[..fault.at].lines().count().max(1), fault.what);
        for (label, code, line, what) in [
            ("js", "const a = [1, 2;\nuse(a);", 1, What::Unclosed("[".to_owned())),
            ("js", "f(1));\n", 1, What::Unexpected(")".to_owned())),
            ("js", "rows.forEach(row => {\n  await save(row);\n});", 2, What::Await),
            ("json", "{\"a\": 1 \"b\": 2}", 1, What::Unexpected("\"b\"".to_owned())),
            ("python", "def f(:\n    pass", 1, What::Unclosed("(".to_owned())),
            ("sql", "SELECT 1; -- one\n  SELCT id FROM orders;", 2, What::Unexpected("SELCT".to_owned())),
            ("sql", "SELECT 1;\nSELECT id,, name FROM orders;", 2, What::Unexpected(",".to_owned())),
            ("sql", "SELECT id FROM orders WHER total > 5;", 1, What::Unexpected("total".to_owned())),
            ("go", "func main() {\n\tfmt.Println(\"hi\"\n}", 2, What::Unclosed("(".to_owned())),
        ] {
            let found = fault(label, code).expect(code);
            assert_eq!(place(code, found), (line, what), "{label}: {code}");
        }
        assert_eq!(fault("cobol", "("), None);
    }
}
