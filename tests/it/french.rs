//! The rules about French: what they find in text without accents, what they leave alone, and what their fixes make of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use passerelle::config::{Config, Level};
use passerelle::diagnostic::Diagnostic;
use passerelle::lint::{Levels, fix};
use passerelle::pipeline::{Collection, Input, collect};
use passerelle::source::Source;

const ACCENTS: [&str; 3] = ["missing-accent", "missing-accent-ambiguous", "missing-accent-real-word"];

fn read(sources: Vec<Source>) -> (Collection, Vec<Diagnostic>) {
    let levels = Levels::new(&BTreeMap::from([("straight-apostrophe".to_owned(), Level::Info)])).expect("a rule");
    let collection = collect(Input { sources, ..Input::default() });
    let found = collection.lint(&Config::default(), &levels);
    (collection, found)
}

/// The rule and the text of each finding about French in one document.
fn found(text: &str) -> Vec<(&'static str, String)> {
    let (collection, found) = read(vec![Source::new("a.md", "a.md", text)]);
    let source = &collection.documents[0].source;
    let shown = |finding: &Diagnostic| {
        let (from, to) = (finding.place, finding.place);
        source.text[source.offset(from.line, from.column)..source.offset(to.end_line, to.end_column)].to_owned()
    };
    let french = |rule: &str| rule.starts_with("straight") || rule.starts_with("narrow") || rule.starts_with("space");
    let missing = ["missing-elision", "missing-ligature"];
    found
        .iter()
        .filter(|finding| ACCENTS.contains(&finding.rule) || missing.contains(&finding.rule) || french(finding.rule))
        .map(|finding| (finding.rule, shown(finding)))
        .collect()
}

fn mended(text: &str, unsafe_too: bool) -> String {
    let (collection, found) = read(vec![Source::new("a.md", "a.md", text)]);
    fix::mended(&collection.documents[0].source, &found, unsafe_too).unwrap_or_else(|| text.to_owned())
}

#[test]
fn accents_are_restored_with_capitals_and_line_ends() {
    let typed = "# Reseau\r\n\r\n## Pourquoi verifier les entrees ?\r\n\r\nEviter les donnees erronees, apres un echec \
                 par exemple, cote serveur. Meme une requete d'un collegue est a verifier.\r\n";
    let meant = "# Réseau\r\n\r\n## Pourquoi vérifier les entrées ?\r\n\r\nÉviter les données erronées, après un échec \
                 par exemple, côté serveur. Même une requête d’un collègue est à vérifier.\r\n";
    assert_eq!(mended(typed, false), meant);
    assert_eq!(mended(meant, true), meant, "a second run changes nothing");
}

#[test]
fn code_links_names_and_english_are_left_alone() {
    for kept in [
        "Lancez `git clone requetes` puis lisez ``a ` donnees`` dans le dossier.",
        "Voir [la reponse](https://exemple.fr/donnees/requete.html) et <a href=\"requete\">ici</a>.",
        "Le fichier /var/donnees/requete.csv et le module reseau.requete sont dans etat_general.",
        "Selon Frederic Mege et la SOCIETE, tout va bien avec VideoDonnees.",
        "Un « load balancer » et une dead letter queue, un retry with jitter, un read-repair.",
        "Le client envoie etat2 et $donnees à l'hôte @societe.".replace("l'", "l’").as_str(),
        "Cet emoji est dans le cache du navigateur.",
    ] {
        let text = format!(
            "# Que dit cette réponse à propos des données ?\n\n{kept}\n\n```js\nlet donnees = \"requete\"; // ecrit\n```\n"
        );
        assert_eq!(found(&text), [], "{kept}");
    }
    assert_eq!(found("# What is a resume?\n\nThe requetes table has a schema; operation is a difference.\n"), []);
}

#[test]
fn real_words_are_doubted_only_where_accents_lack_throughout() {
    let sound = "# À quoi sert un relais ?\n\nIl a une file, ou deux, et la cote du client. Il est livre.\n";
    assert_eq!(found(sound), []);
    let bare =
        "# A quoi sert la securite ?\n\nProteger les donnees : la requete est facile a verifier, mais verifiee ou ?\n";
    let real: Vec<String> =
        found(bare).into_iter().filter(|(rule, _)| *rule == ACCENTS[2]).map(|(_, text)| text).collect();
    assert_eq!(real, ["A", "a", "ou"]);
}

#[test]
fn a_word_of_both_languages_is_french_beside_french_words_and_again_on_their_line() {
    let text = |line: &str| format!("# A quoi sert la securite ?\n\nProteger les donnees et les requetes.\n\n{line}\n");
    for (line, wanted) in [
        ("RPC est action/operation.", 1),
        ("Le schema fixe la forme\u{a0}; NoSQL schema flexible, scaling.", 2),
        ("Le schema fixe la forme.\n\nNoSQL schema flexible, scaling.", 1),
    ] {
        let found = found(&text(line));
        assert_eq!(found.iter().filter(|(rule, _)| *rule == ACCENTS[1]).count(), wanted, "{line}: {found:?}");
    }
}

#[test]
fn a_word_with_several_readings_is_not_mended_unasked() {
    let text = "# Que fait une passerelle à l’entrée ?\n\nElle vérifie, puis securise les échanges.\n";
    assert_eq!(found(text), [("missing-accent-ambiguous", "securise".to_owned())]);
    assert_eq!(mended(text, false), text);
    assert!(mended(text, true).contains("sécuris"));
}

#[test]
fn the_spelling_of_1990_is_not_undone_unasked() {
    let reformed =
        "# Que coûte un réseau\u{202f}?\n\nLe cout d’un maitre, et la durée du cycle, sont à connaitre avant l’été.\n";
    assert_eq!(mended(reformed, false), reformed);
    assert!(mended(reformed, true).contains("Le coût d’un maître, et la durée du cycle, sont à connaître"));
    let mixed = "# Que coûte un réseau\u{202f}?\n\nLa durée des requetes, et leur cout, sont à noter dès l’été.\n";
    assert!(mended(mixed, false).contains("La durée des requêtes, et leur cout,"));
    let bare = "# Quel est le cout ?\n\nLe cout des requetes sur le reseau : il faut connaitre le maitre.\n";
    assert!(mended(bare, false).contains("Le coût des requêtes sur le réseau"));
    assert!(mended(bare, false).contains("connaître le maître"));
}

#[test]
fn marks_quotes_and_numbers_are_set_as_french_sets_them() {
    let text = "# Qu'est-ce que \"l'index\"?\n\nUne aide: 95% des lectures; vite!\n";
    let set = "# Qu’est-ce que «\u{a0}l’index\u{a0}»\u{202f}?\n\nUne aide\u{a0}: 95\u{a0}% des lectures\u{202f}; vite\u{202f}!\n";
    // Marks that touch each other wait for the next round.
    assert_eq!(mended(&mended(text, false), false), set);
    for kept in [
        "Un écran de 24\" ou l’heure 12:30, l’adresse https://exemple.fr/?q=1; `a?b` et `x%`.",
        "Une espace ordinaire suffit : le site fait le reste ; vraiment !",
        "Le livre *Release It!* est connu, l’encodage %20 aussi, std::vec de même.",
    ] {
        let text = format!("# Que reste-t-il à voir dans cette réponse ?\n\n{kept}\n");
        assert_eq!(found(&text), [], "{kept}");
    }
}

#[test]
fn vowels_are_elided_and_numbers_are_not() {
    let fixed = |text: &str| mended(&format!("# Que dit la règle à ce sujet ?\n\n{text}\n"), false);
    for (typed, meant) in [
        ("Parce que il attend.", "Parce qu’il attend."),
        ("Lorsque un client part.", "Lorsqu’un client part."),
        ("On sait si il attend.", "On sait s’il attend."),
        ("Avant de être lu.", "Avant d’être lu."),
    ] {
        assert!(fixed(typed).contains(meant), "{}", fixed(typed));
    }
    for kept in ["Une note de un à dix.", "On se demande si elle attend.", "Le onze mars, la une du journal."] {
        assert!(fixed(kept).contains(kept), "{}", fixed(kept));
    }
}

fn shared() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    shared.join("lint/seed_findings.jsonl").is_file().then_some(shared)
}

/// The true findings in the French document: rule, line, column, what is written, what is meant.
fn truth(shared: &Path, name: &str) -> BTreeMap<(String, usize, usize), (String, String)> {
    let rows = std::fs::read_to_string(shared.join("lint/seed_findings.jsonl")).expect("the findings");
    let rows = rows.lines().map(|row| serde_json::from_str::<serde_json::Value>(row).expect("a record"));
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    rows.filter(|row| row["file"] == name && row["confidence"] == "certain")
        .map(|row| {
            let number = |key: &str| row[key].as_u64().map_or(0, |n| usize::try_from(n).expect("a small number"));
            let key = (text(&row, "name"), number("line"), number("col"));
            (key, (text(&row, "match"), text(&row, "fix")))
        })
        .collect()
}

#[test]
fn the_french_seed_is_found_and_restored() {
    let Some(shared) = shared() else {
        return eprintln!("skipped: ../shared is not here");
    };
    let name = "000_b628136e922317a8.txt";
    let path = shared.join("seeds").join(name);
    let (collection, found) = read(vec![Source::new(name, name, std::fs::read_to_string(path).expect("the seed"))]);
    let truth = truth(&shared, name);
    let rows = |rules: &[&str]| -> BTreeSet<(String, usize, usize)> {
        truth.keys().filter(|(rule, ..)| rules.contains(&rule.as_str())).cloned().collect()
    };
    let hits = |rules: &[&str]| -> BTreeSet<(String, usize, usize)> {
        let own = found.iter().filter(|finding| rules.contains(&finding.rule));
        own.map(|finding| (finding.rule.to_owned(), finding.place.line, finding.place.column)).collect()
    };
    let (wanted, reported) = (rows(&ACCENTS), hits(&ACCENTS));
    let right = wanted.intersection(&reported).count();
    assert!(right * 100 >= wanted.len() * 94, "recall {right}/{}", wanted.len());
    assert!(right * 100 >= reported.len() * 98, "precision {right}/{}", reported.len());
    for rule in [
        "missing-accent",
        "missing-elision",
        "missing-ligature",
        "narrow-nbsp-before-high-punctuation",
        "space-before-percent",
        "straight-apostrophe",
        "straight-quotes",
    ] {
        assert_eq!(hits(&[rule]), rows(&[rule]), "{rule}");
    }
    // What `--fix` puts in is what was meant, and enough of it.
    let safe = found.iter().filter(|finding| ACCENTS.contains(&finding.rule));
    let mut restored = 0;
    for finding in safe {
        let Some(fix) = finding.fix.as_ref().filter(|fix| fix.safe) else { continue };
        let key = (finding.rule.to_owned(), finding.place.line, finding.place.column);
        assert_eq!(Some(&fix.edits[0].text), truth.get(&key).map(|(_, meant)| meant), "{finding:?}");
        restored += 1;
    }
    assert!(restored * 100 >= wanted.len() * 84, "{restored}/{}", wanted.len());
    let once = fix::mended(&collection.documents[0].source, &found, false).expect("changes");
    assert!(once.contains("Protocole d’autorisation pour accès") && once.contains("plusieurs nœuds"));
}

#[test]
fn vowels_fall_before_any_word_that_begins_with_one() {
    let text = |body: &str| format!("# Réseau\n\n## Comment les services se parlent-ils ?\n\n{body}\n");
    for (typed, meant) in [
        ("Il faut protéger le API et ne pas le laisser ouvert.", "l’API"),
        ("Il faut lire la application et le usage de chacun.", "l’application et l’usage d"),
        ("Quand je ai lu le journal, je comprends mieux.", "j’ai"),
        ("On ne sait pas se il faut attendre la réponse.", "s’il"),
        ("On attend jusque à la fin de la transaction.", "jusqu’à"),
        ("C’est le hôte de la machine, dans la historique du réseau.", "l’hôte de la machine, dans l’historique"),
        ("Cela dépend de échecs que il a eus avec ce service.", "d’échecs qu’il"),
        ("Quelque un ne a pas lu la page que une autre équipe garde.", "Quelqu’un n’a"),
    ] {
        let mended = mended(&text(typed), false);
        assert!(mended.contains(meant), "{typed}: {mended}");
    }
    let named = text("La configuration de Elasticsearch se trouve dans le dossier du service.");
    assert!(!mended(&named, false).contains("d’Elasticsearch"), "whether a name is elided is for a person to say");
    assert!(mended(&named, true).contains("d’Elasticsearch"));
    for kept in [
        "Le onze de départ, le oui du client, le yaourt et la huitième page de la hiérarchie.",
        "Le hachage de la clé, le haut de la page, le hasard et la hausse du trafic.",
        "Le use case et la user story passent par le unit test, et le event loop attend.",
        "Une note de un, de un à dix, et le OU exclusif du SQL, comme le AND et le IN.",
        "Ouvrez-le avant la fin, celui-la autre ; le/la utilisateur choisit, le SSL et la HTTP aussi.",
        "Le SI et le DE sont des sigles, et Miguel de Icaza a écrit ce service pour la une du journal.",
    ] {
        let told: Vec<_> = found(&text(kept)).into_iter().filter(|(rule, _)| *rule == "missing-elision").collect();
        assert_eq!(told, [], "{kept}");
    }
}

#[test]
fn good_french_raises_few_alarms() {
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content/fr")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                let name = path.display().to_string();
                sources.push(Source::new(&path, name, std::fs::read_to_string(&path).expect("text")));
            }
        }
    }
    let words: usize = sources.iter().map(|source| source.text.split_whitespace().count()).sum();
    let (_, found) = read(sources);
    let rules = [ACCENTS.as_slice(), &["missing-elision", "missing-ligature", "straight-quotes"]].concat();
    let alarms: Vec<&Diagnostic> = found.iter().filter(|finding| rules.contains(&finding.rule)).collect();
    let elided: Vec<_> = alarms.iter().filter(|finding| finding.rule == "missing-elision").collect();
    assert!(elided.is_empty(), "{elided:#?}");
    assert!(words > 10_000 && alarms.len() * 2_000 <= words, "{words} words: {alarms:#?}");
}
