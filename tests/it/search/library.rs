//! Libraries to search: one made by hand in two languages, and random ones.

use std::collections::BTreeMap;

use passerelle::i18n::Lang;
use passerelle::link::{Concept, Library, Mention};
use passerelle::normalise::{Difficulty, Entry};

use crate::bare;

pub fn entry(id: &str, lang: Lang, topic: &str, question: &str, answer: &str) -> Entry {
    let answer = Some(answer).filter(|answer| !answer.is_empty());
    Entry { section: vec![topic.to_owned()], ..bare::entry(id, lang, question, answer, "questions.md") }
}

fn concept(id: &str, fr: &[&str], en: &[&str]) -> Concept {
    let each = |f: fn(&[&str]) -> Vec<String>| BTreeMap::from([(Lang::Fr, f(fr)), (Lang::En, f(en))]);
    Concept {
        id: id.to_owned(),
        pref_label: BTreeMap::from([(Lang::Fr, fr[0].to_owned()), (Lang::En, en[0].to_owned())]),
        alt_label: each(|names| names[1..].iter().map(|name| (*name).to_owned()).collect()),
        definition: BTreeMap::new(),
        broader: Vec::new(),
        related: Vec::new(),
    }
}

pub fn bilingual() -> Library {
    let rows = [
        (
            entry(
                "idempotence",
                Lang::Fr,
                "API",
                "Qu’est-ce que l’idempotence côté serveur ?",
                "Rejouer la même requête n’a pas d’autre effet.",
            ),
            "idempotency",
        ),
        (
            entry(
                "idempotency-keys",
                Lang::En,
                "APIs",
                "What is an idempotency key?",
                "A value that lets the server recognise a retry.",
            ),
            "idempotency",
        ),
        (
            entry(
                "throttling",
                Lang::En,
                "APIs",
                "How does a token bucket shape traffic?",
                "It refills at a steady pace; each call takes one.",
            ),
            "rate-limiting",
        ),
        (
            entry(
                "noeuds",
                Lang::Fr,
                "Données",
                "Comment ajouter un nœud à une grappe ?",
                "On répartit de nouveau les clés.",
            ),
            "",
        ),
        (
            entry(
                "n-plus-un",
                Lang::Fr,
                "Données",
                "Comment éviter le problème N+1 ?",
                "On charge les lignes liées en une fois : `JOIN`.",
            ),
            "",
        ),
        (entry("cpp", Lang::En, "Languages", "When does C++ copy an object?", "When it is passed by value."), ""),
        (
            entry(
                "csharp",
                Lang::En,
                "Languages",
                "What does async do in C#?",
                "It makes a state machine, as elsewhere in .NET.",
            ),
            "",
        ),
        (entry("dotnet", Lang::Fr, "Langages", "À quoi sert le ramasse-miettes de .NET ?", ""), ""),
        (entry("c", Lang::Fr, "Langages", "Pourquoi libérer la mémoire en C ?", "Personne d’autre ne le fera."), ""),
        (entry("cache", Lang::Fr, "Données", "Quand vider un cache ?", "Quand la source a changé."), ""),
        (
            entry(
                "sharding",
                Lang::En,
                "Data",
                "Why is resharding slow?",
                "Every row that changes its shard has to move.",
            ),
            "",
        ),
    ];
    let mut library = Library::default();
    for (mut entry, concept) in rows {
        if entry.id == "cache" {
            entry.difficulty = Some(Difficulty::Beginner);
        }
        library.entries.push(entry);
        let mentions = Some(concept).filter(|id| !id.is_empty());
        library.mentions.push(mentions.map(|id| Mention { concept: id.to_owned(), weight: 1.0 }).into_iter().collect());
    }
    for concept in [
        concept("idempotency", &["idempotence"], &["idempotency"]),
        concept("rate-limiting", &["limitation de débit"], &["rate limiting", "throttling"]),
    ] {
        library.glossary.concepts.insert(concept.id.clone(), concept);
    }
    library
}

/// SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// A library of `n` entries whose words are drawn, some often and most seldom, from a made-up vocabulary.
pub fn synthetic(n: usize, seed: u64) -> Library {
    const ONSETS: &[&str] = &["b", "cr", "d", "f", "gl", "k", "l", "m", "n", "p", "qu", "r", "st", "t", "v", "z"];
    const RIMES: &[&str] = &["a", "é", "o", "ar", "in", "ou", "œu", "el", "un", "ista"];
    let mut random = Random(seed);
    let mut word = || (0..3).map(|_| format!("{}{}", random.pick(ONSETS), random.pick(RIMES))).collect::<String>();
    let vocabulary: Vec<String> = (0..2000).map(|_| word()).collect();
    let mut text = |words: usize| {
        let mut draw = || &*vocabulary[random.below(vocabulary.len()).min(random.below(vocabulary.len()))];
        (0..words).map(|_| draw()).collect::<Vec<_>>().join(" ")
    };
    let mut library = Library::default();
    for at in 0..n {
        let lang = Lang::ALL[at % 2];
        let (topic, title, body) = (format!("Topic {}", at % 7), text(6), text(60));
        library.entries.push(entry(&format!("e{at}"), lang, &topic, &format!("{title} ?"), &body));
    }
    library
}
