//! The manual is tested: the fenced examples of `docs/rules/*.md` are linted, the bad ones with a finding of the page's
//! rule, the good ones with none of that rule nor of any that is on by default.
//!
//! An example's info string is `FORMAT bad|good [NAME]`; neighbours with names are the files of one collection.

use std::collections::BTreeMap;

use passerelle::config::{Config, Level};
use passerelle::diagnostic::Diagnostic;
use passerelle::discover::{CONCEPTS, CONFIG, LINKS};
use passerelle::files::Files;
use passerelle::i18n::Lang;
use passerelle::identity::{Lock, assign};
use passerelle::images::Images;
use passerelle::link::{Glossary, Library};
use passerelle::lint::{self, Check, Context, Document, Interface, Levels, RULES, Terms};
use passerelle::normalise::normalise;
use passerelle::parse::parse;
use passerelle::pipeline::{Concepts, Input, Reviewer, Scene, collect};
use passerelle::report;
use passerelle::source::Source;

/// Rules of stages that these tests do not run (discovery and the glossary have tests of their own), and two whose bad
/// example no page can show: the lines of an example all end, and nothing was built before it.
const ELSEWHERE: [&str; 4] = ["invalid-concepts", "missing-final-newline", "stale-translation", "unreadable-file"];

pub struct Example {
    pub good: bool,
    pub files: Vec<(String, String)>,
}

pub fn examples(page: &str) -> Vec<Example> {
    let mut out: Vec<Example> = Vec::new();
    let mut joinable = false;
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some((fence, info)) = line.find(|c| c != '`').filter(|&at| at >= 3).map(|at| line.split_at(at)) else {
            joinable &= line.is_empty();
            continue;
        };
        let text: String = lines.by_ref().take_while(|line| *line != fence).map(|line| format!("{line}\n")).collect();
        let words: Vec<&str> = info.split(' ').collect();
        let good = match words.get(1) {
            Some(&"good") => true,
            Some(&"bad") => false,
            _ => continue,
        };
        let extension = if words[0] == "markdown" { "md" } else { words[0] };
        let file = (words.get(2).map_or(format!("example.{extension}"), |name| (*name).to_owned()), text);
        match out.last_mut() {
            Some(example) if joinable && words.len() > 2 && example.good == good => example.files.push(file),
            _ => out.push(Example { good, files: vec![file] }),
        }
        joinable = words.len() > 2;
    }
    out
}

/// The default levels, with `rule` on where it is off by default. The answers of examples are short on purpose.
fn levels_with(rule: &str) -> Levels {
    let off = RULES.iter().filter(|row| row.default == Level::Off && row.name == rule);
    let mut levels: BTreeMap<String, Level> = off.map(|row| (row.name.to_owned(), Level::Info)).collect();
    if rule != "answer-too-short" {
        levels.insert("answer-too-short".to_owned(), Level::Off);
    }
    Levels::new(&levels).expect("rules")
}

/// Lints a collection of these files, read as the tool reads them, with `rule` on; `.ftl` files stand for the interface's,
/// `.svg` files for the images beside the documents. Entries are linked only where decisions about links, concepts or
/// settings are among the files.
pub fn lint(rule: &str, files: &[(String, String)]) -> (Vec<Document>, Vec<Diagnostic>) {
    let levels = levels_with(rule);
    let read = |(name, text): &(String, String)| Source::new(name, name, text.as_str());
    let beside = |wanted: &str| files.iter().find(|(name, _)| name == wanted).map(read);
    let (links, concepts, settings) = (beside(LINKS), beside(CONCEPTS), beside(CONFIG));
    let config = settings.as_ref().map_or_else(Config::default, |text| Config::parse(text).expect("settings"));
    if links.is_some() || concepts.is_some() || settings.is_some() {
        let is_source = |(name, _): &&(String, String)| ![LINKS, CONCEPTS, CONFIG].contains(&name.as_str());
        let sources = files.iter().filter(is_source).map(read).collect();
        let concepts = concepts.map_or(Concepts::Builtin, Concepts::File);
        let collection = collect(Input { sources, links, concepts, ..Input::default() });
        let found = collection.lint(&config, &levels);
        return (collection.documents, found);
    }
    let mut library = Library { glossary: Glossary::builtin().clone(), ..Library::default() };
    let (mut earlier, mut documents) = (Vec::new(), Vec::new());
    let mut beside = Files::new();
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".svg")) {
        beside.insert(name.as_str(), text.as_str()).expect("a path");
    }
    let images = Images::new(&beside);
    for (name, text) in files.iter().filter(|(name, _)| !name.ends_with(".ftl") && !name.ends_with(".svg")) {
        let source = Source::new(name, name, text.as_str());
        let parsed = parse(&source);
        let mut normalised = normalise(&source, &parsed);
        earlier.append(&mut normalised.diagnostics);
        let first = library.entries.len();
        library.entries.append(&mut normalised.entries);
        documents.push(Document { source, parsed, entries: first..library.entries.len() });
    }
    let assigned = assign(library.entries, &Lock::default(), 0);
    library.entries = assigned.entries;
    earlier.extend(assigned.diagnostics);
    let lang = |name: &str| Lang::from_code(name.strip_suffix(".ftl")?);
    let messages: Vec<(Lang, &str)> =
        files.iter().filter_map(|(name, text)| Some((lang(name)?, text.as_str()))).collect();
    let (documents_ref, library, config) = (&documents, &library, &config);
    let found = lint::lint(&Context {
        documents: documents_ref,
        library,
        config,
        levels: &levels,
        terms: &Terms::new(library, config, &levels),
        images: Some(&images),
        earlier: &earlier,
        messages: &messages,
    });
    let sources: Vec<Source> = documents.iter().map(|document| document.source.clone()).collect();
    let scene = Scene { config, levels: &levels, glossary: &library.glossary, lexicon: None, images: Some(&images) };
    let interface = Interface { messages: &messages, config, glossary: &library.glossary };
    let alone = Reviewer::new(scene, &scene.library()).facts(sources);
    let named: Vec<_> = alone.iter().map(|(source, facts)| (source.name.as_str(), facts)).collect();
    let of_documents = |found: &[Diagnostic]| -> Vec<Diagnostic> {
        let looks = |rule| lint::find(rule).is_some_and(|rule| matches!(rule.check, Check::Document(_)));
        found.iter().filter(|finding| looks(finding.rule)).cloned().collect()
    };
    assert_eq!(
        of_documents(&lint::settle(&named, None, &levels, &[], &interface)),
        of_documents(&found),
        "what `Check::Document` finds is kept, so that it must not look at other documents: `Check::Collection` may"
    );
    (documents, found)
}

/// Every finding as `rule: message`, in both languages; also checks that no message lacks a value.
fn said(found: &[Diagnostic]) -> String {
    let mut out = String::new();
    for finding in found {
        for lang in Lang::ALL {
            let text = report::message(finding, lang) + "\n" + &report::help(finding, lang).expect("help");
            assert!(!text.contains("{$") && !text.contains("{lint"), "{}: {text}", finding.rule);
            out.push_str(&format!("{}:{}: {text}\n", finding.rule, finding.place.line));
        }
    }
    out
}

#[test]
fn the_examples_of_every_page_are_true_in_both_languages() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for lang in Lang::ALL {
            let page = lint::explain(rule.name, lang).expect("a page");
            let examples = examples(&page);
            for good in [false, true] {
                let shown = examples.iter().filter(|example| example.good == good).count();
                let wanted = usize::from(!ELSEWHERE.contains(&rule.name));
                assert!(shown >= wanted, "{} in {}: an example that is good: {good}", rule.name, lang.code());
            }
            for example in examples {
                let (_, found) = lint(rule.name, &example.files);
                let fires = found.iter().any(|finding| finding.rule == rule.name);
                let missed = !example.good && !fires && !ELSEWHERE.contains(&rule.name);
                if missed || example.good && !found.is_empty() {
                    let said = said(&found);
                    wrong.push(format!(
                        "{} in {}: good {}\n{:?}\n{said}",
                        rule.name,
                        lang.code(),
                        example.good,
                        example.files
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fixes_mend_what_they_are_about_and_a_second_run_changes_nothing() {
    let mut mended = 0;
    for rule in RULES {
        for lang in Lang::ALL {
            let page = lint::explain(rule.name, lang).expect("a page");
            for example in examples(&page).into_iter().filter(|example| !example.good) {
                let (documents, found) = lint(rule.name, &example.files);
                let own: Vec<Diagnostic> =
                    found.into_iter().filter(|finding| finding.rule == rule.name && finding.fix.is_some()).collect();
                for document in &documents {
                    let Some(text) = lint::fix::mended(&document.source, &own, true) else { continue };
                    mended += 1;
                    let (_, again) = lint(rule.name, &[(document.source.name.clone(), text.clone())]);
                    let left = again.iter().any(|finding| finding.rule == rule.name);
                    assert!(!left, "{} in {}\n{text}\n{}", rule.name, lang.code(), said(&again));
                }
            }
        }
    }
    assert!(mended >= 10, "the pages of five rules have fixes in two languages, {mended} were tried");
}

#[test]
fn a_section_without_answers_is_one_finding_unless_a_suppression_is_inside() {
    let page = |mark: &str| {
        format!(
            "Part 1: Queues\n\n1. Order:\n\n- How do you keep messages in order?\n{mark}- How do you find one that is lost?\n\n\
             2. Limits:\n\n- How do you slow a sender down?\n- How large may a message be?\n\n\
             3. Cost:\n\n- What does an idle queue cost?\n- Who pays for retries?\n"
        )
    };
    let lines = |text: String| -> Vec<(usize, usize)> {
        let (_, found) = lint("missing-answer", &[("a.txt".to_owned(), text)]);
        let own = found.iter().filter(|finding| finding.rule == "missing-answer");
        own.map(|finding| (finding.place.line, finding.place.end_line)).collect()
    };
    assert_eq!(lines(page("")), [(3, 6), (8, 11), (13, 16)]);
    let marked = page("<!-- passerelle: allow missing-answer the team writes it in May -->\n");
    assert_eq!(lines(marked), [(5, 5), (9, 12), (14, 17)]);
}

#[test]
fn a_section_without_answers_is_compared_as_one_question() {
    let page = |title: &str, first: &str, second: &str| {
        format!(
            "Part 1: Work\n\n1. {title}:\n\n- {first}\n- {second}\n\n2. {title}, in money:\n\n\
             - What does it cost?\n- Who pays?\n"
        )
    };
    let one = page("Ordering in queues", "How do you keep messages in order?", "What does a partition order?");
    let same = page("Ordering of queues", "How are messages kept in order?", "When does a partition order messages?");
    let other = page("Invoices", "Who numbers an invoice?", "When may a number be missing?");
    let lines = |second: &str| -> Vec<usize> {
        let (_, found) = lint(
            "near-duplicate-question",
            &[("a.txt".to_owned(), one.clone()), ("b.txt".to_owned(), second.to_owned())],
        );
        let near =
            found.into_iter().filter(|found| found.rule.ends_with("duplicate-question") && found.path == "b.txt");
        near.map(|finding| finding.place.line).collect()
    };
    let found = lines(&same);
    assert!(found.contains(&3) && !found.contains(&5) && !found.contains(&6), "{found:?}");
    assert!(!lines(&other).contains(&3));
}

#[test]
fn what_is_asked_alike_and_answered_alike_is_asked_twice() {
    let first = "# Explain optimistic locking\n\nEvery row carries a version. A writer reads the version, changes the row and \
                 saves it only if the version is still the one that was read; else somebody was faster, and the writer reads \
                 again and tries once more. No row is ever locked, so nobody waits for a slow writer, and a crash leaves nothing \
                 behind; but where many change one row, most of their work is thrown away.\n";
    let asked = "# How would you keep two editors of one page apart with optimistic locking?\n\n";
    let same = "The page carries a version. Saving works only if the version is still the one that the editor has read; else \
                somebody was faster, and the page is read and changed again. Nothing is ever locked.\n";
    let other = "Show each the words of the other as they type, in colours and with a name, so that they see where somebody \
                 else is busy. Send every stroke through a socket, merge the strokes in the order in which the server met \
                 them, and keep the last hundred for those whose connection breaks.\n";
    let rules = |files: &[(&str, String)]| -> Vec<&str> {
        let files: Vec<_> = files.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
        let (_, found) = lint("near-duplicate-question", &files);
        found.iter().map(|finding| finding.rule).filter(|rule| rule.ends_with("duplicate-question")).collect()
    };
    let beside = |answer: &str| rules(&[("a.md", first.to_owned()), ("b.md", format!("{asked}{answer}"))]);
    assert_eq!(beside(same), ["duplicate-question"]);
    assert!(!beside(other).contains(&"duplicate-question"));
    let below = |text: &str| text.replace("# ", "## ");
    let page = format!("# Locks\n\n{}\n{}", below(first), below(&format!("{asked}{same}")));
    assert!(!rules(&[("a.md", page)]).contains(&"duplicate-question"), "its author has seen both");
}
