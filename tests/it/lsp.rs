//! The language server as an editor sees it: a real client, and the protocol by hand.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::cli::{passerelle, project, run, stdout};
use crate::programs::{all_there, python, runs};

#[test]
fn a_real_client_is_served_in_both_units() {
    if !all_there(&[("pygls", runs(python(), &["-c", "import pygls.lsp.client"]))]) {
        return;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lsp/editor.py");
    for units in ["utf-16", "utf-8"] {
        let folder = project();
        let mut client = Command::new(python());
        client.arg(&script).arg(units).args([env!("CARGO_BIN_EXE_passerelle"), "lsp", "--stdio"]);
        let output = client.current_dir(folder.path()).output().expect("python");
        assert!(output.status.success(), "{units}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// A server and the two ends of its pipes.
struct Server {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    next: i64,
    /// Notifications and requests of the server that came between.
    heard: Vec<Value>,
}

impl Server {
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut command = passerelle(folder);
        let mut child = command
            .args(args)
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let (input, output) = (child.stdin.take(), child.stdout.take().expect("a pipe"));
        Self { child, input, output: BufReader::new(output), next: 0, heard: Vec::new() }
    }

    /// A server that was greeted by an editor with these abilities.
    fn greeted(folder: &Path, capabilities: &Value) -> Self {
        let mut server = Self::start(folder, &["--locale", "en"]);
        let greeting = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        assert!(server.ask("initialize", greeting).get("result").is_some());
        server.tell("initialized", json!({}));
        server
    }

    fn raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("open");
        input.write_all(bytes).and_then(|()| input.flush()).expect("the server listens");
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).expect("the server speaks") > 0, "the server is gone");
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", value)) => length = value.parse().expect("a length"),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("a body");
        serde_json::from_slice(&body).expect("JSON")
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.receive();
            if message.get("id") == Some(&json!(id)) && message.get("method").is_none() {
                return message;
            }
            self.heard.push(message);
        }
    }

    /// The next message that passes; those before it count too.
    fn until(&mut self, test: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + Duration::from_secs(120);
        loop {
            if let Some(at) = self.heard.iter().position(&test) {
                return self.heard.drain(..=at).next_back().expect("it is there");
            }
            assert!(Instant::now() < end, "nothing such in time");
            let message = self.receive();
            self.heard.push(message);
        }
    }

    /// The findings of a document, once its rules are such.
    fn findings(&mut self, uri: &str, test: impl Fn(&[&str]) -> bool) -> Vec<Value> {
        let rules = |message: &Value| -> bool {
            let of = |finding: &Value| finding["code"].as_str().map(str::to_owned);
            let found = message["params"]["diagnostics"].as_array().cloned().unwrap_or_default();
            let rules: Vec<String> = found.iter().filter_map(of).collect();
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
                && test(&rules.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let message = self.until(rules);
        message["params"]["diagnostics"].as_array().cloned().expect("a list")
    }

    fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn actions(&mut self, uri: &str, finding: &Value) -> Vec<Value> {
        let params = json!({
            "textDocument": { "uri": uri },
            "range": finding["range"],
            "context": { "diagnostics": [] },
        });
        self.ask("textDocument/codeAction", params)["result"].as_array().cloned().expect("a list")
    }

    /// The exit status once the server is gone.
    fn ends(mut self) -> Option<i32> {
        drop(self.input.take());
        self.child.wait().expect("it ends").code()
    }
}

fn uri(folder: &Path, name: &str) -> String {
    format!("file://{}", folder.canonicalize().expect("a folder").join(name).display())
}

fn code(answer: &Value) -> i64 {
    answer["error"]["code"].as_i64().expect("an error")
}

#[test]
fn what_is_not_understood_is_refused_and_nothing_else_happens() {
    let folder = project();
    let mut server = Server::start(folder.path(), &[]);
    assert_eq!(code(&server.ask("textDocument/hover", json!({}))), -32002, "not initialized");
    let greeting = json!({ "capabilities": { "general": { "positionEncodings": 3 } }, "locale": 7 });
    let answer = server.ask("initialize", greeting.clone());
    assert_eq!(answer["result"]["capabilities"]["positionEncoding"], "utf-16");
    assert_eq!(code(&server.ask("initialize", greeting)), -32600);
    server.raw(b"Content-Length: 9\r\n\r\n{not json");
    assert_eq!(code(&server.until(|message| message.get("error").is_some())), -32700);
    server.raw(b"Content-Length: 5\r\n\r\n[1,2]rubbish\r\n");
    assert_eq!(code(&server.until(|message| message.get("error").is_some())), -32700);
    assert_eq!(code(&server.until(|message| message.get("error").is_some())), -32700);
    assert_eq!(code(&server.ask("passerelle/none", Value::Null)), -32601);
    assert_eq!(code(&server.ask("textDocument/hover", json!({ "textDocument": [] }))), -32602);
    let nowhere = json!({ "textDocument": { "uri": "file:///none.md" }, "position": { "line": 0, "character": 0 } });
    for method in ["hover", "definition", "typeDefinition", "references", "completion"] {
        assert_eq!(server.ask(&format!("textDocument/{method}"), nowhere.clone())["result"], Value::Null, "{method}");
    }
    for (method, params) in [
        ("textDocument/didOpen", json!({ "textDocument": 1 })),
        ("textDocument/didChange", json!({ "textDocument": { "uri": "file:///none.md", "version": 1 } })),
        ("textDocument/didClose", Value::Null),
        ("$/cancelRequest", json!({ "id": 77 })),
        ("none/such", json!([])),
    ] {
        server.tell(method, params);
    }
    server.send(&json!({ "jsonrpc": "2.0", "id": "x", "result": null }));
    assert_eq!(server.ask("shutdown", Value::Null)["result"], Value::Null);
    assert_eq!(code(&server.ask("shutdown", Value::Null)), -32600, "it is shut down already");
    server.tell("exit", Value::Null);
    assert_eq!(server.ends(), Some(0));
}

#[test]
fn leaving_without_a_word_is_an_error() {
    let folder = project();
    let mut server = Server::greeted(folder.path(), &json!({}));
    server.tell("exit", Value::Null);
    assert_eq!(server.ends(), Some(1));
    assert_eq!(Server::greeted(folder.path(), &json!({})).ends(), Some(1), "the stream broke off");
}

#[test]
fn line_ends_and_wide_characters_keep_their_places() {
    let folder = project();
    let text = "\u{feff}---\r\nlang: fr\r\n---\r\n# 𝄞𝄞 Une requete ?\r\n\r\nOui.\r\n\r\n```js\r\nlet a = 1;\r\n";
    let uri = uri(folder.path(), "content/fr/portée.md");
    let mut server = Server::greeted(folder.path(), &json!({}));
    server.open(&uri, text);
    let found = server.findings(&uri, |rules| rules.contains(&"missing-accent"));
    let of = |rule: &str| found.iter().find(|finding| finding["code"] == rule).cloned().expect(rule);
    let accent = of("missing-accent");
    assert_eq!(accent["range"]["start"], json!({ "line": 3, "character": 11 }));
    assert_eq!(accent["range"]["end"], json!({ "line": 3, "character": 18 }));
    let open = of("unclosed-fence");
    let fix = server.actions(&uri, &open).into_iter().find(|action| action.to_string().contains("```\\r\\n"));
    let fix = fix.or_else(|| server.actions(&uri, &open).into_iter().next()).expect("a fix");
    let edits = fix["edit"]["changes"][&uri].as_array().expect("edits").clone();
    assert!(edits.iter().all(|edit| !edit["newText"].as_str().expect("text").replace("\r\n", "").contains('\n')));
    // The same faults where every line was typed by itself, and no line is longer than the editor says.
    let typed = json!({
        "textDocument": { "uri": uri, "version": 2 },
        "contentChanges": [
            { "range": { "start": { "line": 3, "character": 4 }, "end": { "line": 3, "character": 6 } }, "text": "" },
            { "range": { "start": { "line": 8, "character": 999 }, "end": { "line": 999, "character": 0 } }, "text": "\r\n```\r\n" },
        ],
    });
    server.tell("textDocument/didChange", typed);
    let found = server.findings(&uri, |rules| !rules.contains(&"unclosed-fence"));
    let accent = found.iter().find(|finding| finding["code"] == "missing-accent").expect("the accent");
    assert_eq!(accent["range"]["start"], json!({ "line": 3, "character": 9 }));
}

#[test]
fn the_disk_counts_where_the_editor_says_nothing() {
    let folder = project();
    let twin = folder.path().join("content/en/twin.md");
    let text = "---\nlang: en\n---\n# What is idempotency?\n\nThe same request, repeated, changes nothing more.\n";
    fs::write(&twin, text).expect("a file");
    let uri = uri(folder.path(), "content/en/twin.md");
    let mut server = Server::greeted(folder.path(), &json!({}));
    server.open(&uri, text);
    server.findings(&uri, |rules| rules.contains(&"duplicate-question"));
    // Deleted, but open: the editor's text counts.
    fs::remove_file(&twin).expect("it is there");
    server.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    server.findings(&uri, |rules| rules.contains(&"duplicate-question"));
    fs::remove_file(folder.path().join("content/en/idempotency.md")).expect("it is there");
    server.tell("workspace/didChangeWatchedFiles", json!({ "changes": [] }));
    server.findings(&uri, |rules| !rules.contains(&"duplicate-question"));
    server.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    server.findings(&uri, |rules| rules.is_empty());
}

#[test]
fn an_editor_shows_what_lint_says() {
    let folder = project();
    let text = "---\nlang: fr\ndificulty: advanced\nallow:\n  duplicate-question: un essai\n---\n# Qu'est-ce que l'idempotence ?\n\nUne requete.\n\n```\nlet a = 1;\n";
    let name = "content/fr/seau.md";
    fs::write(folder.path().join(name), text).expect("a file");
    let lint = run(folder.path(), &["lint", "--format", "jsonl"]);
    let said = stdout(&lint);
    let mut wanted: Vec<(String, u64, u64)> = said
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a record"))
        .filter(|record| record["path"] == name)
        .map(|record| {
            let number = |key: &str| record[key].as_u64().expect("a number") - 1;
            (record["rule"].as_str().expect("a rule").to_owned(), number("line"), number("column"))
        })
        .collect();
    wanted.sort();
    assert!(wanted.iter().any(|(rule, ..)| rule == "missing-accent"), "{said}");
    assert!(!wanted.iter().any(|(rule, ..)| rule == "unused-suppression"), "{said}");
    let uri = uri(folder.path(), name);
    let mut server = Server::greeted(folder.path(), &json!({}));
    server.open(&uri, "");
    server.findings(&uri, |rules| rules.is_empty());
    let whole = json!({ "textDocument": { "uri": uri, "version": 2 }, "contentChanges": [{ "text": text }] });
    server.tell("textDocument/didChange", whole);
    // At once, of the text by itself; then the same, when all of the collection was read with this text.
    for _ in 0..2 {
        let found = server.findings(&uri, |rules| rules.contains(&"missing-accent"));
        let place = |finding: &Value| {
            let number = |key: &str| finding["range"]["start"][key].as_u64().expect("a number");
            (finding["code"].as_str().expect("a rule").to_owned(), number("line"), number("character"))
        };
        let mut shown: Vec<_> = found.iter().map(place).collect();
        shown.sort();
        assert_eq!(shown, wanted);
    }
}

#[test]
fn settings_count_from_when_they_are_written() {
    let folder = project();
    let uri_of = |name: &str| uri(folder.path(), name);
    let (question, settings) = (uri_of("content/en/new.md"), uri_of("passerelle.yaml"));
    let mut server = Server::greeted(folder.path(), &json!({}));
    server.open(&question, "---\nlang: en\n---\n# What is a saga?\n");
    server.findings(&question, |rules| rules.contains(&"missing-answer"));
    fs::write(folder.path().join("passerelle.yaml"), "lnit: {}\n").expect("a file");
    server.tell("textDocument/didSave", json!({ "textDocument": { "uri": question } }));
    server.until(|message| message["method"] == "window/showMessage");
    let found = server.findings(&settings, |rules| rules.contains(&"config-unknown-key"));
    assert!(found[0]["message"].as_str().expect("text").contains("lnit"), "{found:?}");
    // Open in the editor, and not saved.
    server.open(&settings, "lint:\n  missing-anwser: off\n");
    let found = server.findings(&settings, |rules| rules.contains(&"unknown-rule"));
    assert!(found[0]["message"].as_str().expect("text").contains("missing-answer"), "{found:?}");
    assert_eq!(found[0]["range"]["start"], json!({ "line": 1, "character": 2 }));
    let whole = json!({
        "textDocument": { "uri": settings, "version": 2 },
        "contentChanges": [{ "text": "lint:\n  missing-answer: off\n" }],
    });
    server.tell("textDocument/didChange", whole);
    server.findings(&question, |rules| !rules.contains(&"missing-answer"));
    server.findings(&settings, |rules| rules.is_empty());
}

#[test]
fn a_document_of_no_project_is_looked_at_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::greeted(folder.path(), &json!({}));
    let alone = uri(folder.path(), "notes.md");
    server.open(&alone, "# What is a saga?\n\n# What is a saga?\n\nSteps that can be undone.\n");
    let found = server.findings(&alone, |rules| rules.contains(&"missing-answer"));
    assert!(found.iter().any(|finding| finding["code"] == "duplicate-question"), "{found:?}");
    server.open("untitled:Untitled-1", "# What is a saga?\n");
    server.findings("untitled:Untitled-1", |rules| rules.contains(&"missing-answer"));
    // What is about something else is left alone.
    let other = uri(folder.path(), "compose.yaml");
    server.open(&other, "services:\n  web:\n    image: [\n");
    assert_eq!(server.findings(&other, |_| true), Vec::<Value>::new());
}

#[test]
fn a_suppression_is_written_where_its_reason_can_be_typed() {
    let folder = project();
    let uri = uri(folder.path(), "content/en/new.md");
    let able = json!({ "workspace": { "workspaceEdit": { "documentChanges": true, "snippetEditSupport": true } } });
    let mut server = Server::greeted(folder.path(), &able);
    server.open(&uri, "---\nid: saga\nlang: en\n---\n# What is a saga?\n");
    let found = server.findings(&uri, |rules| rules.contains(&"missing-answer"));
    let missing = found.iter().find(|finding| finding["code"] == "missing-answer").expect("the finding");
    let actions = server.actions(&uri, missing);
    let allow = actions.iter().find(|action| action["title"].as_str().is_some_and(|title| title.starts_with("Allow")));
    let change = &allow.expect("the action")["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"]["version"], 1);
    assert_eq!(change["edits"][0]["snippet"]["value"], "allow:\n  missing-answer: ${1:…}\n");
}

#[test]
fn the_editor_says_which_language_unless_the_user_did() {
    let folder = project();
    let uri = uri(folder.path(), "content/en/new.md");
    for (args, locale, word) in [
        (&["--locale", "en"][..], json!("fr"), "answer"),
        (&[][..], json!("fr-CA"), "réponse"),
        (&[][..], json!("de"), "answer"),
        (&[][..], Value::Null, "answer"),
    ] {
        let mut server = Server::start(folder.path(), args);
        server.ask("initialize", json!({ "capabilities": {}, "locale": locale }));
        server.open(&uri, "---\nlang: en\n---\n# What is a saga?\n");
        let found = server.findings(&uri, |rules| rules.contains(&"missing-answer"));
        let said = found.iter().map(|finding| finding["message"].to_string()).collect::<String>();
        assert!(said.contains(word), "{locale}: {said}");
    }
}

#[test]
fn help_tells_of_it_in_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    for (lang, word) in [("en", "editor"), ("fr", "éditeur")] {
        let help = stdout(&run(folder.path(), &["--locale", lang, "lsp", "--help"]));
        assert!(help.contains(word) && help.contains("--stdio"), "{help}");
    }
}
