//! A lexicon is learnt from parallel text.

use passerelle::lexicon::pairs::{self, Pair};
use passerelle::lexicon::{Lexicon, Settings, train};

/// Sentences of a small language: each noun with each verb, so that only the whole text tells which word is which.
fn made_up() -> Vec<Pair> {
    let nouns = [("serveur", "server"), ("fichier", "file"), ("jeton", "token"), ("grappe", "cluster")];
    let verbs = [("garde", "keeps"), ("perd", "loses"), ("attend", "awaits"), ("refuse", "rejects")];
    let mut out = Vec::new();
    for (fr, en) in nouns {
        for (french, english) in verbs {
            for (objet, object) in nouns.iter().filter(|(other, _)| *other != fr) {
                let fr = format!("Le {fr} {french} le {objet}.");
                out.push(Pair { fr, en: format!("The {en} {english} the {object}.") });
            }
        }
    }
    out
}

fn translations(lexicon: &Lexicon, stem: &str) -> Vec<(String, u8)> {
    let row = lexicon.words.iter().find(|(word, _)| word.stem == stem);
    row.into_iter().flat_map(|(_, all)| all).map(|t| (t.word.stem.clone(), t.weight)).collect()
}

#[test]
fn words_are_paired_by_what_they_occur_with() {
    let lexicon = train(&made_up(), &Settings::default());
    for (fr, en) in [("serv", "serv"), ("fichi", "file"), ("jeton", "token"), ("grapp", "clust"), ("perd", "lose")] {
        let all = translations(&lexicon, fr);
        let first = all.first().unwrap_or_else(|| panic!("{fr} is not in {lexicon}"));
        assert!(first.0.starts_with(en), "{fr}: {all:?}");
        assert!(first.1 >= 12, "{fr}: {all:?}");
    }
}

#[test]
fn neither_order_nor_threads_change_a_byte() {
    let first = train(&made_up(), &Settings::default()).to_string();
    let mut reversed = made_up();
    reversed.reverse();
    assert_eq!(train(&reversed, &Settings::default()).to_string(), first);
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        assert_eq!(pool.install(|| train(&made_up(), &Settings::default())).to_string(), first, "{threads} threads");
    }
}

#[test]
fn the_size_is_kept() {
    let whole = train(&made_up(), &Settings::default());
    let bytes = whole.to_string().len() - 20;
    let small = train(&made_up(), &Settings { bytes, ..Settings::default() });
    assert!(small.to_string().len() <= bytes && small.pairs() > 0 && small.pairs() < whole.pairs());
    let none = train(&[], &Settings::default());
    assert_eq!(Lexicon::parse(&none.to_string()), Ok(none));
}

#[test]
fn what_is_no_parallel_text_gives_no_pairs() {
    for name in ["a.tsv", "a.tmx", "a.po", "a"] {
        for text in ["", "\t\t\n", "<tmx><tu>", "msgid \"", "\u{0}\u{202e}\t\u{feff}"] {
            assert_eq!(pairs::read(name, text), [], "{name} {text}");
        }
    }
}
