//! The site from memory, rebuilt when a source changes; loopback only.

mod answer;
mod reload;
mod watch;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::files::Files;
use crate::i18n::Lang;

pub use watch::{Watched, watch};

/// How long a page's question for changes stays open before it is answered with "none".
const POLL: Duration = Duration::from_secs(20);

/// How many requests are answered at a time; questions for changes are not counted.
const WORKERS: usize = 4;

/// What is shown at present.
#[derive(Debug, Clone, Default)]
struct Shown {
    /// The last site that could be built.
    files: Arc<Files>,
    /// Why the present sources cannot be built.
    error: Option<Arc<str>>,
    /// Counts the changes; with the process's number before it, no two servers have one in common.
    version: u64,
}

#[derive(Debug, Default)]
struct State {
    shown: Mutex<Shown>,
    changed: Condvar,
}

impl State {
    fn lock(&self) -> MutexGuard<'_, Shown> {
        // A panic elsewhere cannot leave `Shown` half written: it is replaced by single assignments.
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until another version than `known` is shown, `POLL` at most.
    fn wait(&self, known: &str) -> String {
        let end = Instant::now() + POLL;
        let mut shown = self.lock();
        while shown.name() == known {
            let Some(left) = end.checked_duration_since(Instant::now()) else { break };
            shown = self.changed.wait_timeout(shown, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        shown.name()
    }
}

impl Shown {
    fn name(&self) -> String {
        format!("{}-{}", std::process::id(), self.version)
    }
}

/// A web server on this machine's loopback address, which nobody else can reach.
pub struct Server {
    http: Arc<tiny_http::Server>,
    state: Arc<State>,
    lang: Lang,
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
        Ok(Self { http: Arc::new(http), state: Arc::default(), lang })
    }

    /// The address to open in a browser.
    pub fn url(&self) -> String {
        format!("http://{}/", self.http.server_addr())
    }

    /// Shows a newly built site, or why it could not be built (plain text, a message a line). Open pages reload when
    /// this changes anything; returns whether it did.
    pub fn show(&self, built: Result<Files, String>) -> bool {
        let mut shown = self.state.lock();
        let error = match built {
            Ok(files) if *shown.files == files && shown.error.is_none() => return false,
            Ok(files) => {
                shown.files = Arc::new(files);
                None
            }
            Err(error) => Some(Arc::from(error)),
        };
        if error.is_some() && shown.error == error {
            return false;
        }
        shown.error = error;
        shown.version += 1;
        drop(shown);
        self.state.changed.notify_all();
        true
    }

    /// Begins to answer, on threads of its own.
    pub fn start(&self) {
        for _ in 0..WORKERS {
            let (http, state, lang) = (Arc::clone(&self.http), Arc::clone(&self.state), self.lang);
            std::thread::spawn(move || {
                for request in http.incoming_requests() {
                    answer::answer(request, &state, lang);
                }
            });
        }
    }
}
