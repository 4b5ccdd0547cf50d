//! Where the site is shown from: one thread owns the collection and makes each file when it is asked for.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::config::Config;
use crate::i18n::{Lang, text};
use crate::pipeline::{BuildError, Collection, Preview, preview};
use crate::source::Source;

/// A collection with what its site is made by.
#[derive(Debug, Clone)]
pub struct Project {
    /// The questions.
    pub collection: Collection,
    /// The settings.
    pub config: Config,
    /// The files of the templates folder by their path in it.
    pub theme: BTreeMap<String, Vec<u8>>,
}

/// A file of the site at present.
pub(super) struct Answer {
    /// The file, if there is one; else why there cannot be one.
    pub file: Result<Option<Vec<u8>>, String>,
    /// Changes with the scripts and styles of all pages.
    pub assets: String,
}

/// What the stage is told.
pub(super) enum Message {
    /// Which file is at this path?
    Ask(String, Sender<Answer>),
    /// Can each kind of page be made? If not, why.
    Check(Sender<Option<String>>),
    Change(Change),
}

/// What changes the site.
pub(super) enum Change {
    /// Another collection, or why there is none: pages say so, the rest stays.
    Show(Box<Result<Project, String>>),
    /// Other templates.
    Theme(BTreeMap<String, Vec<u8>>),
    /// Documents with another text, and the present; whether any could be put in its place.
    Reread(Vec<Source>, i64, Sender<bool>),
}

/// Answers until there is nobody left to ask.
pub(super) fn run(messages: &Receiver<Message>, lang: Lang) {
    let mut project: Option<Project> = None;
    let mut error: Option<String> = None;
    loop {
        let change = match &project {
            Some(Project { collection, config, theme }) => {
                let shown = preview(collection, config, theme, |shown| show(shown, messages, error.as_deref(), lang));
                shown.unwrap_or_else(|failed| excuse(messages, &failed.text(lang)))
            }
            None => excuse(messages, error.as_deref().unwrap_or_default()),
        };
        match change {
            None => return,
            Some(Change::Show(shown)) => match *shown {
                Ok(new) => {
                    let old = project.replace(new);
                    error = None;
                    // A large collection takes a while to be given up.
                    std::thread::spawn(move || drop(old));
                }
                Err(reason) => error = Some(reason),
            },
            Some(Change::Theme(theme)) => project.iter_mut().for_each(|project| project.theme.clone_from(&theme)),
            Some(Change::Reread(sources, now, done)) => {
                let put = |project: &mut Project| {
                    sources.into_iter().fold(false, |any, source| project.collection.reread(source, now) | any)
                };
                // Who asked may have gone.
                let _ = done.send(project.as_mut().is_some_and(put));
            }
        }
    }
}

/// Answers from a site until it changes; each file on a thread of its own, since some take long.
fn show(shown: &Preview<'_>, messages: &Receiver<Message>, error: Option<&str>, lang: Lang) -> Option<Change> {
    let say = |error: &BuildError| error.text(lang);
    std::thread::scope(|scope| {
        for message in messages {
            match message {
                Message::Change(change) => return Some(change),
                Message::Ask(path, reply) => {
                    scope.spawn(move || {
                        // What cannot be made would otherwise leave the browser waiting for ever.
                        let made = || match error.filter(|_| path.ends_with(".html")) {
                            Some(error) => Err(error.to_owned()),
                            None => shown.get(&path, say),
                        };
                        let _ = reply.send(Answer { file: made(), assets: shown.assets().to_owned() });
                    });
                }
                Message::Check(reply) => {
                    scope.spawn(move || reply.send(shown.check().err().map(|error| say(&error))));
                }
            }
        }
        None
    })
}

/// Says why there is no site until that changes.
fn excuse(messages: &Receiver<Message>, error: &str) -> Option<Change> {
    for message in messages {
        match message {
            Message::Change(change) => return Some(change),
            Message::Ask(_, reply) => {
                let _ = reply.send(Answer { file: Err(error.to_owned()), assets: String::new() });
            }
            Message::Check(reply) => {
                let _ = reply.send(Some(error.to_owned()));
            }
        }
    }
    None
}

/// The file at `path`.
pub(super) fn ask(stage: &Sender<Message>, path: &str, lang: Lang) -> Answer {
    let (reply, answer) = channel();
    let sent = stage.send(Message::Ask(path.to_owned(), reply)).is_ok();
    // A page that could not even fail.
    let lost = || Answer { file: Err(text(lang, "serve-error-title", &[])), assets: String::new() };
    if sent { answer.recv().unwrap_or_else(|_| lost()) } else { lost() }
}
