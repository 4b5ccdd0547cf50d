//! Templates are the user's: copied out, described whole, and told apart when they are wrong.

use std::collections::BTreeSet;
use std::fs;

use passerelle::config::Config;
use passerelle::files::Files;
use passerelle::site::{self, Extra, SiteError, Theme};

use crate::cli::{project, run, stderr, stdout};
use crate::site_fixture::{built, extra, library};

/// The name of every built-in template.
fn names() -> Vec<String> {
    let theme = Theme::builtin();
    theme.iter().map(|(name, _)| name.to_owned()).filter(|name| name.ends_with(".html")).collect()
}

fn fails(name: &str, text: &str) -> SiteError {
    let theme = Theme::builtin().with(name, text);
    // With all that a site may have, so that every template is filled in.
    let whole = Extra { offline: Some(Files::default()), ..extra() };
    site::build(&library(), &Config::default(), &theme, &whole).map(|_| ()).expect_err("a wrong template")
}

/// The part of the manual about a template: its row.
fn row<'a>(manual: &'a str, name: &str) -> &'a str {
    let row = manual.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
    row.unwrap_or_else(|| panic!("docs/templates.md lacks {name}"))
}

#[test]
fn the_manual_has_every_variable_of_every_template() {
    let manual = include_str!("../../docs/templates.md");
    let general = manual.split("## Page by page").next().expect("a first part");
    let has = |text: &str, name: &str| text.contains(&format!("`{name}`"));
    let parts = [
        "base.html",
        "item.html",
        "marks.html",
        "answer.html",
        "why.html",
        "file.html",
        "pack.html",
        "turning.html",
        "study-back.html",
    ];
    for name in names() {
        if parts.contains(&name.as_str()) {
            assert!(has(manual, &name), "{name}");
            continue;
        }
        let row = row(manual, &name);
        let error = fails(&name, "{{ no_such_variable }}").to_string();
        let known = error.split("Available variables: ").nth(1).unwrap_or_else(|| panic!("{error}"));
        for variable in known.split(", ") {
            assert!(has(general, variable) || has(row, variable), "docs/templates.md: {name} lacks {variable}");
        }
    }
    // The fields that templates read, `thing.field`.
    for (name, bytes) in Theme::builtin().iter().filter(|(name, _)| name.ends_with(".html")) {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        for code in text.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
            // What stands between quotes is text.
            for part in code
                .split('"')
                .step_by(2)
                .flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '_'))
            {
                let fields = part.split('.').skip(1).filter(|field| !field.is_empty() && !part.starts_with("loop"));
                for field in fields {
                    assert!(has(manual, field), "docs/templates.md lacks the field {field} ({part} in {name})");
                }
            }
        }
    }
}

#[test]
fn templates_that_go_round_in_circles_are_told() {
    let around = fails("why.html", "{% include \"item.html\" %}").to_string();
    assert!(!around.is_empty());
    let itself = fails("item.html", "\n{% include \"item.html\" %}").to_string();
    assert!(itself.contains("template item.html") && itself.contains("Circular"), "{itself}");
    let parents = fails("base.html", "{% extends \"home.html\" %}").to_string();
    assert!(parents.contains("Circular"), "{parents}");
    // A page in a child that its parent includes.
    let child =
        fails("about.html", "{% extends \"base.html\" %}{% block main %}{% include \"about.html\" %}{% endblock %}");
    assert!(child.to_string().contains("Circular"), "{child}");
    let called = "{% component again() %}{{ <again /> }}{% endcomponent again %}\n{{ <again /> }}";
    let called = fails("about.html", called);
    assert!(matches!(&called, SiteError::Endless { name, line: Some(_) } if name == "about.html"), "{called}");
}

#[test]
fn templates_that_never_end_are_stopped_where_they_are() {
    let stopped = |name: &str, text: &str, line: usize| {
        let error = fails(name, text);
        assert_eq!(error, SiteError::Endless { name: name.to_owned(), line: Some(line) }, "{text}");
        let words = error.to_string();
        assert!(words.contains(&format!("template {name}, line {line}: ")) && words.contains("circles"), "{words}");
    };
    stopped("tags.html", "\n{% for i in range(end=1000000000) %}x{% endfor %}", 2);
    // Without a word on the page, and with.
    let nested = |body: &str| {
        format!(
            "{{% for i in range(end=90000) %}}\n{{%- for j in range(end=90000) -%}} {body} {{%- endfor -%}}{{% endfor %}}"
        )
    };
    stopped("about.html", &nested(""), 2);
    stopped("about.html", &nested("x"), 2);
    // Lists of the page's own, with no number anywhere.
    let digits = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]";
    let tower =
        (0..9).map(|at| format!("{{% for x{at} in {digits} %}}")).collect::<String>() + &"{% endfor %}".repeat(9);
    stopped("about.html", &tower, 1);
    stopped("about.html", "{% set x = [[j for j in range(end=90000)] for i in range(end=90000)] %}", 1);
    // A block that stands in what it stands in, through its parent.
    let parent = "{% block main %}\n{% block lead %}{% endblock %}{% endblock %}";
    let child =
        "{% extends \"parent.html\" %}\n{% block lead %}{% block main %}{{ super() }}{% endblock %}{% endblock %}";
    let theme = Theme::builtin().with("parent.html", parent).with("about.html", child);
    let around = site::build(&library(), &Config::default(), &theme, &extra()).map(|_| ()).expect_err("a circle");
    assert!(
        matches!(&around, SiteError::Endless { line: Some(_), .. }) || around.to_string().contains("block"),
        "{around}"
    );
    let long = format!("{{% for i in range(end=100000) %}}{}{{% endfor %}}", "x".repeat(5_000));
    assert_eq!(fails("about.html", &long), SiteError::Endless { name: "about.html".to_owned(), line: None });
}

#[test]
fn what_templates_may_do_is_left_alone() {
    let theme = Theme::builtin().with(
        "about.html",
        "{%- for i in range(start=3, end=0, step_by=-1) -%} {{ i }} {%- endfor %}|\
         {%- for i in range(end=4, start=1) %}{{ i }}{% endfor %}|{% raw %}{% for %}{% endraw %}|{# {% for #}|\
         {%- for i in range(end=0) %}x{% else %}none{% endfor %}|\
         {%- component twice(of) %}{{ of }}{{ of }}{% endcomponent twice %}{{ <twice of=\"a\" /> }}",
    );
    let files = site::build(&library(), &Config::default(), &theme, &extra()).expect("a site");
    assert_eq!(crate::site_fixture::page(&files, "fr/about/index.html"), "321|123|{% for %}||none|aa");
}

#[test]
fn the_built_in_templates_come_out_and_make_the_same_site() {
    let folder = project();
    let root = folder.path();
    let made = run(root, &["init", "--templates"]);
    assert!(made.status.success(), "{}", stderr(&made));
    let copied: BTreeSet<String> = Theme::builtin().iter().map(|(name, _)| name.to_owned()).collect();
    for name in &copied {
        assert!(stdout(&made).contains(name.as_str()) && root.join("templates").join(name).is_file(), "{name}");
    }
    let theme = copied.iter().fold(Theme::default(), |theme, name| {
        theme.with(name.as_str(), fs::read(root.join("templates").join(name)).expect("a file"))
    });
    let files = site::build(&library(), &Config::default(), &theme, &extra()).expect("a site");
    assert!(files == built(&Config::default()));
    fs::write(root.join("templates/why.html"), "mine").expect("written");
    let again = run(root, &["--locale", "en", "init", "--templates"]);
    assert_eq!(again.status.code(), Some(2), "what is there stays");
    assert_eq!(fs::read(root.join("templates/why.html")).expect("a file"), b"mine");
    let outside = tempfile::tempdir().expect("a folder");
    assert_eq!(run(outside.path(), &["init", "--templates"]).status.code(), Some(2), "no project, no templates");
    assert_eq!(run(outside.path(), &["init"]).status.code(), Some(2));
}

#[test]
fn a_wrong_template_is_named_in_the_terminal() {
    let folder = project();
    fs::create_dir(folder.path().join("templates")).expect("a folder");
    fs::write(folder.path().join("templates/about.html"), "line one\n{{ site.titel }}").expect("written");
    let told = run(folder.path(), &["--locale", "en", "build"]);
    assert_eq!(told.status.code(), Some(2));
    let words = stderr(&told);
    assert!(words.contains("template about.html, line 2") && words.contains("titel"), "{words}");
}
