//! What the pages are about, worked out once: topics in reading order, concepts with their questions, counterparts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::i18n::{self, Lang};
use crate::link::{Concept, Library, Link, LinkKind};
use crate::normalise::Difficulty;
use crate::render;
use crate::text::{fold, slug};

/// A part of a topic: the questions and notes under one chain of section titles.
pub(super) struct Group {
    /// Section titles below the topic; empty for what stands right under it.
    pub title: String,
    /// Its anchor on the topic's page.
    pub anchor: String,
    /// Indices of `Library::entries`.
    pub entries: Vec<usize>,
    /// Indices of `Library::notes`.
    pub notes: Vec<usize>,
    /// The group of the topic's twin that shares most questions with this one, by index.
    pub twin: Option<usize>,
}

/// The questions of one language under one outermost section title.
pub(super) struct Topic {
    pub lang: Lang,
    pub title: String,
    pub slug: String,
    pub groups: Vec<Group>,
    /// The topic of the other language that shares most questions with this one, by index.
    pub twin: Option<usize>,
}

impl Topic {
    /// Its questions as they follow on its page.
    pub fn order(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.groups.iter().flat_map(|group| group.entries.iter().copied())
    }
}

/// Where an entry stands: its topic, and the questions before and after it there.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub topic: usize,
    pub group: usize,
    /// How many questions of the topic come before it on its pages.
    pub position: usize,
    pub previous: Option<usize>,
    pub next: Option<usize>,
}

/// The library seen from its pages.
pub(super) struct Catalogue<'a> {
    pub library: &'a Library,
    pub langs: Vec<Lang>,
    pub topics: Vec<Topic>,
    /// For each entry its place; `None` for a language that the site leaves out.
    pub places: Vec<Option<Place>>,
    /// For each entry its links within the site, best first.
    pub near: Vec<Vec<(usize, &'a Link)>>,
    /// The concepts that have a page, with their questions, those they matter most to first.
    pub concepts: BTreeMap<&'a str, Vec<usize>>,
    /// For each of these the narrower ones that have a page too.
    pub narrower: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Catalogue<'a> {
    /// Sorts a library into pages for the languages `langs`.
    pub fn new(library: &'a Library, langs: &[Lang]) -> Self {
        let langs: Vec<Lang> = Lang::ALL.into_iter().filter(|lang| langs.contains(lang)).collect();
        let ((mut topics, places), mut near) =
            rayon::join(|| Shelves::new(library).fill(&langs), || library.neighbours());
        for (at, list) in near.iter_mut().enumerate() {
            list.retain(|(other, _)| places[at].is_some() && places[*other].is_some());
        }
        pair_topics(&mut topics, &places, &near);
        pair_groups(&mut topics, &places, &near);

        let mut weighed: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
        for (at, mentions) in
            library.mentions.iter().enumerate().filter(|(at, _)| places.get(*at).is_some_and(Option::is_some))
        {
            for mention in mentions {
                if let Some((id, _)) = library.glossary.concepts.get_key_value(&mention.concept) {
                    weighed.entry(id).or_default().push((at, mention.weight));
                }
            }
        }
        let concepts: BTreeMap<&str, Vec<usize>> = weighed
            .into_iter()
            .map(|(id, mut list)| {
                list.sort_by(|(i, x), (j, y)| y.total_cmp(x).then(i.cmp(j)));
                (id, list.into_iter().map(|(at, _)| at).collect())
            })
            .collect();
        let mut narrower: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for &id in concepts.keys() {
            for broader in &library.glossary.concepts[id].broader {
                narrower.entry(broader).or_default().push(id);
            }
        }
        Self { library, langs, topics, places, near, concepts, narrower }
    }

    /// The concept of a page.
    pub fn concept(&self, id: &str) -> &'a Concept {
        &self.library.glossary.concepts[id]
    }

    /// The concepts of an entry that have a page: those that its source names first, then the strongest.
    pub fn concepts_of(&self, entry: usize) -> impl Iterator<Item = &'a Concept> {
        let mentions = self.library.mentions.get(entry).into_iter().flatten();
        mentions.filter(|m| self.concepts.contains_key(m.concept.as_str())).map(|m| self.concept(&m.concept))
    }

    /// The question in the other language that asks for the same or nearly so, with the kind of the link.
    pub fn counterpart(&self, entry: usize) -> Option<(usize, LinkKind)> {
        let lang = self.library.entries[entry].lang;
        let (other, link) = self.near[entry].iter().find(|(at, _)| self.library.entries[*at].lang != lang)?;
        (link.kind <= LinkKind::Close).then_some((*other, link.kind))
    }

    /// The topics of a language in order, with their index.
    pub fn topics_of(&self, lang: Lang) -> impl Iterator<Item = (usize, &Topic)> {
        self.topics.iter().enumerate().filter(move |(_, topic)| topic.lang == lang)
    }
}

/// Topics as they fill up.
struct Shelves<'a> {
    library: &'a Library,
    topics: Vec<Topic>,
    /// Language and folded title → topic.
    known: BTreeMap<(Lang, String), usize>,
    /// The same by the title as it is written, which most questions share with the one before: folding takes time.
    written: HashMap<(Lang, Option<&'a str>), usize>,
    taken: BTreeSet<(Lang, String)>,
    /// Topic and section titles below it → group.
    groups: BTreeMap<(usize, &'a [String]), usize>,
}

impl<'a> Shelves<'a> {
    fn new(library: &'a Library) -> Self {
        Self {
            library,
            topics: Vec::new(),
            known: BTreeMap::new(),
            written: HashMap::new(),
            taken: BTreeSet::new(),
            groups: BTreeMap::new(),
        }
    }

    fn fill(mut self, langs: &[Lang]) -> (Vec<Topic>, Vec<Option<Place>>) {
        let library = self.library;
        let mut places: Vec<Option<Place>> = vec![None; library.entries.len()];
        let mut of_document: BTreeMap<(&str, Lang), usize> = BTreeMap::new();
        for (at, entry) in library.entries.iter().enumerate().filter(|(_, entry)| langs.contains(&entry.lang)) {
            let topic = self.topic(entry.lang, entry.topic());
            let group = self.group(topic, &entry.section);
            self.topics[topic].groups[group].entries.push(at);
            places[at] = Some(Place { topic, group, position: 0, previous: None, next: None });
            of_document.entry((&entry.source.path, entry.lang)).or_insert(topic);
        }
        let asking: BTreeSet<&str> = library.entries.iter().map(|entry| entry.source.path.as_str()).collect();
        for (at, note) in library.notes.iter().enumerate().filter(|(_, note)| langs.contains(&note.lang)) {
            let document = of_document.get(&(note.source.path.as_str(), note.lang)).copied();
            let title = note.section.first().map(String::as_str);
            // A file without any question (a README, a plan) adds to a topic that questions have made, and makes none.
            let known = self.known.get(&key(note.lang, title)).copied();
            let topic = match (title, document, asking.contains(note.source.path.as_str())) {
                (None, Some(topic), _) => Some(topic),
                (title, _, true) => Some(self.topic(note.lang, title)),
                (_, _, false) => known,
            };
            let Some(topic) = topic else { continue };
            let group = self.group(topic, &note.section);
            self.topics[topic].groups[group].notes.push(at);
        }
        for topic in &mut self.topics {
            // What stands right under the topic's title comes before its sections.
            topic.groups.sort_by_key(|group| !group.title.is_empty());
        }
        for topic in &self.topics {
            for (number, group) in topic.groups.iter().enumerate() {
                for &at in &group.entries {
                    places[at].as_mut().expect("every entry of a topic has a place").group = number;
                }
            }
            let mut order: Vec<usize> = topic.order().collect();
            for (position, &at) in order.iter().enumerate() {
                places[at].as_mut().expect("every entry of a topic has a place").position = position;
            }
            // From easy to hard, as the topic has them within a level; what has no level is in the middle.
            order.sort_by_key(|at| match self.library.entries[*at].difficulty {
                Some(Difficulty::Beginner) => 0,
                None | Some(Difficulty::Intermediate) => 1,
                Some(Difficulty::Advanced) => 2,
            });
            for pair in order.windows(2) {
                places[pair[0]].as_mut().expect("every entry of a topic has a place").next = Some(pair[1]);
                places[pair[1]].as_mut().expect("every entry of a topic has a place").previous = Some(pair[0]);
            }
        }
        (self.topics, places)
    }

    /// The topic of that title, made when it is new. Titles that differ in case and accents alone are one topic.
    fn topic(&mut self, lang: Lang, title: Option<&'a str>) -> usize {
        if let Some(&at) = self.written.get(&(lang, title)) {
            return at;
        }
        let at = self.folded(lang, title);
        self.written.insert((lang, title), at);
        at
    }

    fn folded(&mut self, lang: Lang, title: Option<&str>) -> usize {
        let key = key(lang, title);
        if let Some(&at) = self.known.get(&key) {
            return at;
        }
        let shown = title.map(|title| render::plain(title).trim().to_owned()).filter(|title| !title.is_empty());
        let title = shown.unwrap_or_else(|| i18n::text(lang, "site-topic-other", &[]));
        let mut name = slug(&title);
        if !self.taken.insert((lang, name.clone())) {
            // Two titles with one slug: the later one carries a mark made of its text, which does not move.
            name = format!("{name}-{}", &blake3::hash(key.1.as_bytes()).to_hex()[..6]);
            self.taken.insert((lang, name.clone()));
        }
        // Addresses come from what is written, not from how it is set.
        let title = render::typeset(&title, lang).into_owned();
        self.topics.push(Topic { lang, title, slug: name, groups: Vec::new(), twin: None });
        self.known.insert(key, self.topics.len() - 1);
        self.topics.len() - 1
    }

    fn group(&mut self, topic: usize, section: &'a [String]) -> usize {
        let key = (topic, section.get(1..).unwrap_or_default());
        if let Some(&at) = self.groups.get(&key) {
            return at;
        }
        let parts: Vec<String> = key.1.iter().map(|part| render::plain(part).trim().to_owned()).collect();
        let title = parts.join(" › ");
        let lang = self.topics[topic].lang;
        let groups = &mut self.topics[topic].groups;
        let mut anchor = slug(&title);
        // `main` is the frame's own anchor.
        if anchor == "main" || groups.iter().any(|group| group.anchor == anchor) {
            anchor = format!("{anchor}-{}", groups.len() + 1);
        }
        let title = render::typeset(&title, lang).into_owned();
        groups.push(Group { title, anchor, entries: Vec::new(), notes: Vec::new(), twin: None });
        self.groups.insert(key, groups.len() - 1);
        groups.len() - 1
    }
}

/// What a topic is known by.
fn key(lang: Lang, title: Option<&str>) -> (Lang, String) {
    (lang, title.map(fold).unwrap_or_default())
}

/// Two topics of different languages are one another's counterpart when at least a third of the smaller one's questions
/// have a counterpart in the larger one.
fn pair_topics(topics: &mut [Topic], places: &[Option<Place>], near: &[Vec<(usize, &Link)>]) {
    let sizes: Vec<usize> = topics.iter().map(|topic| topic.order().count()).collect();
    let langs: Vec<Lang> = topics.iter().map(|topic| topic.lang).collect();
    for topic in topics.iter_mut() {
        let elsewhere = |place: Place| (langs[place.topic] != topic.lang).then_some(place.topic);
        topic.twin = partner(topic.order(), places, near, elsewhere, |other| sizes[other]);
    }
}

/// So are two groups of such topics.
fn pair_groups(topics: &mut [Topic], places: &[Option<Place>], near: &[Vec<(usize, &Link)>]) {
    let sizes: Vec<Vec<usize>> =
        topics.iter().map(|topic| topic.groups.iter().map(|group| group.entries.len()).collect()).collect();
    for topic in topics.iter_mut() {
        let Some(twin) = topic.twin else { continue };
        for group in &mut topic.groups {
            let there = |place: Place| (place.topic == twin).then_some(place.group);
            group.twin = partner(group.entries.iter().copied(), places, near, there, |other| sizes[twin][other]);
        }
    }
}

/// Which of the sets of questions that `set` tells shares most with `entries`, where that is a third of the smaller one; the
/// first of equals.
fn partner(
    entries: impl Iterator<Item = usize>,
    places: &[Option<Place>],
    near: &[Vec<(usize, &Link)>],
    set: impl Fn(Place) -> Option<usize>,
    size: impl Fn(usize) -> usize,
) -> Option<usize> {
    let (mut own, mut shared) = (0, BTreeMap::<usize, usize>::new());
    for at in entries {
        own += 1;
        let close = near[at].iter().filter(|(_, link)| link.kind <= LinkKind::Close);
        if let Some(found) = close.filter_map(|(other, _)| places[*other]).find_map(&set) {
            *shared.entry(found).or_default() += 1;
        }
    }
    let best = shared.into_iter().max_by_key(|&(other, n)| (n, std::cmp::Reverse(other)));
    best.filter(|&(other, n)| n * 3 >= own.min(size(other))).map(|(other, _)| other)
}
