//! `missing-elision`: `que un` for `qu’un`, `le API` for `l’API`.

use std::sync::OnceLock;

use regex::Regex;

use super::prose::Prose;
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::text::fold;
use crate::text::french::{also_english, french};

/// What a word loses its vowel before.
enum Before {
    /// Any word of three letters or more that begins with a vowel, and these shorter ones.
    Any(&'static [&'static str]),
    /// The same, and names: `d’Elasticsearch`.
    Names(&'static [&'static str]),
    /// The same as `Any` for an article, which no function word follows.
    Noun,
    /// These words only.
    Only(&'static [&'static str]),
}

const CLAUSE: &[&str] = &["elle", "elles", "en", "il", "ils", "on", "un", "une"];

/// Words that lose their vowel.
const ELIDED: &[(&str, Before)] = &[
    ("ce", Before::Only(&["est", "etaient", "etait"])),
    ("de", Before::Names(&["au", "en", "un"])),
    ("je", Before::Any(&["ai", "en", "y"])),
    ("jusque", Before::Only(&["a", "alors", "au", "aux", "en", "ici", "ou"])),
    ("la", Before::Noun),
    ("le", Before::Noun),
    ("lorsque", Before::Only(CLAUSE)),
    ("me", Before::Any(&["a", "en", "y"])),
    ("ne", Before::Any(&["a", "ai", "as", "en", "y"])),
    ("puisque", Before::Only(CLAUSE)),
    ("que", Before::Names(&["au", "en", "il", "on", "un"])),
    ("quelque", Before::Only(&["un", "une"])),
    ("quoique", Before::Only(CLAUSE)),
    ("se", Before::Any(&["en", "il", "y"])),
    ("si", Before::Only(&["il", "ils"])),
    ("te", Before::Any(&["a", "en", "y"])),
];

/// Words before which no vowel falls, folded: French ones that usage excepts, and English ones that begin with a consonant
/// when they are said, though French has a word of these letters.
const KEPT: &[&str] = &[
    "iota",
    "iotas",
    "once",
    "one",
    "onze",
    "onzieme",
    "onziemes",
    "ouate",
    "oui",
    "ouistiti",
    "uhlan",
    "ululement",
    "unit",
    "units",
    "use",
    "used",
    "user",
    "users",
    "uses",
];

/// Function words and forms of verbs, folded: after one of them, `la` is `là` and `le` is a mention.
const NO_NOUN: &[&str] = &[
    "afin", "ainsi", "alors", "apres", "are", "aussi", "aux", "avec", "elle", "elles", "encore", "ensuite", "entre",
    "est", "etait", "eux", "ici", "ils", "ont", "out", "une",
];

/// The beginnings of the words whose h is mute, folded; all others keep the vowel before them.
const MUTE: &[&str] = &[
    "habitu", "heberg", "herit", "hesit", "heterog", "heure", "heurist", "histoi", "histor", "homme", "homog",
    "homolog", "horair", "horizon", "horloge", "horodat", "hote", "humain", "hyper", "hypo",
];

/// Acronyms that begin with a vowel when they are said; those that are said in two ways, and words of SQL, are not here.
const ACRONYMS: &[&str] = &[
    "ACL", "API", "APM", "AST", "AWS", "EDI", "ETL", "IA", "IAM", "IDE", "IP", "ORM", "OS", "OTP", "UI", "URI", "URL",
    "UX",
];

fn pattern() -> &'static Regex {
    static PATTERN: OnceLock<Regex> = OnceLock::new();
    PATTERN.get_or_init(|| {
        let first: Vec<&str> = ELIDED.iter().map(|(first, _)| *first).collect();
        // The boundary is that of ASCII, which is searched faster; an accented letter before it is looked for below.
        let pattern =
            format!(r"(?-u:\b)(?i:({}))[ \u{{a0}}]([aehiouyAEHIOUÀÂÆÉÈÊËÎÏÔÛŒàâæéèêëîïôûœ]\p{{L}}*)", first.join("|"));
        Regex::new(&pattern).expect("a valid pattern")
    })
}

pub(super) fn check(prose: &Prose<'_>, out: &mut Vec<Diagnostic>) {
    for found in pattern().captures_iter(&prose.text) {
        let (Some(whole), Some(first), Some(second)) = (found.get(0), found.get(1), found.get(2)) else { continue };
        let (before, after) = (&prose.text[..whole.start()], &prose.text[whole.end()..]);
        let (lower, next) = (first.as_str().to_lowercase(), fold(second.as_str()));
        let Some((_, rule)) = ELIDED.iter().find(|(word, _)| *word == lower) else { continue };
        // `SI` is an acronym; `est-ce que un` is one fault; `faites-le avant`, `celui-la` and `le/la` are none.
        let joined = first.as_str()[1..].contains(char::is_uppercase)
            || before.ends_with(char::is_alphabetic)
            || before.ends_with(['-', '/', '\'', '’', '.']) && lower != "que"
            || after.starts_with(|c: char| c.is_alphanumeric() || "-‑_/'’".contains(c));
        // A number is not elided: `de un à dix`, `une note de un`.
        let ranges = [" à ", " a ", " ou "].iter().any(|word| after.starts_with(word));
        let number = lower == "de" && matches!(next.as_str(), "un" | "une") && (ranges || !after.starts_with(' '));
        if joined || number {
            continue;
        }
        let named = match rule {
            Before::Only(words) => (words.contains(&next.as_str())).then_some(false),
            Before::Any(short) => is_vowel(second.as_str(), &next, short).then_some(false),
            Before::Noun => {
                (!NO_NOUN.contains(&next.as_str()) && is_vowel(second.as_str(), &next, &[])).then_some(false)
            }
            Before::Names(short) if is_vowel(second.as_str(), &next, short) => Some(false),
            Before::Names(_) => is_name(before, second.as_str()).then_some(true),
        };
        let Some(named) = named else { continue };
        let head = format!("{}’", &first.as_str()[..first.len() - 1]);
        let place = prose.document.place(whole.range());
        let finding = prose.document.finding("missing-elision", place).with("written", whole.as_str());
        let finding = finding.with("meant", format!("{head}{}", second.as_str()));
        // The second word may lack an accent, which another fix puts there.
        let edits = vec![Edit::replace(prose.document.place(first.start()..second.start()), head)];
        out.push(finding.fix(if named { Fix::unsafe_(edits) } else { Fix::safe(edits) }));
    }
}

/// Whether a word, folded to `next`, is a French one in small letters, or an acronym, that begins with a vowel when it is said.
fn is_vowel(word: &str, next: &str, short: &[&str]) -> bool {
    if ACRONYMS.contains(&word.strip_suffix('s').unwrap_or(word)) {
        return true;
    }
    if word.contains(char::is_uppercase) || KEPT.contains(&next) {
        return false;
    }
    if word.chars().count() < 3 {
        return short.contains(&next);
    }
    let sounded = match next.as_bytes()[0] {
        b'h' => MUTE.iter().any(|mute| next.starts_with(mute)),
        first => first != b'y',
    };
    let bare = || word.chars().count() > 4 && !also_english().contains(word) && !french().accented(word).is_empty();
    sounded && (french().contains(word) || next == "etre" || bare())
}

/// Whether a word is a name that begins with a vowel, and not that of a person whose name has the particle: `Miguel de Icaza`.
fn is_name(before: &str, word: &str) -> bool {
    let proper = word.chars().any(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase);
    let vowel = fold(word).starts_with(['a', 'e', 'i', 'o']) && word.chars().count() > 3;
    let last = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    proper && vowel && !KEPT.contains(&fold(word).as_str()) && french().contains(&last.to_lowercase())
}
