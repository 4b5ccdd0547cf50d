//! Allowing a finding where it stands, as an editor offers beside a fix.

use std::collections::BTreeMap;

use passerelle::diagnostic::{Diagnostic, Fix};
use passerelle::lint::{RULES, allowance, fix};

use crate::rules::{examples, lint};

/// How often each rule finds something.
fn counted(found: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut out = BTreeMap::new();
    found.iter().for_each(|finding| *out.entry(finding.rule).or_default() += 1);
    out
}

#[test]
fn a_suppression_silences_the_finding_and_brings_nothing_but_the_question_why() {
    let mut allowed = 0;
    for rule in RULES {
        for example in examples(rule.page).into_iter().filter(|example| !example.good) {
            let (documents, found) = lint(rule.name, &example.files);
            let before = counted(&found);
            for finding in &found {
                let Some(document) = documents.iter().find(|document| document.source.name == finding.path) else {
                    continue;
                };
                let Some(wanted) = allowance(document, finding) else { continue };
                assert_eq!(&wanted.edit.text[wanted.reason.clone()], "…");
                let text = fix::apply(&document.source.text, &[Fix::unsafe_(vec![wanted.edit])], true);
                let mut files = example.files.clone();
                files.iter_mut().filter(|(name, _)| *name == finding.path).for_each(|(_, old)| *old = text.clone());
                let (after_documents, after_found) = lint(rule.name, &files);
                let after = counted(&after_found);
                let of = |counts: &BTreeMap<&str, usize>, rule: &str| counts.get(rule).copied().unwrap_or_default();
                assert!(of(&after, finding.rule) < of(&before, finding.rule), "{finding:?}\n{text}");
                let new = |(name, count): (&&str, &usize)| {
                    *name != "suppression-without-reason" && *count > of(&before, name)
                };
                assert!(!after.iter().any(new), "{finding:?} {after:?}\n{text}");
                assert_eq!(of(&after, "suppression-without-reason"), of(&before, "suppression-without-reason") + 1);
                let drafts = |documents: &[passerelle::lint::Document]| {
                    documents.iter().map(|document| document.parsed.drafts.len()).collect::<Vec<_>>()
                };
                assert_eq!(drafts(&after_documents), drafts(&documents), "{text}");
                allowed += 1;
            }
        }
    }
    assert!(allowed > 40, "{allowed}");
}

#[test]
fn where_one_entry_has_front_matter_it_says_so() {
    let at = |text: &str, rule: &str| {
        let (documents, found) = lint(rule, &[("a.md".to_owned(), text.to_owned())]);
        let finding = found.iter().find(|finding| finding.rule == rule).expect("the finding");
        let wanted = allowance(&documents[0], finding).expect("a suppression");
        fix::apply(text, &[Fix::unsafe_(vec![wanted.edit])], true)
    };
    let one = "---\r\nid: a\r\nlang: en\r\n---\r\n# What is a saga?\r\n";
    assert_eq!(
        at(one, "missing-answer"),
        "---\r\nid: a\r\nlang: en\r\nallow:\r\n  missing-answer: …\r\n---\r\n# What is a saga?\r\n"
    );
    let more = "---\nid: a\nlang: en\nallow:\n  - mojibake it shows one\n---\n# What is a saga?\n";
    assert!(at(more, "missing-answer").contains("  - mojibake it shows one\n  - missing-answer …\n---\n"));
    let line = "---\nid: a\nlang: fr\n---\n# Qu’est-ce qu’une saga ?\n\nUne requete longue.  \nElle se défait.\n";
    let line = at(line, "missing-accent");
    assert!(line.contains("Une requete longue. <!-- passerelle: allow missing-accent … -->  \nElle"), "{line}");
}

#[test]
fn data_has_no_place_for_a_suppression() {
    let text = "{\"question\": \"What is a saga?\", \"lang\": \"en\"}\n";
    let (documents, found) = lint("missing-answer", &[("a.jsonl".to_owned(), text.to_owned())]);
    assert!(!found.is_empty() && found.iter().all(|finding| allowance(&documents[0], finding).is_none()));
}
