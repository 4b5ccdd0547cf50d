//! A collection to measure on: the project's own documents, and made-up ones of any number in two layouts.

use std::path::Path;

use passerelle::source::Source;

const SUBJECTS: [(&str, &str); 8] = [
    ("the read replica", "le réplica de lecture"),
    ("a circuit breaker", "un disjoncteur"),
    ("the connection pool", "le pool de connexions"),
    ("cursor pagination", "la pagination par curseur"),
    ("an idempotency key", "une clé d'idempotence"),
    ("the dead letter queue", "la file de lettres mortes"),
    ("a composite index", "un index composite"),
    ("the refresh token", "le jeton de rafraîchissement"),
];
const TURNS: [(&str, &str); 5] = [
    ("What does {} protect against under load", "De quoi {} protège-t-il sous forte charge"),
    ("When would you do without {} in a small service", "Quand vous passeriez-vous de {} dans un petit service"),
    ("How do you monitor {} in production", "Comment surveillez-vous {} en production"),
    ("Which mistake with {} have you seen most often", "Quelle erreur avec {} avez-vous vue le plus souvent"),
    ("How would you explain {} to a new colleague", "Comment expliqueriez-vous {} à une nouvelle collègue"),
];

/// `count` questions, half in French, half in English, twenty a document, with a code block in every third answer.
pub fn made_up(count: usize) -> Vec<Source> {
    (0..count.div_ceil(20))
        .map(|document| {
            let french = document % 2 == 1;
            let mut text = String::from(if french { "# Banque\n\n## Partie\n\n" } else { "# Bank\n\n## Part\n\n" });
            for n in document * 20..((document + 1) * 20).min(count) {
                let (subject, turn) = (SUBJECTS[n % 8], TURNS[n / 8 % 5]);
                let pick = |pair: (&'static str, &'static str)| if french { pair.1 } else { pair.0 };
                let question = format!("{} (cas {n}) ?", pick(turn).replace("{}", pick(subject)));
                let prose = if french {
                    "Il faut d'abord mesurer, puis décider : **le compromis** dépend de la charge et de l'équipe."
                } else {
                    "Measure first, then decide: **the trade-off** depends on the load and on the team."
                };
                text += &format!("### Q{}: {question}\n\n{prose} {}\n\n- un\n- two {n}\n\n", n + 1, prose.repeat(4));
                if n % 3 == 0 {
                    text += &format!("```javascript\nconst limit{n} = await pool.acquire({{ timeout: {n} }});\nif (!limit{n}) throw new Error(\"busy\");\n```\n\n");
                }
            }
            let name = format!("content/{document:05}.md");
            Source::new(&name, &name, text)
        })
        .collect()
}

/// The project's own documents.
pub fn own() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("content")];
    let mut out = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the content folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name != "concepts.yaml") {
                let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
                out.push(Source::new(&path, name, std::fs::read_to_string(&path).expect("a document")));
            }
        }
    }
    out.sort_by(|a, b| a.name.cmp(&b.name));
    out
}
