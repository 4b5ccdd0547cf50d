//! What `lint` finds, with what it kept the last time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use passerelle::config::Config;
use passerelle::diagnostic::Diagnostic;
use passerelle::discover::{self, Listed, Raw};
use passerelle::i18n::{Lang, ftl};
use passerelle::identity::Lock;
use passerelle::images::Images;
use passerelle::link::Glossary;
use passerelle::lint::cache::{self, Cache, Hash, Keep, Kept, Key, Stamp, Told};
use passerelle::lint::{Facts, Interface, Levels, RULES, needs_collection, settle};
use passerelle::pipeline::{Concepts, Reviewer, Scene, has_plain_ids};
use passerelle::source::Source;
use passerelle::write;
use rayon::prelude::*;

use super::Stop;
use super::args::Instead;
use super::input::{self, Loaded};
use super::names::Names;
use super::terminal::Terminal;

/// A file that changed so shortly before it was read may have changed again without another time: of some file systems, times
/// are that coarse.
const RACY: u64 = 2_000_000_000;

/// What was found, and where.
pub(super) struct Review {
    /// The findings, in their order.
    pub found: Vec<Diagnostic>,
    /// The documents, by name.
    documents: BTreeMap<String, Held>,
    /// What they are called from the current folder.
    pub names: Names,
}

/// A document, as it is at hand.
enum Held {
    Text(Source),
    /// On disk, with the hash that it had.
    File(Listed, Hash),
}

impl Review {
    /// Whether there is a document of this name.
    pub fn has(&self, name: &str) -> bool {
        self.documents.contains_key(name)
    }

    /// The documents of these names, in order; those that are no longer what was looked at are left out.
    pub fn sources(&self, wanted: impl Fn(&str) -> bool + Sync) -> Vec<Source> {
        let wanted: Vec<_> = self.documents.iter().filter(|(name, _)| wanted(name)).collect();
        let source = |(_, held): (&String, &Held)| match held {
            Held::Text(source) => Some(source.clone()),
            Held::File(listed, hash) => {
                listed.read().ok().filter(|raw| raw.hash == *hash).and_then(|raw| raw.source(listed).ok())
            }
        };
        wanted.into_par_iter().filter_map(source).collect()
    }
}

/// What there is to say about `paths`, else about the project; with what was kept of it in `kept`.
pub(super) fn review(
    paths: &[PathBuf],
    instead: &Instead,
    asked: Option<&Path>,
    use_cache: bool,
    terminal: &Terminal,
) -> Result<Review, Stop> {
    let _progress = terminal.progress("cli-progress-reading");
    if !paths.is_empty() {
        return of_paths(paths, instead, asked, terminal);
    }
    let root = input::root(asked)?;
    let config = discover::config(&root)?;
    let project = Project {
        concepts: match &instead.concepts {
            Some(concepts) => input::chosen(concepts)?,
            None => discover::concepts(&root, &config)?.map_or(Concepts::Builtin, Concepts::File),
        },
        levels: input::levels(&config, Some(&root), terminal.lang)?,
        names: Names::from_here(&root, instead.concepts.as_deref()),
        config,
        root,
    };
    project.review(instead, asked, use_cache, terminal)
}

/// The files and folders that were named: nothing is kept of them.
fn of_paths(paths: &[PathBuf], instead: &Instead, asked: Option<&Path>, terminal: &Terminal) -> Result<Review, Stop> {
    let given = input::given(paths, instead, asked, terminal)?;
    let names = Names::default();
    if needs_collection(&given.levels) {
        return Ok(whole(given.collect_by(passerelle::pipeline::collect)));
    }
    let (glossary, mut earlier) = given.input.concepts.glossary();
    earlier.extend(given.input.problems.iter().cloned());
    let lexicon = given.input.lexicon.as_ref();
    let scene = Scene { config: &given.config, levels: &given.levels, glossary: &glossary, lexicon, images: None };
    let told = Reviewer::new(scene, &scene.library()).facts(given.input.sources.clone());
    if !has_plain_ids(told.iter().map(|(_, facts)| facts), &Lock::default()) {
        return Ok(whole(given.collect_by(passerelle::pipeline::collect)));
    }
    let named: Vec<(&str, &Facts)> = told.iter().map(|(source, facts)| (source.name.as_str(), facts)).collect();
    let interface = Interface { messages: &messages(), config: &given.config, glossary: &glossary };
    let found = settle(&named, None, &given.levels, &earlier, &interface);
    let documents = told.into_iter().map(|(source, _)| (source.name.clone(), Held::Text(source))).collect();
    Ok(Review { found, documents, names })
}

/// What is found by reading and joining everything.
fn whole(loaded: Loaded) -> Review {
    let found = loaded.collection.lint(&loaded.config, &loaded.levels);
    let documents = loaded.collection.documents.into_iter();
    let documents = documents.map(|document| (document.source.name.clone(), Held::Text(document.source))).collect();
    Review { found, documents, names: loaded.names }
}

fn messages() -> [(Lang, &'static str); 2] {
    Lang::ALL.map(|lang| (lang, ftl(lang)))
}

struct Project {
    root: PathBuf,
    config: Config,
    levels: Levels,
    concepts: Concepts,
    names: Names,
}

/// A document of a project, looked at from outside.
struct Seen<'a> {
    listed: &'a Listed,
    /// What is kept of it, where that still holds.
    kept: Option<&'a Kept<'a>>,
    /// Its bytes where nothing is, or why it cannot be read.
    raw: Option<Result<Raw, Box<Diagnostic>>>,
}

impl<'a> Seen<'a> {
    /// What is kept holds when the file system says that the file is the same and that is sure, or when its bytes are the same.
    fn new(listed: &'a Listed, cache: Option<&'a Cache<'a>>) -> Self {
        let kept = cache.and_then(|cache| Some((cache.document(&listed.name)?, cache.read_at)));
        let sure = |(kept, read_at): &(&Kept<'_>, u64)| {
            let old = |stamp: Stamp| stamp.modified.max(stamp.changed).saturating_add(RACY) < *read_at;
            listed.stamp.is_some_and(|stamp| stamp == kept.stamp && old(stamp))
        };
        if let Some((kept, _)) = kept.filter(sure) {
            return Self { listed, kept: Some(kept), raw: None };
        }
        match (listed.read(), kept) {
            (Ok(raw), Some((kept, _))) if kept.hash == raw.hash => Self { listed, kept: Some(kept), raw: None },
            (raw, _) => Self { listed, kept: None, raw: Some(raw) },
        }
    }

    /// The hash of its bytes; zeros where they cannot be read.
    fn hash(&self) -> Hash {
        let read = self.raw.as_ref().and_then(|raw| raw.as_ref().ok());
        self.kept.map(|kept| kept.hash).or(read.map(|raw| raw.hash)).unwrap_or_default()
    }

    /// What it tells as far as that is kept, else its text.
    fn open(&mut self) -> Opened {
        match (self.kept.and_then(Kept::facts), self.raw.take()) {
            (Some(facts), _) => Opened::Told(facts),
            (None, raw) => match raw.unwrap_or_else(|| self.listed.read()).and_then(|raw| raw.source(self.listed)) {
                Ok(source) => Opened::Text(source),
                Err(problem) => Opened::Problem(*problem),
            },
        }
    }
}

/// A document of a project, looked into.
enum Opened {
    Told(Facts),
    Text(Source),
    Problem(Diagnostic),
}

impl Project {
    fn review(
        self,
        instead: &Instead,
        asked: Option<&Path>,
        use_cache: bool,
        terminal: &Terminal,
    ) -> Result<Review, Stop> {
        let read_at = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos() as u64);
        // The built-in concepts take as long to read as the folders take to walk.
        let builtin = || matches!(self.concepts, Concepts::Builtin).then(Glossary::builtin);
        let (survey, _) = rayon::join(|| discover::survey(&self.root, &self.config), builtin);
        let survey = survey?;
        let elsewhere = std::env::var_os(discover::CACHE_VARIABLE).filter(|folder| !folder.is_empty());
        let file = discover::cache_file(&self.root, elsewhere.as_deref().map(Path::new));
        let key = self.key(&survey).filter(|_| use_cache && instead.lexicon.is_none());
        let bytes = key.and_then(|_| discover::cached(&file));
        let cache = key.zip(bytes.as_deref()).and_then(|(key, bytes)| Cache::read(bytes, key));
        let documents = survey.documents.par_iter().with_min_len(64);
        let mut seen: Vec<Seen<'_>> = documents.map(|listed| Seen::new(listed, cache.as_ref())).collect();
        let state = state(&survey, &seen);
        let hashes: Vec<Hash> = seen.iter().map(Seen::hash).collect();
        let known = cache.as_ref().and_then(|cache| cache.found(state));
        let settled = known.is_some() && seen.iter().all(|one| one.listed.stamp == one.kept.map(|kept| kept.stamp));
        let (found, told) = match known {
            Some(found) => (found, Vec::new()),
            None => self.look(&survey, &mut seen, instead, asked, terminal)?,
        };
        let keep = || {
            let Some(key) = key.filter(|_| !settled) else { return };
            let facts = |at: usize| match (seen[at].kept.filter(|kept| kept.has_facts()), told.get(at)) {
                (Some(kept), _) => Told::Before(*kept),
                (None, Some(Some(facts))) => Told::Now(facts),
                _ => Told::Nothing,
            };
            let keep = |(at, listed): (usize, _)| {
                let Listed { name, stamp, .. }: &Listed = listed;
                Keep { name, stamp: stamp.unwrap_or_default(), hash: hashes[at], facts: facts(at) }
            };
            let documents: Vec<Keep<'_>> = survey.documents.iter().enumerate().map(keep).collect();
            // What cannot be kept is looked for again the next time.
            let _ = write::cache(&file, &cache::write(key, read_at, &documents, state, &found));
        };
        let held = survey.documents.iter().zip(&hashes);
        let held = held.map(|(listed, hash)| (listed.name.clone(), Held::File(listed.clone(), *hash)));
        let ((), documents) = rayon::join(keep, || held.collect());
        // Letting go of what all documents tell takes as long as writing it.
        told.into_par_iter().for_each(drop);
        Ok(Review { found, documents, names: self.names })
    }

    /// What there is to say about the project, and what each document tells: `None` for those that cannot be read, nothing
    /// at all where everything had to be read and joined.
    fn look(
        &self,
        survey: &discover::Survey,
        seen: &mut [Seen<'_>],
        instead: &Instead,
        asked: Option<&Path>,
        terminal: &Terminal,
    ) -> Result<(Vec<Diagnostic>, Vec<Option<Facts>>), Stop> {
        let all = || Ok::<_, Stop>((whole(input::load(&[], instead, asked, terminal)?).found, Vec::new()));
        if survey.links.is_some() || needs_collection(&self.levels) {
            return all();
        }
        let lock = input::lock(survey.lock.as_ref(), &self.config, terminal)?;
        let lexicon = match &instead.lexicon {
            Some(named) => Some(discover::lexicon_file(named, Path::new(""))?),
            None => discover::lexicon(&self.root, &self.config)?,
        };
        let (glossary, mut earlier) = self.concepts.glossary();
        earlier.extend(survey.problems.iter().cloned());
        let images = Images::new(&discover::images_of(&survey.images));
        let scene = Scene {
            config: &self.config,
            levels: &self.levels,
            glossary: &glossary,
            lexicon: lexicon.as_ref(),
            images: Some(&images),
        };
        let (library, unread) = (scene.library(), seen.iter().any(|one| one.kept.is_none()));
        let (reviewer, opened): (Option<Reviewer<'_>>, Vec<Opened>) = rayon::join(
            || unread.then(|| Reviewer::new(scene, &library)),
            || seen.par_iter_mut().with_min_len(64).map(Seen::open).collect(),
        );
        let mut told: Vec<Option<Facts>> = Vec::with_capacity(opened.len());
        let (mut texts, mut places) = (Vec::new(), Vec::new());
        for (at, one) in opened.into_iter().enumerate() {
            told.push(None);
            match one {
                Opened::Told(facts) => told[at] = Some(facts),
                Opened::Problem(problem) => earlier.push(problem),
                Opened::Text(source) => {
                    texts.push(source);
                    places.push(at);
                }
            }
        }
        let reviewer = reviewer.or_else(|| (!texts.is_empty()).then(|| Reviewer::new(scene, &library)));
        let read = reviewer.map(|reviewer| reviewer.facts(texts)).unwrap_or_default();
        for (at, (_, facts)) in places.into_iter().zip(read) {
            told[at] = Some(facts);
        }
        if !has_plain_ids(told.iter().flatten(), &lock) {
            return all();
        }
        let each = survey.documents.iter().zip(&told);
        let named: Vec<(&str, &Facts)> =
            each.filter_map(|(listed, facts)| Some((listed.name.as_str(), facts.as_ref()?))).collect();
        let interface = Interface { messages: &messages(), config: &self.config, glossary: &glossary };
        Ok((settle(&named, None, &self.levels, &earlier, &interface), told))
    }

    /// What everything that is kept hangs on, besides the documents: the program, the settings, the concepts, the images.
    fn key(&self, survey: &discover::Survey) -> Option<Key> {
        let program = discover::stamp(&std::env::current_exe().ok()?)?;
        let concepts = match &self.concepts {
            Concepts::File(source) => format!("{}\n{}", source.name, source.text),
            Concepts::Builtin => "builtin".to_owned(),
            Concepts::None => "none".to_owned(),
            Concepts::Read(_) => return None,
        };
        let lexicon = self.config.link.lexicon.as_ref().map(|named| discover::stamp(&self.root.join(named)));
        let rules: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        let images: Vec<_> = survey.images.iter().map(|image| (&image.name, image.stamp)).collect();
        let parts = [
            env!("CARGO_PKG_VERSION").to_owned(),
            format!("{program:?}"),
            rules.join(" "),
            format!("{:?}", self.config),
            concepts,
            format!("{images:?}"),
            format!("{lexicon:?}"),
        ];
        Some(Key::of(parts.iter().map(String::as_bytes)))
    }
}

/// What the findings hang on besides the key: every document, the ids given so far, the decisions about links.
fn state(survey: &discover::Survey, seen: &[Seen<'_>]) -> Hash {
    let text = |source: &Option<Source>| source.as_ref().map_or_else(String::new, |source| format!("+{}", source.text));
    let unread = seen.iter().filter_map(|one| one.raw.as_ref()?.as_ref().err());
    let problems = format!("{:?}{:?}", survey.problems, unread.collect::<Vec<_>>());
    let mut parts = vec![text(&survey.lock).into_bytes(), text(&survey.links).into_bytes(), problems.into_bytes()];
    for one in seen {
        parts.push([one.listed.name.as_bytes(), &[0], &one.hash()].concat());
    }
    cache::hash(parts.iter().map(Vec::as_slice))
}
