//! French as it is set: whatever a source types, readers see its apostrophes and no-break spaces; addresses do not move.

use std::collections::BTreeMap;

use passerelle::config::Config;
use passerelle::i18n::Lang;
use passerelle::search;
use passerelle::site::{self, Theme};

use crate::site_fixture::{extra, library, page, pages};

#[test]
fn names_titles_and_definitions_are_set_as_french_is() {
    let mut library = library();
    library.entries[0].section = vec!["L'API ?".to_owned(), "L'état d'un appel".to_owned()];
    library.entries[0].tags = vec!["passage à l'échelle".to_owned()];
    library.entries[0].question = "Qu'est-ce que l'idempotence d'un `appel('l'un ?')` ?".to_owned();
    library.entries[0].answer = Some("C'est l'état qui ne change plus.".to_owned());
    let concept = library.glossary.concepts.get_mut("idempotency").expect("a concept");
    concept.pref_label.insert(Lang::Fr, "clé d'idempotence".to_owned());
    concept.alt_label.insert(Lang::Fr, vec!["clé d'unicité".to_owned()]);
    concept.definition.insert(Lang::Fr, "Ce qu'un client envoie : une clé.".to_owned());
    concept.definition.insert(Lang::En, "A client's key.".to_owned());
    let config = Config {
        title: BTreeMap::from([(Lang::Fr, "Questions d'entretien".to_owned())]),
        description: BTreeMap::from([(Lang::Fr, "L'essentiel, en français !".to_owned())]),
        ..Config::default()
    };
    let files = site::build(&library, &config, &Theme::builtin(), &extra()).expect("a site");

    let question = page(&files, "fr/q/idempotence/index.html");
    for part in [
        // What is code stays code, in the title too, where no mark shows that it is.
        "<title>Qu’est-ce que l’idempotence d’un appel(&#39;l&#39;un ?&#39;)\u{202f}? · Questions d’entretien</title>",
        "<h1>Qu’est-ce que l’idempotence d’un <code>appel(&#39;l&#39;un ?&#39;)</code>\u{202f}?</h1>",
        "content=\"C’est l’état qui ne change plus.\"",
        ">clé d’idempotence</a>",
        ">passage à l’échelle</a>",
        ">L’état d’un appel</a>",
        ">L’API\u{202f}?</a>",
    ] {
        assert!(question.contains(part), "{part} in {question}");
    }
    let concept = page(&files, "fr/concepts/idempotency/index.html");
    for part in [
        "<title>Clé",
        "<h1>clé d’idempotence</h1>",
        "clé d’unicité",
        "<p>Ce qu’un client envoie\u{a0}: une clé.</p>",
        "\"alternateName\":[\"clé d’unicité\"]",
        // English is left as it was typed.
        "A client&#39;s key.",
    ] {
        assert!(concept.to_lowercase().contains(&part.to_lowercase()), "{part} in {concept}");
    }
    assert!(page(&files, "fr/index.html").contains("<p class=\"lead\">L’essentiel, en français\u{202f}!</p>"));
    assert!(page(&files, "fr/concepts/index.html").contains(">clé d’idempotence</a>"));
    assert!(page(&files, "fr/tags/index.html").contains(">passage à l’échelle</a>"));
    assert!(page(&files, "fr/topics/index.html").contains(">L’API\u{202f}?</a>"));
    // Addresses and anchors are those of what is written.
    assert!(page(&files, "fr/topics/l-api/index.html").contains("<h2 id=\"l-etat-d-un-appel\">L’état d’un appel"));
    assert!(files.get("fr/tags/passage-a-l-echelle/index.html").is_some());

    for (path, html) in pages(&files).filter(|(path, _)| path.starts_with("fr/") && !path.contains("passwd")) {
        let visible = html.replace("appel(&#39;l&#39;un ?&#39;)", "").replace("A client&#39;s", "");
        assert!(!visible.contains("l&#39;") && !visible.contains("d&#39;"), "{path}: {html}");
    }

    // Results show the same, and are found however one types.
    let index = search::build(&library);
    let rows = index.files.iter().filter(|(path, _)| path.rsplit('/').next().is_some_and(|name| name.starts_with('r')));
    let rows: String = rows.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    assert!(rows.contains("Qu’est-ce que l’idempotence d’un appel('l'un ?')\u{202f}?"), "{rows}");
    let manifest = index.files.iter().find(|(path, _)| path.ends_with("manifest.js")).expect("a manifest").1;
    assert!(String::from_utf8_lossy(manifest).contains("L’API\u{202f}?"), "the topics to choose from");
}
