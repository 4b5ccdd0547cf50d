//! The loop of a session: messages in, answers and findings out, deadlines between them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use lsp_server::{ErrorCode, Message, Notification, Request, Response};
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde_json::{Value, json};

use super::client::Client;
use super::known::Known;
use super::open::Open;
use super::transport::{self, Received};
use super::trouble::Trouble;
use super::{Ended, Options, publish, requests};

/// How long changes are gathered before a document is looked at.
const GATHER: Duration = Duration::from_millis(30);

/// How long it has to be quiet before the whole collection is read again.
const QUIET: Duration = Duration::from_millis(300);

/// What the loop waits for.
enum Event {
    Received(Received),
    /// The stream ended.
    End,
    /// A project was read.
    Read(PathBuf, Box<Result<Known, Trouble>>),
}

/// A project that a document is open of.
pub struct Project {
    /// The last that could be read of it.
    pub known: Known,
    /// Why it cannot be read now.
    pub trouble: Option<Trouble>,
    /// When to read it again.
    due: Option<Instant>,
    /// Whether it is being read.
    busy: bool,
}

/// All that a server knows.
pub struct Session {
    options: Options,
    /// What the editor is; `None` before `initialize`.
    pub client: Option<Client>,
    /// The open documents by their addresses.
    pub open: BTreeMap<String, Open>,
    /// The projects around them.
    pub projects: BTreeMap<PathBuf, Project>,
    /// Around documents that no project is around.
    pub nothing: Known,
    /// The documents with a new text that was not looked at yet, and when to do so.
    fresh: BTreeSet<String>,
    due: Option<Instant>,
    /// The files outside the editor that findings were published for.
    pub marked: BTreeSet<PathBuf>,
    shut: bool,
    events: Sender<Event>,
    /// Threads of their own for whole collections, so that no look at one document waits for them.
    apart: Option<Arc<ThreadPool>>,
}

/// Serves one editor.
pub fn run(mut input: impl BufRead + Send + 'static, mut output: impl Write, options: Options) -> io::Result<Ended> {
    let (events, inbox) = channel();
    let reader = events.clone();
    thread::spawn(move || {
        while let Ok(Some(received)) = transport::read(&mut input) {
            if reader.send(Event::Received(received)).is_err() {
                return;
            }
        }
        let _ = reader.send(Event::End);
    });
    let root = options.root.as_ref().map(|root| root.canonicalize().unwrap_or_else(|_| root.clone()));
    let mut session = Session {
        options: Options { root, ..options },
        client: None,
        open: BTreeMap::new(),
        projects: BTreeMap::new(),
        nothing: Known::nothing(),
        fresh: BTreeSet::new(),
        due: None,
        marked: BTreeSet::new(),
        shut: false,
        events,
        // Without threads of their own, whole collections are read on those of all.
        apart: ThreadPoolBuilder::new().num_threads(rayon::current_num_threads()).build().ok().map(Arc::new),
    };
    session.serve(&inbox, &mut output)
}

impl Session {
    fn serve(&mut self, inbox: &Receiver<Event>, output: &mut impl Write) -> io::Result<Ended> {
        loop {
            let mut out = Vec::new();
            match self.next(inbox) {
                Some(Event::Received(Received::Message(Message::Notification(n)))) if n.method == "exit" => break,
                Some(Event::End) => break,
                Some(Event::Received(Received::Message(message))) => self.take(message, &mut out),
                Some(Event::Received(Received::Malformed(reason))) => transport::refuse(output, &reason)?,
                Some(Event::Read(root, read)) => self.read(root, *read, &mut out),
                None => {}
            }
            self.work(&mut out);
            for message in out {
                message.write(output)?;
            }
        }
        Ok(if self.shut { Ended::Orderly } else { Ended::Abruptly })
    }

    /// The next event; `None` when something is due.
    fn next(&self, inbox: &Receiver<Event>) -> Option<Event> {
        let waiting = self.projects.values().filter(|project| !project.busy).filter_map(|project| project.due);
        let Some(due) = waiting.chain(self.due).min() else { return Some(inbox.recv().unwrap_or(Event::End)) };
        match inbox.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Event::End),
        }
    }

    /// Does what is due.
    fn work(&mut self, out: &mut Vec<Message>) {
        let now = Instant::now();
        if self.due.is_some_and(|due| due <= now) {
            self.look(out);
        }
        let due = |project: &Project| !project.busy && project.due.is_some_and(|due| due <= now);
        let roots: Vec<PathBuf> =
            self.projects.iter().filter(|(_, project)| due(project)).map(|(root, _)| root.clone()).collect();
        for root in roots {
            let unsaved = self.unsaved(&root);
            if let Some(project) = self.projects.get_mut(&root) {
                (project.due, project.busy) = (None, true);
            }
            let (events, apart, now) = (self.events.clone(), self.apart.clone(), self.options.now);
            thread::spawn(move || {
                let all = || Known::all(&root, &unsaved, now);
                let read = apart.map_or_else(all, |threads| threads.install(all));
                // The receiver goes only when the session ends.
                let _ = events.send(Event::Read(root, Box::new(read)));
            });
        }
    }

    /// Looks at the documents with a new text, and publishes what is found.
    pub fn look(&mut self, out: &mut Vec<Message>) {
        self.due = None;
        for uri in std::mem::take(&mut self.fresh) {
            if let Some(open) = self.open.get_mut(&uri) {
                let known = known(&self.projects, &self.nothing, open);
                open.look(known);
            }
            publish::document(self, &uri, out);
        }
    }

    fn read(&mut self, root: PathBuf, read: Result<Known, Trouble>, out: &mut Vec<Message>) {
        let Some(project) = self.projects.get_mut(&root) else { return };
        project.busy = false;
        let before = project.trouble.take();
        match read {
            Ok(known) => {
                // Other settings or concepts may find other things in the same text.
                self.open
                    .values_mut()
                    .filter(|open| open.root.as_ref() == Some(&root))
                    .for_each(|open| open.seen = None);
                project.known = known;
            }
            Err(trouble) => project.trouble = Some(trouble),
        }
        publish::trouble(self, &root, before, out);
        let here = self.open.values().filter(|open| open.root.as_ref() == Some(&root));
        self.fresh.extend(here.map(|open| open.uri.0.clone()));
        self.look(out);
    }

    fn take(&mut self, message: Message, out: &mut Vec<Message>) {
        match message {
            Message::Request(request) => {
                let id = request.id.clone();
                let response = match self.answer(request, out) {
                    Ok(result) => Response::new_ok(id, result),
                    Err((code, said)) => Response::new_err(id, code as i32, said),
                };
                out.push(response.into());
            }
            Message::Notification(notification) if self.client.is_some() && !self.shut => self.hear(notification, out),
            // What was asked of the editor is not needed again.
            Message::Notification(_) | Message::Response(_) => {}
        }
    }

    fn answer(&mut self, request: Request, out: &mut Vec<Message>) -> Result<Value, (ErrorCode, String)> {
        match (request.method.as_str(), &self.client) {
            _ if self.shut => Err((ErrorCode::InvalidRequest, "shut down".to_owned())),
            ("initialize", None) => {
                let client = Client::new(&request.params, self.options.asked, self.options.usual);
                self.client = Some(client);
                Ok(serde_json::to_value(client.served()).unwrap_or_default())
            }
            ("initialize", Some(_)) => Err((ErrorCode::InvalidRequest, "initialized already".to_owned())),
            (_, None) => Err((ErrorCode::ServerNotInitialized, "not initialized".to_owned())),
            ("shutdown", Some(_)) => {
                self.shut = true;
                Ok(Value::Null)
            }
            (_, Some(_)) => {
                // Places in an answer are those of the present text.
                self.look(out);
                requests::answer(self, &request.method, request.params)
            }
        }
    }

    /// Notifications have no answer, so that what cannot be read of them is passed over.
    fn hear(&mut self, notification: Notification, out: &mut Vec<Message>) {
        let Some(client) = self.client else { return };
        match notification.method.as_str() {
            "initialized" if client.watches => out.push(watch()),
            "textDocument/didOpen" => {
                let Ok(params) = serde_json::from_value(notification.params) else { return };
                let lsp_types::DidOpenTextDocumentParams { text_document } = params;
                let open = Open::new(text_document, self.options.root.as_deref());
                let uri = open.uri.0.clone();
                self.join(&open);
                self.open.insert(uri.clone(), open);
                self.fresh.insert(uri);
                self.look(out);
            }
            "textDocument/didChange" => {
                let Ok(params) = serde_json::from_value(notification.params) else { return };
                let lsp_types::DidChangeTextDocumentParams { text_document, content_changes } = params;
                let uri = text_document.text_document_identifier.uri.0;
                let Some(open) = self.open.get_mut(&uri) else { return };
                open.version = text_document.version;
                open.change(content_changes, client.units);
                let root = open.root.clone();
                self.fresh.insert(uri);
                self.due.get_or_insert_with(|| Instant::now() + GATHER);
                self.again(root.iter());
            }
            "textDocument/didClose" => {
                let Ok(params) = serde_json::from_value(notification.params) else { return };
                let lsp_types::DidCloseTextDocumentParams { text_document } = params;
                let Some(open) = self.open.remove(&text_document.uri.0) else { return };
                publish::nothing(open.uri, out);
                self.again(open.root.iter());
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" | "workspace/didChangeConfiguration" => {
                let roots: Vec<PathBuf> = self.projects.keys().cloned().collect();
                self.again(roots.iter());
            }
            _ => {}
        }
    }

    /// Gets to know the project around a document that is about to be open.
    fn join(&mut self, open: &Open) {
        let Some(root) = open.root.clone() else { return };
        if !self.projects.contains_key(&root) {
            let mut unsaved = self.unsaved(&root);
            unsaved.insert(open.source.name.clone(), super::open::whole(&open.source));
            // What stands in the way is told when all of the project is read.
            let known = Known::settings(&root, &unsaved).unwrap_or_else(|_| Known::nothing());
            self.projects.insert(root.clone(), Project { known, trouble: None, due: None, busy: false });
        }
        if let Some(project) = self.projects.get_mut(&root) {
            project.due = Some(Instant::now());
        }
    }

    /// Has projects read again once it is quiet.
    fn again<'a>(&mut self, roots: impl Iterator<Item = &'a PathBuf>) {
        for root in roots {
            let in_use = self.open.values().any(|open| open.root.as_ref() == Some(root));
            if let Some(project) = self.projects.get_mut(root).filter(|_| in_use) {
                project.due = Some(Instant::now() + QUIET);
            }
        }
    }

    /// The editor's texts of the documents of a project, by name.
    fn unsaved(&self, root: &PathBuf) -> BTreeMap<String, String> {
        let here = self.open.values().filter(|open| open.root.as_ref() == Some(root));
        here.map(|open| (open.source.name.clone(), super::open::whole(&open.source))).collect()
    }

    /// What is known around a document.
    pub fn known(&self, open: &Open) -> &Known {
        known(&self.projects, &self.nothing, open)
    }
}

fn known<'a>(projects: &'a BTreeMap<PathBuf, Project>, nothing: &'a Known, open: &Open) -> &'a Known {
    open.root.as_ref().and_then(|root| projects.get(root)).map_or(nothing, |project| &project.known)
}

/// Asks the editor to tell of changes on the disk. Which files matter is decided by reading them again.
fn watch() -> Message {
    let pattern = json!({ "globPattern": "**/*.{csv,json,jsonl,lock,markdown,md,text,txt,yaml,yml,avif,gif,jpeg,jpg,png,svg,webp}" });
    let registration = json!({
        "id": "files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": { "watchers": [pattern] },
    });
    let params = json!({ "registrations": [registration] });
    Request::new("watch".to_owned().into(), "client/registerCapability".to_owned(), params).into()
}
