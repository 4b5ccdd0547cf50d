//! The rules about the shape of questions and documents, where the examples of their pages do not show all.

use std::collections::BTreeMap;

use passerelle::config::{Config, Level};
use passerelle::diagnostic::Diagnostic;
use passerelle::lint::{Levels, fix};
use passerelle::pipeline::{Collection, Input, collect};
use passerelle::source::Source;

/// No line.
const NONE: [usize; 0] = [];

/// What `rule` finds in a document.
fn found(rule: &str, text: &str) -> (Collection, Vec<Diagnostic>) {
    let levels = Levels::new(&BTreeMap::from([(rule.to_owned(), Level::Info)])).expect("a rule");
    let collection = collect(Input { sources: vec![Source::new("a.md", "a.md", text)], ..Input::default() });
    let found = collection.lint(&Config::default(), &levels);
    (collection, found.into_iter().filter(|finding| finding.rule == rule).collect())
}

fn lines(rule: &str, text: &str) -> Vec<usize> {
    found(rule, text).1.iter().map(|finding| finding.place.line).collect()
}

fn mended(rule: &str, text: &str) -> String {
    let (collection, found) = found(rule, text);
    fix::mended(&collection.documents[0].source, &found, true).unwrap_or_else(|| text.to_owned())
}

#[test]
fn the_last_line_is_ended_as_the_others_are() {
    let text = "# What is a watermark?\r\n\r\nThe time up to which a stream is complete.";
    assert_eq!(lines("missing-final-newline", text), [3]);
    assert_eq!(mended("missing-final-newline", text), format!("{text}\r\n"));
    assert_eq!(lines("missing-final-newline", ""), NONE);
}

#[test]
fn artefacts_of_lists_become_items_and_code_is_left_alone() {
    let text = "# What is kept?\n\n- o one thing\n- 1. another\n• a third\n\n```text\n- o kept\n• kept\n```\n";
    let items = "# What is kept?\n\n- one thing\n1. another\n- a third\n\n```text\n- o kept\n• kept\n```\n";
    assert_eq!(mended("list-marker-artefact", text), items);
    // A lone space is somebody's to judge.
    let spaced = "# What is kept?\n\nA sentence, and then\n another one.\n";
    assert_eq!(lines("list-marker-artefact", spaced), [4]);
    assert_eq!(mended("list-marker-artefact", spaced), spaced);
}

#[test]
fn the_mark_takes_the_place_of_a_full_stop_and_titles_are_no_questions() {
    let page = |first: &str| {
        format!(
            "# Questions\n\n## {first}\n\nThe log comes first, then the data.\n\n## What is a page?\n\nA part of a file.\n"
        )
    };
    let rule = "missing-question-mark";
    assert!(mended(rule, &page("Why write a log first.")).contains("## Why write a log first?\n"));
    for title in ["How to write a log", "Explain the write-ahead log", "What a log is: a list"] {
        assert_eq!(lines(rule, &page(title)), NONE, "{title}");
    }
    let french = "# Questions\n\n## Pourquoi un journal\n\nPour la panne.\n\n## Qu’est-ce qu’une page\u{202f}?\n\nUne part d’un fichier.\n";
    assert!(mended(rule, french).contains("## Pourquoi un journal\u{202f}?\n"));
}

#[test]
fn labels_keep_their_case_and_emphasis() {
    let text = "# Questions\n\n**Question :** Qu’est-ce qu’un verrou ?\n\n**Answer**: Ce qu’un seul peut tenir à la fois, et que les autres attendent.\n\n\
        **Question :** Qu’est-ce qu’un bail ?\n\n**Answer:** Un verrou qui a une fin, et que son détenteur renouvelle.\n";
    let out = mended("label-language-mismatch", text);
    assert!(
        out.contains("**Réponse**\u{a0}: Ce qu’un seul") || out.contains("**Réponse\u{a0}**: Ce qu’un seul"),
        "{out}"
    );
    assert!(out.contains("**Réponse\u{a0}:** Un verrou"), "{out}");
    assert_eq!(mended("label-language-mismatch", &out), out);
}

#[test]
fn sections_begin_again_at_one_and_lists_may_count_by_themselves() {
    let page = |numbers: [usize; 4]| {
        let [a, b, c, d] = numbers;
        format!(
            "# Questions\n\n## One\n\n### {a}. What is a lock?\n\nIt is held by one.\n\n### {b}. What is a lease?\n\nA lock that ends.\n\n\
             ## Two\n\n### {c}. What is a queue?\n\nIt keeps messages.\n\n### {d}. What is a topic?\n\nIt has many readers.\n"
        )
    };
    for sound in [[1, 2, 3, 4], [1, 2, 1, 2], [1, 1, 1, 1]] {
        assert_eq!(lines("numbering", &page(sound)), NONE, "{sound:?}");
    }
    assert_eq!(lines("numbering", &page([1, 2, 4, 5])), [15]);
    assert_eq!(lines("numbering", &page([1, 2, 2, 3])), [15]);
}

#[test]
fn titles_may_repeat_under_another_title() {
    let page = "# Questions\n\n## Queues\n\n### Basics\n\n#### What is a queue?\n\nIt keeps messages.\n\n## Locks\n\n### Basics\n\n\
                #### What is a lock?\n\nIt is held by one.\n\n### Basics\n\n#### What is a lease?\n\nA lock that ends.\n";
    assert_eq!(lines("duplicate-heading", page), [19]);
}

#[test]
fn html_swallows_markdown_until_the_next_blank_line() {
    let rule = "markdown-swallowed-by-html-block";
    let page = |block: &str| format!("# What is a replica?\n\nA copy of another that follows it.\n\n{block}\n");
    assert_eq!(lines(rule, &page("<details>\n<summary>More</summary>\n**behind**\n</details>")), [7]);
    // In a paragraph only the tags of blocks begin one.
    assert_eq!(lines(rule, &page("A word\n<note>\n**bold** text")), NONE);
    assert_eq!(lines(rule, &page("<note>\n**bold** text")), [6]);
    assert_eq!(lines(rule, &page("```html\n<div>\n**x**\n</div>\n```")), NONE);
    assert_eq!(lines(rule, &page("<div>\n\n**bold**\n\n</div>")), NONE);
}

#[test]
fn a_sentence_may_go_on_with_an_acronym() {
    let page = |before: &str, after: &str| format!("# When is a plan kept?\n\n{before}\n\n{after}\n");
    let cut = "A planner keeps what it has worked out. Think of a server where reading";
    assert_eq!(lines("broken-paragraph", &page(cut, "SQL costs more than running it. It then keeps the plan.")), [3]);
    assert_eq!(lines("broken-paragraph", &page(&format!("{cut} stops."), "SQL is read anew each time.")), NONE);
    assert_eq!(lines("broken-paragraph", &page(cut, "A plan is kept for each text. It is short.")), NONE);
}
