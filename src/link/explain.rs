//! Why two entries are linked, or what a link would have needed.

use serde::Serialize;

use super::decisions::Decision;
use super::join::Joined;
use super::kind::{Requirement, requirements};
use super::library::{Evidence, Library, Link, Mention};
use super::weights::Weights;
use super::{link_of, nearness, profile};

/// What linking knows about one entry, or about two and what is between them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// The entries asked for that exist.
    pub entries: Vec<Explained>,
    /// The ids asked for that no entry has.
    pub unknown: Vec<String>,
    /// What is between the two, where two were asked for.
    pub pair: Option<PairExplanation>,
    /// The links of the one, nearest first, where one was asked for.
    pub links: Vec<Link>,
}

/// What an entry is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    /// Its id.
    pub id: String,
    /// The question.
    pub question: String,
    /// Its concepts: those that its source names, then those that its words name, strongest first.
    pub concepts: Vec<Mention>,
    /// The concept that it is mainly about.
    pub main: Option<String>,
}

/// What is between two entries.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairExplanation {
    /// The link, if there is one.
    pub link: Option<Link>,
    /// What somebody decided about them, which is then what the link is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// How near they are, from 0 to 1.
    pub score: f64,
    /// What the score is made of, strongest first, whether or not there is a link.
    pub evidence: Vec<Evidence>,
    /// What each kind of link needs and what the pair has; those that are not met are why it is not that kind.
    pub requirements: Vec<Requirement>,
}

/// Explains entry `a`, or with `b` the pair: the same signals and thresholds that [`link`](super::link) goes by, computed
/// anew.
pub fn explain(library: &Library, a: &str, b: Option<&str>) -> Explanation {
    let index = library.index();
    let asked: Vec<&str> = [Some(a), b].into_iter().flatten().collect();
    let found: Vec<usize> = asked.iter().filter_map(|id| index.get(id).copied()).collect();
    let unknown = asked.iter().filter(|id| !index.contains_key(*id)).map(|id| (*id).to_owned()).collect();
    let joined = Joined::new(&library.entries, &library.glossary, library.lexicon(), Weights::default());
    let entries = found.iter().map(|&at| explained(library, &joined, at)).collect();
    let pair = match found[..] {
        [x, y] if x != y => Some(between(library, &joined, x as u32, y as u32)),
        _ => None,
    };
    let links = match (b, found.first()) {
        (None, Some(&at)) => library.neighbours()[at].iter().map(|(_, link)| (*link).clone()).collect(),
        _ => Vec::new(),
    };
    Explanation { entries, unknown, pair, links }
}

fn explained(library: &Library, joined: &Joined, at: usize) -> Explained {
    let entry = &library.entries[at];
    let profile = joined.profile(at as u32);
    let main = profile.primary().and_then(|concept| library.glossary.concepts.keys().nth(concept as usize)).cloned();
    let concepts = profile::named_mentions(profile, &library.glossary);
    Explained { id: entry.id.clone(), question: entry.question.clone(), concepts, main }
}

fn between(library: &Library, joined: &Joined, x: u32, y: u32) -> PairExplanation {
    let near = joined.nearness(x, y);
    let standing = joined.standing(x, y);
    let scored = joined.is_scored(x, y);
    let ids = [x, y].map(|at| library.entries[at as usize].id.as_str());
    let decision = library.decision(ids[0], ids[1]).cloned();
    let link = match &decision {
        Some(_) => library.links.iter().find(|link| ids.contains(&&*link.a) && ids.contains(&&*link.b)).cloned(),
        None => link_of(joined, &library.entries, x, y, &standing).filter(|_| scored),
    };
    PairExplanation {
        link,
        decision,
        score: near.score,
        evidence: nearness::evidence(joined.profile(x), joined.profile(y), &near, &joined.bridge, &joined.weights),
        requirements: requirements(&standing, &joined.weights).concat(),
    }
}
