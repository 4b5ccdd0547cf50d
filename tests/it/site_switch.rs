//! The language switch: on every page, to a page that is there, of the same kind or of the nearest.

use passerelle::config::Config;
use passerelle::files::Files;
use passerelle::i18n::Lang;
use passerelle::link::Library;
use passerelle::normalise::Difficulty;
use passerelle::site::{self, Theme};

use crate::bare;
use crate::site_fixture::{attribute, built, extra, library, page, pages, tags, target};

/// What follows the language in a page's path, and whether it is a page of its own below that: `topics`, `topics/*`. Later
/// pages of a list are of its kind.
fn kind(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').skip(1).filter(|part| part.parse::<usize>().is_err()).collect();
    match parts[..] {
        ["topics", _, "print", ..] => "print".to_owned(),
        ["index.html"] => "home".to_owned(),
        [kind, "index.html"] => kind.to_owned(),
        [kind, ..] => format!("{kind}/*"),
        [] => path.to_owned(),
    }
}

/// Kinds that may stand in for one that the other language lacks.
fn nearest(kind: &str) -> &[&str] {
    match kind {
        "q/*" => &["concepts/*", "topics/*", "topics", "home"],
        "print" => &["topics/*", "topics"],
        "topics/*" => &["topics"],
        "tags/*" => &["tags"],
        _ => &[],
    }
}

/// Checks the switch of every page of a site; gives how many there were.
fn switches(files: &Files) -> usize {
    let mut seen = 0;
    for (path, html) in pages(files).filter(|(path, _)| path.starts_with("fr/") || path.starts_with("en/")) {
        let other = if path.starts_with("fr/") { "en" } else { "fr" };
        let nav = html.split("<nav class=\"langs\"").nth(1).and_then(|rest| rest.split("</nav>").next());
        let nav = nav.unwrap_or_else(|| panic!("{path}: no switch"));
        let links: Vec<&str> = tags(nav).filter(|tag| tag.starts_with("<a ")).collect();
        let [link] = links[..] else { panic!("{path}: {links:?}") };
        assert_eq!(attribute(link, "hreflang"), Some(other), "{path}");
        let to = target(path, attribute(link, "href").expect("an address"));
        let there = files.get(&to).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let there = there.unwrap_or_else(|| panic!("{path}: the switch leads to {to}, which is not there"));
        assert!(there.contains(&format!("<html lang=\"{other}\">")), "{path}: {to}");
        assert!(!there.contains("http-equiv=\"refresh\""), "{path}: {to} only leads on");
        let (from, to) = (kind(path), kind(&to));
        assert!(from == to || nearest(&from).contains(&to.as_str()), "{path}: from {from} to {to}");
        seen += 1;
    }
    seen
}

#[test]
fn every_page_leads_to_the_other_language() {
    assert!(switches(&built(&Config::default())) > 30);
}

#[test]
fn later_pages_of_a_list_lead_to_their_number() {
    let entry = |lang: Lang, number: usize| {
        let id = format!("{}-{number:04}", lang.code());
        let mut entry = bare::entry(&id, lang, &format!("{number} ?"), Some("A number."), "a.md");
        entry.section = vec!["Numbers".to_owned()];
        entry.difficulty = Some(Difficulty::Beginner);
        entry
    };
    let french = (0..250).map(|number| entry(Lang::Fr, number));
    let entries: Vec<_> = french.chain((0..150).map(|number| entry(Lang::En, number))).collect();
    let library = Library { mentions: vec![Vec::new(); entries.len()], entries, ..Library::default() };
    let files = site::build(&library, &Config::default(), &Theme::builtin(), &extra()).expect("a site");
    assert!(switches(&files) > 400);
    let leads = |path: &str, to: &str| {
        let link = tags(page(&files, path)).find(|tag| tag.starts_with("<a ") && tag.contains("hreflang=\"en\""));
        assert_eq!(target(path, link.and_then(|tag| attribute(tag, "href")).expect("a switch")), to, "{path}");
    };
    leads("fr/levels/beginner/2/index.html", "en/levels/beginner/2/index.html");
    leads("fr/levels/beginner/3/index.html", "en/levels/beginner/index.html");
}

#[test]
fn sections_of_a_topic_name_their_counterparts() {
    let mut library = library();
    for entry in library.entries.iter_mut().filter(|entry| entry.id == "idempotency") {
        entry.section = vec!["HTTP".to_owned(), "Verbs".to_owned()];
    }
    let files = site::build(&library, &Config::default(), &Theme::builtin(), &extra()).expect("a site");
    let heading = |path: &str, id: &str| -> Option<String> {
        let mut all = tags(page(&files, path)).filter(|tag| tag.starts_with("<h2"));
        let tag = all.find(|tag| attribute(tag, "id") == Some(id)).unwrap_or_else(|| panic!("no {id} in {path}"));
        attribute(tag, "data-twin").map(str::to_owned)
    };
    let (fr, en) = ("fr/topics/api/index.html", "en/topics/http/index.html");
    assert_eq!(heading(fr, "verbes").as_deref(), Some("../../../en/topics/http/index.html#verbs"));
    assert_eq!(heading(en, "verbs").as_deref(), Some("../../../fr/topics/api/index.html#verbes"));
    assert_eq!(heading(fr, "choix"), None, "what shares no question has none");
    // Questions right under the topic's title are no section to lead to.
    assert!(!page(&built(&Config::default()), fr).contains("data-twin"));
}
