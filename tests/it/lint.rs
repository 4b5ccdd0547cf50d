//! Lint rules, their pages, suppressions, and the reports.

use std::collections::BTreeMap;

use passerelle::config::{Config, Level};
use passerelle::diagnostic::{Diagnostic, Edit, Fix, Place, Severity};
use passerelle::i18n::{self, Lang};
use passerelle::identity::Lock;
use passerelle::link::{Decisions, Library};
use passerelle::lint::{self, Context, Document, Levels, RULES, Terms};
use passerelle::normalise::{Entry, Origin, normalise};
use passerelle::parse::{Parsed, parse};
use passerelle::report::{self, Options, Sources};
use passerelle::source::{LineSpan, Source};

fn document(name: &str, text: &str) -> Document {
    Document { source: Source::new(name, name, text), parsed: Parsed::default(), entries: 0..0 }
}

fn lint_with(documents: &[Document], levels: &Levels, earlier: &[Diagnostic]) -> Vec<Diagnostic> {
    let (library, config) = (Library::default(), Config::default());
    lint::lint(&Context {
        documents,
        library: &library,
        config: &config,
        levels,
        terms: &Terms::new(&library, &config, levels),
        images: None,
        earlier,
        messages: &[],
    })
}

fn names(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(|finding| finding.rule).collect()
}

fn at(line: usize, column: usize, end_column: usize) -> Place {
    Place { line, column, end_line: line, end_column }
}

#[test]
fn every_rule_has_one_row_one_page_and_messages_in_both_languages() {
    assert!(RULES.windows(2).all(|pair| pair[0].name < pair[1].name), "rows are sorted by name");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules");
    let mut pages: Vec<String> = std::fs::read_dir(folder)
        .expect("docs/rules")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().replace(".md", ""))
        .collect();
    pages.sort();
    assert_eq!(pages, RULES.iter().map(|rule| rule.name).collect::<Vec<_>>());
    for rule in RULES {
        assert!(rule.page.starts_with(&format!("# {}\n", rule.name)), "{}: the title is the name", rule.name);
        for lang in Lang::ALL {
            for key in [format!("lint-{}", rule.name), format!("lint-{}-help", rule.name)] {
                assert!(i18n::message(lang, &key, &[]).is_some(), "{key} in {}", lang.code());
            }
            let page = lint::explain(rule.name, lang).expect("a page");
            assert!(page.lines().count() > 5, "{} in {}", rule.name, lang.code());
            assert!(!page.contains(&format!("\n## {}\n", lang.other().name())));
        }
    }
}

#[test]
fn a_rule_that_does_not_exist_is_answered_with_the_nearest() {
    let unknown = lint::explain("mising-answer", Lang::Fr).expect_err("no such rule");
    assert_eq!(unknown.nearest, Some("missing-answer"));
    assert!(unknown.message(Lang::Fr).contains("«\u{a0}missing-answer\u{a0}»"), "{}", unknown.message(Lang::Fr));
    assert_eq!(lint::explain("weather", Lang::En).expect_err("no such rule").nearest, None);
    let configured = BTreeMap::from([("mojibak".to_owned(), Level::Off)]);
    assert_eq!(Levels::new(&configured).expect_err("no such rule").nearest, Some("mojibake"));
}

#[test]
fn levels_of_the_configuration_win() {
    let page = document("a.md", "rÃ©ponse\n");
    let found = lint_with(std::slice::from_ref(&page), &Levels::default(), &[]);
    assert_eq!((found[0].rule, found[0].severity, found[0].place), ("mojibake", Severity::Error, at(1, 2, 4)));
    let levels = |level| Levels::new(&BTreeMap::from([("mojibake".to_owned(), level)])).expect("a rule");
    let found = lint_with(std::slice::from_ref(&page), &levels(Level::Info), &[]);
    assert_eq!(found[0].severity, Severity::Info);
    assert!(lint_with(&[page], &levels(Level::Off), &[]).is_empty());
}

#[test]
fn the_level_of_the_longest_path_wins() {
    let pages = ["fr/old/a.md", "fr/b.md", "en/c.md"].map(|name| document(name, "rÃ©ponse\n"));
    let level = |level| BTreeMap::from([("mojibake".to_owned(), level)]);
    let paths = |list: &[(&str, Level)]| list.iter().map(|(path, at)| ((*path).to_owned(), level(*at))).collect();
    let found = |general, list: &[(&str, Level)]| -> Vec<(String, Severity)> {
        let levels = Levels::new(&level(general)).and_then(|levels| levels.with_paths(&paths(list))).expect("rules");
        lint_with(&pages, &levels, &[]).into_iter().map(|finding| (finding.path, finding.severity)).collect()
    };
    let some = |list: &[(&str, Severity)]| -> Vec<(String, Severity)> {
        list.iter().map(|(path, severity)| ((*path).to_owned(), *severity)).collect()
    };
    assert_eq!(
        found(Level::Error, &[("fr", Level::Warning), ("fr/old/", Level::Off)]),
        some(&[("en/c.md", Severity::Error), ("fr/b.md", Severity::Warning)])
    );
    assert_eq!(found(Level::Off, &[("**/b.md", Level::Info)]), some(&[("fr/b.md", Severity::Info)]));
    let wrong = BTreeMap::from([("fr".to_owned(), BTreeMap::from([("mojibak".to_owned(), Level::Off)]))]);
    assert_eq!(Levels::default().with_paths(&wrong).expect_err("no such rule").nearest, Some("mojibake"));
}

#[test]
fn findings_are_sorted_and_those_of_other_stages_are_kept() {
    let documents = [document("b.md", "x\nÃ© Ã©\n"), document("a.md", "Ã©\n")];
    let earlier = [Diagnostic::new("duplicate-id", "b.md", at(1, 1, 2)).with("id", "x")];
    let found = lint_with(&documents, &Levels::default(), &earlier);
    let order: Vec<(&str, usize, usize)> =
        found.iter().map(|finding| (finding.path.as_str(), finding.place.line, finding.place.column)).collect();
    assert_eq!(order, [("a.md", 1, 1), ("b.md", 1, 1), ("b.md", 2, 1), ("b.md", 2, 4)]);
    assert_eq!(found[1].severity, Severity::Error, "the level is the rule's, whoever found it");
}

#[test]
fn suppressions_cover_a_block_or_a_line_and_must_be_of_use() {
    let lint = |text: &str| lint_with(&[document("a.md", text)], &Levels::default(), &[]);
    assert_eq!(names(&lint("<!-- passerelle: allow mojibake a quotation -->\nÃ©\nÃ©\n\nÃ©\n")), ["mojibake"]);
    assert_eq!(names(&lint("Ã© <!-- passerelle: allow mojibake a quotation -->\nÃ©\n")), ["mojibake"]);
    assert_eq!(names(&lint("Ã© <!-- passerelle: allow mojibake -->\n")), ["suppression-without-reason"]);
    assert_eq!(names(&lint("é <!-- passerelle: allow mojibake a quotation -->\n")), ["unused-suppression"]);
    let unknown = lint("<!-- passerelle: allow mojibak a quotation -->\n");
    assert_eq!(report::message(&unknown[0], Lang::En).matches("“mojibake”").count(), 1);
}

#[test]
fn front_matter_allows_for_the_document_or_its_entry() {
    let lint = |text: &str| {
        let source = Source::new("a.md", "a.md", text);
        let page = Document { parsed: parse(&source), source, entries: 0..0 };
        let found = lint_with(std::slice::from_ref(&page), &Levels::default(), &[]);
        let mended = lint::fix::mended(&page.source, &found, false);
        (found.iter().map(|one| format!("{} {}", one.rule, one.place.line)).collect::<Vec<_>>(), mended)
    };
    let page = "# What is mojibake?\n\nAn Ã© for an é.\n";
    let with = |allow: &str| lint(&format!("---\nid: mojibake\n{allow}---\n{page}"));
    assert_eq!(with("").0, ["mojibake 6"], "{:?}", with(""));
    for allow in [
        "allow:\n  mojibake: it is shown\n",
        "allow:\n- mojibake it is shown\n",
        "allow:\n  - \"mojibake: it is shown\"\n",
        "allow:\n  mojibake: \"c’est montré\"\nlang: en\n",
    ] {
        assert_eq!(with(allow), (vec![], None), "{allow}");
    }
    assert_eq!(with("allow:\n  mojibake:\n").0, ["suppression-without-reason 4"]);
    let (unused, mended) = with("allow:\n  mojibake: it is shown\n  missing-answer: to come\n");
    assert_eq!(unused, ["unused-suppression 5"]);
    assert_eq!(mended, Some(format!("---\nid: mojibake\nallow:\n  mojibake: it is shown\n---\n{page}")));
    let (_, mended) =
        lint("---\nid: a\nallow:\n  mojibake: it is shown\nlang: en\n---\n# What is a lock?\n\nA door.\n");
    assert_eq!(
        mended.as_deref(),
        Some("---\nid: a\nlang: en\n---\n# What is a lock?\n\nA door.\n"),
        "its key goes too"
    );
    assert_eq!(with("allow:\n  mojibak: it is shown\n").0, ["unused-suppression 4", "mojibake 8"]);
    let two = "---\nid: a\nallow:\n  mojibake: it is shown\n---\n# What is a?\n\nAn Ã©.\n\n---\nid: b\n---\n# What is b?\n\nAn Ã©.\n";
    assert_eq!(lint(two).0, ["mojibake 15"], "of its own entry only");
}

#[test]
fn an_unused_suppression_is_taken_out_by_its_fix() {
    for (before, after) in [
        ("a\r\n<!-- passerelle: allow mojibake why -->\r\nb\r\n", "a\r\nb\r\n"),
        ("a <!-- passerelle: allow mojibake why -->\nb", "a\nb"),
        ("<!-- passerelle: allow mojibake why -->", ""),
        ("a\n<!-- passerelle: allow mojibake why -->\n", "a\n"),
    ] {
        let page = document("a.md", before);
        let found = lint_with(std::slice::from_ref(&page), &Levels::default(), &[]);
        assert_eq!(lint::fix::mended(&page.source, &found, false).as_deref(), Some(after));
    }
}

#[test]
fn people_read_an_excerpt_a_caret_help_and_the_change() {
    let page = document("fr/a.md", "# Titre\n\nUne rÃ©ponse.\n");
    let found = lint_with(std::slice::from_ref(&page), &Levels::default(), &[]);
    let sources: Sources<'_> = [&page.source].into_iter().collect();
    let run = report::find("human").expect("human").run;
    let text = run(&found, &sources, &Options { lang: Lang::Fr, ..Options::default() });
    assert_eq!(
        text,
        "erreur[mojibake]: «\u{a0}Ã©\u{a0}» devait être «\u{a0}é\u{a0}»
 --> fr/a.md:3:6
  |
3 | Une rÃ©ponse.
  |      ^^
  |
  = aide\u{a0}: de l’UTF-8 lu dans un autre codage puis enregistré à nouveau
aide\u{a0}: `--fix` fait ce changement
  |
3 - Une rÃ©ponse.
3 + Une réponse.
  |

1 erreur, 1 que `--fix` corrige
"
    );
    assert_eq!(run(&[], &sources, &Options::default()), "No findings\n");
}

#[test]
fn very_long_lines_are_cut_around_the_place() {
    let long = format!("{}Ã©{}\n", "before ".repeat(20_000), " after".repeat(20_000));
    let page = document("a.md", &long);
    let found = lint_with(std::slice::from_ref(&page), &Levels::default(), &[]);
    let sources: Sources<'_> = [&page.source].into_iter().collect();
    let text = (report::find("human").expect("human").run)(&found, &sources, &Options::default());
    assert!(text.contains("before Ã© after"), "{text}");
    assert!(text.contains(" --> a.md:1:140001\n"), "the column is that of the whole line: {text}");
    assert!(text.lines().all(|line| line.chars().count() <= 130), "{text}");
}

#[test]
fn a_finding_without_a_document_still_says_where() {
    let finding = Diagnostic::new("unreadable-file", "x.bin", at(1, 1, 1)).variant("utf-16");
    let text = (report::find("human").expect("human").run)(&[finding], &Sources::default(), &Options::default());
    assert!(text.starts_with("warning[unreadable-file]: this file is in UTF-16\n"), "{text}");
    assert!(text.contains("--> x.bin:1:1"), "{text}");
}

#[test]
fn github_commands_are_escaped() {
    let finding = Diagnostic::new("invalid-data", "a,b:c.csv", at(2, 3, 4)).with("reason", "100 %\nline 2: x, y");
    let text = (report::find("github").expect("github").run)(&[finding], &Sources::default(), &Options::default());
    assert_eq!(
        text,
        "::warning file=a%2Cb%3Ac.csv,line=2,col=3,endLine=2,endColumn=4,title=invalid-data::this cannot be read: \
         100 %25%0Aline 2: x, y%0Athe rest of the document was read; this part was left out\n"
    );
}

#[test]
fn jsonl_is_the_contracts_record() {
    let fix = Fix::safe(vec![Edit::replace(at(2, 3, 4), "é")]);
    let finding = Diagnostic::new("mojibake", "a.md", at(2, 3, 5)).with("written", "Ã©").with("meant", "é").fix(fix);
    let text = (report::find("jsonl").expect("jsonl").run)(&[finding], &Sources::default(), &Options::default());
    let record: serde_json::Value = serde_json::from_str(&text).expect("one object");
    assert_eq!(
        record,
        serde_json::json!({
            "rule": "mojibake", "severity": "warning", "path": "a.md",
            "line": 2, "column": 3, "end_line": 2, "end_column": 5,
            "message": "“Ã©” was meant to be “é”",
            "help": "UTF-8 that was read in another encoding and saved again",
            "fix": {"safe": true, "edits": [{"line": 2, "column": 3, "end_line": 2, "end_column": 4, "text": "é"}]}
        })
    );
}

#[test]
fn counts_are_in_the_plural_of_the_language() {
    let finding = |severity| Diagnostic { severity, ..Diagnostic::new("mojibake", "a.md", at(1, 1, 2)) };
    let found = [finding(Severity::Error), finding(Severity::Error), finding(Severity::Warning)];
    assert_eq!(report::summary(&found, Lang::Fr), "2 erreurs, 1 avertissement");
    assert_eq!(report::summary(&found, Lang::En), "2 errors, 1 warning");
}

#[test]
fn a_report_survives_any_place() {
    for text in ["", "\n", "a", "é\r\n\r\nœuf\t\u{1b}[31m\n", "\u{202e}\u{0}👩‍👩‍👧\n"] {
        let page = document("a.md", text);
        let sources: Sources<'_> = [&page.source].into_iter().collect();
        for (line, column, end_line, end_column) in
            [(0, 0, 0, 0), (1, 1, 1, 1), (1, 2, 1, 1), (1, 9, 9, 9), (3, 2, 3, 4), (2, 1, 1, 1), (99, 99, 99, 99)]
        {
            let place = Place { line, column, end_line, end_column };
            let fix = Fix::safe(vec![Edit::replace(place, "x\ny")]);
            let found = [Diagnostic::new("unclosed-fence", "a.md", place).fix(fix)];
            for reporter in report::REPORTERS {
                for width in [0, 20, 120] {
                    let options = Options { color: true, width, ..Options::default() };
                    assert!(!(reporter.run)(&found, &sources, &options).is_empty());
                }
            }
            lint::fix::mended(&page.source, &found, true);
        }
    }
}

#[test]
fn the_interface_has_every_message_in_both_languages() {
    let messages = Lang::ALL.map(|lang| (lang, i18n::ftl(lang)));
    let (library, config, levels) = (Library::default(), Config::default(), Levels::default());
    let found = lint::lint(&Context {
        documents: &[],
        library: &library,
        config: &config,
        levels: &levels,
        terms: &Terms::new(&library, &config, &levels),
        images: None,
        earlier: &[],
        messages: &messages,
    });
    let said: Vec<String> = found.iter().map(|finding| report::message(finding, Lang::En)).collect();
    assert_eq!(said, Vec::<String>::new());
    for (lang, text) in messages {
        let mut keys: Vec<&str> = text.lines().filter_map(|line| Some(line.split_once(" =")?.0)).collect();
        keys.retain(|key| key.starts_with(|c: char| c.is_ascii_lowercase()));
        keys.sort_unstable();
        let twice: Vec<_> = keys.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{}: {twice:?}", lang.code());
    }
}

#[test]
fn every_finding_of_every_stage_has_a_rule() {
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    let mut emitted = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a source folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a source file");
            emitted.extend(
                text.split("Diagnostic::new(\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())),
            );
        }
    }
    assert!(emitted.len() > 3, "{emitted:?}");
    for name in emitted {
        assert!(lint::find(&name).is_some(), "{name} is found somewhere, and is no rule");
    }
}

#[test]
fn decided_duplicates_are_found_in_one_language_only() {
    let entry = |id: &str, line: usize, lang, question: &str| Entry {
        id: id.to_owned(),
        lang,
        question: question.to_owned(),
        source: Origin { path: "a.md".to_owned(), lines: LineSpan::new(line, line) },
        ..entries("x.md", "# Q\n\n## What is a?\n\nB.\n\n## What is c?\n\nD.\n\n## What is e?\n\nF.\n").remove(0)
    };
    let mut library = Library {
        entries: vec![
            entry("a", 1, Lang::En, "What is a deadlock?"),
            entry("b", 2, Lang::En, "How do two transactions block each other?"),
            entry("c", 3, Lang::Fr, "Qu’est-ce qu’un interblocage ?"),
            entry("d", 4, Lang::En, "What is a   DEADLOCK"),
        ],
        ..Library::default()
    };
    let said = "- {a: a, b: b, kind: same, reason: x}\n- {a: a, b: c, kind: same, reason: x}\n\
                - {a: b, b: d, kind: close, reason: x}\n";
    let (decisions, problems) = Decisions::parse(&Source::new("links.yaml", "links.yaml", said));
    assert_eq!((problems, decisions.apply(&mut library, &Lock::default())), (vec![], vec![]));
    let page = Document { entries: 0..4, ..document("a.md", "1\n2\n3\n4\n") };
    let (config, levels) = (Config::default(), Levels::default());
    let found = lint::lint(&Context {
        documents: &[page],
        library: &library,
        config: &config,
        levels: &levels,
        terms: &Terms::new(&library, &config, &levels),
        images: None,
        earlier: &[],
        messages: &[],
    });
    let found: Vec<Diagnostic> = found.into_iter().filter(|finding| finding.rule == "duplicate-question").collect();
    let places: Vec<usize> = found.iter().map(|finding| finding.place.line).collect();
    assert_eq!(places, [2, 4]);
    assert!(report::message(&found[0], Lang::En).contains("a.md:1"));
}

fn entries(name: &str, text: &str) -> Vec<Entry> {
    let source = Source::new(name, name, text);
    normalise(&source, &parse(&source)).entries
}
