//! Writes a made-up collection to measure `lint` on: `cargo run --release --example lint_corpus -- 10000 DIR`.
//!
//! One question a file, half in French and half in English, some 2.1 KB each: prose in which words are drawn by Zipf's law, a
//! list and a code block; every twenty-fifth file has a fault. The same number gives the same bytes everywhere.

#[path = "../benches/stages/numbers.rs"]
mod numbers;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use numbers::{Numbers, SYLLABLES};
use passerelle::i18n::Lang;
use passerelle::link::Glossary;

/// Questions, with places for two subjects and a number.
const QUESTIONS: [(&str, &str); 6] = [
    ("Comment {0} protège-t-il {1} dans {2} ?", "How does {0} protect {1} in {2}?"),
    ("Quelle est la différence entre {0} et {1} pour {2} ?", "What is the difference between {0} and {1} for {2}?"),
    ("Pourquoi {0} a-t-il besoin de {1} avec {2} ?", "Why does {0} need {1} with {2}?"),
    ("Quand faut-il préférer {0} à {1} sous {2} ?", "When should {0} be preferred to {1} under {2}?"),
    ("Que se passe-t-il si {0} perd {1} pendant {2} ?", "What happens when {0} loses {1} during {2}?"),
    ("Comment mesurer {0} quand {1} dépend de {2} ?", "How is {0} measured when {1} depends on {2}?"),
];

/// Sentences, with places for two subjects and a noun.
const SENTENCES: [(&str, &str); 8] = [
    (
        "Il faut que {0} reste devant {1}, sinon {2} attend et la requête échoue après quelques secondes.",
        "It is {0} that stays before {1}, or else {2} waits and the request fails after some seconds.",
    ),
    (
        "Avec {0}, on garde {1} à jour et on évite que {2} ne bloque toute l’équipe.",
        "With {0} one keeps {1} up to date and avoids that {2} blocks the whole team.",
    ),
    (
        "Le coût de {0} vient de {1} plus que de {2}, ce que l’on mesure avant de décider.",
        "The cost of {0} comes from {1} more than from {2}, which is measured before one decides.",
    ),
    (
        "Sans {0}, ni {1} ni {2} ne suffisent : la panne se répète à la même heure.",
        "Without {0}, neither {1} nor {2} is enough: the failure comes back at the same hour.",
    ),
    (
        "En production, **{0}** se surveille par {1}, et une alerte part dès que {2} dépasse le seuil.",
        "In production **{0}** is watched through {1}, and an alert is sent as soon as {2} is past the limit.",
    ),
    (
        "On commence souvent par `{0}`, puis on le remplace par {1} lorsque {2} devient trop lent.",
        "One often begins with `{0}` and replaces it by {1} when {2} becomes too slow.",
    ),
    (
        "Une erreur fréquente consiste à confondre {0} et {1}, alors que {2} les sépare clairement.",
        "A frequent mistake is to take {0} for {1}, while {2} keeps them clearly apart.",
    ),
    (
        "La [documentation](https://docs.example.org/) recommande {0} ; les tests de {1} montrent que {2} tient la charge.",
        "The [documentation](https://docs.example.org/) advises {0}; the tests of {1} show that {2} bears the load.",
    ),
];

const NOUNS: [(&str, &str); 24] = [
    ("le serveur", "the server"),
    ("la requête", "the request"),
    ("le délai", "the delay"),
    ("la mémoire", "the memory"),
    ("le contrat", "the contract"),
    ("la base de données", "the database"),
    ("l’équipe", "the team"),
    ("le client", "the client"),
    ("la sécurité", "the security"),
    ("le déploiement", "the deployment"),
    ("la clé", "the key"),
    ("le réseau", "the network"),
    ("l’événement", "the event"),
    ("la réponse", "the response"),
    ("le fichier", "the file"),
    ("la période", "the period"),
    ("le schéma", "the schema"),
    ("la qualité", "the quality"),
    ("le modèle", "the model"),
    ("la dépendance", "the dependency"),
    ("le système", "the system"),
    ("la donnée", "the data"),
    ("l’accès", "the access"),
    ("le métier", "the trade"),
];

const CODE: [(&str, &str); 4] = [
    (
        "javascript",
        "const limit{n} = async (items, size = {n}) => {\n  const out = [];\n  for (let i = 0; i < items.length; i += size) {\n    out.push(items.slice(i, i + size));\n  }\n  return out.map((part) => part.length * {n});\n};\n",
    ),
    (
        "python",
        "from functools import lru_cache\n\n@lru_cache(maxsize={n})\ndef total{n}(count: int) -> int:\n    if count <= 1:\n        return {n}\n    return total{n}(count - 1) + count\n\nprint(total{n}(10))\n",
    ),
    (
        "sql",
        "SELECT u.id, u.name, COUNT(o.id) AS orders\nFROM users u\nLEFT JOIN orders o ON o.user_id = u.id\nWHERE u.id > {n}\nGROUP BY u.id, u.name\nORDER BY orders DESC;\n",
    ),
    (
        "json",
        "{\n  \"id\": {n},\n  \"name\": \"item-{n}\",\n  \"tags\": [\"a\", \"b\"],\n  \"limit\": { \"soft\": {n}, \"hard\": 900 }\n}\n",
    ),
];

/// What the questions are about: concepts of the built-in glossary, and names that grow in number with the collection.
struct Subjects {
    concepts: Vec<(String, String)>,
    names: usize,
}

impl Subjects {
    fn draw(&self, numbers: &mut Numbers) -> (String, String) {
        if numbers.below(2) == 0 {
            return self.concepts[numbers.rank(self.concepts.len())].clone();
        }
        let mut key = Numbers(numbers.rank(self.names) as u64);
        let name: String = (0..3).map(|_| SYLLABLES[key.below(SYLLABLES.len())]).collect();
        (name.clone(), name)
    }
}

fn filled(turn: (&str, &str), words: &[(String, String); 3], french: bool) -> String {
    let start = if french { turn.0 } else { turn.1 }.to_owned();
    let word = |at: usize| if french { &words[at].0 } else { &words[at].1 };
    (0..3).fold(start, |text, at| text.replace(&format!("{{{at}}}"), word(at)))
}

/// The document of this number.
fn document(subjects: &Subjects, number: usize, french: bool) -> String {
    let mut numbers = Numbers(number as u64 * 2 + u64::from(french));
    let noun = |numbers: &mut Numbers| {
        let (fr, en) = NOUNS[numbers.below(NOUNS.len())];
        (fr.to_owned(), en.to_owned())
    };
    // A fault of a question repeats another, as it is or with one word less.
    let fault = (number % 25 == 24).then_some(number / 25 % 8);
    let asked = if matches!(fault, Some(0 | 1)) { number - 10 } else { number };
    let mut own = Numbers(asked as u64 + 7_777_777);
    let subject = [subjects.draw(&mut own), subjects.draw(&mut own), subjects.draw(&mut own)];
    let turn = QUESTIONS[own.below(QUESTIONS.len())];
    let mut question = filled(turn, &subject, french);
    if fault == Some(1) {
        question = question.replacen(
            if french { "Comment" } else { "How does" },
            if french { "Dites comment" } else { "Say how" },
            1,
        );
    }
    let (label, code) = CODE[numbers.below(CODE.len())];
    let mut code = code.replace("{n}", &numbers.below(1000).to_string());
    let mut text = format!(
        "---\nlang: {}\ntopic: {}\ndifficulty: {}\ntags: [{}]\n---\n# {question}\n\n",
        if french { "fr" } else { "en" },
        ["API", "SQL", "Web", "Architecture", "Java"][numbers.below(5)],
        ["beginner", "intermediate", "advanced"][numbers.below(3)],
        ["http", "tests", "cloud", "data"][numbers.below(4)],
    );
    if fault == Some(2) {
        return text;
    }
    let sentence = |numbers: &mut Numbers| {
        let words = [subject[numbers.below(3)].clone(), subjects.draw(numbers), noun(numbers)];
        filled(SENTENCES[numbers.below(SENTENCES.len())], &words, french)
    };
    for _ in 0..3 {
        let paragraph: Vec<String> = (0..4).map(|_| sentence(&mut numbers)).collect();
        let _ = writeln!(text, "{}\n", paragraph.join(" "));
    }
    for _ in 0..3 {
        let _ = writeln!(text, "- {}", sentence(&mut numbers));
    }
    if fault == Some(3) {
        code = code.replacen(['(', '{'], "((", 1);
    }
    let label = if fault == Some(4) { "" } else { label };
    let close = if fault == Some(5) { "" } else { "```\n" };
    let _ = write!(text, "\n```{label}\n{code}{close}");
    match fault {
        Some(6) => text += "\n<script>alert(1)</script>\n",
        Some(7) if french => text += "\nLa requete est renvoyee au deploiement suivant, deja prepare.\n",
        Some(7) => text += "\nThis isnâ€™t what was meant.\n",
        _ => text = text + "\n" + &sentence(&mut numbers) + "\n",
    }
    text
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, folder] = arguments.as_slice() else { usage() };
    let count: usize = count.parse().unwrap_or_else(|_| usage());
    let folder = Path::new(folder);
    let label = |labels: &std::collections::BTreeMap<Lang, String>, lang| labels.get(&lang).cloned();
    let concepts = Glossary::builtin().concepts.values();
    let concepts =
        concepts.filter_map(|one| Some((label(&one.pref_label, Lang::Fr)?, label(&one.pref_label, Lang::En)?)));
    let subjects = Subjects { concepts: concepts.collect(), names: (count / 4).max(20) };
    fs::create_dir_all(folder)?;
    fs::write(folder.join("passerelle.yaml"), "base_url: https://bench.example/\n")?;
    for number in 0..count / 2 {
        for french in [true, false] {
            let below = format!("content/{}/{:02}", if french { "fr" } else { "en" }, number / 100);
            fs::create_dir_all(folder.join(&below))?;
            fs::write(folder.join(&below).join(format!("{number:05}.md")), document(&subjects, number, french))?;
        }
    }
    Ok(())
}

fn usage() -> ! {
    eprintln!("usage: lint_corpus COUNT DIR");
    std::process::exit(2)
}
