//! The site from memory, up to date when a source changes; loopback only.
//!
//! Pages are made when they are asked for (`stage`), so that an edit costs no more than reading one document. An open page
//! asks for changes (`reload`) by the hash of what it shows, and is told when it would show anything else.

mod answer;
mod reload;
mod stage;
mod watch;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::i18n::Lang;
use crate::source::Source;
use stage::{Change, Message};

pub use stage::Project;
pub use watch::{Watched, watch};

/// How long a page's question for changes stays open before it is answered with "none".
const POLL: Duration = Duration::from_secs(20);

/// How many requests are answered at a time; questions for changes are not counted.
const WORKERS: usize = 4;

/// How often the site changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Version {
    number: u64,
    /// Whether what depends on the whole collection (links, the search index) is up to date.
    settled: bool,
}

struct State {
    stage: Sender<Message>,
    version: Mutex<Version>,
    changed: Condvar,
    lang: Lang,
}

impl State {
    fn version(&self) -> MutexGuard<'_, Version> {
        // A panic elsewhere cannot leave a version half written.
        self.version.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for another version than `known`, until `end` at most; the version then.
    fn wait(&self, known: Version, end: Instant) -> Version {
        let mut version = self.version();
        while *version == known {
            let Some(left) = end.checked_duration_since(Instant::now()) else { break };
            version = self.changed.wait_timeout(version, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        *version
    }

    fn change(&self, change: Change, settled: bool) {
        // The stage ends with the last server.
        let _ = self.stage.send(Message::Change(change));
        self.tell(settled);
    }

    fn tell(&self, settled: bool) {
        let mut version = self.version();
        *version = Version { number: version.number + 1, settled };
        drop(version);
        self.changed.notify_all();
    }
}

/// A web server on this machine's loopback address, which nobody else can reach.
pub struct Server {
    http: Arc<tiny_http::Server>,
    state: Arc<State>,
}

impl Server {
    /// Listens on `port`; 0 takes a free one. Error pages are in `lang`.
    ///
    /// # Errors
    /// When the port is taken or may not be used.
    pub fn bind(port: u16, lang: Lang) -> Result<Self, Failure> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let http = tiny_http::Server::http(address).map_err(|error| {
            let error = error.downcast::<std::io::Error>().map_or_else(std::io::Error::other, |error| *error);
            Failure::io("port", address.to_string(), &error).with("port", port.to_string())
        })?;
        let (stage, messages) = channel();
        std::thread::spawn(move || stage::run(&messages, lang));
        let (version, changed) = (Mutex::default(), Condvar::new());
        Ok(Self { http: Arc::new(http), state: Arc::new(State { stage, version, changed, lang }) })
    }

    /// The address to open in a browser.
    pub fn url(&self) -> String {
        format!("http://{}/", self.http.server_addr())
    }

    /// Shows a collection that was read as a whole, or why it could not be (plain text, a message a line). Pages that this
    /// changes reload. `settled` tells that nothing has changed since, and that pages made of the whole collection are
    /// worth making.
    pub fn show(&self, project: Result<Project, String>, settled: bool) {
        self.state.change(Change::Show(Box::new(project)), settled);
    }

    /// Shows the same collection by other templates.
    pub fn theme(&self, theme: BTreeMap<String, Vec<u8>>) {
        let settled = self.state.version().settled;
        self.state.change(Change::Theme(theme), settled);
    }

    /// Shows documents with another text, as far as that can be told from them alone ([`Collection::reread`]): whether it
    /// can. The whole collection is expected to be shown next. `now` is in seconds since 1970.
    ///
    /// [`Collection::reread`]: crate::pipeline::Collection::reread
    pub fn reread(&self, sources: Vec<Source>, now: i64) -> bool {
        let (done, answer) = channel();
        let sent = self.state.stage.send(Message::Change(Change::Reread(sources, now, done))).is_ok();
        let any = sent && answer.recv().unwrap_or(false);
        if any {
            self.state.tell(false);
        }
        any
    }

    /// Why a page cannot be made, tried with one of each kind.
    pub fn check(&self) -> Option<String> {
        let (reply, answer) = channel();
        self.state.stage.send(Message::Check(reply)).ok()?;
        answer.recv().ok().flatten()
    }

    /// Begins to answer, on threads of its own.
    pub fn start(&self) {
        for _ in 0..WORKERS {
            let (http, state) = (Arc::clone(&self.http), Arc::clone(&self.state));
            std::thread::spawn(move || {
                for request in http.incoming_requests() {
                    answer::answer(request, &state);
                }
            });
        }
    }
}
